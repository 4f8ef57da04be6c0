// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/code_match.hpp"
#include "peersupport/definition/confidence.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `external_codes`. Nearest codes elsewhere, with how sure that is.
struct external_code {
    std::string_view id;
    std::string_view system;
    std::string_view system_url{};
    std::string_view code{};
    localized_text name;
    std::span<const std::string_view> maps_to{};  ///< ids of any table
    peersupport::code_match match{};
    peersupport::confidence confidence{};
    std::string_view jurisdiction;
    localized_text note{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
