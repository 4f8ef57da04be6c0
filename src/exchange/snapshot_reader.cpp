// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_words.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::int64_t exact = std::int64_t{1} << 53;
constexpr std::int64_t full_marks = 100;  // value scores are points 0…100

constexpr std::array<word<counted_by>, 2> counted_words{{
    {"person", counted_by::person},
    {"response", counted_by::response},
}};

void read_digest(field_reader& fields, std::string& out) {
    const auto value = fields.find("digest", presence::required);
    if (!value) return;
    const auto text = read_string(fields.problems(), *value);
    if (!text) return;
    if (!is_digest(*text)) fields.problems().add(status::field_value, *value);
    out = *text;
}

void read_instrument(field_reader& top, used_instrument& out) {
    const auto from = top.find("instrument", presence::required);
    if (!from) return;
    field_reader fields(top.problems(), *from);
    read_id(fields, "id", out.id);
    read_version(fields, out.version);
    read_digest(fields, out.digest);
    fields.finish();
}

void read_definition(field_reader& top, used_definition& out) {
    const auto from = top.find("definition", presence::required);
    if (!from) return;
    field_reader fields(top.problems(), *from);
    read_version(fields, out.version);
    read_digest(fields, out.digest);
    if (const auto overlay = find_given(fields, "overlay")) {
        field_reader laid(top.problems(), *overlay);
        read_id(laid, "id", out.overlay_id);
        read_version(laid, out.overlay_version);
        read_digest(laid, out.overlay_digest);
        laid.finish();
    }
    fields.finish();
}

/// [answered, numerator, denominator, people], a score of 0…100 points.
std::optional<score_bin> read_bin(problem_list& problems, json_value from) {
    constexpr std::array<bounds, 4> within{{{1, 1024}, {0, exact}, {1, exact}, {1, integrity_limits::people}}};
    if (!check_array(problems, from, {within.size(), within.size()})) return std::nullopt;
    std::array<std::int64_t, within.size()> numbers{};
    std::size_t place = 0;
    bool whole = true;
    for (const json_value element : json_elements(from)) {
        const auto number = read_integer(problems, element, within[place]);
        whole = whole && number;
        numbers[place++] = number.value_or(0);
    }
    if (!whole) return std::nullopt;
    if (numbers[1] <= full_marks * numbers[2])
        return score_bin{static_cast<std::int32_t>(numbers[0]), numbers[1], numbers[2], numbers[3]};
    problems.add(status::field_value, from);
    return std::nullopt;
}

void read_bins(field_reader& cell, snapshot_cell& out) {
    const auto rows = cell.array("bins", presence::required, {0, integrity_limits::bins});
    if (!rows) return;
    std::int64_t people = 0;
    bool whole = true;
    for (const json_value row : json_elements(*rows)) {
        const auto bin = read_bin(cell.problems(), row);
        whole = whole && bin;
        if (!bin) continue;
        if (!out.bins.empty() && score_bin::order(out.bins.back(), *bin) >= 0)
            cell.problems().add(status::field_value, row);
        people += bin->people;
        out.bins.push_back(*bin);
    }
    if (whole && people != out.people) cell.problems().add(status::field_value, *rows);
}

snapshot_cell read_cell(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    snapshot_cell out;
    read_label(fields, "unit", presence::required, out.unit);
    read_perspective(fields, out.perspective);
    read_id(fields, "form", out.form);
    read_language(fields, out.language);
    read_id(fields, "value", out.value);
    read_count(fields, "people", {0, integrity_limits::people}, out.people);
    (void)read_count(fields, "workers", out.workers);
    read_bins(fields, out);
    fields.finish();
    return out;
}

snapshot_eroded read_eroded(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    snapshot_eroded out;
    read_label(fields, "unit", presence::required, out.unit);
    read_perspective(fields, out.perspective);
    read_id(fields, "form", out.form);
    read_language(fields, out.language);
    read_id(fields, "item", out.item);
    read_count(fields, "people", {0, integrity_limits::people}, out.people);
    out.ever = out.people;  // so that one wrong count is one problem
    read_count(fields, "ever", {0, out.people}, out.ever);
    read_count(fields, "often", {0, out.ever}, out.often);
    fields.finish();
    return out;
}

auto order(const snapshot_cell& cell) {
    return std::tie(cell.unit, cell.perspective, cell.form, cell.language, cell.value);
}
auto order(const snapshot_eroded& row) { return std::tie(row.unit, row.perspective, row.form, row.language, row.item); }

template <class Row>
void read_rows(field_reader& top, std::string_view name, Row read_one(problem_list&, json_value),
               std::vector<Row>& out) {
    const auto rows = top.array(name, presence::required, {0, integrity_limits::cells});
    if (!rows) return;
    label_set keys(top.problems());
    for (const json_value row : json_elements(*rows)) {
        const Row& one = out.emplace_back(read_one(top.problems(), row));
        if (one.unit.empty()) continue;
        std::apply([&](const auto&... part) { keys.add({part...}, row); }, order(one));
    }
    std::ranges::sort(out, [](const Row& a, const Row& b) { return order(a) < order(b); });
}

}  // namespace

snapshot read_snapshot(problem_list& problems, json_value from) {
    field_reader top(problems, from);
    snapshot out;
    check_format(top, snapshot_format);
    read_instrument(top, out.instrument);
    read_definition(top, out.definition);
    if (const auto by = top.word("counted_by", presence::required, counted_words)) out.counted_by = *by;
    if (const auto how = top.find("collection", presence::required); how && how->kind() != json_kind::null)
        out.collection = read_collection(problems, *how);
    read_label(top, "wave", presence::optional, out.wave);
    read_rows(top, "cells", read_cell, out.cells);
    read_rows(top, "eroded", read_eroded, out.eroded);
    top.finish();
    return out;
}

}  // namespace exchange

result<snapshot> read_snapshot(std::string_view json) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, snapshot_format)) return *other;
    problem_list problems(*document);
    snapshot read = read_snapshot(problems, document->root());
    if (!problems.empty()) return problems.to_error();
    return read;
}

}  // namespace peersupport
