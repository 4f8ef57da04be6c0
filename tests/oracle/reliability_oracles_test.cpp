// SPDX-License-Identifier: Apache-2.0
// Published numbers, each to half a unit of its last printed digit.
#include "evidence/distribution.hpp"
#include "peersupport/evidence/change.hpp"
#include "peersupport/evidence/interval.hpp"
#include "peersupport/evidence/latent_score.hpp"
#include "peersupport/evidence/reliability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace peersupport {
namespace {

using table = std::vector<std::vector<std::int64_t>>;  // columns

covariance_matrix covariances(const table& columns, missing_rows missing = missing_rows::pairwise) {
    std::vector<whole_column> to;
    for (const auto& c : columns) to.push_back({c.data(), 1, nullptr});
    gram g(columns.size());
    EXPECT_EQ(g.add(to, columns.front().size()), status::ok);
    return covariance_matrix::of(g, missing);
}

#define EXPECT_PRINTED(value, printed, digits) EXPECT_NEAR(value, printed, 0.5 * std::pow(10.0, -(digits)) * 1.0001)

const table pingouin_questions{
    {3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4}, {2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3},
    {4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5}, {1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5},
    {4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3}, {5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1},
    {1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3}, {4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2},
    {3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3}, {2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4}};

TEST(ReliabilityOracles, O6CronbachAlphaWithFeldtInterval) {
    for (const auto missing : {missing_rows::pairwise, missing_rows::listwise}) {
        const covariance_matrix of = covariances(pingouin_questions, missing);
        const statistic alpha = cronbach_alpha(of);
        EXPECT_PRINTED(alpha.value, 0.5917188486, 10);
        EXPECT_PRINTED(alpha.low, 0.1949213907, 10);
        EXPECT_PRINTED(alpha.high, 0.8398208146, 10);
        EXPECT_EQ(alpha.n, 15);
        EXPECT_PRINTED(standardized_alpha(of).value, 0.6343498015, 10);
    }
}

TEST(ReliabilityOracles, O1AlphaOfATableIsIntraclassCorrelation3k) {
    const covariance_matrix of =
        covariances({{9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}});
    EXPECT_PRINTED(cronbach_alpha(of).value, 0.9093155424, 10);
}

std::vector<double> from_lower(std::size_t k, const std::vector<double>& lower) {
    std::vector<double> r(k * k, 1.0);
    std::size_t at = 0;
    for (std::size_t i = 1; i < k; ++i)
        for (std::size_t j = 0; j < i; ++j) r[i * k + j] = r[j * k + i] = lower[at++];
    return r;
}

TEST(ReliabilityOracles, O7OmegaOfKnownLoadings) {
    const double loading[4] = {.5, .6, .7, .8};
    std::vector<double> lower;
    for (int i = 1; i < 4; ++i)
        for (int j = 0; j < i; ++j) lower.push_back(loading[i] * loading[j]);
    const auto of = covariance_matrix::of(from_lower(4, lower), 4, 1000);
    ASSERT_TRUE(of);
    const omega_result omega = mcdonald_omega(*of);
    EXPECT_PRINTED(omega.omega.value, 0.7494456763, 10);
    EXPECT_EQ(omega.omega.why, statistic_reason::no_bound);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(omega.loadings[i], loading[i], 1e-12);
    EXPECT_PRINTED(cronbach_alpha(*of).value, 0.7420546933, 10);
}

// psych's omega_total .9308 has three factors; omega of one factor is another number and does not pretend to be it.
TEST(ReliabilityOracles, O7ThurstoneAlphaAndLambda6) {
    const auto of =
        covariance_matrix::of(from_lower(9, {.828, .776, .779, .439, .493, .460, .432, .464, .425, .674, .447, .489,
                                             .443, .590, .541, .447, .432, .401, .381, .402, .288, .541, .537, .534,
                                             .350, .367, .320, .555, .380, .358, .359, .424, .446, .325, .598, .452}),
                              9, 213);
    ASSERT_TRUE(of);
    EXPECT_PRINTED(cronbach_alpha(*of).value, 0.8914575356, 10);
    EXPECT_PRINTED(guttman_lambda6(*of).value, 0.9081762418, 10);
    const double one_factor = mcdonald_omega(*of).omega.value;
    EXPECT_GT(one_factor, 0.88);
    EXPECT_LT(one_factor, 0.92);
}

TEST(ReliabilityOracles, O8ReliableChange) {
    change_rule by{7.5, .80, 1.96, true, true, 50};
    const change_error error = error_of(by);
    EXPECT_PRINTED(error.sem, 3.354101966, 9);
    EXPECT_PRINTED(error.difference, 4.743416490, 9);
    EXPECT_PRINTED(error.threshold, 9.297096321, 9);
    const double before[] = {32.5, 32.5, 47.5, std::nan(""), 32.5}, after[] = {47.5, 50.5, 32.5, 1, 33};
    const auto rows = reliable_change(before, after, by);
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_PRINTED(rows[0].index, 3.16227766, 8);
    EXPECT_EQ(rows[0].kind, change_kind::better);
    EXPECT_EQ(rows[1].kind, change_kind::better_past_cut);
    EXPECT_EQ(rows[2].kind, change_kind::worse);
    EXPECT_EQ(rows[3].kind, change_kind::not_known);
    EXPECT_EQ(rows[4].kind, change_kind::no_reliable_change);
    const auto cuts = change_cuts({40, 7.5}, {60, 7.5});
    EXPECT_DOUBLE_EQ(cuts[0], 55);
    EXPECT_DOUBLE_EQ(cuts[1], 45);
    EXPECT_DOUBLE_EQ(cuts[2], 50);
}

TEST(ReliabilityOracles, O9StandardErrorOfMeasurementTrap5BothDefinitions) {
    const covariance_matrix of =
        covariances({{146, 148, 170, 90, 157, 156, 176, 205}, {140, 152, 152, 99, 145, 153, 167, 218}});
    const measurement_error e = sem_of_residuals(of);
    EXPECT_PRINTED(e.sem.value * e.sem.value, 57.1071428571, 10);
    EXPECT_PRINTED(e.sem.value, 7.556926813, 9);
    EXPECT_PRINTED(e.mdc.value, 20.94673244, 8);
    // The other definition: SD of all scores and ICC(3,1).
    double sum = 0, squares = 0;
    for (const int v : {146, 148, 170, 90, 157, 156, 176, 205, 140, 152, 152, 99, 145, 153, 167, 218})
        sum += v, squares += v * v;
    const double sd = std::sqrt((squares - sum * sum / 16) / 15);
    const statistic other = sem_of_reliability(sd, .94701614).sem;
    EXPECT_PRINTED(other.value, 7.308, 3);
    EXPECT_NE(other.estimator, e.sem.estimator);
}

TEST(ReliabilityOracles, O9BlandAltman) {
    const std::int64_t w[] = {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427};
    const std::int64_t m[] = {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451};
    std::vector<std::int64_t> d;
    for (std::size_t i = 0; i < 17; ++i) d.push_back(w[i] - m[i]);
    const bland_altman two = limits_of_agreement({d, 1}, 2.0), usual = limits_of_agreement({d, 1});
    EXPECT_PRINTED(two.bias.value, -2.117647059, 9);
    EXPECT_PRINTED(two.sd, 38.76512987, 8);
    EXPECT_PRINTED(two.low, -79.64790681, 8);
    EXPECT_PRINTED(two.high, 75.41261269, 8);
    EXPECT_PRINTED(usual.low, -78.09730161, 8);
    EXPECT_PRINTED(usual.high, 73.86200749, 8);
}

TEST(ReliabilityOracles, O14SharesWithThreeIntervals) {
    const statistic a = wilson_interval(81, 263), b = wilson_interval(81, 263, .95, true),
                    c = clopper_pearson_interval(81, 263);
    EXPECT_PRINTED(a.low, .2552885199, 10);
    EXPECT_PRINTED(a.high, .3662095770, 10);
    EXPECT_PRINTED(b.low, .2535086823, 10);
    EXPECT_PRINTED(b.high, .3681762010, 10);
    EXPECT_PRINTED(c.low, .2527367456, 10);
    EXPECT_PRINTED(c.high, .3676219226, 10);
    const statistic d = wilson_interval(0, 20), e = wilson_interval(0, 20, .95, true),
                    f = clopper_pearson_interval(0, 20);
    EXPECT_EQ(d.low, 0);
    EXPECT_PRINTED(d.high, .1611251581, 10);
    EXPECT_EQ(e.low, 0);
    EXPECT_PRINTED(e.high, .2004533450, 10);
    EXPECT_EQ(f.low, 0);
    EXPECT_PRINTED(f.high, .1684334710, 10);
}

TEST(ReliabilityOracles, O18WilsonOfPeerSupportCounts) {
    const struct {
        std::int64_t x, n;
        double low, high;
    } rows[] = {{146, 152, 91.6563, 98.1785},
                {143, 151, 89.8947, 97.2913},
                {144, 152, 89.9589, 97.3093},
                {138, 152, 85.1339, 94.4341},
                {133, 152, 81.3016, 91.8496}};
    for (const auto& row : rows) {
        const statistic s = wilson_interval(row.x, row.n);
        EXPECT_PRINTED(100 * s.low, row.low, 4);
        EXPECT_PRINTED(100 * s.high, row.high, 4);
    }
}

const std::vector<graded_parameters> global_mental_health{{2.41143, {-2.44599, -1.31584, -0.19095, 1.07032}},
                                                          {3.66810, {-2.30582, -1.25786, -0.33120, 0.66825}},
                                                          {2.97642, {-1.78310, -0.89865, -0.00524, 1.07197}},
                                                          {1.89441, {-2.81790, -1.51385, -0.25479, 0.99431}}};

TEST(ReliabilityOracles, O12ScoresFromPatterns) {
    const auto model = latent_score_model::make(global_mental_health);
    ASSERT_TRUE(model);
    const auto check = [&](std::vector<std::int16_t> answers, double theta, double se, int digits) {
        for (auto& a : answers) a = static_cast<std::int16_t>(a - 1);
        const latent_score s = model->score(answers);
        EXPECT_PRINTED(s.theta, theta, digits);
        if (se > 0) {
            EXPECT_PRINTED(s.se, se, 10);
        }
    };
    check({3, 3, 3, 3}, -.6310018874, .3087995345, 10);
    check({2, 4, 3, 5}, -.1700767927, .3600446907, 10);
    check({4, 0, 4, 0}, .3984859259, .4419784007, 10);
    check({5, 1, 5, 1}, -.4123659989, .7365338254, 10);
    check({1, 1, 1, 1}, -2.81124003, 0, 8);
    check({5, 5, 5, 5}, 1.752485701, .5299189689, 9);
    const latent_score nothing = model->score(std::vector<std::int16_t>(4, -1));
    EXPECT_NEAR(nothing.theta, 0, 1e-12);
    EXPECT_NEAR(nothing.se, 1, 1e-6);
}

TEST(ReliabilityOracles, O12ScoresFromSums) {
    const auto model = latent_score_model::make(global_mental_health);
    ASSERT_TRUE(model);
    const auto sums = model->sum_scores();
    ASSERT_EQ(sums.size(), 17u);
    const struct {
        std::size_t raw;
        double theta;
    } rows[] = {{4, -2.81124003}, {5, -2.41679170}, {8, -1.55538979}, {10, -1.07609482}, {12, -.61805495},
                {14, -.14982106}, {15, .09098006},  {16, .33519249},  {18, .89466426},   {20, 1.75248570}};
    for (const auto& row : rows) EXPECT_PRINTED(sums[row.raw - 4].score.theta, row.theta, 8);
    EXPECT_PRINTED(sums[0].score.se, .45889344, 8);
    EXPECT_PRINTED(sums[16].score.se, .52991897, 8);
    EXPECT_PRINTED(sums[0].probability, .002496889, 9);
    EXPECT_PRINTED(sums[11].probability, .103852623, 9);
    EXPECT_PRINTED(sums[16].probability, .066304213, 9);
}

// Published T after linear norming; plain 50 + 10·θ is off by up to 0.8.
TEST(ReliabilityOracles, O12PublishedTable) {
    const auto model = latent_score_model::make(global_mental_health);
    ASSERT_TRUE(model);
    const double t[17] = {21.1, 25.1, 28.4, 31.3, 33.8, 36.3, 38.8, 41.1, 43.5,
                          45.8, 48.3, 50.8, 53.3, 56.0, 59.0, 62.5, 67.6};
    const auto sums = model->sum_scores();
    for (std::size_t s = 0; s < 17; ++s) EXPECT_NEAR(49.80182 + 10.23301 * sums[s].score.theta, t[s], 0.15);
}

}  // namespace
}  // namespace peersupport
