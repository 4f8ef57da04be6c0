// SPDX-License-Identifier: Apache-2.0
#include "evidence/cell_merge.hpp"

#include "evidence/bin_counter.hpp"
#include "peersupport/evidence/tally.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace peersupport::evidence {
namespace {

using keys = std::vector<std::uint64_t>;

keys in_either(const keys& a, const keys& b) {
    keys out;
    out.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(out));
    return out;
}

void add_items(std::vector<item_counts>& to, const std::vector<item_counts>& from) noexcept {
    for (std::size_t i = 0; i < to.size(); ++i) {
        for (std::size_t c = 0; c < to[i].answers.size(); ++c) to[i].answers[c] += from[i].answers[c];
        to[i].does_not_apply += from[i].does_not_apply;
        to[i].declined += from[i].declined;
        to[i].blank += from[i].blank;
        to[i].invalid += from[i].invalid;
    }
}

void add_days(tally_cell& to, const tally_cell& from) noexcept {
    if (from.first_day == no_day) return;
    to.first_day = to.first_day == no_day ? from.first_day : std::min(to.first_day, from.first_day);
    to.last_day = std::max(to.last_day, from.last_day);
}

bool too_many(std::int64_t a, std::int64_t b) noexcept { return a > INT64_MAX - b; }

}  // namespace

std::int64_t most_points(const tally_form& of) noexcept {
    std::int64_t most = 1;
    for (const tally_item& item : of.items)
        for (const std::int64_t points : item.points) most = std::max(most, points < 0 ? -points : points);
    return most;
}

std::int64_t response_limit(const tally_form& of) noexcept {
    const std::int64_t most = most_points(of);
    return std::min(tally::most_responses, (std::int64_t{1} << 62) / (most * most));
}

cell_merge::cell_merge(std::vector<tally_cell>& into, std::span<const tally_cell> from, const tally_header& header)
    : into_(into) {
    auto at = into.begin();
    const tally_form* form = nullptr;
    std::int64_t limit = 0;
    for (const tally_cell& cell : from) {
        if (!form || form->id != cell.key.form) {
            form = find_form(header, cell.key.form);
            limit = response_limit(*form);
        }
        if (at != into.end() && at->key < cell.key)
            at = std::lower_bound(at, into.end(), cell.key,
                                  [](const tally_cell& c, const tally_key& k) { return c.key < k; });
        if (at != into.end() && at->key == cell.key) {
            prepare(*at, cell, limit);
        } else {
            overflows_ |= cell.responses > limit;
            added_.push_back(cell);
        }
    }
    if (!added_.empty()) whole_.reserve(into.size() + added_.size());
}

void cell_merge::prepare(tally_cell& to, const tally_cell& from, std::int64_t limit) {
    overflows_ |= to.responses > limit - from.responses;
    shared& both = shared_.emplace_back();
    both.to = &to;
    both.from = &from;
    if (!from.people.empty()) both.people = in_either(to.people, from.people);
    if (!from.workers.empty()) both.workers = in_either(to.workers, from.workers);
    for (std::size_t s = 0; s < to.scales.size(); ++s)
        if (!holds_bins_of(to.scales[s].bins, from.scales[s].bins))
            both.bins.emplace_back(s, united(to.scales[s].bins, from.scales[s].bins));
}

void cell_merge::add(shared& what) noexcept {
    tally_cell& to = *what.to;
    const tally_cell& from = *what.from;
    to.responses += from.responses;
    to.worker_responses += from.worker_responses;
    if (!from.people.empty()) to.people.swap(what.people);
    if (!from.workers.empty()) to.workers.swap(what.workers);
    add_days(to, from);
    add_items(to.items, from.items);
    static_cast<void>(to.points.merge(from.points));  // response_limit() keeps its numbers in range
    auto fresh = what.bins.begin();
    for (std::size_t s = 0; s < to.scales.size(); ++s) {
        for (std::size_t r = 0; r < reason_count; ++r) to.scales[s].reasons[r] += from.scales[s].reasons[r];
        if (fresh != what.bins.end() && fresh->first == s) to.scales[s].bins.swap((fresh++)->second);
        else add_bins(to.scales[s].bins, from.scales[s].bins);
    }
}

void cell_merge::commit() noexcept {
    for (shared& both : shared_) add(both);
    if (added_.empty()) return;
    std::ranges::merge(std::make_move_iterator(into_.begin()), std::make_move_iterator(into_.end()),
                       std::make_move_iterator(added_.begin()), std::make_move_iterator(added_.end()),
                       std::back_inserter(whole_),
                       [](const tally_cell& a, const tally_cell& b) { return a.key < b.key; });
    into_.swap(whole_);
}

bool series_before(const series_count& a, const series_count& b) noexcept {
    return std::tie(a.unit, a.series, a.period) < std::tie(b.unit, b.series, b.period);
}

bool unite_series(std::span<const series_count> a, std::span<const series_count> b, std::vector<series_count>& into) {
    into.clear();
    into.reserve(a.size() + b.size());
    while (!a.empty() || !b.empty()) {
        const bool only_a = b.empty() || (!a.empty() && series_before(a.front(), b.front()));
        const bool only_b = a.empty() || (!b.empty() && series_before(b.front(), a.front()));
        series_count& next = into.emplace_back(only_b ? b.front() : a.front());
        if (!only_a && !only_b) {
            if (too_many(next.events, b.front().events) || too_many(next.of, b.front().of)) return false;
            next.events += b.front().events;
            next.of += b.front().of;
        }
        if (!only_b) a = a.subspan(1);
        if (!only_a) b = b.subspan(1);
    }
    return true;
}

}  // namespace peersupport::evidence
