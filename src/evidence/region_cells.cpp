// SPDX-License-Identifier: Apache-2.0
#include "evidence/region_cells.hpp"

#include "evidence/unit_findings.hpp"
#include "peersupport/evidence/suppression.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace peersupport::evidence {
namespace {

/// How closely a pooled figure may be told.
enum class detail : std::uint8_t {
    whole,        ///< the mean to a whole number, and not how many people: a unit that is hidden is no total away from
                  ///< another, hidden too, that knows its own answers
    no_interval,  ///< people and mean
    all,          ///< people, mean and interval
};

/// People and mean of a value over groups, one a unit; the interval by units where no part is hidden.
void write_figures(const assessment& at, const read_form& form, std::span<const group_counts* const> groups,
                   std::size_t value, detail how, region_cell& to) {
    std::vector<score_moments> units;
    std::vector<score_bin> all;
    for (const group_counts* g : groups) {
        const auto bins = bins_of(form, *g, value);
        if (bins.empty()) continue;
        units.push_back(moments_of(bins));
        add_bins(all, bins);
    }
    const score_moments whole = moments_of(all);
    to.units = static_cast<std::int64_t>(units.size());
    if (how == detail::whole) {
        to.mean = pooled_figure{std::floor(whole.mean + 0.5), {}, {}};
        return;
    }
    to.people = whole.people;
    to.mean = pooled_figure{one_decimal(whole.mean), {}, {}};
    if (how == detail::no_interval) return;
    const figure found = units_figure(units, whole.mean, at.rules.interval.confidence);
    to.mean->low = one_decimal(found.low);
    to.mean->high = one_decimal(found.high);
}

/// Whether every unit that counts in a value is shown. Sum and spread are two equations: beside the units that are
/// shown they would say what two hidden ones have.
bool are_units_shown(const assessment& at, const wave_table& table, std::size_t place, std::size_t value) {
    return std::ranges::all_of(table.counts[place], [&](const unit_counts& u) {
        return u.values[value] == showing::shown || scored(at.structure.core[place], u.group, value) == 0;
    });
}

/// Whether readers who know one unit could tell two others apart: without its part, sum and spread are two equations
/// about them.
bool are_others_enough(const assessment& at, const wave_table& table, std::size_t place, std::size_t value,
                       std::string_view own_unit) {
    constexpr std::ptrdiff_t enough = 3;  // more unknowns than equations
    if (own_unit.empty()) return true;
    std::ptrdiff_t others = 0;
    for (std::size_t u = 0; u < table.units.size(); ++u)
        others +=
            table.units[u] != own_unit && scored(at.structure.core[place], table.counts[place][u].group, value) > 0;
    return others >= enough;
}

region_cell cell_in(const assessment& at, const wave_table& table, std::size_t place, std::size_t value,
                    std::string_view own_unit) {
    const read_form& form = at.structure.core[place];
    region_cell to;
    to.perspective = form.perspective;
    to.value = at.structure.values[value].id;
    to.showing = table.region[place][value];
    if (to.showing != showing::shown) return to;
    std::vector<const group_counts*> groups;
    for (const unit_counts& u : table.counts[place]) groups.push_back(&u.group);
    const detail how = !are_units_shown(at, table, place, value)              ? detail::whole
                       : are_others_enough(at, table, place, value, own_unit) ? detail::all
                                                                              : detail::no_interval;
    write_figures(at, form, groups, value, how, to);
    return to;
}

/// One stratum of one form: all of it, and each unit's part.
struct stratum_counts {
    group_counts pooled;
    std::map<std::string_view, group_counts> units;
};
using stratum_map = std::map<std::string_view, stratum_counts>;

stratum_map strata_of(const assessment& at, const wave_table& table, const read_form& form) {
    std::map<std::string_view, std::map<std::string_view, std::vector<const tally_cell*>>> cells;
    for (const std::string_view unit : table.units)
        for (const tally_cell& c : cells_of(at.from, form.asked->id, unit, table.wave))
            cells[c.key.stratum][unit].push_back(&c);
    stratum_map to;
    for (const auto& [stratum, units] : cells) {
        std::vector<const tally_cell*> all;
        for (const auto& [unit, each] : units) {
            to[stratum].units.emplace(unit, counts_of(std::span<const tally_cell* const>(each)));
            all.insert(all.end(), each.begin(), each.end());
        }
        to[stratum].pooled = counts_of(std::span<const tally_cell* const>(all));
    }
    return to;
}

/// How a stratum may be shown by its workers. What is stated is stated of a unit, not of a stratum, so it does not
/// count here.
showing stratum_workers(const assessment& at, const read_form& form, const stratum_counts& of) {
    const auto named = static_cast<std::int64_t>(of.pooled.workers.size());
    if (named > 0) return worker_rule(at.policy, form.receives, named);
    // Nobody named: then the units the answers come from stand for their workers, at least one each.
    return worker_rule(at.policy, form.receives, static_cast<std::int64_t>(of.units.size()));
}

/// Whether readers can add up all people of a value: they see the region, or every unit that has any.
bool is_total_known(const assessment& at, const wave_table& table, std::size_t place, std::size_t value) {
    return table.region[place][value] == showing::shown || are_units_shown(at, table, place, value);
}

/// Whether no stratum and no unit of a value is hidden, nor a unit's part of a stratum small: the spread within one
/// stratum says what its parts are, and so what is left for those of the others.
bool are_parts_open(const assessment& at, const wave_table& table, std::size_t place, std::size_t value,
                    const stratum_map& strata, std::span<const showing> shown) {
    const auto is_open = [](showing s) { return s == showing::shown || s == showing::nobody; };
    if (!are_units_shown(at, table, place, value) || !std::ranges::all_of(shown, is_open)) return false;
    for (const auto& [stratum, of] : strata)
        for (const auto& [unit, group] : of.units) {
            const std::int64_t n = scored(at.structure.core[place], group, value);
            if (n > 0 && n < at.policy.minimum_people) return false;
        }
    return true;
}

/// Whether a stratum holds enough units, and enough people beside those of its largest: of one unit alone it would be
/// that unit's figure, and the largest knows its own. Where there is one unit only, its strata are its own figures.
bool is_spread(const assessment& at, const wave_table& table, const read_form& form, const stratum_counts& of,
               std::size_t value) {
    if (table.units.size() < 2) return true;
    std::int64_t all = 0, largest = 0, units = 0;
    for (const auto& [unit, group] : of.units) {
        const std::int64_t n = scored(form, group, value);
        all += n;
        largest = std::max(largest, n);
        units += n > 0;
    }
    return units >= at.rules.region_units && all - largest >= at.policy.minimum_people;
}

/// Shown or not, of each stratum of one value. The strata add up to the region, which is decided already: where it
/// would have to be hidden for them, all of them are.
std::vector<showing> decide(const assessment& at, const wave_table& table, std::size_t place, std::size_t value,
                            const stratum_map& strata, std::span<const showing> workers) {
    const read_form& form = at.structure.core[place];
    suppression_table cells;
    suppression_sum sum{strata.size(), {}};
    std::int64_t all = 0;
    std::vector<std::int64_t> people;
    for (const auto& [stratum, of] : strata) {
        const std::int64_t n = scored(form, of.pooled, value);
        const std::size_t s = people.size();
        const bool hide = n > 0 && (workers[s] != showing::shown || of.pooled.people < at.policy.minimum_people ||
                                    !is_spread(at, table, form, of, value));
        cells.cells.push_back({n, hide ? cell_rule::must_be_hidden : cell_rule::may_be_shown});
        sum.parts.push_back(s);
        people.push_back(n);
        all += n;
    }
    const bool known = is_total_known(at, table, place, value);
    cells.cells.push_back({all, known ? cell_rule::may_be_shown : cell_rule::must_be_hidden});
    cells.sums.push_back(std::move(sum));
    const auto states = suppress(cells, at.policy.minimum_people);
    const bool none = !states || (known && states->back() != cell_state::shown);
    std::vector<showing> to;
    for (std::size_t s = 0; s < people.size(); ++s) {
        if (people[s] == 0) to.push_back(showing::nobody);
        else if (workers[s] != showing::shown) to.push_back(workers[s]);
        else to.push_back(!none && (*states)[s] == cell_state::shown ? showing::shown : showing::hidden_to_protect);
    }
    return to;
}

void write_strata(const assessment& at, const wave_table& table, std::size_t place, std::string_view own_unit,
                  std::map<std::string_view, std::vector<region_cell>>& to) {
    const read_form& form = at.structure.core[place];
    const stratum_map strata = strata_of(at, table, form);
    std::vector<showing> workers;
    for (const auto& [stratum, of] : strata) workers.push_back(stratum_workers(at, form, of));
    for (const value_place& v : form.values) {
        const std::vector<showing> shown = decide(at, table, place, v.value, strata, workers);
        const detail how = !are_parts_open(at, table, place, v.value, strata, shown) ? detail::whole
                           : are_others_enough(at, table, place, v.value, own_unit)  ? detail::all
                                                                                     : detail::no_interval;
        std::size_t s = 0;
        for (const auto& [stratum, of] : strata) {
            region_cell cell;
            cell.perspective = form.perspective;
            cell.value = at.structure.values[v.value].id;
            cell.showing = shown[s++];
            std::vector<const group_counts*> groups;
            for (const auto& [unit, group] : of.units) groups.push_back(&group);
            if (cell.showing == showing::shown) write_figures(at, form, groups, v.value, how, cell);
            to[stratum].push_back(std::move(cell));
        }
    }
}

/// Whether a pooled figure beside the own unit's would say who the few others are.
bool names_others(const assessment& at, const wave_table& table, const integrity_request& asked) {
    const auto units = static_cast<std::int64_t>(table.units.size());
    return !asked.own_unit.empty() && units > 1 && units < at.rules.unnamed_units;
}

/// As integrity_of() has it, with the intervals there are.
region_integrity integrity_in(const assessment& at, const wave_table& table, std::span<const region_cell> cells,
                              bool overall) {
    value_figures figures;
    bool all = true;
    for (std::size_t v = 0; v < at.structure.values.size(); ++v) {  // receivers come first
        const auto& mean = cells[v].mean;
        const figure whole{mean ? mean->value : 0, mean ? mean->low.value_or(0) : 0,
                           mean ? mean->high.value_or(full_score) : full_score};
        figures.push_back(mean ? std::optional(whole) : std::nullopt);
        all = all && mean && mean->low;
    }
    const unit_integrity found = integrity_of(at, figures, table.region[0], overall);
    region_integrity to{found.established, found.reason, found.values_established, {}, {}};
    for (std::size_t v = 0; found.lowest && v < figures.size(); ++v)
        if (cells[v].value == found.lowest->value) to.lowest = lowest_pooled_value{cells[v].value, *cells[v].mean};
    if (!found.overall) return to;
    to.overall = pooled_figure{one_decimal(found.overall->value), {}, {}};
    if (all) {
        to.overall->low = one_decimal(found.overall->low);
        to.overall->high = one_decimal(found.overall->high);
    }
    return to;
}

}  // namespace

std::optional<region_profile> region_of(const assessment& at, const wave_table& table, const integrity_request& asked) {
    const auto units = static_cast<std::int64_t>(table.units.size());
    if (units < 2 || units < at.rules.region_units || names_others(at, table, asked)) return std::nullopt;
    region_profile to;
    to.units = units;
    to.units_unnamed = !asked.own_unit.empty();
    for (std::size_t place = 0; place < at.structure.core.size(); ++place)
        for (const value_place& v : at.structure.core[place].values)
            to.cells.push_back(cell_in(at, table, place, v.value, asked.own_unit));
    to.integrity = integrity_in(at, table, to.cells, asked.overall);
    return to;
}

equity_profile equity_of(const assessment& at, const wave_table& table, const integrity_request& asked) {
    equity_profile to;
    to.stratifier = asked.stratifier;
    to.community_governance = asked.community_governance;
    if (names_others(at, table, asked)) {
        to.reason = "msg-region-too-few-units";
        return to;
    }
    std::map<std::string_view, std::vector<region_cell>> strata;
    for (std::size_t place = 0; place < at.structure.core.size(); ++place)
        write_strata(at, table, place, asked.own_unit, strata);
    for (auto& [stratum, cells] : strata) {
        to.shown =
            to.shown || std::ranges::any_of(cells, [](const region_cell& c) { return c.showing == showing::shown; });
        to.strata.push_back({std::string(stratum), std::move(cells)});
    }
    if (!to.shown) to.reason = "msg-too-few-people";
    return to;
}

}  // namespace peersupport::evidence
