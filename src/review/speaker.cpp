// SPDX-License-Identifier: Apache-2.0
#include "review/speaker.hpp"

#include "review/language/word_context.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

namespace wc = word_context;

constexpr std::uint32_t verb_before = 8;   ///< tokens between a speech verb and its quotation
constexpr std::uint32_t verb_after = 5;
constexpr std::uint32_t subject_reach = 7;  ///< tokens between a subject and its verb
constexpr int deepest_quotation = 8;        ///< so many that begin before a place are looked at
constexpr std::uint32_t speech_reach = 60;  ///< tokens that a speech verb may report
constexpr std::uint32_t scare_words = 3;    ///< so few words between marks are a distance, not a quotation

bool ends_clause(const token& t) noexcept { return t.shape & shape::mark && (t.mark == '.' || t.mark == ';' || t.mark == '!' || t.mark == '?'); }

/// Who a token names.
speaker named_by(const reading& in, std::uint32_t t) noexcept {
    const std::uint32_t bits = in.context[t];
    if (bits & (wc::third | wc::family)) return speaker::third;
    if (bits & wc::author) return speaker::author;
    if (bits & wc::person) return speaker::person;
    if (!(in.tokens[t].shape & shape::name)) return speaker::unknown;
    // "her sister Julie", "nurse Kim"
    if (t > 0 && in.context[t - 1] & (wc::third | wc::family)) return speaker::third;
    return speaker::person;
}

/// « Sam m'a dit », « elle nous a dit »: a pronoun between a subject and its verb is nobody who acts.
bool is_object(const reading& in, std::uint32_t t) noexcept {
    if (in.context[t] & wc::object) return true;
    if (!(in.context[t] & wc::author) || t == 0 || in.tokens[t - 1].sentence != in.tokens[t].sentence) return false;
    const speaker before = named_by(in, t - 1);
    return before == speaker::person || before == speaker::third;
}

/// The subject of the verb at v: the nearest before it in its clause.
speaker subject_before(const reading& in, std::uint32_t v) noexcept {
    const std::uint32_t sentence = in.tokens[v].sentence;
    for (std::uint32_t back = 1; back <= subject_reach && back <= v; ++back) {
        const std::uint32_t t = v - back;
        if (in.tokens[t].sentence != sentence || ends_clause(in.tokens[t])) break;
        if (in.context[t] & wc::speech_verb && back > 1) break;
        if (is_object(in, t)) continue;
        if (const speaker s = named_by(in, t); s != speaker::unknown) return s;
    }
    return speaker::unknown;
}

speaker subject_after(const reading& in, std::uint32_t v, std::uint32_t most) noexcept {
    for (std::uint32_t t = v + 1; t < in.tokens.size() && t <= v + most; ++t) {
        if (ends_clause(in.tokens[t])) break;
        if (const speaker s = named_by(in, t); s != speaker::unknown) return s;
    }
    return speaker::unknown;
}

/// Whose words follow from v on. "According to" says so behind it, "in her own words" by itself.
speaker speaker_at_verb(const reading& in, std::uint32_t v) noexcept {
    if (in.context[v] & wc::speech_source) return in.context[v] & wc::third ? speaker::third : speaker::person;
    if (in.context[v] & wc::speech_by) return subject_after(in, v, 4);
    return subject_before(in, v);
}

bool speaks(std::uint32_t bits) noexcept {
    return bits & (wc::speech_source | wc::speech_by) || (bits & wc::speech_verb && !(bits & wc::unspoken));
}

/// Whether the verb at v is one that was not said: "did not say", "never told".
bool is_denied(const reading& in, std::uint32_t v) noexcept {
    for (std::uint32_t back = 1; back <= 2 && back <= v; ++back)
        if (in.tokens[v - back].sentence == in.tokens[v].sentence && in.context[v - back] & wc::negation && !(in.context[v - back] & wc::pseudo_negation)) return true;
    return false;
}

}  // namespace

speaker speaker_of(const reading& in, const quotation& words) {
    const std::uint32_t open = words.begin - 1;
    for (std::uint32_t back = 1; back <= verb_before && back <= open; ++back) {
        const std::uint32_t t = open - back;
        if (ends_clause(in.tokens[t])) break;
        if (!speaks(in.context[t])) continue;
        if (const speaker s = speaker_at_verb(in, t); s != speaker::unknown) return s;
        return speaker::person;
    }
    for (std::uint32_t t = words.end + 1; t < in.tokens.size() && t <= words.end + verb_after; ++t) {
        if (ends_clause(in.tokens[t])) break;
        if (!speaks(in.context[t])) continue;
        // "…," she said / said Sam / dit-elle
        for (std::uint32_t before = words.end + 1; before < t; ++before)
            if (const speaker s = named_by(in, before); s != speaker::unknown) return s;
        if (const speaker s = subject_after(in, t, 3); s != speaker::unknown) return s;
        return speaker::person;
    }
    if (words.end - words.begin > scare_words) return speaker::person;
    return open > 0 && in.tokens[open - 1].mark == ':' ? speaker::person : speaker::unknown;
}

namespace {

/// The speech verb whose reach covers token t, if any: before it in its sentence, with nothing in between that ends what
/// is said.
std::optional<std::uint32_t> verb_over(const reading& in, std::uint32_t t) noexcept {
    const std::uint32_t sentence = in.tokens[t].sentence, first = t > speech_reach ? t - speech_reach : 0;
    for (std::uint32_t at = t; at-- > first;) {
        const token& before = in.tokens[at];
        if (before.sentence != sentence || ends_clause(before)) return std::nullopt;
        if (speaks(in.context[at])) return at;
        if (in.context[at] & wc::terminator_speech) return std::nullopt;
        // "…, and I" begins what the writer did.
        if (in.context[at] & wc::author && at > 0 && !(in.tokens[at - 1].shape & shape::word && !(in.context[at - 1] & wc::terminator))) return std::nullopt;
    }
    return std::nullopt;
}

/// "I'm an addict, she told me.": the verb that closes the sentence behind what it reports.
std::optional<std::uint32_t> verb_behind(const reading& in, std::uint32_t end) noexcept {
    constexpr std::uint32_t subject_words = 3, object_words = 2;
    const std::uint32_t sentence = in.tokens[end - 1].sentence;
    std::uint32_t comma = end;
    while (comma < in.tokens.size() && comma < end + speech_reach && in.tokens[comma].sentence == sentence && in.tokens[comma].mark != ',') ++comma;
    for (std::uint32_t t = comma + 1; t < in.tokens.size() && t <= comma + subject_words && in.tokens[t].sentence == sentence; ++t) {
        if (!speaks(in.context[t]) || t == comma + 1) continue;
        std::uint32_t after = t + 1;
        while (after < in.tokens.size() && after <= t + object_words && in.context[after] & (wc::author | wc::person | wc::object) && in.tokens[after].sentence == sentence) ++after;
        const bool closes = after == in.tokens.size() || in.tokens[after].sentence != sentence || ends_clause(in.tokens[after]) || in.tokens[after].mark == ',';
        return closes ? std::optional(t) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool reports_person(const reading& in, std::uint32_t v) noexcept {
    return speaks(in.context[v]) && !is_denied(in, v) && speaker_at_verb(in, v) == speaker::person;
}

std::optional<spoken> spoken_at(const reading& in, std::uint32_t begin, std::uint32_t end) {
    // Quotations stand in the order of their beginnings; one within another is never far behind it.
    auto q = std::ranges::upper_bound(in.quotations, begin, {}, &quotation::begin);
    for (int nested = 0; q != in.quotations.begin() && nested < deepest_quotation; ++nested)
        if (--q; end <= q->end) return spoken{speaker_of(in, *q), true};
    auto verb = verb_over(in, begin);
    if (!verb) verb = verb_behind(in, end);
    if (!verb) return std::nullopt;
    const speaker by = speaker_at_verb(in, *verb);
    if (by == speaker::author) return std::nullopt;
    return spoken{by, false};
}

}  // namespace peersupport::review
