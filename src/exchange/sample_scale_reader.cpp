// SPDX-License-Identifier: Apache-2.0
#include "exchange/instrument_draft.hpp"

#include <algorithm>

namespace peersupport::exchange {

namespace {

/// Each positive code must be an answer of some item, and each item must have a positive answer.
void check_positive(instrument_draft& draft, const std::vector<reference>& items,
                    const std::vector<std::pair<std::int32_t, json_value>>& positive) {
    enum : std::uint8_t { not_looked_at, without_positive, with_positive };
    std::vector<std::uint8_t> scales(draft.value.response_scales.size(), not_looked_at);
    std::vector<std::uint8_t> used(positive.size(), 0);
    for (const reference& item : items) {
        if (!draft.has_response_scale[item.row]) return;  // said already; nothing certain can be added
        const std::size_t scale = draft.value.items[item.row].response_scale;
        if (scales[scale] == not_looked_at) {
            scales[scale] = without_positive;
            for (std::size_t i = 0; i < positive.size(); ++i)
                if (draft.is_answer(scale, positive[i].first)) {
                    scales[scale] = with_positive;
                    used[i] = 1;
                }
        }
        if (scales[scale] == without_positive) draft.problems.add(status::rule_conflict, item.at);
    }
    for (std::size_t i = 0; i < positive.size(); ++i)
        if (!used[i]) draft.problems.add(status::rule_conflict, positive[i].second);
}

void read_percent_positive(instrument_draft& draft, field_reader& fields, sample_scale& out) {
    std::vector<reference> items;
    const auto ids = fields.array("items", presence::required, {1, instrument_limits::items});
    if (ids) items = read_references(draft.problems, *ids, draft.items);
    out.items = rows_of(items);
    std::vector<std::pair<std::int32_t, json_value>> positive;
    if (const auto codes = fields.array("positive", presence::required, {1, instrument_limits::options}))
        for (const json_value code : json_elements(*codes)) {
            const auto number = read_integer(draft.problems, code, {-instrument_limits::code, instrument_limits::code});
            if (!number) continue;
            const auto value = static_cast<std::int32_t>(*number);
            if (std::ranges::find(out.positive, value) != out.positive.end())
                draft.problems.add(status::rule_conflict, code);
            out.positive.push_back(value);
            positive.emplace_back(value, code);
        }
    if (ids && items.size() == ids->size()) check_positive(draft, items, positive);
    out.combine = fields.word("combine", presence::required, combination_words)
                      .value_or(positive_combination::mean_of_items);
}

void read_threshold_share(instrument_draft& draft, field_reader& fields, sample_scale& out) {
    if (const auto id = fields.find("scale", presence::required))
        if (const auto scale = read_reference(draft.problems, *id, draft.scales)) out.scale = scale->row;
    fields.decimal("cut", presence::required, out.cut);
    out.side = fields.word("side", presence::required, side_words).value_or(cut_side::above);
    fields.boolean("inclusive", presence::required, out.inclusive);
}

}  // namespace

void read_sample_scales(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("sample_scales", presence::optional, {0, instrument_limits::scales});
    if (!rows) return;
    draft.sample_scales.add_rows(draft.problems, *rows);
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        sample_scale& out = draft.value.sample_scales.emplace_back();
        fields.id(out.id);
        fields.text("name", presence::required, out.name);
        const auto rule = fields.word("rule", presence::required, sample_words);
        if (!rule) continue;  // which other members belong here depends on the rule
        out.rule = *rule;
        if (*rule == sample_rule::percent_positive) read_percent_positive(draft, fields, out);
        else read_threshold_share(draft, fields, out);
        fields.finish();
    }
}

}  // namespace peersupport::exchange
