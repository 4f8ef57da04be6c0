// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/reliability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace peersupport {
namespace {

constexpr std::int64_t gap = INT64_MIN;
using table = std::vector<std::vector<std::int64_t>>;

struct columns_of {
    explicit columns_of(const table& from) : values(from) {
        for (const auto& c : values) {
            auto& there = present.emplace_back();
            for (const std::int64_t v : c) there.push_back(v != gap);
        }
        for (std::size_t c = 0; c < values.size(); ++c) columns.push_back({values[c].data(), 1, present[c].data()});
    }
    table values;
    std::vector<std::vector<std::uint8_t>> present;
    std::vector<whole_column> columns;
};

covariance_matrix covariances(const table& from, missing_rows missing = missing_rows::pairwise) {
    const columns_of to(from);
    gram g(from.size());
    EXPECT_EQ(g.add(to.columns, from.front().size()), status::ok);
    const covariance_matrix by_gram = covariance_matrix::of(g, missing);
    const auto straight = covariance_matrix::of(to.columns, from.front().size(), missing);
    EXPECT_TRUE(straight);
    for (std::size_t i = 0; i < from.size(); ++i)
        for (std::size_t j = 0; j < from.size(); ++j)
            EXPECT_TRUE((*straight)(i, j) == by_gram(i, j) || std::isnan(by_gram(i, j)));
    EXPECT_EQ(straight->min_pairs(), by_gram.min_pairs());
    return by_gram;
}

const table four{{1, 2, 3, 4, 5, 5}, {2, 2, 3, 5, 4, 5}, {1, 3, 2, 4, 4, 5}, {2, 1, 3, 4, 5, 4}};

table with(const table& from, std::size_t c, std::vector<std::int64_t> column) {
    table to = from;
    to[c] = std::move(column);
    return to;
}

TEST(Reliability, CovariancesByHand) {
    const covariance_matrix of = covariances({{1, 2, gap, 4}, {2, gap, 3, 5}});
    EXPECT_DOUBLE_EQ(of(0, 0), 7.0 / 3);
    EXPECT_DOUBLE_EQ(of(0, 1), 4.5);
    EXPECT_EQ(of.pairs(0, 1), 2);
    EXPECT_EQ(of.rows(), 4);
    EXPECT_EQ(of.min_pairs(), 2);
    EXPECT_DOUBLE_EQ(of.mean(0), 7.0 / 3);
}

// Trap 4: with gaps the two rules give two numbers, and the estimator says which.
TEST(Reliability, PairwiseAndListwiseAlphaDiffer) {
    table rows(4);
    for (std::size_t c = 0; c < 4; ++c)
        for (int r = 0; r < 60; ++r) rows[c].push_back((r + static_cast<int>(c) * r % 7) % 5 + r / 20);
    for (int r = 0; r < 60; r += 4) rows[static_cast<std::size_t>(r / 4 % 4)][static_cast<std::size_t>(r)] = gap;
    const statistic pairwise = cronbach_alpha(covariances(rows)),
                    listwise = cronbach_alpha(covariances(rows, missing_rows::listwise));
    EXPECT_EQ(pairwise.why, statistic_reason::computed);
    EXPECT_NE(pairwise.value, listwise.value);
    EXPECT_EQ(pairwise.estimator, "alpha-pairwise/feldt");
    EXPECT_EQ(listwise.estimator, "alpha-listwise/feldt");
    EXPECT_EQ(pairwise.n, 60);
    EXPECT_EQ(listwise.n, 45);
    EXPECT_EQ(pairwise.min_pairs, 52);
}

TEST(Reliability, EveryRefusalHasItsReason) {
    const auto why = [](const table& t, missing_rows m = missing_rows::pairwise) {
        return cronbach_alpha(covariances(t, m)).why;
    };
    EXPECT_EQ(why({{1, 2, 3, 4}}), statistic_reason::too_few_columns);
    EXPECT_EQ(why({{1, 2}, {2, 4}}), statistic_reason::too_few_rows);
    EXPECT_EQ(why(with(four, 2, {3, 3, 3, 3, 3, 3})), statistic_reason::no_variance);
    EXPECT_EQ(why({{1, 2, 3, 4}, {4, 3, 2, 1}}), statistic_reason::no_variance);  // the sum does not vary
    EXPECT_EQ(why(with(four, 0, {gap, gap, gap, 1, 2, 3})), statistic_reason::never_together);
    EXPECT_EQ(why({{1, 2, 3, gap, gap, gap}, {gap, gap, gap, 1, 2, 3}}), statistic_reason::never_together);
    EXPECT_EQ(why({{gap, gap, gap}, {1, 2, 3}}, missing_rows::listwise), statistic_reason::too_few_rows);
    const statistic none = cronbach_alpha(covariances(with(four, 2, {3, 3, 3, 3, 3, 3})));
    EXPECT_TRUE(std::isnan(none.value) && std::isnan(none.low) && std::isnan(none.high));
}

TEST(Reliability, ContradictingCorrelationsAreRefused) {
    const double r[] = {1, .9, .9, .9, 1, -.9, .9, -.9, 1};
    const auto of = covariance_matrix::of(r, 3, 100);
    ASSERT_TRUE(of);
    EXPECT_EQ(cronbach_alpha(*of).why, statistic_reason::not_positive);
    EXPECT_EQ(mcdonald_omega(*of).omega.why, statistic_reason::not_positive);
    // Singular is not contradicting: an item that stands twice.
    const double twice[] = {1, 1, .5, 1, 1, .5, .5, .5, 1};
    EXPECT_EQ(cronbach_alpha(*covariance_matrix::of(twice, 3, 100)).why, statistic_reason::computed);
    EXPECT_EQ(guttman_lambda6(*covariance_matrix::of(twice, 3, 100)).why, statistic_reason::not_identified);
}

TEST(Reliability, MatricesThatAreNoneAreRefused) {
    const double crooked[] = {1, .5, .4, 1}, infinite[] = {1, INFINITY, INFINITY, 1};
    EXPECT_FALSE(covariance_matrix::of(crooked, 2, 10));
    EXPECT_FALSE(covariance_matrix::of(infinite, 2, 10));
    EXPECT_FALSE(covariance_matrix::of(crooked, 3, 10));
    EXPECT_FALSE(covariance_matrix::of(crooked, 2, -1));
}

TEST(Reliability, OmegaNeedsOneFactorOfOneSign) {
    const double opposed[] = {1, .5, -.5, .5, 1, -.5, -.5, -.5, 1};
    EXPECT_EQ(mcdonald_omega(*covariance_matrix::of(opposed, 3, 100)).omega.why, statistic_reason::mixed_signs);
    const double nothing[] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    EXPECT_EQ(mcdonald_omega(*covariance_matrix::of(nothing, 3, 100)).omega.why, statistic_reason::not_identified);
    const double two[] = {1, .5, .5, 1};
    EXPECT_EQ(mcdonald_omega(*covariance_matrix::of(two, 2, 100)).omega.why, statistic_reason::too_few_columns);
    const double heywood[] = {1, .9, .9, .9, 1, .4, .9, .4, 1};
    EXPECT_NE(mcdonald_omega(*covariance_matrix::of(heywood, 3, 100)).omega.why, statistic_reason::computed);
}

// With equal loadings alpha, omega, Spearman–Brown and λ4 are one number.
TEST(Reliability, ParallelItemsAgree) {
    std::vector<double> r(16, .4);
    for (std::size_t i = 0; i < 4; ++i) r[i * 5] = 1;
    const auto of = covariance_matrix::of(r, 4, 100);
    const double expected = 4 * .4 / (1 + 3 * .4);
    const std::uint8_t second[] = {0, 1, 0, 1};
    EXPECT_NEAR(cronbach_alpha(*of).value, expected, 1e-12);
    EXPECT_NEAR(standardized_alpha(*of).value, expected, 1e-12);
    EXPECT_NEAR(mcdonald_omega(*of).omega.value, expected, 1e-12);
    EXPECT_NEAR(split_half(*of, second).spearman_brown.value, expected, 1e-12);
    EXPECT_NEAR(split_half(*of, second).lambda4.value, expected, 1e-12);
    const std::uint8_t none[] = {0, 0, 0, 0};
    EXPECT_EQ(split_half(*of, none).spearman_brown.why, statistic_reason::too_few_columns);
}

TEST(Reliability, ItemsAmongTheOthers) {
    const covariance_matrix of = covariances(four);
    const possible_range range{1, 5};
    const auto rows = item_analysis(of, {&range, 1});
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_DOUBLE_EQ(rows[0].mean, 20.0 / 6);
    EXPECT_DOUBLE_EQ(rows[0].difficulty, (20.0 / 6 - 1) / 4);
    // Against the rest of the table, computed the long way.
    const table rest{{5, 6, 8, 13, 13, 14}};
    const covariance_matrix pair = covariances({four[0], rest[0]});
    EXPECT_NEAR(rows[0].item_rest, pair(0, 1) / std::sqrt(pair(0, 0) * pair(1, 1)), 1e-14);
    EXPECT_NEAR(rows[0].alpha_if_deleted, cronbach_alpha(covariances({four[1], four[2], four[3]})).value, 1e-14);
    const auto flat = item_analysis(covariances(with(four, 2, {3, 3, 3, 3, 3, 3})), {});
    EXPECT_EQ(flat[2].why, statistic_reason::no_variance);
    EXPECT_TRUE(std::isnan(flat[2].item_rest) && std::isnan(flat[2].difficulty));
    EXPECT_EQ(flat[0].why, statistic_reason::computed);
}

TEST(Reliability, MeasurementErrorAndItsEdges) {
    EXPECT_EQ(sem_of_residuals(covariances({{1, 1, 1}, {1, 1, 1}})).sem.why, statistic_reason::no_variance);
    EXPECT_EQ(sem_of_residuals(covariances({{1, 2, 3}, {2, 3, 4}})).sem.value, 0);  // a shift is no error of rank
    EXPECT_EQ(sem_of_reliability(-1, .5).sem.why, statistic_reason::not_identified);
    EXPECT_EQ(sem_of_reliability(10, 1.5).sem.why, statistic_reason::not_identified);
    EXPECT_EQ(sem_of_reliability(10, .84).sem.why, statistic_reason::no_bound);
    EXPECT_NEAR(sem_of_reliability(10, .84).sem.value, 4, 1e-14);
}

TEST(Reliability, NumbersTooLargeForAGramStillCount) {
    const std::int64_t large = std::int64_t{1} << 40;
    const columns_of to({{large, large + 1, large + 3}, {large, large + 2, large + 2}});
    gram g(2);
    EXPECT_EQ(g.add(to.columns, 3), status::too_large);
    const auto of = covariance_matrix::of(to.columns, 3, missing_rows::pairwise);
    ASSERT_TRUE(of);
    EXPECT_DOUBLE_EQ((*of)(0, 0), 7.0 / 3);
    const columns_of beyond({{INT64_MAX, 1}, {1, 2}});
    EXPECT_FALSE(covariance_matrix::of(beyond.columns, 2, missing_rows::pairwise));
}

}  // namespace
}  // namespace peersupport
