// SPDX-License-Identifier: Apache-2.0
#include "exchange/finding_words.hpp"
#include "exchange/span_writer.hpp"
#include "peersupport/exchange/note_json.hpp"

#include <array>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::array<std::string_view, 3> element_names{"present", "missing", "not-asked"};

void write_finding(json_writer& to, const text_finding& f, const rule_set& rules, language in) {
    const review_rule& rule = rules.rules()[f.rule];
    const review_language& words = rule.words_in(in);
    to.key("rule").string(rule.id);
    to.key("category").string(name_of(rule.category, category_words));
    to.key("kind").string(name_of(rule.kind, review_kind_words));
    to.key("severity").string(name_of(f.severity, severity_words));
    to.key("sureness").string(name_of(f.sureness, sureness_words));
    to.key("field").string(f.field);
    write_span(to, f.span);
    to.key("context").begin_inline_array();
    for (const auto& c : context_names)
        if (f.context & static_cast<std::uint8_t>(c.value)) to.string(c.text);
    to.end_array();
    to.key("suppressed_by");
    if (f.suppressed_by == suppression::none) to.null();
    else to.string(suppression_names[static_cast<std::size_t>(f.suppressed_by)]);
    to.key("title").string(words.title);
    to.key("message").string(words.message);
    to.key("explanation").string(words.explanation);
    write_texts(to, "suggestions", f.suggestions);
    write_texts(to, "guidelines", rule.guidelines);
    write_texts(to, "values", rule.values);
    to.key("fingerprint").string(f.fingerprint);
}

void write_element(json_writer& to, const note_element& e, const rule_set& rules, language in) {
    const review_rule& rule = rules.rules()[e.rule];
    to.key("rule").string(rule.id);
    to.key("title").string(rule.words_in(in).title);
    to.key("state").string(element_names[static_cast<std::size_t>(e.state)]);
    to.key("field");
    if (e.field.empty()) to.null();
    else to.string(e.field);
    write_span(to, e.span);
}

}  // namespace

}  // namespace exchange

std::string write_note_report(const note_report& report, const rule_set& rules, language in) {
    using namespace exchange;
    json_writer to;
    to.begin_object();
    to.key("format").string("peersupport-note-report-1");
    to.key("rules").string(rules.digest());
    to.key("language").string(report.in == language::fr ? "fr" : "en");
    to.key("kind").string(name_of(report.kind, note_kind_words));
    to.key("late").boolean(report.late);
    to.key("profile").string(report.profile);
    to.key("adopted_by");
    if (const note_profile* profile = rules.find_profile(report.profile)) to.string(profile->adopted_by.in(in));
    else to.null();
    const auto counts = report.counts();
    to.key("counts").begin_inline_object();
    write_count(to, "error", counts[static_cast<std::size_t>(review_severity::error)]);
    write_count(to, "warning", counts[static_cast<std::size_t>(review_severity::warning)]);
    write_count(to, "info", counts[static_cast<std::size_t>(review_severity::info)]);
    to.end_object();
    to.objects("findings", report.findings, [&](const text_finding& f) { write_finding(to, f, rules, in); });
    to.objects("elements", report.elements, [&](const note_element& e) { write_element(to, e, rules, in); });
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
