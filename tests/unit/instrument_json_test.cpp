// SPDX-License-Identifier: Apache-2.0
#include "instrument_file.hpp"

#include "peersupport/instrument/bundled.hpp"

using namespace peersupport;
using namespace peersupport::unit;

TEST(instrument_json, reads_the_smallest_instrument) {
    const auto read = read_instrument(seed(tiny));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id, "tiny");
    EXPECT_EQ(read->name.fr, "Minuscule");
    ASSERT_EQ(read->items.size(), 2U);
    EXPECT_EQ(read->response_scales.at(0).options.at(4).points, 4);
    ASSERT_EQ(read->forms.size(), 1U);
    EXPECT_EQ(read->forms[0].id, "default");
    EXPECT_EQ(read->forms[0].name.en, "Whole form");
    EXPECT_EQ(read->forms[0].name.fr, "Formulaire complet");
    EXPECT_EQ(read->forms[0].perspective, perspective_kind::person);
    EXPECT_EQ(read->forms[0].items, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(read->forms[0].scales, (std::vector<std::size_t>{0}));
}

TEST(instrument_json, reads_every_rule_of_the_format) {
    const auto read = read_instrument(seed(full));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->released, "2026-02-28");
    const auto& options = read->response_scales.at(0).options;
    EXPECT_EQ(options.at(1).points, 2);
    EXPECT_EQ(options.at(2).kind, option_kind::does_not_apply);
    EXPECT_EQ(options.at(4).code, -1);
    EXPECT_EQ(read->response_scales.at(1).range, (code_range{0, 100}));
    EXPECT_TRUE(read->items.at(0).reverse);
    EXPECT_EQ(read->items.at(1).gate, (importance_gate{0, {1}}));
    EXPECT_EQ(read->items.at(3).code_divisor, 100);
    EXPECT_EQ(read->scales.at(0).multiplier, (ratio{25, 1}));
    EXPECT_EQ(read->scales.at(1).missing, (missing_policy{missing_rule::prorate_up_to_count, 1, {}}));
    EXPECT_EQ(read->scales.at(2).missing, (missing_policy{missing_rule::prorate_up_to_share, 0, {1, 2}}));
    EXPECT_EQ(read->scales.at(5).subset_of, score_rule::pomp);
    EXPECT_EQ(read->scales.at(5).scored_items, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(read->scales.at(6).table.at(0), (table_row{0, {-15, -1}}));
    EXPECT_EQ(read->scales.at(6).table.at(2), (table_row{2, {225, -1}}));
    EXPECT_EQ(read->scales.at(7).model.items.at(0), (graded_item{{125, -2}, {{-5, -1}}}));
    EXPECT_EQ(read->scales.at(7).model.slope, (decimal{10, 0}));
    EXPECT_EQ(read->sample_scales.at(1).cut, (decimal{495, -1}));
    EXPECT_EQ(read->forms.at(0).items, (std::vector<std::size_t>{3, 2, 1, 0}));
    EXPECT_EQ(read->forms.at(0).wording.at(0).item, 1U);
    EXPECT_EQ(read->forms.at(0).modes, (std::vector<std::string>{"paper", "in-person"}));
    EXPECT_EQ(read->co_production.adopted_by.at(0), std::string("B\0\n\"\\/\t", 7));
}

TEST(instrument_json, an_incomplete_instrument_may_lack_its_lists) {
    const auto read = read_instrument(seed("incomplete.json"));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->items.empty());
    EXPECT_TRUE(read->forms.empty());
    const auto sparse =
        changed(seed("incomplete.json"),
                {{"\"citation\"",
                  "\"items\":[],\"forms\":[{\"id\":\"f\",\"kind\":\"core\",\"name\":{\"en\":\"F\",\"fr\":\"F\"},"
                  "\"perspective\":\"person\",\"items\":[],\"scales\":[]}],\"citation\""}});
    EXPECT_TRUE(read_instrument(sparse.text));
}

TEST(instrument_json, opens_with_a_byte_order_mark) {
    const auto read = read_instrument(seed("bom.json"));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, *read_instrument(seed(tiny)));
}

TEST(instrument_json, reads_and_round_trips_every_instrument_file_of_the_project) {
    std::size_t count = 0;
    for (const char* folder : {"src/instrument/bundled", "tests/oracle/instruments"}) {
        const auto path = std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / folder;
        if (!std::filesystem::exists(path)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() != ".json") continue;
            SCOPED_TRACE(entry.path().string());
            ++count;
            const auto read = read_instrument(file_text(entry.path()));
            if (!read) {
                for (const problem& p : read.problems().problems)
                    ADD_FAILURE() << status_name(p.code) << " at byte " << p.offset << ", " << p.path;
                continue;
            }
            EXPECT_EQ(read->id, entry.path().stem().string());
            const std::string written = write_instrument(*read);
            const auto again = read_instrument(written);
            ASSERT_TRUE(again);
            EXPECT_TRUE(*again == *read);
            EXPECT_EQ(write_instrument(*again), written);
        }
    }
    EXPECT_GE(count, 16U);
}

TEST(instrument_json, round_trips_every_rule) {
    const auto read = read_instrument(seed(full));
    ASSERT_TRUE(read);
    const auto again = read_instrument(write_instrument(*read));
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *read);
}

TEST(instrument_json, writes_members_in_the_documented_order_without_defaults) {
    const std::string written = write_instrument(*read_instrument(seed(tiny)));
    EXPECT_EQ(written.substr(0, 66), "{\n  \"format\": \"peersupport-instrument-1\",\n  \"id\": \"tiny\",\n  \"versi");
    EXPECT_NE(written.find("      \"items\": [\"a\", \"b\"],\n"), std::string::npos);
    for (const char* absent :
         {"forms", "reverse", "weight", "points", "facets", "multiplier", "released", "co_production", "kind"})
        EXPECT_EQ(written.find("\"" + std::string(absent) + "\""), std::string::npos) << absent;
    std::size_t before = 0;
    const std::string every = write_instrument(*read_instrument(seed(full)));
    for (const char* member :
         {"format",   "id",           "version",       "name",     "about",          "released",   "subject",
          "standing", "verification", "rights",        "citation", "sources",        "facets",     "response_scales",
          "items",    "scales",       "sample_scales", "forms",    "open_questions", "collection", "co_production"}) {
        const std::size_t at = every.find("\n  \"" + std::string(member) + "\": ");
        ASSERT_NE(at, std::string::npos) << member;
        EXPECT_LE(before, at) << member;
        before = at;
    }
}

TEST(instrument_json, opens_bundled_instruments_by_id) {
    for (const bundled_instrument& one : bundled_instruments()) {
        const auto read = open_instrument(one.id);
        ASSERT_TRUE(read) << one.id;
        EXPECT_EQ(read->id, one.id);
    }
    const auto none = open_instrument("no-such-instrument");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.problems().code(), status::not_found);
}
