// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A level at which something helps or hinders peer support, nearest to the person first.
struct level_of_influence {
    std::string_view id;
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    localized_text look_at;          ///< what to look at there
    localized_text indicators;       ///< where it can be seen; examples
    localized_text reflection;       ///< a question for the people who plan a change
    localized_text stands_in_for;    ///< the lost list these names stand in for
    peersupport::standing standing{};
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
