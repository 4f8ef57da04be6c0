// SPDX-License-Identifier: Apache-2.0
#include "evidence/release_audit.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace peersupport::evidence {
namespace {

bool same(const release_population& a, const release_population& b) {
    return a.people == b.people && a.digest == b.digest && a.persons == b.persons;
}

bool knows_persons(const release_population* of) { return static_cast<std::int64_t>(of->persons.size()) == of->people; }

}  // namespace

release_audit::release_audit(std::span<const release_record* const> releases)
    : releases_(releases.begin(), releases.end()) {
    follow();
    for (auto& [key, people] : people_) divide(people);
    part_count_ = table_.cells.size();
    for (std::size_t r = 0; r < releases_.size(); ++r) add_figures(r);
    add_bases();
}

void release_audit::follow() {
    for (const release_record* release : releases_)
        for (const release_population& population : release->populations) {
            followed_people& people = people_[&population];
            const bool known = std::any_of(people.versions.begin(), people.versions.end(),
                                           [&](const release_population* v) { return same(*v, population); });
            if (!known) people.versions.push_back(&population);
        }
}

void release_audit::divide(followed_people& people) {
    people.parts.resize(people.versions.size());
    if (std::all_of(people.versions.begin(), people.versions.end(), knows_persons)) divide_by_person(people);
    else divide_by_count(people);
}

// Those who are in exactly the same versions are one part.
void release_audit::divide_by_person(followed_people& people) {
    std::map<std::uint64_t, std::vector<std::size_t>> where;
    for (std::size_t v = 0; v < people.versions.size(); ++v)
        for (const std::uint64_t person : people.versions[v]->persons) where[person].push_back(v);
    std::map<std::vector<std::size_t>, std::int64_t> together;
    for (const auto& [person, versions] : where) ++together[versions];
    for (const auto& [versions, count] : together) {
        for (const std::size_t v : versions) people.parts[v].push_back(table_.cells.size());
        table_.cells.push_back({count, cell_rule::left_out});
    }
}

// A version of more people holds those of a smaller one and others beside.
void release_audit::divide_by_count(followed_people& people) {
    std::set<std::int64_t> counts;
    for (const release_population* v : people.versions)
        if (v->people > 0) counts.insert(v->people);
    std::int64_t before = 0;
    for (const std::int64_t count : counts) {
        for (std::size_t v = 0; v < people.versions.size(); ++v)
            if (people.versions[v]->people >= count) people.parts[v].push_back(table_.cells.size());
        table_.cells.push_back({count - before, cell_rule::left_out});
        before = count;
    }
}

const std::vector<std::size_t>& release_audit::parts_of(const release_population& population) const {
    const followed_people& people = people_.find(&population)->second;
    std::size_t v = 0;
    while (!same(*people.versions[v], population)) ++v;
    return people.parts[v];
}

std::vector<std::size_t> release_audit::parts_of(std::size_t release, const release_figure& figure) const {
    std::vector<std::size_t> all;
    for (const std::size_t p : figure.populations) {
        const auto& more = parts_of(releases_[release]->populations[p]);
        all.insert(all.end(), more.begin(), more.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

void release_audit::add_figures(std::size_t release) {
    const release_record& of = *releases_[release];
    for (const release_figure& figure : of.figures) {
        if (!figure.shown && !figure.guarded) continue;
        suppression_sum sum{table_.cells.size(), parts_of(release, figure)};
        std::int64_t people = 0;
        for (const std::size_t part : sum.parts) people += table_.cells[part].people;
        const bool earlier = release + 1 < releases_.size();
        figures_.push_back({sum.total, of.minimum_people, figure.shown, figure.guarded, earlier});
        table_.cells.push_back({people, figure.shown ? cell_rule::left_out : cell_rule::must_be_hidden});
        table_.sums.push_back(std::move(sum));
    }
}

// One unit, wave and form divided in two ways, with the same count: the same people.
void release_audit::add_bases() {
    using base_key = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<std::pair<base_key, std::int64_t>, std::set<std::vector<std::size_t>>> bases;
    for (const release_record* release : releases_) {
        std::map<base_key, std::pair<std::int64_t, std::vector<std::size_t>>> here;
        for (const release_population& p : release->populations) {
            auto& [people, parts] = here[{p.key.unit, p.key.wave, p.key.form, p.scale}];
            people += p.people;
            const auto& more = parts_of(p);
            parts.insert(parts.end(), more.begin(), more.end());
        }
        for (auto& [key, base] : here) {
            std::sort(base.second.begin(), base.second.end());
            bases[{key, base.first}].insert(std::move(base.second));
        }
    }
    for (const auto& [key, ways] : bases) {
        if (ways.size() < 2) continue;
        const std::size_t base = table_.cells.size();
        table_.cells.push_back({key.second, cell_rule::left_out});
        for (const std::vector<std::size_t>& parts : ways) table_.sums.push_back({base, parts});
    }
}

// Figures of the same populations in the last release and an earlier one: how many came and went between them?
bool release_audit::differ_by_few(const release_record& a, const release_figure& x, const release_record& b,
                                  const release_figure& y) const {
    std::int64_t came = 0, left = 0;
    for (std::size_t i = 0; i < x.populations.size(); ++i) {
        const release_population &now = a.populations[x.populations[i]], &then = b.populations[y.populations[i]];
        if (same(now, then)) continue;
        const auto &n = parts_of(now), &t = parts_of(then);
        const std::int64_t came_before = came, left_before = left;
        for (const std::size_t part : n)
            if (!std::binary_search(t.begin(), t.end(), part)) came += table_.cells[part].people;
        for (const std::size_t part : t)
            if (!std::binary_search(n.begin(), n.end(), part)) left += table_.cells[part].people;
        // The same people in number or in person, but other answers: at least one was replaced or changed.
        if (came == came_before && left == left_before) ++came, ++left;
    }
    const std::int64_t most = std::max(came, left);
    return most > 0 && most < a.minimum_people;
}

bool release_audit::nearly_repeats() const {
    const release_record& last = *releases_.back();
    using populations = std::vector<const release_population*>;
    const auto less = [](const populations& a, const populations& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), people_less());
    };
    const auto of = [](const release_record& release, const release_figure& figure) {
        populations to;
        for (const std::size_t p : figure.populations) to.push_back(&release.populations[p]);
        return to;
    };
    std::map<populations, const release_figure*, decltype(less)> shown(less);
    for (const release_figure& figure : last.figures)
        if (figure.shown) shown.emplace(of(last, figure), &figure);
    for (std::size_t r = 0; r + 1 < releases_.size(); ++r)
        for (const release_figure& figure : releases_[r]->figures) {
            if (!figure.shown) continue;
            const auto found = shown.find(of(*releases_[r], figure));
            if (found != shown.end() && differ_by_few(last, *found->second, *releases_[r], figure)) return true;
        }
    return false;
}

// Whether an interval by units and a hidden figure are about some of the same people, and one of the two is new.
bool release_audit::spreads() const {
    using place = std::pair<tally_key, std::string>;
    std::set<place> hidden[2], spread[2];  // earlier, last
    for (std::size_t r = 0; r < releases_.size(); ++r) {
        const release_record& of = *releases_[r];
        const std::size_t last = r + 1 == releases_.size() ? 1 : 0;
        for (const release_figure& figure : of.figures)
            for (const std::size_t place_of : figure.populations) {
                const release_population& p = of.populations[place_of];
                if (p.people == 0) continue;
                if (figure.guarded) hidden[last].emplace(p.key, p.scale);
                if (!figure.by_units) continue;
                if (last == 1 && p.people < of.minimum_people) return true;
                spread[last].emplace(p.key, p.scale);
                spread[last].emplace(p.key, std::string());  // where people are hidden, so are their scales
            }
    }
    const auto meet = [](const std::set<place>& a, const std::set<place>& b) {
        return std::any_of(a.begin(), a.end(), [&](const place& p) { return b.contains(p); });
    };
    return meet(spread[1], hidden[0]) || meet(spread[1], hidden[1]) || meet(spread[0], hidden[1]);
}

// Whether all figures shown last stand on people who stood together in a figure shown before.
bool release_audit::says_nothing_new() const {
    std::set<std::vector<std::size_t>> known;
    for (std::size_t f = 0; f < figures_.size(); ++f)
        if (figures_[f].shown && figures_[f].earlier) known.insert(table_.sums[f].parts);
    for (std::size_t f = 0; f < figures_.size(); ++f)
        if (figures_[f].shown && !figures_[f].earlier && !known.contains(table_.sums[f].parts)) return false;
    return true;
}

// Whether the last release's figures let a reader bound something more narrowly than before, and too narrowly.
bool release_audit::narrows() const {
    suppression_system before(table_), after(table_);
    for (std::size_t c = 0; c < table_.cells.size(); ++c) {
        before.hide(c, true);
        after.hide(c, true);
    }
    for (const followed_figure& figure : figures_) {
        if (!figure.shown) continue;
        after.hide(figure.cell, false);
        if (figure.earlier) before.hide(figure.cell, false);
    }
    // What could not be proved of the earlier releases for want of work may have been wide.
    const auto worse = [&](std::size_t cell, std::int64_t enough) {
        if (after.is_wide(cell, enough)) return false;
        const std::int64_t width = after.width_of(cell, enough);
        return width < before.width_of(cell, enough) || (width < enough && before.spent());
    };
    const std::int64_t minimum = releases_.back()->minimum_people;
    for (std::size_t part = 0; part < part_count_; ++part)
        if (table_.cells[part].people < minimum && worse(part, minimum)) return true;
    return std::any_of(figures_.begin(), figures_.end(),
                       [&](const followed_figure& f) { return f.guarded && worse(f.cell, f.minimum); });
}

status release_audit::check_last() const {
    if (const status s = check(table_); s != status::ok) return s == status::too_large ? s : status::ledger_malformed;
    return nearly_repeats() || spreads() || (!says_nothing_new() && narrows()) ? status::ledger_difference : status::ok;
}

}  // namespace peersupport::evidence
