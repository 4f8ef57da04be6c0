// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/suppression.hpp"

#include "evidence/whole_program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

using namespace peersupport;
using states = std::vector<cell_state>;

constexpr auto shown = cell_state::shown;
constexpr auto few = cell_state::too_few;
constexpr auto rule = cell_state::by_rule;
constexpr auto protecting = cell_state::protecting;

/// A region (place 0) and its units.
suppression_table region(const std::vector<std::int64_t>& units) {
    suppression_table t;
    t.cells.push_back({});
    t.sums.push_back({0, {}});
    for (const std::int64_t n : units) {
        t.cells[0].people += n;
        t.sums[0].parts.push_back(t.cells.size());
        t.cells.push_back({n});
    }
    return t;
}

/// rows × columns with both margins and the total, row by row.
suppression_table crossed(std::size_t rows, std::size_t columns, const std::vector<std::int64_t>& inner) {
    suppression_table t;
    const auto at = [&](std::size_t r, std::size_t c) { return r * (columns + 1) + c; };
    t.cells.resize((rows + 1) * (columns + 1));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            for (const std::size_t place : {at(r, c), at(r, columns), at(rows, c), at(rows, columns)})
                t.cells[place].people += inner[r * columns + c];
    for (std::size_t r = 0; r <= rows; ++r) {
        t.sums.push_back({at(r, columns), {}});
        for (std::size_t c = 0; c < columns; ++c) t.sums.back().parts.push_back(at(r, c));
    }
    for (std::size_t c = 0; c <= columns; ++c) {
        t.sums.push_back({at(rows, c), {}});
        for (std::size_t r = 0; r < rows; ++r) t.sums.back().parts.push_back(at(r, c));
    }
    return t;
}

states of(const suppression_table& t, std::int64_t k) { return suppress(t, k).value(); }

TEST(Suppression, ShowsWhatIsLargeAndNobody) {
    EXPECT_EQ(of(region({40, 11, 0}), 11), (states{shown, shown, shown, shown}));
}

TEST(Suppression, HidesASmallUnitAndTheSmallestOtherOne) {
    EXPECT_EQ(of(region({40, 3, 20, 30}), 11), (states{shown, shown, few, protecting, shown}));
}

TEST(Suppression, TwoSmallUnitsThatAreTogetherTooFewNeedAThird) {
    EXPECT_EQ(of(region({3, 4, 20, 30}), 11), (states{shown, few, few, protecting, shown}));
    // 6 + 9 = 15: each could be 1 … 14, which is wide enough.
    EXPECT_EQ(of(region({6, 9, 20, 30}), 11), (states{shown, few, few, shown, shown}));
}

TEST(Suppression, KnowsThatAHiddenCellHoldsSomebody) {
    // 1 + 11 = 12: 1 … 11 is ten wide, so the 11 do not do; the 20 do.
    EXPECT_EQ(of(region({1, 11, 20, 30}), 11), (states{shown, few, shown, protecting, shown}));
    // 2 + 11 = 13: 1 … 12.
    EXPECT_EQ(of(region({2, 11, 20, 30}), 11), (states{shown, few, protecting, shown, shown}));
}

TEST(Suppression, HidesTheTotalWhereNothingElseIsThere) {
    EXPECT_EQ(of(region({3, 0, 0}), 5), (states{few, few, shown, shown}));
    EXPECT_EQ(of(region({3, 40}), 5), (states{shown, few, protecting}));
}

TEST(Suppression, EqualCountsGoByPlace) {
    EXPECT_EQ(of(region({20, 3, 20, 20}), 5), (states{shown, protecting, few, shown, shown}));
}

TEST(Suppression, CrossedTablesNeedARectangle) {
    const states s = of(crossed(3, 3, {30, 30, 30, 30, 3, 30, 30, 30, 30}), 11);
    EXPECT_EQ(std::count(s.begin(), s.end(), protecting), 3);
    EXPECT_EQ(s[5], few);
}

TEST(Suppression, RulesOfTheCaller) {
    suppression_table t = region({40, 30, 20});
    t.cells[1].rule = cell_rule::must_be_hidden;  // too few workers, though 40 people
    EXPECT_EQ(of(t, 11), (states{shown, rule, shown, protecting}));
    t.cells[1].rule = cell_rule::left_out;
    EXPECT_EQ(of(t, 11), (states{shown, rule, shown, shown}));
    t.cells[0].rule = cell_rule::left_out;  // the region is not released: nothing to subtract from
    t.cells[1].rule = cell_rule::must_be_hidden;
    EXPECT_EQ(of(t, 11), (states{rule, rule, shown, shown}));
}

TEST(Suppression, WidthsSayWhatIsLeftOpen) {
    const suppression_table t = region({40, 3, 20, 30});
    EXPECT_EQ(feasible_widths(t, {shown, shown, few, shown, shown}, 11).value(),
              (std::vector<std::int64_t>{0, 0, 0, 0, 0}));
    EXPECT_EQ(feasible_widths(t, {shown, shown, few, protecting, shown}, 100).value(),
              (std::vector<std::int64_t>{0, 0, 21, 21, 0}));
    EXPECT_EQ(feasible_widths(t, {protecting, shown, few, shown, shown}, 100).value(),
              (std::vector<std::int64_t>{100, 0, 100, 0, 0}));
}

TEST(Suppression, LargeTablesAreHandledToo) {
    std::vector<std::int64_t> units;
    for (std::int64_t u = 0; u < 2000; ++u) units.push_back(u * 7919 % 97);
    const suppression_table t = region(units);
    const states s = of(t, 11);
    const auto widths = feasible_widths(t, s, 11).value();
    for (std::size_t c = 0; c < s.size(); ++c) {
        EXPECT_EQ(s[c] != shown, t.cells[c].people > 0 && t.cells[c].people < 11) << c;
        EXPECT_EQ(widths[c], s[c] == shown ? 0 : 11) << c;
    }
}

/// Units × two languages, heard and scales, as a release by unit, by language and together has them.
suppression_table bilingual(std::int64_t units, std::int64_t people, std::size_t scales) {
    suppression_table t;
    std::int64_t next = 1;
    const auto random = [&](std::int64_t below) { return (next = next * 48271 % 2147483647) % below; };
    std::vector<std::vector<std::int64_t>> counts;
    for (std::int64_t part = 0; part < 2 * units; ++part) {
        std::vector<std::int64_t>& n = counts.emplace_back(1, people / 2 - 4 + random(9));
        for (std::size_t s = 0; s < scales; ++s) n.push_back(n[0] - random(2));
    }
    std::vector<std::vector<std::size_t>> groups(3);
    for (std::size_t part = 0; part < counts.size(); ++part) {
        groups[part % 2].push_back(part);
        groups[2].push_back(part);
        if (part % 2 == 1) groups.push_back({part - 1, part});
    }
    const auto add = [&](const std::vector<std::size_t>& of, bool asked) {
        const std::size_t first = t.cells.size();
        for (std::size_t f = 0; f <= scales; ++f) {
            std::int64_t n = 0;
            for (const std::size_t part : of) n += counts[part][f];
            const cell_rule open = asked ? cell_rule::may_be_shown : cell_rule::left_out;
            t.cells.push_back({n, n > 0 && n < 11 ? cell_rule::must_be_hidden : open});
        }
        for (std::size_t f = 1; f <= scales; ++f) {
            t.cells.push_back({t.cells[first].people - t.cells[first + f].people, cell_rule::left_out});
            t.sums.push_back({first, {first + f, t.cells.size() - 1}});
        }
        return first;
    };
    std::vector<std::size_t> parts;
    for (std::size_t part = 0; part < counts.size(); ++part) parts.push_back(add({part}, false));
    for (const auto& group : groups) {
        const std::size_t total = add(group, true);
        for (std::size_t f = 0; f <= scales; ++f) {
            suppression_sum sum{total + f, {}};
            for (const std::size_t part : group) sum.parts.push_back(parts[part] + f);
            t.sums.push_back(std::move(sum));
        }
    }
    return t;
}

// Half of the people of every unit are few, each scale is bound to the people heard: everything hangs together.
TEST(Suppression, ARegionOfTwoLanguagesIsSolvedAndStaysOpen) {
    const suppression_table t = bilingual(60, 16, 9);
    const states s = of(t, 11);
    const auto widths = feasible_widths(t, s, 11).value();
    std::size_t guarded = 0, proved_again = 0;
    for (std::size_t c = 0; c < s.size(); ++c) {
        if (t.cells[c].rule != cell_rule::must_be_hidden) continue;
        ++guarded;
        proved_again += widths[c] == 11 ? 1U : 0U;
        EXPECT_GE(widths[c], 10) << c;
    }
    EXPECT_GT(guarded, 1000U);
    EXPECT_GT(proved_again * 100, guarded * 98) << "feasible_widths() looks for tables of its own";
    EXPECT_GT(std::count(s.begin(), s.end(), shown), 300);
}

TEST(Suppression, WithoutWorkLeftMoreIsHiddenAndStaysOpen) {
    std::vector<std::int64_t> inner;
    for (std::int64_t c = 0; c < 40 * 40; ++c) inner.push_back(1 + c * 7919 % 23);
    const suppression_table t = crossed(40, 40, inner);
    const states s = suppress(t, 11, 1).value();
    const auto widths = feasible_widths(t, s, 11).value();
    for (std::size_t c = 0; c < s.size(); ++c) EXPECT_TRUE(s[c] != few || widths[c] == 11) << c;
    const states proved = of(t, 11);
    EXPECT_GE(std::count(s.begin(), s.end(), protecting), std::count(proved.begin(), proved.end(), protecting));
}

TEST(Suppression, RefusesWhatIsNoTable) {
    const auto code = [](const suppression_table& t, std::int64_t k) { return suppress(t, k).problems().code(); };
    suppression_table t = region({3, 4});
    EXPECT_EQ(code(t, 1), status::invalid_argument);
    t.cells[0].people = 8;
    EXPECT_EQ(code(t, 11), status::invalid_argument);
    t = region({3, 4});
    t.sums[0].parts[0] = 99;
    EXPECT_EQ(code(t, 11), status::invalid_argument);
    t = region({3, 4});
    t.sums[0].parts[0] = 0;
    EXPECT_EQ(code(t, 11), status::invalid_argument);
    t = region({3, 4});
    t.cells[1].people = -3;
    EXPECT_EQ(code(t, 11), status::invalid_argument);
    EXPECT_EQ(code(region({std::int64_t{1} << 40, 1}), 11), status::too_large);
    EXPECT_TRUE(suppress({}, 11).has_value());
    EXPECT_EQ(feasible_widths(region({3, 4}), {shown}, 11).problems().code(), status::invalid_argument);
}

TEST(WholeProgram, ProvesByWholeNumbersOnly) {
    using evidence::whole_program;
    // x + y = 7
    std::int64_t work = 1'000'000;
    auto range = whole_program({{{0, 1}, {1, 1}}}, {3, 4}, work).range_of(0, 100);
    EXPECT_EQ(range.low, 0);
    EXPECT_EQ(range.high, 7);
    // x − y = 2: no end above
    EXPECT_TRUE(whole_program({{{0, 1}, {1, -1}}}, {5, 3}, work).range_of(0, 100).unbounded);
    // Three sums over two each bind all three.
    range = whole_program({{{0, 1}, {1, 1}}, {{0, 1}, {2, 1}}, {{1, 1}, {2, 1}}}, {1, 1, 1}, work).range_of(0, 100);
    EXPECT_EQ(range.low, 1);
    EXPECT_EQ(range.high, 1);
    // The same row twice says nothing new.
    whole_program twice({{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}}, {3, 4}, work);
    range = twice.range_of(1, 100);
    EXPECT_EQ(range.high - range.low, 7);
    EXPECT_EQ(twice.seen(0).high - twice.seen(0).low, 7) << "what was found for one place counts for all";
    EXPECT_LT(work, 1'000'000) << "what is left over is the same everywhere";
}

}  // namespace
