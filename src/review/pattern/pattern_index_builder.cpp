// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/pattern_index_builder.hpp"

#include "review/pattern/signature.hpp"

#include <algorithm>

namespace peersupport::review {
/// Nodes behind which nothing more need follow.
void pattern_index_builder::find_ends(const pattern_draft& draft) {
    ends_.assign(draft.nodes, false);
    ends_.back() = true;
    // An edge leads onward, so its end is known before its beginning.
    auto edges = draft.edges;
    std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.from > b.from; });
    for (const auto& e : edges)
        if (e.set == pattern_draft::nothing && ends_[e.to]) ends_[e.from] = true;
}

/// Edges by the node they leave, and by the node they reach; those that take one symbol behind the others.
void pattern_index_builder::sort_edges(const pattern_draft& draft, const word_set_table& table) {
    find_ends(draft);
    const auto is_single = [&](std::uint32_t set) {
        return set != pattern_draft::nothing && table.sets[set].count == 1 && table.sets[set].shapes == 0;
    };
    const auto place = [&](std::vector<std::uint32_t>& first, std::vector<std::uint32_t>& first_single, std::vector<expression_edge>& to, auto key, auto other) {
        counts_.assign(draft.nodes + 1, 0);
        for (const auto& e : draft.edges) ++counts_[key(e) + 1];
        for (std::uint32_t n = 0; n < draft.nodes; ++n) counts_[n + 1] += counts_[n];
        const auto base = static_cast<std::uint32_t>(to.size());
        for (std::uint32_t n = 0; n < draft.nodes; ++n) first.push_back(base + counts_[n]);
        const auto node = static_cast<std::uint32_t>(first.size()) - draft.nodes;
        to.resize(to.size() + draft.edges.size());
        for (const bool single : {false, true}) {
            for (const auto& e : draft.edges) {
                if (is_single(e.set) != single) continue;
                const std::uint64_t told = e.set == pattern_draft::nothing ? 0 : single ? table.members[table.sets[e.set].first] : table.sets[e.set].signature;
                to[base + counts_[key(e)]++] = {told, e.set, other(e) & 0x7FFFFFFFU, ends_[e.to] ? 1U : 0U};
            }
            if (!single)
                for (std::uint32_t n = 0; n < draft.nodes; ++n) first_single.push_back(base + counts_[n]);
        }
        for (std::uint32_t n = 0; n < draft.nodes; ++n)
            std::sort(to.begin() + first_single[node + n], to.begin() + base + counts_[n], [](const auto& a, const auto& b) { return a.signature < b.signature; });
    };
    const auto from = [](const pattern_draft::edge& e) { return e.from; };
    const auto to = [](const pattern_draft::edge& e) { return e.to; };
    place(made_.first_out, made_.first_single_out, made_.out, from, to);
    place(made_.first_in, made_.first_single_in, made_.in, to, from);
}

/// What may stand directly before a node; everything where the pattern may begin with it.
std::uint64_t pattern_index_builder::before(const pattern_draft& draft, std::uint32_t node, const word_set_table& table) {
    reached_.assign(draft.nodes, false);
    reached_[node] = true;
    std::uint64_t all = 0;
    const std::uint32_t base = made_.expressions.back().first_node;
    for (std::uint32_t n = node + 1; n-- > 0;) {
        if (!reached_[n]) continue;
        if (n == 0) return ~0ULL;
        for (std::uint32_t e = made_.first_in[base + n]; e < (base + n + 1 < made_.first_in.size() ? made_.first_in[base + n + 1] : made_.in.size()); ++e) {
            if (made_.in[e].set == pattern_draft::nothing) reached_[made_.in[e].node] = true;
            else all |= table.sets[made_.in[e].set].signature;
        }
    }
    return all;
}

std::uint64_t pattern_index_builder::behind(const pattern_draft& draft, std::uint32_t node, const word_set_table& table) {
    reached_.assign(draft.nodes, false);
    reached_[node] = true;
    std::uint64_t all = 0;
    const std::uint32_t base = made_.expressions.back().first_node;
    for (std::uint32_t n = node; n < draft.nodes; ++n) {
        if (!reached_[n]) continue;
        if (n + 1 == draft.nodes) return ~0ULL;
        for (std::uint32_t e = made_.first_out[base + n]; e < (base + n + 1 < made_.first_out.size() ? made_.first_out[base + n + 1] : made_.out.size()); ++e) {
            if (made_.out[e].set == pattern_draft::nothing) reached_[made_.out[e].node] = true;
            else all |= table.sets[made_.out[e].set].signature;
        }
    }
    return all;
}

void pattern_index_builder::add(const pattern_draft& draft, std::uint32_t number, std::uint32_t rule, bool begins_sentence, const word_set_table& table) {
    if (draft.anchors.empty()) return;
    const auto place = static_cast<std::uint32_t>(made_.expressions.size());
    made_.expressions.push_back({number, static_cast<std::uint32_t>(made_.first_out.size()), draft.nodes, draft.open, draft.close, begins_sentence});
    sort_edges(draft, table);
    const std::uint32_t guard = guard_of(draft.guards);
    for (const std::uint32_t a : draft.anchors) {
        const pattern_draft::edge& e = draft.edges[a];
        made_.anchors.push_back({place, e.from, e.to & 0x7FFFFFFFU, ends_[e.to] ? 1U : 0U});
        listed_.push_back({before(draft, e.from, table), behind(draft, e.to, table), e.set, guard, rule});
    }
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
    made_.first_out.push_back(static_cast<std::uint32_t>(made_.out.size()));
    made_.first_in.push_back(static_cast<std::uint32_t>(made_.in.size()));
    made_.entries.fill(table, counts, listed_.size(), [&](std::size_t i) { return listed_[i].set; }, [&](std::size_t i) {
        const listed& l = listed_[i];
        return index_entry{l.before, l.behind, static_cast<std::uint32_t>(i), l.guard, l.rule};
    });
    made_.guards.fill(table, counts, guard_sets_.size(), [&](std::size_t i) { return guard_sets_[i].set; }, [&](std::size_t i) { return guard_sets_[i].guard; });
    made_.guard_count = static_cast<std::uint32_t>(guards_.size() + 1);
    return std::move(made_);
}

}  // namespace peersupport::review
