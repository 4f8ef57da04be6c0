// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/number_unit.hpp"
#include "peersupport/definition/optional_number.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `integrity_rules`. How figures about service integrity are made.
struct integrity_rule {
    std::string_view id;
    localized_text name;
    localized_text explanation;
    optional_number number{};  ///< an organization may set its own
    number_unit unit{};        ///< of the number
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
