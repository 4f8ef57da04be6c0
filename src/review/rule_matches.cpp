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

void rule_matches::clear(std::size_t rules) {
    for (auto* list : {&finds, &evidence, &partial, &called_for, &found_by_finders_}) list->clear();
    settled_.assign(rules, 0);
    concerned_.assign(rules, 0);
    kinds = 0;
    sentence_ = 0;
    next_by_finder_ = 0;
}

/// An exception takes something back only around it, in its sentence, so each sentence is settled before the next.
void rule_matches::collect(reading& from, const compiled_rules& rules, evidence_places wanted) {
    clear(rules.rules.size());
    run_finders(from, rules);
    for (std::uint32_t begin = 0, end = 0; begin < from.symbols.size(); begin = end) {
        end = from.symbols.sentence_end(begin);
        const beginnings here{finds.size(), evidence.size(), partial.size(), called_for.size()};
        read_sentence(from, rules, begin, end);
        find_exceptions(from, rules.languages[static_cast<std::size_t>(from.in)], here, begin, end);
        take_back(here);
        if (wanted == evidence_places::first) settle(rules.rules, here);
    }
    keep_longest(rules.rules);
}

void rule_matches::read_sentence(reading& from, const compiled_rules& rules, std::uint32_t begin, std::uint32_t end) {
    const language_rules& by = rules.languages[static_cast<std::size_t>(from.in)];
    find(from, by, begin, end);
    for (const pattern_match& m : matches_) take(m, by);
    while (next_by_finder_ < found_by_finders_.size() && found_by_finders_[next_by_finder_].begin < end) finds.push_back(found_by_finders_[next_by_finder_++]);
}

/// What rules look for in a sentence, none twice.
void rule_matches::find(reading& from, const language_rules& by, std::uint32_t begin, std::uint32_t end) {
    matches_.clear();
    const auto wanted = [&](std::uint32_t number) {
        const pattern_topic topic(number);
        return (settled_[topic.rule()] & topic.bit()) == 0;
    };
    from.matcher.run(by.finds, by.sets, by.set_members, from.symbols, begin, end, wanted, [&](const pattern_match& m) { matches_.push_back(m); });
    std::sort(matches_.begin(), matches_.end(), [](const pattern_match& a, const pattern_match& b) {
        return std::tie(a.last, a.begin, a.pattern, a.end) < std::tie(b.last, b.begin, b.pattern, b.end);
    });
    matches_.erase(std::unique(matches_.begin(), matches_.end()), matches_.end());
}

void rule_matches::take(const pattern_match& found, const language_rules& by) {
    const pattern_use& use = by.uses[found.pattern];
    const rule_match made{use.rule, use.slot, found.begin, found.end};
    switch (use.role) {
        case pattern_role::find:
            if (found.end > found.begin) finds.push_back(made);
            break;
        case pattern_role::evidence: evidence.push_back(made); break;
        case pattern_role::partial: partial.push_back(made); break;
        case pattern_role::kind:
            // What a group is named for stands at the beginning; later in a note it may be any group.
            if (use.slot == static_cast<std::uint16_t>(note_kind::group) && found.begin > beginning_of_note) break;
            kinds = static_cast<std::uint8_t>(kinds | 1U << use.slot);
            break;
        case pattern_role::unless: called_for.push_back(made); break;
        default: break;
    }
}

void rule_matches::find_exceptions(reading& from, const language_rules& by, const beginnings& here, std::uint32_t begin, std::uint32_t end) {
    for (auto* list : {&covers_, &exceptions_, &evidence_covers_, &called_covers_}) list->clear();
    ++sentence_;
    const auto concern = [&](const std::vector<rule_match>& list, std::size_t first) {
        for (std::size_t i = first; i < list.size(); ++i) concerned_[list[i].rule] = sentence_;
        return list.size() > first;
    };
    const bool found = concern(finds, here.finds), shown = concern(evidence, here.evidence), called = concern(called_for, here.called_for);
    if (!found && !shown && !called) return;
    from.matcher.run(by.exceptions, by.sets, by.set_members, from.symbols, begin, end, [&](std::uint32_t rule) { return concerned_[rule] == sentence_; }, [&](const pattern_match& m) {
        const pattern_use& use = by.uses[m.pattern];
        auto& to = use.role == pattern_role::cancel            ? covers_
                   : use.role == pattern_role::except          ? exceptions_
                   : use.role == pattern_role::cancel_evidence ? evidence_covers_
                                                               : called_covers_;
        to.push_back({use.rule, use.slot, m.begin, m.end});
    });
}

void rule_matches::run_finders(const reading& from, const compiled_rules& rules) {
    for (const std::uint32_t r : rules.with_finder) {
        if (!rules.rules[r].languages[static_cast<std::size_t>(from.in)]) continue;
        ranges_.clear();
        find_by(rules.rules[r].finder, from, rules.rules[r], rules.languages[static_cast<std::size_t>(from.in)], ranges_);
        for (const token_range& range : ranges_) found_by_finders_.push_back({r, no_pattern, range.begin, range.end});
    }
    std::ranges::stable_sort(found_by_finders_, {}, &rule_match::begin);
}

void rule_matches::take_back(const beginnings& here) {
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
    const auto erase = [](std::vector<rule_match>& list, std::size_t first, auto taken) {
        list.erase(std::remove_if(list.begin() + static_cast<std::ptrdiff_t>(first), list.end(), taken), list.end());
    };
    erase(finds, here.finds, [&](const rule_match& found) { return covered(exceptions_, found, true) || covered(covers_, found, false); });
    erase(evidence, here.evidence, [&](const rule_match& found) { return covered(evidence_covers_, found, false); });
    erase(called_for, here.called_for, [&](const rule_match& found) { return covered(called_covers_, found, false); });
}

/// Of what the sentence showed, no more is looked for. A rule that asks who said it may not take what it was shown.
void rule_matches::settle(const std::vector<review_rule>& rules, const beginnings& here) {
    const auto note = [&](const rule_match& shown, pattern_role role) {
        if (const pattern_topic topic(shown.rule, role, shown.slot); topic.told_once()) settled_[shown.rule] = static_cast<std::uint16_t>(settled_[shown.rule] | topic.bit());
    };
    for (std::size_t i = here.evidence; i < evidence.size(); ++i)
        if (!rules[evidence[i].rule].unquoted) note(evidence[i], pattern_role::evidence);
    for (std::size_t i = here.partial; i < partial.size(); ++i)
        if (partial[i].end > partial[i].begin) note(partial[i], pattern_role::partial);
    for (std::size_t i = here.called_for; i < called_for.size(); ++i) note(called_for[i], pattern_role::unless);
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
