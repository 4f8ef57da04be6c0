// SPDX-License-Identifier: Apache-2.0
#include "exchange/instrument_draft.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::exchange {

namespace {

constexpr bounds code_bounds{-instrument_limits::code, instrument_limits::code};

code_range read_range(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    code_range range;
    fields.integer("from", presence::required, code_bounds, range.from);
    if (const auto to = fields.find("to", presence::required))
        if (const auto code = read_integer(problems, *to, {range.from, code_bounds.high}))
            range.to = static_cast<std::int32_t>(*code);
    fields.finish();
    return range;
}

/// An option and where the file says its code, if it does.
struct option_row {
    answer_option option;
    std::optional<json_value> code;
};

option_row read_option(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    option_row row;
    if (const auto code = fields.find("code", presence::required))
        if (const auto number = read_integer(problems, *code, code_bounds)) {
            row.option.code = static_cast<std::int32_t>(*number);
            row.code = *code;
        }
    row.option.kind = fields.word("kind", presence::optional, option_words).value_or(option_kind::answer);
    const bool answer = row.option.kind == option_kind::answer;
    if (answer) row.option.points = row.option.code;
    if (const auto points = fields.find("points", presence::optional)) {
        if (!answer) problems.add(status::rule_conflict, *points);
        else if (const auto number = read_integer(problems, *points, code_bounds))
            row.option.points = static_cast<std::int32_t>(*number);
    }
    fields.text("label", presence::optional, row.option.label);
    fields.finish();
    return row;
}

/// Codes that stand twice, or that the range holds already.
void check_codes(problem_list& problems, const std::vector<option_row>& rows, const std::optional<code_range>& range) {
    std::vector<std::pair<std::int32_t, std::size_t>> codes;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].code) codes.emplace_back(rows[i].option.code, i);
    std::ranges::sort(codes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto [code, row] = codes[i];
        const bool twice = i > 0 && codes[i - 1].first == code;
        const bool in_range = range && range->from <= code && code <= range->to;
        if (twice || in_range) problems.add(status::rule_conflict, *rows[row].code);
    }
}

response_scale read_response_scale(instrument_draft& draft, json_value from) {
    problem_list& problems = draft.problems;
    field_reader fields(problems, from);
    response_scale out;
    fields.id(out.id);
    const auto range = fields.find("range", presence::optional);
    if (range) out.range = read_range(problems, *range);
    const auto options =
        fields.array("options", range ? presence::optional : presence::required, {1, instrument_limits::options});
    std::vector<std::int32_t> answers;
    if (options) {
        std::vector<option_row> rows;
        for (const json_value option : json_elements(*options)) rows.push_back(read_option(problems, option));
        check_codes(problems, rows, out.range);
        for (option_row& row : rows) {
            if (row.option.kind == option_kind::answer) answers.push_back(row.option.code);
            out.options.push_back(std::move(row.option));
        }
        if (answers.empty() && !range) problems.add(status::rule_conflict, *options);
    }
    std::ranges::sort(answers);
    draft.answer_codes.push_back(std::move(answers));
    fields.finish();
    return out;
}

}  // namespace

bool instrument_draft::is_answer(std::size_t response_scale, std::int32_t code) const noexcept {
    const auto& range = value.response_scales[response_scale].range;
    return (range && range->from <= code && code <= range->to) ||
           std::ranges::binary_search(answer_codes[response_scale], code);
}

std::size_t instrument_draft::answer_count(std::size_t response_scale) const noexcept {
    const auto& range = value.response_scales[response_scale].range;
    const std::size_t in_range = range ? static_cast<std::size_t>(range->to - range->from) + 1 : 0;
    return in_range + answer_codes[response_scale].size();
}

void read_response_scales(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("response_scales", draft.needed(), {draft.least(), instrument_limits::response_scales});
    if (!rows) return;
    draft.response_scales.add_rows(draft.problems, *rows);
    for (const json_value row : json_elements(*rows))
        draft.value.response_scales.push_back(read_response_scale(draft, row));
}

}  // namespace peersupport::exchange
