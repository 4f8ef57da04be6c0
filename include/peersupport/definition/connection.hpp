// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `connections`. The four connections of the hub and the ring around it: how often, and what flows along each.
struct connection {
    std::string_view id;
    localized_text name;
    std::string_view from;  ///< id in `constellation`
    std::string_view to;  ///< id in `constellation`
    std::string_view frequency{};  ///< id in `frequencies`
    localized_text brings;
    localized_text carries;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
