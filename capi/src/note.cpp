// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "rules.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/note_request_json.hpp"
#include "peersupport/review/note_check.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

struct peersupport_note_report {
    peersupport::note_report value;
    peersupport::rule_set rules;
};

namespace capi = peersupport::capi;

namespace {

peersupport::result<peersupport::rule_set> compiled(const peersupport_text* packs, std::size_t count) {
    if (count == 0) return peersupport::canonical_rules();
    auto read = capi::read_packs(packs, count);
    if (!read) return read.problems();
    return peersupport::compile_rules(*std::move(read));
}

int32_t check(const peersupport_rules& by, const peersupport::note& what, const peersupport::note_check_options& options,
              peersupport_note_report** into, peersupport_problems** problems, peersupport_error* error) {
    auto report = peersupport::note_checker(by.value).check(what, options);
    if (!report) return capi::refuse(report.problems(), problems, error);
    *into = new peersupport_note_report{*std::move(report), by.value};
    return PEERSUPPORT_OK;
}

bool of_notes(const peersupport_rules* rules) { return rules && rules->kind == peersupport_rules_kind::notes; }

void fill(const peersupport::text_finding& from, const peersupport_note_report& report, int32_t language, peersupport_note_finding& into) {
    const peersupport::review_rule& rule = report.rules.rules()[from.rule];
    const peersupport::review_language& words = rule.words_in(capi::language_of(language));
    into.severity = static_cast<int32_t>(from.severity);
    into.sureness = static_cast<int32_t>(from.sureness);
    into.weight = static_cast<int32_t>(from.suppressed_by);
    (void)capi::give(rule.id, &into.rule);
    (void)capi::give(from.field, &into.field);
    (void)capi::give(words.message, &into.message);
    (void)capi::give(words.explanation, &into.explanation);
    (void)capi::give(from.fingerprint, &into.fingerprint);
    capi::place(from.span, into);
}

}  // namespace

static_assert(PEERSUPPORT_WEIGHT_BASELINE == static_cast<int32_t>(peersupport::suppression::baseline));
static_assert(PEERSUPPORT_WEIGHT_MENTION == static_cast<int32_t>(peersupport::suppression::mention));
static_assert(PEERSUPPORT_SEVERITY_ERROR == static_cast<int32_t>(peersupport::review_severity::error));

int32_t peersupport_rules_create(const peersupport_text* packs, size_t count, peersupport_rules** rules,
                                 peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized_packs(packs, count) || !rules) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        auto made = compiled(packs, count);
        if (!made) return capi::refuse(made.problems(), problems, error);
        *rules = new peersupport_rules{*std::move(made), peersupport_rules_kind::notes};
        return PEERSUPPORT_OK;
    });
}

void peersupport_rules_free(peersupport_rules* rules) { delete rules; }

int32_t peersupport_note_check_text(const peersupport_rules* rules, const char* text, size_t size, int32_t language,
                                    peersupport_note_report** report, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of_notes(rules) || !capi::sized(text, size) || !report || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        peersupport::note what{capi::view_of(text, size)};
        if (language != PEERSUPPORT_ANY_LANGUAGE) what.written_in = capi::language_of(language);
        return check(*rules, what, {}, report, nullptr, error);
    });
}

int32_t peersupport_note_check(const peersupport_rules* rules, const char* note, size_t size,
                               peersupport_note_report** report, peersupport_problems** problems,
                               peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of_notes(rules) || !capi::sized(note, size) || !report) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        const auto request = peersupport::read_note_request(capi::view_of(note, size));
        if (!request) return capi::refuse(request.problems(), problems, error);
        return check(*rules, request->what(), request->options(), report, problems, error);
    });
}

size_t peersupport_note_report_count(const peersupport_note_report* report) { return report ? report->value.findings.size() : 0; }

int32_t peersupport_note_report_at(const peersupport_note_report* report, size_t index, int32_t language,
                                   peersupport_note_finding* finding) {
    if (!report || !finding || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    if (!capi::known_size(finding)) return PEERSUPPORT_BAD_STRUCT_SIZE;
    const auto* at = capi::row_of(report->value.findings, index);
    if (!at) return PEERSUPPORT_INVALID_ARGUMENT;
    fill(*at, *report, language, *finding);
    return PEERSUPPORT_OK;
}

int32_t peersupport_note_report_json(const peersupport_note_report* report, int32_t language, peersupport_string** json,
                                     peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!report || !json || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        *json = new peersupport_string{peersupport::write_note_report(report->value, report->rules, capi::shown_in(report->value.in, language))};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_note_report_sarif(const peersupport_note_report* report, int32_t language, const char* uri,
                                      size_t uri_size, peersupport_string** sarif, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!report || !sarif || !capi::sized(uri, uri_size) || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        auto made = peersupport::write_note_sarif(report->value, report->rules, capi::shown_in(report->value.in, language), capi::view_of(uri, uri_size));
        if (!made) return capi::report(made.problems(), error);
        *sarif = new peersupport_string{*std::move(made)};
        return PEERSUPPORT_OK;
    });
}

void peersupport_note_report_free(peersupport_note_report* report) { delete report; }
