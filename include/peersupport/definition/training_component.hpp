// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/optional_number.hpp"
#include "peersupport/definition/requirement_level.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `training_components`. What peers, supervisors and teams learn.
struct training_component {
    std::string_view id;
    peersupport::requirement_level level{};
    localized_text name;
    std::span<const std::string_view> roles{};  ///< empty: every peer role; ids in `roles`
    optional_number hours{};  ///< set by an organization; no number is published
    optional_number within_days{};  ///< set by an organization
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
