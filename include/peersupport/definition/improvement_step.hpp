// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/improvement_cycle.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `improvement_steps`. Small tests first; spread what worked.
struct improvement_step {
    std::string_view id;
    peersupport::improvement_cycle cycle{};
    std::int32_t order = 0;
    localized_text name;
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
