// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/drift_origin.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `drift`. Work that is not peer support, the values it wears away, and what to do instead.
struct drift {
    std::string_view id;
    std::string_view drift_class;  ///< id in `drift_classes`
    std::int32_t severity = 0;  ///< 1 to 4
    localized_text text;
    std::span<const std::string_view> values_eroded;  ///< ids in `values`
    peersupport::drift_origin usually_from{};
    std::span<const std::string_view> cues_en;  ///< lower case; a cue alone never decides
    std::span<const std::string_view> cues_fr;  ///< written from French, not translated
    localized_text instead;
    std::span<const std::string_view> instead_rows{};  ///< ids of any table
    std::span<const std::string_view> roles_exempt{};  ///< ids in `roles`
    peersupport::standing standing{};  ///< of its being outside the role
    peersupport::standing mapping_standing{};  ///< of severity, values, cues and what to do instead
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
