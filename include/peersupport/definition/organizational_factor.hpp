// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/influence_direction.hpp"
#include "peersupport/definition/influence_reach.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `organizational_factors`. What research and practice name.
struct organizational_factor {
    std::string_view id;
    peersupport::influence_direction direction{};
    peersupport::influence_reach reach{};
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
