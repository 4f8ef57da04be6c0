// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/wording_status.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `french_terms`. How peer support is spoken of in French in Ontario.
struct french_term {
    std::string_view id;
    localized_text term;
    wording_status french_status{};
    localized_text note{};  ///< usage, or a word to keep apart
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
