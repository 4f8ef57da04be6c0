// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/competency_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `competency_categories`. What peers are able to do, in groups.
struct competency_category {
    std::string_view id;
    localized_text name;
    peersupport::competency_kind kind{};
    std::string_view samhsa{};  ///< category number
    std::string_view hee{};  ///< domain
    std::string_view psc{};  ///< competency
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
