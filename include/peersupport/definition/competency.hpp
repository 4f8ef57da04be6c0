// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `competencies`. What peers are able to do.
struct competency {
    std::string_view id;
    std::string_view category;  ///< id in `competency_categories`
    localized_text text;
    std::string_view samhsa_item{};  ///< counterpart
    std::span<const std::string_view> values;  ///< ids in `values`
    peersupport::standing standing{};
    peersupport::standing mapping_standing{};  ///< of the values and of the counterpart's number
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
