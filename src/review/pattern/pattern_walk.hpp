// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/pattern_draft.hpp"
#include "review/pattern/pattern_index.hpp"
#include "review/pattern/text_symbols.hpp"
#include "review/pattern/word_set.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Follows one pattern through a text from a node and a place, onward or back, with every way open at the same time: the
/// nodes reached before each of the next few tokens are bits, and each bit is looked at once.
class pattern_walk {
public:
    void hold(const pattern_index& of, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text) noexcept {
        index = &of;
        sets_ = sets;
        members_ = members;
        text_ = &text;
    }

    /// Calls reach(place) for each place at which a walk from `node` at `at` comes to `goal`, ascending; until it says
    /// false. `last`: where the element before began, if nothing more need follow it.
    template <class Reach>
    void on(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, std::uint32_t last, Reach reach);
    /// The same towards the beginning, descending.
    template <class Reach>
    void back(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, Reach reach);

    /// Whether the pattern can begin so that it comes to `node` at `at`.
    [[nodiscard]] bool can_begin(const expression& x, std::uint32_t node, std::uint32_t at);
    /// Whether it can end from there; if so, `last`, where the element before began, becomes that of the first to end it.
    [[nodiscard]] bool can_end(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t& last);

    /// Where the last element began of the way that reached a place just told.
    [[nodiscard]] std::uint32_t last_at(std::uint32_t at) const noexcept { return last_[at % places]; }

    const pattern_index* index = nullptr;
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

private:
    static constexpr std::uint32_t places = longest_phrase + 1;
    void start(const expression& x, std::uint32_t node, std::uint32_t at) {
        width_ = (x.nodes + 63) / 64;
        if (reached_.size() < std::size_t{places} * width_) reached_.resize(std::size_t{places} * width_);
        std::fill_n(reached_.begin(), std::size_t{places} * width_, 0);
        for (std::uint32_t i = 1; i < places; ++i) last_[(at + i) % places] = nowhere;
        set(at, node);
    }
    [[nodiscard]] std::uint64_t* at_place(std::uint32_t at) noexcept { return reached_.data() + std::size_t{at % places} * width_; }
    void set(std::uint32_t at, std::uint32_t node) noexcept { at_place(at)[node / 64] |= 1ULL << (node % 64); }

    [[nodiscard]] bool takes(const word_set& set, std::uint32_t t) const noexcept {
        const text_symbols::token_symbols& here = text_->tokens[t];
        if (set.any) return !(here.shape & breaks_gap);
        if (here.shape & set.shapes) return true;
        for (std::uint32_t i = 0; i < here.count; ++i)
            if (word_set_table::has(set, members_, here.all[i])) return true;
        return false;
    }
    /// Edges that take just this symbol.
    template <class Take>
    static void each_single(const std::vector<expression_edge>& edges, std::uint32_t from, std::uint32_t to, symbol s, Take take) {
        if (s < edges[from].signature || s > edges[to - 1].signature) return;
        while (to - from > 8) {
            const std::uint32_t middle = from + (to - from) / 2;
            if (edges[middle].signature < s) from = middle + 1;
            else if (edges[middle].signature > s) to = middle;
            else break;
        }
        if (to - from > 8) {
            std::uint32_t first = from + (to - from) / 2;
            while (first > from && edges[first - 1].signature == s) --first;
            from = first;
        }
        for (; from < to && edges[from].signature <= s; ++from)
            if (edges[from].signature == s) take(edges[from]);
    }
    [[nodiscard]] bool has(const word_set& set, symbol s) const noexcept { return word_set_table::has(set, members_, s); }

    std::span<const word_set> sets_;
    std::span<const symbol> members_;
    const text_symbols* text_ = nullptr;
    std::uint32_t width_ = 0;
    std::vector<std::uint64_t> reached_;
    std::array<std::uint32_t, places> last_{};
};

template <class Reach>
void pattern_walk::on(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, std::uint32_t last, Reach reach) {
    last_[at % places] = last;
    if (node == goal) return void(reach(at));
    start(x, node, at);
    const std::uint32_t size = text_->size();
    for (std::uint32_t furthest = at; at <= furthest; ++at) {
        const std::uint64_t next = at < size && !(text_->tokens[at].shape & shape::sentence) ? text_->signatures[at + 1] : 0;
        std::uint64_t* here = at_place(at);
        for (std::uint32_t w = 0; w < width_; ++w)
            while (here[w]) {
                const std::uint32_t n = w * 64 + static_cast<std::uint32_t>(std::countr_zero(here[w]));
                here[w] &= here[w] - 1;
                if (n == goal) {
                    if (!reach(at)) return;
                    continue;
                }
                const auto land = [&](const expression_edge& over, std::uint32_t place) {
                    set(place, over.node);
                    furthest = std::max(furthest, place);
                    if (over.ends) last_[place % places] = std::min(last_[place % places], at);
                };
                const std::uint32_t singles = index->first_single_out[x.first_node + n];
                for (std::uint32_t e = index->first_out[x.first_node + n]; e < singles; ++e) {
                    const expression_edge& edge = index->out[e];
                    if (edge.set == pattern_draft::nothing) {
                        here[edge.node / 64] |= 1ULL << (edge.node % 64);
                        continue;
                    }
                    if (!(edge.signature & next)) continue;
                    const word_set& set_of = sets_[edge.set];
                    if (takes(set_of, at)) land(edge, at + 1);
                    if (!set_of.has_class) continue;
                    for (std::uint32_t p = text_->first_phrase[at]; p < text_->first_phrase[at + 1]; ++p)
                        if (const phrase& said = text_->phrases[p]; has(set_of, said.of)) land(edge, at + said.count);
                }
                const std::uint32_t end = index->first_out[x.first_node + n + 1];
                if (!next || singles == end) continue;
                const text_symbols::token_symbols& word = text_->tokens[at];
                for (std::uint32_t i = 0; i < word.count; ++i) each_single(index->out, singles, end, word.all[i], [&](const expression_edge& edge) { land(edge, at + 1); });
                for (std::uint32_t p = text_->first_phrase[at]; p < text_->first_phrase[at + 1]; ++p)
                    each_single(index->out, singles, end, text_->phrases[p].of, [&](const expression_edge& edge) { land(edge, at + text_->phrases[p].count); });
            }
        last_[at % places] = nowhere;
    }
}

template <class Reach>
void pattern_walk::back(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t goal, Reach reach) {
    if (node == goal) return void(reach(at));
    start(x, node, at);
    for (std::uint32_t furthest = at;; --at) {
        const std::uint64_t next = at > 0 && !(text_->tokens[at].shape & shape::sentence) ? text_->signatures[at] : 0;
        std::uint64_t* here = at_place(at);
        for (std::uint32_t w = width_; w-- > 0;)
            while (here[w]) {
                const auto high = 63U - static_cast<std::uint32_t>(std::countl_zero(here[w]));
                const std::uint32_t n = w * 64 + high;
                here[w] &= ~(1ULL << high);
                if (n == goal) {
                    if (!reach(at)) return;
                    continue;
                }
                const auto land = [&](const expression_edge& over, std::uint32_t place) {
                    set(place, over.node);
                    furthest = std::min(furthest, place);
                };
                const std::uint32_t singles = index->first_single_in[x.first_node + n];
                for (std::uint32_t e = index->first_in[x.first_node + n]; e < singles; ++e) {
                    const expression_edge& edge = index->in[e];
                    if (edge.set == pattern_draft::nothing) {
                        here[edge.node / 64] |= 1ULL << (edge.node % 64);
                        continue;
                    }
                    if (!(edge.signature & next)) continue;
                    const word_set& set_of = sets_[edge.set];
                    if (takes(set_of, at - 1)) land(edge, at - 1);
                    if (!set_of.has_class) continue;
                    for (std::uint32_t p = text_->first_ending[at]; p < text_->first_ending[at + 1]; ++p)
                        if (const phrase& said = text_->ending[p]; has(set_of, said.of)) land(edge, said.begin);
                }
                const std::uint32_t end = index->first_in[x.first_node + n + 1];
                if (!next || singles == end) continue;
                const text_symbols::token_symbols& word = text_->tokens[at - 1];
                for (std::uint32_t i = 0; i < word.count; ++i) each_single(index->in, singles, end, word.all[i], [&](const expression_edge& edge) { land(edge, at - 1); });
                for (std::uint32_t p = text_->first_ending[at]; p < text_->first_ending[at + 1]; ++p)
                    each_single(index->in, singles, end, text_->ending[p].of, [&](const expression_edge& edge) { land(edge, text_->ending[p].begin); });
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
    on(x, node, at, x.nodes - 1, last, [&](std::uint32_t place) { return can = true, first = std::min(first, last_at(place)), true; });
    last = first;
    return can;
}

}  // namespace peersupport::review
