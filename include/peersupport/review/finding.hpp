// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/rule_need.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

struct finding_number {
    std::string_view name;  ///< lives as long as the program
    std::int64_t value = 0;
    friend bool operator==(const finding_number&, const finding_number&) = default;
};

/// One difference between a programme and a rule of the definition. It says something about a programme, never
/// about a person.
struct finding {
    std::string rule;  ///< id in `programme_rules`; need, level, gap and change ideas are the row's
    rule_need need{};
    std::string level;
    std::string gap;  ///< may be empty
    std::vector<std::string> change_ideas;
    std::vector<std::string> about;  ///< ids, of the programme and of the definition
    std::string place;               ///< JSON pointer into the programme's file; what is absent: where it would stand
    std::vector<finding_number> numbers;
    std::vector<date> days;  ///< first days of intervals without a meeting
    localized_string message;
    friend bool operator==(const finding&, const finding&) = default;
};

}  // namespace peersupport
