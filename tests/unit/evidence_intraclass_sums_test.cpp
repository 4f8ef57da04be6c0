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
