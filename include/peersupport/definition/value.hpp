// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/cue.hpp"
#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// One of the seven values of peer support.
struct value {
    std::string_view id;
    std::string_view code;  ///< two letters, for tables and column names
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    localized_text meaning;          ///< our words
    std::span<const cue> present_cues;
    std::span<const cue> eroded_cues;  ///< data only: "eroded" is never shown to people
    peersupport::standing standing{};  ///< of the name, and of its being one of the seven
    peersupport::standing meaning_standing{};
    peersupport::standing cues_standing{};
    localized_text note{};  ///< what is in doubt; may be empty
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
