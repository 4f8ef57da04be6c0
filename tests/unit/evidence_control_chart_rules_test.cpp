// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/control_chart_rules.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace peersupport {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// The places (centre 0, sigma 1) that the rule marks.
std::vector<std::size_t> marked(chart_rule rule, const chart_rules& rules, const std::vector<double>& values) {
    std::vector<chart_place> places;
    for (const double v : values) places.push_back({v, 0, 1, v == v});
    const auto signals = chart_signals(places, rules);
    std::vector<std::size_t> to;
    for (std::size_t i = 0; i < signals.size(); ++i)
        if ((signals[i] >> static_cast<unsigned>(rule) & 1U) != 0) to.push_back(i);
    return to;
}

using places = std::vector<std::size_t>;

chart_rules only(int chart_rules::*length, int value) {
    chart_rules to;
    to.*length = value;
    return to;
}

TEST(ChartRules, APointOnTheLimitIsNotBeyondIt) {
    EXPECT_EQ(marked(chart_rule::beyond_limits, {}, {3, 3.01, -3, -3.01, gap}), (places{1, 3}));
    chart_rules none;
    none.beyond_limits = false;
    EXPECT_EQ(marked(chart_rule::beyond_limits, none, {9}), places{});
}

TEST(ChartRules, ARunIsBrokenByAPointOnTheCentreAndByAGap) {
    const chart_rules rules = only(&chart_rules::run_length, 3);
    EXPECT_EQ(marked(chart_rule::run, rules, {1, 1, 1, 1, -1, -1}), (places{0, 1, 2, 3}));
    EXPECT_EQ(marked(chart_rule::run, rules, {1, 1, 0, 1, 1}), places{});
    EXPECT_EQ(marked(chart_rule::run, rules, {1, 1, gap, 1, 1}), places{});
    EXPECT_EQ(marked(chart_rule::run, rules, {-1, 1, 1, 1}), (places{1, 2, 3}));
}

TEST(ChartRules, ATrendIsCountedInPointsAndBrokenByEqualOnes) {
    const chart_rules rules = only(&chart_rules::trend_length, 4);
    EXPECT_EQ(marked(chart_rule::trend, rules, {0, 1, 2, 3, 2, 1, 0}), (places{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(marked(chart_rule::trend, rules, {0, 1, 2, 2, 3, 4}), places{});
    EXPECT_EQ(marked(chart_rule::trend, rules, {0, 1, 2, gap, 3, 4}), places{});
    EXPECT_EQ(marked(chart_rule::trend, rules, {5, 0, 1, 2, 3}), (places{1, 2, 3, 4}));
}

TEST(ChartRules, TwoOfThreeLieOnTheSameSide) {
    chart_rules rules;
    rules.two_of_three = true;
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2.5, 0, 2.5, 0}), (places{0, 2}));
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2.5, 0, -2.5}), places{});
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2, 2, 2}), places{});
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2.5, gap, 2.5}), places{});
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2.5, 3.5, 0}), (places{0, 1}));
    rules.zones_inside_limits = true;
    EXPECT_EQ(marked(chart_rule::two_of_three, rules, {2.5, 3.5, 0}), places{});
}

TEST(ChartRules, FourOfFiveLieOnTheSameSide) {
    chart_rules rules;
    rules.four_of_five = true;
    EXPECT_EQ(marked(chart_rule::four_of_five, rules, {1.5, 1.5, 0, 1.5, 1.5}), (places{0, 1, 3, 4}));
    EXPECT_EQ(marked(chart_rule::four_of_five, rules, {1.5, 1.5, 0, -1.5, 1.5}), places{});
}

TEST(ChartRules, AlternatingNearAndAway) {
    EXPECT_EQ(marked(chart_rule::alternating, only(&chart_rules::alternating_length, 5), {0, 2, 1, 2, 1, 1, 3}),
              (places{0, 1, 2, 3, 4}));
    EXPECT_EQ(marked(chart_rule::alternating, only(&chart_rules::alternating_length, 5), {0, 1, 2, 1, 2, 3}), places{});
    EXPECT_EQ(marked(chart_rule::near_centre, only(&chart_rules::near_centre_length, 3), {0.5, -0.5, 0, 1, 0}),
              (places{0, 1, 2}));
    EXPECT_EQ(marked(chart_rule::away_from_centre, only(&chart_rules::away_length, 3), {1.5, -1.5, 1.5, 1, 2}),
              (places{0, 1, 2}));
}

TEST(ChartRules, WithoutSigmaOnlyRowsOfPointsApply) {
    std::vector<chart_place> flat(9, {1, 0, gap, true});
    for (const std::uint16_t signals : chart_signals(flat, nelson))
        EXPECT_EQ(signals, 1U << static_cast<unsigned>(chart_rule::run));
}

TEST(ChartRules, PresetsAreThoseOfTheirSources) {
    EXPECT_EQ(making_data_count.run_length, 7);
    EXPECT_EQ(making_data_count.trend_length, 7);
    EXPECT_EQ(western_electric.run_length, 8);
    EXPECT_EQ(western_electric.trend_length, 0);
    EXPECT_EQ(nelson.run_length, 9);
    EXPECT_EQ(nelson.trend_length, 6);
}

TEST(ChartRules, HaveWordsInBothLanguages) {
    for (std::uint8_t r = 0; r < chart_rule_count; ++r) {
        EXPECT_FALSE(id_of(static_cast<chart_rule>(r)).empty());
        EXPECT_NE(text_of(static_cast<chart_rule>(r), language::en), text_of(static_cast<chart_rule>(r), language::fr));
    }
}

}  // namespace
}  // namespace peersupport
