// SPDX-License-Identifier: Apache-2.0
#include "peersupport/scoring/reason.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace peersupport {
namespace {

TEST(Reason, NumbersThatStandInFilesStay) {
    EXPECT_EQ(static_cast<int>(reason::scored), 0);
    EXPECT_EQ(static_cast<int>(reason::too_few_answered), 1);
    EXPECT_EQ(static_cast<int>(reason::not_applicable), 2);
    EXPECT_EQ(static_cast<int>(reason::gate_closed), 3);
    EXPECT_EQ(static_cast<int>(reason::invalid_code), 4);
    EXPECT_EQ(static_cast<int>(reason::not_in_table), 5);
    EXPECT_EQ(reason_count, 6);
}

TEST(Reason, EachHasAKebabCaseIdOfItsOwn) {
    std::set<std::string_view> ids;
    for (std::uint8_t number = 0; number < reason_count; ++number) {
        const std::string_view id = id_of(static_cast<reason>(number));
        EXPECT_TRUE(ids.insert(id).second) << id;
        EXPECT_FALSE(id.empty());
        EXPECT_TRUE(std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; })) << id;
    }
    EXPECT_EQ(id_of(reason::too_few_answered), "too-few-answered");
}

TEST(Reason, EachHasWordsInBothLanguages) {
    for (std::uint8_t number = 0; number < reason_count; ++number) {
        const auto r = static_cast<reason>(number);
        EXPECT_FALSE(text_of(r, language::en).empty());
        EXPECT_FALSE(text_of(r, language::fr).empty());
        EXPECT_NE(text_of(r, language::en), text_of(r, language::fr));
    }
}

// A number from a newer file must never be read as "a score was given".
TEST(Reason, ANumberThatIsNoReasonDoesNotPassForScored) {
    for (const int number : {6, 200, 255}) {
        EXPECT_NE(id_of(static_cast<reason>(number)), "scored");
        EXPECT_NE(text_of(static_cast<reason>(number), language::en), "scored");
    }
}

}  // namespace
}  // namespace peersupport
