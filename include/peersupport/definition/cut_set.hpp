// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `cut_sets`. From which score (0 to 100) which level is given. An organization may add its own.
struct cut_set {
    std::string_view id;
    localized_text name;
    std::int32_t sometimes_from = 0;      ///< lowest score of `experienced-sometimes`, inclusive; below it: rarely
    std::int32_t often_from = 0;          ///< lowest score of `experienced-often`, inclusive
    std::int32_t nearly_always_from = 0;  ///< lowest score of `experienced-nearly-always`, inclusive
    localized_text adopted_by;            ///< who has adopted it; said wherever a level is shown
    localized_text note;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
