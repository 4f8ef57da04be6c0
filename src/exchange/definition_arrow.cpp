// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_arrow.hpp"

#include "exchange/definition_columns.hpp"
#include "exchange/shared_table.hpp"

#include <cstdint>
#include <memory>
#include <utility>

namespace peersupport {
namespace {

using namespace exchange;

const char* format_of(cell_kind kind) noexcept {
    switch (kind) {
        case cell_kind::text: return "u";
        case cell_kind::list: return "+l";
        case cell_kind::number: return "l";
        case cell_kind::flag: return "b";
    }
    return "n";
}

/// The texts of a column, or the elements of its lists.
void share_texts(const definition_column& of, shared_column& into) {
    into.format = format_of(cell_kind::text);
    into.buffer_count = 3;
    into.buffers[1] = of.text_offsets.data();
    into.buffers[2] = of.characters.data();
}

shared_column shared(const definition_column& of) {
    shared_column made;
    made.name = of.name;
    made.format = format_of(of.kind);
    made.rows = static_cast<std::int64_t>(of.rows);
    made.nulls = static_cast<std::int64_t>(of.nulls);
    made.nullable = of.nullable;
    made.buffers[0] = of.nulls > 0 ? of.valid.data() : nullptr;
    switch (of.kind) {
        case cell_kind::number: made.buffers[1] = of.numbers.data(); return made;
        case cell_kind::flag: made.buffers[1] = of.flags.data(); return made;
        case cell_kind::text: share_texts(of, made); return made;
        case cell_kind::list: break;
    }
    made.buffers[1] = of.list_offsets.data();
    auto elements = std::make_shared<shared_column>();
    elements->name = "item";
    elements->rows = static_cast<std::int64_t>(of.elements());
    share_texts(of, *elements);
    made.elements = std::move(elements);
    return made;
}

}  // namespace

status write_table(const definition& of, const table_description& table, ArrowArrayStream* into) {
    auto columns = std::make_shared<definition_columns>(columns_of(of, table));
    auto made = std::make_shared<shared_table>();
    for (definition_column& each : columns->list) {
        if (!each.finish()) return status::too_large;
        made->columns.push_back(shared(each));
    }
    made->rows = static_cast<std::int64_t>(columns->rows);
    made->metadata = std::move(columns->metadata);
    made->owner = std::move(columns);
    write_stream(std::move(made), into);
    return status::ok;
}

}  // namespace peersupport
