// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// What an option means for scoring. Declined and blank are both missing, counted apart.
enum class option_kind : std::uint8_t { answer, does_not_apply, declined, blank };

/// One option of a response scale: the code that stands in the data and the points it is worth.
struct answer_option {
    std::int32_t code = 0;
    option_kind kind = option_kind::answer;
    std::int32_t points = 0;  ///< answers only
    localized_string label;   ///< empty where the wording may not be shipped
    friend bool operator==(const answer_option&, const answer_option&) = default;
};

/// Every whole code from..to (both included) is an answer worth its own value.
struct code_range {
    std::int32_t from = 0;
    std::int32_t to = 0;
    friend bool operator==(const code_range&, const code_range&) = default;
};

/// The options an item offers.
struct response_scale {
    std::string id;
    std::vector<answer_option> options;
    std::optional<code_range> range;
    friend bool operator==(const response_scale&, const response_scale&) = default;
};

}  // namespace peersupport
