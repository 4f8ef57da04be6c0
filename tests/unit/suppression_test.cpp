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
    auto range = whole_program({1, 1}, {3, 4}).range_of(0, 100);
    EXPECT_EQ(range.low, 0);
    EXPECT_EQ(range.high, 7);
    // x − y = 2: no end above
    EXPECT_TRUE(whole_program({1, -1}, {5, 3}).range_of(0, 100).unbounded);
    // Three sums over two each bind all three.
    range = whole_program({1, 1, 0, 1, 0, 1, 0, 1, 1}, {1, 1, 1}).range_of(0, 100);
    EXPECT_EQ(range.low, 1);
    EXPECT_EQ(range.high, 1);
    // The same row twice says nothing new.
    range = whole_program({1, 1, 1, 1}, {3, 4}).range_of(1, 100);
    EXPECT_EQ(range.high - range.low, 7);
}

}  // namespace
