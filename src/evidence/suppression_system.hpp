// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/suppression.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::evidence {

/// What a reader of a table is left with: cells that are hidden, and the sums that bind them.
class suppression_system {
public:
    /// `of` outlives the system. Nothing is hidden yet.
    explicit suppression_system(const suppression_table& of);

    void hide(std::size_t cell, bool hidden) noexcept;
    [[nodiscard]] bool hidden(std::size_t cell) const noexcept { return hidden_[cell] != 0; }
    [[nodiscard]] std::size_t hidden_in(std::size_t sum) const noexcept { return hidden_count_[sum]; }
    [[nodiscard]] const std::vector<std::size_t>& sums_of(std::size_t cell) const noexcept { return sums_of_[cell]; }
    /// Whether the cell is the only hidden one of a sum, so that it cannot be anything else.
    [[nodiscard]] bool given_away(std::size_t cell) const noexcept;
    /// How many sums would hold their first hidden cell if this one were hidden.
    [[nodiscard]] std::size_t opened_by(std::size_t cell) const noexcept;

    /// How far apart two values of a hidden cell can be, as far as it could be proved, at most `enough`. Looks first at
    /// the hidden cells nearby, with all others held at what they are: what can be done there can be done.
    [[nodiscard]] std::int64_t width_of(std::size_t cell, std::int64_t enough);

    struct neighbourhood {
        std::vector<std::size_t> cells;  ///< hidden, the cell asked for first, nearest next
        std::vector<std::size_t> sums;   ///< that hold one of them, nearest first
        bool whole = true;               ///< nothing beyond them is hidden and bound to them
    };
    static constexpr std::size_t everything = static_cast<std::size_t>(-1);
    /// The hidden cells bound to this one. With a limit: at most so many, of each sum at most so many at a time, and
    /// none that is given away.
    [[nodiscard]] neighbourhood around(std::size_t cell, std::size_t limit = everything,
                                       std::size_t of_each_sum = everything);

private:
    [[nodiscard]] std::int64_t width_in(const neighbourhood& near, std::int64_t enough);

    const suppression_table* of_;
    std::vector<std::vector<std::size_t>> sums_of_;
    std::vector<std::uint8_t> hidden_;
    std::vector<std::size_t> hidden_count_;
    std::vector<std::size_t> place_;  // of a cell in the neighbourhood at hand, or none
    std::vector<std::uint8_t> seen_;  // sums of the neighbourhood at hand
};

/// As suppress(): what is wrong with the table, or ok.
[[nodiscard]] status check(const suppression_table& of);

}  // namespace peersupport::evidence
