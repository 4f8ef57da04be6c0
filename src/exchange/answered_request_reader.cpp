// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_words.hpp"
#include "exchange/response_columns.hpp"
#include "peersupport/evidence/answered_rows.hpp"
#include "peersupport/exchange/integrity_json.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

/// The rows of one form as the tally takes them.
struct form_rows {
    std::vector<tally_key> groups;
    std::vector<std::uint32_t> group;
};

using key_texts = std::array<std::string_view, 4>;

std::string_view cell(const std::vector<std::string_view>& column, std::size_t row) {
    return column.empty() ? std::string_view() : column[row];
}

std::uint32_t number_of(std::map<key_texts, std::uint32_t>& numbers, const key_texts& key) {
    return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
}

/// Rows that are a response to the form; of each person the latest in a wave of a unit. A row whose day lies in no wave
/// is left out.
form_rows rows_of(const response_columns& of, const form& in, std::span<const std::uint8_t> answered) {
    form_rows out;
    std::map<key_texts, std::uint32_t> scopes, groups;
    std::vector<std::uint32_t> scope(of.rows, no_group);
    out.group.assign(of.rows, no_group);
    for (std::size_t row = 0; row < of.rows; ++row) {
        const std::string_view wave = cell(of.wave, row);
        if (of.perspective[row] != in.perspective || !answered[row] || (of.waves_by_day && wave.empty())) continue;
        scope[row] = number_of(scopes, {of.unit[row], wave, "", ""});
        const key_texts key{of.unit[row], wave, cell(of.language, row), cell(of.stratum, row)};
        out.group[row] = number_of(groups, key);
        if (groups.size() > out.groups.size())
            out.groups.push_back(
                {in.id, std::string(key[0]), std::string(key[1]), std::string(key[2]), std::string(key[3])});
    }
    if (of.person.empty()) return out;
    std::vector<std::uint8_t> keep(of.rows);
    select_latest(scope, of.person, of.day, keep);
    for (std::size_t row = 0; row < of.rows; ++row)
        if (!keep[row]) out.group[row] = no_group;
    return out;
}

status add_form(problem_list& problems, tally& to, const tally_plan& by, const form& in, const instrument& from,
                const response_columns& of) {
    std::vector<answer_column> columns;
    std::vector<const item_column*> items;
    for (const std::size_t i : in.items) {
        const item_column& column = *items.emplace_back(&of.items.at(from.items[i].id));
        columns.push_back({column.codes.data(), cell_type::i32, sizeof(std::int32_t), column.given.data(), 0});
    }
    const std::size_t place = by.place_of(in.id);
    std::vector<std::uint8_t> answered(of.rows, 1);
    // Where a table holds several forms of a perspective, a form that was left wholly empty is no response.
    if (std::ranges::count(of.whole, in.perspective, &form::perspective) > 1)
        (void)answered_rows(by, place, {columns, of.rows}, answered);
    const form_rows rows = rows_of(of, in, answered);
    if (rows.groups.empty()) return status::ok;
    std::array<invalid_cell, error::limit> places{};
    invalid_report report{places, 0};
    const tally_rows beside{rows.groups, rows.group, of.person, of.worker, of.day};
    const status code = to.add(by, place, {columns, of.rows}, beside, invalid_policy::raise, &report);
    if (code == status::invalid_code)
        for (std::size_t i = 0; i < std::min(report.total, places.size()); ++i)
            problems.add(places[i].code, place_of(*items[places[i].item], places[i].row));
    return code;
}

result<tally> count(problem_list& problems, const response_columns& of, const instrument& from, const definition& by) {
    tally_options options;
    options.counted_by = of.person.empty() ? counted_by::response : counted_by::person;
    options.definition = by.identity();
    std::vector<std::string_view> ids;
    for (const form* one : of.forms) ids.push_back(one->id);
    const auto plan = tally_plan::compile(from, ids, options);
    if (!plan) return plan.problems();
    tally out(*plan, shard_named("answers"));
    for (const form* one : of.whole) {
        const status code = add_form(problems, out, *plan, *one, from, of);
        if (code != status::ok && code != status::invalid_code) return error(code);
    }
    return out;
}

}  // namespace

}  // namespace exchange

result<answered_request> read_answered_request(std::string_view json, const instrument& of, const definition& by) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, integrity_request_format)) return *other;
    problem_list problems(*document);
    field_reader top(problems, document->root());
    answered_request out;
    read_request(top, by, out.request);
    const auto from = top.find("answers", presence::required);
    response_columns columns;
    if (from) columns = read_responses(problems, *from, of, out.request.collection);
    top.finish();
    if (!problems.empty()) return problems.to_error();
    auto counted = count(problems, columns, of, by);
    if (!counted) return counted.problems();
    if (!problems.empty()) return problems.to_error();
    out.answers = std::move(*counted);
    return out;
}

}  // namespace peersupport
