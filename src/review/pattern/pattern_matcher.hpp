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
    /// Calls take(pattern_match) for each pattern of a wanted rule in the sentences that are looked at: look(first token).
    /// The same match may come more than once.
    template <class Look, class Wanted, class Take>
    void run(const pattern_index& index, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text, Look look, Wanted wanted, Take take);

private:
    template <class List, class Take>
    static void each_entry(const List& list, const text_symbols& text, std::uint32_t t, Take take);
    template <class Wanted, class Take>
    void run_sentence(const text_symbols& text, std::uint32_t from, std::uint32_t to, Wanted& wanted, Take& take);
    template <class Take>
    void follow(const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_before(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_within(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);
    template <class Take>
    void from_behind(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take);

    struct place {
        std::uint32_t at, last;
    };
    void find_ends(const expression& x, std::uint32_t node, std::uint32_t at, std::uint32_t last) {
        ends_.clear();
        walk_.on(x, node, at, x.close, last, [&](std::uint32_t end) { return ends_.push_back({end, walk_.last_at(end)}), true; });
    }

    pattern_walk walk_;
    std::vector<std::uint32_t> guarded_;  ///< by guard: the last sentence in which it stands
    std::uint32_t sentences_ = 0;
    std::vector<std::uint32_t> begins_;
    std::vector<place> ends_;
};

template <class Take>
void pattern_matcher::from_within(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    begins_.clear();
    walk_.back(x, from.from, begin, x.open, [&](std::uint32_t at) { return begins_.push_back(at), true; });
    std::erase_if(begins_, [&](std::uint32_t at) { return !walk_.can_begin(x, x.open, at); });
    if (begins_.empty()) return;
    find_ends(x, from.to, end, from.ends ? begin : pattern_walk::nowhere);
    for (place e : ends_)
        if (walk_.can_end(x, x.close, e.at, e.last))
            for (const std::uint32_t b : begins_) take(pattern_match{x.pattern, e.last, b, e.at});
}

template <class Take>
void pattern_matcher::from_before(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    if (!walk_.can_begin(x, from.from, begin)) return;
    begins_.clear();
    walk_.on(x, from.to, end, x.open, from.ends ? begin : pattern_walk::nowhere, [&](std::uint32_t at) { return begins_.push_back(at), true; });
    for (const std::uint32_t b : begins_) {
        find_ends(x, x.open, b, from.ends ? begin : pattern_walk::nowhere);
        for (place e : ends_)
            if (walk_.can_end(x, x.close, e.at, e.last)) take(pattern_match{x.pattern, e.last, b, e.at});
    }
}

template <class Take>
void pattern_matcher::from_behind(const expression& x, const anchor& from, std::uint32_t begin, std::uint32_t end, Take& take) {
    std::uint32_t last = from.ends ? begin : pattern_walk::nowhere;
    if (!walk_.can_end(x, from.to, end, last)) return;
    ends_.clear();
    walk_.back(x, from.from, begin, x.close, [&](std::uint32_t at) { return ends_.push_back({at, last}), true; });
    for (const place& e : ends_) {
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

/// Calls take(entry, end) for what is listed under the token t, and under the phrases that begin with it.
template <class List, class Take>
void pattern_matcher::each_entry(const List& list, const text_symbols& text, std::uint32_t t, Take take) {
    const text_symbols::token_symbols& here = text.tokens[t];
    for (std::uint32_t i = 0; i < here.count; ++i)
        for (const auto& entry : list.of(here.all[i])) take(entry, t + 1);
    for (std::uint32_t shapes = here.shape & list.shapes(); shapes; shapes &= shapes - 1)
        for (const auto& entry : list.of_shape(static_cast<unsigned>(std::countr_zero(shapes)))) take(entry, t + 1);
    for (std::uint32_t p = text.first_phrase[t]; p < text.first_phrase[t + 1]; ++p)
        for (const auto& entry : list.of(text.phrases[p].of)) take(entry, t + text.phrases[p].count);
}

template <class Wanted, class Take>
void pattern_matcher::run_sentence(const text_symbols& text, std::uint32_t from, std::uint32_t to, Wanted& wanted, Take& take) {
    const pattern_index& index = *walk_.index;
    const std::uint32_t now = ++sentences_;
    guarded_[0] = now;
    for (std::uint32_t t = from; t < to; ++t) each_entry(index.guards, text, t, [&](std::uint32_t guard, std::uint32_t) { guarded_[guard] = now; });
    for (std::uint32_t t = from; t < to; ++t) {
        const std::uint64_t before = t == from ? signature::nothing : text.signatures[t];
        each_entry(index.entries, text, t, [&](const index_entry& e, std::uint32_t end) {
            if (guarded_[e.guard] != now || !(e.before & before) || !wanted(e.rule)) return;
            if (e.behind & (end < to ? text.signatures[end + 1] : signature::nothing)) follow(index.anchors[e.anchor], t, end, take);
        });
    }
}

template <class Look, class Wanted, class Take>
void pattern_matcher::run(const pattern_index& index, std::span<const word_set> sets, std::span<const symbol> members, const text_symbols& text, Look look, Wanted wanted, Take take) {
    walk_.hold(index, sets, members, text);
    if (guarded_.size() < index.guard_count) guarded_.resize(index.guard_count);
    for (std::uint32_t from = 0, to = 0; from < text.size(); from = to) {
        for (to = from + 1; to < text.size() && !(text.tokens[to].shape & shape::sentence);) ++to;
        if (look(from)) run_sentence(text, from, to, wanted, take);
    }
}

}  // namespace peersupport::review
