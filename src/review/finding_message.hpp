// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/finding.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// What stands for a {name} in a message.
struct message_word {
    std::string_view name;  ///< a literal
    localized_string text;
};

/// The message of a rule, in both languages.
[[nodiscard]] localized_string message_of(std::string_view rule, std::string_view variant,
                                          std::span<const message_word> words, std::span<const finding_number> numbers);

/// "a, b and c"; of many ids the first few and how many more there are.
[[nodiscard]] localized_string list_of(std::span<const std::string> ids);

}  // namespace peersupport::review
