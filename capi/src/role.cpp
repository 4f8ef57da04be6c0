// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/exchange/role_json.hpp"
#include "peersupport/exchange/role_request_json.hpp"
#include "peersupport/review/role_check.hpp"
#include "rules.hpp"

#include <string_view>
#include <utility>

struct peersupport_role_report {
    peersupport::role_report value;
    peersupport::rule_set rules;
};

namespace capi = peersupport::capi;

namespace {

peersupport::result<peersupport::rule_set> compiled(const peersupport_text* packs, std::size_t count) {
    if (count == 0) return peersupport::canonical_role_rules();
    auto read = capi::read_packs(packs, count);
    if (!read) return read.problems();
    return peersupport::compile_role_rules(*std::move(read));
}

bool of_roles(const peersupport_rules* rules) { return rules && rules->kind == peersupport_rules_kind::roles; }

int32_t check(const peersupport_rules& by, const peersupport::role_description& what, peersupport_role_report** into, peersupport_problems** problems,
              peersupport_error* error) {
    auto report = peersupport::role_checker(by.value).check(what);
    if (!report) return capi::refuse(report.problems(), problems, error);
    *into = new peersupport_role_report{*std::move(report), by.value};
    return PEERSUPPORT_OK;
}

int32_t part_of(peersupport::review_category category) {
    switch (category) {
        case peersupport::review_category::cond: return PEERSUPPORT_ROLE_CONDITIONAL;
        case peersupport::review_category::duty: return PEERSUPPORT_ROLE_DUTY;
        default: return PEERSUPPORT_ROLE_DRIFT;
    }
}

void fill(const peersupport::role_finding& from, const peersupport::rule_set& rules, peersupport::language in, peersupport_role_finding& into) {
    const peersupport::review_rule& rule = rules.rules()[from.found.rule];
    const auto* drift = peersupport::canonical().find<peersupport::drift>(from.row);
    const auto* conditional = peersupport::canonical().find<peersupport::conditional_duty>(from.row);
    into.part = part_of(rule.category);
    into.severity = static_cast<int32_t>(from.found.severity);
    into.sureness = static_cast<int32_t>(from.found.sureness);
    into.weight = static_cast<int32_t>(from.found.suppressed_by);
    into.polarity = static_cast<int32_t>(from.polarity);
    into.conditional = from.conditional;
    into.state = PEERSUPPORT_COMPONENT_PRESENT;
    (void)capi::give(rule.id, &into.rule);
    (void)capi::give(from.row, &into.row);
    (void)capi::give(from.found.field, &into.field);
    (void)capi::give(conditional ? conditional->question.in(in) : std::string_view(rule.words_in(in).message), &into.message);
    (void)capi::give(drift ? drift->instead.in(in) : std::string_view{}, &into.instead);
    (void)capi::give(from.found.fingerprint, &into.fingerprint);
    into.entry = from.entry;
    capi::place(from.found.span, into);
}

void fill(const peersupport::role_component& from, const peersupport::rule_set& rules, peersupport::language in, peersupport_role_finding& into) {
    const peersupport::review_rule& rule = rules.rules()[from.rule];
    const peersupport::review_language& words = rule.words_in(in);
    const bool must = from.level == peersupport::requirement_level::must;
    const bool present = from.state == peersupport::component_state::present;
    into.part = PEERSUPPORT_ROLE_COMPONENT;
    into.severity = must && !present ? PEERSUPPORT_SEVERITY_WARNING : PEERSUPPORT_SEVERITY_INFO;
    into.sureness = static_cast<int32_t>(rule.sureness);
    into.weight = PEERSUPPORT_WEIGHT_FULL;
    into.polarity = PEERSUPPORT_POLARITY_DOES;
    into.conditional = 0;
    into.state = static_cast<int32_t>(from.state);
    (void)capi::give(rule.id, &into.rule);
    (void)capi::give(from.row, &into.row);
    (void)capi::give(from.field, &into.field);
    (void)capi::give(words.message, &into.message);
    (void)capi::give(!present && !words.suggest.empty() ? std::string_view(words.suggest.front()) : std::string_view{}, &into.instead);
    (void)capi::give(std::string_view{}, &into.fingerprint);
    into.entry = 0;
    capi::place(from.span, into);
}

}  // namespace

static_assert(PEERSUPPORT_WEIGHT_EXEMPTION == static_cast<int32_t>(peersupport::suppression::exemption));
static_assert(PEERSUPPORT_POLARITY_HELPS == static_cast<int32_t>(peersupport::duty_polarity::helps));
static_assert(PEERSUPPORT_COMPONENT_MISSING == static_cast<int32_t>(peersupport::component_state::missing));
static_assert(PEERSUPPORT_ACTIVITY_REVIEW == static_cast<int32_t>(peersupport::activity_kind::review));

int32_t peersupport_role_rules_create(const peersupport_text* packs, size_t count, peersupport_rules** rules, peersupport_problems** problems,
                                      peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized_packs(packs, count) || !rules) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        auto made = compiled(packs, count);
        if (!made) return capi::refuse(made.problems(), problems, error);
        *rules = new peersupport_rules{*std::move(made), peersupport_rules_kind::roles};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_role_check_text(const peersupport_rules* rules, const char* text, size_t size, int32_t language, peersupport_role_report** report,
                                    peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of_roles(rules) || !capi::sized(text, size) || !report || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        peersupport::role_description what{capi::view_of(text, size)};
        if (language != PEERSUPPORT_ANY_LANGUAGE) what.written_in = capi::language_of(language);
        return check(*rules, what, report, nullptr, error);
    });
}

int32_t peersupport_role_check(const peersupport_rules* rules, const char* description, size_t size, peersupport_role_report** report,
                               peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of_roles(rules) || !capi::sized(description, size) || !report) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        auto request = peersupport::read_role_request(capi::view_of(description, size));
        if (!request) return capi::refuse(request.problems(), problems, error);
        return check(*rules, request->what(), report, problems, error);
    });
}

size_t peersupport_role_report_count(const peersupport_role_report* report) {
    return report ? report->value.findings.size() + report->value.components.size() : 0;
}

int32_t peersupport_role_report_at(const peersupport_role_report* report, size_t index, int32_t language, peersupport_role_finding* finding) {
    if (!report || !finding || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    if (!capi::known_size(finding)) return PEERSUPPORT_BAD_STRUCT_SIZE;
    const auto& findings = report->value.findings;
    if (const auto* at = capi::row_of(findings, index)) {
        fill(*at, report->rules, capi::language_of(language), *finding);
        return PEERSUPPORT_OK;
    }
    const auto* component = capi::row_of(report->value.components, index - findings.size());
    if (!component) return PEERSUPPORT_INVALID_ARGUMENT;
    fill(*component, report->rules, capi::language_of(language), *finding);
    return PEERSUPPORT_OK;
}

int64_t peersupport_role_report_minutes(const peersupport_role_report* report, int32_t kind) {
    if (!report || kind < 0 || kind >= static_cast<int32_t>(peersupport::activity_kinds)) return 0;
    return report->value.minutes[static_cast<std::size_t>(kind)];
}

int32_t peersupport_role_report_json(const peersupport_role_report* report, int32_t language, peersupport_string** json, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!report || !json || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        *json = new peersupport_string{peersupport::write_role_report(report->value, report->rules, peersupport::canonical(), capi::shown_in(report->value.in, language))};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_role_report_sarif(const peersupport_role_report* report, int32_t language, const char* uri, size_t uri_size, peersupport_string** sarif,
                                      peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!report || !sarif || !capi::sized(uri, uri_size) || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        auto made = peersupport::write_role_sarif(report->value, report->rules, capi::shown_in(report->value.in, language), capi::view_of(uri, uri_size));
        if (!made) return capi::report(made.problems(), error);
        *sarif = new peersupport_string{*std::move(made)};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_role_report_suggest(const peersupport_role_report* report, const char* description, size_t size, int32_t language,
                                        peersupport_string** markdown, peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!report || !capi::sized(description, size) || !markdown || !capi::known_or_any(language)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        auto request = peersupport::read_role_request(capi::view_of(description, size));
        if (!request) return capi::refuse(request.problems(), problems, error);
        const auto again = peersupport::role_checker(report->rules).check(request->what());
        if (!again) return capi::refuse(again.problems(), problems, error);
        // Places of another text would cut this one anywhere.
        if (!(*again == report->value)) return capi::refuse(peersupport::error(peersupport::status::shape_mismatch), problems, error);
        *markdown = new peersupport_string{
            peersupport::suggested_description(request->what(), report->value, report->rules, peersupport::canonical(), capi::shown_in(report->value.in, language))};
        return PEERSUPPORT_OK;
    });
}

void peersupport_role_report_free(peersupport_role_report* report) { delete report; }
