// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"
#include "exchange/integrity_writer.hpp"

#include <string_view>

namespace peersupport::exchange {

namespace {

void write_value_change(json_writer& to, const value_change& of) {
    to.key("value").string(of.value);
    write(to, "then", of.then);
    write(to, "now", of.now);
    write(to, "difference", of.difference);
    write(to, "adjusted", of.adjusted);
    write_word(to, "verdict", of.verdict);
}

void write_numbers(json_writer& to, std::string_view key, const std::vector<double>& numbers) {
    to.key(key).begin_inline_array();
    for (const double number : numbers) to.number(number);
    to.end_array();
}

void write_chart(json_writer& to, const std::optional<integrity_chart>& of) {
    to.key("chart");
    if (!of) return to.null();
    to.begin_object();
    write(to, "centre", of->centre);
    write_numbers(to, "lower", of->lower);
    write_numbers(to, "upper", of->upper);
    to.objects("signals", of->signals, [&](const chart_signal& signal) {
        to.key("rule").string(signal.rule);
        write(to, "from", signal.from);
        write(to, "to", signal.to);
    });
    to.end_object();
}

void write_harm(json_writer& to, const std::optional<harm_report>& of) {
    to.key("harm");
    if (!of) return to.null();
    to.begin_object();
    write_word(to, "showing", of->showing);
    write(to, "people", of->people);
    write(to, "ever", of->ever);
    write(to, "often", of->often);
    write_word(to, "ever_met", of->ever_met);
    write_word(to, "often_met", of->often_met);
    to.end_object();
}

void write_idea(json_writer& to, const planned_idea& of) {
    to.key("idea").string(of.idea);
    write_labels(to, "values", of.values);
    write_labels(to, "items", of.items);
    write_label(to, "level", of.level);
    write_text(to, "text", of.text);
    write_text(to, "process_measure", of.process_measure);
    write_text(to, "outcome_measure", of.outcome_measure);
    write_word(to, "evidence_class", of.evidence_class);
    write_text(to, "evidence", of.evidence);
    write_word(to, "standing", of.standing);
}

void write_rows(json_writer& to, std::string_view key, const std::vector<plan_row>& rows, std::string_view id,
                std::string_view text) {
    to.objects(key, rows, [&](const plan_row& row) {
        to.key(id).string(row.id);
        write_text(to, "name", row.name);
        write_text(to, text, row.text);
    });
}

}  // namespace

void write_change(json_writer& to, const unit_change& of) {
    to.key("change").begin_object();
    to.key("verdict").string(of.measured ? "measured" : "not-measurable");
    write_label(to, "reason", of.reason);
    to.key("baseline");
    if (of.baseline) {
        to.begin_object();
        write_label(to, "wave", of.baseline->wave);
        to.key("instrument_version").string(of.baseline->instrument_version);
        to.key("instrument_digest").string(of.baseline->instrument_digest);
        to.key("definition_version").string(of.baseline->definition_version);
        to.key("definition_digest").string(of.baseline->definition_digest);
        to.end_object();
    } else {
        to.null();
    }
    to.objects("values", of.values, [&](const auto& row) { write_value_change(to, row); });
    to.end_object();
}

void write_series(json_writer& to, const unit_profile& of) {
    to.objects("series", of.series, [&](const value_series& series) {
        to.key("value").string(series.value);
        to.objects("points", series.points, [&](const wave_point& point) {
            write_label(to, "wave", point.wave);
            write_word(to, "showing", point.showing);
            write(to, "people", point.people);
            write(to, "mean", point.mean);
        });
        write_chart(to, series.chart);
    });
    to.objects("process", of.process, [&](const process_result& result) {
        to.key("series").string(result.series);
        to.objects("points", result.points, [&](const process_point& point) {
            to.key("period").string(point.count.period);
            write(to, "events", point.count.events);
            write(to, "of", point.count.of);
            write(to, "share", point.share);
        });
        write_chart(to, result.chart);
    });
}

void write_outcomes(json_writer& to, const std::optional<reported_outcomes>& of) {
    to.key("outcomes");
    if (!of) return to.null();
    to.begin_object();
    to.objects("scales", of->scales, [&](const auto& row) { write_module(to, row); });
    write_harm(to, of->harm);
    to.end_object();
}

void write_gate(json_writer& to, const impact_gate& of) {
    to.key("gate").begin_object();
    write(to, "open", of.open);
    to.key("statement").begin_object();
    to.key("id").string(of.statement.id);
    to.key("text").text(of.statement.text);
    to.end_object();
    to.objects("conditions", of.conditions, [&](const gate_condition& condition) {
        to.key("id").string(condition.id);
        write_text(to, "name", condition.name);
        write(to, "met", condition.met);
        write(to, "limit", condition.limit);
        write(to, "found", condition.found);
        write_text(to, "advice", condition.advice);
    });
    to.end_object();
}

void write_improvement(json_writer& to, const improvement_plan& of) {
    to.key("improvement").begin_object();
    write_text(to, "aim", of.aim);
    to.objects("ideas", of.ideas, [&](const auto& row) { write_idea(to, row); });
    write_rows(to, "balancing", of.balancing, "id", "text");
    write_rows(to, "steps", of.steps, "id", "text");
    write_rows(to, "reflection", of.reflection, "level", "question");
    write_label(to, "look_again", of.look_again);
    to.end_object();
}

}  // namespace peersupport::exchange
