// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/interval_unit.hpp"
#include "peersupport/definition/optional_number.hpp"
#include "peersupport/definition/rule_need.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `programme_rules`. What a programme or network is held against. A finding is about a programme, never about a person.
struct programme_rule {
    std::string_view id;
    localized_text name;
    peersupport::rule_need need{};
    localized_text explanation;
    std::string_view level;  ///< id in `levels_of_influence`
    std::string_view gap{};  ///< id in `gaps`
    std::span<const std::string_view> change_ideas;  ///< ids in `change_ideas`
    std::string_view frequency{};  ///< id in `frequencies`
    optional_number limit{};  ///< an organization may set its own
    peersupport::interval_unit unit{};  ///< of the limit
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
