// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/suppression.hpp"

#include "evidence/suppression_system.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace peersupport {
namespace {

using evidence::suppression_system;

// Beyond this many pairs of a protecting and a protected cell nothing is tried again; a little more stays hidden then.
constexpr std::size_t most_last_looks = 65536;

/// A way to make a cell larger without end: which cells would grow with it. All of them hold somebody or are hidden.
class raised_cells {
public:
    raised_cells(const suppression_table& of, const suppression_system& system) : of_(of), system_(system) {}

    [[nodiscard]] std::vector<std::size_t> above(std::size_t cell) {
        grow(cell, 1);
        std::size_t steps = 64 + 4 * of_.cells.size();
        while (!waiting_.empty() && steps-- > 0) {
            const std::size_t s = waiting_.back();
            waiting_.pop_back();
            if (!balance(s)) return everything();
        }
        if (!waiting_.empty()) return everything();
        std::vector<std::size_t> to;
        for (const auto& [c, by] : growth_) to.push_back(c);
        return to;
    }

private:
    void grow(std::size_t cell, std::int64_t by) {
        growth_[cell] += by;
        for (const std::size_t s : system_.sums_of(cell)) waiting_.push_back(s);
    }

    [[nodiscard]] std::int64_t growth(std::size_t cell) const {
        const auto found = growth_.find(cell);
        return found == growth_.end() ? 0 : found->second;
    }

    [[nodiscard]] bool may_grow(std::size_t cell) const { return of_.cells[cell].people > 0 || system_.hidden(cell); }

    [[nodiscard]] bool balance(std::size_t sum) {
        const suppression_sum& s = of_.sums[sum];
        std::int64_t more = 0;
        for (const std::size_t part : s.parts) more += growth(part);
        more -= growth(s.total);
        if (more > 0) {
            if (!may_grow(s.total)) return false;
            grow(s.total, more);
        } else if (more < 0) {
            const auto least = std::min_element(s.parts.begin(), s.parts.end(),
                                                [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
            if (least == s.parts.end() || !may_grow(*least)) return false;
            grow(*least, 0 - more);
        }
        return true;
    }

    // What is hidden already, stands in few sums and holds many goes first.
    [[nodiscard]] std::tuple<bool, std::size_t, std::int64_t, std::size_t> cost(std::size_t cell) const {
        return {!system_.hidden(cell), system_.sums_of(cell).size(), 0 - of_.cells[cell].people, cell};
    }

    // Twice as many everywhere fits always.
    [[nodiscard]] std::vector<std::size_t> everything() const {
        std::vector<std::size_t> to;
        for (std::size_t c = 0; c < of_.cells.size(); ++c)
            if (of_.cells[c].people > 0) to.push_back(c);
        return to;
    }

    const suppression_table& of_;
    const suppression_system& system_;
    std::map<std::size_t, std::int64_t> growth_;
    std::vector<std::size_t> waiting_;
};

/// Chooses what to hide. One table, one call.
class hiding {
public:
    hiding(const suppression_table& of, std::int64_t minimum_people, std::int64_t work)
        : of_(of), enough_(minimum_people), system_(of, work), states_(of.cells.size(), cell_state::shown) {}

    std::vector<cell_state> run() {
        hide_first();
        while (hide_more()) {
        }
        look_again();
        return std::move(states_);
    }

private:
    void hide(std::size_t cell, cell_state why) {
        states_[cell] = why;
        system_.hide(cell, why != cell_state::shown);
    }

    // One look at all that must not be worked out, then one more cell for each that could be; where two of them are in
    // the same sums, one cell may do for both, so the second waits. False when nothing is open any more.
    bool hide_more() {
        std::vector<std::size_t> open;
        for (const std::size_t cell : protected_)
            if (!system_.is_wide(cell, enough_)) open.push_back(cell);
        if (system_.spent()) return give_up(open);
        std::vector<std::uint8_t> changed(of_.sums.size(), 0);
        bool more_hidden = false;
        for (const std::size_t cell : open) {
            const std::vector<std::size_t>& sums = system_.sums_of(cell);
            if (std::any_of(sums.begin(), sums.end(), [&](std::size_t s) { return changed[s] != 0; })) continue;
            const std::optional<std::size_t> more = choice_for(cell);
            if (!more) continue;  // everybody who answered is hidden: any multiple of the table would do
            hide(*more, cell_state::protecting);
            for (const std::size_t s : system_.sums_of(*more)) changed[s] = 1;
            more_hidden = true;
        }
        return more_hidden;
    }

    // The work for proofs is used up.
    bool give_up(const std::vector<std::size_t>& open) {
        if (open.empty()) return false;
        if (!std::exchange(loosened_, true)) {
            loosen();
            return true;
        }
        for (const std::size_t cell : open)
            if (!system_.is_proved(cell, enough_)) raise(cell);
        return false;
    }

    void hide_first() {
        for (std::size_t c = 0; c < of_.cells.size(); ++c) {
            const suppression_cell& cell = of_.cells[c];
            const bool few = cell.people > 0 && cell.people < enough_;
            if (cell.rule != cell_rule::may_be_shown) hide(c, cell_state::by_rule);
            else if (few) hide(c, cell_state::too_few);
            if (cell.rule != cell_rule::left_out && cell.people > 0 && states_[c] != cell_state::shown)
                protected_.push_back(c);
        }
        sort_by_people(protected_);
    }

    void sort_by_people(std::vector<std::size_t>& cells) const {
        std::sort(cells.begin(), cells.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(of_.cells[a].people, a) < std::pair(of_.cells[b].people, b);
        });
    }

    // Of the cells of a sum the one that opens the fewest new questions, then the smallest, then the first.
    [[nodiscard]] std::optional<std::size_t> best_of(const std::vector<std::size_t>& sums) const {
        std::optional<std::size_t> best;
        std::tuple<std::size_t, std::int64_t, std::size_t> least;
        const auto look_at = [&](std::size_t cell) {
            if (system_.hidden(cell) || of_.cells[cell].people == 0) return;
            const std::tuple rank(system_.opened_by(cell), of_.cells[cell].people, cell);
            if (best && rank >= least) return;
            best = cell;
            least = rank;
        };
        for (const std::size_t s : sums) {
            look_at(of_.sums[s].total);
            for (const std::size_t part : of_.sums[s].parts) look_at(part);
        }
        return best;
    }

    // A sum with one hidden cell gives it away, so a second one goes there first; then near the cell itself; then
    // anywhere that is bound to it.
    [[nodiscard]] std::optional<std::size_t> choice_for(std::size_t cell) {
        const suppression_system::neighbourhood near = system_.around(cell);
        for (const std::size_t s : near.sums)
            if (system_.hidden_in(s) == 1)
                if (const auto found = best_of({s})) return found;
        if (const auto found = best_of(system_.sums_of(cell))) return found;
        return best_of(near.sums);
    }

    // No more work is put into proofs for all of the table: what binds the most cells goes, for every open cell the
    // totals of all its sums but the smallest. Then what is near is usually enough.
    void loosen() {
        for (const std::size_t cell : protected_) {
            if (system_.is_proved(cell, enough_)) continue;
            std::optional<std::size_t> least;
            for (const std::size_t s : system_.sums_of(cell))
                if (of_.sums[s].total != cell && (!least || of_.sums[s].parts.size() < of_.sums[*least].parts.size()))
                    least = s;
            for (const std::size_t s : system_.sums_of(cell))
                if (of_.sums[s].total != cell && s != *least && !system_.hidden(of_.sums[s].total))
                    hide(of_.sums[s].total, cell_state::protecting);
        }
    }

    // Hides what stands above the cell, so that one person more or a thousand would fit. Needs no search.
    void raise(std::size_t cell) {
        raised_cells more(of_, system_);
        const std::vector<std::size_t> cells = more.above(cell);
        for (const std::size_t c : cells) {
            if (!system_.hidden(c)) hide(c, cell_state::protecting);
            system_.prove_without_end(c);
        }
    }

    // What was hidden on the way may turn out not to be needed: the largest are tried first.
    void look_again() {
        std::vector<std::size_t> protecting;
        for (std::size_t c = 0; c < states_.size(); ++c)
            if (states_[c] == cell_state::protecting) protecting.push_back(c);
        if (protecting.size() * protected_.size() > most_last_looks) return;
        sort_by_people(protecting);
        for (auto cell = protecting.rbegin(); cell != protecting.rend() && !system_.spent(); ++cell) {
            const suppression_system::neighbourhood near = system_.around(*cell);
            const suppression_system::proofs before = system_.proved(near.cells);
            hide(*cell, cell_state::shown);
            if (all_safe(near.cells)) continue;
            hide(*cell, cell_state::protecting);
            system_.restore(before);
        }
    }

    [[nodiscard]] bool all_safe(std::vector<std::size_t> cells) {
        std::sort(cells.begin(), cells.end());
        return std::all_of(protected_.begin(), protected_.end(), [&](std::size_t cell) {
            return !std::binary_search(cells.begin(), cells.end(), cell) || system_.is_wide(cell, enough_);
        });
    }

    const suppression_table& of_;
    std::int64_t enough_;
    suppression_system system_;
    std::vector<cell_state> states_;
    std::vector<std::size_t> protected_;  // may not be worked out; smallest first
    bool loosened_ = false;
};

}  // namespace

result<std::vector<cell_state>> suppress(const suppression_table& of, std::int64_t minimum_people, std::int64_t work) {
    if (minimum_people < 2 || work < 0) return error(status::invalid_argument);
    if (const status s = evidence::check(of); s != status::ok) return error(s);
    return hiding(of, minimum_people, work).run();
}

result<std::vector<std::int64_t>> feasible_widths(const suppression_table& of, const std::vector<cell_state>& states,
                                                  std::int64_t enough) {
    if (states.size() != of.cells.size() || enough < 0) return error(status::invalid_argument);
    if (const status s = evidence::check(of); s != status::ok) return error(s);
    suppression_system system(of);
    for (std::size_t c = 0; c < states.size(); ++c) system.hide(c, states[c] != cell_state::shown);
    std::vector<std::int64_t> widths(states.size());
    for (std::size_t c = 0; c < states.size(); ++c) widths[c] = system.width_of(c, enough);
    return widths;
}

}  // namespace peersupport
