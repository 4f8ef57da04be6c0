// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/intraclass_sums.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

TEST(IntraclassSums, OfATallyAreThoseOfItsRatings) {
    const rating_table t("3 1 2 / 5 * 4 / 2 2 2 / * * 1 / * * * / 5 4 5");
    EXPECT_EQ(intraclass_sums::of(tally_of(t)).value(), sums_of(t));
}

TEST(IntraclassSums, OfBytesAreThoseOfTheirNumbers) {
    std::uint32_t state = 7;
    for (std::size_t columns = 1; columns <= 9; ++columns) {
        const std::size_t rows = 40;
        std::vector<std::uint8_t> bytes(rows * columns);
        for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24);
        for (const bool is_signed : {false, true})
            for (const bool turned : {false, true}) {
                const std::ptrdiff_t far = turned ? 1 : static_cast<std::ptrdiff_t>(columns);
                const std::ptrdiff_t near = turned ? static_cast<std::ptrdiff_t>(rows) : 1;
                std::vector<std::int64_t> whole;
                for (const std::uint8_t b : bytes) whole.push_back(is_signed ? static_cast<std::int8_t>(b) : b);
                intraclass_sums narrow(columns), wide(columns);
                EXPECT_EQ(narrow.add(byte_values{bytes.data(), is_signed, rows, columns, far, near}), status::ok);
                EXPECT_EQ(wide.add(rating_values{whole.data(), rows, columns, far, near}), status::ok);
                EXPECT_EQ(narrow, wide) << columns;
            }
    }
    const std::vector<std::uint8_t> one{1};
    EXPECT_EQ(intraclass_sums(2).add(byte_values{one.data(), false, 1, 1, 1, 1}), status::shape_mismatch);
    EXPECT_EQ(intraclass_sums(1 << 15).add(byte_values{nullptr, false, 0, 1 << 15, 1, 1}), status::too_large);
}

// Numbers past 2^20 leave the 64-bit sums; the result is the same as with all of them in 128 bits.
TEST(IntraclassSums, AreExactForLargeNumbersToo) {
    rating_table t("1 2 / 3 4 / 5 6");
    t.cells = {1 << 20, -(1 << 20), (1 << 20) - 1, 7, std::int64_t{1} << 40, -3};
    const intraclass_sums got = sums_of(t);
    EXPECT_EQ(got.column_totals()[0].low, (1ULL << 20) + (1ULL << 20) - 1 + (1ULL << 40));
    EXPECT_EQ(got.column_totals()[1].low, static_cast<std::uint64_t>(-(std::int64_t{1} << 20) + 7 - 3));
    EXPECT_EQ(got.blocks()[0].squares.high, std::int64_t{1} << 16);
    EXPECT_EQ(got.blocks()[0].units, 3);
}

TEST(IntraclassSums, MergeInAnyOrder) {
    const rating_table a("3 1 / 5 *"), b("2 2 / 7 4"), both("3 1 / 5 * / 2 2 / 7 4");
    intraclass_sums ab = sums_of(a), ba = sums_of(b);
    EXPECT_EQ(ab.merge(sums_of(b)), status::ok);
    EXPECT_EQ(ba.merge(sums_of(a)), status::ok);
    EXPECT_EQ(ab, ba);
    EXPECT_EQ(ab, sums_of(both));
    EXPECT_EQ(ab.merge(intraclass_sums(2)), status::ok);
    EXPECT_EQ(ab, ba);
    EXPECT_EQ(ab.merge(intraclass_sums(3)), status::shape_mismatch);
}

TEST(IntraclassSums, OfGroupsAreThoseOfRows) {
    intraclass_sums groups(0);
    EXPECT_EQ(groups.add_groups(std::vector<std::int64_t>{3, 5, 1, rating_values::missing, 7},
                                std::vector<std::uint32_t>{1, 0, 1, 0, 1}, 3),
              status::ok);
    ASSERT_EQ(groups.blocks().size(), 2U);
    EXPECT_EQ(groups.blocks()[1].squared_totals.low, 121U);
    EXPECT_EQ(groups.blocks()[1].squares.low, 59U);
    EXPECT_EQ(groups.add_groups(std::vector<std::int64_t>{1}, std::vector<std::uint32_t>{3}, 3),
              status::invalid_argument);
    EXPECT_EQ(groups.add_groups(std::vector<std::int64_t>{1}, {}, 3), status::shape_mismatch);
    EXPECT_EQ(groups.add(rating_table("1 2").values()), status::shape_mismatch);
}

TEST(IntraclassSums, NeverWrap) {
    rating_table t("1 2");
    t.cells = {intraclass_sums::largest_value, -intraclass_sums::largest_value};
    EXPECT_EQ(sums_of(t).blocks()[0].squares.high, std::int64_t{1} << 33);
    t.cells[0] += 1;
    intraclass_sums sums(2);
    EXPECT_EQ(sums.add(t.values()), status::too_large);
    rating_table large("1 1");
    large.cells = {intraclass_sums::largest_value, intraclass_sums::largest_value};
    intraclass_sums doubled = sums_of(large);
    int merges = 0;
    while (doubled.merge(doubled) == status::ok) ++merges;
    EXPECT_EQ(merges, 27);  // (2^49)² · 2^27 = 2^125
}

}  // namespace
}  // namespace peersupport
