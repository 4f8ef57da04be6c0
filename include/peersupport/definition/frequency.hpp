// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/interval_unit.hpp"
#include "peersupport/definition/optional_number.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `frequencies`. How often people meet. An organization may set its own.
struct frequency {
    std::string_view id;
    localized_text name;
    localized_text how_often;
    optional_number every{};  ///< how many units; none: not set
    peersupport::interval_unit unit{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
