// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/suppression.hpp"

#include "evidence/suppression_system.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace peersupport {
namespace {

using evidence::suppression_system;

// Beyond this many pairs of a protecting and a protected cell nothing is tried again; a little more stays hidden then.
constexpr std::size_t most_last_looks = 4096;

/// Chooses what to hide. One table, one call.
class hiding {
public:
    hiding(const suppression_table& of, std::int64_t minimum_people)
        : of_(of), enough_(minimum_people), system_(of), states_(of.cells.size(), cell_state::shown) {}

    std::vector<cell_state> run() {
        hide_first();
        for (const std::size_t cell : protected_)
            while (system_.width_of(cell, enough_) < enough_) {
                const std::optional<std::size_t> more = choice_for(cell);
                if (!more) break;  // everybody who answered is hidden: any multiple of the table would do
                hide(*more, cell_state::protecting);
            }
        look_again();
        return std::move(states_);
    }

private:
    void hide(std::size_t cell, cell_state why) {
        states_[cell] = why;
        system_.hide(cell, why != cell_state::shown);
    }

    void hide_first() {
        for (std::size_t c = 0; c < of_.cells.size(); ++c) {
            const suppression_cell& cell = of_.cells[c];
            const bool few = cell.people > 0 && cell.people < enough_;
            if (cell.rule != cell_rule::may_be_shown)
                hide(c, cell_state::by_rule);
            else if (few)
                hide(c, cell_state::too_few);
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

    // What was hidden on the way may turn out not to be needed: the largest are tried first.
    void look_again() {
        std::vector<std::size_t> protecting;
        for (std::size_t c = 0; c < states_.size(); ++c)
            if (states_[c] == cell_state::protecting) protecting.push_back(c);
        if (protecting.size() * protected_.size() > most_last_looks) return;
        sort_by_people(protecting);
        for (auto cell = protecting.rbegin(); cell != protecting.rend(); ++cell) {
            const suppression_system::neighbourhood near = system_.around(*cell);
            hide(*cell, cell_state::shown);
            if (!all_safe(near.cells)) hide(*cell, cell_state::protecting);
        }
    }

    [[nodiscard]] bool all_safe(std::vector<std::size_t> cells) {
        std::sort(cells.begin(), cells.end());
        return std::all_of(protected_.begin(), protected_.end(), [&](std::size_t cell) {
            return !std::binary_search(cells.begin(), cells.end(), cell) || system_.width_of(cell, enough_) >= enough_;
        });
    }

    const suppression_table& of_;
    std::int64_t enough_;
    suppression_system system_;
    std::vector<cell_state> states_;
    std::vector<std::size_t> protected_;  // may not be worked out; smallest first
};

}  // namespace

result<std::vector<cell_state>> suppress(const suppression_table& of, std::int64_t minimum_people) {
    if (minimum_people < 2) return error(status::invalid_argument);
    if (const status s = evidence::check(of); s != status::ok) return error(s);
    return hiding(of, minimum_people).run();
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
