// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `service_forms`. The ways in which peer support is offered.
struct service_form {
    std::string_view id;
    localized_text name;
    wording_status french_status{};  ///< of name.fr
    localized_text meaning;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
