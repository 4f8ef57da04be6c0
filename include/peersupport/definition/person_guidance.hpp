// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/guidance_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `person_guidance`. What to expect, what you may refuse or ask for, whom to tell.
struct person_guidance {
    std::string_view id;
    peersupport::guidance_kind kind{};
    localized_text text;  ///< addressed to the person
    std::span<const std::string_view> values;  ///< ids in `values`
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
