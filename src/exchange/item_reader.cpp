// SPDX-License-Identifier: Apache-2.0
#include "exchange/instrument_draft.hpp"

#include <algorithm>

namespace peersupport::exchange {

namespace {

/// Where the file says which codes open a gate: checked once every item's response scale is known.
struct gate_row {
    std::size_t gate_item;
    std::vector<json_value> codes;  ///< those that are whole numbers, each once
};

/// The open codes: whole numbers, each once.
std::vector<json_value> read_open_codes(problem_list& problems, json_value codes, std::vector<std::int32_t>& out) {
    std::vector<json_value> places;
    for (const json_value code : json_elements(codes)) {
        const auto number = read_integer(problems, code, {-instrument_limits::code, instrument_limits::code});
        if (!number) continue;
        const auto value = static_cast<std::int32_t>(*number);
        if (std::ranges::find(out, value) != out.end()) {
            problems.add(status::rule_conflict, code);
            continue;
        }
        out.push_back(value);
        places.push_back(code);
    }
    return places;
}

void read_gate(instrument_draft& draft, json_value from, item& out, std::size_t own, std::vector<gate_row>& gates) {
    field_reader fields(draft.problems, from);
    importance_gate gate;
    bool found = false;
    if (const auto target = fields.find("item", presence::required))
        if (const auto item = read_reference(draft.problems, *target, draft.items)) {
            found = true;
            gate.item = item->row;
            if (gate.item == own) draft.problems.add(status::rule_conflict, *target);
        }
    if (const auto open = fields.array("open", presence::required, {1, instrument_limits::options})) {
        auto places = read_open_codes(draft.problems, *open, gate.open);
        if (found) gates.push_back({gate.item, std::move(places)});
    }
    out.gate = std::move(gate);
    fields.finish();
}

item read_item(instrument_draft& draft, json_value from, std::vector<gate_row>& gates) {
    problem_list& problems = draft.problems;
    field_reader fields(problems, from);
    item out;
    fields.id(out.id);
    draft.has_response_scale.push_back(0);
    if (const auto id = fields.find("response_scale", presence::required))
        if (const auto scale = read_reference(problems, *id, draft.response_scales)) {
            out.response_scale = scale->row;
            draft.has_response_scale.back() = 1;
        }
    fields.boolean("reverse", presence::optional, out.reverse);
    fields.integer("weight", presence::optional, {1, instrument_limits::weight}, out.weight);
    fields.integer("code_divisor", presence::optional, {1, instrument_limits::code}, out.code_divisor);
    if (const auto facets = fields.array("facets", presence::optional))
        out.facets = rows_of(read_references(problems, *facets, draft.facets));
    fields.text("topic", presence::optional, out.topic);
    if (const auto text = fields.find("text", presence::optional)) {
        out.text = read_text(problems, *text);
        if (!draft.value.rights.wording_included) problems.add(status::rule_conflict, *text);
    }
    if (const auto gate = fields.find("gate", presence::optional))
        read_gate(draft, *gate, out, draft.value.items.size(), gates);
    fields.finish();
    return out;
}

}  // namespace

void read_facets(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("facets", presence::optional, {0, instrument_limits::facets});
    if (!rows) return;
    draft.facets.add_rows(draft.problems, *rows);
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        facet& out = draft.value.facets.emplace_back();
        fields.id(out.id);
        out.kind = fields.word("kind", presence::required, facet_words).value_or("");
        fields.text("name", presence::required, out.name);
        fields.finish();
    }
}

void read_items(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("items", draft.needed(), {draft.least(), instrument_limits::items});
    if (!rows) return;
    draft.items.add_rows(draft.problems, *rows);
    std::vector<gate_row> gates;
    for (const json_value row : json_elements(*rows)) draft.value.items.push_back(read_item(draft, row, gates));
    for (const gate_row& gate : gates) {
        if (!draft.has_response_scale[gate.gate_item]) continue;
        const std::size_t scale = draft.value.items[gate.gate_item].response_scale;
        for (const json_value code : gate.codes) {
            const auto number = read_integer(draft.problems, code, {-instrument_limits::code, instrument_limits::code});
            if (number && !draft.is_answer(scale, static_cast<std::int32_t>(*number)))
                draft.problems.add(status::rule_conflict, code);
        }
    }
}

}  // namespace peersupport::exchange
