// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// From where somebody sees a service. Each speaks only of what they live themselves.
struct perspective {
    std::string_view id;
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    localized_text meaning;          ///< who this is and what they can tell
    localized_text group{};          ///< plural, as a table names the group
    bool receives_support = false;   ///< whether the service is for them
    peersupport::standing standing{};  ///< of asking this perspective about values in practice
    peersupport::standing meaning_standing{};
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
