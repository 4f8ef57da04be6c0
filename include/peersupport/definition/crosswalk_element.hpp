// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `crosswalk`. Each element of sixteen frameworks, and the value it belongs to first.
struct crosswalk_element {
    std::string_view id;
    std::string_view framework;  ///< id in `frameworks`
    localized_text name;
    std::string_view primary_value;  ///< id in `values`
    std::span<const std::string_view> secondary_values{};  ///< ids in `values`
    std::string_view principle{};  ///< id in `principles`
    peersupport::standing standing{};  ///< of the element in its framework
    peersupport::standing mapping_standing{};
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
