// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/published_table.hpp"

#include "evidence/published_mean.hpp"
#include "evidence/release_table.hpp"
#include "evidence/tally_check.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {
namespace {

using evidence::interval_kind;
using evidence::release_group;
using evidence::release_table;

constexpr release_grouping by_unit{true, false, false};

status check(const tally& of, const instrument& from, const publish_request& request) {
    if (!evidence::is_tally_of(of.header(), from)) return status::tally_other;
    const integrity_policy& policy = request.policy;
    if (policy.minimum_people == 0) return status::policy_missing;
    if (policy.minimum_people < least_minimum_people || policy.minimum_workers < 1) return status::policy_too_low;
    if (request.groupings.empty()) return status::grouping_unknown;
    for (auto g = request.groupings.begin(); g != request.groupings.end(); ++g)
        if (std::find(request.groupings.begin(), g, *g) != g) return status::grouping_unknown;
    return status::ok;
}

// Only scores from 0 to 100 have the interval of bounded scores.
bool is_out_of_hundred(const instrument& from, const std::string& scale_id) {
    for (const scale& s : from.scales)
        if (s.id == scale_id) return s.rule == score_rule::pomp && s.multiplier == ratio{1, 1};
    return false;
}

/// Turns a suppressed table into figures, and into what the ledger keeps.
class release_writer {
public:
    release_writer(const tally& of, const instrument& from, const publish_request& request, const release_table& table,
                   const std::vector<cell_state>& states)
        : of_(of),
          from_(from),
          request_(request),
          table_(table),
          states_(states),
          units_(evidence::groups_of(of, request, by_unit, 0)) {}

    [[nodiscard]] std::vector<published_figure> figures() const {
        std::vector<published_figure> to;
        for (std::size_t g = 0; g < table_.groups().size(); ++g)
            for (std::size_t f = 0; f < table_.groups()[g].counts.size(); ++f) to.push_back(figure(g, f));
        return to;
    }

    [[nodiscard]] release_record record() const {
        release_record to{of_.header().instrument_digest, request_.policy.minimum_people, {}, {}};
        std::vector<std::vector<std::size_t>> places;
        for (const tally_cell& cell : of_.cells()) {
            std::vector<std::size_t>& at = places.emplace_back();
            for (std::size_t f = 0; f <= cell.scales.size(); ++f) {
                at.push_back(to.populations.size());
                to.populations.push_back(population(cell, f));
            }
        }
        for (std::size_t g = 0; g < table_.groups().size(); ++g) add_figures(to, g, places);
        in_order(to);
        return to;
    }

private:
    [[nodiscard]] bool shown(std::size_t group, std::size_t figure) const {
        return states_[table_.place_of(group, figure)] == cell_state::shown;
    }

    [[nodiscard]] published_figure figure(std::size_t g, std::size_t f) const {
        const release_group& group = table_.groups()[g];
        const tally_form& form = of_.header().forms[group.form];
        published_figure to;
        to.grouping = group.grouping;
        to.form = form.id;
        to.perspective = form.perspective;
        to.wave = group.key.wave;
        to.unit = group.key.unit;
        to.language = group.key.language;
        to.stratum = group.key.stratum;
        if (f > 0) to.scale = form.scales[f - 1].id;
        to.shown = shown(g, f);
        if (!to.shown) return to;
        to.people = group.counts[f].people;
        if (f == 0 || to.people == 0) return to;
        const evidence::published_mean mean = mean_of(of_, group, f - 1, kind_of(g, f));
        to.mean = mean.mean;
        to.low = mean.low;
        to.high = mean.high;
        return to;
    }

    [[nodiscard]] interval_kind kind_of(std::size_t g, std::size_t f) const {
        const release_group& group = table_.groups()[g];
        if (!is_out_of_hundred(from_, of_.header().forms[group.form].scales[f - 1].id)) return interval_kind::none;
        if (request_.groupings[group.grouping].unit) return interval_kind::by_people;
        return are_units_open(group, f) ? interval_kind::by_units : interval_kind::none;
    }

    // The spread between units says something about each of them and about each of their parts. So what counts is what
    // they hold, not what this release asks for: a later one may ask for more.
    [[nodiscard]] bool are_units_open(const release_group& group, std::size_t f) const {
        const auto may_be_shown = [&](const release_group& unit, std::size_t figure) {
            return evidence::rule_for(unit, figure, by_unit, request_.policy) == cell_rule::may_be_shown;
        };
        for (const release_group& unit : units_) {
            if (!overlap(unit.cells, group.cells)) continue;
            if (!may_be_shown(unit, 0) || !may_be_shown(unit, f)) return false;
            for (const std::size_t c : unit.cells)
                if (is_few(of_.cells()[c].responses) || is_few(scored(of_.cells()[c], f))) return false;
        }
        for (std::size_t u = 0; u < table_.groups().size(); ++u) {
            const release_group& unit = table_.groups()[u];
            if (request_.groupings[unit.grouping].unit && unit.counts[f].people > 0 && !shown(u, f) &&
                overlap(unit.cells, group.cells))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool is_few(std::int64_t people) const {
        return people > 0 && people < request_.policy.minimum_people;
    }

    [[nodiscard]] static std::int64_t scored(const tally_cell& cell, std::size_t f) {
        return cell.scales[f - 1].reasons[static_cast<std::size_t>(reason::scored)];
    }

    [[nodiscard]] static bool overlap(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
        return std::any_of(a.begin(), a.end(),
                           [&](std::size_t c) { return std::binary_search(b.begin(), b.end(), c); });
    }

    [[nodiscard]] release_population population(const tally_cell& cell, std::size_t f) const {
        release_population to;
        to.key = cell.key;
        to.people = cell.responses;
        if (f == 0) {
            if (static_cast<std::int64_t>(cell.people.size()) == cell.responses) to.persons = cell.people;
            return to;
        }
        const tally_form* form = find_form(of_.header(), cell.key.form);
        to.scale = form->scales[f - 1].id;
        to.people = scored(cell, f);
        std::string text;
        for (const score_bin& b : cell.scales[f - 1].bins)
            for (const std::int64_t part : {std::int64_t{b.answered}, b.numerator, b.denominator, b.people})
                text += std::to_string(part) += ' ';
        to.digest = sha256(text);
        return to;
    }

    void add_figures(release_record& to, std::size_t g, const std::vector<std::vector<std::size_t>>& places) const {
        const release_group& group = table_.groups()[g];
        for (std::size_t f = 0; f < group.counts.size(); ++f) {
            const suppression_cell& cell = table_.table().cells[table_.place_of(g, f)];
            release_figure figure;
            figure.shown = shown(g, f);
            figure.guarded = !figure.shown && cell.people > 0 && cell.rule != cell_rule::left_out &&
                             states_[table_.place_of(g, f)] != cell_state::protecting;
            figure.by_units = figure.shown && f > 0 && cell.people > 0 && kind_of(g, f) == interval_kind::by_units;
            for (const std::size_t c : group.cells) figure.populations.push_back(places[c][f]);
            to.figures.push_back(std::move(figure));
        }
    }

    // Populations ascend by key and scale, whatever the order of scales in the form.
    static void in_order(release_record& of) {
        std::vector<std::size_t> order(of.populations.size()), place(of.populations.size());
        for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const release_population &x = of.populations[a], &y = of.populations[b];
            return std::tie(x.key, x.scale) < std::tie(y.key, y.scale);
        });
        std::vector<release_population> sorted;
        for (std::size_t p = 0; p < order.size(); ++p) {
            place[order[p]] = p;
            sorted.push_back(std::move(of.populations[order[p]]));
        }
        of.populations = std::move(sorted);
        for (release_figure& figure : of.figures) {
            for (std::size_t& p : figure.populations) p = place[p];
            std::sort(figure.populations.begin(), figure.populations.end());
        }
    }

    const tally& of_;
    const instrument& from_;
    const publish_request& request_;
    const release_table& table_;
    const std::vector<cell_state>& states_;
    std::vector<release_group> units_;  // whether asked for or not
};

}  // namespace

result<publication> publish(const tally& of, const instrument& from, const publish_request& request) {
    if (const status s = check(of, from, request); s != status::ok) return error(s);
    release_table table(of, request);
    const auto states = table.suppressed();
    if (!states) return states.problems();
    const release_writer writer(of, from, request, table, states.value());
    published_table to;
    to.header_ = of.header();
    for (tally_form& form : to.header_.forms) {
        form.items.clear();
        for (tally_scale& s : form.scales) s.items.clear();
    }
    to.policy_ = request.policy;
    to.groupings_ = request.groupings;
    to.figures_ = writer.figures();
    to.simulated_ = of.simulated();
    return publication{std::move(to), writer.record()};
}

}  // namespace peersupport
