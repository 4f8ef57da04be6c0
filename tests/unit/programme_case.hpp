// SPDX-License-Identifier: Apache-2.0
// A programme without findings, and what the check finds once something in it is changed.
#pragma once

#include "instrument_file.hpp"
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace peersupport::unit {

inline programme clean() {
    const auto path = std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / "examples/programme/clean-network.json";
    auto read = read_programme(file_text(path), canonical());
    EXPECT_TRUE(read);
    return *read;
}

inline constexpr date last_day{2026, 6, 30};
constexpr date day(int year, int month, int of_month) {
    return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(of_month)};
}

using change = std::function<void(programme&)>;
using texts = std::vector<std::string>;

struct rule_case {
    const char* what;
    const char* rule;
    change apply;
    texts places;
    const char* en = nullptr;  ///< of the first finding
    const char* fr = nullptr;
    date as_of = last_day;
};

inline programme_report checked(const change& apply, const date& as_of = last_day, const definition& by = canonical()) {
    programme what = clean();
    apply(what);
    auto report = check_programme(what, by, as_of);
    EXPECT_TRUE(report);
    return *report;
}

inline texts places_of(const programme_report& report, std::string_view rule) {
    texts places;
    for (const finding& f : report.findings)
        if (f.rule == rule) places.push_back(f.place);
    return places;
}

inline const finding* first_of(const programme_report& report, std::string_view rule) {
    const auto found = std::ranges::find(report.findings, rule, &finding::rule);
    return found == report.findings.end() ? nullptr : &*found;
}

inline void nothing(programme&) {}

}  // namespace peersupport::unit
