// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/eroded_count.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `eroded_limits`. Something that should not happen in peer support holds the level down, whatever the averages.
struct eroded_limit {
    std::string_view id;
    localized_text name;
    std::string_view facet;  ///< of the items it looks at, as the instrument names it
    std::span<const std::string_view> values;  ///< ids in `values`
    eroded_count counted{};
    std::int32_t percent = 0;  ///< of the people who answered: from this share on it holds; an organization may set its own
    std::string_view at_most;  ///< id in `integrity_levels`: the highest level that is then given
    localized_text explanation;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
