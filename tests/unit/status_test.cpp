// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/status.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

namespace peersupport {
namespace {

TEST(Status, EveryCodeHasANameOfItsOwnInCapitals) {
    std::set<std::string_view> names;
    for (const status code : statuses()) {
        const std::string_view name = status_name(code);
        EXPECT_FALSE(name.empty());
        EXPECT_TRUE(std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; })) << name;
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_NE(name, "UNKNOWN");
    }
}

TEST(Status, EveryCodeSaysWhatHappenedInBothLanguages) {
    for (const status code : statuses()) {
        const std::string_view en = status_text(code, language::en), fr = status_text(code, language::fr);
        EXPECT_FALSE(en.empty()) << status_name(code);
        EXPECT_FALSE(fr.empty()) << status_name(code);
        EXPECT_NE(en, fr) << status_name(code);
        EXPECT_EQ(en.back(), '.') << status_name(code);
        EXPECT_EQ(fr.back(), '.') << status_name(code);
    }
}

TEST(Status, EveryCodeButOkSaysWhatToDoInBothLanguages) {
    for (const status code : statuses()) {
        const bool none = code == status::ok;
        EXPECT_EQ(status_advice(code, language::en).empty(), none) << status_name(code);
        EXPECT_EQ(status_advice(code, language::fr).empty(), none) << status_name(code);
    }
}

TEST(Status, CodesAscendFromOkWithoutRepetition) {
    const auto all = statuses();
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front(), status::ok);
    EXPECT_TRUE(std::ranges::is_sorted(all));
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

// Programs have been compiled with these numbers: they never change.
TEST(Status, NumbersThatWereGivenOutStay) {
    EXPECT_EQ(static_cast<int>(status::ok), 0);
    EXPECT_EQ(static_cast<int>(status::invalid_argument), 3);
    EXPECT_EQ(static_cast<int>(status::json_syntax), 100);
    EXPECT_EQ(static_cast<int>(status::rule_conflict), 209);
    EXPECT_EQ(static_cast<int>(status::score_too_large), 304);
    EXPECT_EQ(static_cast<int>(status::invalid_code), 400);
    EXPECT_EQ(static_cast<int>(status::shape_mismatch), 404);
    EXPECT_EQ(status_name(status::not_integral), "NOT_INTEGRAL");
}

TEST(Status, AnUnknownCodeMeansTheCallFailed) {
    for (const int number : {-1, 8, 99, 299, 1'000'000, INT32_MIN, INT32_MAX}) {
        const auto code = static_cast<status>(number);
        EXPECT_EQ(status_name(code), "UNKNOWN");
        EXPECT_NE(status_text(code, language::en).find("failed"), std::string_view::npos);
        EXPECT_NE(status_text(code, language::fr).find("échoué"), std::string_view::npos);
        EXPECT_TRUE(status_advice(code, language::en).empty());
    }
}

}  // namespace
}  // namespace peersupport
