// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/guideline_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `documentation_guidelines`. What a peer support note holds, and what stays out of it.
struct documentation_guideline {
    std::string_view id;
    std::string_view code;  ///< R or X and a number
    peersupport::guideline_kind kind{};
    localized_text text;
    std::span<const std::string_view> values;  ///< ids in `values`
    peersupport::standing standing{};
    peersupport::standing mapping_standing{};  ///< of the values
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
