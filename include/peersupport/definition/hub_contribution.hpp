// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `hub_contributions`. How a hub shows the value of lived experience.
struct hub_contribution {
    std::string_view id;
    localized_text name;
    localized_text text;
    localized_text stands_in_for{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
