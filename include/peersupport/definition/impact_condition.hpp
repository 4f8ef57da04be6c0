// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/number_unit.hpp"
#include "peersupport/definition/optional_number.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `impact_conditions`. What must hold before change may be spoken of alongside peer support.
struct impact_condition {
    std::string_view id;
    std::int32_t order = 0;
    localized_text name;
    localized_text explanation;  ///< why it is asked for
    localized_text advice;       ///< what a service can do
    optional_number limit{};     ///< an organization may set its own
    number_unit unit{};          ///< of the limit
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
