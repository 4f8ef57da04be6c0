// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/baseline.hpp"

#include <algorithm>

namespace peersupport {

const baseline_entry* baseline::find(std::string_view fingerprint, std::string_view rule, const std::optional<date>& today) const noexcept {
    auto e = std::ranges::lower_bound(entries, fingerprint, {}, [](const baseline_entry& b) { return std::string_view(b.fingerprint); });
    for (; e != entries.end() && e->fingerprint == fingerprint; ++e)
        if (e->rule == rule && !(e->until && today && *today > *e->until)) return &*e;
    return nullptr;
}

}  // namespace peersupport
