// SPDX-License-Identifier: Apache-2.0
#include "exchange/definition_columns.hpp"

#include "exchange/arrow_export.hpp"

#include <utility>

namespace peersupport::exchange {
namespace {

/// Calls `add` with the value of each row.
template <class Add>
void each_row(const definition_table& rows, const definition_field& field, Add add) {
    for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i].value(field));
}

definition_column named(std::string name, cell_kind kind, bool nullable = false) {
    definition_column out;
    out.name = std::move(name);
    out.kind = kind;
    out.nullable = nullable;
    return out;
}

definition_column texts(const definition_table& rows, const definition_field& field, language in) {
    definition_column out = named(std::string(field.id) + (in == language::fr ? "_fr" : "_en"), cell_kind::text, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.add_text(value.text.in(in));
        out.end_row(value.given);
    });
    return out;
}

definition_column strings(const definition_table& rows, const definition_field& field) {
    definition_column out = named(std::string(field.id), cell_kind::text, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.add_text(value.string);
        out.end_row(value.given);
    });
    return out;
}

definition_column lists(const definition_table& rows, const definition_field& field) {
    definition_column out = named(std::string(field.id), cell_kind::list);
    each_row(rows, field, [&](const field_value& value) {
        for (const std::string_view each : value.list) out.add_text(each);
        out.end_list();
        out.end_row(true);
    });
    return out;
}

template <class Part>
definition_column cues(const definition_table& rows, const definition_field& field, const char* end, Part part) {
    definition_column out = named(std::string(field.id) + end, cell_kind::list);
    each_row(rows, field, [&](const field_value& value) {
        for (const cue& each : value.cues) out.add_text(part(each));
        out.end_list();
        out.end_row(true);
    });
    return out;
}

definition_column numbers(const definition_table& rows, const definition_field& field) {
    definition_column out = named(std::string(field.id), cell_kind::number, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.numbers.push_back(value.given ? value.number : 0);
        out.end_row(value.given);
    });
    return out;
}

definition_column flags(const definition_table& rows, const definition_field& field) {
    definition_column out = named(std::string(field.id), cell_kind::flag, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        set_bit(out.flags, out.rows, value.number != 0);
        out.end_row(value.given);
    });
    return out;
}

void add_field(std::vector<definition_column>& to, const definition_table& rows, const definition_field& field) {
    switch (field.kind) {
        case field_kind::text:
            to.push_back(texts(rows, field, language::en));
            to.push_back(texts(rows, field, language::fr));
            return;
        case field_kind::string:
        case field_kind::reference:
        case field_kind::word: to.push_back(strings(rows, field)); return;
        case field_kind::references:
        case field_kind::words: to.push_back(lists(rows, field)); return;
        case field_kind::cues:
            to.push_back(cues(rows, field, "", [](const cue& c) { return c.id; }));
            to.push_back(cues(rows, field, "_en", [](const cue& c) { return c.text.en; }));
            to.push_back(cues(rows, field, "_fr", [](const cue& c) { return c.text.fr; }));
            return;
        case field_kind::number: to.push_back(numbers(rows, field)); return;
        case field_kind::flag: to.push_back(flags(rows, field)); return;
    }
}

/// Which words these are: what every export carries.
std::string metadata_of(const definition_identity& its, std::string_view table) {
    std::vector<std::pair<std::string_view, std::string_view>> pairs{{"peersupport.table", table},
                                                                     {"peersupport.definition_version", its.version},
                                                                     {"peersupport.definition_digest", its.digest}};
    if (!its.overlay_id.empty()) {
        pairs.emplace_back("peersupport.overlay_id", its.overlay_id);
        pairs.emplace_back("peersupport.overlay_version", its.overlay_version);
        pairs.emplace_back("peersupport.overlay_digest", its.overlay_digest);
    }
    return encode_metadata(pairs);
}

}  // namespace

definition_columns columns_of(const definition& of, const table_description& table) {
    const definition_table rows(table, of.tables());
    definition_columns out;
    out.rows = rows.size();
    out.metadata = metadata_of(of.identity(), table.id);
    definition_column& ids = out.list.emplace_back(named("id", cell_kind::text));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ids.add_text(rows[i].id());
        ids.end_row(true);
    }
    for (const definition_field& field : table.fields) add_field(out.list, rows, field);
    return out;
}

}  // namespace peersupport::exchange
