// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace peersupport {
namespace {

using numbers = std::vector<std::int64_t>;

TEST(Interval, SharesAtTheEdges) {
    EXPECT_EQ(wilson_interval(0, 0).why, statistic_reason::too_few_rows);
    EXPECT_EQ(wilson_interval(-1, 5).why, statistic_reason::code_outside);
    EXPECT_EQ(clopper_pearson_interval(6, 5).why, statistic_reason::code_outside);
    for (std::int64_t x = 0; x <= 7; ++x) {
        for (const bool corrected : {false, true}) {
            const statistic s = wilson_interval(x, 7, .95, corrected),
                            other = wilson_interval(7 - x, 7, .95, corrected);
            EXPECT_NEAR(s.low, 1 - other.high, 1e-15);
            EXPECT_TRUE(0 <= s.low && s.low <= s.value && s.value <= s.high && s.high <= 1) << x;
        }
        EXPECT_LE(clopper_pearson_interval(x, 7).low, wilson_interval(x, 7).low + 1e-12);
    }
    EXPECT_EQ(wilson_interval(7, 7).high, 1);
}

TEST(Interval, PlainMeanIsStudents) {
    const statistic s = mean_interval({numbers{1, 2, 3, 4}, 1}, {0, 0, 0, .95});
    const double half = 3.18244630528370997 * std::sqrt(5.0 / 3 / 4);
    EXPECT_DOUBLE_EQ(s.value, 2.5);
    EXPECT_NEAR(s.low, 2.5 - half, 1e-12);
    EXPECT_NEAR(s.high, 2.5 + half, 1e-12);
    EXPECT_EQ(s.estimator, "mean/t");
}

// Everybody at the top: plain t would claim certainty; a quarter of a respondent at each end does not.
TEST(Interval, BoundedMeanIsNeverCertain) {
    const numbers top(5, 100);
    const statistic plain = mean_interval({top, 1}, {0, 100, 0, .95}), bounded = mean_interval({top, 1});
    EXPECT_EQ(plain.why, statistic_reason::no_bound);
    EXPECT_EQ(plain.value, 100);
    EXPECT_EQ(bounded.why, statistic_reason::computed);
    EXPECT_EQ(bounded.high, 100);
    EXPECT_LT(bounded.low, 90);
    EXPECT_EQ(bounded.value, 100);
    // By hand: size 5.5, mean 525/5.5, squares 5·(100−m)² + ¼(m² + (100−m)²).
    const double m = 525 / 5.5, squares = 5 * (100 - m) * (100 - m) + .25 * (m * m + (100 - m) * (100 - m));
    EXPECT_NEAR(bounded.low, m - 2.77644510519779269 * std::sqrt(squares / 4.5 / 5.5), 1e-10);
}

TEST(Interval, MeansAtTheEdges) {
    EXPECT_EQ(mean_interval({}).why, statistic_reason::too_few_rows);
    EXPECT_EQ(mean_interval({numbers{50}, 1}).why, statistic_reason::no_bound);
    EXPECT_EQ(mean_interval({numbers{50}, 1}).value, 50);
    EXPECT_EQ(mean_interval({numbers{50, 101}, 1}).why, statistic_reason::code_outside);
    EXPECT_EQ(mean_interval({numbers{INT64_MAX, INT64_MIN, 3}, 1}, {0, 0, 0, .95}).why, statistic_reason::too_large);
}

TEST(Interval, OrderAndScaleDoNotMatter) {
    const statistic a = mean_interval({numbers{125, 500, 875, 1000}, 10}),
                    b = mean_interval({numbers{100000, 12500, 87500, 50000}, 1000});
    EXPECT_DOUBLE_EQ(a.value, 62.5);
    EXPECT_DOUBLE_EQ(a.low, b.low);
}

TEST(Interval, WelchOfTextbookData) {
    // B. L. Welch's test as R's t.test gives it for sleep (extra ~ group): t −1.8608, df 17.776, p .07939, −3.3654832 …
    // 0.2054832.
    const numbers one{7, -16, -2, -12, -1, 34, 37, 8, 0, 20}, two{19, 8, 11, 1, -1, 44, 55, 16, 46, 34};
    const mean_gap g = welch_gap({one, 10}, {two, 10}, {0, 0, 0, .95});
    EXPECT_NEAR(g.t, -1.8608, 5e-5);
    EXPECT_NEAR(g.df, 17.776, 5e-4);
    EXPECT_NEAR(g.p, .07939, 5e-6);
    EXPECT_NEAR(g.gap.low, -3.3654832, 5e-8);
    EXPECT_NEAR(g.gap.high, .2054832, 5e-8);
    EXPECT_NEAR(g.gap.value, -1.58, 1e-14);
}

TEST(Interval, GapsAtTheEdges) {
    EXPECT_EQ(welch_gap({numbers{1}, 1}, {numbers{1, 2}, 1}).gap.why, statistic_reason::too_few_rows);
    const mean_gap flat = welch_gap({numbers{3, 3}, 1}, {numbers{5, 5}, 1}, {0, 0, 0, .95});
    EXPECT_EQ(flat.gap.why, statistic_reason::no_bound);
    EXPECT_EQ(flat.gap.value, -2);
    EXPECT_TRUE(std::isnan(flat.p));
    const mean_gap bounded = welch_gap({numbers{0, 0}, 1}, {numbers{100, 100}, 1});
    EXPECT_EQ(bounded.gap.low, -100);
    EXPECT_EQ(bounded.gap.why, statistic_reason::computed);
}

}  // namespace
}  // namespace peersupport
