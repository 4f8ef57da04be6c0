// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/answered_rows.hpp"

#include "evidence/counted_form.hpp"
#include "scoring/batch.hpp"

#include <algorithm>

namespace peersupport {

status answered_rows(const tally_plan& by, std::size_t form, const answers& of,
                     std::span<std::uint8_t> answered) noexcept {
    if (form >= by.header().forms.size()) return status::invalid_argument;
    const evidence::counted_form& counted = by.internals(form);
    if (const status s = scoring::check_columns(counted.by.internals(), of); s != status::ok) return s;
    if (answered.size() != of.rows) return status::shape_mismatch;
    constexpr std::size_t block = 1024;
    std::uint8_t classes[block];
    std::ranges::fill(answered, std::uint8_t{0});
    for (std::size_t first = 0; first < of.rows; first += block) {
        const std::size_t n = std::min(block, of.rows - first);
        for (std::size_t i = 0; i < counted.items.size(); ++i) {
            const std::uint8_t blank = counted.items[i].special(evidence::blank_class);
            evidence::read_classes(counted.items[i], of.columns[i], first, n, classes);
            for (std::size_t r = 0; r < n; ++r) answered[first + r] |= classes[r] != blank;
        }
    }
    return status::ok;
}

}  // namespace peersupport
