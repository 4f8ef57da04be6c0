// SPDX-License-Identifier: Apache-2.0
// Means, intervals and tests against figures worked out elsewhere.
#include "evidence/score_moments.hpp"
#include "peersupport/evidence/figure.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace peersupport::evidence {
namespace {

std::vector<score_bin> hundredths(const std::vector<std::pair<std::int64_t, std::int64_t>>& scores) {
    std::vector<score_bin> to;
    for (const auto& [score, people] : scores) to.push_back({4, score, 1, people});
    return to;
}

TEST(integrity_figure, adds_fractions_of_several_denominators) {
    // 100·5/12, 100·9/16 and 100·12/12: three and four items answered.
    const std::vector<score_bin> bins{{3, 500, 12, 2}, {3, 1200, 12, 1}, {4, 900, 16, 3}};
    const score_moments m = moments_of(bins);
    EXPECT_EQ(m.people, 6);
    EXPECT_NEAR(m.mean, (2 * 500.0 / 12 + 100 + 3 * 56.25) / 6, 1e-12);
    EXPECT_EQ(moments_of({}).people, 0);
}

TEST(integrity_figure, has_an_interval_where_everybody_says_the_same) {
    const figure f = mean_figure(moments_of(hundredths({{100, 10}})), {});
    EXPECT_EQ(f.value, 100);
    EXPECT_EQ(f.high, 100);
    EXPECT_NEAR(f.low, 86.43, 0.005);  // 97.619 − 2.262157 · √24.468
    const figure plain = mean_figure(moments_of(hundredths({{100, 10}})), {0, 0.95});
    EXPECT_EQ(plain, (figure{100, 100, 100}));
}

TEST(integrity_figure, without_ends_is_the_plain_t_interval) {
    const figure f = mean_figure(moments_of(hundredths({{40, 1}, {60, 1}, {70, 1}, {80, 1}, {90, 1}})), {0, 0.95});
    EXPECT_NEAR(f.value, 68, 1e-12);
    EXPECT_NEAR(f.high - f.value, 2.7764451051977987 * std::sqrt(370.0 / 5), 1e-9);
}

TEST(integrity_figure, without_ends_is_welchs_test) {
    // Means 60 and 75, variances 250 and 125, five and four people: t = −1.661, df = 6.97.
    const score_moments a = moments_of(hundredths({{40, 1}, {50, 1}, {60, 1}, {70, 1}, {80, 1}}));
    const score_moments b = moments_of(hundredths({{60, 1}, {75, 2}, {90, 1}}));
    const mean_difference d = difference_of(a, b, {0, 0.95});
    EXPECT_DOUBLE_EQ(d.difference.value, -15);
    const double error = std::sqrt(250.0 / 5 + 150.0 / 4);
    EXPECT_NEAR((d.difference.high + d.difference.low) / 2, -15, 1e-12);
    EXPECT_GT(d.difference.high - d.difference.low, 2 * 2.3 * error);
    EXPECT_LT(d.difference.high - d.difference.low, 2 * 2.45 * error);
    EXPECT_GT(d.p, 0.14);
    EXPECT_LT(d.p, 0.17);
    EXPECT_DOUBLE_EQ(difference_of(b, a, {0, 0.95}).p, d.p);
    const score_moments same = moments_of(hundredths({{50, 5}}));
    EXPECT_EQ(difference_of(same, same, {0, 0.95}).p, 1);
    EXPECT_GT(difference_of(same, a, {}).p, 0.05);
}

TEST(integrity_figure, holm_steps_down) {
    const std::array<double, 4> p{0.01, 0.04, 0.03, 0.005};
    EXPECT_EQ(holm(p), (std::vector<double>{0.03, 0.06, 0.06, 0.02}));
    EXPECT_EQ(holm({}), std::vector<double>{});
    const std::array<double, 2> large{0.9, 0.8};
    EXPECT_EQ(holm(large), (std::vector<double>{1, 1}));
}

TEST(integrity_figure, wilson_shares) {
    const figure f = share_figure(81, 263, 0.95);  // Newcombe 1998: .2553 to .3662
    EXPECT_NEAR(f.low, 25.53, 0.005);
    EXPECT_NEAR(f.high, 36.62, 0.005);
    EXPECT_EQ(share_figure(0, 20, 0.95).low, 0);
    EXPECT_NEAR(share_figure(0, 20, 0.95).high, 16.11, 0.005);  // Newcombe 1998: .1611
    EXPECT_NEAR(share_figure(1, 29, 0.95).low, 0.61, 0.005);    // .0061 to .1718
    EXPECT_NEAR(share_figure(1, 29, 0.95).high, 17.18, 0.005);
    EXPECT_EQ(share_figure(29, 29, 0.95).high, 100);
}

TEST(integrity_figure, regions_rest_on_units) {
    const std::array<score_moments, 3> units{score_moments{10, 60, 0}, score_moments{10, 80, 0},
                                             score_moments{10, 70, 0}};
    const figure f = units_figure(units, 70, 0.95);
    // Σ (10·10)² · 2 · 3/2 = 30000; √30000 / 30 = 5.7735; t with two degrees of freedom 4.302653.
    EXPECT_NEAR(f.low, 70 - 4.302652729749464 * 5.773502691896258, 1e-9);
    EXPECT_NEAR(f.high, 70 + 4.302652729749464 * 5.773502691896258, 1e-9);
    EXPECT_EQ(units_figure(std::span(units).first(1), 60, 0.95), (figure{60, 0, 100}));
}

}  // namespace
}  // namespace peersupport::evidence
