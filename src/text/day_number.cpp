// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/day_number.hpp"

#include <chrono>

namespace peersupport {
namespace {

constexpr date epoch{1970, 1, 1};

}  // namespace

std::int32_t day_number(const date& day) noexcept { return days_between(epoch, day); }

date date_of(std::int32_t number) noexcept {
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{number}}};
    return {static_cast<std::int16_t>(static_cast<int>(day.year())),
            static_cast<std::int8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::int8_t>(static_cast<unsigned>(day.day()))};
}

bool is_day_number(std::int32_t number) noexcept {
    static const std::int32_t first = day_number({earliest_year, 1, 1}), last = day_number({latest_year, 12, 31});
    return number == no_day || (number >= first && number <= last);
}

}  // namespace peersupport
