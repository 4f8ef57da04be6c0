// SPDX-License-Identifier: Apache-2.0
// Looking for patterns from their rarest words finds what an automaton of all patterns finds.
#include "automaton/automaton_rules.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/bundled_rules.hpp"
#include "review/pattern/signature.hpp"
#include "review/reading.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace peersupport;
using namespace peersupport::review;
using automaton_oracle::automaton_rules;

/// Rule, role, slot, begin, end; of a phrase: its class, begin, end.
using place = std::tuple<std::uint32_t, pattern_role, std::uint16_t, std::uint32_t, std::uint32_t>;

place place_of(const pattern_use& use, std::uint32_t begin, std::uint32_t end) { return {use.rule, use.role, use.slot, begin, end}; }

/// The library's packs, compiled both ways.
class both_ways {
public:
    both_ways() {
        for (const bundled_rules& bundled : bundled_rule_packs()) packs.push_back(*read_rule_pack(bundled.json));
        vocabulary words = canonical_rules()->compiled().words;
        for (const language of : {language::en, language::fr}) automata[static_cast<std::size_t>(of)] = automaton_oracle::compile_automata(of, packs, words);
    }

    void compare(std::string_view text, language in) {
        const compiled_rules& rules = canonical_rules()->compiled();
        const language_rules& by = rules.languages[static_cast<std::size_t>(in)];
        const automaton_rules& old = automata[static_cast<std::size_t>(in)];
        read.read(text, rules, in);
        EXPECT_EQ(found(by, by.finds, by.exceptions), found_by_automaton(by, old)) << text;
        EXPECT_EQ(phrases(by), phrases_by_automaton(old)) << text;
    }

    std::vector<rule_pack> packs;

private:
    /// Everything, in every sentence.
    template <class Take>
    void run(const pattern_index& index, const language_rules& by, const text_symbols& text, Take take) {
        for (std::uint32_t from = 0, to = 0; from < text.size(); from = to) {
            to = text.sentence_end(from);
            matcher.run(index, by.sets, by.set_members, text, from, to, [](std::uint32_t) { return true; }, take);
        }
    }

    std::set<place> found(const language_rules& by, const pattern_index& finds, const pattern_index& exceptions) {
        std::set<place> all;
        for (const pattern_index* index : {&finds, &exceptions})
            run(*index, by, read.symbols, [&](const pattern_match& m) { all.insert(place_of(by.uses[m.pattern], m.begin, m.end)); });
        return all;
    }

    std::set<place> found_by_automaton(const language_rules& by, const automaton_rules& old) {
        std::vector<std::vector<symbol>> symbols;
        for (std::size_t t = 0; t < read.tokens.size(); ++t) {
            std::vector<symbol>& kept = symbols.emplace_back(old.symbols_of(read.tokens[t]));
            if (read.hidden[t]) std::erase_if(kept, [&](symbol s) { return std::find(by.people.begin(), by.people.end(), s) != by.people.end(); });
        }
        std::set<place> all;
        for (const automaton_oracle::match& m : automaton_oracle::matches_of(old.patterns, read.tokens, read.phrases, symbols)) {
            const pattern_use& use = old.uses[m.pattern];
            const bool whole = use.role == pattern_role::kind;
            all.insert(place_of(use, whole ? m.begin : m.mark_begin, whole ? m.end : m.mark_end));
        }
        return all;
    }

    std::set<place> phrases(const language_rules& by) {
        text_symbols alone;
        alone.signatures.assign(read.tokens.size() + 2, signature::nothing());
        for (std::size_t t = 0; t < read.tokens.size(); ++t) {
            const symbol_row& row = by.words.of(read.tokens[t]);
            const std::uint32_t shape = read.tokens[t].shape | (read.symbols.tokens[t].shape & breaks_gap);
            alone.tokens.push_back(by.words.token_of(row, true, shape));
            alone.signatures[t + 1] = row.told | signature::of_shape(shape);
        }
        alone.take_no_phrases();
        std::set<place> all;
        run(by.phrases, by, alone, [&](const pattern_match& m) { all.insert(place_of({m.pattern, {}, 0}, m.begin, m.end)); });
        return all;
    }

    std::set<place> phrases_by_automaton(const automaton_rules& old) {
        std::vector<std::vector<symbol>> symbols;
        for (const token& t : read.tokens) symbols.push_back(old.symbols_of(t));
        std::set<place> all;
        for (const automaton_oracle::match& m : automaton_oracle::matches_of(old.phrases, read.tokens, {}, symbols)) all.insert(place_of({m.pattern, {}, 0}, m.begin, m.end));
        return all;
    }

    std::array<automaton_rules, 2> automata;
    review::reading read;
    pattern_matcher matcher;
};

both_ways& rules() {
    static both_ways made;
    return made;
}

TEST(review_matching, finds_what_an_automaton_finds_in_every_example) {
    for (const rule_pack& pack : rules().packs)
        for (const review_rule& rule : pack.rules)
            for (const language in : {language::en, language::fr})
                if (const auto& said = rule.languages[static_cast<std::size_t>(in)])
                    for (const auto* examples : {&said->bad, &said->ok})
                        for (const std::string& example : *examples) rules().compare(example, in);
}

TEST(review_matching, finds_what_an_automaton_finds_in_notes) {
    for (const language in : {language::en, language::fr}) {
        std::ifstream file(std::string(PEERSUPPORT_SOURCE_DIR) + "/tests/accuracy/tuned/notes-" + (in == language::fr ? "fr" : "en") + ".jsonl");
        std::size_t notes = 0;
        for (std::string line; std::getline(file, line); ++notes) rules().compare(line, in);
        EXPECT_GT(notes, 100U);
    }
}

/// Words of examples in no order, with what may stand between them.
TEST(review_matching, finds_what_an_automaton_finds_in_soups_of_words) {
    std::mt19937 next(20261123);
    for (const language in : {language::en, language::fr}) {
        std::vector<std::string> words{".", ",", ";", ":", "\n", "\n- ", "\"", "(", ")", "12", "9 h 30", "Sam", "J."};
        for (const rule_pack& pack : rules().packs)
            for (const review_rule& rule : pack.rules)
                if (const auto& said = rule.languages[static_cast<std::size_t>(in)])
                    for (const std::string& example : said->bad)
                        for (std::size_t from = 0, to = 0; from < example.size(); from = to + 1) {
                            to = std::min(example.find(' ', from), example.size());
                            words.push_back(example.substr(from, to - from));
                        }
        for (int i = 0; i < 200; ++i) {
            std::string soup;
            for (int w = 0; w < 60; ++w) soup += words[next() % words.size()] + " ";
            rules().compare(soup, in);
        }
    }
}

}  // namespace
