// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/activity_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `activity_codes`. Kinds of work for an activity log.
struct activity_code {
    std::string_view id;
    localized_text name;
    peersupport::activity_kind kind{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
