// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/ledger_json.hpp"
#include "integrity_document.hpp"

#include <string>

using namespace peersupport;
using namespace peersupport::unit;

TEST(ledger_json, a_ledger_comes_back_as_it_was) {
    const std::string text = example("ledger.json");
    const auto read = read_ledger(text);
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->releases().size(), 1U);
    EXPECT_EQ(write_ledger(*read), text);
    EXPECT_EQ(write_ledger(release_ledger()), R"({"format":"peersupport-ledger-1","releases":[]})");
    expect_only(
        text,
        {
            {{{"\"minimum_people\":5", "\"minimum_people\":^-5"}}, status::field_value, "/releases/0/minimum_people"},
            {{{"[[0],true", "[[^-1],true"}}, status::field_value, "/releases/0/figures/0/0/0"},
            {{{"[[0],true", "[[0],^1"}}, status::field_type, "/releases/0/figures/0/1"},
            {{{"\"releases\"", "^\"release\":1,\"releases\""}}, status::field_unknown, "/release"},
        },
        read_ledger);
    const auto torn = read_ledger(changed(text, {{"[[0],true", "[[9999],true"}}).text);
    ASSERT_FALSE(torn);
    EXPECT_EQ(torn.problems().code(), status::ledger_malformed);
}

TEST(ledger_json, an_interval_by_units_is_kept) {
    release_population unit;
    unit.key = {"person", "a", "2025-2", "", ""};
    unit.people = 40;
    release_ledger ledger;
    ASSERT_EQ(ledger.add({std::string(64, 'a'), 11, {unit}, {{{0}, true, false, true}}}), status::ok);
    const std::string text = write_ledger(ledger);
    EXPECT_NE(text.find("[[0],true,false,true]"), std::string::npos) << text;
    const auto read = read_ledger(text);
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(*read, ledger);
}

TEST(ledger_json, no_bytes_break_the_reader) { expect_robust(example("ledger.json"), 7, read_ledger); }

TEST(ledger_json, no_error_tells_a_value) { expect_silent(example("ledger.json"), read_ledger); }
