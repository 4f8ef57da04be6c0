// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/published_json.hpp"
#include "integrity_document.hpp"
#include "peersupport/exchange/ledger_json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace peersupport;
using namespace peersupport::unit;

TEST(published_json, reads_a_publish_request) {
    const auto read = read_publish_request(example("publish.json"), canonical());
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->policy.minimum_people, 11);
    EXPECT_EQ(read->groupings, (std::vector<release_grouping>{{true, false, false}, {true, true, false}, {}}));
    EXPECT_TRUE(read->heard.empty());
    expect_only(example("publish.json"),
                {
                    {{{"[[\"unit\"],", "[[^\"service\"],"}}, status::field_value, "/by/0/0"},
                    {{{"[\"unit\",\"language\"]", "^[\"unit\"]"}}, status::id_duplicate, "/by/1"},
                    {{{"[\"unit\",\"language\"]", "[\"unit\",^\"unit\"]"}}, status::id_duplicate, "/by/1/1"},
                    {{{"\"policy\":{\"id\":\"k11\",\"audience\":\"public\"},", ""}}, status::field_missing, "/policy"},
                    {{{"\"by\":[[\"unit\"],[\"unit\",\"language\"],[]],", ""}}, status::field_missing, "/by"},
                },
                [](std::string_view text) { return read_publish_request(text, canonical()); });
}

TEST(published_json, a_release_is_checked_against_the_ledger_and_kept) {
    const auto counted = read_answered(example("answered.json"));
    const std::string request = R"({"format": "peersupport-publish-request-1", "by": [["unit"]], "policy":)"
                                R"( {"minimum_people": 5, "audience": "team", "workers_agreed": true}})";
    const auto alone = publish_json(counted->answers, survey(), canonical(), request, std::nullopt);
    ASSERT_TRUE(alone) << list_of(alone.problems());
    EXPECT_TRUE(alone->ledger.empty());
    EXPECT_NE(alone->published.find("\"checked\":false"), std::string::npos);
    const auto first = publish_json(counted->answers, survey(), canonical(), request, write_ledger(release_ledger()));
    ASSERT_TRUE(first) << list_of(first.problems());
    const auto again = publish_json(counted->answers, survey(), canonical(), request, first->ledger);
    ASSERT_TRUE(again) << list_of(again.problems());
    EXPECT_EQ(again->published, first->published);
    EXPECT_EQ(read_ledger(again->ledger)->releases().size(), 2U);
    // One person fewer: the difference would be that person.
    std::string text = example("answered.json");
    text.replace(text.find("\"2025-03-12\""), 12, "\"2026-03-12\"");
    const auto fewer = read_answered(text);
    ASSERT_TRUE(fewer) << list_of(fewer.problems());
    const auto refused = publish_json(fewer->answers, survey(), canonical(), request, first->ledger);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().code(), status::ledger_difference);
    EXPECT_FALSE(publish_json(counted->answers, survey(), canonical(), request, ""));
}

TEST(published_json, no_bytes_break_the_reader) {
    expect_robust(example("publish.json"), 1,
                  [](std::string_view text) { return read_publish_request(text, canonical()); });
}

TEST(published_json, no_error_tells_a_value) {
    expect_silent(example("publish.json"),
                  [](std::string_view text) { return read_publish_request(text, canonical()); });
}
