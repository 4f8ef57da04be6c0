// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/date.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace peersupport;

namespace {

status code_of(std::string_view text) {
    const auto read = parse_date(text);
    return read ? status::ok : read.problems().code();
}

std::size_t offset_of(std::string_view text) {
    const auto read = parse_date(text);
    return read ? problem::no_offset : read.problems().problems.front().offset;
}

}  // namespace

TEST(date, reads_exactly_year_month_day) {
    const auto read = parse_date("2026-02-28");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (date{2026, 2, 28}));
    EXPECT_EQ(to_text(*read), "2026-02-28");
}

TEST(date, refuses_every_other_shape) {
    for (const char* text : {"", "2024", "2024-02", "2024/02/03", "2024-Feb-03", "2024-1-1", "+2024-01-01",
                             "-2024-01-01", "2024- 2-03", "20240203", "2024-02-03T", "2024-02-03 ", " 2024-02-03",
                             "2024-02-0x", "02024-01-01", "2024-02-03Z", "２024-02-03"})
        EXPECT_EQ(code_of(text), status::date_malformed) << text;
    EXPECT_EQ(code_of(std::string_view("2024-02-0\0", 10)), status::date_malformed);
}

TEST(date, says_where_the_shape_breaks) {
    EXPECT_EQ(offset_of(""), 0U);
    EXPECT_EQ(offset_of("2024"), 4U);
    EXPECT_EQ(offset_of("2024-1-1"), 6U);
    EXPECT_EQ(offset_of("2024-02-03T"), 10U);
}

TEST(date, refuses_days_that_do_not_exist_and_years_out_of_range) {
    for (const char* text :
         {"2023-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-00-10", "2024-13-10", "2024-01-00",
          "2024-01-32", "1899-12-31", "2201-01-01", "0000-01-01", "9999-12-31", "2024-99-99"})
        EXPECT_EQ(code_of(text), status::date_out_of_range) << text;
    for (const char* text : {"2024-02-29", "2000-02-29", "1900-01-01", "2200-12-31"})
        EXPECT_EQ(code_of(text), status::ok) << text;
}

TEST(date, validity_agrees_with_the_standard_library_on_every_day) {
    using namespace std::chrono;
    for (int y = 1899; y <= 2201; ++y)
        for (int m = 0; m <= 13; ++m)
            for (int d = 0; d <= 32; ++d) {
                const year_month_day standard{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
                const bool expected = standard.ok() && y >= 1900 && y <= 2200;
                const date ours{static_cast<std::int16_t>(y), static_cast<std::int8_t>(m), static_cast<std::int8_t>(d)};
                ASSERT_EQ(is_valid(ours), expected) << y << ' ' << m << ' ' << d;
            }
    EXPECT_FALSE(is_valid({2024, -1, 1}));
    EXPECT_FALSE(is_valid({2024, 1, -1}));
}

TEST(date, text_and_day_counts_round_trip_over_three_centuries) {
    using namespace std::chrono;
    const date first{1900, 1, 1};
    std::int32_t count = 0;
    for (sys_days at = year(1900) / 1 / 1; at <= sys_days(year(2200) / 12 / 31); at += days(1), ++count) {
        const year_month_day standard(at);
        const date ours{static_cast<std::int16_t>(int(standard.year())),
                        static_cast<std::int8_t>(unsigned(standard.month())),
                        static_cast<std::int8_t>(unsigned(standard.day()))};
        ASSERT_EQ(days_between(first, ours), count);
        const auto again = parse_date(to_text(ours));
        ASSERT_TRUE(again);
        ASSERT_EQ(*again, ours);
    }
    EXPECT_EQ(days_between({2024, 3, 1}, {2024, 2, 28}), -2);
}

TEST(date, orders_by_calendar) {
    EXPECT_LT((date{2024, 1, 31}), (date{2024, 2, 1}));
    EXPECT_LT((date{2023, 12, 31}), (date{2024, 1, 1}));
}
