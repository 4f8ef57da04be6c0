// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/id_table.hpp"
#include "exchange/json_document.hpp"
#include "exchange/note_profile_reader.hpp"
#include "exchange/rule_words.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "text/sha256.hpp"

#include <algorithm>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr std::size_t most_rules = 500;
constexpr std::size_t most_profiles = 50;
constexpr std::size_t most_patterns = 4000;  ///< of one list
constexpr std::size_t most_examples = 200;
constexpr std::size_t most_words = 20000;  ///< of one class

/// STIG-001: capitals, a hyphen, three digits; organizations put their own letters before it.
bool is_rule_id(std::string_view id) noexcept {
    const std::size_t dash = id.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || id.size() != dash + 4 || id.size() > 32) return false;
    const auto letters = id.substr(0, dash), digits = id.substr(dash + 1);
    return std::ranges::all_of(letters, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; }) &&
           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

class pack_reader {
public:
    explicit pack_reader(problem_list& problems) : problems_(problems) {}

    rule_pack read(json_value root) {
        field_reader top(problems_, root);
        (void)top.find("format", presence::required);
        top.id(pack_.id);
        read_version(top, pack_.version);
        read_words(top, "classes", pack_.classes);
        read_words(top, "context", pack_.context);
        read_words(top, "note_kinds", pack_.note_kinds);
        if (const auto rules = top.array("rules", presence::optional, {0, most_rules}))
            for (const json_value rule : json_elements(*rules)) read_rule(rule);
        if (const auto profiles = top.array("profiles", presence::optional, {0, most_profiles}))
            for (const json_value profile : json_elements(*profiles)) read_note_profile(problems_, profile, pack_.profiles.emplace_back());
        top.finish();
        return std::move(pack_);
    }

private:
    void read_words(field_reader& top, std::string_view name, std::array<word_classes, 2>& to) {
        const auto from = top.find(name, presence::optional);
        if (!from) return;
        field_reader languages(problems_, *from);
        read_classes(languages, "en", to[0]);
        read_classes(languages, "fr", to[1]);
        languages.finish();
    }

    void read_classes(field_reader& languages, std::string_view language, word_classes& to) {
        const auto from = languages.find(language, presence::optional);
        if (!from) return;
        if (from->kind() != json_kind::object) return problems_.add(status::field_type, *from);
        for (const json_member member : json_members(*from))
            to.emplace(member.key.text(), read_strings(problems_, member.value, {0, most_words}));
    }

    void read_rule(json_value from) {
        field_reader fields(problems_, from);
        review_rule& rule = pack_.rules.emplace_back();
        read_id(fields, rule);
        rule.category = fields.word("category", presence::required, category_words).value_or(rule.category);
        rule.kind = fields.word("kind", presence::optional, review_kind_words).value_or(review_kind::term);
        rule.severity = fields.word("severity", presence::required, severity_words).value_or(rule.severity);
        rule.sureness = fields.word("sureness", presence::required, sureness_words).value_or(rule.sureness);
        fields.string("row", presence::optional, rule.row);
        fields.strings("guidelines", presence::optional, {0, 20}, rule.guidelines);
        fields.strings("values", presence::optional, {0, 20}, rule.values);
        fields.strings("sources", presence::optional, {0, 20}, rule.sources);
        rule.standing = fields.word("standing", presence::optional, standing_words).value_or(standing::proposed);
        rule.quotation = fields.word("quotation", presence::optional, quotation_words).value_or(rule.quotation);
        rule.negation = fields.word("negation", presence::optional, context_words).value_or(rule.negation);
        rule.mention = fields.word("mention", presence::optional, context_words).value_or(rule.mention);
        rule.hypothesis = fields.word("hypothesis", presence::optional, context_words).value_or(rule.hypothesis);
        rule.finder = fields.word("finder", presence::optional, finder_words).value_or(rule.finder);
        std::int32_t least_words = 0;
        fields.integer("least_words", presence::optional, {0, 1000}, least_words);
        rule.least_words = static_cast<std::uint32_t>(least_words);
        fields.boolean("unquoted", presence::optional, rule.unquoted);
        fields.strings("fields", presence::optional, {0, 30}, rule.fields);
        fields.strings("cue_fields", presence::optional, {0, 30}, rule.cue_fields);
        fields.boolean("always", presence::optional, rule.always);
        fields.strings("unless_fields", presence::optional, {0, 30}, rule.unless_fields);
        if (const auto notes = fields.array("notes", presence::optional, {0, note_kinds}))
            for (const json_value note : json_elements(*notes))
                if (const auto kind = read_word(problems_, note, note_kind_words)) rule.notes.push_back(*kind);
        if (const auto en = fields.find("en", presence::optional)) read_language(*en, rule.languages[0].emplace());
        if (const auto fr = fields.find("fr", presence::optional)) read_language(*fr, rule.languages[1].emplace());
        fields.finish();
    }

    void read_id(field_reader& fields, review_rule& rule) {
        const auto id = fields.find("id", presence::required);
        if (!id) return;
        const auto text = read_string(problems_, *id);
        if (!text) return;
        if (!is_rule_id(*text)) return problems_.add(status::id_malformed, *id);
        if (std::ranges::any_of(pack_.rules, [&](const review_rule& r) { return &r != &rule && r.id == *text; }))
            return problems_.add(status::id_duplicate, *id);
        rule.id = *text;
    }

    void read_language(json_value from, review_language& to) {
        field_reader fields(problems_, from);
        fields.string("title", presence::required, to.title);
        fields.string("message", presence::required, to.message);
        fields.string("explanation", presence::required, to.explanation);
        fields.strings("suggest", presence::optional, {0, 8}, to.suggest);
        read_patterns(fields, "patterns", to.patterns);
        fields.strings("except", presence::optional, {0, most_patterns}, to.except);
        read_patterns(fields, "evidence", to.evidence);
        fields.strings("partial", presence::optional, {0, most_patterns}, to.partial);
        if (const auto lists = fields.array("unless", presence::optional, {0, 8}))
            for (const json_value list : json_elements(*lists)) read_list(list, to.unless.emplace_back());
        fields.strings("bad", presence::required, {3, most_examples}, to.bad);
        fields.strings("ok", presence::required, {3, most_examples}, to.ok);
        fields.finish();
    }

    void read_patterns(field_reader& fields, std::string_view name, std::vector<review_pattern>& to) {
        if (const auto patterns = fields.find(name, presence::optional)) read_list(*patterns, to);
    }

    void read_list(json_value from, std::vector<review_pattern>& to) {
        if (!check_array(problems_, from, {0, most_patterns})) return;
        for (const json_value one : json_elements(from)) read_pattern(one, to.emplace_back());
    }

    /// A pattern is its text, or an object.
    void read_pattern(json_value from, review_pattern& to) {
        if (from.kind() == json_kind::string) {
            to.find = from.text();
            return;
        }
        field_reader fields(problems_, from);
        fields.string("find", presence::required, to.find);
        fields.string("row", presence::optional, to.row);
        fields.strings("suggest", presence::optional, {0, 8}, to.suggest);
        fields.strings("not_before", presence::optional, {0, most_patterns}, to.not_before);
        fields.strings("not_after", presence::optional, {0, most_patterns}, to.not_after);
        fields.strings("not_within", presence::optional, {0, most_patterns}, to.not_within);
        to.severity = fields.word("severity", presence::optional, severity_words);
        to.sureness = fields.word("sureness", presence::optional, sureness_words);
        fields.finish();
    }

    problem_list& problems_;
    rule_pack pack_;
};

}  // namespace

}  // namespace exchange

result<rule_pack> read_rule_pack(std::string_view json) {
    if (json.size() > exchange::most_bytes) return error(status::too_large);
    auto document = exchange::json_document::parse(json);
    if (!document) return document.problems();
    if (auto wrong = exchange::wrong_format(*document, exchange::rule_format)) return *std::move(wrong);
    exchange::problem_list problems(*document);
    rule_pack pack = exchange::pack_reader(problems).read(document->root());
    if (!problems.empty()) return problems.to_error();
    pack.digest = sha256(json);
    return pack;
}

}  // namespace peersupport
