// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/arrow.hpp"

#include "exchange/arrow_export.hpp"
#include "peersupport/scoring/reason.hpp"

#include <array>
#include <bit>
#include <new>

namespace peersupport {
namespace {

using namespace exchange;
using table_ptr = std::shared_ptr<const score_table>;

// ---- schema

struct schema_behind {
    std::string format, name, metadata;
    std::vector<ArrowSchema*> children;
};

void fill(ArrowSchema& it, std::string_view format, std::string_view name, bool nullable) {
    auto behind = std::make_unique<schema_behind>();
    behind->format = format;
    behind->name = name;
    it = ArrowSchema{};
    it.format = behind->format.c_str();
    it.name = behind->name.c_str();
    it.flags = nullable ? ARROW_FLAG_NULLABLE : 0;
    it.private_data = behind.release();
    it.release = let_go<ArrowSchema, schema_behind>;
}

/// Makes room for children; each is filled afterwards, so that a failure in between frees the others.
template <class Behind, class Abi>
void give_children(Abi& it, std::size_t count) {
    auto& list = static_cast<Behind*>(it.private_data)->children;
    list.assign(count, nullptr);
    it.children = list.data();
    it.n_children = static_cast<std::int64_t>(count);
    for (auto& child : list) child = new Abi{};
}

void write_schema(const score_table& from, ArrowSchema& into) {
    fill(into, "+s", "", false);
    auto* behind = static_cast<schema_behind*>(into.private_data);
    behind->metadata = encode_metadata(from.metadata);
    into.metadata = behind->metadata.data();
    give_children<schema_behind>(into, from.kept.size() + 2 * from.fields.size());
    auto** child = into.children;
    for (const arrow_column& kept : from.kept) fill(**child++, kept.format(), kept.name(), true);
    for (const score_field& field : from.fields)
        fill(**child++, field.type == score_cell::f32 ? "f" : "g", field.name, true);
    for (const score_field& field : from.fields) {
        ArrowSchema& reason = **child++;
        fill(reason, "c", field.name + ".reason", false);
        reason.dictionary = new ArrowSchema{};
        fill(*reason.dictionary, "u", "", false);
    }
}

// ---- arrays

struct array_behind {
    table_ptr table;
    std::array<const void*, 3> buffers{};
    std::vector<std::uint8_t> bits;     ///< validity
    std::vector<std::int32_t> offsets;  ///< of the dictionary
    std::string text;
    std::vector<ArrowArray*> children;
};

array_behind& fill(ArrowArray& it, const table_ptr& table, std::size_t rows, std::int64_t buffers) {
    auto* behind = new array_behind{};
    behind->table = table;
    it = ArrowArray{};
    it.length = static_cast<std::int64_t>(rows);
    it.n_buffers = buffers;
    it.buffers = behind->buffers.data();
    it.private_data = behind;
    it.release = let_go<ArrowArray, array_behind>;
    return *behind;
}

void write_values(const score_field& field, const table_ptr& table, std::size_t first, std::size_t rows,
                  ArrowArray& into) {
    array_behind& behind = fill(into, table, rows, 2);
    behind.bits.assign((rows + 7) / 8, 0);
    std::int64_t nulls = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const bool scored = field.reasons[first + i] == static_cast<std::uint8_t>(reason::scored);
        behind.bits[i / 8] = static_cast<std::uint8_t>(behind.bits[i / 8] | (scored ? 1U << (i % 8) : 0U));
        nulls += !scored;
    }
    const std::size_t size = field.type == score_cell::f32 ? sizeof(float) : sizeof(double);
    into.null_count = nulls;
    behind.buffers[0] = nulls ? behind.bits.data() : nullptr;
    behind.buffers[1] = static_cast<const std::byte*>(field.values) + first * size;
}

void write_reasons(const score_field& field, const table_ptr& table, std::size_t first, std::size_t rows,
                   ArrowArray& into) {
    fill(into, table, rows, 2).buffers[1] = field.reasons + first;
    into.dictionary = new ArrowArray{};
    array_behind& words = fill(*into.dictionary, table, reason_count, 3);
    words.offsets.push_back(0);
    for (std::uint8_t i = 0; i < reason_count; ++i) {
        words.text += id_of(static_cast<reason>(i));
        words.offsets.push_back(static_cast<std::int32_t>(words.text.size()));
    }
    words.buffers[1] = words.offsets.data();
    words.buffers[2] = words.text.data();
}

/// Another view of an array the table owns: same buffers, own release.
void pass_on(const arrow_column& column, const table_ptr& table, std::size_t chunk, ArrowArray& into) {
    const auto [array, shift] = column.chunk(chunk);
    fill(into, table, column.chunk_rows(chunk), array->n_buffers);
    into.buffers = array->buffers;
    into.offset = array->offset + shift;
    into.null_count = array->null_count == 0 ? 0 : -1;
}

void write_batch(const table_ptr& from, std::size_t chunk, std::size_t first, std::size_t rows, ArrowArray& into) {
    fill(into, from, rows, 1);
    give_children<array_behind>(into, from->kept.size() + 2 * from->fields.size());
    auto** child = into.children;
    for (const arrow_column& kept : from->kept) pass_on(kept, from, chunk, **child++);
    for (const score_field& field : from->fields) write_values(field, from, first, rows, **child++);
    for (const score_field& field : from->fields) write_reasons(field, from, first, rows, **child++);
}

// ---- stream

struct stream_behind {
    table_ptr table;
    std::size_t chunk = 0;
    std::size_t row = 0;

    [[nodiscard]] std::size_t chunks() const noexcept {
        return table->kept.empty() ? 1 : table->kept.front().chunk_count();
    }
    [[nodiscard]] std::size_t rows() const noexcept {
        return table->kept.empty() ? table->rows : table->kept.front().chunk_rows(chunk);
    }
};

stream_behind& behind(ArrowArrayStream* s) noexcept { return *static_cast<stream_behind*>(s->private_data); }

int get_schema(ArrowArrayStream* self, ArrowSchema* out) {
    return guarded_callback(out, [&](ArrowSchema& made) { write_schema(*behind(self).table, made); });
}

int get_next(ArrowArrayStream* self, ArrowArray* out) {
    return guarded_callback(out, [&](ArrowArray& made) {
        stream_behind& at = behind(self);
        if (at.chunk == at.chunks()) return;
        const std::size_t rows = at.rows();
        write_batch(at.table, at.chunk, at.row, rows, made);
        at.row += rows;
        ++at.chunk;
    });
}

void release(ArrowArrayStream* self) {
    delete static_cast<stream_behind*>(self->private_data);
    self->release = nullptr;
}

bool fits(const score_table& table) noexcept {
    for (const arrow_column& kept : table.kept) {
        if (kept.rows() != table.rows || kept.chunk_count() != table.kept.front().chunk_count()) return false;
        for (std::size_t i = 0; i < kept.chunk_count(); ++i) {
            if (kept.chunk_rows(i) != table.kept.front().chunk_rows(i)) return false;
        }
    }
    for (const score_field& field : table.fields) {
        if (table.rows && (!field.values || !field.reasons)) return false;
    }
    return true;
}

}  // namespace

status write_scores(table_ptr from, ArrowArrayStream* into) {
    if (!fits(*from)) return status::shape_mismatch;
    auto made = std::make_unique<stream_behind>();
    made->table = std::move(from);
    *into = ArrowArrayStream{get_schema, get_next, callback_error, release, made.release()};
    return status::ok;
}

}  // namespace peersupport
