// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::exchange {

inline constexpr std::string_view definition_format = "peersupport-definition-1";
inline constexpr std::string_view overlay_format = "peersupport-overlay-1";

}  // namespace peersupport::exchange
