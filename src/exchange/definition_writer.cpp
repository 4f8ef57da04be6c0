// SPDX-License-Identifier: Apache-2.0
#include "exchange/definition_format.hpp"
#include "exchange/json_writer.hpp"
#include "peersupport/exchange/definition_json.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <vector>

namespace peersupport {

namespace exchange {
namespace {

/// On one line: there are thousands of them, and brackets on lines of their own make the document harder to read.
void write_text(json_writer& out, const localized_text& text) {
    out.begin_inline_object();
    out.key("en").string(text.en);
    out.key("fr").string(text.fr);
    out.end_object();
}

void write_list(json_writer& out, std::span<const std::string_view> list) {
    out.begin_inline_array();
    for (const std::string_view each : list) out.string(each);
    out.end_array();
}

void write_cues(json_writer& out, std::span<const cue> cues) {
    out.begin_array();
    for (const cue& each : cues) {
        out.begin_object();
        out.key("id").string(each.id);
        write_text(out.key("text"), each.text);
        out.end_object();
    }
    out.end_array();
}

void write_value(json_writer& out, field_kind kind, const field_value& value) {
    switch (kind) {
        case field_kind::text: return write_text(out, value.text);
        case field_kind::string:
        case field_kind::reference:
        case field_kind::word: return out.string(value.string);
        case field_kind::references:
        case field_kind::words: return write_list(out, value.list);
        case field_kind::cues: return write_cues(out, value.cues);
        case field_kind::number: return out.integer(value.number);
        case field_kind::flag: return out.boolean(value.number != 0);
    }
}

/// Things with an id in the order in which they are written: RFC 8785 sorts names, and as ours are
/// ASCII, bytes and UTF-16 units sort alike.
template <class Thing>
std::vector<const Thing*> in_order(std::span<const Thing> things, json_layout layout) {
    std::vector<const Thing*> out;
    for (const Thing& each : things) out.push_back(&each);
    if (layout == json_layout::canonical) std::ranges::sort(out, {}, &Thing::id);
    return out;
}

/// "id" has its place among the sorted members.
void write_row(json_writer& out, const definition_row& row,
               std::span<const definition_field* const> fields) {
    bool id_written = out.layout() == json_layout::indented;
    out.begin_object();
    if (id_written) out.key("id").string(row.id());
    for (const definition_field* field : fields) {
        if (!id_written && field->id > "id") {
            out.key("id").string(row.id());
            id_written = true;
        }
        const field_value value = row.value(*field);
        if (!value.given) continue;
        out.key(field->id);
        write_value(out, field->kind, value);
    }
    if (!id_written) out.key("id").string(row.id());
    out.end_object();
}

void write_table(json_writer& out, const definition_table& table) {
    const auto fields = in_order(table.description().fields, out.layout());
    out.begin_array();
    for (std::size_t i = 0; i < table.size(); ++i) write_row(out, table[i], fields);
    out.end_array();
}

void write_overlay(json_writer& out, const definition_identity& identity) {
    out.key("overlay").begin_object();
    if (out.layout() == json_layout::indented) {
        out.key("id").string(identity.overlay_id);
        out.key("version").string(identity.overlay_version);
        out.key("digest").string(identity.overlay_digest);
        out.key("base_digest").string(identity.digest);
    } else {
        out.key("base_digest").string(identity.digest);
        out.key("digest").string(identity.overlay_digest);
        out.key("id").string(identity.overlay_id);
        out.key("version").string(identity.overlay_version);
    }
    out.end_object();
}

std::string write(const definition& what, json_layout layout) {
    json_writer out(layout);
    out.begin_object();
    out.key("format").string(definition_format);
    const bool people = layout == json_layout::indented;
    if (people) out.key("version").string(what.version());
    if (!what.identity().overlay_id.empty()) write_overlay(out, what.identity());
    out.key("tables").begin_object();
    for (const table_description* each : in_order(table_descriptions(), layout)) {
        const definition_table table(*each, what.tables());
        if (table.size() == 0) continue;
        out.key(each->id);
        write_table(out, table);
    }
    out.end_object();
    if (!people) out.key("version").string(what.version());
    out.end_object();
    return std::move(out).finish();
}

}  // namespace
}  // namespace exchange

std::string write_definition(const definition& what) {
    return exchange::write(what, exchange::json_layout::indented);
}

std::string write_canonical_definition(const definition& what) {
    return exchange::write(what, exchange::json_layout::canonical);
}

std::string definition_digest(const definition& what) {
    return sha256(write_canonical_definition(what));
}

}  // namespace peersupport
