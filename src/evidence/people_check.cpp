// SPDX-License-Identifier: Apache-2.0
// A person may answer in another language or group themselves otherwise the second time, so people are compared over
// all cells of a form in a wave of a unit. Those cells stand side by side.
#include "evidence/people_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::evidence {
namespace {

using cells_span = std::span<const tally_cell>;

/// By form, unit and wave.
int compare_scopes(const tally_key& a, const tally_key& b) noexcept {
    if (const int form = a.form.compare(b.form); form != 0) return form;
    if (const int unit = a.unit.compare(b.unit); unit != 0) return unit;
    return a.wave.compare(b.wave);
}

/// The leading cells that share a scope.
cells_span scope_of_first(cells_span cells) noexcept {
    std::size_t n = 1;
    while (n < cells.size() && compare_scopes(cells[n].key, cells.front().key) == 0) ++n;
    return cells.first(n);
}

std::vector<std::uint64_t> people_of(cells_span cells) {
    std::vector<std::uint64_t> out;
    for (const tally_cell& cell : cells) out.insert(out.end(), cell.people.begin(), cell.people.end());
    if (cells.size() > 1) std::ranges::sort(out);
    return out;
}

/// Whether two ascending lists share nobody; looks the fewer up among the more.
bool disjoint(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) noexcept {
    if (a.size() > b.size()) std::swap(a, b);
    for (const std::uint64_t person : a) {
        const auto at = std::ranges::lower_bound(b, person);
        if (at == b.end()) return true;
        if (*at == person) return false;
        b = b.subspan(static_cast<std::size_t>(at - b.begin()));
    }
    return true;
}

}  // namespace

bool people_once(cells_span cells) {
    while (!cells.empty()) {
        const cells_span scope = scope_of_first(cells);
        if (std::ranges::any_of(scope, [](const tally_cell& c) { return !c.people.empty(); })) {
            const std::vector<std::uint64_t> people = people_of(scope);
            if (std::ranges::adjacent_find(people) != people.end()) return false;
        }
        cells = cells.subspan(scope.size());
    }
    return true;
}

bool people_apart(cells_span a, cells_span b) {
    while (!a.empty() && !b.empty()) {
        const cells_span scope = scope_of_first(b);
        a = a.subspan(static_cast<std::size_t>(
            std::ranges::lower_bound(
                a, scope.front().key, [](const tally_key& x, const tally_key& y) { return compare_scopes(x, y) < 0; },
                &tally_cell::key) -
            a.begin()));
        if (!a.empty() && compare_scopes(a.front().key, scope.front().key) == 0) {
            // One cell's people are compared where they stand; only several need a list of their own.
            const std::vector<std::uint64_t> several =
                scope.size() > 1 ? people_of(scope) : std::vector<std::uint64_t>{};
            const std::span<const std::uint64_t> people =
                scope.size() > 1 ? std::span(several) : std::span(scope.front().people);
            for (const tally_cell& cell : scope_of_first(a))
                if (!disjoint(cell.people, people)) return false;
        }
        b = b.subspan(scope.size());
    }
    return true;
}

}  // namespace peersupport::evidence
