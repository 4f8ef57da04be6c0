// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/pattern_index.hpp"
#include "review/pattern/pattern_match.hpp"
#include "review/pattern/pattern_walk.hpp"
#include "review/pattern/signature.hpp"
#include "review/pattern/text_symbols.hpp"
#include "review/pattern/word_set.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Looks for patterns from their anchors: a token that is one is held against the tokens beside it, and where they fit,
/// the pattern is followed to both sides. Nothing is tried twice from one place. Keeps its memory.
class pattern_matcher {
public:
    /// Calls take(pattern_match) for each pattern of a topic that is wanted(topic) in the sentence of the tokens from `from`
    /// to before `to`. The same match may come more than once.
    template <class Wanted, class Take>
    void run(const pattern_index& index, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text, std::uint32_t from, std::uint32_t to, Wanted wanted, Take take);

private:
    /// Whether a token from `from` to before `to` may be the one that is asked for.
    [[nodiscard]] static bool stands_within(const anchor_side& asked, const text_symbols& text, std::uint32_t from, std::uint32_t to) noexcept {
        if (asked.reach == 0) return true;
        for (; from < to; ++from)
            if (asked.told.meets(text.signatures[from + 1])) return true;
        return false;
    }
    template <class Take>
    static void each_place(const pattern_index& index, const text_symbols& text, std::uint32_t t, Take take);
    template <class Take>
    void follow(const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_before(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_within(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_behind(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);

    struct ending {
        std::uint32_t at, last;
    };
    void find_ends(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t last) {
        ends_.clear();
        walk_.on(x, node, at, x.close, last, [&](std::uint32_t end, std::uint32_t began) { ends_.push_back({end, began}); });
    }

    pattern_walk walk_;
    std::vector<std::uint64_t> guarded_;  ///< by guard: the last sentence looked at in which it stood
    std::uint64_t sentences_ = 0;
    std::vector<std::uint32_t> begins_;
    std::vector<ending> ends_;
};

template <class Take>
void pattern_matcher::from_within(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    begins_.clear();
    walk_.back(x, from.from, begin, x.open, [&](std::uint32_t at) { return begins_.push_back(at), true; });
    std::erase_if(begins_, [&](std::uint32_t at) { return !walk_.can_begin(x, x.open, at); });
    if (begins_.empty()) return;
    find_ends(x, from.to, end, from.ends ? begin : pattern_walk::nowhere);
    for (ending e : ends_)
        if (walk_.can_end(x, x.close, e.at, e.last))
            for (const std::uint32_t b : begins_) take(pattern_match{x.pattern, e.last, b, e.at});
}

template <class Take>
void pattern_matcher::from_before(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    if (!walk_.can_begin(x, from.from, begin)) return;
    begins_.clear();
    walk_.on(x, from.to, end, x.open, from.ends ? begin : pattern_walk::nowhere, [&](std::uint32_t at, std::uint32_t) { begins_.push_back(at); });
    for (const std::uint32_t b : begins_) {
        find_ends(x, x.open, b, from.ends ? begin : pattern_walk::nowhere);
        for (ending e : ends_)
            if (walk_.can_end(x, x.close, e.at, e.last)) take(pattern_match{x.pattern, e.last, b, e.at});
    }
}

template <class Take>
void pattern_matcher::from_behind(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    std::uint32_t last = from.ends ? begin : pattern_walk::nowhere;
    if (!walk_.can_end(x, from.to, end, last)) return;
    ends_.clear();
    walk_.back(x, from.from, begin, x.close, [&](std::uint32_t at) { return ends_.push_back({at, last}), true; });
    for (const ending& e : ends_) {
        begins_.clear();
        walk_.back(x, x.close, e.at, x.open, [&](std::uint32_t at) { return begins_.push_back(at), true; });
        for (const std::uint32_t b : begins_)
            if (walk_.can_begin(x, x.open, b)) take(pattern_match{x.pattern, last, b, e.at});
    }
}

template <class Take>
void pattern_matcher::follow(const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    const expression& x = walk_.index->expressions[from.expression];
    if (from.to <= x.open) from_before(x, from, begin, end, take);
    else if (from.from >= x.close) from_behind(x, from, begin, end, take);
    else from_within(x, from, begin, end, take);
}

/// Calls take(place, end) where something is listed under the token t, and under the phrases that begin with it.
template <class Take>
void pattern_matcher::each_place(const pattern_index& index, const text_symbols& text, std::uint32_t t, Take take) {
    const text_symbols::token_symbols& here = text.tokens[t];
    const text_symbols::token_places& own = here.places[static_cast<std::size_t>(index.purpose)];
    for (std::uint32_t i = 0; i < own.count; ++i) take(own.first[i], t + 1);
    for (std::uint32_t shapes = here.shape & index.places.shapes(); shapes; shapes &= shapes - 1) take(index.places.of_shape(static_cast<unsigned>(std::countr_zero(shapes))), t + 1);
    for (std::uint32_t p = text.first_phrase[t]; p < text.first_phrase[t + 1]; ++p)
        if (const std::uint32_t place = index.places.of_class(text.phrases[p].of); place != symbol_places::none) take(place, t + text.phrases[p].count);
}

template <class Wanted, class Take>
void pattern_matcher::run(const pattern_index& index, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text, std::uint32_t from, std::uint32_t to, Wanted wanted, Take take) {
    walk_.hold(index, sets, members, text);
    if (guarded_.size() < index.guard_count) guarded_.resize(index.guard_count);
    const std::uint64_t now = ++sentences_;
    guarded_[0] = now;
    for (std::uint32_t t = from; t < to; ++t)
        each_place(index, text, t, [&](std::uint32_t place, std::uint32_t) {
            for (std::uint32_t g = index.listed[place].guards; g < index.listed[place + 1].guards; ++g) guarded_[index.guards[g]] = now;
        });
    for (std::uint32_t t = from; t < to; ++t)
        each_place(index, text, t, [&](std::uint32_t place, std::uint32_t end) {
            for (std::uint32_t i = index.listed[place].entries; i < index.listed[place + 1].entries; ++i) {
                const index_entry& entry = index.entries[i];
                if (!wanted(entry.topic) || guarded_[entry.guard] != now) continue;
                const anchor& at = index.anchors[entry.anchor];
                if (stands_within(at.before, text, t - std::min(at.before.reach, t - from), t) && stands_within(at.behind, text, end, std::min(end + at.behind.reach, to))) follow(at, t, end, take);
            }
        });
}

}  // namespace peersupport::review
