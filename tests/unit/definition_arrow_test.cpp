// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_arrow.hpp"

#include "peersupport/exchange/definition_json.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace peersupport;

namespace {

/// Takes a whole table out of a stream, as a consumer does, and lets go of everything.
class taken {
public:
    explicit taken(const definition& of, const table_description& table) {
        ArrowArrayStream stream{};
        EXPECT_EQ(write_table(of, table, &stream), status::ok);
        EXPECT_EQ(stream.get_schema(&stream, &schema), 0);
        EXPECT_EQ(stream.get_next(&stream, &batch), 0);
        ArrowArray end{};
        EXPECT_EQ(stream.get_next(&stream, &end), 0);
        EXPECT_EQ(end.release, nullptr) << "one batch, then the end";
        stream.release(&stream);
        EXPECT_EQ(stream.release, nullptr);
    }
    taken(const taken&) = delete;
    taken& operator=(const taken&) = delete;
    ~taken() {
        if (schema.release) schema.release(&schema);
        if (batch.release) batch.release(&batch);
    }

    ArrowSchema schema{};
    ArrowArray batch{};
    std::int64_t next = 0;  ///< the column to look at next
};

bool bit(const void* of, std::int64_t at) {
    return (static_cast<const std::uint8_t*>(of)[at / 8] >> (at % 8) & 1) != 0;
}

bool valid(const ArrowArray& column, std::int64_t row) {
    return column.buffers[0] == nullptr || bit(column.buffers[0], row);
}

std::string_view text_at(const ArrowArray& column, std::int64_t row) {
    const auto* offsets = static_cast<const std::int32_t*>(column.buffers[1]);
    const auto begin = static_cast<std::size_t>(offsets[row]);
    return {static_cast<const char*>(column.buffers[2]) + begin, static_cast<std::size_t>(offsets[row + 1]) - begin};
}

std::vector<std::string_view> list_at(const ArrowArray& column, std::int64_t row) {
    const auto* offsets = static_cast<const std::int32_t*>(column.buffers[1]);
    std::vector<std::string_view> out;
    for (std::int32_t i = offsets[row]; i < offsets[row + 1]; ++i) out.push_back(text_at(*column.children[0], i));
    return out;
}

/// The next column, which must be called this and be of this format.
const ArrowArray& column(taken& from, const std::string& name, const char* format, bool nullable) {
    const ArrowSchema& schema = *from.schema.children[from.next];
    EXPECT_EQ(schema.name, name);
    EXPECT_STREQ(schema.format, format) << name;
    EXPECT_EQ(schema.flags, nullable ? ARROW_FLAG_NULLABLE : 0) << name;
    const ArrowArray& array = *from.batch.children[from.next++];
    EXPECT_EQ(array.length, from.batch.length);
    EXPECT_EQ(array.offset, 0);
    std::int64_t nulls = 0;
    for (std::int64_t i = 0; i < array.length; ++i) nulls += !valid(array, i);
    EXPECT_EQ(array.null_count, nulls) << name;
    return array;
}

using text_of = std::string_view (*)(const field_value&);

void expect_texts(taken& from, const definition_table& rows, const definition_field& field, const char* end,
                  text_of text) {
    const ArrowArray& held = column(from, std::string(field.id) + end, "u", !field.required);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const field_value value = rows[i].value(field);
        const auto at = static_cast<std::int64_t>(i);
        EXPECT_EQ(valid(held, at), value.given);
        EXPECT_EQ(text_at(held, at), text(value));
    }
}

template <class Texts>
void expect_lists(taken& from, const definition_table& rows, const definition_field& field, const char* end,
                  Texts texts) {
    const ArrowArray& held = column(from, std::string(field.id) + end, "+l", false);
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(list_at(held, static_cast<std::int64_t>(i)), texts(rows[i].value(field)));
}

template <class Part>
void expect_cues(taken& from, const definition_table& rows, const definition_field& field, const char* end, Part part) {
    expect_lists(from, rows, field, end, [&](const field_value& value) {
        std::vector<std::string_view> out;
        for (const cue& each : value.cues) out.push_back(part(each));
        return out;
    });
}

void expect_numbers(taken& from, const definition_table& rows, const definition_field& field, bool flag) {
    const ArrowArray& held = column(from, std::string(field.id), flag ? "b" : "l", !field.required);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const field_value value = rows[i].value(field);
        const auto at = static_cast<std::int64_t>(i);
        EXPECT_EQ(valid(held, at), value.given);
        if (flag) {
            EXPECT_EQ(bit(held.buffers[1], at), value.number != 0);
        } else if (value.given) {
            EXPECT_EQ(static_cast<const std::int64_t*>(held.buffers[1])[i], value.number);
        }
    }
}

void expect_field(taken& from, const definition_table& rows, const definition_field& field) {
    switch (field.kind) {
        case field_kind::text:
            expect_texts(from, rows, field, "_en", [](const field_value& v) { return v.text.en; });
            expect_texts(from, rows, field, "_fr", [](const field_value& v) { return v.text.fr; });
            return;
        case field_kind::string:
        case field_kind::reference:
        case field_kind::word:
            expect_texts(from, rows, field, "", [](const field_value& v) { return v.string; });
            return;
        case field_kind::references:
        case field_kind::words:
            expect_lists(from, rows, field, "", [](const field_value& v) {
                return std::vector<std::string_view>(v.list.begin(), v.list.end());
            });
            return;
        case field_kind::cues:
            expect_cues(from, rows, field, "", [](const cue& c) { return c.id; });
            expect_cues(from, rows, field, "_en", [](const cue& c) { return c.text.en; });
            expect_cues(from, rows, field, "_fr", [](const cue& c) { return c.text.fr; });
            return;
        case field_kind::number:
        case field_kind::flag: expect_numbers(from, rows, field, field.kind == field_kind::flag); return;
    }
}

void expect_all(const definition& of) {
    for (const table_description& table : table_descriptions()) {
        SCOPED_TRACE(table.id);
        taken from(of, table);
        const definition_table rows(table, of.tables());
        ASSERT_STREQ(from.schema.format, "+s");
        ASSERT_EQ(from.batch.length, static_cast<std::int64_t>(rows.size()));
        const ArrowArray& ids = column(from, "id", "u", false);
        for (std::size_t i = 0; i < rows.size(); ++i)
            EXPECT_EQ(text_at(ids, static_cast<std::int64_t>(i)), rows[i].id());
        for (const definition_field& field : table.fields) expect_field(from, rows, field);
        EXPECT_EQ(from.next, from.schema.n_children);
        EXPECT_EQ(from.next, from.batch.n_children);
    }
}

}  // namespace

TEST(DefinitionArrow, HoldsEveryCellOfEveryTable) { expect_all(canonical()); }

TEST(DefinitionArrow, TablesWithoutRowsHaveTheirColumns) {
    expect_all(definition({.version = "1.0.0", .digest = "0"}, {}));
}

TEST(DefinitionArrow, OutlivesTheDefinition) {
    std::optional<taken> from;
    {
        const auto read = read_definition(write_definition(canonical()));
        ASSERT_TRUE(read.has_value());
        from.emplace(**read, *find_table_description("roles"));
    }
    EXPECT_EQ(text_at(*from->batch.children[0], 0), canonical().roles().front().id);
}

TEST(DefinitionArrow, ColumnsCanBeTakenOutAndOutliveTheBatch) {
    taken from(canonical(), *find_table_description("values"));
    // As the standard says: take the child's content and mark it released; the parent's release skips it.
    ArrowArray sources = *from.batch.children[from.batch.n_children - 1];
    from.batch.children[from.batch.n_children - 1]->release = nullptr;
    from.batch.release(&from.batch);
    EXPECT_EQ(list_at(sources, 0).size(), canonical().values().front().sources.size());
    sources.release(&sources);
    EXPECT_EQ(sources.release, nullptr);
}

TEST(DefinitionArrow, AStreamNobodyReadsIsReleased) {
    ArrowArrayStream stream{};
    ASSERT_EQ(write_table(canonical(), *find_table_description("duties"), &stream), status::ok);
    stream.release(&stream);
    EXPECT_EQ(stream.release, nullptr);
}

TEST(DefinitionArrow, TheSchemaSaysWhichDefinitionItIs) {
    const definition adapted({.version = "1.2.3",
                              .digest = "abc",
                              .overlay_id = "northshore",
                              .overlay_version = "4.5.6",
                              .overlay_digest = "def"},
                             canonical().tables());
    const taken from(adapted, *find_table_description("roles"));
    const char* at = from.schema.metadata;
    const auto number = [&at] {
        std::int32_t out = 0;
        std::memcpy(&out, at, sizeof out);
        at += sizeof out;
        return static_cast<std::size_t>(out);
    };
    const auto text = [&] {
        const std::size_t size = number();
        const std::string out(at, size);
        at += size;
        return out;
    };
    std::vector<std::string> all;
    for (std::size_t left = 2 * number(); left > 0; --left) all.push_back(text());
    EXPECT_EQ(all,
              (std::vector<std::string>{"peersupport.table", "roles", "peersupport.definition_version", "1.2.3",
                                        "peersupport.definition_digest", "abc", "peersupport.overlay_id", "northshore",
                                        "peersupport.overlay_version", "4.5.6", "peersupport.overlay_digest", "def"}));
}
