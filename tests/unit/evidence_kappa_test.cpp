// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/kappa.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

cohen_result cohen(const rating_table& t, kappa_weights kind = kappa_weights::unweighted) {
    const rating_tally tally = tally_of(t);
    return cohen_kappa(tally, 0, 1, disagreement_weights(kind, tally.category_count()), 0.95).value();
}

TEST(CohenKappa, IsOneForPerfectAgreement) {
    const cohen_result got = cohen(rating_table("1 1 / 2 2 / 2 2"));
    EXPECT_EQ(got.kappa.value, 1);
    EXPECT_EQ(got.kappa.why, statistic_reason::no_bound);
    EXPECT_EQ(got.observed, 1);
}

TEST(CohenKappa, SaysWhyThereIsNone) {
    const cohen_result same = cohen(rating_table("2 2 / 2 2 / 2 2"));
    EXPECT_EQ(same.kappa.why, statistic_reason::no_expected_disagreement);
    EXPECT_NE(same.kappa.value, same.kappa.value);
    EXPECT_EQ(same.kappa.n, 3);
    EXPECT_EQ(cohen(rating_table("1 * / * 2")).kappa.why, statistic_reason::too_few_rows);
}

TEST(CohenKappa, UsesUnitsBothRated) {
    EXPECT_EQ(cohen(rating_table("1 1 / 1 2 / 2 2 / * 2 / 1 *")).kappa.value,
              cohen(rating_table("1 1 / 1 2 / 2 2")).kappa.value);
    EXPECT_EQ(cohen(rating_table("1 1 / 1 2 / 2 2 / * 2 / 1 *")).kappa.n, 3);
}

TEST(CohenKappa, DoesNotDependOnWhoIsFirst) {
    const rating_tally t = tally_of(rating_table("1 1 / 1 2 / 3 2 / 2 2 / 3 3 / 1 3"));
    const auto w = disagreement_weights(kappa_weights::quadratic, 3);
    EXPECT_EQ(cohen_kappa(t, 0, 1, w, 0.95)->kappa.value, cohen_kappa(t, 1, 0, w, 0.95)->kappa.value);
    EXPECT_EQ(cohen_kappa(t, 0, 0, w, 0.95).problems().code(), status::invalid_argument);
    EXPECT_EQ(cohen_kappa(t, 0, 2, w, 0.95).problems().code(), status::invalid_argument);
}

TEST(CohenKappa, RefusesTablesAndWeightsThatAreNone) {
    const std::vector<std::int64_t> table{1, 2, 3, 4}, weights{0, 1, 1, 0};
    const auto code = [](const auto& t, const auto& w) { return cohen_kappa(t, 2, w, 0.95).problems().code(); };
    EXPECT_EQ(code(std::vector<std::int64_t>{1, 2, 3}, weights), status::shape_mismatch);
    EXPECT_EQ(code(std::vector<std::int64_t>{1, 2, 3, -1}, weights), status::field_value);
    EXPECT_EQ(code(std::vector<std::int64_t>{1, 2, 3, INT64_MAX}, weights), status::too_large);
    EXPECT_EQ(code(table, std::vector<std::int64_t>{1, 1, 1, 0}), status::field_value);
    EXPECT_EQ(code(table, std::vector<std::int64_t>{0, -1, 1, 0}), status::field_value);
    EXPECT_EQ(code(table, std::vector<std::int64_t>{0, 0, 0, 0}), status::field_value);
    EXPECT_EQ(cohen_kappa(table, 2, weights, 1.5).problems().code(), status::invalid_argument);
}

TEST(CohenKappa, DoesNotChangeWhenWeightsAreScaled) {
    const std::vector<std::int64_t> table{10, 2, 1, 3, 9, 2, 0, 4, 8};
    std::vector<std::int64_t> w = disagreement_weights(kappa_weights::quadratic, 3), large = w;
    for (std::int64_t& v : large) v *= 1000;
    EXPECT_EQ(cohen_kappa(table, 3, w, 0.95)->kappa.value, cohen_kappa(table, 3, large, 0.95)->kappa.value);
}

TEST(CohenKappa, IsExactForHugeCounts) {
    constexpr std::int64_t many = std::int64_t{1} << 50;
    const std::vector<std::int64_t> table{many, 0, 1, many}, w{0, 1, 1, 0};
    EXPECT_LT(cohen_kappa(table, 2, w, 0.95)->kappa.value, 1);
}

TEST(FleissKappa, SaysWhyThereIsNone) {
    const auto why = [](const char* t) { return fleiss_kappa(tally_of(rating_table(t))).kappa.why; };
    EXPECT_EQ(why("1 1 1 / 1 1 1"), statistic_reason::no_expected_disagreement);
    EXPECT_EQ(why("1 2 1 / 1 * 1"), statistic_reason::unbalanced);
    EXPECT_EQ(why("1 * / * 2"), statistic_reason::too_few_columns);
    EXPECT_EQ(fleiss_kappa(rating_tally::make({{1, 2}, 1, 2, true}).value()).kappa.why, statistic_reason::too_few_rows);
}

TEST(FleissKappa, LeavesOutUnitsNobodyRated) {
    EXPECT_EQ(fleiss_kappa(tally_of(rating_table("1 2 1 / 1 1 1 / 2 2 2"))).kappa.value,
              fleiss_kappa(tally_of(rating_table("1 2 1 / 1 1 1 / * * * / 2 2 2"))).kappa.value);
}

TEST(FleissKappa, OfACategoryNobodyUsedIsNotANumber) {
    const auto got = fleiss_kappa(tally_of(rating_table("1 2 / 2 2"), {1, 2, 3}));
    EXPECT_NE(got.by_category[2], got.by_category[2]);
    EXPECT_EQ(got.by_category[0], got.by_category[1]);
}

}  // namespace
}  // namespace peersupport
