// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/person_key.hpp"
#include "peersupport/evidence/tally_rows.hpp"

#include <algorithm>
#include <vector>

namespace peersupport {

void select_latest(std::span<const std::uint32_t> scope, std::span<const std::uint64_t> person,
                   std::span<const std::int32_t> day, std::span<std::uint8_t> keep) {
    struct place {
        std::uint64_t person;
        std::uint32_t scope;
        std::int32_t day;
        std::size_t row;
    };
    std::vector<place> named;
    named.reserve(scope.size());
    for (std::size_t r = 0; r < scope.size(); ++r) {
        keep[r] = scope[r] != no_group;
        if (keep[r] && person[r] != no_person) named.push_back({person[r], scope[r], day.empty() ? 0 : day[r], r});
    }
    std::ranges::sort(named, [](const place& a, const place& b) {
        if (a.person != b.person) return a.person < b.person;
        if (a.scope != b.scope) return a.scope < b.scope;
        return a.day != b.day ? a.day < b.day : a.row < b.row;
    });
    for (std::size_t i = 0; i + 1 < named.size(); ++i)
        if (named[i].person == named[i + 1].person && named[i].scope == named[i + 1].scope) keep[named[i].row] = 0;
}

}  // namespace peersupport
