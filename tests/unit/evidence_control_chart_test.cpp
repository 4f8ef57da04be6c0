// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/control_chart.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace peersupport {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

control_chart xmr(const std::vector<double>& values, const xmr_options& options = {}) {
    return xmr_chart(values, options, making_data_count).value();
}

control_chart shares(const std::vector<std::int64_t>& events, const std::vector<std::int64_t>& n,
                     chart_dispersion dispersion = chart_dispersion::binomial_or_poisson,
                     chart_baseline baseline = {}) {
    return p_chart(events, n, dispersion, baseline, making_data_count).value();
}

TEST(XmrChart, AGapIsNeitherZeroNorARange) {
    const control_chart got = xmr({10, 12, gap, 14, 13});
    EXPECT_EQ(got.centre, 49.0 / 4);
    EXPECT_EQ(got.mean_moving_range, 1.5);
    EXPECT_EQ(got.points[2].why, statistic_reason::too_few_rows);
    EXPECT_TRUE(std::isnan(got.points[2].value));
    EXPECT_FALSE(got.points[2].baseline);
    EXPECT_EQ(got.baseline_points, 4);
    EXPECT_TRUE(std::isnan(got.moving_ranges[0]) && std::isnan(got.moving_ranges[2]) &&
                std::isnan(got.moving_ranges[3]));
}

TEST(XmrChart, LimitsRestOnTheBaselineAndStayThere) {
    xmr_options options;
    options.baseline = {0, 4};
    const control_chart before = xmr({10, 12, 11, 13}), after = xmr({10, 12, 11, 13, 40, 90}, options);
    EXPECT_EQ(before.centre, after.centre);
    EXPECT_EQ(before.mean_moving_range, after.mean_moving_range);
    EXPECT_EQ(before.points[0].upper, after.points[5].upper);
    EXPECT_EQ(after.points[4].signals & 1U, 1U);
    EXPECT_FALSE(after.points[4].baseline);
}

TEST(XmrChart, WithoutVariationOrPointsHasNoLimits) {
    const control_chart flat = xmr({7, 7, 7});
    EXPECT_EQ(flat.why, statistic_reason::no_variance);
    EXPECT_EQ(flat.centre, 7);
    EXPECT_TRUE(std::isnan(flat.points[0].upper));
    EXPECT_EQ(xmr({7}).why, statistic_reason::too_few_rows);
    EXPECT_EQ(xmr({7, gap, 8}).why, statistic_reason::too_few_rows);
    EXPECT_EQ(xmr({}).why, statistic_reason::too_few_rows);
    EXPECT_TRUE(std::isnan(xmr({gap, gap}).centre));
}

TEST(XmrChart, ClipsLimitsToWhatCanBeMeasured) {
    xmr_options options;
    options.lowest = 0;
    options.highest = 100;
    const control_chart got = xmr({5, 95, 20, 80}, options);
    EXPECT_EQ(got.points[0].lower, 0);
    EXPECT_EQ(got.points[0].upper, 100);
    EXPECT_GT(got.points[0].sigma * 3, 100);
}

TEST(XmrChart, RefusesImpossibleOptions) {
    const auto code = [](auto change) {
        xmr_options options;
        chart_rules rules = western_electric;
        change(options, rules);
        return xmr_chart(std::vector<double>{1, 2}, options, rules).problems().code();
    };
    EXPECT_EQ(code([](xmr_options& o, chart_rules&) { o.limit_factor = 0; }), status::invalid_argument);
    EXPECT_EQ(code([](xmr_options& o, chart_rules&) { o.range_factor = gap; }), status::invalid_argument);
    EXPECT_EQ(code([](xmr_options& o, chart_rules&) { o.lowest = 1, o.highest = 1; }), status::invalid_argument);
    EXPECT_EQ(code([](xmr_options& o, chart_rules&) { o.baseline = {2, 1}; }), status::invalid_argument);
    EXPECT_EQ(code([](xmr_options&, chart_rules& r) { r.run_length = 1; }), status::invalid_argument);
    EXPECT_EQ(code([](xmr_options&, chart_rules& r) { r.trend_length = -1; }), status::invalid_argument);
}

TEST(PChart, EmptyAndMissingSubgroupsAreToldApart) {
    const control_chart got = shares({3, 0, 0, 5}, {10, 0, -1, 10});
    EXPECT_EQ(got.centre, 0.4);
    EXPECT_EQ(got.points[1].why, statistic_reason::empty_subgroup);
    EXPECT_EQ(got.points[2].why, statistic_reason::too_few_rows);
    EXPECT_TRUE(std::isnan(got.points[1].value) && std::isnan(got.points[1].upper));
    EXPECT_EQ(got.baseline_points, 2);
}

TEST(PChart, LimitsDependOnSizeAndAreClipped) {
    const control_chart got = shares({1, 40, 2}, {4, 400, 4});
    EXPECT_EQ(got.points[0].lower, 0);
    EXPECT_GT(got.points[0].upper, got.points[1].upper);
    EXPECT_LE(shares({4, 3}, {4, 4}).points[0].upper, 1);
}

TEST(PChart, NobodyOrEverybodyGivesNoLimits) {
    EXPECT_EQ(shares({0, 0}, {5, 5}).why, statistic_reason::no_variance);
    EXPECT_EQ(shares({5, 5}, {5, 5}).why, statistic_reason::no_variance);
    EXPECT_EQ(shares({0, 0}, {0, 0}).why, statistic_reason::too_few_rows);
}

TEST(PChart, RefusesEventsThatCannotBe) {
    const auto code = [](std::vector<std::int64_t> events, std::vector<std::int64_t> n) {
        return p_chart(events, n, chart_dispersion::laney, {}, nelson).problems().code();
    };
    EXPECT_EQ(code({6}, {5}), status::field_value);
    EXPECT_EQ(code({-1}, {5}), status::field_value);
    EXPECT_EQ(code({1}, {0}), status::field_value);
    EXPECT_EQ(code({1}, {1, 2}), status::shape_mismatch);
    EXPECT_EQ(code({1}, {INT64_MAX}), status::too_large);
}

// Laney's p′ by hand: σ_z is the mean moving range of z over 1.128.
TEST(PChart, WidensItsLimitsByTheVariationBetweenPeriods) {
    const std::vector<std::int64_t> events{400, 600, 450, 550}, n(4, 1000);
    const control_chart plain = shares(events, n), wide = shares(events, n, chart_dispersion::laney);
    const double sigma = std::sqrt(0.25 / 1000);
    EXPECT_DOUBLE_EQ(wide.sigma_z, (0.2 + 0.15 + 0.1) / 3 / sigma / 1.128);
    EXPECT_DOUBLE_EQ(wide.points[0].sigma, plain.points[0].sigma * wide.sigma_z);
    EXPECT_EQ(plain.sigma_z, 1);
}

TEST(UChart, TakesAnyExposure) {
    const auto got = u_chart(std::vector<std::int64_t>{3, 5, 0, 2}, std::vector<double>{1.5, 2.5, 0, gap},
                             chart_dispersion::binomial_or_poisson, {}, making_data_count)
                         .value();
    EXPECT_EQ(got.centre, 2);
    EXPECT_DOUBLE_EQ(got.points[0].upper, 2 + 3 * std::sqrt(2 / 1.5));
    EXPECT_EQ(got.points[0].lower, 0);
    EXPECT_EQ(got.points[2].why, statistic_reason::empty_subgroup);
    EXPECT_EQ(got.points[3].why, statistic_reason::too_few_rows);
    EXPECT_EQ(u_chart(std::vector<std::int64_t>{3}, std::vector<double>{-1}, chart_dispersion::laney, {}, nelson)
                  .problems()
                  .code(),
              status::field_value);
}

TEST(EwmaChart, GoesOnAfterAGap) {
    ewma_options options;
    options.start = 0;
    options.sigma = 1;
    options.weight = 0.5;
    options.widening_limits = true;
    const auto got = ewma_chart(std::vector<double>{4, gap, 4}, options).value();
    EXPECT_EQ(got.points[0].value, 2);
    EXPECT_TRUE(std::isnan(got.points[1].value));
    EXPECT_EQ(got.points[2].value, 3);
    EXPECT_DOUBLE_EQ(got.points[0].upper, 1.5);
    EXPECT_DOUBLE_EQ(got.points[2].upper, 3 * std::sqrt(1 / 3.0 * (1 - 1 / 16.0)));
    options.weight = 0;
    EXPECT_EQ(ewma_chart(std::vector<double>{4}, options).problems().code(), status::invalid_argument);
}

}  // namespace
}  // namespace peersupport
