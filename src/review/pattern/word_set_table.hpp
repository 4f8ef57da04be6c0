// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/word_set.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Sets of symbols, each kept once. Number 0 is the gap's: it holds nothing, edges say how far it reaches.
class word_set_table {
public:
    static constexpr std::uint32_t gap = 0;
    word_set_table();
    /// The number of the set with these symbols and shapes; sorts `symbols`.
    std::uint32_t number_of(std::vector<symbol>& symbols, std::uint32_t shapes);

    std::vector<word_set> sets;
    std::vector<symbol> members;  ///< of the sets, and slots of those that have many

    /// Whether a set has a symbol.
    [[nodiscard]] static bool has(const word_set& set, std::span<const symbol> members, symbol s) noexcept {
        if (set.slot_mask == 0) {
            for (std::uint32_t i = set.first; i < set.first + set.count; ++i)
                if (members[i] == s) return true;
            return false;
        }
        for (std::uint32_t at = slot_of(s);; ++at) {
            const symbol found = members[set.first_slot + (at & set.slot_mask)];
            if (found == s) return true;
            if (found == 0) return false;
        }
    }

private:
    [[nodiscard]] bool same(const word_set& known, const std::vector<symbol>& symbols, std::uint32_t shapes) const noexcept;
    void grow();
    void add_slots(word_set& to, const std::vector<symbol>& symbols);
    [[nodiscard]] static std::uint32_t slot_of(symbol s) noexcept { return (s * 0x9E3779B1U) >> 12U; }
    std::vector<std::uint32_t> slots_;  ///< number of a set and one, by hash; 0: free
    std::vector<std::uint32_t> hashes_;
};

}  // namespace peersupport::review
