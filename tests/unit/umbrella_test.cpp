// SPDX-License-Identifier: Apache-2.0
#include "peersupport/peersupport.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

TEST(Umbrella, OneHeaderTakesAnAnswerFromAFileToAScore) {
    using namespace peersupport;
    const auto survey = open_instrument("integrity-survey");
    ASSERT_TRUE(survey.has_value());
    const auto by = plan::compile(*survey, {.form = "person-short"});
    ASSERT_TRUE(by.has_value());
    std::vector<std::int32_t> codes(by->item_count(), 4);
    std::vector<score> scores(by->scale_count());
    ASSERT_EQ(score_one(*by, codes, scores), status::ok);
    for (const score& s : scores) EXPECT_TRUE(s.value == 100.0 || s.value == 0.0) << s.value;
    EXPECT_EQ(canonical().values().size(), 7u);
}
