// SPDX-License-Identifier: Apache-2.0
// Groups of responses: percent positive and the share past a cut, on examples worked out by hand.
#include "peersupport/scoring/sample_score.hpp"
#include "instrument_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace peersupport {
namespace {

using namespace testing;

constexpr std::int32_t none = 1000;  // an option of kind blank, so that int columns can hold it

response_scale with_blank(std::int32_t low, std::int32_t high) {
    response_scale to = likert(low, high);
    to.options.push_back({none, option_kind::blank, 0, {}});
    return to;
}

sample_scale percent_positive(std::vector<std::size_t> items, std::vector<std::int32_t> positive, positive_combination combine) {
    sample_scale to;
    to.id = "positive";
    to.items = std::move(items);
    to.positive = std::move(positive);
    to.combine = combine;
    return to;
}

sample_scale share_past(decimal cut, cut_side side, bool inclusive) {
    sample_scale to;
    to.id = "share";
    to.rule = sample_rule::threshold_share;
    to.cut = cut;
    to.side = side;
    to.inclusive = inclusive;
    return to;
}

/// Rows of codes and the groups they belong to.
struct sample {
    std::vector<std::vector<std::int32_t>> rows;
    std::vector<std::uint32_t> group;
};

status add(const plan& p, const sample& of, std::size_t groups, std::vector<std::int64_t>& tally, invalid_policy policy = invalid_policy::raise,
           invalid_report* report = nullptr) {
    std::vector<std::int32_t> flat;
    for (const auto& row : of.rows) flat.insert(flat.end(), row.begin(), row.end());
    flat.resize(std::max(flat.size(), p.item_count()));  // no rows: the columns still start somewhere
    std::vector<answer_column> columns(p.item_count());
    const auto stride = static_cast<std::ptrdiff_t>(p.item_count() * sizeof(std::int32_t));
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = {flat.data() + i, cell_type::i32, stride, nullptr, 0};
    return tally_samples(p, {columns, of.rows.size()}, of.group, groups, tally, policy, report);
}

std::vector<sample_score> results(const plan& p, const sample& of, std::size_t groups = 1) {
    std::vector<std::int64_t> tally(sample_tally_size(p, groups));
    EXPECT_EQ(add(p, of, groups, tally), status::ok);
    std::vector<sample_score> to(groups * p.sample_scale_count());
    EXPECT_EQ(finish_samples(p, tally, groups, to), status::ok);
    return to;
}

plan positive_plan() {
    instrument_builder b(with_blank(1, 5), 2);
    b.add_scale(score_rule::mean);
    b.value.sample_scales = {percent_positive({0, 1}, {4, 5}, positive_combination::mean_of_items),
                             percent_positive({0, 1}, {4, 5}, positive_combination::pooled)};
    return b.compile();
}

TEST(SampleScore, PercentPositiveIsTheMeanOfItsItemsOrPooled) {
    // first item: 1 of 4; second: 1 of 1, the rest declined, blank or not applicable
    const auto got = results(positive_plan(), {{{4, 5}, {1, none}, {3, declined_code}, {2, not_applicable_code}}, {}});
    EXPECT_EQ(got[0].value, (25.0 + 100.0) / 2);
    EXPECT_EQ(got[1].value, 40.0);
    for (const sample_score& s : got) {
        EXPECT_EQ(s.positive, 2);
        EXPECT_EQ(s.answered, 5);
        EXPECT_EQ(s.responses, 4);
        EXPECT_EQ(s.why, reason::scored);
    }
}

TEST(SampleScore, PositiveMeansTheCodeWhateverItsPoints) {
    response_scale odd{"r", {{0, option_kind::answer, 9, {}}, {7, option_kind::answer, 0, {}}}, {}};
    instrument_builder b(odd, 1);
    b.value.items[0].reverse = true;
    b.add_scale(score_rule::sum);
    b.value.sample_scales = {percent_positive({0}, {7}, positive_combination::pooled)};
    const auto got = results(b.compile(), {{{7}, {7}, {0}}, {}});
    EXPECT_EQ(got[0].positive, 2);
    EXPECT_EQ(got[0].value, 200.0 / 3);
}

TEST(SampleScore, GivesNoPercentWhereNothingWasAnswered) {
    for (const sample_score& s : results(positive_plan(), {{{none, declined_code}, {not_applicable_code, none}}, {}})) {
        EXPECT_EQ(s.why, reason::too_few_answered);
        EXPECT_TRUE(s.value != s.value);
        EXPECT_EQ(s.answered, 0);
        EXPECT_EQ(s.responses, 2);
    }
    for (const sample_score& s : results(positive_plan(), {})) EXPECT_EQ(s.responses, 0);
}

// A mean over items one of which nobody answered would be a mean of something else. (The format does not say this.)
TEST(SampleScore, GivesNoMeanOfItemsWhereNobodyAnsweredOneOfThem) {
    const auto got = results(positive_plan(), {{{4, none}, {1, none}}, {}});
    EXPECT_EQ(got[0].why, reason::too_few_answered);
    EXPECT_TRUE(got[0].value != got[0].value);
    EXPECT_EQ(got[1].value, 50.0);
}

TEST(SampleScore, KeepsGroupsApartAndNamesThemByNumber) {
    const auto got = results(positive_plan(), {{{4, 4}, {1, 1}, {5, 1}, {4, 5}}, {2, 0, 2, 2}}, 4);
    ASSERT_EQ(got.size(), 8u);
    EXPECT_EQ(got[0].value, 0.0);
    EXPECT_EQ(got[0].responses, 1);
    EXPECT_EQ(got[2].why, reason::too_few_answered);
    EXPECT_EQ(got[2].responses, 0);
    EXPECT_EQ(got[5].positive, 5);
    EXPECT_EQ(got[5].value, 500.0 / 6);
    EXPECT_EQ(got[6].responses, 0);
}

/// How many of these rows are past 3.5 or 2.5; `past` by hand.
sample_score past(decimal cut, cut_side side, bool inclusive, const std::vector<std::vector<std::int32_t>>& rows, ratio multiplier = {1, 1}) {
    instrument_builder b(with_blank(1, 5), 2);
    b.add_scale(score_rule::mean, at_least(1)).multiplier = multiplier;
    b.value.sample_scales = {share_past(cut, side, inclusive)};
    return results(b.compile(), {rows, {}})[0];
}

TEST(SampleScore, AScoreOnTheCutCountsOnlyWhereTheCutIsIncluded) {
    const std::vector<std::vector<std::int32_t>> rows{{3, 4}, {5, 2}, {4, 4}, {3, 3}, {none, none}};  // 3.5 3.5 4 3 –
    const auto counted = [&](decimal cut, cut_side side, bool inclusive) {
        const sample_score s = past(cut, side, inclusive, rows);
        EXPECT_EQ(s.answered, 4);
        EXPECT_EQ(s.responses, 5);
        EXPECT_EQ(s.value, 25.0 * static_cast<double>(s.positive));
        return s.positive;
    };
    for (const decimal cut : {decimal{35, -1}, decimal{3500, -3}}) {
        EXPECT_EQ(counted(cut, cut_side::above, true), 3);
        EXPECT_EQ(counted(cut, cut_side::above, false), 1);
        EXPECT_EQ(counted(cut, cut_side::below, true), 3);
        EXPECT_EQ(counted(cut, cut_side::below, false), 1);
    }
}

TEST(SampleScore, TiesAreExactWhereDoublesAreNot) {
    const std::vector<std::vector<std::int32_t>> rows{{2, 3}, {1, 4}, {1, 3}, {3, 3}};  // 2.5 2.5 2 3
    EXPECT_EQ(past({25, -1}, cut_side::below, true, rows).positive, 3);
    EXPECT_EQ(past({25, -1}, cut_side::below, false, rows).positive, 1);
    // 2.5 × 1 ÷ 25 = 0.1, which no double is
    EXPECT_EQ(past({1, -1}, cut_side::above, true, rows, {1, 25}).positive, 3);
    EXPECT_EQ(past({1, -1}, cut_side::above, false, rows, {1, 25}).positive, 1);
    EXPECT_EQ(past({100000000000001, -15}, cut_side::above, true, rows, {1, 25}).positive, 1);
    EXPECT_EQ(past({99999999999999, -15}, cut_side::below, true, rows, {1, 25}).positive, 1);
}

TEST(SampleScore, ACutMayBeNegative) {
    instrument_builder b(plain(-2, 2), 1);
    b.add_scale(score_rule::sum);
    b.value.sample_scales = {share_past({-1, 0}, cut_side::below, true)};
    EXPECT_EQ(results(b.compile(), {{{-2}, {-1}, {0}, {2}}, {}})[0].positive, 2);
}

TEST(SampleScore, GivesNoShareWhereNobodyWasScored) {
    const sample_score s = past({35, -1}, cut_side::above, true, {{none, none}, {declined_code, none}});
    EXPECT_EQ(s.why, reason::too_few_answered);
    EXPECT_TRUE(s.value != s.value);
}

TEST(SampleScore, TalliesOfPartsAddUpToTheTallyOfTheWhole) {
    instrument_builder b(with_blank(1, 5), 3);
    b.add_scale(score_rule::mean, at_least(2));
    b.value.sample_scales = {percent_positive({2, 0}, {5}, positive_combination::mean_of_items), share_past({3, 0}, cut_side::above, false)};
    const plan p = b.compile();
    sample whole;
    for (std::int32_t r = 0; r < 300; ++r) {
        whole.rows.push_back({r % 5 + 1, r % 7 == 0 ? none : r % 3 + 1, (r * r) % 5 + 1});
        whole.group.push_back(static_cast<std::uint32_t>(r % 4));
    }
    std::vector<std::int64_t> at_once(sample_tally_size(p, 4)), first(at_once.size()), second(at_once.size()), onward(at_once.size());
    ASSERT_EQ(add(p, whole, 4, at_once), status::ok);
    const sample early{{whole.rows.begin(), whole.rows.begin() + 123}, {whole.group.begin(), whole.group.begin() + 123}};
    const sample late{{whole.rows.begin() + 123, whole.rows.end()}, {whole.group.begin() + 123, whole.group.end()}};
    ASSERT_EQ(add(p, early, 4, first), status::ok);
    ASSERT_EQ(add(p, late, 4, second), status::ok);
    ASSERT_EQ(add(p, late, 4, onward), status::ok);
    ASSERT_EQ(add(p, early, 4, onward), status::ok);
    std::ranges::transform(first, second, first.begin(), std::plus<>{});
    EXPECT_EQ(first, at_once);
    EXPECT_EQ(onward, at_once);
}

TEST(SampleScore, LeavesInvalidCellsOutWhenTheyAreMarked) {
    const plan p = positive_plan();
    const sample of{{{4, 6}, {1, 5}, {77, 4}}, {}};
    std::vector<std::int64_t> tally(sample_tally_size(p, 1));
    std::vector<invalid_cell> places(1);
    invalid_report report{places, 0};
    EXPECT_EQ(add(p, of, 1, tally, invalid_policy::mark, &report), status::ok);
    EXPECT_EQ(report.total, 2u);
    EXPECT_EQ(places[0].row, 0u);
    EXPECT_EQ(places[0].item, 1u);
    std::vector<sample_score> to(2);
    ASSERT_EQ(finish_samples(p, tally, 1, to), status::ok);
    EXPECT_EQ(to[1].positive, 3);
    EXPECT_EQ(to[1].answered, 4);
    EXPECT_EQ(add(p, of, 1, tally, invalid_policy::raise, &report), status::invalid_code);
}

TEST(SampleScore, RefusesGroupsAndTalliesThatDoNotFit) {
    const plan p = positive_plan();
    std::vector<std::int64_t> tally(sample_tally_size(p, 2));
    EXPECT_EQ(add(p, {{{1, 2}}, {2}}, 2, tally), status::invalid_argument);
    EXPECT_EQ(add(p, {{{1, 2}}, {0, 1}}, 2, tally), status::shape_mismatch);
    EXPECT_EQ(add(p, {{{1, 2}}, {0}}, 1, tally), status::invalid_argument);
    EXPECT_EQ(add(p, {{{1, 2}}, {0}}, 0, tally), status::invalid_argument);
    EXPECT_EQ(tally_samples(p, {}, {}, 2, tally, invalid_policy::raise), status::shape_mismatch);
    std::vector<sample_score> few(3);
    EXPECT_EQ(finish_samples(p, tally, 2, few), status::invalid_argument);
    EXPECT_EQ(finish_samples(p, std::span(tally).first(3), 2, std::span(few)), status::invalid_argument);
    EXPECT_TRUE(std::ranges::all_of(tally, [](std::int64_t n) { return n == 0; }));
}

// An odd number of places a group times its inverse modulo 2^64 is 1: one place does not hold all those groups.
TEST(SampleScore, RefusesSoManyGroupsThatTheirPlacesWrapAround) {
    const plan p = positive_plan();
    const std::size_t places = sample_tally_size(p, 1);
    ASSERT_EQ(places % 2, 1u);
    std::size_t groups = 1;
    for (int step = 0; step < 6; ++step) groups *= 2 - places * groups;  // Newton: digits double
    ASSERT_EQ(static_cast<std::size_t>(places * groups), 1u);
    std::vector<std::int64_t> tally(1);
    EXPECT_EQ(add(p, {}, groups, tally), status::invalid_argument);
}

}  // namespace
}  // namespace peersupport
