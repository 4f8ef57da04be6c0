// SPDX-License-Identifier: Apache-2.0
// One response: every rule and every missing rule on examples worked out by hand from docs/instrument-format.md.
#include "peersupport/scoring/score.hpp"
#include "instrument_builder.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace peersupport {
namespace {

using namespace testing;

constexpr std::int32_t none = blank_code;
constexpr std::int32_t not_for_me = not_applicable_code;
constexpr std::int32_t no_word = declined_code;

/// One scale over `items` items with this response scale.
plan one_scale(response_scale answers, std::size_t items, score_rule rule, missing_policy missing = {}, ratio multiplier = {1, 1}) {
    instrument_builder b(std::move(answers), items);
    b.add_scale(rule, missing).multiplier = multiplier;
    return b.compile();
}

TEST(ScoreOne, AMeanIsPointsOverAnswers) {
    const plan p = one_scale(likert(1, 5), 4, score_rule::mean, at_least(2));
    const score all = first_score(p, {1, 2, 4, 4});
    expect_fraction(all, 11, 4);
    expect_counts(all, 4, 4, 2);
    const score some = first_score(p, {1, none, 4, no_word});
    expect_fraction(some, 5, 2);
    expect_counts(some, 2, 4, 2);
}

TEST(ScoreOne, AMeanWeighsItsItems) {
    instrument_builder b(likert(1, 5), 3);
    b.value.items[0].weight = 1000, b.value.items[1].weight = 3;
    b.add_scale(score_rule::mean, at_least(1));
    const plan p = b.compile();
    expect_fraction(first_score(p, {5, 1, 3}), 1000 * 5 + 3 * 1 + 3, 1004);
    expect_fraction(first_score(p, {none, 1, 3}), 6, 4);
}

TEST(ScoreOne, ACodeDivisorTurnsHundredthsIntoTheirRealValue) {
    instrument_builder b(ranged(100, 500), 3);
    for (item& i : b.value.items) i.code_divisor = 100;
    b.add_scale(score_rule::mean, at_least(1));
    expect_fraction(first_score(b.compile(), {213, 475, none}), 688, 200);
}

TEST(ScoreOne, ASumOfHundredthsIsInRealUnits) {
    instrument_builder b(ranged(100, 500), 2);
    for (item& i : b.value.items) i.code_divisor = 100;
    b.add_scale(score_rule::sum);
    expect_fraction(first_score(b.compile(), {213, 475}), 688, 100);
}

TEST(ScoreOne, ASumIsProratedWithinTheMissingRule) {
    const plan p = one_scale(likert(0, 4), 5, score_rule::sum, prorate(2));
    expect_fraction(first_score(p, {4, 3, 2, 1, 0}), 10, 1);
    const score two_gone = first_score(p, {4, none, 2, no_word, 1});
    expect_fraction(two_gone, 7 * 5, 3);
    expect_counts(two_gone, 3, 5, 3);
    expect_not_given(first_score(p, {4, none, 2, no_word, none}), reason::too_few_answered);
}

TEST(ScoreOne, AProratedSumWeighsWhatIsMissing) {
    instrument_builder b(likert(0, 4), 3);
    b.value.items[0].weight = 5, b.value.items[1].weight = 2;
    b.add_scale(score_rule::sum, prorate(1));
    // weights 5, 2, 1; the first is missing: (2·3 + 1·4) × 8 ÷ 3
    expect_fraction(first_score(b.compile(), {none, 3, 4}), 80, 3);
}

TEST(ScoreOne, WhatDoesNotApplyIsNotProrated) {
    const plan p = one_scale(likert(0, 4), 4, score_rule::sum, prorate(1));
    expect_fraction(first_score(p, {4, 3, not_for_me, 1}), 8, 1);
    expect_fraction(first_score(p, {4, none, not_for_me, 1}), 5 * 3, 2);
}

// Oswestry: ten sections 0–5, percent of the maximum of the sections answered: 16/50 = 32 %, 16/45 = 35.56 %.
TEST(ScoreOne, APercentOfMaximumLeavesOutTheMaximumOfWhatWasNotAnswered) {
    const plan p = one_scale(likert(0, 5), 10, score_rule::percent_of_maximum, at_least_share(1, 2));
    expect_fraction(first_score(p, {2, 2, 2, 2, 2, 2, 2, 2, 0, 0}), 1600, 50);
    for (const std::int32_t gone : {none, not_for_me, no_word})
        expect_fraction(first_score(p, {2, 2, 2, 2, 2, 2, 2, 2, 0, gone}), 1600, 45);
    EXPECT_DOUBLE_EQ(first_score(p, {2, 2, 2, 2, 2, 2, 2, 2, 0, none}).value, 35.0 + 5.0 / 9);
}

TEST(ScoreOne, APercentOfMaximumAddsUpTheMaximaOfItsOwnItems) {
    instrument_builder b(likert(0, 4), 2);
    b.add_items(likert(0, 10), 1);
    b.value.items[2].weight = 2;
    b.add_scale(score_rule::percent_of_maximum, at_least(1));
    const plan p = b.compile();
    expect_fraction(first_score(p, {1, 3, 5}), 100 * (1 + 3 + 10), 4 + 4 + 20);
    expect_fraction(first_score(p, {1, none, 5}), 100 * 11, 24);
}

TEST(ScoreOne, APompRunsFromTheLowestToTheHighestPossible) {
    instrument_builder b(likert(1, 5), 2);
    b.add_items(likert(-3, 3), 1);
    b.value.items[2].weight = 3;
    b.add_scale(score_rule::pomp, at_least(1));
    const plan p = b.compile();
    expect_fraction(first_score(p, {1, 1, -3}), 0, 1);
    expect_fraction(first_score(p, {5, 5, 3}), 100, 1);
    // (2 + 4 − 3·1) − (1 + 1 − 9) over 4 + 4 + 18
    expect_fraction(first_score(p, {2, 4, -1}), 100 * 10, 26);
    expect_fraction(first_score(p, {2, none, -1}), 100 * (1 + 6), 22);
}

TEST(ScoreOne, AReversedItemTurnsItsPointsBetweenItsExtremes) {
    const response_scale uneven{"r", {{0, option_kind::answer, -2, {}}, {1, option_kind::answer, 0, {}}, {2, option_kind::answer, 7, {}}}, {}};
    instrument_builder b(uneven, 2);
    b.value.items[1].reverse = true;
    b.add_scale(score_rule::sum, {0});
    b.add_scale(score_rule::sum, {1});
    const plan p = b.compile();
    const std::int64_t kept[] = {-2, 0, 7}, turned[] = {7, 5, -2};
    for (std::int32_t code = 0; code < 3; ++code) {
        const auto s = scores_of(p, {code, code});
        expect_fraction(s[0], kept[code], 1);
        expect_fraction(s[1], turned[code], 1);
    }
}

TEST(ScoreOne, ARangeIsReversedTogetherWithTheOptionsBesideIt) {
    response_scale r = ranged(100, 500);
    r.options = {{600, option_kind::answer, 700, {}}, {9999, option_kind::does_not_apply, 0, {}}};
    instrument_builder b(r, 1);
    b.value.items[0].reverse = true;
    b.add_scale(score_rule::sum);
    const plan p = b.compile();
    expect_fraction(first_score(p, {100}), 700, 1);
    expect_fraction(first_score(p, {500}), 300, 1);
    expect_fraction(first_score(p, {600}), 100, 1);
    expect_not_given(first_score(p, {9999}), reason::not_applicable);
    for (const std::int32_t code : {99, 501, 599, 601, -100, 1'000'001, INT32_MAX, INT32_MIN + 1, INT32_MIN + 2})
        expect_not_given(first_score(p, {code}, status::invalid_code), reason::invalid_code);
}

TEST(ScoreOne, ACodeMayBeNegativeOrAMillion) {
    const response_scale r{"r", {{-1'000'000, option_kind::answer, 1, {}}, {-1, option_kind::blank, 0, {}}, {1'000'000, option_kind::answer, 2, {}}}, {}};
    const plan p = one_scale(r, 2, score_rule::sum, prorate(1));
    expect_fraction(first_score(p, {-1'000'000, 1'000'000}), 3, 1);
    expect_fraction(first_score(p, {-1, 1'000'000}), 4, 1);
    expect_not_given(first_score(p, {0, 1'000'000}, status::invalid_code), reason::invalid_code);
}

TEST(ScoreOne, DeclinedAndBlankAreMissingAlike) {
    response_scale r = likert(1, 5);
    r.options.push_back({99, option_kind::blank, 0, {}});
    const plan p = one_scale(r, 3, score_rule::mean, prorate(1));
    for (const std::int32_t gone : {none, no_word, std::int32_t{99}}) {
        const score s = first_score(p, {4, gone, 5});
        expect_fraction(s, 9, 2);
        expect_counts(s, 2, 3, 2);
        expect_not_given(first_score(p, {4, gone, none}), reason::too_few_answered);
    }
}

TEST(ScoreOne, AMultiplierIsPartOfTheFraction) {
    expect_fraction(first_score(one_scale(likert(0, 4), 3, score_rule::mean, {}, {25, 1}), {4, 3, 0}), 175, 3);
    expect_fraction(first_score(one_scale(likert(0, 4), 3, score_rule::sum, prorate(1), {5, 7}), {4, 3, none}), 7 * 3 * 5, 14);
    expect_fraction(first_score(one_scale(likert(1, 5), 3, score_rule::pomp, {}, {1, 3}), {4, 3, 1}), 500, 36);
}

TEST(ScoreOne, ASubsetScoresOnlyItsOwnItems) {
    for (const auto& [of, up, down] : {std::tuple{score_rule::sum, 7, 1}, {score_rule::mean, 7, 2}, {score_rule::percent_of_maximum, 700, 10},
                                       {score_rule::pomp, 500, 8}}) {
        instrument_builder b(likert(1, 5), 4);
        scale& s = b.add_scale(score_rule::subset);
        s.subset_of = of;
        s.scored_items = {1, 3};
        const plan p = b.compile();
        const score got = first_score(p, {none, 2, not_for_me, 5});
        expect_fraction(got, up, down);
        expect_counts(got, 2, 2, 2);
    }
}

TEST(ScoreOne, AnInvalidCodeOfADescriptiveItemLeavesTheSubsetScored) {
    instrument_builder b(likert(1, 5), 2);
    scale& s = b.add_scale(score_rule::subset);
    s.subset_of = score_rule::sum;
    s.scored_items = {1};
    expect_fraction(first_score(b.compile(), {77, 4}, status::invalid_code), 4, 1);
}

plan table_plan(missing_policy missing) {
    instrument_builder b(likert(0, 4), 4);
    scale& s = b.add_scale(score_rule::table, missing);
    s.table = {{0, {211, -1}}, {4, {-5, 0}}, {8, {45, 1}}, {16, {676, -1}}};
    return b.compile();
}

TEST(ScoreOne, ATableGivesTheRowOfTheSum) {
    const plan p = table_plan(none_missing());
    expect_fraction(first_score(p, {0, 0, 0, 0}), 211, 10);
    expect_fraction(first_score(p, {4, 0, 0, 0}), -5, 1);
    expect_fraction(first_score(p, {4, 4, 0, 0}), 450, 1);
    expect_fraction(first_score(p, {4, 4, 4, 4}), 676, 10);
}

TEST(ScoreOne, ASumWithoutARowHasNoScore) {
    const plan p = table_plan(none_missing());
    for (const auto& codes : {std::vector{1, 0, 0, 0}, {4, 4, 1, 0}, {4, 4, 4, 3}}) {
        const score s = first_score(p, codes);
        expect_not_given(s, reason::not_in_table);
        expect_counts(s, 4, 4, 4);
    }
}

TEST(ScoreOne, ATableTakesAProratedSumOnlyWhenItIsWhole) {
    const plan p = table_plan(prorate(2));
    expect_fraction(first_score(p, {3, 3, 0, none}), 450, 1);                       // 6 × 4 ÷ 3 = 8
    expect_not_given(first_score(p, {3, 2, 0, none}), reason::not_in_table);        // 5 × 4 ÷ 3 is not whole
    expect_not_given(first_score(p, {3, 2, 0, 0}), reason::not_in_table);           // 5 is whole, without a row
    expect_fraction(first_score(p, {4, 0, none, none}), 450, 1);                    // 4 × 4 ÷ 2 = 8
    expect_not_given(first_score(p, {4, 0, none, not_for_me}), reason::not_in_table);  // 4 × 3 ÷ 2 = 6
}

TEST(ScoreOne, AGateOpensClosesOrIsMissing) {
    instrument_builder b(likert(1, 5), 2);
    b.add_items(plain(0, 2), 2);  // 2, 3: how important; 1 and 2 open
    response_scale gates = likert(0, 2);
    b.value.response_scales[1] = gates;
    b.value.items[0].gate = importance_gate{2, {1, 2}};
    b.value.items[1].gate = importance_gate{3, {2}};
    b.add_scale(score_rule::gated_mean, {0, 1}, at_least_share(1, 1));
    const plan p = b.compile();
    expect_fraction(first_score(p, {5, 2, 1, 2}), 7, 2);
    const score one = first_score(p, {5, 2, 1, 1});  // the second gate is closed
    expect_fraction(one, 5, 1);
    expect_counts(one, 1, 1, 1);
    const score gate_gone = first_score(p, {5, 2, 1, none});  // a gate that is missing makes the item missing
    expect_not_given(gate_gone, reason::too_few_answered);
    expect_counts(gate_gone, 1, 2, 2);
    expect_fraction(first_score(p, {5, none, 2, 0}), 5, 1);  // closed before missing
    const score closed = first_score(p, {5, 2, 0, 0});
    expect_not_given(closed, reason::gate_closed);
    expect_counts(closed, 0, 0, 1);
    expect_not_given(first_score(p, {not_for_me, not_for_me, 1, 2}), reason::not_applicable);
}

// "`gate_closed` when only gates took them away": here one item did not apply although its gate was open.
TEST(ScoreOne, ItemsTakenAwayByGatesAndByNotApplyingAreNotApplicable) {
    instrument_builder b(likert(1, 5), 2);
    b.add_items(likert(0, 1), 2);
    b.value.items[0].gate = importance_gate{2, {1}};
    b.value.items[1].gate = importance_gate{3, {1}};
    b.add_scale(score_rule::gated_mean, {0, 1}, at_least(1));
    expect_not_given(first_score(b.compile(), {5, not_for_me, 0, 1}), reason::not_applicable);
}

TEST(ScoreOne, AnInvalidGateMakesItsGatedMeanInvalidAndNoOtherScale) {
    instrument_builder b(likert(1, 5), 2);
    b.value.items[0].gate = importance_gate{1, {5}};
    b.add_scale(score_rule::gated_mean, {0});
    b.add_scale(score_rule::mean, {0});
    const auto s = scores_of(b.compile(), {4, 66}, status::invalid_code);
    expect_not_given(s[0], reason::invalid_code);
    expect_fraction(s[1], 4, 1);
}

TEST(ScoreOne, AMeanDoesNotLookAtGates) {
    instrument_builder b(likert(1, 5), 2);
    b.value.items[0].gate = importance_gate{1, {5}};
    b.add_scale(score_rule::mean);
    expect_fraction(first_score(b.compile(), {4, 1}), 5, 2);
}

/// Whether a mean of ten items is scored with this many answered and this many that do not apply.
score with_counts(missing_policy missing, int answered, int not_applying) {
    std::vector<std::int32_t> codes(10, none);
    for (int i = 0; i < answered; ++i) codes[static_cast<std::size_t>(i)] = 3;
    for (int i = 0; i < not_applying; ++i) codes[static_cast<std::size_t>(9 - i)] = not_for_me;
    return first_score(one_scale(likert(1, 5), 10, score_rule::mean, missing), codes);
}

TEST(ScoreOne, EachMissingRuleCountsAsTheFormatSays) {
    struct row {
        missing_policy rule;
        int answered, not_applying;
        reason why;
        int needed;
    };
    const auto few = reason::too_few_answered;
    const row rows[] = {
        {none_missing(), 10, 0, reason::scored, 10},      {none_missing(), 9, 0, few, 10},
        {none_missing(), 7, 3, reason::scored, 7},        {at_least(7), 7, 0, reason::scored, 7},
        {at_least(7), 6, 0, few, 7},                      {at_least(7), 6, 4, few, 7},
        {at_least_share(1, 2), 5, 0, reason::scored, 5},  {at_least_share(1, 2), 4, 0, few, 5},
        {at_least_share(1, 2), 4, 1, few, 5},             {at_least_share(1, 2), 4, 2, reason::scored, 4},
        {at_least_share(2, 3), 7, 0, reason::scored, 7},  {at_least_share(2, 3), 6, 0, few, 7},
        {at_least_share(1, 1), 10, 0, reason::scored, 10}, {prorate(3), 7, 0, reason::scored, 7},
        {prorate(3), 6, 0, few, 7},                       {prorate(3), 2, 5, reason::scored, 2},
        {prorate(3), 1, 5, few, 2},                       {prorate_share(1, 4), 8, 0, reason::scored, 8},
        {prorate_share(1, 4), 7, 0, few, 8},              {prorate_share(1, 4), 6, 2, reason::scored, 6},
        {prorate_share(0, 1), 10, 0, reason::scored, 10}, {prorate_share(0, 1), 9, 0, few, 10},
        // Nothing answered is never scored, even where so few apply that the rule would let all of them be missing.
        {prorate(9), 0, 2, few, 1},                       {at_least_share(1, 10), 0, 0, few, 1},
        {none_missing(), 0, 10, reason::not_applicable, 1},
    };
    for (const row& r : rows) {
        SCOPED_TRACE(::testing::Message() << "answered " << r.answered << ", not applying " << r.not_applying << ", rule "
                                          << static_cast<int>(r.rule.rule) << " needs " << r.needed);
        const score s = with_counts(r.rule, r.answered, r.not_applying);
        expect_counts(s, r.answered, 10 - r.not_applying, r.needed);
        if (r.why == reason::scored) expect_fraction(s, 3, 1);
        else expect_not_given(s, r.why);
    }
}

TEST(ScoreOne, AnInvalidCodeTouchesOnlyItsOwnScales) {
    instrument_builder b(likert(1, 5), 4);
    b.add_scale(score_rule::mean, {0, 1}, at_least(1));
    b.add_scale(score_rule::sum, {2, 3});
    b.add_scale(score_rule::mean, {1, 2}, at_least(1));
    const auto s = scores_of(b.compile(), {6, 2, 3, 4}, status::invalid_code);
    expect_not_given(s[0], reason::invalid_code);
    expect_fraction(s[1], 7, 1);
    expect_fraction(s[2], 5, 2);
}

TEST(ScoreOne, AnInvalidCodeOfAnItemInNoScaleIsToldAndChangesNoScore) {
    instrument_builder b(likert(1, 5), 2);
    b.add_scale(score_rule::mean, {0});
    expect_fraction(first_score(b.compile(), {3, 6}, status::invalid_code), 3, 1);
}

TEST(ScoreOne, RefusesArraysOfTheWrongSize) {
    const plan p = one_scale(likert(1, 5), 3, score_rule::mean);
    std::vector<score> into(2);
    EXPECT_EQ(score_one(p, std::vector<std::int32_t>{1, 2}, into), status::shape_mismatch);
    EXPECT_EQ(score_one(p, std::vector<std::int32_t>{1, 2, 3, 4}, into), status::shape_mismatch);
    EXPECT_EQ(score_one(p, std::vector<std::int32_t>{1, 2, 3}, std::span(into).first(0)), status::buffer_too_small);
    into[1].answered = 77;
    EXPECT_EQ(score_one(p, std::vector<std::int32_t>{1, 2, 3}, into), status::ok);
    EXPECT_EQ(into[1].answered, 77);
}

}  // namespace
}  // namespace peersupport
