// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/requirement_level.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `job_description_components`. What a job description for a peer role says.
struct job_description_component {
    std::string_view id;
    peersupport::requirement_level level{};
    localized_text text;
    std::span<const std::string_view> cues_en;  ///< lower case; a cue alone never decides
    std::span<const std::string_view> cues_fr;  ///< written from French, not translated
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
