// SPDX-License-Identifier: Apache-2.0
#include "exchange/definition_row_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace peersupport::exchange {
namespace {

/// Cut-offs rise from one level to the next.
bool cuts_ascend(const definition_row& row) {
    const std::int64_t often = row.value("often_from").number;
    return row.value("sometimes_from").number < often && often < row.value("nearly_always_from").number;
}

bool is_standing(const definition_field& field) {
    return field.id == "standing" || field.id.ends_with("_standing");
}

}  // namespace

localized_text definition_row_reader::keep(const localized_string& text) {
    return {storage_->keep(text.en), storage_->keep(text.fr)};
}

std::optional<field_value> definition_row_reader::read_string_value(json_value from,
                                                                    const definition_field& field) {
    const auto text = read_string(*problems_, from);
    if (!text) return std::nullopt;
    if (field.kind == field_kind::word) {
        // The word of the description lives as long as the program.
        const auto found = std::ranges::find(field.words, *text);
        if (found == field.words.end()) {
            problems_->add(status::field_value, from);
            return std::nullopt;
        }
        return field_value{.string = *found, .given = true};
    }
    const std::string_view kept = storage_->keep(*text);
    if (field.kind == field_kind::reference) references_->add_reference(kept, field.refers_to, from);
    return field_value{.string = kept, .given = true};
}

std::optional<field_value> definition_row_reader::read_list(json_value from,
                                                            const definition_field& field) {
    if (!check_array(*problems_, from, {field.required ? 1U : 0U})) return std::nullopt;
    std::vector<std::string_view> out;
    std::set<std::string_view> seen;
    for (const json_value each : json_elements(from)) {
        const auto text = read_string(*problems_, each);
        if (!text) continue;
        if (!seen.insert(*text).second) problems_->add(status::id_duplicate, each);
        out.push_back(storage_->keep(*text));
        if (field.kind == field_kind::references)
            references_->add_reference(out.back(), field.refers_to, each);
    }
    const bool given = !out.empty();
    return field_value{.list = storage_->keep(std::move(out)), .given = given};
}

std::optional<field_value> definition_row_reader::read_cues(json_value from) {
    if (!check_array(*problems_, from, {})) return std::nullopt;
    std::vector<cue> out;
    for (const json_value each : json_elements(from)) {
        field_reader fields(*problems_, each);
        std::string id;
        localized_string text;
        fields.id(id);
        fields.text("text", presence::required, text);
        fields.finish();
        out.push_back({storage_->keep(id), keep(text)});
        if (!id.empty()) references_->add_row(out.back().id, definition_references::cues, each);
        if (!id.empty() && !id.starts_with("cue-")) problems_->add(status::id_malformed, each);
    }
    const bool given = !out.empty();
    return field_value{.cues = storage_->keep(std::move(out)), .given = given};
}

std::optional<field_value> definition_row_reader::read_value(json_value from,
                                                             const definition_field& field) {
    switch (field.kind) {
        case field_kind::text:
            return field_value{.text = keep(read_text(*problems_, from)), .given = true};
        case field_kind::string:
        case field_kind::reference:
        case field_kind::word: return read_string_value(from, field);
        case field_kind::references:
        case field_kind::words: return read_list(from, field);
        case field_kind::cues: return read_cues(from);
        case field_kind::number: {
            const auto number = read_integer(*problems_, from, {field.least, field.most});
            if (!number) return std::nullopt;
            return field_value{.number = *number, .given = true};
        }
        case field_kind::flag:
            if (from.kind() == json_kind::boolean)
                return field_value{.number = from.truth() ? 1 : 0, .given = true};
            problems_->add(status::field_type, from);
    }
    return std::nullopt;
}

void definition_row_reader::read_id(field_reader& fields, const table_description& table,
                                    void* row) {
    const auto at = fields.find("id", peersupport::exchange::presence::required);
    if (!at) return;
    const auto text = read_string(*problems_, *at);
    if (!text) return;
    const std::string_view id = storage_->keep(*text);
    table.set_id(row, id);
    references_->add_row(id, table.id, *at);
    if (!id.starts_with(table.prefix)) problems_->add(status::id_malformed, *at);
}

std::byte* definition_row_reader::read_rows(json_value list, const table_description& table) {
    std::byte* const first = storage_->make_rows(table, list.size());
    std::size_t at = 0;
    for (const json_value row : json_elements(list)) read_row(row, table, first + table.row_size * at++);
    return first;
}

void definition_row_reader::read_row(json_value from, const table_description& table, void* row) {
    field_reader fields(*problems_, from);
    read_id(fields, table, row);
    std::vector<std::pair<std::string_view, json_value>> claims;
    for (const definition_field& field : table.fields) {
        const auto at = fields.find(field.id, field.required ? presence::required : presence::optional);
        if (!at) continue;
        const auto value = read_value(*at, field);
        if (!value) continue;
        field.set(row, *value);
        if (is_standing(field)) claims.emplace_back(value->string, *at);
    }
    fields.finish();
    const definition_row whole(table, row);
    if (table.id == "sources") {
        const std::string_view claimed = whole.value("standing").string;
        references_->add_source(whole.id(), claimed);
        const std::string_view reading = whole.value("reading").string;
        const bool unread = reading != words_of<peersupport::reading>[0] && reading != words_of<peersupport::reading>[1];
        if (unread && claimed != "proposed") problems_->add(status::claim_uncovered, from);
        return;
    }
    if (table.id == "cut_sets" && !cuts_ascend(whole)) problems_->add(status::rule_conflict, from);
    if (table.id == "drift_classes") references_->add_drift_class(whole.id(), whole.value("severity").number);
    if (table.id == "drift") references_->add_drift(whole.value("drift_class").string, whole.value("severity").number, from);
    for (const auto& [standing, at] : claims)
        references_->add_claim(standing, whole.value("sources").list, at);
}

}  // namespace peersupport::exchange
