// SPDX-License-Identifier: Apache-2.0
#include "exchange/finding_words.hpp"
#include "exchange/sarif_writer.hpp"
#include "exchange/span_writer.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::string_view level_of(review_severity severity) noexcept {
    switch (severity) {
        case review_severity::error: return "error";
        case review_severity::warning: return "warning";
        case review_severity::info: break;
    }
    return "note";
}

void write_message(json_writer& to, std::string_view name, std::string_view text) {
    to.key(name).begin_inline_object();
    to.key("text").string(text);
    to.end_object();
}

/// SARIF 3.49: a rule as tools list it.
void write_descriptor(json_writer& to, const review_rule& rule, language in) {
    const review_language& words = rule.words_in(in);
    to.begin_object();
    to.key("id").string(rule.id);
    write_message(to, "shortDescription", words.title);
    write_message(to, "fullDescription", words.message);
    write_message(to, "help", words.explanation);
    to.key("defaultConfiguration").begin_inline_object();
    to.key("level").string(level_of(rule.severity));
    to.end_object();
    to.key("properties").begin_object();
    to.key("category").string(name_of(rule.category, category_words));
    to.key("precision").string(name_of(rule.sureness, sureness_words));
    write_texts(to, "guidelines", rule.guidelines);
    write_texts(to, "values", rule.values);
    write_texts(to, "sources", rule.sources);
    to.end_object();
    to.end_object();
}

/// SARIF 3.30, with columns in code points.
void write_region(json_writer& to, const text_span& s) {
    to.key("region").begin_inline_object();
    write_count(to, "startLine", s.line);
    write_count(to, "startColumn", s.column);
    write_count(to, "endLine", s.end_line);
    write_count(to, "endColumn", s.end_column);
    write_count(to, "charOffset", s.begin);
    write_count(to, "charLength", s.end - s.begin);
    write_count(to, "byteOffset", s.byte_begin);
    write_count(to, "byteLength", s.byte_end - s.byte_begin);
    to.end_object();
}

/// A place of the text, or the field a finding is about.
void write_location(json_writer& to, const text_finding& f, const sarif_run& run) {
    const bool in_text = f.field == "text";
    if (in_text && run.uri.empty() && f.span.line == 0) return;
    to.key("locations").begin_array();
    to.begin_object();
    if (in_text) {
        to.key("physicalLocation").begin_object();
        to.key("artifactLocation").begin_inline_object();
        to.key("uri").string(run.uri.empty() ? run.kind : run.uri);
        to.end_object();
        if (f.span.line) write_region(to, f.span);
        to.end_object();
    } else {
        to.key("logicalLocations").begin_array();
        to.begin_inline_object();
        to.key("name").string(f.field);
        to.key("kind").string("member");
        to.end_object();
        to.end_array();
    }
    to.end_object();
    to.end_array();
}

void write_result(json_writer& to, const text_finding& f, const review_rule& rule, std::size_t place, const sarif_run& run) {
    to.begin_object();
    to.key("ruleId").string(rule.id);
    write_count(to, "ruleIndex", place);
    to.key("level").string(level_of(f.severity));
    write_message(to, "message", rule.words_in(run.in).message);
    write_location(to, f, run);
    to.key("partialFingerprints").begin_inline_object();
    to.key("peersupport/1").string(f.fingerprint);
    to.end_object();
    if (f.suppressed_by != suppression::none) {
        to.key("suppressions").begin_array();
        to.begin_inline_object();
        to.key("kind").string("external");
        to.key("justification").string(suppression_names[static_cast<std::size_t>(f.suppressed_by)]);
        to.end_object();
        to.end_array();
    }
    to.key("properties").begin_object();
    write_texts(to, "suggestions", f.suggestions);
    to.end_object();
    to.end_object();
}

}  // namespace

result<std::string> write_sarif(std::span<const text_finding> findings, const rule_set& rules, const sarif_run& run) {
    if (const std::size_t at = first_invalid_utf8(run.uri); at != std::string_view::npos) return error(status::json_not_utf8, {}, at);
    std::vector<std::size_t> named;  // the rules that found something, in the order of the packs
    for (const text_finding& f : findings) named.push_back(f.rule);
    std::ranges::sort(named);
    named.erase(std::unique(named.begin(), named.end()), named.end());
    json_writer to;
    to.begin_object();
    to.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
    to.key("version").string("2.1.0");
    to.key("runs").begin_array();
    to.begin_object();
    to.key("tool").begin_object();
    to.key("driver").begin_object();
    to.key("name").string("peersupport");
    to.key("semanticVersion").string(PEERSUPPORT_VERSION);
    to.key("language").string(run.in == language::fr ? "fr-CA" : "en-CA");
    to.key("rules").begin_array();
    for (const std::size_t r : named) write_descriptor(to, rules.rules()[r], run.in);
    to.end_array();
    to.key("properties").begin_inline_object();
    to.key("digest").string(rules.digest());
    to.key(run.against_name).string(run.against);
    to.end_object();
    to.end_object();
    to.end_object();
    to.key("columnKind").string("unicodeCodePoints");
    to.key("results").begin_array();
    for (const text_finding& f : findings) {
        const auto place = static_cast<std::size_t>(std::ranges::lower_bound(named, f.rule) - named.begin());
        write_result(to, f, rules.rules()[f.rule], place, run);
    }
    to.end_array();
    to.end_object();
    to.end_array();
    to.end_object();
    return std::move(to).finish();
}

}  // namespace exchange

result<std::string> write_note_sarif(const note_report& report, const rule_set& rules, language in, std::string_view uri) {
    return exchange::write_sarif(report.findings, rules, {in, uri, "note", "profile", report.profile});
}

}  // namespace peersupport
