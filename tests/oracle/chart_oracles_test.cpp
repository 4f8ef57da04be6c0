// SPDX-License-Identifier: Apache-2.0
// Published control charts and funnels: O-10 and O-11, and the conventions that give other limits.
#include "../unit/rating_table.hpp"

#include "peersupport/evidence/control_chart.hpp"
#include "peersupport/evidence/funnel.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace peersupport {
namespace {

using testing::expect_printed;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
// NIST/SEMATECH e-Handbook 6.3.2.2
const std::vector<double> flow{49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};

control_chart xmr(const xmr_options& options) { return xmr_chart(flow, options, western_electric).value(); }

TEST(IndividualsOracle, NistFlow) {
    xmr_options options;
    options.limit_factor = 3 / 1.128;
    const control_chart got = xmr(options);
    expect_printed(got.centre, "50.81");
    expect_printed(got.mean_moving_range, "1.877777778");
    expect_printed(got.points[0].upper, "55.80408983");
    expect_printed(got.points[9].lower, "45.81591017");
    expect_printed(got.points[0].upper, "55.8041");
    expect_printed(got.points[0].lower, "45.8159");
    for (const chart_point& p : got.points) EXPECT_EQ(p.signals, 0);
}

TEST(ConventionTrap, TwoFactorsOfIndividualsCharts) {  // trap 6
    const control_chart rounded = xmr({});
    expect_printed(rounded.points[0].upper, "55.80488889");
    expect_printed(rounded.points[0].lower, "45.81511111");
    expect_printed(rounded.moving_range_upper, "6.1347");
    xmr_options other;
    other.range_factor = 3.268;
    expect_printed(xmr(other).moving_range_upper, "6.1365777778");
}

TEST(SharesOracle, NistWafers) {  // Montgomery 7.4
    const std::vector<std::int64_t> events{12, 15, 8, 10, 4,  7,  16, 9,  14, 10, 5,  6, 17, 12, 22,
                                           8,  10, 5, 13, 11, 20, 18, 24, 15, 9,  12, 7, 13, 9,  6};
    const std::vector<std::int64_t> n(30, 50);
    chart_rules only_limits;
    const control_chart got = p_chart(events, n, chart_dispersion::binomial_or_poisson, {}, only_limits).value();
    EXPECT_EQ(got.centre, 347.0 / 1500);
    expect_printed(got.centre, ".2313333333");
    for (std::size_t i = 0; i < 30; ++i) {
        expect_printed(got.points[i].upper, ".4102391186");
        expect_printed(got.points[i].lower, ".0524275481");
        EXPECT_EQ(got.points[i].signals, i == 14 || i == 22 ? 1 : 0) << i;
    }
}

TEST(MovingAverageOracle, Nist) {
    const std::vector<double> data{52,   47,   53,   49.3, 50.1, 47,   51,   50.1, 51.2, 50.5,
                                   49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    ewma_options options;
    options.start = 50;
    options.sigma = 2.0539;
    const control_chart got = ewma_chart(data, options).value();
    const char* printed[] = {"50.60",   "49.52",   "50.564",  "50.1848", "50.1594", "49.2116", "49.7481",
                             "49.8537", "50.2576", "50.3303", "50.1112", "49.3578", "49.5205", "50.0543",
                             "49.3780", "49.9246", "50.7272", "51.2291", "51.9403", "51.9882"};
    for (std::size_t i = 0; i < 20; ++i) expect_printed(got.points[i].value, printed[i]);
    expect_printed(got.points[3].upper, "52.58843174");
    expect_printed(got.points[3].lower, "47.41156826");
}

const std::vector<std::int64_t> operations{47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360};
const std::vector<std::int64_t> deaths{0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24};

TEST(FunnelOracle, TwelveHospitals) {
    funnel_options options;
    options.target = nan;
    options.dispersion = funnel_dispersion::none;
    const funnel got = funnel_of_shares(deaths, operations, options).value();
    expect_printed(got.target, "0.0739161336");
    const char* z[] = {"-1.9368384", "2.2182190", "-0.2789046", "-1.8629617", "-1.9987862", "-0.4061181",
                       "-0.6093738", "3.9381646", "-0.3455231", "0.3221574",  "2.4073362",  "-0.5257297"};
    const std::vector<int> at_95{0, 1, 0, 0, -1, 0, 0, 1, 0, 0, 1, 0}, at_998{0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    for (std::size_t i = 0; i < 12; ++i) {
        expect_printed(got.points[i].z, z[i]);
        EXPECT_EQ(position_of(got, got.points[i], 0.95), at_95[i]) << i;
        EXPECT_EQ(position_of(got, got.points[i], 0.998), at_998[i]) << i;
    }
    expect_printed(got.mean_square, "3.212969877");
    expect_printed(12 * got.mean_square, "38.55563852");
    EXPECT_EQ(got.phi, 1);
}

TEST(FunnelOracle, Overdispersion) {
    funnel_options options;
    options.target = nan;
    options.dispersion = funnel_dispersion::multiplicative;
    expect_printed(funnel_of_shares(deaths, operations, options)->phi, "3.212969877");
    options.dispersion = funnel_dispersion::winsorized;
    expect_printed(funnel_of_shares(deaths, operations, options)->phi, "2.363287036");
}

TEST(ConventionTrap, TheLowerLimitOfAFunnelIsNotBelowZero) {  // trap 8
    funnel_options options;
    options.target = nan;
    const funnel got = funnel_of_shares(deaths, operations, options).value();
    const double error = got.points[0].standard_error;  // 47 operations
    EXPECT_LT(limit_of(got, error, 0.998, -1, 1).lower, 0);
    EXPECT_EQ(limit_of(got, error, 0.998, 0, 1).lower, 0);
    EXPECT_GT(limit_of(got, error, 0.998, 0, 1).upper, got.target);
}

}  // namespace
}  // namespace peersupport
