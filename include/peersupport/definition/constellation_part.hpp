// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/constellation_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `constellation`. The parts of a governance in which information runs both ways.
struct constellation_part {
    std::string_view id;
    localized_text name;
    peersupport::constellation_kind kind{};
    localized_text meaning;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
