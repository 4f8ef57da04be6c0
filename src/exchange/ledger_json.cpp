// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/ledger_json.hpp"

#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_words.hpp"
#include "exchange/json_writer.hpp"

#include <charconv>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr element_count any_number{0, json_limits::values};

/// A text that may be empty, as a key of a tally has it.
std::string read_part(problem_list& problems, json_value from) {
    if (from.kind() != json_kind::string) problems.add(status::field_type, from);
    else if (from.text().size() > integrity_limits::label_bytes) problems.add(status::field_value, from);
    else return std::string(from.text());
    return {};
}

std::uint64_t read_key(problem_list& problems, json_value from) {
    std::uint64_t out = 0;
    const std::string_view text = from.text();
    if (from.kind() != json_kind::number) problems.add(status::field_type, from);
    else if (std::from_chars(text.data(), text.data() + text.size(), out).ptr != text.data() + text.size())
        problems.add(status::field_value, from);
    return out;
}

bool read_flag(problem_list& problems, json_value from) {
    if (from.kind() != json_kind::boolean) problems.add(status::field_type, from);
    return from.truth();
}

/// [form, unit, wave, language, stratum, scale, people, digest, [keys of people]]
release_population read_population(problem_list& problems, json_value from) {
    release_population out;
    if (!check_array(problems, from, {9, 9})) return out;
    json_value at = from.first();
    for (std::string* part :
         {&out.key.form, &out.key.unit, &out.key.wave, &out.key.language, &out.key.stratum, &out.scale}) {
        *part = read_part(problems, at);
        at = at.next();
    }
    out.people = read_integer(problems, at, {0, integrity_limits::events}).value_or(0);
    at = at.next();
    out.digest = read_part(problems, at);
    if (!out.digest.empty() && !is_digest(out.digest)) problems.add(status::field_value, at);
    at = at.next();
    if (check_array(problems, at, any_number))
        for (const json_value key : json_elements(at)) out.persons.push_back(read_key(problems, key));
    return out;
}

/// [[places of populations], shown, guarded] and, where it has an interval by units, true
release_figure read_figure(problem_list& problems, json_value from) {
    release_figure out;
    if (!check_array(problems, from, {3, 4})) return out;
    const json_value places = from.first();
    if (check_array(problems, places, any_number))
        for (const json_value place : json_elements(places))
            out.populations.push_back(static_cast<std::size_t>(
                read_integer(problems, place, {0, static_cast<std::int64_t>(json_limits::values)}).value_or(0)));
    out.shown = read_flag(problems, places.next());
    out.guarded = read_flag(problems, places.next().next());
    if (from.size() == 4) out.by_units = read_flag(problems, places.next().next().next());
    return out;
}

release_record read_release(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    release_record out;
    fields.string("instrument_digest", presence::required, out.instrument_digest);
    read_count(fields, "minimum_people", {0, integrity_limits::people}, out.minimum_people);
    if (const auto rows = fields.array("populations", presence::required))
        for (const json_value row : json_elements(*rows)) out.populations.push_back(read_population(problems, row));
    if (const auto rows = fields.array("figures", presence::required))
        for (const json_value row : json_elements(*rows)) out.figures.push_back(read_figure(problems, row));
    fields.finish();
    return out;
}

void write_population(json_writer& to, const release_population& of) {
    to.begin_array();
    for (const std::string* part :
         {&of.key.form, &of.key.unit, &of.key.wave, &of.key.language, &of.key.stratum, &of.scale})
        to.string(*part);
    to.integer(of.people);
    to.string(of.digest);
    to.begin_array();
    char digits[20];
    for (const std::uint64_t key : of.persons)
        to.plain({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, key).ptr - digits)});
    to.end_array();
    to.end_array();
}

void write_figure(json_writer& to, const release_figure& of) {
    to.begin_array();
    to.begin_array();
    for (const std::size_t place : of.populations) to.integer(static_cast<std::int64_t>(place));
    to.end_array();
    to.boolean(of.shown);
    to.boolean(of.guarded);
    if (of.by_units) to.boolean(true);
    to.end_array();
}

void write_release(json_writer& to, const release_record& of) {
    to.key("instrument_digest").string(of.instrument_digest);
    to.key("minimum_people").integer(of.minimum_people);
    to.key("populations").begin_array();
    for (const release_population& row : of.populations) write_population(to, row);
    to.end_array();
    to.key("figures").begin_array();
    for (const release_figure& row : of.figures) write_figure(to, row);
    to.end_array();
}

}  // namespace

}  // namespace exchange

result<release_ledger> read_ledger(std::string_view json) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, ledger_format)) return *other;
    problem_list problems(*document);
    field_reader top(problems, document->root());
    std::vector<release_record> releases;
    check_format(top, ledger_format);
    if (const auto rows = top.array("releases", presence::required))
        for (const json_value row : json_elements(*rows)) releases.push_back(read_release(problems, row));
    top.finish();
    if (!problems.empty()) return problems.to_error();
    return release_ledger::of(std::move(releases));
}

std::string write_ledger(const release_ledger& of) {
    using namespace exchange;
    json_writer to(json_layout::canonical);
    to.begin_object();
    to.key("format").string(ledger_format);
    to.key("releases").begin_array();
    for (const release_record& release : of.releases()) {
        to.begin_object();
        write_release(to, release);
        to.end_object();
    }
    to.end_array();
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
