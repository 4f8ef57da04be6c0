// SPDX-License-Identifier: Apache-2.0
#include "evidence/suppression_system.hpp"

#include "evidence/whole_program.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace peersupport::evidence {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::int64_t most_people = std::int64_t{1} << 40;

/// Where a proof is looked for: at most so many cells, and of each sum only the largest, since they have room to give.
struct surrounding {
    std::size_t cells;
    std::size_t of_each_sum;
};
// Small ones are tried first: they are usually enough.
constexpr std::array<surrounding, 5> surroundings{{{24, 2}, {64, 2}, {160, 3}, {320, 6}, {384, 384}}};

template <class Visit>
void for_each_cell(const suppression_sum& sum, Visit&& visit) {
    visit(sum.total, std::int64_t{-1});
    for (const std::size_t part : sum.parts) visit(part, std::int64_t{1});
}

}  // namespace

status check(const suppression_table& of) {
    std::int64_t people = 0;
    for (const suppression_cell& cell : of.cells) {
        if (cell.people < 0 || cell.rule > cell_rule::left_out) return status::invalid_argument;
        if (cell.people > most_people - people) return status::too_large;
        people += cell.people;
    }
    std::vector<std::size_t> last(of.cells.size(), none);
    for (std::size_t s = 0; s < of.sums.size(); ++s) {
        std::int64_t left = 0;
        bool fits = true;
        for_each_cell(of.sums[s], [&](std::size_t cell, std::int64_t sign) {
            fits = fits && cell < of.cells.size() && last[cell] != s;
            if (!fits) return;
            last[cell] = s;
            left += sign * of.cells[cell].people;
        });
        if (!fits || left != 0) return status::invalid_argument;
    }
    return status::ok;
}

suppression_system::suppression_system(const suppression_table& of)
    : of_(&of),
      sums_of_(of.cells.size()),
      hidden_(of.cells.size(), 0),
      hidden_count_(of.sums.size(), 0),
      place_(of.cells.size(), none),
      seen_(of.sums.size(), 0) {
    for (std::size_t s = 0; s < of.sums.size(); ++s)
        for_each_cell(of.sums[s], [&](std::size_t cell, std::int64_t) { sums_of_[cell].push_back(s); });
}

void suppression_system::hide(std::size_t cell, bool hidden) noexcept {
    if (this->hidden(cell) == hidden) return;
    hidden_[cell] = hidden ? 1 : 0;
    for (const std::size_t s : sums_of_[cell]) hidden ? ++hidden_count_[s] : --hidden_count_[s];
}

bool suppression_system::given_away(std::size_t cell) const noexcept {
    return std::any_of(sums_of_[cell].begin(), sums_of_[cell].end(), [&](std::size_t s) { return hidden_count_[s] == 1; });
}

std::size_t suppression_system::opened_by(std::size_t cell) const noexcept {
    return static_cast<std::size_t>(std::count_if(sums_of_[cell].begin(), sums_of_[cell].end(),
                                                  [&](std::size_t s) { return hidden_count_[s] == 0; }));
}

suppression_system::neighbourhood suppression_system::around(std::size_t cell, std::size_t limit,
                                                             std::size_t of_each_sum) {
    neighbourhood near;
    near.cells.push_back(cell);
    place_[cell] = 0;
    std::vector<std::size_t> found;
    for (std::size_t next = 0; next < near.cells.size(); ++next)
        for (const std::size_t s : sums_of_[near.cells[next]]) {
            if (seen_[s] != 0) continue;
            seen_[s] = 1;
            near.sums.push_back(s);
            found.clear();
            for_each_cell(of_->sums[s], [&](std::size_t other, std::int64_t) {
                const bool stuck = limit != everything && given_away(other);
                if (hidden_[other] != 0 && place_[other] == none && !stuck) found.push_back(other);
            });
            const std::size_t taken = std::min({found.size(), of_each_sum, limit - near.cells.size()});
            near.whole = near.whole && taken == found.size();
            if (taken < found.size())
                std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(taken), found.end(),
                                  [&](std::size_t a, std::size_t b) {
                                      return std::pair(-of_->cells[a].people, a) < std::pair(-of_->cells[b].people, b);
                                  });
            for (std::size_t f = 0; f < taken; ++f) {
                place_[found[f]] = near.cells.size();
                near.cells.push_back(found[f]);
            }
        }
    for (const std::size_t c : near.cells) place_[c] = none;
    for (const std::size_t s : near.sums) seen_[s] = 0;
    return near;
}

std::int64_t suppression_system::width_in(const neighbourhood& near, std::int64_t enough) {
    const std::size_t columns = near.cells.size();
    std::vector<std::int64_t> known(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        place_[near.cells[c]] = c;
        // Nobody would have been shown as nobody, so a reader knows that a hidden figure is of at least one person.
        const suppression_cell& cell = of_->cells[near.cells[c]];
        known[c] = cell.rule == cell_rule::left_out || cell.people == 0 ? cell.people : cell.people - 1;
    }
    std::vector<std::int64_t> coefficients(near.sums.size() * columns, 0);
    for (std::size_t r = 0; r < near.sums.size(); ++r)
        for_each_cell(of_->sums[near.sums[r]], [&](std::size_t cell, std::int64_t sign) {
            if (place_[cell] != none) coefficients[r * columns + place_[cell]] = sign;
        });
    for (const std::size_t c : near.cells) place_[c] = none;
    const proved_range range = whole_program(std::move(coefficients), std::move(known)).range_of(0, enough);
    return range.unbounded ? enough : std::min(enough, range.high - range.low);
}

std::int64_t suppression_system::width_of(std::size_t cell, std::int64_t enough) {
    if (!hidden(cell)) return 0;
    std::int64_t best = 0;
    for (const surrounding& size : surroundings) {
        const neighbourhood near = around(cell, size.cells, size.of_each_sum);
        best = std::max(best, width_in(near, enough));
        if (best >= enough || near.whole) break;
    }
    return best;
}

}  // namespace peersupport::evidence
