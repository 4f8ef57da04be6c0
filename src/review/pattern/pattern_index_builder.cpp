// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/pattern_index_builder.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

/// An edge that may be passed without a token.
bool takes_nothing(const pattern_draft::edge& e) noexcept { return e.set == pattern_draft::nothing || e.set == word_set_table::gap; }

}  // namespace

/// An edge leads onward: sorted, whatever comes before it in a way has been gone through before it.
void pattern_index_builder::sort_ways(const pattern_draft& draft) {
    onward_ = back_ = draft.edges;
    std::sort(onward_.begin(), onward_.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::sort(back_.begin(), back_.end(), [](const auto& a, const auto& b) { return a.to > b.to; });
    // Nodes behind which nothing more need follow.
    ends_.assign(draft.nodes, false);
    ends_.back() = true;
    for (const auto& e : back_)
        if (takes_nothing(e) && ends_[e.to]) ends_[e.from] = true;
}

/// The draft's edges by the node they lead from, which is onward or back; each node with what may follow it there.
void pattern_index_builder::place(const pattern_draft& draft, const way& along, const word_set_table& table, pattern_index::direction& to) {
    constexpr std::size_t kinds = 4;
    const auto kind_of = [&](const pattern_draft::edge& e) -> std::size_t {
        if (e.set == pattern_draft::nothing) return 0;
        if (e.set == word_set_table::gap) return 1;
        return table.sets[e.set].count == 1 && table.sets[e.set].shapes == 0 ? 3 : 2;
    };
    counts_.assign(kinds * draft.nodes + 1, 0);
    const auto slot = [&](const pattern_draft::edge& e) { return kinds * e.*along.near + kind_of(e); };
    for (const auto& e : draft.edges) ++counts_[slot(e) + 1];
    for (std::size_t n = 1; n < counts_.size(); ++n) counts_[n] += counts_[n - 1];
    const auto base = static_cast<std::uint32_t>(to.edges.size());
    const std::size_t first_node = to.nodes.size();
    for (std::size_t n = 0; n < draft.nodes; ++n) {
        const auto at = [&](std::size_t kind) { return base + counts_[kinds * n + kind]; };
        to.nodes.push_back({at(0), at(1), at(2), at(3), at(4), {}});
    }
    to.edges.resize(to.edges.size() + draft.edges.size());
    for (const auto& e : draft.edges) {
        const std::uint32_t takes = kind_of(e) == 3 ? table.members[table.sets[e.set].first] : e.set;
        to.edges[base + counts_[slot(e)]++] = {takes, e.*along.far & 0x7FFFFFFU, e.most & 0xFU, ends_[e.to] ? 1U : 0U};
    }
    for (std::size_t n = 0; n < draft.nodes; ++n)
        std::sort(to.edges.begin() + to.nodes[first_node + n].singles, to.edges.begin() + to.nodes[first_node + n].end, [](const auto& a, const auto& b) { return a.takes < b.takes; });
    // What follows a node is known before what follows those that lead to it.
    for (const std::uint32_t goal : {0U, draft.open, draft.close, draft.nodes - 1}) to.nodes[first_node + goal].next = signature::everything();
    for (auto e = along.ways->rbegin(); e != along.ways->rend(); ++e)
        to.nodes[first_node + (*e).*along.near].next |= e->set == pattern_draft::nothing ? to.nodes[first_node + (*e).*along.far].next
                                                       : e->set == word_set_table::gap   ? signature::everything()
                                                                                         : table.sets[e->set].told;
}

/// What the nearest token beside a node that a pattern names may be, and how far away it is at most; whatever, where the
/// pattern may come to its `goal` without one.
anchor_side pattern_index_builder::beside(const way& along, std::uint32_t node, std::uint32_t goal, const word_set_table& table) {
    distance_.assign(ends_.size(), 0);  // tokens to a node and one; 0: not reached
    distance_[node] = 1;
    anchor_side made;
    for (const auto& e : *along.ways) {
        const std::uint32_t away = distance_[e.*along.near];
        if (away == 0) continue;
        if (takes_nothing(e)) {
            std::uint32_t& to = distance_[e.*along.far];
            to = std::max(to, away + e.most);
        } else {
            made.told |= table.sets[e.set].told;
            made.reach = std::max(made.reach, away);
        }
    }
    return distance_[goal] ? anchor_side{} : made;
}

void pattern_index_builder::add(const pattern_draft& draft, std::uint32_t number, std::uint32_t topic, bool begins_sentence, const word_set_table& table) {
    if (draft.anchors.empty()) return;
    const auto number_here = static_cast<std::uint32_t>(made_.expressions.size());
    made_.expressions.push_back({number, static_cast<std::uint32_t>(made_.onward.nodes.size()), draft.nodes, draft.open, draft.close, begins_sentence});
    sort_ways(draft);
    const way onward{&onward_, &pattern_draft::edge::from, &pattern_draft::edge::to}, back{&back_, &pattern_draft::edge::to, &pattern_draft::edge::from};
    place(draft, onward, table, made_.onward);
    place(draft, back, table, made_.back);
    const std::uint32_t guard = guard_of(draft.guards);
    for (const std::uint32_t a : draft.anchors) {
        const pattern_draft::edge& e = draft.edges[a];
        made_.anchors.push_back({beside(back, e.from, 0, table), beside(onward, e.to, draft.nodes - 1, table), number_here, e.from, e.to & 0x7FFFFFFFU, ends_[e.to] ? 1U : 0U});
        listed_.push_back({e.set, guard, topic});
    }
}

/// Lists anchors and guards under what their sets take.
void pattern_index_builder::list(const word_set_table& table, const symbol_counts& counts) {
    made_.places = symbol_places(counts);
    std::vector<listed_here> ends;  // by place; first how many, then where the next goes
    const auto at = [&](std::uint32_t place) -> listed_here& {
        if (place >= ends.size()) ends.resize(place + 1);
        return ends[place];
    };
    for (const listed& l : listed_) made_.places.each(table, l.set, [&](std::uint32_t place) { ++at(place).entries; });
    for (const guard_set& g : guard_sets_) made_.places.each(table, g.set, [&](std::uint32_t place) { ++at(place).guards; });
    listed_here all{0, 0};
    for (listed_here& here : ends) {
        made_.listed.push_back(all);
        all = {all.entries + here.entries, all.guards + here.guards};
        here = made_.listed.back();
    }
    made_.listed.push_back(all);
    made_.entries.resize(all.entries);
    made_.guards.resize(all.guards);
    for (std::uint32_t i = 0; i < listed_.size(); ++i)
        made_.places.each(table, listed_[i].set, [&](std::uint32_t place) { made_.entries[ends[place].entries++] = {listed_[i].topic, listed_[i].guard, i}; });
    for (const guard_set& g : guard_sets_) made_.places.each(table, g.set, [&](std::uint32_t place) { made_.guards[ends[place].guards++] = g.guard; });
}

/// The same sets are the same guard.
std::uint32_t pattern_index_builder::guard_of(const std::vector<std::uint32_t>& sets) {
    if (sets.empty()) return 0;
    const auto [at, made] = guards_.emplace(sets, static_cast<std::uint32_t>(guards_.size() + 1));
    if (made)
        for (const std::uint32_t set : sets) guard_sets_.push_back({at->second, set});
    return at->second;
}

pattern_index pattern_index_builder::finish(const word_set_table& table, const symbol_counts& counts) && {
    list(table, counts);
    made_.guard_count = static_cast<std::uint32_t>(guards_.size() + 1);
    return std::move(made_);
}

}  // namespace peersupport::review
