// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_arrow.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport {
namespace {

// ---- the columns, as Arrow lays them out

enum class cell_kind : std::uint8_t { text, list, number, flag };

void set_bit(std::vector<std::uint8_t>& bits, std::size_t at, bool on) {
    if (at % 8 == 0) bits.push_back(0);
    if (on) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << (at % 8));
}

struct column {
    std::string name;
    cell_kind kind{};
    bool nullable = false;

    std::size_t rows = 0;
    std::size_t nulls = 0;
    std::vector<std::uint8_t> valid;        ///< a bit a row
    std::vector<std::int64_t> numbers;      ///< number
    std::vector<std::uint8_t> flags;        ///< flag: a bit a row
    std::vector<std::size_t> text_ends{0};  ///< text, and the elements of lists
    std::vector<std::size_t> list_ends{0};  ///< list
    std::string characters;
    std::vector<std::int32_t> text_offsets;  ///< the same, as Arrow wants them
    std::vector<std::int32_t> list_offsets;

    void add_text(std::string_view text) {
        characters += text;
        text_ends.push_back(characters.size());
    }
    void end_list() { list_ends.push_back(text_ends.size() - 1); }
    void end_row(bool given) {
        set_bit(valid, rows++, given);
        nulls += !given;
    }
    [[nodiscard]] std::size_t elements() const noexcept { return text_ends.size() - 1; }

    /// False when a column is larger than offsets of 32 bits can say.
    [[nodiscard]] bool finish() {
        constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
        if (characters.size() > most || elements() > most) return false;
        for (const std::size_t end : text_ends) text_offsets.push_back(static_cast<std::int32_t>(end));
        for (const std::size_t end : list_ends) list_offsets.push_back(static_cast<std::int32_t>(end));
        nullable = nullable || nulls > 0;
        return true;
    }
};

struct columns {
    std::size_t rows = 0;
    std::vector<column> list;
    std::string metadata;
};

using columns_ptr = std::shared_ptr<const columns>;

/// Calls `add` with the value of each row.
template <class Add>
void each_row(const definition_table& rows, const definition_field& field, Add add) {
    for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i].value(field));
}

column named(std::string name, cell_kind kind, bool nullable = false) {
    column out;
    out.name = std::move(name);
    out.kind = kind;
    out.nullable = nullable;
    return out;
}

column texts(const definition_table& rows, const definition_field& field, language in) {
    column out = named(std::string(field.id) + (in == language::fr ? "_fr" : "_en"), cell_kind::text, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.add_text(value.text.in(in));
        out.end_row(value.given);
    });
    return out;
}

column strings(const definition_table& rows, const definition_field& field) {
    column out = named(std::string(field.id), cell_kind::text, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.add_text(value.string);
        out.end_row(value.given);
    });
    return out;
}

column lists(const definition_table& rows, const definition_field& field) {
    column out = named(std::string(field.id), cell_kind::list);
    each_row(rows, field, [&](const field_value& value) {
        for (const std::string_view each : value.list) out.add_text(each);
        out.end_list();
        out.end_row(true);
    });
    return out;
}

template <class Part>
column cues(const definition_table& rows, const definition_field& field, const char* end, Part part) {
    column out = named(std::string(field.id) + end, cell_kind::list);
    each_row(rows, field, [&](const field_value& value) {
        for (const cue& each : value.cues) out.add_text(part(each));
        out.end_list();
        out.end_row(true);
    });
    return out;
}

column numbers(const definition_table& rows, const definition_field& field) {
    column out = named(std::string(field.id), cell_kind::number, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        out.numbers.push_back(value.given ? value.number : 0);
        out.end_row(value.given);
    });
    return out;
}

column flags(const definition_table& rows, const definition_field& field) {
    column out = named(std::string(field.id), cell_kind::flag, !field.required);
    each_row(rows, field, [&](const field_value& value) {
        set_bit(out.flags, out.rows, value.number != 0);
        out.end_row(value.given);
    });
    return out;
}

void add_field(std::vector<column>& to, const definition_table& rows, const definition_field& field) {
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

void append_size(std::string& to, std::size_t number) {
    const auto value = static_cast<std::int32_t>(number);
    std::array<char, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, sizeof value);
    to.append(bytes.data(), bytes.size());
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
    std::string out;
    append_size(out, pairs.size());
    for (const auto& [key, value] : pairs) {
        append_size(out, key.size());
        out += key;
        append_size(out, value.size());
        out += value;
    }
    return out;
}

columns columns_of(const definition& of, const table_description& table) {
    const definition_table rows(table, of.tables());
    columns out;
    out.rows = rows.size();
    out.metadata = metadata_of(of.identity(), table.id);
    column& ids = out.list.emplace_back(named("id", cell_kind::text));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ids.add_text(rows[i].id());
        ids.end_row(true);
    }
    for (const definition_field& field : table.fields) add_field(out.list, rows, field);
    return out;
}

// ---- the structs of the interface; each keeps the columns

template <class Abi>
struct behind {
    columns_ptr from;
    std::array<const void*, 3> buffers{};
    std::vector<Abi*> children;
};

template <class Abi>
void let_go(Abi* it) {
    for (std::int64_t i = 0; i < it->n_children; ++i) {
        Abi* child = it->children[i];
        if (child && child->release) child->release(child);
        delete child;
    }
    delete static_cast<behind<Abi>*>(it->private_data);
    it->release = nullptr;
}

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
    it.release = let_go<Abi>;
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

void write_schema(const column& of, const columns_ptr& from, ArrowSchema& into) {
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

void write_array(const column& of, const columns_ptr& from, ArrowArray& into) {
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

/// Runs a callback of the C interface: what throws becomes ENOMEM and leaves nothing behind.
template <class Abi, class Work>
int guarded(Abi* out, Work work) noexcept {
    Abi made{};
    try {
        work(made);
    } catch (...) {
        if (made.release) made.release(&made);
        return ENOMEM;
    }
    *out = made;
    return 0;
}

int get_schema(ArrowArrayStream* self, ArrowSchema* out) {
    return guarded(out, [&](ArrowSchema& made) { write_schema(of_stream(self).from, made); });
}

int get_next(ArrowArrayStream* self, ArrowArray* out) {
    return guarded(out, [&](ArrowArray& made) {
        stream_behind& at = of_stream(self);
        if (at.handed_out) return;
        write_batch(at.from, made);
        at.handed_out = true;
    });
}

const char* get_last_error(ArrowArrayStream*) { return "out of memory"; }

void release(ArrowArrayStream* self) {
    delete static_cast<stream_behind*>(self->private_data);
    self->release = nullptr;
}

}  // namespace

status write_table(const definition& of, const table_description& table, ArrowArrayStream* into) {
    auto made = std::make_shared<columns>(columns_of(of, table));
    for (column& each : made->list) {
        if (!each.finish()) return status::too_large;
    }
    auto at = std::make_unique<stream_behind>();
    at->from = std::move(made);
    *into = ArrowArrayStream{get_schema, get_next, get_last_error, release, at.release()};
    return status::ok;
}

}  // namespace peersupport
