// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `resources`. Where to learn more. Listed, not endorsed.
struct resource {
    std::string_view id;
    localized_text name;
    localized_text meaning;
    std::string_view url;
    std::string_view languages;  ///< en, fr or en fr
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
