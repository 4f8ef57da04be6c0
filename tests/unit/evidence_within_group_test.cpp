// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/within_group.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

result<std::vector<within_group_result>> agreement(const rating_table& t, const std::vector<std::uint32_t>& group,
                                                   std::int64_t options = 5, std::int64_t unit = 1) {
    return within_group_agreement(t.values(), group, 3, options, unit);
}

TEST(WithinGroupAgreement, IsGivenForEachGroup) {
    const auto got = agreement(rating_table("4 4 / 5 5 / 1 1 / 4 4 / 5 1 / * 2"), {0, 1, 1, 0, 1, 0}).value();
    ASSERT_EQ(got.size(), 3U);
    EXPECT_EQ(got[0].agreement.value, 1);
    EXPECT_EQ(got[0].agreement.why, statistic_reason::no_bound);
    EXPECT_EQ(got[0].agreement.n, 2);
    EXPECT_EQ(got[0].left_out, 1);
    EXPECT_TRUE(got[1].below_zero);
    EXPECT_EQ(got[1].agreement.value, 0);
    EXPECT_LT(got[1].agreement_star, 0);
    EXPECT_EQ(got[2].agreement.why, statistic_reason::too_few_rows);
}

TEST(WithinGroupAgreement, RefusesAnswersFurtherApartThanTheOptions) {
    EXPECT_EQ(agreement(rating_table("1 6 / 2 5"), {0, 0}).value()[0].agreement.why, statistic_reason::code_outside);
    EXPECT_EQ(agreement(rating_table("0 4 / 1 3"), {0, 0}).value()[0].agreement.why, statistic_reason::no_bound);
}

TEST(WithinGroupAgreement, DoesNotChangeWithTheUnit) {
    const auto whole = agreement(rating_table("1 2 / 2 2 / 3 2"), {0, 0, 0}).value()[0];
    const auto tenths = agreement(rating_table("10 20 / 20 20 / 30 20"), {0, 0, 0}, 5, 10).value()[0];
    EXPECT_EQ(whole.agreement.value, tenths.agreement.value);
    EXPECT_EQ(whole.agreement_star, 0.75);
}

TEST(WithinGroupAgreement, RefusesWhatDoesNotFit) {
    EXPECT_EQ(agreement(rating_table("1 2"), {0, 0}).problems().code(), status::shape_mismatch);
    EXPECT_EQ(agreement(rating_table("1 2"), {3}).problems().code(), status::invalid_argument);
    EXPECT_EQ(agreement(rating_table("1 2"), {0}, 1).problems().code(), status::invalid_argument);
    EXPECT_EQ(agreement(rating_table("1 2"), {0}, 5, 0).problems().code(), status::invalid_argument);
}

}  // namespace
}  // namespace peersupport
