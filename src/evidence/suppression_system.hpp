// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/whole_program.hpp"
#include "peersupport/evidence/suppression.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace peersupport::evidence {

/// What a reader of a table is left with: cells that are hidden, and the sums that bind them.
class suppression_system {
public:
    /// `of` outlives the system. Nothing is hidden yet. `work` 0: as much as usual.
    explicit suppression_system(const suppression_table& of, std::int64_t work = 0);

    /// What was proved stays proved when more is hidden. When a cell is shown, what was proved of it and of all that is
    /// bound to it is forgotten.
    void hide(std::size_t cell, bool hidden);
    [[nodiscard]] bool hidden(std::size_t cell) const noexcept { return hidden_[cell] != 0; }
    [[nodiscard]] std::size_t hidden_in(std::size_t sum) const noexcept { return hidden_count_[sum]; }
    [[nodiscard]] const std::vector<std::size_t>& sums_of(std::size_t cell) const noexcept { return sums_of_[cell]; }
    /// Whether the cell is the only hidden one of a sum, so that it cannot be anything else.
    [[nodiscard]] bool given_away(std::size_t cell) const noexcept;
    /// How many sums would hold their first hidden cell if this one were hidden.
    [[nodiscard]] std::size_t opened_by(std::size_t cell) const noexcept;

    /// How far apart two values of a hidden cell can be, as far as it could be proved, at most `enough`. Looks first at
    /// the hidden cells nearby, with all others held at what they are: what can be done there can be done. Tables that
    /// were found for one cell count for every cell they widen.
    [[nodiscard]] std::int64_t width_of(std::size_t cell, std::int64_t enough);
    /// Whether that width is at least `enough`; sooner found out where it is not.
    [[nodiscard]] bool is_wide(std::size_t cell, std::int64_t enough);
    /// Whether that is proved already.
    [[nodiscard]] bool is_proved(std::size_t cell, std::int64_t enough) const noexcept {
        return proved_[cell].spans(enough);
    }
    /// Whether the work set aside for this table is used up: from then on only the nearest cells are looked at.
    [[nodiscard]] bool spent() const noexcept { return work_ <= 0; }
    /// Takes for proved that the cell can be as large as one likes: the caller knows a way to raise it.
    void prove_without_end(std::size_t cell) { proved_[cell].unbounded = true; }

    /// What was proved of some cells, to take it back after a trial.
    using proofs = std::vector<std::pair<std::size_t, proved_range>>;
    [[nodiscard]] proofs proved(std::span<const std::size_t> cells) const;
    void restore(const proofs& of);

    struct neighbourhood {
        std::vector<std::size_t> cells;  ///< hidden, the cell asked for first, nearest next
        std::vector<std::size_t> sums;   ///< that hold one of them, nearest first
        bool whole = true;               ///< nothing beyond them is hidden and bound to them
    };
    static constexpr std::size_t everything = static_cast<std::size_t>(-1);
    /// The hidden cells bound to this one. With a limit: at most so many, of each sum so many beside one, and
    /// none that is given away.
    [[nodiscard]] neighbourhood around(std::size_t cell, std::size_t limit = everything,
                                       std::size_t of_each_sum = everything);

private:
    void add(neighbourhood& to, std::size_t cell);
    void add_nearest(neighbourhood& to, std::vector<std::size_t>& found, std::size_t count);
    [[nodiscard]] whole_program program_of(const neighbourhood& near, std::int64_t& work);
    [[nodiscard]] std::int64_t least_of(std::size_t cell) const noexcept;
    [[nodiscard]] std::int64_t most_of(std::size_t cell, std::size_t depth) const noexcept;
    [[nodiscard]] std::int64_t room_of(std::size_t cell) const noexcept { return most_of(cell, 2) - least_of(cell); }
    void learn(const whole_program& from, std::span<const std::size_t> cells);
    void look_near(const neighbourhood& near, std::int64_t enough);
    [[nodiscard]] bool look_nearby(std::size_t cell, std::int64_t enough);
    void look_at_all(std::size_t cell, std::int64_t enough);

    const suppression_table* of_;
    std::vector<std::vector<std::size_t>> sums_of_;
    std::vector<std::uint8_t> hidden_;
    std::vector<std::size_t> hidden_count_;
    std::vector<std::size_t> place_;    // of a cell in the neighbourhood at hand, or none
    std::vector<std::uint8_t> seen_;    // sums of the neighbourhood at hand
    std::vector<std::size_t> near_in_;  // of each sum: cells of the neighbourhood at hand
    std::vector<proved_range> proved_;
    std::optional<whole_program> whole_;  // of the cells last looked at as a whole
    std::vector<std::size_t> whole_cells_;
    std::vector<std::size_t> whole_place_;  // of a cell in it, or none
    std::int64_t work_;
};

/// As suppress(): what is wrong with the table, or ok.
[[nodiscard]] status check(const suppression_table& of);

}  // namespace peersupport::evidence
