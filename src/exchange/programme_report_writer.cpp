// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_writer.hpp"
#include "exchange/programme_words.hpp"
#include "peersupport/exchange/programme_json.hpp"

#include <string>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void write_count(json_writer& to, std::string_view key, std::size_t count) {
    to.key(key).integer(static_cast<std::int64_t>(count));
}

void write_ids(json_writer& to, std::string_view key, const std::vector<std::string>& ids) {
    to.key(key).begin_inline_array();
    for (const std::string& id : ids) to.string(id);
    to.end_array();
}

void write_days(json_writer& to, std::string_view key, const std::vector<date>& days) {
    to.key(key).begin_inline_array();
    for (const date& day : days) to.string(to_text(day));
    to.end_array();
}

void write_null(json_writer& to, std::string_view key) { to.key(key).plain("null"); }

// What is not known or not there is null, so that every row of a list has the same members.
void write_day(json_writer& to, std::string_view key, const std::optional<date>& day) {
    if (day) to.key(key).string(to_text(*day));
    else write_null(to, key);
}

void write_count(json_writer& to, std::string_view key, const std::optional<std::size_t>& count) {
    if (count) write_count(to, key, *count);
    else write_null(to, key);
}

void write_id(json_writer& to, std::string_view key, std::string_view id) {
    if (!id.empty()) to.key(key).string(id);
    else write_null(to, key);
}

void write_definition(json_writer& to, const checked_definition& definition) {
    to.key("definition").begin_object();
    to.key("version").string(definition.version);
    to.key("digest").string(definition.digest);
    if (!definition.overlay_id.empty()) {
        to.key("overlay").begin_object();
        to.key("id").string(definition.overlay_id);
        to.key("version").string(definition.overlay_version);
        to.key("digest").string(definition.overlay_digest);
        to.end_object();
    }
    to.end_object();
}

void write_counts(json_writer& to, const programme_counts& counts) {
    to.key("counts").begin_object();
    write_count(to, "agencies", counts.agencies);
    write_count(to, "positions", counts.positions);
    write_count(to, "filled", counts.filled);
    write_count(to, "vacant", counts.vacant);
    write_count(to, "supervisors", counts.supervisors);
    write_count(to, "networks", counts.networks);
    to.key("findings").begin_object();
    write_count(to, "missing", counts.missing);
    write_count(to, "check", counts.check);
    write_count(to, "say", counts.say);
    to.end_object();
    to.end_object();
}

void write_head(json_writer& to, const programme_report& report) {
    to.key("format").string(programme_report_format);
    write_definition(to, report.definition);
    to.key("programme").string(report.programme);
    to.key("as_of").string(to_text(report.as_of));
    to.key("period").begin_object();
    to.key("from").string(to_text(report.from));
    to.key("to").string(to_text(report.to));
    to.end_object();
    write_counts(to, report.counts);
}

void write_connection(json_writer& to, const connection_report& connection) {
    to.key("connection").string(connection.connection);
    to.key("exists").boolean(connection.exists);
    write_id(to, "frequency", connection.frequency);
    to.objects("parts", connection.parts, [&](const part_meetings& part) {
        to.key("id").string(part.id);
        to.key("recorded").boolean(part.recorded);
        write_count(to, "expected", part.expected);
        write_count(to, "held", part.held);
        if (part.recorded && part.expected) write_days(to, "missed", part.missed);
        else write_null(to, "missed");
        write_day(to, "last", part.last);
    });
}

void write_path(json_writer& to, const path_report& path) {
    to.key("table").string(path.table);
    to.key("connection").string(path.connection);
    write_ids(to, "path", path.path);
    write_count(to, "reached", path.reached);
    write_ids(to, "not_reached", path.not_reached);
}

void write_training(json_writer& to, const programme_report& report) {
    const auto write = [&](std::string_view key, const training_count& count) {
        to.key(key).begin_object();
        write_count(to, "have", count.have);
        write_count(to, "need", count.need);
        to.end_object();
    };
    to.key("training").begin_object();
    write("core_skills", report.core_skills);
    write("supervision", report.supervision);
    to.end_object();
}

void write_coverage(json_writer& to, const region_coverage& coverage) {
    to.key("region").string(coverage.region);
    to.objects("elements", coverage.elements, [&](const element_coverage& element) {
        to.key("core_element").string(element.core_element);
        write_ids(to, "agencies", element.agencies);
    });
}

void write_funding(json_writer& to, const programme_report& report) {
    const auto write = [&](const funding_count& count) {
        to.key("funded").integer(count.funded);
        write_count(to, "positions", count.positions);
        write_count(to, "filled", count.filled);
    };
    if (report.funding)
        to.objects("funding", *report.funding, [&](const agency_funding& line) {
            to.key("agency").string(line.agency);
            write(line.count);
        });
    else write_null(to, "funding");
    if (!report.system_leads) return write_null(to, "system_leads");
    to.key("system_leads").begin_object();
    write(*report.system_leads);
    to.end_object();
}

void write_evaluation(json_writer& to, const evaluation_report& evaluation) {
    to.key("evaluation").begin_object();
    write_day(to, "baseline", evaluation.baseline);
    write_day(to, "integrity_known", evaluation.integrity_known);
    write_day(to, "impact_from", evaluation.impact_from);
    to.key("order").string(word_for(evaluation.order, order_words));
    to.end_object();
}

void write_constellation(json_writer& to, const constellation_report& constellation) {
    to.key("constellation").begin_object();
    to.objects("nodes", constellation.nodes, [&](const constellation_node& node) {
        to.key("id").string(node.id);
        to.key("part").string(node.part);
        if (!node.name.empty()) to.key("name").text(node.name);
    });
    to.objects("edges", constellation.edges, [&](const constellation_edge& edge) {
        to.key("from").string(edge.from);
        to.key("to").string(edge.to);
        to.key("connection").string(edge.connection);
        to.key("exists").boolean(edge.exists);
        if (edge.met) to.key("met").boolean(*edge.met);
        else write_null(to, "met");
    });
    to.end_object();
}

void write_finding(json_writer& to, const finding& one) {
    to.key("rule").string(one.rule);
    to.key("need").string(words_of<rule_need>[static_cast<std::size_t>(one.need)]);
    to.key("level").string(one.level);
    write_id(to, "gap", one.gap);
    write_ids(to, "change_ideas", one.change_ideas);
    write_ids(to, "about", one.about);
    to.key("place").string(one.place);
    to.key("numbers").begin_object();
    for (const finding_number& number : one.numbers) to.key(number.name).integer(number.value);
    to.end_object();
    write_days(to, "days", one.days);
    to.key("message").text(one.message);
}

}  // namespace

}  // namespace exchange

std::string write_programme_report(const programme_report& report) {
    using namespace exchange;
    json_writer to;
    to.begin_object();
    write_head(to, report);
    to.objects("connections", report.connections, [&](const auto& row) { write_connection(to, row); });
    to.objects("paths", report.paths, [&](const auto& row) { write_path(to, row); });
    write_training(to, report);
    to.objects("coverage", report.coverage, [&](const auto& row) { write_coverage(to, row); });
    write_funding(to, report);
    write_evaluation(to, report.evaluation);
    write_constellation(to, report.constellation);
    to.objects("findings", report.findings, [&](const auto& row) { write_finding(to, row); });
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
