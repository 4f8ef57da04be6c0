// SPDX-License-Identifier: Apache-2.0
#include "evidence/group_counts.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport::evidence {
namespace {

void add(item_counts& to, const item_counts& more) {
    if (to.answers.empty()) to.answers.resize(more.answers.size());
    for (std::size_t i = 0; i < more.answers.size(); ++i) to.answers[i] += more.answers[i];
    to.does_not_apply += more.does_not_apply;
    to.declined += more.declined;
    to.blank += more.blank;
    to.invalid += more.invalid;
}

void add(scale_counts& to, const scale_counts& more) {
    for (std::size_t r = 0; r < to.reasons.size(); ++r) to.reasons[r] += more.reasons[r];
    add_bins(to.bins, more.bins);
}

template <class T>
void keep_distinct(std::vector<T>& of) {
    std::ranges::sort(of);
    of.erase(std::unique(of.begin(), of.end()), of.end());
}

void count_language(std::vector<language_count>& to, const tally_cell& c) {
    if (c.key.language.empty()) return;
    const std::string_view language = c.key.language;
    const auto at = std::ranges::lower_bound(to, language, {}, &language_count::language);
    if (at != to.end() && at->language == language) at->responses += c.responses;
    else to.insert(at, {language, c.responses});
}

auto place_of(const tally_cell& c) noexcept {
    return std::tuple<std::string_view, std::string_view, std::string_view>(c.key.form, c.key.unit, c.key.wave);
}

}  // namespace

void add_bins(std::vector<score_bin>& to, std::span<const score_bin> more) {
    std::vector<score_bin> both;
    both.reserve(to.size() + more.size());
    std::size_t a = 0, b = 0;
    while (a < to.size() || b < more.size()) {
        const auto order = a == to.size()     ? std::strong_ordering::greater
                           : b == more.size() ? std::strong_ordering::less
                                              : score_bin::order(to[a], more[b]);
        both.push_back(order <= 0 ? to[a] : more[b]);
        if (order == 0) both.back().people += more[b].people;
        a += order <= 0;
        b += order >= 0;
    }
    to = std::move(both);
}

std::span<const tally_cell> cells_of(const tally& from, std::string_view form, std::string_view unit,
                                     std::string_view wave) noexcept {
    const auto cells = from.cells();
    const auto found =
        std::equal_range(cells.begin(), cells.end(), std::tuple(form, unit, wave), [](const auto& a, const auto& b) {
            if constexpr (std::is_same_v<std::decay_t<decltype(a)>, tally_cell>) return place_of(a) < b;
            else return a < place_of(b);
        });
    return {found.first, found.second};
}

group_counts counts_of(std::span<const tally_cell* const> cells) {
    group_counts to;
    std::vector<std::uint64_t> named;
    for (const tally_cell* c : cells) {
        to.responses += c->responses;
        to.people += c->responses - static_cast<std::int64_t>(c->people.size());
        named.insert(named.end(), c->people.begin(), c->people.end());
        to.workers.insert(to.workers.end(), c->workers.begin(), c->workers.end());
        to.worker_responses += c->worker_responses;
        count_language(to.languages, *c);
        to.items.resize(c->items.size());
        to.scales.resize(c->scales.size());
        for (std::size_t i = 0; i < c->items.size(); ++i) add(to.items[i], c->items[i]);
        for (std::size_t s = 0; s < c->scales.size(); ++s) add(to.scales[s], c->scales[s]);
    }
    keep_distinct(named);
    keep_distinct(to.workers);
    to.people += static_cast<std::int64_t>(named.size());
    return to;
}

group_counts counts_of(std::span<const tally_cell> cells) {
    std::vector<const tally_cell*> each;
    for (const tally_cell& c : cells) each.push_back(&c);
    return counts_of(std::span<const tally_cell* const>(each));
}

}  // namespace peersupport::evidence
