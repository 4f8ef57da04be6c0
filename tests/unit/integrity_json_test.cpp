// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/integrity_json.hpp"
#include "integrity_document.hpp"
#include "peersupport/exchange/collection_json.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

#include <limits>
#include <string>
#include <vector>

using namespace peersupport;
using namespace peersupport::unit;

TEST(integrity_json, reads_every_member_of_a_request) {
    const auto read = read_request(example("request.json"));
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->policy, (integrity_policy{"", 5, 3, readership::service, false}));
    EXPECT_EQ(*read->collection, *read_collection(example("collection.json")));
    EXPECT_EQ(read->wave, "2025-1");
    EXPECT_EQ(*read->period, (day_period{{2024, 7, 1}, {2026, 1, 1}}));
    EXPECT_EQ(read->cut_set, "proposed-2026");
    EXPECT_EQ(*read->baseline, *read_snapshot(example("snapshot.json")));
    EXPECT_TRUE(read->overall);
    EXPECT_TRUE(read->stratifier.empty() && read->own_unit.empty() && read->community_governance.empty());
    EXPECT_EQ(*read->reliability, (given_reliability{212, 0.72, "A pooled study"}));
    EXPECT_EQ(read->done.at(0).did.fr, "Vous pouvez demander quelqu’un d’autre.");
    EXPECT_TRUE(read->done.at(0).why.empty());
    EXPECT_EQ(read->process.at(0).points.at(1), (process_count{"2025-02", 5, 8}));
    EXPECT_EQ(read->seed, 7U);
}

TEST(integrity_json, a_policy_is_named_or_given_and_never_a_default) {
    const std::string base = R"({"format": "peersupport-integrity-request-1", "policy": {"audience": "team", ?}})";
    const auto with = [&](const char* members) { return read_request(changed(base, {{"?", members}}).text); };
    const auto named = with(R"("id": "k11", "workers_agreed": true)");
    ASSERT_TRUE(named) << list_of(named.problems());
    EXPECT_EQ(named->policy.id, "policy-k11");
    EXPECT_EQ(named->policy.minimum_people, 11);
    EXPECT_EQ(named->policy.audience, readership::team);
    EXPECT_TRUE(named->policy.workers_agreed);
    EXPECT_EQ(with(R"("id": "policy-k11")")->policy.minimum_workers, named->policy.minimum_workers);
    EXPECT_TRUE(with(R"("id": "k11", "minimum_people": 11)"));  // as an output writes it
    EXPECT_EQ(with(R"("minimum_people": 12)")->policy, (integrity_policy{"", 12, 3, readership::team, false}));
    EXPECT_EQ(with(R"("id": null, "minimum_people": 12, "minimum_workers": 4)")->policy.minimum_workers, 4);
    expect_only(
        base,
        {
            {{{"?", "\"id\": ^\"k12\""}}, status::reference_unknown, "/policy/id"},
            {{{"?", "\"id\": \"k11\", \"minimum_people\": ^7"}}, status::field_value, "/policy/minimum_people"},
            {{{"?", "\"workers_agreed\": true"}}, status::field_missing, "/policy/minimum_people"},
            {{{"\"team\", ?", "^\"everybody\", \"minimum_people\": 5"}}, status::field_value, "/policy/audience"},
            {{{"\"audience\": \"team\", ?", "\"minimum_people\": 5"}}, status::field_missing, "/policy/audience"},
            {{{", \"policy\": {\"audience\": \"team\", ?}", ""}}, status::field_missing, "/policy"},
        },
        read_request);
}

TEST(integrity_json, says_what_is_wrong_with_a_request_and_where) {
    expect_only(
        example("request.json"),
        {
            {{{"\"wave\": \"2025-1\",\n \"period\"", "\"wave\": ^7,\n \"period\""}}, status::field_type, "/wave"},
            {{{"\"to\": \"2026-01-01\"", "\"to\": ^\"2024-07-01\""}}, status::date_out_of_range, "/period/to"},
            {{{"\"lower\": 0.72", "\"lower\": ^1.72"}}, status::field_value, "/reliability/lower"},
            {{{"\"people\": 212", "\"people\": ^-1"}}, status::field_value, "/reliability/people"},
            {{{"\"events\": 3", "\"events\": ^9"}}, status::field_value, "/process/0/points/0/events"},
            {{{"\"2025-02\", \"events\"", "\"2025-01\", \"events\""}}, status::field_value, "/process/0/points/1"},
            {{{"\"seed\": 7", "\"seed\": ^-7"}}, status::field_value, "/seed"},
            {{{"\"seed\": 7", "\"seed\": 7, ^\"rank\": true"}}, status::field_unknown, "/rank"},
            {{{"\"overall\": true", "\"overall\": ^1"}}, status::field_type, "/overall"},
            {{{"[4, 25, 1, 1]", "^[4, 101, 1, 1]"}}, status::field_value, "/baseline/cells/0/bins/0"},
        },
        read_request);
}

TEST(integrity_json, reports_everything_at_once_in_the_order_of_the_file) {
    const auto read =
        read_request(R"({"format": "peersupport-integrity-request-1", "policy": {"minimum_people": "5"},)"
                     R"( "collection": {"id": 3}, "wave": "", "period": {"from": "2025-1-1"}, "done": [{}]})");
    ASSERT_FALSE(read);
    EXPECT_EQ(list_of(read.problems()),
              "FIELD_MISSING /policy/audience\nFIELD_TYPE /policy/minimum_people\nFIELD_MISSING /collection/format\n"
              "FIELD_TYPE /collection/id\nFIELD_VALUE /wave\nFIELD_MISSING /period/to\nDATE_MALFORMED /period/from\n"
              "FIELD_MISSING /done/0/said\n");
}

TEST(integrity_json, figures_are_written_as_the_shortest_decimal_and_nothing_as_null) {
    integrity_profile profile;
    unit_profile& unit = profile.units.emplace_back();
    integrity_cell& cell = unit.cells.emplace_back();
    cell.showing = showing::shown;
    cell.mean = figure{100.0 / 3, -0.0, 1e-7};
    cell.people = 12;
    unit.views.emplace_back().p = std::numeric_limits<double>::quiet_NaN();
    const std::string written = write_integrity_profile(profile);
    EXPECT_NE(written.find(R"("mean": {"value": 33.333333333333336, "low": 0, "high": 1e-07})"), std::string::npos);
    EXPECT_NE(written.find("\"people\": 12,"), std::string::npos);
    for (const char* nothing : {"\"p\": null", "\"cut_set\": null", "\"region\": null", "\"equity\": null",
                                "\"level\": null", "\"done\": null", "\"outcomes\": null", "\"higher\": null"})
        EXPECT_NE(written.find(nothing), std::string::npos) << nothing;
    EXPECT_EQ(written.find("nan"), std::string::npos);
    EXPECT_EQ(written, write_integrity_profile(profile));
}

TEST(integrity_json, no_bytes_break_the_reader) { expect_robust(example("request.json"), 3, read_request); }

TEST(integrity_json, no_error_tells_a_value) { expect_silent(example("request.json"), read_request); }
