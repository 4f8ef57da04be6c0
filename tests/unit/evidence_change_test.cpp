// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/change.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace peersupport {
namespace {

TEST(Change, KindsHaveIdsOfTheirOwn) {
    std::set<std::string_view> ids;
    for (std::uint8_t n = 0; n < change_kind_count; ++n)
        EXPECT_TRUE(ids.insert(id_of(static_cast<change_kind>(n))).second);
    EXPECT_EQ(id_of(static_cast<change_kind>(200)), "not-known");
}

TEST(Change, WithoutErrorNothingCanBeReliable) {
    EXPECT_EQ(error_of({7.5, 1.0}).why, statistic_reason::no_variance);
    EXPECT_EQ(error_of({0, .8}).why, statistic_reason::no_variance);
    EXPECT_EQ(error_of({7.5, 1.2}).why, statistic_reason::not_identified);
    const double one[] = {1};
    EXPECT_TRUE(reliable_change(one, one, {0, .8}).empty());
    EXPECT_TRUE(reliable_change(one, {}, {7.5, .8}).empty());
}

TEST(Change, DirectionAndCut) {
    // Threshold 9.297; lower is better, cut 20.
    const change_rule by{7.5, .80, 1.96, false, true, 20};
    const double before[] = {30, 30, 19, 10, 30, 40}, after[] = {19, 20, 9, 25, 25, 25};
    const auto rows = reliable_change(before, after, by);
    const std::vector<change_kind> expected{
        change_kind::better_past_cut,    change_kind::better, change_kind::better, change_kind::worse,
        change_kind::no_reliable_change, change_kind::better};
    for (std::size_t r = 0; r < expected.size(); ++r) EXPECT_EQ(rows[r].kind, expected[r]) << r;
    EXPECT_LT(rows[0].index, 0);  // the index keeps the sign of after − before
}

TEST(Change, AgreementAtTheEdges) {
    const std::vector<std::int64_t> one{3}, same{3, 3, 3};
    EXPECT_EQ(limits_of_agreement({one, 1}).bias.why, statistic_reason::too_few_rows);
    EXPECT_EQ(limits_of_agreement({}).bias.why, statistic_reason::too_few_rows);
    const bland_altman flat = limits_of_agreement({same, 1});
    EXPECT_EQ(flat.bias.why, statistic_reason::no_bound);
    EXPECT_EQ(flat.low, 3);
    EXPECT_EQ(flat.high, 3);
}

}  // namespace
}  // namespace peersupport
