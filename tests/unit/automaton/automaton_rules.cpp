// SPDX-License-Identifier: Apache-2.0
#include "automaton_rules.hpp"

#include "automaton_compiler.hpp"
#include "peersupport/text/result.hpp"
#include "review/language/word_context.hpp"
#include "review/pattern/pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace peersupport::automaton_oracle {

namespace {

std::string number_text(std::size_t n) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
    return {digits.data(), end};
}

/// Compiles the packs for one language.
class language_compiler {
public:
    language_compiler(language of, vocabulary& words, error& problems) : of_(of), compiler_(of, words), problems_(problems), persons_words_(compiler_.name_class("person-words")) {}

    /// Classes may name each other, so all are known before their members are read.
    void name_classes(const rule_pack& pack) {
        for (const auto& [name, members] : pack.classes[static_cast<std::size_t>(of_)]) compiler_.name_class(name);
    }

    void add_words(const rule_pack& pack, const std::string& path) {
        const auto place = static_cast<std::size_t>(of_);
        const std::string_view tag = of_ == language::fr ? "/fr/" : "/en/";
        for (const auto& [name, members] : pack.classes[place]) add_class(name, members, path + "/classes" + std::string(tag) + name);
        for (const word_context::list& list : word_context::lists) {
            const auto members = pack.context[place].find(list.name);
            const std::string name = "context " + std::string(list.name);
            note_context(name, list.bit);
            if (members != pack.context[place].end()) add_class(name, members->second, path + "/context" + std::string(tag) + std::string(list.name));
        }
    }

    void add_rule(std::uint32_t number, const review_language& rule, const std::string& path) {
        add_patterns(number, rule.patterns, pattern_role::find, pattern_role::cancel, path + "/patterns/");
        add_patterns(number, rule.evidence, pattern_role::evidence, pattern_role::cancel_evidence, path + "/evidence/");
        add_all(rule.except, {number, pattern_role::except, 0}, path + "/except");
        add_all(rule.partial, {number, pattern_role::partial, 0}, path + "/partial");
        for (std::size_t i = 0; i < rule.unless.size(); ++i)
            for (const review_pattern& p : rule.unless[i]) {
                const auto slot = static_cast<std::uint16_t>(i);
                add_with_exceptions(p, {number, pattern_role::unless, slot}, {number, pattern_role::cancel_unless, slot}, path + "/unless/" + number_text(i));
            }
    }

    void add_note_kinds(const rule_pack& pack, const std::string& path) {
        constexpr std::array told{std::pair{"group", note_kind::group}, std::pair{"crisis", note_kind::crisis}, std::pair{"late", note_kind::late}};
        for (const auto& [name, patterns] : pack.note_kinds[static_cast<std::size_t>(of_)]) {
            const std::string here = path + "/note_kinds" + (of_ == language::fr ? "/fr/" : "/en/") + name;
            const auto kind = std::ranges::find(told, std::string_view(name), [](const auto& t) { return std::string_view(t.first); });
            if (kind == told.end()) problems_.add(status::reference_unknown, here);
            else add_all(patterns, {0, pattern_role::kind, static_cast<std::uint16_t>(kind->second)}, here);
        }
    }

    [[nodiscard]] automaton_rules finish() && {
        auto made = std::move(compiler_).finish();
        automaton_rules to;
        to.patterns = std::move(made.patterns);
        to.phrases = std::move(made.phrases);
        to.uses = std::move(uses_);
        to.accented = std::move(made.accented);
        for (std::uint32_t word = 0; word < made.classes_of.size(); ++word) {
            auto& symbols = to.symbols.emplace_back(1, word);
            for (const symbol s : made.classes_of[word])
                if (s - class_symbols >= class_context_.size() || class_context_[s - class_symbols] == 0) symbols.push_back(s);
        }
        return to;
    }

private:
    void add_class(std::string_view name, const std::vector<std::string>& members, const std::string& path) {
        const std::uint32_t number = compiler_.name_class(name);
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto read = read_pattern(members[i]);
            if (!read) problems_.add(read.problems().code(), path + "/" + number_text(i));
            else if (!compiler_.add_member(number, *read)) problems_.add(status::reference_unknown, path + "/" + number_text(i));
        }
    }

    void note_context(std::string_view name, std::uint32_t bit) {
        const std::uint32_t number = compiler_.name_class(name);
        if (class_context_.size() <= number) class_context_.resize(number + 1);
        class_context_[number] = bit;
    }

    void add_patterns(std::uint32_t number, const std::vector<review_pattern>& patterns, pattern_role finds, pattern_role takes_back, const std::string& path) {
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const auto slot = static_cast<std::uint16_t>(i);
            add_with_exceptions(patterns[i], {number, finds, slot}, {number, takes_back, slot}, path + number_text(i));
        }
    }

    void add_with_exceptions(const review_pattern& p, pattern_use finds, pattern_use takes_back, const std::string& path) {
        const std::string bare = without_brackets(p.find);
        add(p.find, finds, path);
        const std::string inner = underlined(p.find);
        for (const std::string& e : p.not_before) {
            add(bare + " " + e, takes_back, path);
            if (!inner.empty()) add(inner + " " + e, takes_back, path);
        }
        for (const std::string& e : p.not_after) {
            add(e + " " + bare, takes_back, path);
            if (!inner.empty()) add(e + " " + inner, takes_back, path);
        }
        for (const std::string& e : p.not_within) add(e, takes_back, path);
    }

    void add_all(const std::vector<std::string>& patterns, pattern_use use, const std::string& path) {
        for (std::size_t i = 0; i < patterns.size(); ++i) add(patterns[i], use, path + "/" + number_text(i));
    }

    void add(const std::string& text, pattern_use use, const std::string& path) {
        auto read = read_pattern(text);
        if (!read) return problems_.add(read.problems().code(), path);
        if (!takes_back(use.role)) drop_last_gap(*read);
        if (!compiler_.add(*read, static_cast<std::uint32_t>(uses_.size()))) return problems_.add(status::reference_unknown, path);
        uses_.push_back(use);
    }

    [[nodiscard]] static bool takes_back(pattern_role role) noexcept {
        return role == pattern_role::cancel || role == pattern_role::except || role == pattern_role::cancel_evidence || role == pattern_role::cancel_unless;
    }

    /// Only exceptions reach over the words behind them; what is found ends with a word it names.
    static void drop_last_gap(pattern& what) {
        for (auto last = what.end(); last != what.begin();) {
            --last;
            if (last->kind == element_kind::close) continue;
            if (last->kind != element_kind::gap) break;
            last = what.erase(last);
        }
    }

    /// What stands between brackets, when something stands outside them too: what comes before and after it is told from
    /// there as well as from the whole.
    static std::string underlined(std::string_view text) {
        const std::size_t open = bracket(text, '[', 0), close = bracket(text, ']', 0);
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
        if (open == 0 && close + 1 == text.size()) return {};
        return std::string(text.substr(open + 1, close - open - 1));
    }

    static std::size_t bracket(std::string_view text, char which, std::size_t from) noexcept {
        for (; from < text.size(); ++from) {
            if (text[from] == '\\') ++from;
            else if (text[from] == which) return from;
        }
        return std::string_view::npos;
    }

    static std::string without_brackets(std::string text) {
        std::string kept;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\' && i + 1 < text.size()) kept += text[i++];
            else if (text[i] == '[' || text[i] == ']') continue;
            kept += text[i];
        }
        // What stands before a pattern takes the place of its beginning.
        return kept.starts_with("^ ") ? kept.substr(2) : kept;
    }

    language of_;
    automaton_compiler compiler_;
    error& problems_;
    std::uint32_t persons_words_;
    std::vector<pattern_use> uses_;
    std::vector<std::uint32_t> class_context_;
};

}  // namespace

std::vector<symbol> automaton_rules::symbols_of(const token& t) const {
    if (t.word == 0 || t.word >= symbols.size()) return {};
    std::vector<symbol> all = symbols[t.word];
    if (const auto at = accented.find({t.word, t.accents}); at != accented.end()) all.push_back(accent_symbols + at->second);
    return all;
}

std::vector<match> matches_of(const automaton& by, std::span<const token> tokens, std::span<const phrase> phrases, const std::vector<std::vector<symbol>>& symbols) {
    std::vector<match> all;
    match_room room;
    by.run(tokens, phrases, [&](std::uint32_t t) { return std::span<const symbol>(symbols[t]); }, room, [&](const match& m) { all.push_back(m); });
    return all;
}

automaton_rules compile_automata(language of, const std::vector<rule_pack>& packs, vocabulary& words) {
    error problems;
    language_compiler compiler(of, words, problems);
    for (const rule_pack& pack : packs) compiler.name_classes(pack);
    for (const rule_pack& pack : packs) compiler.add_words(pack, {});
    for (const rule_pack& pack : packs) compiler.add_note_kinds(pack, {});
    std::uint32_t number = 0;
    for (const rule_pack& pack : packs)
        for (const review_rule& rule : pack.rules) {
            if (const auto& said = rule.languages[static_cast<std::size_t>(of)]) compiler.add_rule(number, *said, {});
            ++number;
        }
    return std::move(compiler).finish();
}

}  // namespace peersupport::automaton_oracle
