// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/funnel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace peersupport {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

funnel shares(const std::vector<std::int64_t>& events, const std::vector<std::int64_t>& n, double target = none,
              funnel_dispersion dispersion = funnel_dispersion::none) {
    return funnel_of_shares(events, n, {target, dispersion, 0.1}).value();
}

TEST(Funnel, UsesTheTargetItIsGiven) {
    EXPECT_EQ(shares({1, 3}, {10, 10}).target, 0.2);
    EXPECT_EQ(shares({1, 3}, {10, 10}, 0.5).target, 0.5);
    EXPECT_LT(shares({1, 3}, {10, 10}, 0.5).points[0].z, 0);
}

TEST(Funnel, SaysWhyThereAreNoLimits) {
    EXPECT_EQ(shares({}, {}).why, statistic_reason::too_few_rows);
    EXPECT_EQ(shares({0, 0}, {0, 0}).why, statistic_reason::too_few_rows);
    EXPECT_EQ(shares({0, 0}, {5, 9}).why, statistic_reason::no_variance);
    const funnel one_empty = shares({0, 2, 1}, {0, 9, 8});
    EXPECT_EQ(one_empty.points[0].why, statistic_reason::empty_subgroup);
    EXPECT_EQ(one_empty.why, statistic_reason::computed);
    EXPECT_TRUE(std::isnan(limit_of(shares({0, 0}, {5, 9}), 0.1, 0.95, 0, 1).lower));
}

TEST(Funnel, OverdispersionWidensLimitsAndNeverNarrowsThem) {
    const std::vector<std::int64_t> events{10, 60, 20, 70}, n(4, 100);
    const funnel plain = shares(events, n), wide = shares(events, n, none, funnel_dispersion::multiplicative);
    EXPECT_GT(wide.phi, 1);
    EXPECT_LT(limit_of(wide, 0.05, 0.95, 0, 1).lower, limit_of(plain, 0.05, 0.95, 0, 1).lower);
    const funnel calm = shares({40, 40, 40}, {100, 100, 100}, none, funnel_dispersion::multiplicative);
    EXPECT_EQ(calm.phi, 0);
    EXPECT_EQ(limit_of(calm, 0.05, 0.95, 0, 1).lower, limit_of(shares({40, 40}, {100, 100}), 0.05, 0.95, 0, 1).lower);
}

TEST(Funnel, OfMeansWeighsByPeople) {
    const funnel got =
        funnel_of_means(std::vector<double>{80, 60, none}, std::vector<std::int64_t>{30, 10, 5}, 20, {none}).value();
    EXPECT_EQ(got.target, 75);
    EXPECT_DOUBLE_EQ(got.points[0].z, 5 / (20 / std::sqrt(30.0)));
    EXPECT_EQ(got.points[2].why, statistic_reason::empty_subgroup);
}

TEST(Funnel, RefusesWhatCannotBe) {
    const auto code = [](std::vector<std::int64_t> e, std::vector<std::int64_t> n, funnel_options o) {
        return funnel_of_shares(e, n, o).problems().code();
    };
    EXPECT_EQ(code({3}, {2}, {none}), status::field_value);
    EXPECT_EQ(code({3}, {2, 2}, {none}), status::shape_mismatch);
    EXPECT_EQ(code({1}, {2}, {1.5}), status::invalid_argument);
    EXPECT_EQ(code({1}, {2}, {none, funnel_dispersion::winsorized, 0.5}), status::invalid_argument);
    EXPECT_EQ(code({0, 0}, {INT64_MAX, INT64_MAX}, {none}), status::too_large);
    EXPECT_EQ(funnel_of_means(std::vector<double>{1}, std::vector<std::int64_t>{1}, 0, {none}).problems().code(),
              status::invalid_argument);
}

}  // namespace
}  // namespace peersupport
