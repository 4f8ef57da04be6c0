// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `integrity_messages`. What outputs about service integrity say. Figures stand beside it, never in it.
struct integrity_message {
    std::string_view id;
    localized_text text;
    localized_text about;  ///< when it is said
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
