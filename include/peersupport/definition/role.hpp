// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `roles`. The roles a peer may hold.
struct role {
    std::string_view id;
    std::string_view code;  ///< three letters
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    localized_text meaning;
    localized_text lived_experience;
    localized_text preparation;
    localized_text exclusions;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
