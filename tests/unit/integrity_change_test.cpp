// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/integrity_change.hpp"

#include "integrity_case.hpp"

#include <gtest/gtest.h>

namespace peersupport::testing {
namespace {

integrity_case two_waves(int then, std::int32_t then_level, int now, std::int32_t now_level) {
    integrity_case of;
    of.with({.wave = "2025-1", .people = then, .level = then_level}).with({.people = now, .level = now_level});
    return of;
}

snapshot stored(const integrity_case& of, std::string_view wave = "2025-1") {
    return take_snapshot(of.counted(), integrity_survey(), canonical(), {}, wave).value();
}

unit_change change(const integrity_case& of, const std::optional<snapshot>& baseline) {
    integrity_request asked = request_at(5);
    asked.baseline = baseline;
    return assessed(of, asked).units[0].change;
}

TEST(integrity_change, is_measured_only_against_a_baseline) {
    const integrity_case of = two_waves(20, 2, 20, 4);
    EXPECT_EQ(change(of, std::nullopt).reason, "msg-no-baseline");
    EXPECT_EQ(change(of, stored(of, "2025-2")).reason, "msg-no-baseline") << "the same wave is none";
    const unit_change found = change(of, stored(of));
    ASSERT_TRUE(found.measured);
    EXPECT_EQ(found.baseline->wave, "2025-1");
    for (const value_change& v : found.values) {
        EXPECT_EQ(v.verdict, change_verdict::higher);
        EXPECT_DOUBLE_EQ(v.difference->value, 50);
        EXPECT_DOUBLE_EQ(v.then->value, 50);
    }
    EXPECT_EQ(change(two_waves(20, 4, 20, 2), stored(two_waves(20, 4, 20, 2))).values[0].verdict,
              change_verdict::lower);
    EXPECT_EQ(change(two_waves(20, 3, 20, 3), stored(two_waves(20, 3, 20, 3))).values[0].verdict,
              change_verdict::cannot_tell);
}

TEST(integrity_change, refuses_other_versions) {
    const integrity_case of = two_waves(20, 2, 20, 4);
    snapshot other = stored(of);
    other.instrument.digest[0] = other.instrument.digest[0] == '0' ? '1' : '0';
    EXPECT_EQ(change(of, other).reason, "msg-version-differs");
    EXPECT_TRUE(change(of, other).baseline) << "what it was";
    other = stored(of);
    other.definition.version = "2.0.0";
    EXPECT_EQ(change(of, other).reason, "msg-version-differs");
    other.definition.version = "1.0.0";
    other.definition.digest.clear();
    EXPECT_TRUE(change(of, other).measured) << "a smaller step adds rows and keeps meanings";
    other.definition.overlay_digest = "other";
    EXPECT_EQ(change(of, other).reason, "msg-version-differs");
}

TEST(integrity_change, never_gives_a_hidden_figure_away) {
    const integrity_case few = two_waves(4, 2, 20, 4);
    EXPECT_EQ(change(few, stored(few)).reason, "msg-baseline-hidden");
    const integrity_case now = two_waves(20, 2, 4, 4);
    EXPECT_EQ(change(now, stored(now)).reason, "msg-not-established");
    integrity_case other = two_waves(20, 2, 20, 4);
    snapshot elsewhere = stored(other);
    for (snapshot_cell& c : elsewhere.cells) c.unit = "south";
    EXPECT_EQ(change(other, elsewhere).reason, "msg-no-baseline");
}

TEST(integrity_change, refuses_a_baseline_that_contradicts_itself) {
    const integrity_case of = two_waves(20, 2, 20, 4);
    const auto refused = [&](auto spoil) {
        integrity_request asked = request_at(5);
        asked.baseline = stored(of);
        spoil(asked.baseline->cells[0]);
        const auto found = assess_integrity(of.counted(), integrity_survey(), canonical(), asked);
        return found ? status::ok : found.problems().code();
    };
    EXPECT_EQ(refused([](snapshot_cell& c) { c.people = 21; }), status::field_value);
    EXPECT_EQ(refused([](snapshot_cell& c) { c.bins[0].denominator = 0; }), status::field_value);
    EXPECT_EQ(refused([](snapshot_cell& c) { c.bins[0].numerator = -1; }), status::field_value);
    EXPECT_EQ(refused([](snapshot_cell& c) { c.bins.push_back(c.bins[0]); }), status::field_value);
    EXPECT_EQ(refused([](snapshot_cell& c) { c.workers = -1; }), status::field_value);
    EXPECT_EQ(refused([](snapshot_cell&) {}), status::ok);
}

TEST(integrity_series, has_limits_from_eight_waves_on) {
    integrity_case of;
    for (int w = 1; w <= 8; ++w)
        of.with({.wave = "201" + std::to_string(w), .people = 10, .level = w % 2 == 0 ? 3 : 4});
    integrity_profile p = assessed(of, request_at(5));
    ASSERT_EQ(p.waves.size(), 8U);
    EXPECT_EQ(p.wave, "2018");
    const value_series& s = p.units[0].series.at(0);
    ASSERT_EQ(s.points.size(), 8U);
    EXPECT_EQ(s.points[0].people, 10);
    ASSERT_TRUE(s.chart);
    EXPECT_DOUBLE_EQ(s.chart->centre, 87.5);
    EXPECT_DOUBLE_EQ(s.chart->lower[0], 87.5 - 2.66 * 25);
    EXPECT_EQ(s.chart->upper[0], 100);
    of.with({.wave = "2019", .people = 3});
    p = assessed(of, request_at(5));
    EXPECT_EQ(p.units[0].series[0].points[8].showing, showing::too_few_people);
    EXPECT_FALSE(p.units[0].series[0].points[8].mean);
    EXPECT_TRUE(p.units[0].series[0].chart);
    integrity_request fewer = request_at(5);
    fewer.collection = collection{};
    for (int w = 1; w <= 9; ++w) {
        const auto year = static_cast<std::int16_t>(2010 + w);
        fewer.collection->waves.push_back({"201" + std::to_string(w), {year, 1, 1}, {year, 7, 1}});
    }
    fewer.period = day_period{{2015, 1, 1}, {2019, 1, 1}};
    p = assessed(of, fewer);
    EXPECT_EQ(p.waves, (std::vector<std::string>{"2015", "2016", "2017", "2018"}));
    EXPECT_FALSE(p.units[0].series[0].chart);
}

TEST(integrity_series, keeps_process_measures_apart) {
    integrity_request asked = request_at(5);
    process_series notes{"north", "notes-together", {}};
    for (int m = 1; m <= 8; ++m) notes.points.push_back({"2025-0" + std::to_string(m), m == 8 ? 90 : 50, 100});
    notes.points.push_back({"2025-09", 0, 0});
    asked.process = {notes};
    const unit_profile u = assessed(integrity_case().with({}), asked).units[0];
    ASSERT_EQ(u.process.size(), 1U);
    ASSERT_EQ(u.process[0].points.size(), 9U);
    EXPECT_DOUBLE_EQ(*u.process[0].points[0].share, 50);
    EXPECT_FALSE(u.process[0].points[8].share);
    ASSERT_TRUE(u.process[0].chart);
    EXPECT_DOUBLE_EQ(u.process[0].chart->centre, 55);
    ASSERT_FALSE(u.process[0].chart->signals.empty());
    EXPECT_EQ(u.process[0].chart->signals[0], (chart_signal{"beyond-limits", 7, 7}));
    asked.process[0].points[0].of = -1;
    EXPECT_FALSE(assess_integrity(integrity_case().with({}).counted(), integrity_survey(), canonical(), asked));
}

}  // namespace
}  // namespace peersupport::testing
