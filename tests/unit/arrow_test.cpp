// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/arrow.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <deque>

using namespace peersupport;

namespace {

/// A struct array built by hand, with a count of what was released.
struct producer {
    static inline int live = 0;

    std::deque<std::vector<const void*>> buffers;
    std::deque<ArrowSchema> child_schemas;
    std::deque<ArrowArray> child_arrays;
    std::vector<ArrowSchema*> schema_list;
    std::vector<ArrowArray*> array_list;
    std::vector<const void*> own_buffers{nullptr};
    std::int64_t rows;

    explicit producer(std::int64_t rows_) : rows(rows_) {}

    ArrowArray& add(const char* name, const char* format, const void* data, const void* validity = nullptr,
                    std::int64_t nulls = 0, std::int64_t offset = 0) {
        child_schemas.push_back({format, name, nullptr, ARROW_FLAG_NULLABLE, 0, nullptr, nullptr, nullptr, nullptr});
        buffers.push_back({validity, data});
        child_arrays.push_back({rows, nulls, offset, 2, 0, buffers.back().data(), nullptr, nullptr, nullptr, nullptr});
        return child_arrays.back();
    }
    ArrowSchema schema() {
        schema_list.clear();
        for (auto& c : child_schemas) schema_list.push_back(&c);
        ++live;
        return {"+s", "", nullptr, 0, static_cast<std::int64_t>(schema_list.size()), schema_list.data(), nullptr,
                [](ArrowSchema* s) { --live; s->release = nullptr; }, nullptr};
    }
    ArrowArray array(std::int64_t offset = 0) {
        array_list.clear();
        for (auto& c : child_arrays) array_list.push_back(&c);
        ++live;
        return {rows - offset, 0, offset, 1, static_cast<std::int64_t>(array_list.size()), own_buffers.data(),
                array_list.data(), nullptr, [](ArrowArray* a) { --live; a->release = nullptr; }, nullptr};
    }
    result<arrow_table> table(std::int64_t offset = 0) {
        auto s = schema();
        auto a = array(offset);
        return arrow_table::from_array(&s, &a);
    }
};

const std::vector<std::string> only_a{"a"};

/// What reading column "a" of this format gives.
status reads(const char* format) {
    alignas(8) static const std::uint8_t zeros[64] = {};
    producer p(4);
    p.add("a", format, zeros);
    const auto table = p.table();
    EXPECT_TRUE(table.has_value());
    const auto chunks = table->answers(only_a);
    return chunks ? status::ok : chunks.problems().code();
}

struct stream_of {
    producer* from;
    int batches;
    int fail_at = -1;
    int given = 0;

    ArrowArrayStream open() {
        return {[](ArrowArrayStream* s, ArrowSchema* out) {
                    *out = static_cast<stream_of*>(s->private_data)->from->schema();
                    return 0;
                },
                [](ArrowArrayStream* s, ArrowArray* out) {
                    auto& me = *static_cast<stream_of*>(s->private_data);
                    if (me.given == me.fail_at) return 5;
                    *out = me.given++ < me.batches ? me.from->array() : ArrowArray{};
                    return 0;
                },
                [](ArrowArrayStream*) -> const char* { return "failed"; },
                [](ArrowArrayStream* s) { s->release = nullptr; }, this};
    }
};

}  // namespace

TEST(arrow_reader, every_number_and_boolean_format_is_read_and_nothing_else) {
    for (const char* format : {"c", "C", "s", "S", "i", "I", "l", "L", "e", "f", "g", "b", "n"})
        EXPECT_EQ(reads(format), status::ok) << format;
    for (const char* format : {"u", "U", "vu", "z", "tdD", "tsn:", "d:10,2", "+l", "w:4", "", "ii"})
        EXPECT_EQ(reads(format), status::column_type) << format;
    EXPECT_EQ(producer::live, 0);
}

TEST(arrow_reader, dictionaries_are_refused_by_name) {
    const std::int32_t data[4] = {};
    producer p(4);
    p.add("a", "i", data);
    ArrowSchema words{"u", "", nullptr, 0, 0, nullptr, nullptr, nullptr, nullptr};
    p.child_schemas.back().dictionary = &words;
    const auto table = p.table();
    const auto chunks = table->answers(only_a);
    ASSERT_FALSE(chunks);
    EXPECT_EQ(chunks.problems().code(), status::column_type);
    EXPECT_EQ(chunks.problems().problems.front().path, "/a");
}

TEST(arrow_reader, offsets_of_struct_and_column_move_data_and_validity) {
    const std::int16_t data[6] = {0, 1, 2, 3, 4, 5};
    const std::uint8_t valid[1] = {0b111011};
    producer p(5);
    p.add("a", "s", data, valid, 1, 1);
    const auto table = p.table(2);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows(), 3U);
    const auto chunks = table->answers(only_a);
    ASSERT_TRUE(chunks);
    const answer_column& c = chunks->front().columns.front();
    EXPECT_EQ(c.type, cell_type::i16);
    EXPECT_EQ(*static_cast<const std::int16_t*>(c.data), 3);
    EXPECT_EQ(c.offset, 3U);
    EXPECT_EQ(c.validity, valid);
}

TEST(arrow_reader, half_floats_become_floats) {
    const std::uint16_t data[6] = {0x3C00, 0xC000, 0x7E00, 0x0001, 0x7C00, 0x0000};
    producer p(6);
    p.add("a", "e", data);
    const auto table = p.table();
    const auto chunks = table->answers(only_a);
    ASSERT_TRUE(chunks);
    const auto* wide = static_cast<const float*>(chunks->front().columns.front().data);
    EXPECT_EQ(wide[0], 1.0F);
    EXPECT_EQ(wide[1], -2.0F);
    EXPECT_TRUE(std::isnan(wide[2]));
    EXPECT_EQ(wide[3], 0x1p-24F);
    EXPECT_TRUE(std::isinf(wide[4]));
    EXPECT_EQ(wide[5], 0.0F);
}

TEST(arrow_reader, missing_and_duplicate_columns_are_named_all_at_once) {
    const std::int32_t data[4] = {};
    producer p(4);
    p.add("a", "i", data);
    p.add("a", "i", data);
    const auto table = p.table();
    const std::vector<std::string> names{"x/y", "a", "z"};
    const auto chunks = table->answers(names);
    ASSERT_FALSE(chunks);
    const auto& found = chunks.problems().problems;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].path, "/x~1y");
    EXPECT_EQ(found[0].code, status::column_missing);
    EXPECT_EQ(found[1].code, status::column_duplicate);
    EXPECT_EQ(found[2].path, "/z");
}

TEST(arrow_reader, broken_structs_are_refused_and_released) {
    alignas(8) const std::int32_t data[5] = {};
    const auto refused = [&](auto&& breaks) {
        producer p(4);
        p.add("a", "i", data);
        auto s = p.schema();
        auto a = p.array();
        breaks(p, s, a);
        const auto table = arrow_table::from_array(&s, &a);
        return !table && table.problems().code() == status::arrow_invalid;
    };
    using P = producer&;
    using S = ArrowSchema&;
    using A = ArrowArray&;
    EXPECT_TRUE(refused([](P, S s, A) { s.format = "i"; }));
    EXPECT_TRUE(refused([](P, S s, A) { s.format = nullptr; }));
    EXPECT_TRUE(refused([](P, S s, A) { s.n_children = -1; }));
    EXPECT_TRUE(refused([](P, S s, A) { s.children = nullptr; }));
    EXPECT_TRUE(refused([](P, S s, A) { s.children[0] = nullptr; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.n_children = 2; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.length = -1; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.offset = -1; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.length = INT64_MAX; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.length = 5; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.offset = 1; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.children[0] = nullptr; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.null_count = 1; }));
    EXPECT_TRUE(refused([](P, S, A a) { a.buffers = nullptr; }));
    EXPECT_TRUE(refused([](P p, S, A) { p.child_arrays[0].null_count = 9; }));
    static const std::uint8_t one_null[1] = {0b1101};
    EXPECT_TRUE(refused([](P p, S, A a) { p.own_buffers[0] = one_null; a.null_count = -1; }));
    EXPECT_EQ(producer::live, 0);
}

TEST(arrow_reader, broken_columns_are_refused_by_name) {
    alignas(8) const std::uint8_t data[64] = {};
    const auto refused = [&](auto&& breaks) {
        producer p(4);
        breaks(p.add("a", "i", data));
        const auto table = p.table();
        EXPECT_TRUE(table);
        const auto chunks = table->answers(only_a);
        return !chunks && chunks.problems().problems.front() == problem{status::arrow_invalid, problem::no_offset, "/a"};
    };
    EXPECT_TRUE(refused([](ArrowArray& a) { a.n_buffers = 1; }));
    EXPECT_TRUE(refused([](ArrowArray& a) { a.buffers[1] = nullptr; }));
    EXPECT_TRUE(refused([](ArrowArray& a) { a.null_count = 1; }));
    EXPECT_TRUE(refused([](ArrowArray& a) { a.buffers[1] = static_cast<const char*>(a.buffers[1]) + 1; }));
}

TEST(arrow_reader, a_stream_is_read_whole_or_batch_by_batch) {
    const std::int32_t data[4] = {1, 2, 3, 4};
    producer p(4);
    p.add("a", "i", data);
    stream_of source{&p, 3};
    auto stream = source.open();
    {
        const auto table = arrow_table::from_stream(&stream);
        ASSERT_TRUE(table);
        EXPECT_EQ(stream.release, nullptr);
        EXPECT_EQ(table->rows(), 12U);
        EXPECT_EQ(table->answers(only_a)->size(), 3U);
    }
    EXPECT_EQ(producer::live, 0);

    source.given = 0;
    stream = source.open();
    auto batches = arrow_batches::open(&stream);
    ASSERT_TRUE(batches);
    std::size_t rows = 0;
    for (;;) {
        const auto batch = batches->next();
        ASSERT_TRUE(batch);
        if (batch->answers(only_a)->empty()) break;
        rows += batch->rows();
    }
    EXPECT_EQ(rows, 12U);
    EXPECT_EQ(producer::live, 0);
}

TEST(arrow_reader, a_stream_that_fails_is_released) {
    const std::int32_t data[4] = {};
    producer p(4);
    p.add("a", "i", data);
    stream_of source{&p, 3, 2};
    auto stream = source.open();
    const auto table = arrow_table::from_stream(&stream);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.problems().code(), status::arrow_invalid);
    EXPECT_EQ(producer::live, 0);
    EXPECT_FALSE(arrow_table::from_stream(&stream));
}

TEST(arrow_reader, an_empty_stream_still_checks_names_and_types) {
    producer p(0);
    p.add("a", "u", nullptr);
    stream_of source{&p, 0};
    auto stream = source.open();
    const auto table = arrow_table::from_stream(&stream);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows(), 0U);
    EXPECT_EQ(table->answers(only_a).problems().code(), status::column_type);
    const std::vector<std::string> other{"b"};
    EXPECT_EQ(table->answers(other).problems().code(), status::column_missing);
}

TEST(arrow_writer, what_is_written_can_be_read_and_nulls_stand_where_nothing_was_scored) {
    const double values[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, std::nan("")};
    const std::uint8_t reasons[10] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    const auto scores = std::make_shared<score_table>();
    scores->rows = 10;
    scores->fields = {{"hope", score_cell::f64, values, reasons}};
    scores->metadata = {{"instrument", "x"}};
    ArrowArrayStream stream{};
    ASSERT_EQ(write_scores(scores, &stream), status::ok);
    const auto table = arrow_table::from_stream(&stream);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows(), 10U);
    EXPECT_EQ(table->column_name(0), "hope");
    EXPECT_EQ(table->column_name(1), "hope.reason");
    const std::vector<std::string> hope{"hope"};
    const auto chunks = table->answers(hope);
    ASSERT_TRUE(chunks);
    const answer_column& c = chunks->front().columns.front();
    EXPECT_EQ(c.data, values) << "values are not copied";
    ASSERT_NE(c.validity, nullptr);
    EXPECT_EQ(c.validity[0], 0xFF);
    EXPECT_EQ(c.validity[1], 0x01);
    EXPECT_EQ(scores.use_count(), 1 + 4) << "the table lives as long as its arrays";
}

TEST(arrow_writer, a_kept_column_is_passed_on_in_its_own_chunks) {
    const std::int64_t ids[4] = {7, 8, 9, 10};
    producer p(4);
    p.add("id", "l", ids);
    stream_of source{&p, 2};
    auto stream = source.open();
    auto input = arrow_table::from_stream(&stream);
    ASSERT_TRUE(input);
    const auto id = input->column("id");
    ASSERT_TRUE(id);
    const double values[8] = {};
    const std::uint8_t reasons[8] = {};
    const auto scores = std::make_shared<score_table>();
    scores->rows = 8;
    scores->kept = {*id};
    scores->fields = {{"s", score_cell::f64, values, reasons}};
    ASSERT_EQ(write_scores(scores, &stream), status::ok);
    {
        const auto out = arrow_table::from_stream(&stream);
        ASSERT_TRUE(out);
        const std::vector<std::string> name{"id"};
        const auto chunks = out->answers(name);
        ASSERT_EQ(chunks->size(), 2U);
        EXPECT_EQ((*chunks)[1].columns.front().data, ids);
    }
    scores->rows = 7;
    EXPECT_EQ(write_scores(scores, &stream), status::shape_mismatch);
}
