// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `conditional_duties`. Work that is peer support under conditions, and not without them.
struct conditional_duty {
    std::string_view id;
    localized_text name;
    localized_text conditions;
    localized_text question;  ///< the question to ask before judging
    localized_text basis;  ///< how sources differ
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
