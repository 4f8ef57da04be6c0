// SPDX-License-Identifier: Apache-2.0
#include "evidence/suppression_system.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace peersupport::evidence {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::int64_t most_people = std::int64_t{1} << 40;

/// Where a proof is looked for: at most so many cells, and of each sum so many beside the one that led there.
struct surrounding {
    std::size_t cells;
    std::size_t of_each_sum;
};
// Small ones are tried first: they are usually enough. Beyond them everything bound to the cell is looked at.
constexpr std::array<surrounding, 2> surroundings{{{24, 2}, {96, 1}}};
// Entries of programs of everything that may be touched, at least and for each cell of the table: some seconds at most.
// As many for one surrounding.
constexpr std::int64_t work_nearby = std::int64_t{1} << 22;
constexpr std::int64_t least_work = std::int64_t{1} << 26, work_a_cell = std::int64_t{1} << 15;

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

suppression_system::suppression_system(const suppression_table& of, std::int64_t work)
    : of_(&of),
      sums_of_(of.cells.size()),
      hidden_(of.cells.size(), 0),
      hidden_count_(of.sums.size(), 0),
      place_(of.cells.size(), none),
      seen_(of.sums.size(), 0),
      near_in_(of.sums.size(), 0),
      whole_place_(of.cells.size(), none),
      work_(work > 0 ? work : least_work + work_a_cell * static_cast<std::int64_t>(of.cells.size())) {
    for (const suppression_cell& cell : of.cells) proved_.push_back({cell.people, cell.people, false});
    for (std::size_t s = 0; s < of.sums.size(); ++s)
        for_each_cell(of.sums[s], [&](std::size_t cell, std::int64_t) { sums_of_[cell].push_back(s); });
}

void suppression_system::hide(std::size_t cell, bool hidden) {
    if (this->hidden(cell) == hidden) return;
    if (!hidden) {
        const neighbourhood near = around(cell);
        for (const std::size_t c : near.cells) proved_[c] = {of_->cells[c].people, of_->cells[c].people, false};
    }
    hidden_[cell] = hidden ? 1 : 0;
    for (const std::size_t s : sums_of_[cell]) hidden ? ++hidden_count_[s] : --hidden_count_[s];
    whole_.reset();
}

suppression_system::proofs suppression_system::proved(std::span<const std::size_t> cells) const {
    proofs to;
    for (const std::size_t c : cells) to.emplace_back(c, proved_[c]);
    return to;
}

void suppression_system::restore(const proofs& of) {
    for (const auto& [cell, range] : of) proved_[cell] = range;
}

bool suppression_system::given_away(std::size_t cell) const noexcept {
    return std::any_of(sums_of_[cell].begin(), sums_of_[cell].end(),
                       [&](std::size_t s) { return hidden_count_[s] == 1; });
}

std::size_t suppression_system::opened_by(std::size_t cell) const noexcept {
    return static_cast<std::size_t>(std::count_if(sums_of_[cell].begin(), sums_of_[cell].end(),
                                                  [&](std::size_t s) { return hidden_count_[s] == 0; }));
}

void suppression_system::add(neighbourhood& to, std::size_t cell) {
    place_[cell] = to.cells.size();
    to.cells.push_back(cell);
    for (const std::size_t s : sums_of_[cell]) ++near_in_[s];
}

// Those that open the fewest sums to something new: a change there can be made good by what is near already. Among them
// the largest, since they have room to give.
void suppression_system::add_nearest(neighbourhood& to, std::vector<std::size_t>& found, std::size_t count) {
    const auto rank = [&](std::size_t cell) {
        const auto fresh = std::count_if(sums_of_[cell].begin(), sums_of_[cell].end(),
                                         [&](std::size_t s) { return near_in_[s] == 0; });
        return std::tuple(fresh, -of_->cells[cell].people, cell);
    };
    to.whole = to.whole && count >= found.size();
    if (count < found.size()) {
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                          [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        found.resize(count);
    }
    for (const std::size_t cell : found) add(to, cell);
}

suppression_system::neighbourhood suppression_system::around(std::size_t cell, std::size_t limit,
                                                             std::size_t of_each_sum) {
    neighbourhood near;
    add(near, cell);
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
            const std::size_t there = near_in_[s] - 1;  // beside the one whose sum it is
            const std::size_t wanted = of_each_sum > there ? of_each_sum - there : 0;
            add_nearest(near, found, std::min({found.size(), wanted, limit - near.cells.size()}));
        }
    for (const std::size_t c : near.cells) {
        place_[c] = none;
        for (const std::size_t s : sums_of_[c]) near_in_[s] = 0;
    }
    for (const std::size_t s : near.sums) seen_[s] = 0;
    return near;
}

// Nobody would have been shown as nobody, so a reader knows that a hidden figure is of at least one person.
std::int64_t suppression_system::least_of(std::size_t cell) const noexcept {
    const suppression_cell& of = of_->cells[cell];
    if (!hidden(cell)) return of.people;
    return of.rule == cell_rule::left_out || of.people == 0 ? 0 : 1;
}

// What a cell cannot pass, by the sums it is a part of: a bound, and no search.
std::int64_t suppression_system::most_of(std::size_t cell, std::size_t depth) const noexcept {
    if (!hidden(cell)) return of_->cells[cell].people;
    std::int64_t most = most_people;
    for (const std::size_t s : sums_of_[cell]) {
        const suppression_sum& sum = of_->sums[s];
        if (sum.total == cell || (hidden(sum.total) && depth == 0)) continue;
        std::int64_t here = hidden(sum.total) ? most_of(sum.total, depth - 1) : of_->cells[sum.total].people;
        for (const std::size_t part : sum.parts)
            if (part != cell) here -= least_of(part);
        most = std::min(most, here);
    }
    return most;
}

whole_program suppression_system::program_of(const neighbourhood& near, std::int64_t& work) {
    std::vector<std::int64_t> known(near.cells.size());
    for (std::size_t c = 0; c < known.size(); ++c) {
        place_[near.cells[c]] = c;
        known[c] = of_->cells[near.cells[c]].people - least_of(near.cells[c]);
    }
    std::vector<whole_row> rows;
    for (const std::size_t s : near.sums) {
        whole_row& row = rows.emplace_back();
        for_each_cell(of_->sums[s], [&](std::size_t cell, std::int64_t sign) {
            if (place_[cell] != none) row.push_back({place_[cell], sign});
        });
        std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
    }
    for (const std::size_t c : near.cells) place_[c] = none;
    return whole_program(std::move(rows), std::move(known), work);
}

// The program counts from the least a cell can be; what matters is how far from what it is.
void suppression_system::learn(const whole_program& from, std::span<const std::size_t> cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::int64_t least = least_of(cells[c]);
        const proved_range& seen = from.seen(c);
        proved_range& to = proved_[cells[c]];
        to.low = std::min(to.low, seen.low + least);
        to.high = std::max(to.high, seen.high + least);
        to.unbounded = to.unbounded || seen.unbounded;
    }
}

void suppression_system::look_near(const neighbourhood& near, std::int64_t enough) {
    std::int64_t work = work_nearby;
    whole_program program = program_of(near, work);
    (void)program.range_of(0, enough);
    learn(program, near.cells);
}

// One program for all cells that are bound to each other, kept until something else is hidden or shown.
void suppression_system::look_at_all(std::size_t cell, std::int64_t enough) {
    if (!whole_ || whole_place_[cell] == none) {
        for (const std::size_t c : whole_cells_) whole_place_[c] = none;
        const neighbourhood near = around(cell);
        whole_.emplace(program_of(near, work_));
        whole_cells_ = near.cells;
        for (std::size_t c = 0; c < whole_cells_.size(); ++c) whole_place_[whole_cells_[c]] = c;
    }
    (void)whole_->range_of(whole_place_[cell], enough);
    learn(*whole_, whole_cells_);
}

bool suppression_system::is_wide(std::size_t cell, std::int64_t enough) {
    return hidden(cell) && room_of(cell) >= enough && width_of(cell, enough) >= enough;
}

// Whether everything bound to the cell was looked at.
bool suppression_system::look_nearby(std::size_t cell, std::int64_t enough) {
    for (const surrounding& size : surroundings) {
        if (proved_[cell].spans(enough)) return true;
        const neighbourhood near = around(cell, size.cells, size.of_each_sum);
        look_near(near, enough);
        if (near.whole) return true;
    }
    return proved_[cell].spans(enough);
}

std::int64_t suppression_system::width_of(std::size_t cell, std::int64_t enough) {
    if (!hidden(cell) || given_away(cell)) return 0;
    enough = std::clamp(room_of(cell), std::int64_t{0}, enough);  // more cannot be found
    const bool at_hand = whole_ && whole_place_[cell] != none && !spent();
    const bool done = proved_[cell].spans(enough) || (!at_hand && look_nearby(cell, enough));
    if (!done && !spent()) look_at_all(cell, enough);
    // Fewer cells have fewer solutions, but sooner whole ones.
    if (!done && at_hand) (void)look_nearby(cell, enough);
    const proved_range& found = proved_[cell];
    return found.unbounded ? enough : std::min(enough, found.high - found.low);
}

}  // namespace peersupport::evidence
