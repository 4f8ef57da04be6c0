// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/pattern_draft.hpp"

#include <algorithm>

namespace peersupport::review {

std::uint32_t pattern_draft::add_edge(std::uint32_t from, std::uint32_t set) {
    edges.push_back({from, set, 0, 0});
    pending_.push_back(static_cast<std::uint32_t>(edges.size() - 1));
    return pending_.back();
}

/// What has waited since the mark leads to a new node.
std::uint32_t pattern_draft::land(std::size_t mark) {
    for (std::size_t i = mark; i < pending_.size(); ++i) edges[pending_[i]].to = nodes;
    pending_.resize(mark);
    return nodes++;
}

void pattern_draft::keep(choice& best, std::uint64_t cost, std::uint32_t at) const {
    if (cost < best.cost) best = {cost, {at}};
}

bool pattern_draft::words(const pattern_element& e, std::uint32_t from, choice& best) {
    const auto all = sets_.sets_of(e);
    if (!all) return false;
    for (std::size_t i = 0; i < all->size(); ++i) {
        const std::size_t mark = pending_.size();
        keep(best, sets_.cost_of((*all)[i]), add_edge(from, (*all)[i]));
        if (i + 1 < all->size()) from = land(mark);
    }
    return true;
}

bool pattern_draft::group(const pattern_element& e, std::uint32_t from, bool first, choice& best) {
    std::vector<const pattern*> others;
    const auto single = sets_.set_of_single_ways(e, others);
    if (!single) return false;
    choice together{0, {}};
    if (*single != word_set_table::gap) {
        together.edges.push_back(add_edge(from, *single));
        together.cost = sets_.cost_of(*single);
    }
    element_row way;
    for (const pattern* other : others) {
        way.clear();
        for (const pattern_element& part : *other) way.push_back(&part);
        choice of_way;
        if (!row(way, from, first, of_way)) return false;
        together.cost = of_way.cost == dearest || together.cost == dearest ? dearest : together.cost + of_way.cost;
        together.edges.insert(together.edges.end(), of_way.edges.begin(), of_way.edges.end());
    }
    if (together.cost < best.cost) best = std::move(together);
    return true;
}

/// So many tokens or fewer; what follows may begin behind each.
void pattern_draft::gap(std::uint32_t from, unsigned most) {
    edges[add_edge(from, word_set_table::gap)].most = most;
}

bool pattern_draft::element(const pattern_element& e, std::uint32_t from, bool first, choice& best) {
    choice own;
    switch (e.kind) {
        case element_kind::word:
        case element_kind::number:
        case element_kind::word_class:
            if (!words(e, from, own)) return false;
            break;
        case element_kind::group:
            if (!group(e, from, first, own)) return false;
            break;
        case element_kind::gap:
            // A gap stands between words; before the first it is empty.
            if (first) add_edge(from, nothing);
            else gap(from, e.low);
            return true;
        case element_kind::open:
        case element_kind::close: add_edge(from, nothing); return true;
        case element_kind::begin: return true;  // elsewhere than in front it is nowhere
    }
    if (e.optional) add_edge(from, nothing);
    else if (own.cost < best.cost) best = std::move(own);
    return true;
}

bool pattern_draft::row(std::span<const pattern_element* const> elements, std::uint32_t from, bool first, choice& best) {
    if (elements.empty()) add_edge(from, nothing);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::size_t mark = pending_.size();
        const pattern_element& e = *elements[i];
        if (!element(e, from, first, best)) return false;
        if (i + 1 < elements.size()) from = land(mark);
        first = first && (e.kind == element_kind::gap || e.kind == element_kind::open || e.kind == element_kind::close);
    }
    return true;
}

bool pattern_draft::make(const element_row& elements) {
    edges.clear();
    pending_.clear();
    nodes = 1;
    open = 0;
    close = nothing;
    std::uint32_t from = 0;
    bool first = true;
    choice best, second;
    anchors.clear();
    guards.clear();
    for (const pattern_element* e : elements) {
        choice own;
        if (!element(*e, from, first, own)) return false;
        if (own.cost < second.cost) second = std::move(own);
        if (second.cost < best.cost) std::swap(best, second);
        first = first && (e->kind == element_kind::gap || e->kind == element_kind::open || e->kind == element_kind::close);
        if (pending_.empty()) return true;  // an element that nothing can match
        from = land(0);
        if (e->kind == element_kind::open) open = from;
        if (e->kind == element_kind::close) close = from;
    }
    if (close == nothing) close = nodes - 1;
    choose(best, second);
    return true;
}

void pattern_draft::choose(choice& best, const choice& second) {
    anchors = std::move(best.edges);
    // Nothing must stand in it; but something does.
    if (best.cost == dearest) {
        anchors.clear();
        for (std::uint32_t i = 0; i < edges.size(); ++i)
            if (edges[i].set != nothing && edges[i].set != word_set_table::gap) anchors.push_back(i);
    }
    if (second.cost > dearest_guard) return;
    for (const std::uint32_t e : second.edges) guards.push_back(edges[e].set);
    std::sort(guards.begin(), guards.end());
    guards.erase(std::unique(guards.begin(), guards.end()), guards.end());
}

}  // namespace peersupport::review
