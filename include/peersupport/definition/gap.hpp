// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `gaps`. Differences between the definition and what is there. A gap says something about a service, never about a person.
struct gap {
    std::string_view id;
    localized_text text;
    localized_text detected_by;
    std::span<const std::string_view> values{};  ///< ids in `values`
    std::string_view facet{};  ///< of survey items that show it, as the instrument names it
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
