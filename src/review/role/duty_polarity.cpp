// SPDX-License-Identifier: Apache-2.0
#include "review/role/duty_polarity.hpp"

#include "review/language/letter.hpp"
#include "review/language/word_context.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

namespace wc = word_context;

constexpr std::uint32_t clause_reach = 60;   ///< tokens that "does not" reaches, through the commas of a list
constexpr std::uint32_t plain_reach = 6;     ///< tokens that a denial inside a clause reaches: "no", "without"
constexpr std::uint32_t opening_words = 6;   ///< a denial so near the beginning of a clause denies all of it
constexpr std::uint32_t helping_reach = 14;  ///< tokens between "support people to" and what they do
constexpr std::uint32_t subject_reach = 4;
constexpr std::uint32_t own_denial = 2;
constexpr std::uint32_t article_letters = 3; ///< the, our; les, une
constexpr std::uint32_t behind_reach = 16;
constexpr std::uint32_t agent_reach = 2;     ///< "medication is given by the nurses"
constexpr std::uint32_t whoever = wc::person | wc::third | wc::family | wc::author;

/// However its accents and its apostrophe are written.
std::uint32_t letters_of(const reading& in, const token& t) noexcept {
    std::uint32_t count = 0;
    each_letter(in.text.substr(t.begin, t.end - t.begin), [&](const letter& l, std::size_t) { count += l.kind == letter_kind::letter; });
    return count;
}

/// A clause before a place, read backwards from it.
class clause_before {
public:
    clause_before(const reading& in, std::uint32_t begin) noexcept : in_(in), begin_(begin), first_(first_token()) {}

    [[nodiscard]] bool is_denied() const noexcept {
        bool comma = false;
        for (std::uint32_t t = begin_; t-- > first_;) {
            const std::uint32_t bits = in_.context[t];
            if (bits & wc::exclusion) return true;
            if (bits & wc::negation && !(bits & wc::pseudo_negation)) {
                if (!comma && begin_ - t <= plain_reach) return true;
                if (t - first_ < opening_words && !(bits & wc::negation_of_noun)) return true;
            }
            comma = comma || in_.tokens[t].mark == ',';
        }
        return false;
    }

    /// "Supports people to …": a word of helping, and the person it is for.
    [[nodiscard]] bool is_helped() const noexcept {
        bool person = false;
        const std::uint32_t least = begin_ - first_ > helping_reach ? begin_ - helping_reach : first_;
        for (std::uint32_t t = begin_; t-- > least;) {
            person = person || in_.context[t] & wc::person;
            if (person && in_.context[t] & wc::helping) return true;
        }
        return false;
    }

    /// Bits of whoever stands right before, as the one who acts.
    [[nodiscard]] std::uint32_t subject() const noexcept {
        for (std::uint32_t back = 1; back <= subject_reach && begin_ - back >= first_ && back <= begin_; ++back) {
            const std::uint32_t t = begin_ - back, bits = in_.context[t];
            if (in_.tokens[t].shape & shape::mark) return 0;
            if (bits & wc::before_object) return 0;
            if (bits & whoever && !(bits & wc::object)) return is_object(t) ? 0 : bits & whoever;
            if (in_.tokens[t].shape & shape::name) return is_object(t) ? 0 : wc::person;
        }
        return 0;
    }

    /// "The counsellors carry the files and do the assessments": whoever opens the clause acts in all of it, as long as
    /// nobody else is named.
    [[nodiscard]] std::uint32_t opening_subject() const noexcept {
        std::uint32_t opener = 0, from = first_;
        // « À l'étage du dessus, la clinique… »: where something happens acts in nothing.
        if (from < begin_ && in_.context[from] & wc::before_object)
            while (from < begin_ && in_.tokens[from].mark != ',') ++from;
        const std::uint32_t opens = from;
        for (std::uint32_t t = from; t < begin_; ++t) {
            const std::uint32_t bits = in_.context[t] & whoever;
            if (in_.tokens[t].mark == ':' || (!opener && in_.context[t] & wc::before_object)) return 0;
            if (!bits) continue;
            if (!opener && !may_open(opens, t)) return 0;
            if (opener && bits != opener) return 0;
            opener = bits;
        }
        return opener;
    }

private:
    /// "The nurses", "our housing workers"; not "Accompanies the nurse".
    [[nodiscard]] bool may_open(std::uint32_t opens, std::uint32_t t) const noexcept {
        while (opens < t && in_.tokens[opens].shape & shape::mark) ++opens;
        const token& first = in_.tokens[opens];
        return t == opens || (t - opens < subject_reach && letters_of(in_, first) <= article_letters);
    }

    /// "with the nurses", "for people"
    [[nodiscard]] bool is_object(std::uint32_t t) const noexcept {
        if (t + 1 < begin_ && in_.context[t + 1] & wc::terminator) return false;
        for (std::uint32_t back = 1; back <= 3 && back <= t && t - back >= first_; ++back) {
            if (in_.context[t - back] & wc::before_object) return true;
            if (in_.tokens[t - back].shape & shape::mark) return false;
        }
        return false;
    }

    [[nodiscard]] std::uint32_t first_token() const noexcept {
        const std::uint32_t sentence = in_.tokens[begin_].sentence, least = begin_ > clause_reach ? begin_ - clause_reach : 0;
        std::uint32_t t = begin_;
        while (t > least && in_.tokens[t - 1].sentence == sentence && !ends(t - 1)) --t;
        return t;
    }

    [[nodiscard]] bool ends(std::uint32_t t) const noexcept {
        const char mark = in_.tokens[t].mark;
        return mark == ';' || mark == '.' || mark == '!' || mark == '?' || (in_.context[t] & wc::terminator && !(in_.context[t] & (wc::exclusion | wc::negation)));
    }

    const reading& in_;
    std::uint32_t begin_, first_;
};

/// Bits of the words behind a place, up to the end of its clause.
std::uint32_t said_behind(const reading& in, std::uint32_t end, std::uint32_t reach, bool through_commas) noexcept {
    std::uint32_t bits = 0;
    const std::uint32_t sentence = in.tokens[end - 1].sentence;
    for (std::uint32_t t = end; t < in.tokens.size() && t < end + reach && in.tokens[t].sentence == sentence; ++t) {
        const char mark = in.tokens[t].mark;
        if (mark == ';' || mark == '.' || (mark == ',' && !through_commas)) break;
        bits |= in.context[t];
    }
    return bits;
}

/// "non-compliant"
bool is_joined(const reading& in, std::uint32_t t) noexcept { return t < in.tokens.size() && in.tokens[t].shape & shape::joined; }

/// « prennent pas la saturation »: what was found begins with its denial. One further on denies something else: "note who
/// is not up", "share without consent".
bool denies_itself(const reading& in, std::uint32_t begin, std::uint32_t end) noexcept {
    for (std::uint32_t t = begin; t < end && t < begin + own_denial; ++t)
        if (in.context[t] & wc::negation && !(in.context[t] & (wc::pseudo_negation | wc::negation_of_noun)) && !is_joined(in, t + 1)) return true;
    return false;
}

}  // namespace

duty_polarity polarity_of(const reading& in, std::span<const token_range> excluded, std::uint32_t begin, std::uint32_t end) noexcept {
    for (const token_range& range : excluded)
        if (range.begin <= begin && begin < range.end) return duty_polarity::does_not;
    const clause_before clause(in, begin);
    if (denies_itself(in, begin, end) || clause.is_denied() || said_behind(in, end, behind_reach, true) & wc::exclusion_behind) return duty_polarity::does_not;
    if (said_behind(in, end, agent_reach, false) & wc::agent) return duty_polarity::others;
    const std::uint32_t nearest = clause.subject(), subject = nearest ? nearest : clause.opening_subject() & (wc::third | wc::family);
    if (subject & (wc::third | wc::family)) return duty_polarity::others;
    if (subject & wc::person || clause.is_helped()) return duty_polarity::helps;
    for (std::uint32_t t = begin; t < end; ++t)
        if (in.context[t] & wc::helping && t > begin) return duty_polarity::helps;
    return duty_polarity::does;
}

bool is_conditional(const reading& in, std::uint32_t begin) noexcept {
    const std::uint32_t sentence = in.tokens[begin].sentence;
    std::uint32_t t = begin;
    while (t > 0 && in.tokens[t - 1].sentence == sentence && begin - t < clause_reach) --t;
    for (; t < in.tokens.size() && in.tokens[t].sentence == sentence && t < begin + clause_reach; ++t)
        if (in.context[t] & wc::condition) return true;
    return false;
}

}  // namespace peersupport::review
