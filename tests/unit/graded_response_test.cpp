// SPDX-License-Identifier: Apache-2.0
// grm_eap against oracle O-12: PROMIS Global Mental Health, published MULTILOG parameters.
#include "scoring/graded_response.hpp"
#include "instrument_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace peersupport {
namespace {

using namespace testing;

graded_response_model global_mental_health() {
    graded_response_model m;
    m.items = {{{241143, -5}, {{-244599, -5}, {-131584, -5}, {-19095, -5}, {107032, -5}}},
               {{366810, -5}, {{-230582, -5}, {-125786, -5}, {-33120, -5}, {66825, -5}}},
               {{297642, -5}, {{-178310, -5}, {-89865, -5}, {-524, -5}, {107197, -5}}},
               {{189441, -5}, {{-281790, -5}, {-151385, -5}, {-25479, -5}, {99431, -5}}}};
    m.points = 2401;
    return m;
}

plan plan_of(graded_response_model model, std::size_t items, std::int32_t low, std::int32_t high, missing_policy missing = at_least(1)) {
    instrument_builder b(likert(low, high), items);
    b.add_scale(score_rule::grm_eap, missing).model = std::move(model);
    return b.compile();
}

constexpr std::int32_t none = blank_code;

TEST(GradedResponse, GivesThePatternScoresOfTheOracle) {
    const plan p = plan_of(global_mental_health(), 4, 1, 5);
    struct row {
        std::vector<std::int32_t> codes;
        double theta, tolerance;
    };
    // The oracle prints eight to ten digits: half a unit of the last, and the engine's own half of 10^-9.
    const row rows[] = {{{3, 3, 3, 3}, -.6310018874, 1e-9},    {{2, 4, 3, 5}, -.1700767927, 1e-9},
                        {{4, none, 4, none}, .3984859259, 1e-9}, {{5, 1, 5, 1}, -.4123659989, 1e-9},
                        {{1, 1, 1, 1}, -2.81124003, 6e-9},     {{5, 5, 5, 5}, 1.752485701, 1e-9}};
    for (const row& r : rows) {
        const score s = first_score(p, r.codes);
        EXPECT_EQ(s.why, reason::scored);
        EXPECT_EQ(s.denominator, 1'000'000'000);
        EXPECT_NEAR(s.value, r.theta, r.tolerance);
    }
}

TEST(GradedResponse, AddsTheNormAfterTheModel) {
    graded_response_model m = global_mental_health();
    m.intercept = {4980182, -5}, m.slope = {1023301, -5};
    const plan p = plan_of(m, 4, 1, 5);
    EXPECT_NEAR(first_score(p, {1, 1, 1, 1}).value, 49.80182 + 10.23301 * -2.81124003, 1e-7);
    EXPECT_NEAR(first_score(p, {1, 1, 1, 1}).value, 21.1, .15);  // the published conversion table
    EXPECT_NEAR(first_score(p, {5, 5, 5, 5}).value, 67.6, .15);
}

TEST(GradedResponse, ScoresWhatItsMissingRuleLetsThrough) {
    const plan p = plan_of(global_mental_health(), 4, 1, 5, at_least(2));
    EXPECT_EQ(first_score(p, {4, none, 4, none}).why, reason::scored);
    expect_not_given(first_score(p, {4, none, none, declined_code}), reason::too_few_answered);
    EXPECT_EQ(first_score(p, {4, not_applicable_code, 4, none}).numerator, first_score(p, {4, none, 4, none}).numerator);
}

// No missing rule of the format is met by nothing at all: the prior's mean is never given as a person's score.
TEST(GradedResponse, GivesNoScoreWhenNothingIsAnswered) {
    for (const missing_policy rule : {at_least(1), at_least_share(1, 100), prorate(3), prorate_share(99, 100)}) {
        const plan p = plan_of(global_mental_health(), 4, 1, 5, rule);
        expect_not_given(first_score(p, {none, none, none, none}), reason::too_few_answered);
        expect_not_given(first_score(p, std::vector<std::int32_t>(4, not_applicable_code)), reason::not_applicable);
    }
}

TEST(GradedResponse, OfNothingAnsweredIsThePriorsMean) {
    const scoring::graded_response model(global_mental_health());
    const std::int8_t nothing[] = {-1, -1, -1, -1};
    EXPECT_EQ(model.score(nothing), 0);
    EXPECT_EQ(model.item_count(), 4u);
}

TEST(GradedResponse, TurnsAReversedItemAround) {
    graded_response_model m;
    m.items = {{{15, -1}, {{-1, 0}, {5, -1}}}};
    instrument_builder b(plain(0, 2), 1);
    b.add_scale(score_rule::grm_eap).model = m;
    const plan straight = b.compile();
    b.value.items[0].reverse = true;
    const plan reversed = b.compile();
    for (std::int32_t code = 0; code <= 2; ++code)
        EXPECT_EQ(first_score(straight, {code}).numerator, first_score(reversed, {2 - code}).numerator);
}

/// Two items at ± `at`, answered against each other; by symmetry the score is 0.
double contradiction(std::int64_t a, std::int64_t at) {
    graded_response_model m;
    m.items = {{{a, 0}, {{-at, 0}}}, {{a, 0}, {{at, 0}}}};
    return first_score(plan_of(m, 2, 0, 1), {0, 1}).value;
}

TEST(GradedResponse, OfAnswersThatContradictEachOtherAlikeIsTheMiddle) {
    EXPECT_NEAR(contradiction(1, 2), 0, 1e-9);
    EXPECT_NEAR(contradiction(5, 3), 0, 1e-9);
    EXPECT_NEAR(contradiction(8, 4), 0, 1e-9);   // 1 − P loses its digits where P is nearly 1
    EXPECT_NEAR(contradiction(20, 3), 0, 1e-9);
}

// "Never NaN, zero or a default": when no point has any posterior weight left, there is nothing to report as θ.
TEST(GradedResponse, DoesNotGiveAZeroForAPatternWhoseLikelihoodIsLost) {
    graded_response_model m;
    // Each answer is improbable at every point and impossible at none; the likelihood grows with θ.
    for (int i = 0; i < 120; ++i) m.items.push_back({{4, 0}, {{90, 0}}});
    const score s = first_score(plan_of(m, 120, 0, 1), std::vector<std::int32_t>(120, 1));
    EXPECT_TRUE(s.why != reason::scored || s.value > 5.0) << s.value;
}

TEST(Exponential, IsWithinOneUnitInTheLastPlace) {
    double worst = 0;
    for (int step = -700'000; step <= 700'000; ++step) {
        const double x = step * 1e-3 + 1e-7 * (step % 997);
        if (x < -700 || x > 700) continue;
        const long double truth = expl(static_cast<long double>(x));
        const double near = static_cast<double>(truth);
        const long double unit = static_cast<long double>(std::nextafter(near, std::numeric_limits<double>::infinity())) - static_cast<long double>(near);
        worst = std::max(worst, static_cast<double>(std::fabs((static_cast<long double>(scoring::exponential(x)) - truth) / unit)));
    }
    EXPECT_LE(worst, 1.0);
}

TEST(Exponential, IsExactAtZeroAndVanishesBelowItsRange) {
    EXPECT_EQ(scoring::exponential(0.0), 1.0);
    EXPECT_EQ(scoring::exponential(-0.0), 1.0);
    EXPECT_EQ(scoring::exponential(-701.0), 0.0);
    EXPECT_EQ(scoring::exponential(-std::numeric_limits<double>::infinity()), 0.0);
    EXPECT_EQ(scoring::exponential(1e9), scoring::exponential(700.0));
}

}  // namespace
}  // namespace peersupport
