// SPDX-License-Identifier: Apache-2.0
#include "review/rule_matches.hpp"

#include "review/finder/finder.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport::review {
namespace {

constexpr std::uint32_t beginning_of_note = 25;  ///< tokens
constexpr std::uint32_t longest_pattern = 128;  ///< tokens; docs/rule-format.md

bool covers(const rule_match& wide, const rule_match& narrow) noexcept { return wide.begin <= narrow.begin && narrow.end <= wide.end; }
bool overlap(const rule_match& a, const rule_match& b) noexcept { return a.begin < b.end && b.begin < a.end; }

}  // namespace

void rule_matches::collect(reading& from, const compiled_rules& rules) {
    for (auto* list : {&finds, &evidence, &partial, &called_for, &covers_, &exceptions_, &evidence_covers_, &called_covers_}) list->clear();
    kinds = 0;
    const auto& uses = rules.languages[static_cast<std::size_t>(from.in)].uses;
    for (const pattern_match& m : from.matches) {
        const pattern_use& use = uses[m.pattern];
        const rule_match made{use.rule, use.slot, m.begin, m.end};
        switch (use.role) {
            case pattern_role::find:
                if (m.end > m.begin) finds.push_back(made);
                break;
            case pattern_role::evidence: evidence.push_back(made); break;
            case pattern_role::partial: partial.push_back(made); break;
            case pattern_role::kind:
                // What a group is named for stands at the beginning; later in a note it may be any group.
                if (use.slot == static_cast<std::uint16_t>(note_kind::group) && m.begin > beginning_of_note) break;
                kinds = static_cast<std::uint8_t>(kinds | 1U << use.slot);
                break;
            case pattern_role::unless: called_for.push_back(made); break;
            default: break;
        }
    }
    run_finders(from, rules);
    find_exceptions(from, rules);
    take_back();
    keep_longest(rules.rules);
}

/// An exception takes something back only around it, in its sentence.
void rule_matches::find_exceptions(reading& from, const compiled_rules& rules) {
    concerned_.assign(rules.rules.size(), 0);
    within_.assign(from.tokens.empty() ? 0 : from.tokens.back().sentence + 1, 0);
    for (const auto* list : {&finds, &evidence, &called_for})
        for (const rule_match& found : *list) {
            if (found.begin >= from.tokens.size()) continue;
            const std::uint32_t sentence = from.tokens[found.begin].sentence;
            concerned_[found.rule] |= 1ULL << (sentence % 64);
            within_[sentence] = 1;
        }
    const language_rules& by = rules.languages[static_cast<std::size_t>(from.in)];
    const auto take = [&](const pattern_match& m) {
        const pattern_use& use = by.uses[m.pattern];
        auto& to = use.role == pattern_role::cancel            ? covers_
                   : use.role == pattern_role::except          ? exceptions_
                   : use.role == pattern_role::cancel_evidence ? evidence_covers_
                                                               : called_covers_;
        to.push_back({use.rule, use.slot, m.begin, m.end});
    };
    std::uint32_t now = 0;
    const auto look = [&](std::uint32_t t) { return now = from.tokens[t].sentence, within_[now] != 0; };
    from.matcher.run(by.exceptions, by.sets, by.set_members, from.symbols, look, [&](std::uint32_t rule) { return (concerned_[rule] >> (now % 64) & 1U) != 0; }, take);
}

void rule_matches::run_finders(const reading& from, const compiled_rules& rules) {
    for (const std::uint32_t r : rules.with_finder) {
        if (!rules.rules[r].languages[static_cast<std::size_t>(from.in)]) continue;
        ranges_.clear();
        find_by(rules.rules[r].finder, from, rules.rules[r], rules.languages[static_cast<std::size_t>(from.in)], ranges_);
        for (const token_range& range : ranges_) finds.push_back({r, no_pattern, range.begin, range.end});
    }
}

void rule_matches::take_back() {
    for (auto* by : {&exceptions_, &covers_, &evidence_covers_, &called_covers_})
        std::ranges::sort(*by, {}, [](const rule_match& c) { return std::pair(c.rule, c.begin); });
    // What covers a place begins no further before it than a pattern is long.
    const auto covered = [](const std::vector<rule_match>& by, const rule_match& found, bool any_slot) {
        const std::uint32_t earliest = found.begin > longest_pattern ? found.begin - longest_pattern : 0;
        auto c = std::ranges::lower_bound(by, std::pair(found.rule, earliest), {}, [](const rule_match& m) { return std::pair(m.rule, m.begin); });
        for (; c != by.end() && c->rule == found.rule && c->begin <= found.begin; ++c)
            if ((any_slot || c->slot == found.slot) && covers(*c, found)) return true;
        return false;
    };
    std::erase_if(finds, [&](const rule_match& found) { return covered(exceptions_, found, true) || covered(covers_, found, false); });
    std::erase_if(evidence, [&](const rule_match& found) { return covered(evidence_covers_, found, false); });
    std::erase_if(called_for, [&](const rule_match& found) { return covered(called_covers_, found, false); });
}

/// Of matches that overlap, the longest speaks: of one rule always, of one category when both are terms.
void rule_matches::keep_longest(const std::vector<review_rule>& rules) {
    const auto rank = [&](const rule_match& m) {
        return std::tuple(m.begin, ~m.end, -static_cast<int>(rules[m.rule].severity), m.rule, m.slot);
    };
    std::ranges::sort(finds, {}, rank);
    const auto competes = [&](const rule_match& a, const rule_match& b) {
        if (a.rule == b.rule) return true;
        const review_rule &x = rules[a.rule], &y = rules[b.rule];
        return x.category == y.category && x.kind == review_kind::term && y.kind == review_kind::term;
    };
    std::vector<rule_match>& kept = covers_;
    kept.clear();
    for (const rule_match& found : finds) {
        auto rival = kept.rbegin();
        while (rival != kept.rend() && !(overlap(*rival, found) && competes(*rival, found))) {
            ++rival;
            if (rival != kept.rend() && rival->begin + longest_pattern < found.begin) rival = kept.rend();
        }
        if (rival == kept.rend()) {
            kept.push_back(found);
        } else if (found.end - found.begin > rival->end - rival->begin) {
            *rival = found;
        }
    }
    finds.swap(kept);
    std::ranges::sort(finds, {}, [](const rule_match& m) { return std::tuple(m.begin, m.end, m.rule); });
}

}  // namespace peersupport::review
