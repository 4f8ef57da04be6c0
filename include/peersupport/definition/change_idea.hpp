// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/evidence_class.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `change_ideas`. What to try, and how to see whether it helped.
struct change_idea {
    std::string_view id;
    localized_text text;
    std::string_view driver;  ///< id in `drivers`
    std::span<const std::string_view> gaps;  ///< ids in `gaps`
    std::span<const std::string_view> values;  ///< ids in `values`
    std::string_view level;  ///< id in `levels_of_influence`
    std::string_view quality_dimension;  ///< id in `quality_dimensions`
    localized_text process_measure;  ///< process measure
    localized_text outcome_measure;  ///< outcome measure
    peersupport::evidence_class evidence_class{};
    localized_text evidence;
    peersupport::standing standing{};  ///< of the idea
    peersupport::standing mapping_standing{};  ///< of gaps, values, level, quality and measures
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
