// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/agreement.hpp"

#include "peersupport/evidence/kappa.hpp"
#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

agreement_result of(const char* table, chance_model model, std::vector<std::int64_t> categories = {}) {
    return chance_corrected(tally_of(rating_table(table), std::move(categories)), model, {}, 0.95).value();
}

TEST(ChanceCorrected, SaysWhyThereIsNone) {
    EXPECT_EQ(of("1 1 / 1 1", chance_model::fleiss).coefficient.why, statistic_reason::no_expected_disagreement);
    EXPECT_EQ(of("1 1 / 1 1", chance_model::gwet).coefficient.why, statistic_reason::too_few_columns);
    EXPECT_EQ(of("1 1 / 1 1", chance_model::brennan_prediger).coefficient.why,
              statistic_reason::no_expected_disagreement);
    EXPECT_EQ(of("1 * / * 2", chance_model::gwet).coefficient.why, statistic_reason::too_few_rows);
    EXPECT_EQ(of("1 1 2 / 1 2 2", chance_model::scott).coefficient.why, statistic_reason::too_few_columns);
}

TEST(ChanceCorrected, KnowsTheFullScaleWhereAllRatingsAreTheSame) {
    const auto got = of("1 1 / 1 1", chance_model::gwet, {1, 2, 3});
    EXPECT_EQ(got.coefficient.value, 1);  // nothing but this category was used, but others were there to use
    EXPECT_EQ(of("1 1 / 1 1", chance_model::brennan_prediger, {1, 2, 3}).coefficient.value, 1);
}

TEST(ChanceCorrected, IsFleissKappaWhereEveryUnitHasAsManyRatings) {
    const rating_tally t = tally_of(rating_table("1 2 1 / 3 3 1 / 2 2 2 / 1 1 1 / 3 2 1"));
    EXPECT_EQ(chance_corrected(t, chance_model::fleiss, {}, 0.95)->coefficient.value, fleiss_kappa(t).kappa.value);
}

TEST(ChanceCorrected, WithoutWeightsIsWithWeightsOfOne) {
    const rating_tally t = tally_of(rating_table("1 2 * / 3 3 1 / 2 2 2 / 1 * * / 3 2 1"));
    for (const auto model : {chance_model::gwet, chance_model::brennan_prediger, chance_model::fleiss}) {
        const auto weights = disagreement_weights(kappa_weights::unweighted, 3);
        EXPECT_EQ(chance_corrected(t, model, {}, 0.95)->coefficient.value,
                  chance_corrected(t, model, weights, 0.95)->coefficient.value);
    }
    EXPECT_EQ(chance_corrected(t, chance_model::gwet, std::vector<std::int64_t>(4), 0.95).problems().code(),
              status::shape_mismatch);
}

TEST(ChanceCorrected, HasAnIntervalForTwoRatingsAUnit) {
    EXPECT_EQ(of("1 1 / 1 2 / 2 2 / 3 3", chance_model::gwet).coefficient.why, statistic_reason::computed);
    EXPECT_EQ(of("1 1 2 / 1 2 1 / 2 2 2", chance_model::gwet).coefficient.why, statistic_reason::no_bound);
    EXPECT_EQ(of("1 1 / 1 * / 2 1", chance_model::gwet).coefficient.why, statistic_reason::no_bound);
}

// Gwet's AC2 by hand: quadratic weights of three categories, two units of two ratings.
TEST(ChanceCorrected, TakesWeights) {
    const rating_tally t = tally_of(rating_table("1 2 / 3 3"), {1, 2, 3});
    const auto got =
        chance_corrected(t, chance_model::gwet, disagreement_weights(kappa_weights::quadratic, 3), 0.95).value();
    // weights 1, 3/4, 0: observed (3/4 + 1) / 2; π = 1/4, 1/4, 1/2: Σ π(1 − π) = 5/8; sum of weights 6; 6 / (3 · 2) ·
    // 5/8
    EXPECT_EQ(got.observed, 0.875);
    EXPECT_EQ(got.expected, 0.625);
    EXPECT_EQ(got.coefficient.value, 2.0 / 3);
}

}  // namespace
}  // namespace peersupport
