// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport::review {

/// The same for the same rule on the same words between the same neighbours (two on each side), wherever they stand and
/// however they are accented, capitalised or spaced.
[[nodiscard]] std::string fingerprint_of(std::string_view rule, const reading& in, std::uint32_t begin, std::uint32_t end);
/// Of what is missing: of the rule alone.
[[nodiscard]] std::string fingerprint_of(std::string_view rule);

}  // namespace peersupport::review
