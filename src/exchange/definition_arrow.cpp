// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_arrow.hpp"

#include "exchange/arrow_export.hpp"
#include "exchange/definition_columns.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>


namespace peersupport {
namespace {

using namespace exchange;
using columns_ptr = std::shared_ptr<const definition_columns>;

// ---- the structs of the interface; each keeps the columns

template <class Abi>
struct behind {
    columns_ptr from;
    std::array<const void*, 3> buffers{};
    std::vector<Abi*> children;
};

/// An empty struct that can be released from now on, with room for its children.
template <class Abi>
behind<Abi>& begin(Abi& it, const columns_ptr& from, std::size_t children) {
    auto made = std::make_unique<behind<Abi>>();
    made->from = from;
    made->children.assign(children, nullptr);
    it = Abi{};
    it.children = children ? made->children.data() : nullptr;
    it.n_children = static_cast<std::int64_t>(children);
    it.private_data = made.release();
    it.release = let_go<Abi, behind<Abi>>;
    auto& list = static_cast<behind<Abi>*>(it.private_data)->children;
    for (Abi*& child : list) child = new Abi{};
    return *static_cast<behind<Abi>*>(it.private_data);
}

const char* format_of(cell_kind kind) noexcept {
    switch (kind) {
        case cell_kind::text: return "u";
        case cell_kind::list: return "+l";
        case cell_kind::number: return "l";
        case cell_kind::flag: return "b";
    }
    return "n";
}

void write_schema(const definition_column& of, const columns_ptr& from, ArrowSchema& into) {
    const bool list = of.kind == cell_kind::list;
    begin(into, from, list ? 1 : 0);
    into.format = format_of(of.kind);
    into.name = of.name.c_str();
    into.flags = of.nullable ? ARROW_FLAG_NULLABLE : 0;
    if (!list) return;
    ArrowSchema& element = *into.children[0];
    begin(element, from, 0);
    element.format = format_of(cell_kind::text);
    element.name = "item";
}

void write_schema(const columns_ptr& from, ArrowSchema& into) {
    begin(into, from, from->list.size());
    into.format = "+s";
    into.name = "";
    into.metadata = from->metadata.data();
    for (std::size_t i = 0; i < from->list.size(); ++i) write_schema(from->list[i], from, *into.children[i]);
}

void write_array(const definition_column& of, const columns_ptr& from, ArrowArray& into) {
    const bool list = of.kind == cell_kind::list;
    behind<ArrowArray>& its = begin(into, from, list ? 1 : 0);
    into.length = static_cast<std::int64_t>(of.rows);
    into.null_count = static_cast<std::int64_t>(of.nulls);
    into.n_buffers = of.kind == cell_kind::text ? 3 : 2;
    into.buffers = its.buffers.data();
    its.buffers[0] = of.nulls > 0 ? of.valid.data() : nullptr;
    switch (of.kind) {
        case cell_kind::number: its.buffers[1] = of.numbers.data(); return;
        case cell_kind::flag: its.buffers[1] = of.flags.data(); return;
        case cell_kind::text:
            its.buffers[1] = of.text_offsets.data();
            its.buffers[2] = of.characters.data();
            return;
        case cell_kind::list: break;
    }
    its.buffers[1] = of.list_offsets.data();
    ArrowArray& elements = *into.children[0];
    behind<ArrowArray>& theirs = begin(elements, from, 0);
    elements.length = static_cast<std::int64_t>(of.elements());
    elements.n_buffers = 3;
    elements.buffers = theirs.buffers.data();
    theirs.buffers[1] = of.text_offsets.data();
    theirs.buffers[2] = of.characters.data();
}

void write_batch(const columns_ptr& from, ArrowArray& into) {
    behind<ArrowArray>& its = begin(into, from, from->list.size());
    into.length = static_cast<std::int64_t>(from->rows);
    into.n_buffers = 1;
    into.buffers = its.buffers.data();
    for (std::size_t i = 0; i < from->list.size(); ++i) write_array(from->list[i], from, *into.children[i]);
}

// ---- stream

struct stream_behind {
    columns_ptr from;
    bool handed_out = false;
};

stream_behind& of_stream(ArrowArrayStream* s) noexcept { return *static_cast<stream_behind*>(s->private_data); }

int get_schema(ArrowArrayStream* self, ArrowSchema* out) {
    return guarded_callback(out, [&](ArrowSchema& made) { write_schema(of_stream(self).from, made); });
}

int get_next(ArrowArrayStream* self, ArrowArray* out) {
    return guarded_callback(out, [&](ArrowArray& made) {
        stream_behind& at = of_stream(self);
        if (at.handed_out) return;
        write_batch(at.from, made);
        at.handed_out = true;
    });
}

void release(ArrowArrayStream* self) {
    delete static_cast<stream_behind*>(self->private_data);
    self->release = nullptr;
}

}  // namespace

status write_table(const definition& of, const table_description& table, ArrowArrayStream* into) {
    auto made = std::make_shared<definition_columns>(columns_of(of, table));
    for (definition_column& each : made->list) {
        if (!each.finish()) return status::too_large;
    }
    auto at = std::make_unique<stream_behind>();
    at->from = std::move(made);
    *into = ArrowArrayStream{get_schema, get_next, callback_error, release, at.release()};
    return status::ok;
}

}  // namespace peersupport
