// SPDX-License-Identifier: Apache-2.0
#include "exchange/canonical_json.hpp"
#include "exchange/definition_format.hpp"
#include "exchange/definition_row_reader.hpp"
#include "exchange/format_check.hpp"
#include "peersupport/exchange/definition_json.hpp"
#include "text/sha256.hpp"

#include <string>

namespace peersupport {

namespace exchange {
namespace {

void read_tables(field_reader& top, definition_row_reader& rows, definition_tables& out) {
    const auto tables = top.find("tables", presence::required);
    if (!tables) return;
    field_reader fields(top.problems(), *tables);
    for (const table_description& table : table_descriptions()) {
        const auto from = fields.array(table.id, presence::optional);
        if (from) table.assign(out, rows.read_rows(*from, table), from->size());
    }
    fields.finish();
}

}  // namespace
}  // namespace exchange

definition_pointer canonical_pointer() noexcept {
    // Owns nothing: the canonical definition is never destroyed.
    return {definition_pointer{}, &canonical()};
}

result<definition_pointer> read_definition(std::string_view json) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    problem_list problems(*document);
    if (const auto other = wrong_format(*document, definition_format)) return *other;

    field_reader top(problems, document->root());
    (void)top.find("format", presence::required);
    auto storage = std::make_shared<definition_storage>();
    definition_references references(problems);
    definition_row_reader rows(problems, *storage, references);
    std::string version;
    read_version(top, version);
    // Its digest is that of the base, which is not in the file: lay the overlay over the base again.
    if (const auto overlay = top.find("overlay", presence::optional))
        problems.add(status::rule_conflict, *overlay);
    definition_tables tables;
    read_tables(top, rows, tables);
    top.finish();
    references.check();
    if (!problems.empty()) return problems.to_error();

    definition_identity identity{.version = storage->keep(version), .digest = {}};
    // Of the document itself: written again it could gain members that an older library did not have.
    identity.digest = storage->keep(sha256(canonical_json(document->root())));
    return definition_storage::finish(std::move(storage), definition(identity, tables));
}

}  // namespace peersupport
