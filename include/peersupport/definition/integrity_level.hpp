// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `integrity_levels`. How often the values of peer support are experienced in a service.
struct integrity_level {
    std::string_view id;
    std::int32_t order = 0;  ///< 1 is the least often
    localized_text name;     ///< as it is shown; never "weak", "strong" or "eroded"
    localized_text meaning;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
