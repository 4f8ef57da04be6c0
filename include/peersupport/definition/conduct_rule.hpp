// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/conduct_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `conduct_rules`. Conduct is fixed for everyone; boundaries are made together by the two people.
struct conduct_rule {
    std::string_view id;
    peersupport::conduct_kind kind{};
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
