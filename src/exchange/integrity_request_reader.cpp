// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_words.hpp"
#include "peersupport/exchange/integrity_json.hpp"
#include "text/decimal_value.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

/// What counts when a policy says nothing of workers: the smallest number with which a finding is about a service.
constexpr std::int32_t usual_minimum_workers = 3;
constexpr bounds policy_numbers{0, 1'000'000};

/// A number that a named policy has already: it may be repeated, not changed.
void check_same(field_reader& fields, std::string_view name, std::int32_t expected) {
    const auto value = find_given(fields, name);
    if (!value) return;
    const auto number = read_integer(fields.problems(), *value, policy_numbers);
    if (number && *number != expected) fields.problems().add(status::field_value, *value);
}

void read_named_policy(field_reader& fields, json_value id, const definition& by, integrity_policy& out) {
    const auto text = read_string(fields.problems(), id);
    const auto named = text ? policy_of(by, *text, out.audience, out.workers_agreed)
                            : result<integrity_policy>(error(status::not_found));
    if (text && !named) fields.problems().add(status::reference_unknown, id);
    if (named) out = *named;
    check_same(fields, "minimum_people", named ? named->minimum_people : -1);
    check_same(fields, "minimum_workers", named ? named->minimum_workers : -1);
}

void read_reliability(field_reader& top, integrity_request& out) {
    const auto from = find_given(top, "reliability");
    if (!from) return;
    field_reader fields(top.problems(), *from);
    given_reliability& study = out.reliability.emplace();
    read_count(fields, "people", {0, integrity_limits::people}, study.people);
    if (const auto lower = fields.find("lower", presence::required))
        if (const auto number = read_decimal(top.problems(), *lower)) {
            study.lower = to_double(*number);
            if (study.lower < -1 || study.lower > 1) top.problems().add(status::field_value, *lower);
        }
    fields.string("source", presence::required, study.source);
    if (study.source.size() > integrity_limits::text_bytes) top.problems().add(status::too_large, *from);
    fields.finish();
}

void read_done(field_reader& top, integrity_request& out) {
    const auto rows = find_given(top, "done");
    if (!rows || !check_array(top.problems(), *rows, {0, integrity_limits::done})) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(top.problems(), row);
        feedback_entry& one = out.done.emplace_back();
        read_label(fields, "unit", presence::optional, one.unit);
        if (!find_given(fields, "said") && fields.is_object())
            top.problems().add_missing(status::field_missing, row, "said");
        read_given_text(fields, "said", one.said);
        read_given_text(fields, "did", one.did);
        read_given_text(fields, "not_yet", one.not_yet);
        read_given_text(fields, "why", one.why);
        fields.finish();
    }
}

void read_points(field_reader& fields, std::vector<process_count>& out) {
    const auto rows = fields.array("points", presence::required, {0, integrity_limits::points});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader point(fields.problems(), row);
        process_count one;
        read_label(point, "period", presence::required, one.period);
        read_count(point, "of", {0, integrity_limits::events}, one.of);
        read_count(point, "events", {0, one.of}, one.events);
        point.finish();
        // Ascending, so that no period stands twice.
        if (!out.empty() && !one.period.empty() && one.period <= out.back().period)
            fields.problems().add(status::field_value, row);
        out.push_back(std::move(one));
    }
}

void read_process(field_reader& top, integrity_request& out) {
    const auto rows = find_given(top, "process");
    if (!rows || !check_array(top.problems(), *rows, {0, integrity_limits::process})) return;
    label_set keys(top.problems());
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(top.problems(), row);
        process_series& one = out.process.emplace_back();
        read_label(fields, "unit", presence::required, one.unit);
        read_label(fields, "series", presence::required, one.series);
        read_points(fields, one.points);
        fields.finish();
        if (!one.unit.empty()) keys.add({one.unit, one.series}, row);
    }
}

void read_period(field_reader& top, integrity_request& out) {
    const auto from = find_given(top, "period");
    if (!from) return;
    field_reader fields(top.problems(), *from);
    day_period& period = out.period.emplace();
    read_half_open(fields, period.from, period.to);
    fields.finish();
}

void read_overall(field_reader& top, bool& out) {
    const auto value = find_given(top, "overall");
    if (!value) return;
    if (value->kind() == json_kind::boolean) out = value->truth();
    else top.problems().add(status::field_type, *value);
}

void read_seed(field_reader& top, integrity_request& out) {
    const auto value = find_given(top, "seed");
    if (!value) return;
    if (const auto number = read_integer(top.problems(), *value, {0, INT64_MAX}))
        out.seed = static_cast<std::uint64_t>(*number);
}

}  // namespace

void read_policy(field_reader& top, const definition& by, integrity_policy& out) {
    const auto from = top.find("policy", presence::required);
    if (!from) return;
    field_reader fields(top.problems(), *from);
    if (const auto audience = fields.word("audience", presence::required, enum_words<readership>))
        out.audience = *audience;
    fields.boolean("workers_agreed", presence::optional, out.workers_agreed);
    if (const auto id = find_given(fields, "id")) {
        read_named_policy(fields, *id, by, out);
    } else {
        fields.integer("minimum_people", presence::required, policy_numbers, out.minimum_people);
        out.minimum_workers = usual_minimum_workers;
        if (find_given(fields, "minimum_workers"))
            fields.integer("minimum_workers", presence::optional, policy_numbers, out.minimum_workers);
    }
    fields.finish();
}

void read_request(field_reader& top, const definition& by, integrity_request& out) {
    check_format(top, integrity_request_format);
    read_policy(top, by, out.policy);
    if (const auto how = find_given(top, "collection")) out.collection = read_collection(top.problems(), *how);
    read_label(top, "wave", presence::optional, out.wave);
    read_period(top, out);
    read_label(top, "cut_set", presence::optional, out.cut_set);
    if (const auto then = find_given(top, "baseline")) out.baseline = read_snapshot(top.problems(), *then);
    read_overall(top, out.overall);
    read_label(top, "stratifier", presence::optional, out.stratifier);
    read_given_text(top, "community_governance", out.community_governance);
    read_label(top, "own_unit", presence::optional, out.own_unit);
    read_reliability(top, out);
    read_done(top, out);
    read_process(top, out);
    read_seed(top, out);
}

}  // namespace exchange

result<integrity_request> read_integrity_request(std::string_view json, const definition& by) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, integrity_request_format)) return *other;
    problem_list problems(*document);
    field_reader top(problems, document->root());
    integrity_request out;
    read_request(top, by, out);
    top.finish();
    if (!problems.empty()) return problems.to_error();
    return out;
}

}  // namespace peersupport
