// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"

#include <string_view>

namespace peersupport {

/// One plain phrase by which people notice that a value or a principle is there, or is being lost.
/// It has an id of its own so that a survey item or a finding can say which cue it comes from.
struct cue {
    std::string_view id;
    localized_text text;
};

}  // namespace peersupport
