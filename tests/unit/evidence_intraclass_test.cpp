// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/intraclass.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

constexpr intraclass_form forms[] = {intraclass_form::one_single,   intraclass_form::two_single,
                                     intraclass_form::three_single, intraclass_form::one_mean,
                                     intraclass_form::two_mean,     intraclass_form::three_mean};

statistic icc(const char* table, intraclass_form form, incomplete_units incomplete = incomplete_units::refuse) {
    return intraclass_correlation(sums_of(rating_table(table)), form, 0.95, incomplete).icc;
}

TEST(IntraclassCorrelation, SaysWhyThereIsNone) {
    for (const intraclass_form form : forms) {
        EXPECT_EQ(icc("3 3 / 3 3 / 3 3", form).why, statistic_reason::no_variance);
        EXPECT_EQ(icc("3 4", form).why, statistic_reason::too_few_rows);
        EXPECT_EQ(icc("3 / 4", form).why, statistic_reason::too_few_columns);
        EXPECT_EQ(intraclass_correlation(intraclass_sums(2), form, 0.95).icc.why, statistic_reason::too_few_rows);
    }
    EXPECT_EQ(icc("1 2 / 2 1", intraclass_form::two_single).why, statistic_reason::not_identified);
    EXPECT_EQ(icc("1 2 / 2 1", intraclass_form::three_mean).why, statistic_reason::not_identified);
    EXPECT_EQ(icc("1 2 / 2 1", intraclass_form::three_single).value, -1);
}

TEST(IntraclassCorrelation, IsOneWithoutABoundForPerfectAgreement) {
    for (const intraclass_form form : forms) {
        const statistic got = icc("1 1 1 / 2 2 2 / 5 5 5", form);
        EXPECT_EQ(got.value, 1);
        EXPECT_EQ(got.why, statistic_reason::no_bound);
    }
    const statistic shifted = icc("1 2 / 2 3 / 5 6", intraclass_form::two_single);  // no error, but raters differ
    EXPECT_EQ(shifted.why, statistic_reason::computed);
    EXPECT_LT(shifted.low, shifted.value);
    EXPECT_LT(shifted.value, shifted.high);
    EXPECT_EQ(icc("1 2 / 2 3 / 5 6", intraclass_form::three_single).why, statistic_reason::no_bound);
}

TEST(IntraclassCorrelation, OfTheSameRatersNeedsEveryCell) {
    const char* gaps = "9 2 5 / 6 1 3 / 8 * 6 / 7 1 2";
    for (const intraclass_form form : {intraclass_form::two_single, intraclass_form::three_single,
                                       intraclass_form::two_mean, intraclass_form::three_mean}) {
        EXPECT_EQ(icc(gaps, form).why, statistic_reason::unbalanced);
        EXPECT_EQ(icc(gaps, form, incomplete_units::leave_out).value, icc("9 2 5 / 6 1 3 / 7 1 2", form).value);
        EXPECT_EQ(icc(gaps, form, incomplete_units::leave_out).n, 3);
    }
    EXPECT_EQ(icc(gaps, intraclass_form::one_single).why, statistic_reason::computed);
    EXPECT_EQ(icc(gaps, intraclass_form::one_single).estimator, "icc-1,1/f-approximate");
    EXPECT_EQ(icc("9 2 5 / 6 1 3", intraclass_form::one_single).estimator, "icc-1,1/f");
}

// Three groups 1 2 3 / 2 4 / 6: N 6, sum 18; between 3·2² + 2·3² + 1·6² − 54 = 12; within 2 + 2 = 4.
TEST(IntraclassCorrelation, OfGroupsOfDifferentSize) {
    intraclass_sums sums(0);
    ASSERT_EQ(
        sums.add_groups(std::vector<std::int64_t>{1, 2, 3, 2, 4, 6}, std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2}, 3),
        status::ok);
    const auto anova = intraclass_correlation(sums, intraclass_form::one_single, 0.95);
    EXPECT_EQ(anova.mean_square_units, 6);
    EXPECT_EQ(anova.mean_square_error, 4.0 / 3);
    EXPECT_EQ(anova.raters, (6 - 14.0 / 6) / 2);
    EXPECT_DOUBLE_EQ(anova.icc.value, (6 - 4.0 / 3) / (6 + (11.0 / 6 - 1) * 4 / 3));
    const auto mean = intraclass_correlation(sums, intraclass_form::one_single, 0.95, incomplete_units::refuse,
                                             group_size::arithmetic);
    EXPECT_EQ(mean.raters, 2);
    EXPECT_DOUBLE_EQ(mean.icc.value, (6 - 4.0 / 3) / (6 + 4.0 / 3));
    EXPECT_DOUBLE_EQ(intraclass_correlation(sums, intraclass_form::one_mean, 0.95).icc.value, 1 - 4.0 / 18);
}

TEST(IntraclassCorrelation, DoesNotChangeWithScaleOrOrigin) {
    const rating_table t("9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7");
    rating_table moved = t;
    for (std::int64_t& v : moved.cells) v = 1'000'000 * v - 99'999'999'999;
    for (const intraclass_form form : forms)
        EXPECT_EQ(intraclass_correlation(sums_of(t), form, 0.95).icc.value,
                  intraclass_correlation(sums_of(moved), form, 0.95).icc.value);
}

}  // namespace
}  // namespace peersupport
