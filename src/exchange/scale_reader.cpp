// SPDX-License-Identifier: Apache-2.0
#include "exchange/decimal_text.hpp"
#include "exchange/instrument_draft.hpp"

#include <algorithm>

namespace peersupport::exchange {

namespace {

/// A scale while it is read: its value, and its items with their places in the file.
struct scale_draft {
    scale out;
    std::vector<reference> items;
    bool items_known = false;  ///< every item of the list was found; only then is their number worth checking
};

void read_scale_items(instrument_draft& draft, field_reader& fields, scale_draft& scale) {
    const auto ids = fields.array("items", presence::required, {1, instrument_limits::items});
    if (!ids) return;
    scale.items = read_references(draft.problems, *ids, draft.items);
    scale.items_known = scale.items.size() == ids->size();
    scale.out.items = rows_of(scale.items);
    scale.out.scored_items = scale.out.items;
    for (const reference& item : scale.items)  // one scale, one unit: the divisor is applied once
        if (draft.value.items[item.row].code_divisor != draft.value.items[scale.items.front().row].code_divisor)
            draft.problems.add(status::rule_conflict, item.at);
}

void read_subset(instrument_draft& draft, field_reader& score, scale_draft& scale) {
    scale.out.subset_of = score.word("of", presence::required, subset_words).value_or(score_rule::sum);
    const auto ids = score.array("scored", presence::required, {1, instrument_limits::items});
    if (!ids) {
        scale.items_known = false;
        return;
    }
    const auto scored = read_references(draft.problems, *ids, draft.items);
    std::vector<std::size_t> all = scale.out.items;
    std::ranges::sort(all);
    for (const reference& item : scored)
        if (scale.items_known && !std::ranges::binary_search(all, item.row))
            draft.problems.add(status::rule_conflict, item.at);
    scale.items_known = scale.items_known && scored.size() == ids->size();
    scale.out.scored_items = rows_of(scored);
}

void read_table(instrument_draft& draft, field_reader& score, scale_draft& scale) {
    problem_list& problems = draft.problems;
    const auto rows = score.array("rows", presence::required, {1, instrument_limits::table_rows});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        if (!check_pair(problems, row)) continue;
        const auto sum = read_integer(problems, row.first(), {-instrument_limits::sum, instrument_limits::sum});
        const auto value = read_decimal(problems, row.first().next());
        if (!sum || !value) continue;
        if (!scale.out.table.empty() && *sum <= scale.out.table.back().sum)
            problems.add(status::field_value, row.first());
        scale.out.table.push_back({*sum, *value});
    }
}

std::vector<decimal> read_thresholds(problem_list& problems, json_value from) {
    std::vector<decimal> out;
    for (const json_value element : json_elements(from)) {
        const auto value = read_decimal(problems, element);
        if (!value) continue;
        if (!out.empty() && compare(out.back(), *value) >= 0) problems.add(status::field_value, element);
        out.push_back(*value);
    }
    return out;
}

graded_item read_graded_item(instrument_draft& draft, json_value from, const reference* item) {
    problem_list& problems = draft.problems;
    field_reader fields(problems, from);
    graded_item out;
    if (const auto a = fields.find("a", presence::required))
        if (const auto value = read_decimal(problems, *a)) {
            if (value->mantissa <= 0) problems.add(status::field_value, *a);
            out.discrimination = *value;
        }
    if (const auto b = fields.array("b", presence::required, {1, instrument_limits::options})) {
        out.thresholds = read_thresholds(problems, *b);
        if (item && draft.has_response_scale[item->row]) {
            const std::size_t answers = draft.answer_count(draft.value.items[item->row].response_scale);
            if (b->size() + 1 != answers) problems.add(status::rule_conflict, *b);
        }
    }
    fields.finish();
    return out;
}

void read_quadrature(problem_list& problems, json_value from, graded_response_model& model) {
    field_reader fields(problems, from);
    fields.integer("points", presence::required, {2, instrument_limits::quadrature_points}, model.points);
    const auto low = fields.find("from", presence::required);
    const auto high = fields.find("to", presence::required);
    const auto low_value = low ? read_decimal(problems, *low) : std::nullopt;
    const auto high_value = high ? read_decimal(problems, *high) : std::nullopt;
    if (low_value) model.from = *low_value;
    if (high_value) model.to = *high_value;
    if (low_value && high_value && compare(*low_value, *high_value) >= 0) problems.add(status::field_value, *high);
    fields.finish();
}

void read_norm(problem_list& problems, json_value from, graded_response_model& model) {
    field_reader fields(problems, from);
    fields.decimal("intercept", presence::required, model.intercept);
    if (const auto slope = fields.find("slope", presence::required))
        if (const auto value = read_decimal(problems, *slope)) {
            if (value->mantissa == 0) problems.add(status::field_value, *slope);
            model.slope = *value;
        }
    fields.finish();
}

void read_model(instrument_draft& draft, field_reader& score, scale_draft& scale) {
    graded_response_model& model = scale.out.model;
    if (const auto items = score.array("items", presence::required, {1, instrument_limits::items})) {
        const bool same_count = items->size() == scale.items.size();
        if (scale.items_known && !same_count) draft.problems.add(status::rule_conflict, *items);
        const bool aligned = scale.items_known && same_count;
        for (const json_value row : json_elements(*items)) {
            const std::size_t here = model.items.size();
            model.items.push_back(read_graded_item(draft, row, aligned ? &scale.items[here] : nullptr));
        }
    }
    if (const auto quadrature = score.find("quadrature", presence::required))
        read_quadrature(draft.problems, *quadrature, model);
    if (const auto norm = score.find("norm", presence::optional)) read_norm(draft.problems, *norm, model);
}

void read_score(instrument_draft& draft, json_value from, scale_draft& scale) {
    field_reader fields(draft.problems, from);
    const auto rule = fields.word("rule", presence::required, score_words);
    if (!rule) return;  // which other members belong here depends on the rule
    scale.out.rule = *rule;
    if (const auto multiplier = fields.find("multiplier", presence::optional))
        scale.out.multiplier = read_ratio(draft.problems, *multiplier, {1, instrument_limits::code},
                                          {1, instrument_limits::code})
                                   .value_or(ratio{1, 1});
    if (*rule == score_rule::subset) read_subset(draft, fields, scale);
    if (*rule == score_rule::table) read_table(draft, fields, scale);
    if (*rule == score_rule::grm_eap) read_model(draft, fields, scale);
    fields.finish();
}

/// A share above 0 and up to 1; for prorating from 0 and below 1: prorating over no answer is no score.
void read_share(problem_list& problems, json_value from, missing_policy& policy) {
    const auto share = read_ratio(problems, from, {0, instrument_limits::code}, {1, instrument_limits::code});
    if (!share) return;
    const bool fits = policy.rule == missing_rule::minimum_share
                          ? share->numerator > 0 && share->numerator <= share->denominator
                          : share->numerator < share->denominator;
    if (!fits) problems.add(status::field_value, from);
    policy.share = *share;
}

void read_missing(instrument_draft& draft, json_value from, scale_draft& scale) {
    field_reader fields(draft.problems, from);
    missing_policy& policy = scale.out.missing;
    const auto rule = fields.word("rule", presence::required, missing_words);
    if (!rule) return;
    policy.rule = *rule;
    const bool prorate = *rule == missing_rule::prorate_up_to_count;
    std::optional<json_value> share;
    if (prorate) share = fields.find("share", presence::optional);
    if (*rule == missing_rule::minimum_share) share = fields.find("share", presence::required);
    if (prorate && share) policy.rule = missing_rule::prorate_up_to_share;
    if (share) read_share(draft.problems, *share, policy);
    if (prorate || *rule == missing_rule::minimum_answered) {
        const std::size_t items = scale.items_known ? scale.out.scored_items.size() : instrument_limits::items;
        const auto count = fields.find("count", share ? presence::optional : presence::required);
        const auto most = static_cast<std::int64_t>(items) - (prorate ? 1 : 0);
        if (count && share) draft.problems.add(status::rule_conflict, *count);
        else if (count)
            policy.count = static_cast<std::int32_t>(read_integer(draft.problems, *count, {1, most}).value_or(0));
    }
    fields.finish();
}

scale read_scale(instrument_draft& draft, json_value from) {
    field_reader fields(draft.problems, from);
    scale_draft scale;
    fields.id(scale.out.id);
    fields.text("name", presence::required, scale.out.name);
    read_scale_items(draft, fields, scale);
    if (const auto facets = fields.array("facets", presence::optional))
        scale.out.facets = rows_of(read_references(draft.problems, *facets, draft.facets));
    scale.out.direction =
        fields.word("direction", presence::required, direction_words).value_or(score_direction::higher_is_better);
    if (const auto score = fields.find("score", presence::required)) read_score(draft, *score, scale);
    if (const auto missing = fields.find("missing", presence::required)) read_missing(draft, *missing, scale);
    fields.finish();
    return std::move(scale.out);
}

}  // namespace

void read_scales(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("scales", draft.needed(), {draft.least(), instrument_limits::scales});
    if (!rows) return;
    draft.scales.add_rows(draft.problems, *rows);
    for (const json_value row : json_elements(*rows)) draft.value.scales.push_back(read_scale(draft, row));
}

}  // namespace peersupport::exchange
