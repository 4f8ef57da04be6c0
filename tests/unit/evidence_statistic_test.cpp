// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/statistic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace peersupport {
namespace {

TEST(StatisticReason, NumbersThatStandInFilesStay) {
    EXPECT_EQ(static_cast<int>(statistic_reason::computed), 0);
    EXPECT_EQ(static_cast<int>(statistic_reason::no_variance), 3);
    EXPECT_EQ(static_cast<int>(statistic_reason::not_positive), 6);
    EXPECT_EQ(static_cast<int>(statistic_reason::mixed_signs), 13);
}

TEST(StatisticReason, EachHasAKebabCaseIdAndWordsInBothLanguages) {
    std::set<std::string_view> ids;
    for (std::uint8_t number = 0; number < statistic_reason_count; ++number) {
        const auto r = static_cast<statistic_reason>(number);
        EXPECT_TRUE(ids.insert(id_of(r)).second) << id_of(r);
        EXPECT_TRUE(std::ranges::all_of(id_of(r), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }))
            << id_of(r);
        EXPECT_FALSE(text_of(r, language::en).empty());
        EXPECT_NE(text_of(r, language::en), text_of(r, language::fr));
    }
}

TEST(StatisticReason, ANumberThatIsNoReasonDoesNotPassForComputed) {
    for (const int number : {14, 200, 255}) {
        EXPECT_EQ(id_of(static_cast<statistic_reason>(number)), "unknown");
        EXPECT_NE(text_of(static_cast<statistic_reason>(number), language::fr), "calculé");
    }
}

}  // namespace
}  // namespace peersupport
