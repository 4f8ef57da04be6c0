// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `core_elements`. What a region needs so that peer support can work, as people with lived experience and families named it in one region of Ontario.
struct core_element {
    std::string_view id;
    localized_text name;
    localized_text meaning;
    std::span<const std::string_view> service_forms;  ///< forms that offer it; ids in `service_forms`
    peersupport::standing standing{};  ///< of the name
    peersupport::standing meaning_standing{};  ///< of the meaning and of the forms named
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
