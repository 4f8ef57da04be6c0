// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/tally_header.hpp"

#include <algorithm>

namespace peersupport {

std::string_view id_of(counted_by by) noexcept { return by == counted_by::person ? "person" : "response"; }

const tally_form* find_form(const tally_header& in, std::string_view id) noexcept {
    const auto at = std::ranges::lower_bound(in.forms, id, {}, &tally_form::id);
    return at != in.forms.end() && at->id == id ? &*at : nullptr;
}

}  // namespace peersupport
