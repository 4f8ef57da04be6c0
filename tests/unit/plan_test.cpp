// SPDX-License-Identifier: Apache-2.0
#include "peersupport/scoring/plan.hpp"
#include "instrument_builder.hpp"
#include "scoring/lanes.hpp"

#include <gtest/gtest.h>

namespace peersupport {
namespace {

using namespace testing;

constexpr std::int64_t limit = std::int64_t{1} << 53;

instrument_builder five_items() {
    instrument_builder b(likert(1, 5), 5);
    b.add_scale(score_rule::mean);
    return b;
}

void expect_refused(const result<plan>& r, status code, const std::string& path) {
    ASSERT_FALSE(r.has_value());
    ASSERT_FALSE(r.problems().problems.empty());
    EXPECT_EQ(r.problems().code(), code) << status_name(r.problems().code());
    EXPECT_EQ(r.problems().problems.front().path, path);
}

TEST(Plan, KnowsTheIdsOfItsInstrumentFormItemsAndScales) {
    instrument_builder b(likert(1, 5), 3);
    b.value.subject = instrument_subject::service;
    b.add_scale(score_rule::mean);
    b.add_scale(score_rule::sum, {2, 0});
    b.value.sample_scales.emplace_back().id = "share";
    b.value.sample_scales[0].items = {1};
    b.value.sample_scales[0].positive = {5};
    b.add_form("backwards", form_kind::core, {2, 1, 0}, {1, 0}).sample_scales = {0};
    const plan p = b.compile();
    EXPECT_EQ(p.instrument_id(), "test-instrument");
    EXPECT_EQ(p.instrument_version(), "1.2.3");
    EXPECT_EQ(p.form_id(), "backwards");
    EXPECT_EQ(p.subject(), instrument_subject::service);
    ASSERT_EQ(p.item_count(), 3u);
    EXPECT_EQ(p.item_id(0), "item-2");
    EXPECT_EQ(p.item_id(2), "item-0");
    ASSERT_EQ(p.scale_count(), 2u);
    EXPECT_EQ(p.scale_id(0), "scale-1");
    EXPECT_EQ(p.scale_id(1), "scale-0");
    ASSERT_EQ(p.sample_scale_count(), 1u);
    EXPECT_EQ(p.sample_scale_id(0), "share");
}

TEST(Plan, GivesAnEmptyIdForAPlaceItDoesNotHave) {
    const plan p = five_items().compile();
    EXPECT_EQ(p.item_id(5), "");
    EXPECT_EQ(p.scale_id(1), "");
    EXPECT_EQ(p.sample_scale_id(0), "");
}

TEST(Plan, RefusesAnIncompleteInstrumentWhateverIsAllowed) {
    auto b = five_items();
    b.value.verification.state = verification_state::incomplete;
    expect_refused(b.try_compile(), status::instrument_incomplete, "/verification");
    expect_refused(b.try_compile({.form = {}, .allow_unverified = true}), status::instrument_incomplete, "/verification");
}

TEST(Plan, TakesAnUnverifiedInstrumentOnlyWhenAllowed) {
    auto b = five_items();
    b.value.verification.state = verification_state::unverified;
    expect_refused(b.try_compile(), status::instrument_unverified, "/verification");
    EXPECT_TRUE(b.try_compile({.form = {}, .allow_unverified = true}).has_value());
}

TEST(Plan, TakesTheOnlyFormWhateverItsKind) {
    auto b = five_items();
    b.add_form("only", form_kind::module, first_items(5), {0});
    EXPECT_EQ(b.compile().form_id(), "only");
}

TEST(Plan, TakesTheFirstOfAlignedCoreFormsAndOverlooksOtherKinds) {
    auto b = five_items();
    b.add_form("brief", form_kind::short_form, {0}, {});
    b.add_form("person", form_kind::core, first_items(5), {0});
    b.add_form("staff", form_kind::core, first_items(5), {0});
    EXPECT_EQ(b.compile().form_id(), "person");
}

TEST(Plan, NeedsAFormNamedWhenCoreFormsDiffer) {
    auto b = five_items();
    b.add_form("person", form_kind::core, first_items(5), {0});
    b.add_form("staff", form_kind::core, {4, 3, 2, 1, 0}, {0});
    expect_refused(b.try_compile(), status::form_required, "/forms");
    EXPECT_EQ(b.try_compile({.form = "staff"})->form_id(), "staff");
    b.value.forms[1].items = first_items(5);
    b.value.forms[1].scales = {};
    expect_refused(b.try_compile(), status::form_required, "/forms");
}

TEST(Plan, NeedsAFormNamedWhenSeveralFormsAreNoneOfThemCore) {
    auto b = five_items();
    b.add_form("one", form_kind::module, first_items(5), {0});
    b.add_form("two", form_kind::short_form, first_items(5), {0});
    expect_refused(b.try_compile(), status::form_required, "/forms");
}

TEST(Plan, RefusesAFormItDoesNotKnow) { expect_refused(five_items().try_compile({.form = "nobody"}), status::form_unknown, "/forms"); }

TEST(Plan, RefusesMoreItemsThanItCanHold) {
    instrument_builder b(plain(0, 1), 1025);
    b.add_scale(score_rule::mean);
    expect_refused(b.try_compile(), status::too_large, "/forms");
    instrument_builder most(plain(0, 1), 1024);
    most.add_scale(score_rule::mean);
    EXPECT_TRUE(most.try_compile().has_value());
}

TEST(Plan, RefusesAGatedMeanWhoseGateIsNotInTheForm) {
    auto b = five_items();
    b.value.scales[0].rule = score_rule::gated_mean;
    b.value.scales[0].items = b.value.scales[0].scored_items = {0, 1};
    b.value.items[1].gate = importance_gate{4, {5}};
    b.add_form("part", form_kind::core, {0, 1, 2}, {0});
    expect_refused(b.try_compile(), status::rule_conflict, "/items/1/gate");
}

// The format: "so must the gates of its `gated_mean` scales": a form without such a scale needs no gate.
TEST(Plan, TakesAGatedItemWithoutItsGateWhenNoScaleLooksAtTheGate) {
    auto b = five_items();
    b.value.scales[0].items = b.value.scales[0].scored_items = {0, 1};
    b.value.items[1].gate = importance_gate{4, {5}};
    b.add_form("part", form_kind::short_form, {0, 1, 2}, {0});
    EXPECT_TRUE(b.try_compile().has_value());
}

TEST(Plan, RefusesItemsOfDifferentDivisorsInOneScale) {
    auto b = five_items();
    b.value.items[3].code_divisor = 100;
    expect_refused(b.try_compile(), status::rule_conflict, "/scales/0/items");
}

TEST(Plan, RefusesAPercentOfMaximumWithoutAMaximum) {
    instrument_builder b(plain(-3, 0), 2);
    b.add_scale(score_rule::percent_of_maximum);
    expect_refused(b.try_compile(), status::rule_conflict, "/scales/0/score");
}

TEST(Plan, RefusesAPercentOfTheRangeWithoutARange) {
    instrument_builder b(plain(3, 3), 2);
    b.add_scale(score_rule::pomp);
    expect_refused(b.try_compile(), status::rule_conflict, "/scales/0/score");
}

// Points of one answer and a weight, so that the largest numerator is any product of three factors.
result<plan> one_item(score_rule rule, std::int32_t points, std::int32_t weight, ratio multiplier, std::int32_t divisor = 1) {
    instrument_builder b(response_scale{"r", {{0, option_kind::answer, 0, {}}, {1, option_kind::answer, points, {}}}, {}}, 1);
    b.value.items[0].weight = weight;
    b.value.items[0].code_divisor = divisor;
    b.add_scale(rule).multiplier = multiplier;
    return b.try_compile();
}

TEST(Plan, RefusesAMeanOnlyWhenItCouldPass2To53) {
    // 2^53 = 2^19 · 2^19 · 2^9 · 2^6: weight 512, points 2^19, multiplier 2^19, and 64 such items.
    const auto items = [](std::size_t count, std::int32_t points) {
        instrument_builder b(response_scale{"r", {{0, option_kind::answer, 0, {}}, {1, option_kind::answer, points, {}}}, {}}, count);
        for (item& i : b.value.items) i.weight = 512;
        b.add_scale(score_rule::mean).multiplier = {1 << 19, 1};
        return b.try_compile();
    };
    static_assert(std::int64_t{512} * (1 << 19) * (1 << 19) * 64 == limit);
    EXPECT_TRUE(items(64, 1 << 19).has_value());
    EXPECT_TRUE(items(64, -(1 << 19)).has_value());
    expect_refused(items(64, (1 << 19) + 1), status::score_too_large, "/scales/0");
    expect_refused(items(64, -(1 << 19) - 1), status::score_too_large, "/scales/0");
    expect_refused(items(65, 1 << 19), status::score_too_large, "/scales/0");
}

TEST(Plan, RefusesADenominatorThatCouldPass2To53) {
    const auto divided = [](std::int32_t weight, std::int32_t divisor, std::int64_t down, std::size_t count) {
        instrument_builder b(plain(0, 1), count);
        for (item& i : b.value.items) i.weight = weight, i.code_divisor = divisor;
        b.add_scale(score_rule::mean).multiplier = {1, down};
        return b.try_compile();
    };
    EXPECT_TRUE(divided(512, 1 << 19, 1 << 19, 64).has_value());
    expect_refused(divided(512, (1 << 19) + 1, 1 << 19, 64), status::score_too_large, "/scales/0");
}

TEST(Plan, RefusesAPercentOnlyWhenItCouldPass2To53) {
    // 100 · 1000 · 90,071 · 1,000,000 < 2^53 < 100 · 1000 · 90,072 · 1,000,000
    EXPECT_TRUE(one_item(score_rule::percent_of_maximum, 90'071, 1000, {1'000'000, 1}).has_value());
    expect_refused(one_item(score_rule::percent_of_maximum, 90'072, 1000, {1'000'000, 1}), status::score_too_large, "/scales/0");
}

// Only the numerator and the denominator count: 100 · weight · (points − lowest) and weight · spread.
TEST(Plan, RefusesAPercentOfTheRangeOnlyWhenItCouldPass2To53) {
    EXPECT_TRUE(one_item(score_rule::pomp, 90'071, 1000, {1'000'000, 1}).has_value());
    expect_refused(one_item(score_rule::pomp, 90'072, 1000, {1'000'000, 1}), status::score_too_large, "/scales/0");
}

TEST(Plan, RefusesAProratedSumThatCouldPass2To53) {
    const auto sum = [](std::int64_t up, missing_policy missing) {
        instrument_builder b(response_scale{"r", {{0, option_kind::answer, 0, {}}, {1, option_kind::answer, 1 << 19, {}}}, {}}, 64);
        for (item& i : b.value.items) i.weight = 512;
        b.add_scale(score_rule::sum, missing).multiplier = {up, 1};
        return b.try_compile();
    };
    // Σ weight·points 2^34, prorated × Σ weight 2^15: 2^49, times 16.
    EXPECT_TRUE(sum(16, prorate(1)).has_value());
    expect_refused(sum(17, prorate(1)), status::score_too_large, "/scales/0");
}

TEST(Plan, RefusesATableValueThatIsNoFractionBelow2To53) {
    const auto with_value = [](decimal value, std::int64_t up = 1, std::int64_t down = 1) {
        instrument_builder b(plain(0, 4), 2);
        scale& s = b.add_scale(score_rule::table);
        s.table = {{0, {0, 0}}, {1, value}};
        s.multiplier = {up, down};
        return b.try_compile();
    };
    EXPECT_TRUE(with_value({limit, 0}).has_value());
    EXPECT_TRUE(with_value({-limit, 0}).has_value());
    EXPECT_TRUE(with_value({limit, -15}).has_value());
    EXPECT_TRUE(with_value({limit / 2, 0}, 2).has_value());
    expect_refused(with_value({limit, 0}, 2), status::score_too_large, "/scales/0/score/rows");
    expect_refused(with_value({limit / 10 + 1, 1}), status::score_too_large, "/scales/0/score/rows");
    expect_refused(with_value({1, 22}), status::score_too_large, "/scales/0/score/rows");
    expect_refused(with_value({1, -16}), status::score_too_large, "/scales/0/score/rows");
    expect_refused(with_value({1, -15}, 1, 10), status::score_too_large, "/scales/0/score/rows");
}

result<plan> with_model(graded_response_model model, response_scale answers = plain(0, 2), std::size_t items = 1) {
    instrument_builder b(std::move(answers), items);
    b.add_scale(score_rule::grm_eap).model = std::move(model);
    return b.try_compile();
}
graded_response_model small_model() {
    graded_response_model m;
    m.items = {{{1, 0}, {{-1, 0}, {1, 0}}}};
    return m;
}

TEST(Plan, TakesAGradedModelThatFitsItsItems) { EXPECT_TRUE(with_model(small_model()).has_value()); }

TEST(Plan, RefusesAGradedModelThatDoesNotFitItsItems) {
    expect_refused(with_model(small_model(), plain(0, 2), 2), status::rule_conflict, "/scales/0/score/items");
    expect_refused(with_model(small_model(), plain(0, 3)), status::rule_conflict, "/scales/0/score/items");
}

// "One fewer than the item has answers": what the answers are worth only puts them in order.
TEST(Plan, TakesAGradedModelOverPointsWithGaps) {
    const response_scale gap{"r", {{0, option_kind::answer, 0, {}}, {1, option_kind::answer, 1, {}}, {2, option_kind::answer, 5, {}}}, {}};
    EXPECT_TRUE(with_model(small_model(), gap).has_value());
}

// Three answers worth 0, 0 and 2 would leave the middle category without an answer.
TEST(Plan, RefusesAGradedModelWhenTwoAnswersAreWorthTheSame) {
    const response_scale tied{"r", {{0, option_kind::answer, 0, {}}, {1, option_kind::answer, 0, {}}, {2, option_kind::answer, 2, {}}}, {}};
    expect_refused(with_model(small_model(), tied), status::rule_conflict, "/scales/0/score/items");
}

TEST(Plan, RefusesAGradedModelWhoseNumbersCouldOverflow) {
    const auto changed = [](auto change) {
        graded_response_model m = small_model();
        change(m);
        return with_model(m);
    };
    EXPECT_TRUE(changed([](auto& m) { m.items[0].discrimination = {100, 0}; }).has_value());
    EXPECT_TRUE(changed([](auto& m) { m.intercept = {400, 0}, m.slope = {100, 0}; }).has_value());
    const char* path = "/scales/0/score/items";
    expect_refused(changed([](auto& m) { m.items[0].discrimination = {101, 0}; }), status::rule_conflict, path);
    expect_refused(changed([](auto& m) { m.items[0].thresholds[1] = {1, 22}; }), status::rule_conflict, path);
    expect_refused(changed([](auto& m) { m.from = {-101, 0}; }), status::rule_conflict, path);
    expect_refused(changed([](auto& m) { m.to = {-6, 0}; }), status::rule_conflict, path);
    expect_refused(changed([](auto& m) { m.intercept = {401, 0}, m.slope = {100, 0}; }), status::rule_conflict, path);
    expect_refused(changed([](auto& m) { m.points = 1; }), status::rule_conflict, path);
}

// All prior weight at these points is 0 in doubles: no posterior can be formed.
TEST(Plan, RefusesAGradedModelWhosePointsAllLieBeyondThePrior) {
    graded_response_model m = small_model();
    m.from = {40, 0}, m.to = {60, 0};
    EXPECT_FALSE(with_model(m).has_value());
}

TEST(Plan, RefusesAThresholdCutThatIsNoFractionBelow2To53) {
    const auto cut = [](decimal at) {
        auto b = five_items();
        sample_scale& s = b.value.sample_scales.emplace_back();
        s.rule = sample_rule::threshold_share;
        s.cut = at;
        return b.try_compile();
    };
    EXPECT_TRUE(cut({35, -1}).has_value());
    EXPECT_TRUE(cut({-limit, -15}).has_value());
    expect_refused(cut({1, -16}), status::score_too_large, "/sample_scales/0/cut");
    expect_refused(cut({limit, 1}), status::score_too_large, "/sample_scales/0/cut");
}

TEST(Plan, RefusesAThresholdShareOfAScaleOutsideTheForm) {
    auto b = five_items();
    b.value.sample_scales.emplace_back().rule = sample_rule::threshold_share;
    b.add_form("f", form_kind::core, first_items(5), {}).sample_scales = {0};
    expect_refused(b.try_compile(), status::rule_conflict, "/sample_scales/0/scale");
}

TEST(Plan, SaysEverythingThatIsWrongAtOnce) {
    instrument_builder b(plain(0, 0), 2);
    b.value.items[1].code_divisor = 2;
    b.add_scale(score_rule::mean);
    b.add_scale(score_rule::pomp, {0});
    b.add_scale(score_rule::percent_of_maximum, {1});
    const auto r = b.try_compile();
    ASSERT_FALSE(r.has_value());
    EXPECT_EQ(r.problems().total, 3u);
}

// Neither what is added up nor the largest number on the way may overflow while a readable file is compiled.
TEST(Plan, CompilesTheLargestReadableNumbersWithoutOverflow) {
    instrument_builder b;
    b.add_items(ranged(0, 1'000'000), 1);
    b.add_items(plain(0, 1), 999);
    b.add_scale(score_rule::percent_of_maximum).multiplier = {1'000'000, 1};
    EXPECT_TRUE(b.try_compile().has_value());
}

TEST(Plan, OffersByteSumsWhereEveryScaleAddsUpPoints) {
    instrument_builder small(plain(1, 5), 5);
    small.add_scale(score_rule::pomp);
    EXPECT_TRUE(small.compile().byte_sums());
    instrument_builder wide(plain(0, 5), 51);
    wide.add_scale(score_rule::sum);
    EXPECT_TRUE(wide.compile().byte_sums());  // 255
    instrument_builder wider(plain(0, 5), 52);
    wider.add_scale(score_rule::sum);
    EXPECT_FALSE(wider.compile().byte_sums());  // 260
}

TEST(Plan, OffersNoByteSumsWithGatesTablesModelsOrNegativePoints) {
    auto gated = five_items();
    gated.value.scales[0].rule = score_rule::gated_mean;
    EXPECT_FALSE(gated.compile().byte_sums());
    auto table = five_items();
    table.value.scales[0].rule = score_rule::table;
    table.value.scales[0].table = {{5, {1, 0}}};
    EXPECT_FALSE(table.compile().byte_sums());
    EXPECT_FALSE(with_model(small_model())->byte_sums());
    instrument_builder negative(plain(-1, 1), 2);
    negative.add_scale(score_rule::sum);
    EXPECT_FALSE(negative.compile().byte_sums());
}

TEST(Plan, OffersNoByteSumsWhereTheMissingRuleCountsWhatDoesNotApply) {
    auto share = five_items();
    share.value.scales[0].missing = at_least_share(1, 2);
    EXPECT_FALSE(share.compile().byte_sums());
    auto count = five_items();
    count.value.scales[0].missing = at_least(3);
    EXPECT_TRUE(count.compile().byte_sums());
}

TEST(Plan, IsSharedByItsCopies) {
    const plan p = five_items().compile();
    const plan copy = p;  // NOLINT: the copy is the point
    EXPECT_EQ(&p.internals(), &copy.internals());
}

#if PEERSUPPORT_X86
// 20 items are read as bytes 0–15 and 4–19: an item in both windows must be valid in both, or its block is scored
// cell by cell, twelve times slower.
TEST(Plan, MakesARowProgramThatTakesEveryValidRow) {
    if (best_instruction_set() != instruction_set::avx2) GTEST_SKIP() << "no AVX2 here";
    instrument_builder b;
    b.add_items(plain(1, 5), 4);
    b.add_items(plain(0, 5), 16);
    b.add_scale(score_rule::mean, {0, 1, 2, 3});
    b.add_scale(score_rule::mean, {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19});
    const plan p = b.compile();
    ASSERT_TRUE(p.internals().row.usable);
    const std::vector<std::uint8_t> row{1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    float values[8];
    for (const auto* kernels : {&scoring::portable_kernels(), &scoring::sse41_kernels(), &scoring::avx2_kernels()})
        EXPECT_TRUE(kernels->row_f32(p.internals().row, row.data(), 20, 1, values, 8));
}
#endif

}  // namespace
}  // namespace peersupport
