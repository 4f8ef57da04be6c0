// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/field_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace peersupport::exchange {

/// Another format, or another version of it, may mean anything by its members: then this is the one
/// thing to say. Nothing when `format` is the one asked for, or is missing or no string.
[[nodiscard]] std::optional<error> wrong_format(const json_document& document,
                                                std::string_view expected);

/// major.minor.patch: whole numbers without leading zeros.
[[nodiscard]] bool is_version(std::string_view text) noexcept;
/// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] bool is_digest(std::string_view text) noexcept;
/// The member `version`.
void read_version(field_reader& top, std::string& out);

}  // namespace peersupport::exchange
