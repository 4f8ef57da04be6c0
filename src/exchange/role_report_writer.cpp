// SPDX-License-Identifier: Apache-2.0
#include "exchange/finding_words.hpp"
#include "exchange/sarif_writer.hpp"
#include "exchange/span_writer.hpp"
#include "peersupport/exchange/role_json.hpp"

#include <array>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::array<std::string_view, 4> polarity_names{"does", "does-not", "others", "helps"};
constexpr std::array<std::string_view, 4> fit_names{"core", "optional", "unusual", ""};
constexpr std::array<std::string_view, 3> component_names{"present", "near", "missing"};

template <class Ids>
void write_ids(json_writer& to, std::string_view name, const Ids& ids) {
    to.key(name).begin_inline_array();
    for (const auto& id : ids) to.string(id);
    to.end_array();
}

void write_or_null(json_writer& to, std::string_view name, std::string_view text) {
    to.key(name);
    if (text.empty()) to.null();
    else to.string(text);
}

class role_report_writer {
public:
    role_report_writer(const role_report& report, const rule_set& rules, const definition& by, language in) : report_(report), rules_(rules), by_(by), in_(in) {}

    std::string write() && {
        to_.begin_object();
        to_.key("format").string("peersupport-role-report-1");
        to_.key("rules").string(rules_.digest());
        to_.key("definition").string(report_.definition);
        to_.key("language").string(report_.in == language::fr ? "fr" : "en");
        to_.key("role").string(report_.role);
        to_.objects("drift", of(review_category::drift), [&](const role_finding* f) { write_drift(*f); });
        to_.objects("conditional", of(review_category::cond), [&](const role_finding* f) { write_conditional(*f); });
        to_.objects("duties", of(review_category::duty), [&](const role_finding* f) { write_duty(*f); });
        to_.objects("components", report_.components, [&](const role_component& c) { write_component(c); });
        to_.objects("entries", report_.entries, [&](const role_entry& e) { write_entry(e); });
        write_time();
        to_.end_object();
        return std::move(to_).finish();
    }

private:
    [[nodiscard]] std::vector<const role_finding*> of(review_category category) const {
        std::vector<const role_finding*> found;
        for (const role_finding& f : report_.findings)
            if (rules_.rules()[f.found.rule].category == category) found.push_back(&f);
        return found;
    }

    /// What every kind of finding has.
    void write_place(const role_finding& f) {
        const review_rule& rule = rules_.rules()[f.found.rule];
        to_.key("rule").string(rule.id);
        write_or_null(to_, "row", f.row);
        to_.key("polarity").string(polarity_names[static_cast<std::size_t>(f.polarity)]);
        to_.key("conditional").boolean(f.conditional);
        to_.key("field").string(f.found.field);
        to_.key("entry");
        if (f.entry) to_.integer(static_cast<std::int64_t>(f.entry));
        else to_.null();
        write_span(to_, f.found.span);
        to_.key("fingerprint").string(f.found.fingerprint);
    }

    void write_drift(const role_finding& f) {
        const review_rule& rule = rules_.rules()[f.found.rule];
        const review_language& words = rule.words_in(in_);
        const drift* row = by_.find<drift>(f.row);
        write_place(f);
        to_.key("severity").string(name_of(f.found.severity, severity_words));
        to_.key("sureness").string(name_of(f.found.sureness, sureness_words));
        write_or_null(to_, "suppressed_by", suppression_names[static_cast<std::size_t>(f.found.suppressed_by)]);
        to_.key("title").string(words.title);
        to_.key("message").string(words.message);
        to_.key("explanation").string(words.explanation);
        write_texts(to_, "suggestions", f.found.suggestions);
        write_or_null(to_, "duty", row ? row->text.in(in_) : std::string_view{});
        write_or_null(to_, "class", row ? row->drift_class : std::string_view{});
        to_.key("class_severity");
        if (row) to_.integer(row->severity);
        else to_.null();
        if (row) write_ids(to_, "values_eroded", row->values_eroded);
        else write_texts(to_, "values_eroded", rule.values);
        write_or_null(to_, "usually_from", row ? words_of_origin(row->usually_from) : std::string_view{});
        write_or_null(to_, "instead", row ? row->instead.in(in_) : std::string_view{});
        write_texts(to_, "guidelines", rule.guidelines);
    }

    [[nodiscard]] static std::string_view words_of_origin(drift_origin origin) { return peersupport::words_of<drift_origin>[static_cast<std::size_t>(origin)]; }

    void write_conditional(const role_finding& f) {
        const conditional_duty* row = by_.find<conditional_duty>(f.row);
        write_place(f);
        write_or_null(to_, "name", row ? row->name.in(in_) : std::string_view{});
        write_or_null(to_, "conditions", row ? row->conditions.in(in_) : std::string_view{});
        write_or_null(to_, "question", row ? row->question.in(in_) : std::string_view{});
    }

    void write_duty(const role_finding& f) {
        const duty* row = by_.find<duty>(f.row);
        write_place(f);
        write_or_null(to_, "duty", row ? row->text.in(in_) : std::string_view{});
        write_or_null(to_, "fit", fit_names[static_cast<std::size_t>(f.fit)]);
        write_or_null(to_, "activity", row ? row->activity : std::string_view{});
    }

    void write_component(const role_component& c) {
        const review_rule& rule = rules_.rules()[c.rule];
        const job_description_component* row = by_.find<job_description_component>(c.row);
        to_.key("rule").string(rule.id);
        to_.key("row").string(c.row);
        to_.key("level").string(peersupport::words_of<requirement_level>[static_cast<std::size_t>(c.level)]);
        to_.key("state").string(component_names[static_cast<std::size_t>(c.state)]);
        to_.key("title").string(rule.words_in(in_).title);
        to_.key("component").string(row ? row->text.in(in_) : std::string_view(rule.words_in(in_).title));
        write_or_null(to_, "field", c.field);
        write_span(to_, c.span);
        write_texts(to_, "suggestions", rule.words_in(in_).suggest);
    }

    void write_entry(const role_entry& e) {
        to_.key("kind").string(kind_name(e.kind));
        to_.key("code").string(e.code);
        write_or_null(to_, "row", e.row);
        to_.key("minutes").integer(e.minutes);
    }

    [[nodiscard]] static std::string_view kind_name(activity_kind kind) { return peersupport::words_of<activity_kind>[static_cast<std::size_t>(kind)]; }

    void write_time() {
        to_.key("time").begin_object();
        to_.key("minutes").integer(report_.total_minutes());
        for (std::size_t i = 0; i < activity_kinds; ++i) {
            const auto kind = static_cast<activity_kind>(i);
            to_.key(kind_name(kind)).begin_inline_object();
            to_.key("minutes").integer(report_.minutes[i]);
            to_.key("share");
            if (report_.total_minutes() == 0) to_.null();
            else to_.number(report_.share(kind));
            to_.end_object();
        }
        to_.end_object();
    }

    const role_report& report_;
    const rule_set& rules_;
    const definition& by_;
    language in_;
    json_writer to_;
};

/// What SARIF says of a component that is missing: a finding of its rule, without a place.
text_finding about_component(const role_component& c, const review_rule& rule) {
    text_finding made;
    made.rule = c.rule;
    made.severity = c.level == requirement_level::must ? review_severity::warning : review_severity::info;
    made.sureness = rule.sureness;
    made.field = "text";
    if (c.field == "text") made.span = c.span;
    return made;
}

}  // namespace

}  // namespace exchange

std::string write_role_report(const role_report& report, const rule_set& rules, const definition& by, language in) {
    return exchange::role_report_writer(report, rules, by, in).write();
}

result<std::string> write_role_sarif(const role_report& report, const rule_set& rules, language in, std::string_view uri) {
    std::vector<text_finding> shown;
    for (const role_finding& f : report.findings)
        if (rules.rules()[f.found.rule].category == review_category::drift) shown.push_back(f.found);
    for (const role_component& c : report.components)
        if (c.state != component_state::present) shown.push_back(exchange::about_component(c, rules.rules()[c.rule]));
    return exchange::write_sarif(shown, rules, {in, uri, "role", "role", report.role});
}

}  // namespace peersupport
