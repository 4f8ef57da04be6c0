// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `frameworks`. Other frameworks that describe peer support, in our words.
struct framework {
    std::string_view id;
    localized_text name;
    std::string_view jurisdiction;  ///< ISO 3166 code, or INT
    localized_text facts;  ///< our paraphrase
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
