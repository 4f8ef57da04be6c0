// SPDX-License-Identifier: Apache-2.0
#include "exchange/canonical_json.hpp"
#include "exchange/definition_format.hpp"
#include "exchange/definition_row_reader.hpp"
#include "exchange/format_check.hpp"
#include "exchange/id_table.hpp"
#include "exchange/overlay.hpp"
#include "peersupport/exchange/definition_json.hpp"
#include "text/sha256.hpp"

#include <map>
#include <string>
#include <utility>

namespace peersupport {

namespace exchange {
namespace {

/// Rows that people rely on stay: what is required, and drift that harms them.
bool protects_people(const definition_row& row) {
    constexpr std::int64_t harms_people = 3;
    if (!row.table().may_switch_off) return true;
    return row.value("level").string == "must" || row.value("severity").number >= harms_people;
}

void read_base(field_reader& top, const definition& base) {
    const auto from = top.find("base", presence::required);
    if (!from) return;
    field_reader fields(top.problems(), *from);
    const auto same = [&](std::string_view name, presence p, std::string_view expected) {
        const auto at = fields.find(name, p);
        const auto text = at ? read_string(top.problems(), *at) : std::nullopt;
        if (text && *text != expected) top.problems().add(status::definition_other, *at);
    };
    same("version", presence::required, base.version());
    same("digest", presence::optional, base.digest());
    fields.finish();
}

using base_rows = std::map<std::string_view, definition_row>;

std::optional<definition_row> find(const base_rows& base, std::string_view id) {
    const auto at = base.find(id);
    return at == base.end() ? std::nullopt : std::optional(at->second);
}

void read_off(field_reader& top, const base_rows& base, overlay& out) {
    const auto ids = top.array("off", presence::optional);
    if (!ids) return;
    for (const json_value id : json_elements(*ids)) {
        const auto text = read_string(top.problems(), id);
        if (!text) continue;
        const auto row = find(base, *text);
        if (!row) top.problems().add(status::reference_unknown, id);
        else if (protects_people(*row)) top.problems().add(status::row_fixed, id);
        else if (!out.off.try_emplace(row->id(), id).second) top.problems().add(status::id_duplicate, id);
    }
}

/// Beside what the field allows: words by which harmful work is found stay, and a rule without a limit gets none.
bool may_replace(const definition_field& field, const definition_row& row) {
    const bool cue_words = field.kind == field_kind::words;
    if (cue_words && row.table().may_switch_off && protects_people(row)) return false;
    const bool limit = field.id == "limit" || field.id == "number" ||
                       (field.id == "unit" && row.table().id == "programme_rules");
    return field.replaceable && (!limit || row.value("limit").given || row.value("number").given);
}

/// Another interval needs other words: they are what people read.
void check_frequency(json_value from, const definition_row& row, problem_list& problems) {
    if (row.table().id != "frequencies") return;
    bool interval = false;
    bool words = false;
    for (const json_member member : json_members(from)) {
        interval = interval || member.key.text() == "every" || member.key.text() == "unit";
        words = words || member.key.text() == "how_often";
    }
    if (interval && !words) problems.add_missing(status::field_missing, from, "how_often");
}

void read_replacement(json_value from, const definition_row& row, definition_row_reader& rows,
                      problem_list& problems, overlay& out) {
    if (from.kind() != json_kind::object) return problems.add(status::field_type, from);
    check_frequency(from, row, problems);
    for (const json_member member : json_members(from)) {
        const definition_field* field = find_field(row.table(), member.key.text());
        if (member.key.text() == "id" || (field != nullptr && !may_replace(*field, row)))
            problems.add(status::member_fixed, member.key);
        else if (field == nullptr) problems.add(status::field_unknown, member.key);
        else if (const auto value = rows.read_value(member.value, *field))
            out.replaced[row.id()].emplace_back(field, *value);
    }
}

void read_replacements(field_reader& top, const base_rows& base, definition_row_reader& rows,
                       overlay& out) {
    const auto from = top.find("replace", presence::optional);
    if (!from) return;
    problem_list& problems = top.problems();
    if (from->kind() != json_kind::object) return problems.add(status::field_type, *from);
    for (const json_member member : json_members(*from)) {
        const auto row = find(base, member.key.text());
        if (!row) problems.add(status::reference_unknown, member.key);
        else if (out.off.contains(row->id())) problems.add(status::rule_conflict, member.key);
        else read_replacement(member.value, *row, rows, problems, out);
    }
}

/// Whether the id looks like one of another table with a longer prefix: "drift-class-…" among drift.
bool looks_like_another_table(std::string_view id, const table_description& table) {
    for (const table_description& other : table_descriptions()) {
        if (other.prefix.size() > table.prefix.size() && id.starts_with(other.prefix)) return true;
    }
    return false;
}

/// An added id begins with its table's prefix and the overlay's id, which says whose it is and keeps it
/// apart from the ids of the definition.
void check_added_id(std::string_view id, const table_description& table, const std::string& overlay_id,
                    json_value row, problem_list& problems) {
    if (!id.starts_with(table.prefix)) return;  // malformed, which its reader has said
    const std::string start = std::string(table.prefix) + overlay_id + '-';
    if (!id.empty() && (!id.starts_with(start) || looks_like_another_table(id, table))) problems.add(status::id_foreign, row);
}

void read_added(field_reader& top, definition_row_reader& rows, overlay& out) {
    const auto from = top.find("add", presence::optional);
    if (!from) return;
    field_reader fields(top.problems(), *from);
    for (const table_description& table : table_descriptions()) {
        const auto list = fields.array(table.id, presence::optional);
        if (!list) continue;
        if (!table.may_add) {
            top.problems().add(status::table_fixed, *list);
            continue;
        }
        const std::byte* memory = rows.read_rows(*list, table);
        for (const json_value row : json_elements(*list)) {
            check_added_id(table.id_of(memory), table, out.id, row, top.problems());
            out.added[table.id].push_back(memory);
            memory += table.row_size;
        }
    }
    fields.finish();
}

void read_overlay_identity(field_reader& top, overlay& out) {
    if (const auto id = top.find("id", presence::required)) {
        const auto text = read_string(top.problems(), *id);
        if (text && !is_id(*text)) top.problems().add(status::id_malformed, *id);
        if (text) out.id = *text;
    }
    read_version(top, out.version);
    localized_string organization;
    top.text("organization", presence::required, organization);
}

void read_overlay(field_reader& top, const definition& base, const base_rows& known, definition_row_reader& rows,
                  overlay& out) {
    (void)top.find("format", presence::required);
    read_overlay_identity(top, out);
    read_base(top, base);
    read_off(top, known, out);
    read_replacements(top, known, rows, out);
    read_added(top, rows, out);
    top.finish();
}

}  // namespace
}  // namespace exchange

result<definition_pointer> lay_over(const definition_pointer& base, std::string_view overlay_json) {
    using namespace exchange;
    const auto document = json_document::parse(overlay_json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, overlay_format)) return *other;
    if (!base->identity().overlay_id.empty()) return error(status::rule_conflict);

    problem_list problems(*document);
    auto storage = std::make_shared<definition_storage>();
    storage->keep_alive(base);
    definition_references references(problems, claim_rule::proposals_only);
    definition_row_reader rows(problems, *storage, references);
    overlay read;
    base_rows known;
    for (const table_description& each : table_descriptions()) {
        const definition_table table(each, base->tables());
        for (std::size_t i = 0; i < table.size(); ++i) {
            references.know(table[i]);
            known.emplace(table[i].id(), table[i]);
        }
    }
    field_reader top(problems, document->root());
    read_overlay(top, *base, known, rows, read);
    for (const auto& [id, at] : read.off) references.forget(id);
    references.check();
    const definition_tables tables = apply(read, *base, *storage, problems);
    if (!problems.empty()) return problems.to_error();

    const definition_identity identity{.version = base->version(),
                                       .digest = base->digest(),
                                       .overlay_id = storage->keep(read.id),
                                       .overlay_version = storage->keep(read.version),
                                       .overlay_digest = storage->keep(sha256(canonical_json(document->root())))};
    const definition made(identity, tables, changes_of(read, *storage));
    return definition_storage::finish(std::move(storage), made);
}

}  // namespace peersupport
