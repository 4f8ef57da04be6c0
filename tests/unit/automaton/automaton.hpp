// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/symbol.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace peersupport::automaton_oracle {

using namespace review;

/// A pattern that was found.
struct match {
    std::uint32_t pattern;
    std::uint32_t begin, end;            ///< tokens, the end not included
    std::uint32_t mark_begin, mark_end;  ///< the part to underline
    friend bool operator==(const match&, const match&) = default;
};

/// What is under way while a text is read; keeps its memory from text to text.
struct match_room {
    struct run {
        std::uint32_t node, begin, mark_begin, mark_end, gap;
    };
    static constexpr std::size_t longest_phrase = 8;
    std::array<std::vector<run>, longest_phrase> active;
};

/// All patterns of a language at once: how patterns were matched before they were looked for from their rarest words, kept
/// to hold the one against the other. Goes through the tokens once, with every way open at the same time, so nothing is
/// ever read twice; how many ways can be open depends on the patterns, not on the text.
class automaton {
public:
    struct edge {
        std::uint32_t first, count;  ///< into targets
    };
    struct node {
        std::uint64_t filter = 0;  ///< a bit for each symbol that may go on from here
        std::uint32_t first_accept = 0, accept_count = 0;
        std::uint32_t first_epsilon = 0, epsilon_count = 0;
        std::uint32_t first_shape = 0, shape_count = 0;
        std::uint8_t gap = 0;
        bool open = false, close = false, goes_on = false;
    };
    struct shape_edge {
        std::uint32_t any_of;  ///< shape bits
        std::uint32_t target;
    };
    struct slot {
        std::uint64_t key = 0;  ///< node and symbol; 0: free
        edge to{};
    };

    /// Calls take(match) for each pattern found. `symbols_of(i)` gives the symbols of token i, phrases are ascending.
    template <class Symbols, class Take>
    void run(std::span<const token> tokens, std::span<const phrase> phrases, Symbols symbols_of, match_room& room, Take take) const;

private:
    friend class automaton_builder;

    [[nodiscard]] static std::uint64_t bit(symbol s) noexcept { return 1ULL << ((s * 0x9E3779B1U) >> 26U); }
    [[nodiscard]] static std::uint64_t key(std::uint32_t at, symbol s) noexcept {
        return (static_cast<std::uint64_t>(at) + 1) << 32U | s;
    }
    [[nodiscard]] std::span<const std::uint32_t> targets(std::uint32_t from, symbol s) const noexcept {
        if (slots_.empty()) return {};
        const std::uint64_t wanted = key(from, s);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = (wanted * 0x9E3779B97F4A7C15ULL) >> 40U;; ++at) {
            const slot& found = slots_[at & mask];
            if (found.key == wanted) return std::span(targets_).subspan(found.to.first, found.to.count);
            if (found.key == 0) return {};
        }
    }

    template <class Take>
    void enter(std::uint32_t to, match_room::run from, std::uint32_t at, match_room& room, Take& take) const {
        const node& n = nodes_[to];
        if (n.open) from.mark_begin = at;
        if (n.close) from.mark_end = at;
        for (std::uint32_t i = 0; i < n.accept_count; ++i) {
            const bool marked = from.mark_end != unset;
            take(match{accepts_[n.first_accept + i], from.begin, at, marked ? from.mark_begin : from.begin, marked ? from.mark_end : at});
        }
        if (n.goes_on) room.active[at % match_room::longest_phrase].push_back({to, from.begin, from.mark_begin, from.mark_end, n.gap});
        for (std::uint32_t i = 0; i < n.epsilon_count; ++i) enter(epsilons_[n.first_epsilon + i], from, at, room, take);
    }

    template <class Take>
    void widen(match_room::run from, std::uint32_t at, match_room& room, Take& take) const {
        --from.gap;
        room.active[at % match_room::longest_phrase].push_back(from);
        const node& n = nodes_[from.node];
        // A gap that ends a pattern ends it at every length.
        for (std::uint32_t i = 0; i < n.accept_count; ++i) {
            const bool marked = from.mark_end != unset;
            take(match{accepts_[n.first_accept + i], from.begin, at, marked ? from.mark_begin : from.begin, marked ? from.mark_end : at});
        }
        for (std::uint32_t i = 0; i < n.epsilon_count; ++i) enter(epsilons_[n.first_epsilon + i], from, at, room, take);
    }

    static constexpr std::uint32_t unset = 0xFFFFFFFFU;
    static constexpr std::uint32_t root = 0, sentence_root = 1;

    std::vector<node> nodes_;
    std::vector<slot> slots_;
    std::vector<std::uint32_t> targets_, epsilons_, accepts_;
    std::vector<shape_edge> shapes_;
};

/// Whether a gap may not reach over this token.
[[nodiscard]] inline bool breaks(const token& t) noexcept {
    if (!(t.shape & shape::mark)) return false;
    return t.mark == '.' || t.mark == ';' || t.mark == ':' || t.mark == '!' || t.mark == '?';
}

template <class Symbols, class Take>
void automaton::run(std::span<const token> tokens, std::span<const phrase> phrases, Symbols symbols_of, match_room& room, Take take) const {
    for (auto& runs : room.active) runs.clear();
    std::size_t next_phrase = 0;
    const auto step = [&](const match_room::run& from, symbol s, std::uint32_t at) {
        if (!(nodes_[from.node].filter & bit(s))) return;
        for (const std::uint32_t to : targets(from.node, s)) enter(to, from, at, room, take);
    };
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        const token& word = tokens[t];
        auto& runs = room.active[t % match_room::longest_phrase];
        if (word.shape & shape::sentence) runs.clear();
        // Beginning anew is like having a way open at the root, without and with what may stand before the first word.
        const std::size_t continued = runs.size();
        enter(root, {root, t, unset, unset, 0}, t, room, take);
        if (word.shape & (shape::sentence | shape::first)) enter(sentence_root, {sentence_root, t, unset, unset, 0}, t, room, take);
        const std::span<const symbol> symbols = symbols_of(t);
        const std::size_t first_phrase = next_phrase;
        while (next_phrase < phrases.size() && phrases[next_phrase].begin == t) ++next_phrase;
        const bool passable = !breaks(word);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const match_room::run from = runs[i];
            for (const symbol s : symbols) step(from, s, t + 1);
            const node& n = nodes_[from.node];
            for (std::uint32_t k = 0; k < n.shape_count; ++k) {
                const shape_edge& e = shapes_[n.first_shape + k];
                if (word.shape & e.any_of) enter(e.target, from, t + 1, room, take);
            }
            for (std::size_t p = first_phrase; p < next_phrase; ++p) step(from, phrases[p].of, t + phrases[p].count);
            // A gap that takes this word goes on, and so does whatever may follow it without a word of its own.
            if (from.gap && passable && i < continued) widen(from, t + 1, room, take);
        }
        runs.clear();
    }
}

}  // namespace peersupport::automaton_oracle
