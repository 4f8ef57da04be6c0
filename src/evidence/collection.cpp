// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/collection.hpp"

#include <algorithm>

namespace peersupport {

bool is_described(const collection& of) noexcept {
    return !of.consent.empty() && !of.modes.empty() && !of.collector.empty();
}

const collection_wave* find_wave(const collection& in, std::string_view id) noexcept {
    const auto at = std::ranges::find(in.waves, id, &collection_wave::id);
    return at == in.waves.end() ? nullptr : &*at;
}

const collection_heard* find_heard(const collection& in, std::string_view unit, std::string_view wave,
                                   std::string_view perspective) noexcept {
    for (const collection_heard& h : in.heard)
        if (h.unit == unit && h.wave == wave && h.perspective == perspective) return &h;
    return nullptr;
}

}  // namespace peersupport
