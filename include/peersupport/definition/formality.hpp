// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `formalities`. Peer support goes from friendship to a formal role; what can be scored depends on where on it a service stands.
struct formality {
    std::string_view id;
    localized_text name;
    localized_text marks;
    localized_text scoring;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
