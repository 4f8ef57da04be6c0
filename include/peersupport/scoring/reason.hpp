// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <cstdint>
#include <string_view>

namespace peersupport {

/// Why a score was not given. Numbers are stable: they stand in files and in the C ABI.
enum class reason : std::uint8_t {
    scored = 0,            ///< it was given
    too_few_answered = 1,  ///< fewer items answered than the missing rule asks for
    not_applicable = 2,    ///< no item of the scale applied
    gate_closed = 3,       ///< no item was marked important
    invalid_code = 4,      ///< an item of the scale held a code that is not one of its options
    not_in_table = 5,      ///< the sum has no row in the scale's table
};
inline constexpr std::uint8_t reason_count = 6;

/// The reason's id, e.g. "too-few-answered".
[[nodiscard]] std::string_view id_of(reason) noexcept;
/// A few plain words for people.
[[nodiscard]] std::string_view text_of(reason, language) noexcept;

}  // namespace peersupport
