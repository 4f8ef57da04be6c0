// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/cue.hpp"
#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A cross-cutting principle: what other frameworks name apart and the seven values hold together.
struct principle {
    std::string_view id;
    localized_text name;
    wording_status french_status{};    ///< of name.fr
    localized_text meaning;            ///< our words
    std::string_view primary_value;    ///< id of the value it belongs to first
    std::string_view secondary_value;  ///< id of the value it also expresses
    std::span<const cue> present_cues;
    std::span<const cue> eroded_cues;  ///< data only: "eroded" is never shown to people
    peersupport::standing standing{};  ///< of the name; the choice of nine is ours
    peersupport::standing meaning_standing{};
    peersupport::standing mapping_standing{};  ///< of primary_value and secondary_value
    peersupport::standing cues_standing{};
    std::span<const std::string_view> sources;  ///< frameworks that name it
};

}  // namespace peersupport
