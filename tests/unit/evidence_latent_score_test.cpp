// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/latent_score.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace peersupport {
namespace {

TEST(LatentScore, ModelsThatAreNoneAreRefused) {
    const graded_parameters good{1.5, {-1, 0, 1}};
    const auto refused = [](std::vector<graded_parameters> items, quadrature at = {}) {
        return !latent_score_model::make(items, at);
    };
    EXPECT_FALSE(refused({good}));
    EXPECT_TRUE(refused({}));
    EXPECT_TRUE(refused({{1, {}}}));
    EXPECT_TRUE(refused({{1, {1, 0}}}));
    EXPECT_TRUE(refused({{std::numeric_limits<double>::infinity(), {0}}}));
    EXPECT_TRUE(refused({{1, {std::nan("")}}}));
    EXPECT_TRUE(refused({good}, {1}));
    EXPECT_TRUE(refused({good}, {61, 6, -6}));
    EXPECT_TRUE(refused({good}, {61, -6, 6, 0, 0}));
    EXPECT_TRUE(refused({good}, {61, -6, 6, 1e9, 1e-3}));  // the prior is 0 at every point
    EXPECT_TRUE(refused({good}, {1 << 20}));
    EXPECT_TRUE(refused(std::vector<graded_parameters>(1001, good)));
}

TEST(LatentScore, SumsHaveProbabilitiesThatAddUpToOneAndScoresThatRise) {
    const auto model =
        latent_score_model::make(std::vector<graded_parameters>{{1.2, {-1, 0.5}}, {0.7, {0}}, {2, {-2, -1, 1, 2}}});
    ASSERT_TRUE(model);
    const auto sums = model->sum_scores();
    ASSERT_EQ(sums.size(), 2u + 1 + 4 + 1);
    double total = 0;
    for (std::size_t s = 0; s < sums.size(); ++s) {
        total += sums[s].probability;
        if (s > 0) {
            EXPECT_GT(sums[s].score.theta, sums[s - 1].score.theta);
        }
    }
    EXPECT_NEAR(total, 1, 1e-12);
}

// One dichotomous item has one pattern a sum.
TEST(LatentScore, PatternAndSumAgreeForOneItem) {
    const auto model = latent_score_model::make(std::vector<graded_parameters>{{1.2, {-1, 0.5}}});
    ASSERT_TRUE(model);
    const auto sums = model->sum_scores();
    for (std::int16_t c = 0; c < 3; ++c) {
        const latent_score s = model->score({&c, 1});
        EXPECT_NEAR(s.theta, sums[static_cast<std::size_t>(c)].score.theta, 1e-14);
        EXPECT_NEAR(s.se, sums[static_cast<std::size_t>(c)].score.se, 1e-14);
    }
}

TEST(LatentScore, PriorMovesAnswersNobodyGave) {
    const auto model = latent_score_model::make(std::vector<graded_parameters>{{1, {0}}}, {2401, -10, 14, 2, 1.5});
    ASSERT_TRUE(model);
    const std::int16_t outside = 7;
    for (const latent_score s : {model->score({}), model->score({&outside, 1})}) {
        EXPECT_NEAR(s.theta, 2, 1e-9);
        EXPECT_NEAR(s.se, 1.5, 1e-9);
    }
}

TEST(LatentScore, AThousandItemsDoNotUnderflow) {
    const auto model = latent_score_model::make(std::vector<graded_parameters>(1000, {1, {-1, 0, 1}}), {201});
    ASSERT_TRUE(model);
    std::vector<std::int16_t> answers(1000);
    for (std::size_t i = 0; i < answers.size(); ++i) answers[i] = static_cast<std::int16_t>(i % 4);
    const latent_score s = model->score(answers);
    EXPECT_NEAR(s.theta, 0, .2);
    EXPECT_GT(s.se, 0);
    EXPECT_LT(s.se, .1);
}

}  // namespace
}  // namespace peersupport
