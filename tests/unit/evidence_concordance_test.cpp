// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/concordance.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

statistic w(const char* table, bool leave_out = false, tied_ranks ties = tied_ranks::corrected) {
    return kendall_w(rating_table(table).values(), ties, leave_out).w;
}

TEST(KendallW, SaysWhyThereIsNone) {
    EXPECT_EQ(w("1 2").why, statistic_reason::too_few_rows);
    EXPECT_EQ(w("1 / 2").why, statistic_reason::too_few_columns);
    EXPECT_EQ(w("2 2 / 2 2").why, statistic_reason::no_variance);
    EXPECT_EQ(w("1 2 / 2 * / 3 3").why, statistic_reason::unbalanced);
    EXPECT_EQ(kendall_w(tally_of(rating_table("1 2 / 2 * / 3 3")), tied_ranks::corrected).w.why,
              statistic_reason::unbalanced);
    EXPECT_EQ(kendall_w(tally_of(rating_table("1 2 / 2 3"), {}, false), tied_ranks::corrected).w.why,
              statistic_reason::not_identified);
}

TEST(KendallW, IsOneForOneOrderAndZeroForOppositeOnes) {
    EXPECT_EQ(w("1 10 / 2 20 / 3 30").value, 1);
    EXPECT_EQ(w("1 30 / 2 20 / 3 10").value, 0);
    EXPECT_EQ(w("1 1 / 1 1 / 3 3").value, 1);  // ties do not count against agreement
    EXPECT_LT(w("1 1 / 1 1 / 3 3", false, tied_ranks::uncorrected).value, 1);
}

TEST(KendallW, LeavesOutUnitsWithAGap) {
    EXPECT_EQ(w("1 2 / 9 * / 2 1 / 3 3", true).value, w("1 2 / 2 1 / 3 3").value);
    EXPECT_EQ(w("1 2 / 9 * / 2 1 / 3 3", true).n, 3);
}

TEST(KendallW, OfATallyIsThatOfItsRatings) {
    const rating_table t("1 2 4 / 2 2 3 / 5 4 4 / 3 3 1 / 2 1 1 / 5 5 5 / 4 4 2");
    for (const tied_ranks ties : {tied_ranks::corrected, tied_ranks::uncorrected}) {
        const auto values = kendall_w(t.values(), ties, false), tally = kendall_w(tally_of(t), ties);
        EXPECT_EQ(values.w.value, tally.w.value);
        EXPECT_EQ(values.p, tally.p);
        EXPECT_EQ(values.degrees_of_freedom, 6);
    }
}

}  // namespace
}  // namespace peersupport
