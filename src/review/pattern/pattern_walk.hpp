// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/pattern.hpp"
#include "review/pattern/pattern_index.hpp"
#include "review/pattern/text_symbols.hpp"
#include "review/pattern/word_set_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Nodes that a walk has reached before each of the next few tokens, as bits. Patterns of up to 64 nodes need one word a
/// place, which stays on the stack.
class narrow_places {
public:
    static constexpr std::uint32_t count = std::bit_ceil(std::max(longest_phrase, pattern_limits::gap) + 1);
    narrow_places(std::vector<std::uint64_t>&, std::uint32_t) noexcept {}
    [[nodiscard]] static constexpr std::uint32_t width() noexcept { return 1; }
    [[nodiscard]] std::uint64_t* at(std::uint32_t place) noexcept { return &reached_[place % count]; }

private:
    std::array<std::uint64_t, count> reached_{};
};
/// Longer patterns use memory that is kept.
class wide_places {
public:
    wide_places(std::vector<std::uint64_t>& kept, std::uint32_t nodes) : width_((nodes + 63) / 64), reached_(kept) { kept.assign(std::size_t{narrow_places::count} * width_, 0); }
    [[nodiscard]] std::uint32_t width() const noexcept { return width_; }
    [[nodiscard]] std::uint64_t* at(std::uint32_t place) noexcept { return reached_.data() + std::size_t{place % narrow_places::count} * width_; }

private:
    std::uint32_t width_;
    std::vector<std::uint64_t>& reached_;
};

/// Follows one pattern through a text from a node and a place, onward or back, with every way open at the same time: each
/// node that is reached before a token is looked at once.
class pattern_walk {
public:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

    void hold(const pattern_index& of, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text) noexcept {
        index = &of;
        sets_ = sets;
        members_ = members;
        text_ = &text;
    }

    /// Calls reach(place, where the last element began of the way there) for each place at which a walk from `node` at `at`
    /// comes to `goal`, ascending. `last`: where the element before began, if nothing more need follow it.
    template <class Reach>
    void on(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, std::uint32_t last, Reach reach) {
        if (node == goal) return void(reach(at, last));
        if (x.nodes <= 64) walk_on<narrow_places>(x, node, at, goal, last, reach);
        else walk_on<wide_places>(x, node, at, goal, last, reach);
    }
    /// Calls reach(place) for each place that a walk towards the beginning comes to, descending; until it says false.
    template <class Reach>
    void back(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, Reach reach) {
        if (node == goal) return void(reach(at));
        if (x.nodes <= 64) walk_back<narrow_places>(x, node, at, goal, reach);
        else walk_back<wide_places>(x, node, at, goal, reach);
    }

    /// Whether the pattern can begin so that it comes to `node` at `at`.
    [[nodiscard]] bool can_begin(const expression& x, std::uint32_t node, std::uint32_t at);
    /// Whether it can end from there; if so, `last`, where the element before began, becomes that of the first to end it.
    [[nodiscard]] bool can_end(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t& last);

    const pattern_index* index = nullptr;

private:
    template <class Places, class Reach>
    void walk_on(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, std::uint32_t last, Reach& reach);
    template <class Places, class Reach>
    void walk_back(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, Reach& reach);

    [[nodiscard]] bool has(std::uint32_t t, symbol s) const noexcept {
        const text_symbols::token_symbols& here = text_->tokens[t];
        for (std::uint32_t i = 0; i < here.count; ++i)
            if (here.all[i] == s) return true;
        return false;
    }
    [[nodiscard]] bool takes(const word_set& set, std::uint32_t t) const noexcept {
        const text_symbols::token_symbols& here = text_->tokens[t];
        if (here.shape & set.shapes) return true;
        // A token is its word, perhaps with its accents, and then a member of classes, of which sets name few.
        for (std::uint32_t i = 0; i < here.count && here.all[i] < class_symbols; ++i)
            if (word_set_table::has(set, members_, here.all[i])) return true;
        if (!set.has_class) return false;
        const signature& told = text_->signatures[t + 1];
        for (std::uint32_t m = set.first + set.count; m-- > set.first && members_[m] >= class_symbols;)
            if (signature::of(members_[m]).meets(told) && has(t, members_[m])) return true;
        return false;
    }
    /// Calls land(edge, tokens) for the edges of a node that take the token t or one of the phrases beside it.
    template <class Land>
    void each_taken(const std::vector<expression_edge>& edges, const expression_node& node, std::uint32_t t, std::span<const phrase> beside, Land land) const {
        const signature& told = text_->signatures[t + 1];
        for (std::uint32_t e = node.sets; e < node.singles; ++e) {
            const word_set& wanted = sets_[edges[e].takes];
            if (!wanted.told.meets(told)) continue;
            if (takes(wanted, t)) land(edges[e], 1U);
            if (!wanted.has_class) continue;
            for (const phrase& said : beside)
                if (word_set_table::has(wanted, members_, said.of)) land(edges[e], said.count);
        }
        constexpr std::uint32_t few = 8;
        if (node.end - node.singles > few) return each_of_many(edges, node.singles, node.end, t, beside, land);
        for (std::uint32_t e = node.singles; e < node.end; ++e) {
            if (!signature::of(edges[e].takes).meets(told)) continue;
            if (has(t, edges[e].takes)) land(edges[e], 1U);
            for (const phrase& said : beside)
                if (said.of == edges[e].takes) land(edges[e], said.count);
        }
    }
    template <class Land>
    void each_of_many(const std::vector<expression_edge>& edges, std::uint32_t from, std::uint32_t end, std::uint32_t t, std::span<const phrase> beside, Land& land) const {
        const auto each = [&](symbol s, std::uint32_t tokens) {
            const auto last = edges.begin() + end;
            auto edge = std::lower_bound(edges.begin() + from, last, s, [](const expression_edge& e, symbol wanted) { return e.takes < wanted; });
            for (; edge != last && edge->takes == s; ++edge) land(*edge, tokens);
        };
        const text_symbols::token_symbols& word = text_->tokens[t];
        for (std::uint32_t i = 0; i < word.count; ++i) each(word.all[i], 1);
        for (const phrase& said : beside) each(said.of, said.count);
    }
    /// Whether reading may go on with the token t behind the place, or back with the one before it.
    [[nodiscard]] bool may_follow(const expression_node& node, std::uint32_t at) const noexcept {
        return node.next.meets(is_open(at) ? text_->signatures[at + 1] : signature::nothing());
    }
    [[nodiscard]] bool may_precede(const expression_node& node, std::uint32_t at) const noexcept {
        return node.next.meets(at > 0 && !begins_sentence(at) ? text_->signatures[at] : signature::nothing());
    }
    /// Whether a token of the same sentence stands at a place that is reached from before.
    [[nodiscard]] bool is_open(std::uint32_t at) const noexcept { return at < text_->size() && !begins_sentence(at); }
    [[nodiscard]] bool begins_sentence(std::uint32_t at) const noexcept { return at < text_->size() && text_->tokens[at].shape & shape::sentence; }
    [[nodiscard]] bool stops_gap(std::uint32_t t) const noexcept { return text_->tokens[t].shape & breaks_gap; }
    [[nodiscard]] std::span<const phrase> beginning(std::uint32_t t) const noexcept {
        return {text_->phrases.data() + text_->first_phrase[t], text_->first_phrase[t + 1] - text_->first_phrase[t]};
    }
    [[nodiscard]] std::span<const phrase> ending(std::uint32_t before) const noexcept {
        return {text_->ending.data() + text_->first_ending[before], text_->first_ending[before + 1] - text_->first_ending[before]};
    }

    std::span<const word_set> sets_;
    std::span<const symbol> members_;
    const text_symbols* text_ = nullptr;
    std::vector<std::uint64_t> kept_;
};

template <class Places, class Reach>
void pattern_walk::walk_on(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, std::uint32_t last, Reach& reach) {
    constexpr std::uint32_t places = narrow_places::count;
    const expression_node* nodes = index->onward.nodes.data() + x.first_node;
    const std::vector<expression_edge>& edges = index->onward.edges;
    Places reached(kept_, x.nodes);
    std::array<std::uint32_t, places> began;
    began.fill(nowhere);
    began[at % places] = last;
    std::uint32_t furthest = at;
    const auto come = [&](const expression_edge& over, std::uint32_t to) {
        if (!may_follow(nodes[over.node], to)) return;
        reached.at(to)[over.node / 64] |= 1ULL << (over.node % 64);
        furthest = std::max(furthest, to);
    };
    const auto end_at = [&](const expression_edge& over, std::uint32_t to, std::uint32_t begin) {
        if (over.ends) began[to % places] = std::min(began[to % places], begin);
    };
    reached.at(at)[node / 64] = 1ULL << (node % 64);
    for (; at <= furthest; ++at) {
        const bool open = is_open(at);
        const std::span<const phrase> beside = open ? beginning(at) : std::span<const phrase>();
        std::uint64_t* here = reached.at(at);
        for (std::uint32_t w = 0; w < reached.width(); ++w)
            while (here[w]) {
                const std::uint32_t n = w * 64 + static_cast<std::uint32_t>(std::countr_zero(here[w]));
                here[w] &= here[w] - 1;
                if (n == goal) {
                    reach(at, began[at % places]);
                    continue;
                }
                const expression_node& from = nodes[n];
                for (std::uint32_t e = from.first; e < from.gaps; ++e) come(edges[e], at);
                for (std::uint32_t e = from.gaps; e < from.sets; ++e)
                    for (std::uint32_t to = at;; ++to) {
                        come(edges[e], to);
                        if (to == at + edges[e].most || !is_open(to) || stops_gap(to)) break;
                        end_at(edges[e], to + 1, to);
                    }
                if (open)
                    each_taken(edges, from, at, beside, [&](const expression_edge& over, std::uint32_t tokens) {
                        come(over, at + tokens);
                        end_at(over, at + tokens, at);
                    });
            }
        began[at % places] = nowhere;
    }
}

template <class Places, class Reach>
void pattern_walk::walk_back(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, Reach& reach) {
    const expression_node* nodes = index->back.nodes.data() + x.first_node;
    const std::vector<expression_edge>& edges = index->back.edges;
    Places reached(kept_, x.nodes);
    std::uint32_t furthest = at;
    const auto come = [&](const expression_edge& over, std::uint32_t to) {
        if (!may_precede(nodes[over.node], to)) return;
        reached.at(to)[over.node / 64] |= 1ULL << (over.node % 64);
        furthest = std::min(furthest, to);
    };
    reached.at(at)[node / 64] = 1ULL << (node % 64);
    for (;; --at) {
        const bool open = at > 0 && !begins_sentence(at);
        const std::span<const phrase> beside = open ? ending(at) : std::span<const phrase>();
        std::uint64_t* here = reached.at(at);
        for (std::uint32_t w = reached.width(); w-- > 0;)
            while (here[w]) {
                const auto high = 63U - static_cast<std::uint32_t>(std::countl_zero(here[w]));
                const std::uint32_t n = w * 64 + high;
                here[w] &= ~(1ULL << high);
                if (n == goal) {
                    if (!reach(at)) return;
                    continue;
                }
                const expression_node& from = nodes[n];
                for (std::uint32_t e = from.first; e < from.gaps; ++e) come(edges[e], at);
                for (std::uint32_t e = from.gaps; e < from.sets; ++e)
                    for (std::uint32_t to = at;; --to) {
                        come(edges[e], to);
                        if (at - to == edges[e].most || to == 0 || begins_sentence(to) || stops_gap(to - 1)) break;
                    }
                if (open) each_taken(edges, from, at - 1, beside, [&](const expression_edge& over, std::uint32_t tokens) { come(over, at - tokens); });
            }
        if (at == furthest) return;
    }
}

inline bool pattern_walk::can_begin(const expression& x, std::uint32_t node, std::uint32_t at) {
    bool can = false;
    back(x, node, at, 0, [&](std::uint32_t first) {
        can = !x.begins_sentence || text_->tokens[first].shape & (shape::sentence | shape::first);
        return !can;
    });
    return can;
}

inline bool pattern_walk::can_end(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t& last) {
    bool can = false;
    std::uint32_t first = nowhere;
    on(x, node, at, x.nodes - 1, last, [&](std::uint32_t, std::uint32_t began) { can = true, first = std::min(first, began); });
    last = first;
    return can;
}

}  // namespace peersupport::review
