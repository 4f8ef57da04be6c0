// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/reporting_system.hpp"
#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `reporting_codes`. Codes under which peer support appears in Ontario reports. Code and name only; the manuals decide.
struct reporting_code {
    std::string_view id;
    peersupport::reporting_system system{};
    std::string_view code{};
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    bool peer_specific = false;  ///< the code means peer support, not a team it may sit in
    localized_text note{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
