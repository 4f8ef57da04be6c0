// SPDX-License-Identifier: Apache-2.0
#include "review/rule_compiler.hpp"

#include "review/language/word_context.hpp"
#include "review/pattern/pattern.hpp"
#include "review/pattern/pattern_compiler.hpp"
#include "review/symbol_row_builder.hpp"
#include "text/number_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace peersupport::review {

namespace {

using purpose = pattern_purpose;

bool is_bracket(const pattern_element& e) noexcept { return e.kind == element_kind::open || e.kind == element_kind::close; }

/// Compiles the packs for one language.
class language_compiler {
public:
    language_compiler(language of, vocabulary& words, error& problems) : of_(of), compiler_(of, words), problems_(problems), persons_words_(compiler_.sets.name_class("person-words")) {}

    /// Classes may name each other, so all are known before their members are read.
    void name_classes(const rule_pack& pack) {
        for (const auto& [name, members] : pack.classes[place()]) compiler_.sets.name_class(name);
    }

    /// Patterns are looked for from their rarest words.
    void count_words(const rule_pack& pack) {
        for (const review_rule& rule : pack.rules)
            if (const auto& said = rule.languages[place()])
                for (const auto* examples : {&said->bad, &said->ok})
                    for (const std::string& example : *examples) compiler_.sets.frequency.read(example);
    }

    void weigh_classes() { compiler_.sets.weigh_classes(); }

    void add_words(const rule_pack& pack, const std::string& path) {
        const std::string_view tag = of_ == language::fr ? "/fr/" : "/en/";
        for (const auto& [name, members] : pack.classes[place()]) add_class(name, members, path + "/classes" + std::string(tag) + name);
        for (const word_context::list& list : word_context::lists) {
            const auto members = pack.context[place()].find(list.name);
            const std::string name = "context " + std::string(list.name);
            note_context(name, list.bit);
            if (members != pack.context[place()].end()) add_class(name, members->second, path + "/context" + std::string(tag) + std::string(list.name));
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
        for (const auto& [name, patterns] : pack.note_kinds[place()]) {
            const std::string here = path + "/note_kinds" + (of_ == language::fr ? "/fr/" : "/en/") + name;
            const auto kind = std::find_if(told.begin(), told.end(), [told_name = std::string_view(name)](const auto& t) { return told_name == t.first; });
            if (kind == told.end()) problems_.add(status::reference_unknown, here);
            else add_all(patterns, {0, pattern_role::kind, static_cast<std::uint16_t>(kind->second)}, here);
        }
    }

    [[nodiscard]] language_rules finish() && {
        language_rules to;
        const auto class_symbol = [&](std::string_view name) { return class_symbols + compiler_.sets.name_class(name); };
        to.people = {class_symbol("person"), class_symbol("author"), class_symbol("staff"), class_symbol("kin")};
        to.possessive = class_symbol("poss");
        to.persons_words = class_symbols + persons_words_;
        auto made = std::move(compiler_).finish();
        to.phrases = std::move(made.phrases);
        to.finds = std::move(made.finds);
        to.exceptions = std::move(made.exceptions);
        to.uses = std::move(uses_);
        to.words = symbol_row_builder(to.people, class_context_, {&to.phrases.places, &to.finds.places, &to.exceptions.places}).build(compiler_.sets);
        for (pattern_index* index : {&to.phrases, &to.finds, &to.exceptions}) index->places.forget_words();
        to.class_context = std::move(class_context_);
        to.forms = std::move(compiler_.sets.forms);
        to.sets = std::move(compiler_.sets.table.sets);
        to.set_members = std::move(compiler_.sets.table.members);
        return to;
    }

private:
    [[nodiscard]] std::size_t place() const noexcept { return static_cast<std::size_t>(of_); }

    void add_class(std::string_view name, const std::vector<std::string>& members, const std::string& path) {
        const std::uint32_t number = compiler_.sets.name_class(name);
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto read = read_pattern(members[i]);
            if (!read) problems_.add(read.problems().code(), path + "/" + number_text(i));
            else if (!compiler_.add_member(number, *read)) problems_.add(status::reference_unknown, path + "/" + number_text(i));
        }
    }

    void note_context(std::string_view name, std::uint32_t bit) {
        const std::uint32_t number = compiler_.sets.name_class(name);
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
        const auto found = read(p.find, path);
        if (!found) return;
        add(row_of(*found), finds, path);
        const element_row bare = without_brackets(*found), inner = underlined(*found);
        for (const std::string& e : p.not_before) add_beside(e, bare, inner, false, takes_back, path);
        for (const std::string& e : p.not_after) add_beside(e, bare, inner, true, takes_back, path);
        for (const std::string& e : p.not_within)
            if (const auto whole = read(e, path)) add(row_of(*whole), takes_back, path);
    }

    /// What follows or precedes a pattern does so beside the whole and beside what is underlined.
    void add_beside(const std::string& exception, const element_row& bare, const element_row& inner, bool before, pattern_use use, const std::string& path) {
        const auto read = read_part_of_pattern(exception);
        if (!read) return problems_.add(read.problems().code(), path);
        const element_row beside = row_of(*read);
        for (const element_row* said : {&bare, &inner}) {
            if (said->empty()) continue;
            element_row all = before ? beside : *said;
            const element_row& rest = before ? *said : beside;
            all.insert(all.end(), rest.begin(), rest.end());
            if (std::any_of(all.begin() + 1, all.end(), [](const pattern_element* e) { return e->kind == element_kind::begin; }))
                return problems_.add(status::field_value, path);
            add(std::move(all), use, path);
        }
    }

    void add_all(const std::vector<std::string>& patterns, pattern_use use, const std::string& path) {
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const std::string here = path + "/" + number_text(i);
            if (const auto what = read(patterns[i], here)) add(use.role == pattern_role::kind ? without_brackets(*what, false) : row_of(*what), use, here);
        }
    }

    [[nodiscard]] std::optional<pattern> read(const std::string& text, const std::string& path) {
        auto made = read_pattern(text);
        if (made) return *std::move(made);
        problems_.add(made.problems().code(), path);
        return std::nullopt;
    }

    void add(element_row row, pattern_use use, const std::string& path) {
        const bool back = takes_back(use.role);
        if (!back) drop_last_gap(row);
        const auto number = static_cast<std::uint32_t>(uses_.size());
        if (!compiler_.add(back ? purpose::exceptions : purpose::finds, std::move(row), number, back ? use.rule : pattern_topic(use.rule, use.role, use.slot).number())) return problems_.add(status::reference_unknown, path);
        uses_.push_back(use);
    }

    [[nodiscard]] static bool takes_back(pattern_role role) noexcept {
        return role == pattern_role::cancel || role == pattern_role::except || role == pattern_role::cancel_evidence || role == pattern_role::cancel_unless;
    }

    [[nodiscard]] static element_row row_of(const pattern& what) {
        element_row row;
        for (const pattern_element& e : what) row.push_back(&e);
        return row;
    }

    /// Only exceptions reach over the words behind them; what is found ends with a word it names.
    static void drop_last_gap(element_row& what) {
        for (auto last = what.end(); last != what.begin();) {
            --last;
            if ((*last)->kind == element_kind::close) continue;
            if ((*last)->kind != element_kind::gap) break;
            last = what.erase(last);
        }
    }

    /// What stands between brackets, when something stands outside them too: what comes before and after it is told from
    /// there as well as from the whole.
    [[nodiscard]] static element_row underlined(const pattern& what) {
        const auto open = std::find_if(what.begin(), what.end(), [](const pattern_element& e) { return e.kind == element_kind::open; });
        const auto close = std::find_if(what.begin(), what.end(), [](const pattern_element& e) { return e.kind == element_kind::close; });
        element_row row;
        if (open == what.end() || close == what.end() || (open == what.begin() && close + 1 == what.end())) return row;
        for (auto e = open + 1; e != close; ++e) row.push_back(&*e);
        return row;
    }

    /// What stands before a pattern takes the place of its beginning.
    [[nodiscard]] static element_row without_brackets(const pattern& what, bool beside = true) {
        element_row row;
        for (const pattern_element& e : what)
            if (!is_bracket(e) && !(beside && e.kind == element_kind::begin)) row.push_back(&e);
        return row;
    }

    language of_;
    pattern_compiler compiler_;
    error& problems_;
    std::uint32_t persons_words_;
    std::vector<pattern_use> uses_;
    std::vector<std::uint32_t> class_context_;
};

}  // namespace

void compile_language(language of, const std::vector<rule_pack>& packs, compiled_rules& to, error& problems) {
    language_compiler compiler(of, to.words, problems);
    for (const rule_pack& pack : packs) compiler.name_classes(pack);
    for (const rule_pack& pack : packs) compiler.count_words(pack);
    for (std::size_t i = 0; i < packs.size(); ++i) compiler.add_words(packs[i], "/" + number_text(i));
    compiler.weigh_classes();
    for (std::size_t i = 0; i < packs.size(); ++i) compiler.add_note_kinds(packs[i], "/" + number_text(i));
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < packs.size(); ++i)
        for (std::size_t r = 0; r < packs[i].rules.size(); ++r, ++number)
            if (const auto& rule = packs[i].rules[r].languages[static_cast<std::size_t>(of)])
                compiler.add_rule(number, *rule, "/" + number_text(i) + "/rules/" + number_text(r) + (of == language::fr ? "/fr" : "/en"));
    to.languages[static_cast<std::size_t>(of)] = std::move(compiler).finish();
}

}  // namespace peersupport::review
