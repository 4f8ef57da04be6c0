// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/baseline.hpp"

#include <algorithm>

namespace peersupport {

const baseline_entry* baseline::find(std::string_view fingerprint, std::string_view rule, const std::optional<date>& today) const noexcept {
    const auto same = std::ranges::equal_range(entries, fingerprint, {}, [](const baseline_entry& e) { return std::string_view(e.fingerprint); });
    for (const baseline_entry& e : same)
        if (e.rule == rule && !(e.until && today && *today > *e.until)) return &e;
    return nullptr;
}

}  // namespace peersupport
