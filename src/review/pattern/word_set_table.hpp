// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/word_set.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// Sets of symbols, each kept once. Number 0 is the gap's.
class word_set_table {
public:
    static constexpr std::uint32_t gap = 0;
    word_set_table();
    /// The number of the set with these symbols and shapes; sorts `symbols`.
    std::uint32_t number_of(std::vector<symbol>& symbols, std::uint32_t shapes);

    std::vector<word_set> sets;
    std::vector<symbol> members;

private:
    [[nodiscard]] bool same(const word_set& known, const std::vector<symbol>& symbols, std::uint32_t shapes) const noexcept;
    void grow();
    std::vector<std::uint32_t> slots_;  ///< number of a set and one, by hash; 0: free
    std::vector<std::uint32_t> hashes_;
};

}  // namespace peersupport::review
