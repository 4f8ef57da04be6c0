// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `drift_classes`. Ways in which work leaves the role.
struct drift_class {
    std::string_view id;
    localized_text name;
    std::int32_t severity = 0;  ///< 1 to 4; 4 is never averaged away
    localized_text meaning;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
