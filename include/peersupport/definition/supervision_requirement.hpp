// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/requirement_level.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `supervision_requirements`. What a peer may count on from supervision.
struct supervision_requirement {
    std::string_view id;
    peersupport::requirement_level level{};
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
