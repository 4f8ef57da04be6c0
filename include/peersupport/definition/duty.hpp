// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `duties`. What belongs to peer roles.
struct duty {
    std::string_view id;
    localized_text text;
    std::string_view activity;  ///< id in `activity_codes`
    std::span<const std::string_view> core_roles{};  ///< ids in `roles`
    std::span<const std::string_view> optional_roles{};  ///< ids in `roles`
    std::span<const std::string_view> competencies{};  ///< ids in `competencies`
    std::span<const std::string_view> cues_en;  ///< lower case; a cue alone never decides
    std::span<const std::string_view> cues_fr;  ///< written from French, not translated
    peersupport::standing standing{};  ///< of the duty
    peersupport::standing mapping_standing{};  ///< of the roles, competencies, code and cues
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
