// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/audience.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `role_texts`. Ready to use in a posting, a newsletter or on a wall.
struct role_text {
    std::string_view id;
    localized_text name;
    peersupport::audience audience{};
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
