// SPDX-License-Identifier: Apache-2.0
#include "exchange/shared_table.hpp"

#include "exchange/arrow_export.hpp"

#include <cstddef>
#include <utility>

namespace peersupport::exchange {

namespace {

using table_pointer = std::shared_ptr<const shared_table>;

template <class Abi>
struct behind {
    table_pointer from;
    std::array<const void*, 3> buffers{};
    std::vector<Abi*> children;
};

/// An empty struct that can be released from now on, with room for its children.
template <class Abi>
behind<Abi>& begin(Abi& it, const table_pointer& from, std::size_t children) {
    auto made = std::make_unique<behind<Abi>>();
    made->from = from;
    made->children.assign(children, nullptr);
    it = Abi{};
    it.children = children ? made->children.data() : nullptr;
    it.n_children = static_cast<std::int64_t>(children);
    it.private_data = made.release();
    it.release = let_go<Abi, behind<Abi>>;
    auto& its = *static_cast<behind<Abi>*>(it.private_data);
    for (Abi*& child : its.children) child = new Abi{};
    return its;
}

void write_schema(const shared_column& of, const table_pointer& from, ArrowSchema& into) {
    begin(into, from, of.elements ? 1 : 0);
    into.format = of.format;
    into.name = of.name.c_str();
    into.flags = of.nullable ? ARROW_FLAG_NULLABLE : 0;
    if (of.elements) write_schema(*of.elements, from, *into.children[0]);
    if (!of.words) return;
    into.dictionary = new ArrowSchema{};
    write_schema(*of.words, from, *into.dictionary);
}

void write_array(const shared_column& of, const table_pointer& from, ArrowArray& into) {
    behind<ArrowArray>& its = begin(into, from, of.elements ? 1 : 0);
    its.buffers = of.buffers;
    into.length = of.rows;
    into.null_count = of.nulls;
    into.n_buffers = of.buffer_count;
    into.buffers = its.buffers.data();
    if (of.elements) write_array(*of.elements, from, *into.children[0]);
    if (!of.words) return;
    into.dictionary = new ArrowArray{};
    write_array(*of.words, from, *into.dictionary);
}

void write_schema(const table_pointer& from, ArrowSchema& into) {
    begin(into, from, from->columns.size());
    into.format = "+s";
    into.name = "";
    into.metadata = from->metadata.data();
    for (std::size_t i = 0; i < from->columns.size(); ++i) write_schema(from->columns[i], from, *into.children[i]);
}

void write_batch(const table_pointer& from, ArrowArray& into) {
    behind<ArrowArray>& its = begin(into, from, from->columns.size());
    into.length = from->rows;
    into.n_buffers = 1;
    into.buffers = its.buffers.data();
    for (std::size_t i = 0; i < from->columns.size(); ++i) write_array(from->columns[i], from, *into.children[i]);
}

// ---- stream

struct stream_behind {
    table_pointer from;
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

void write_stream(table_pointer from, ArrowArrayStream* into) {
    auto at = std::make_unique<stream_behind>();
    at->from = std::move(from);
    *into = ArrowArrayStream{get_schema, get_next, callback_error, release, at.release()};
}

}  // namespace peersupport::exchange
