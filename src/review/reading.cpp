// SPDX-License-Identifier: Apache-2.0
#include "review/reading.hpp"

#include "review/language/tokenizer.hpp"
#include "review/language/word_context.hpp"
#include "review/speaker.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport::review {
namespace {

/// Who a word stands for.
constexpr std::uint32_t whoever = word_context::person | word_context::author | word_context::third | word_context::family;

/// Whether a gap may not reach over this token.
bool breaks_gap_at(const token& t) noexcept {
    if (!(t.shape & shape::mark)) return false;
    return t.mark == '.' || t.mark == ';' || t.mark == ':' || t.mark == '!' || t.mark == '?';
}

}  // namespace

language reading::told_language(const compiled_rules& rules) const {
    std::size_t en = 0, fr = 0;
    for (const token& t : tokens) {
        en += (rules.languages[0].context_of(t.word) & word_context::stopword) != 0;
        fr += (rules.languages[1].context_of(t.word) & word_context::stopword) != 0;
    }
    return fr > en ? language::fr : language::en;
}

/// Marie-Anne is one name.
void reading::join_names(const language_rules& rules) {
    const auto goes_on = [&](const token& first, const token& second) {
        return second.shape & shape::joined && second.shape & shape::capital && second.begin == first.end + 1 && text[first.end] == '-' &&
               rules.context_of(first.word) & word_context::given_name;
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (kept > 0 && goes_on(tokens[kept - 1], tokens[i])) tokens[kept - 1].end = tokens[i].end;
        else tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

/// A capital that is no word anybody knows, or stands inside a sentence, is probably a name; so is an initial.
void reading::find_names(const language_rules& rules) {
    constexpr std::uint32_t no_name = word_context::common | word_context::person | word_context::author | word_context::third;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        token& t = tokens[i];
        if (!(t.shape & shape::capital) || rules.context_of(t.word) & no_name) continue;
        const bool inside = !(t.shape & (shape::sentence | shape::first));
        if (t.shape & shape::single) {
            // "E resisted", "J. came"; English I and A, French Y and À begin sentences of their own, and l', d' are no initials.
            constexpr std::string_view no_initial = "IAY";
            const bool goes_on = i + 1 < tokens.size() && !(tokens[i + 1].shape & shape::paragraph);
            const bool dotted = goes_on && tokens[i + 1].mark == '.';
            const bool plain = t.end - t.begin == 1 && no_initial.find(text[t.begin]) == std::string_view::npos;
            if (dotted || (plain && goes_on && tokens[i + 1].shape & shape::word)) t.shape |= shape::name;
        } else if (rules.context_of(t.word) & word_context::given_name) {
            t.shape |= shape::name;
        } else if (!(t.shape & shape::all_capitals) && (inside || t.word == 0)) {
            t.shape |= shape::name;
        }
    }
}

/// What the person said counts as a word of its own, where it begins.
void reading::find_persons_words(symbol as) {
    for (const quotation& q : quotations)
        if (speaker_of(*this, q) == speaker::person) phrases.push_back({q.begin, 1, as});
    for (std::uint32_t t = 0; t < tokens.size(); ++t)
        if (context[t] & (word_context::speech_verb | word_context::speech_source | word_context::speech_by) && reports_person(*this, t)) phrases.push_back({t, 1, as});
}

/// What each token is by itself.
void reading::find_symbols(const language_rules& rules) {
    symbols.tokens.resize(tokens.size());
    symbols.signatures.assign(tokens.size() + 2, signature::nothing());
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const symbol_row& row = rules.words.of(tokens[t]);
        const std::uint32_t bits = tokens[t].shape | (breaks_gap_at(tokens[t]) ? breaks_gap : 0);
        symbols.tokens[t] = rules.words.token_of(row, true, bits);
        symbols.signatures[t + 1] = row.told | signature::of_shape(bits);
    }
    symbols.take_no_phrases();
}

void reading::find_phrases(const language_rules& rules) {
    phrases.clear();
    somebody_.clear();
    phrase_matches_.clear();
    for (std::uint32_t from = 0, to = 0; from < symbols.size(); from = to) {
        to = symbols.sentence_end(from);
        matcher.run(rules.phrases, rules.sets, rules.set_members, symbols, from, to, [](std::uint32_t) { return true; }, [&](const pattern_match& m) { phrase_matches_.push_back(m); });
    }
    // In the order in which they end; the same words stand for classes in the order in which packs name them.
    std::sort(phrase_matches_.begin(), phrase_matches_.end(), [](const pattern_match& a, const pattern_match& b) { return std::tuple(a.end, a.begin, a.pattern) < std::tuple(b.end, b.begin, b.pattern); });
    phrase_matches_.erase(std::unique(phrase_matches_.begin(), phrase_matches_.end()), phrase_matches_.end());
    for (const pattern_match& m : phrase_matches_) {
        const std::uint32_t count = m.end - m.begin, number = m.pattern - class_symbols;
        const std::uint32_t bits = number < rules.class_context.size() ? rules.class_context[number] : 0;
        if (bits & whoever) somebody_.push_back({m.begin, count, bits});
        else
            for (std::uint32_t t = m.begin; bits && t < m.end; ++t) context[t] |= bits;
        if (!bits && count <= longest_phrase) phrases.push_back({m.begin, count, m.pattern});
    }
    hide_parts(rules);
    find_persons_words(rules.persons_words);
    std::ranges::stable_sort(phrases, {}, &phrase::begin);
}

/// Of several names for somebody that share words, the longest counts: a peer support worker is no person who is
/// supported, and "her" in "her mother" is not the one who acts.
void reading::hide_parts(const language_rules& rules) {
    hidden.assign(tokens.size(), false);
    std::ranges::stable_sort(somebody_, {}, &phrase::count);
    for (const phrase& p : somebody_)
        for (std::uint32_t t = p.begin; t < p.begin + p.count; ++t) context[t] = (context[t] & ~whoever) | p.of;
    for (const phrase& p : phrases)
        if (p.count > 1 && std::ranges::find(rules.people, p.of) != rules.people.end())
            for (std::uint32_t t = p.begin; t < p.begin + p.count; ++t) hidden[t] = true;
    for (std::uint32_t t = 0; t + 1 < tokens.size(); ++t) {
        if (context[t] & word_context::common) tokens[t].shape &= ~shape::name;
        if (!(context[t + 1] & (word_context::family | word_context::third)) || tokens[t + 1].sentence != tokens[t].sentence) continue;
        const auto own = rules.symbols_of(tokens[t]);
        if (std::ranges::find(own, rules.possessive) == own.end()) continue;
        hidden[t] = true;
        context[t] &= ~whoever;
    }
}

/// What each token is beside the others: a part of a longer name for somebody is nobody by itself.
void reading::find_parts(const language_rules& rules) {
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        text_symbols::token_symbols& here = symbols.tokens[t];
        here.shape = tokens[t].shape | (here.shape & breaks_gap);
        if (!hidden[t]) continue;
        const symbol_row& row = rules.words.of(tokens[t]);
        here = rules.words.token_of(row, false, here.shape);
        symbols.signatures[t + 1] = row.without_people | signature::of_shape(here.shape);
    }
    symbols.take_phrases(phrases);
}

void reading::cut(std::string_view what, const compiled_rules& rules) {
    text = what;
    tokens.clear();
    tokenize(what, rules.words, tokens);
}

language reading::tell_language(std::string_view what, const compiled_rules& rules) {
    cut(what, rules);
    return told_language(rules);
}

void reading::read(std::string_view what, const compiled_rules& rules, std::optional<language> given) {
    cut(what, rules);
    in = given ? *given : told_language(rules);
    const language_rules& by = rules.languages[static_cast<std::size_t>(in)];
    join_names(by);
    find_names(by);
    context.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) context[i] = by.context_of(tokens[i].word);
    find_quotations(tokens, quotations);
    find_symbols(by);
    find_phrases(by);
    find_parts(by);
}

}  // namespace peersupport::review
