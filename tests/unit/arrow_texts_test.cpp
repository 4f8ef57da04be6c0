// SPDX-License-Identifier: Apache-2.0
// Columns of texts in every layout that Arrow has for them, sliced, coded, and broken.
#include "peersupport/exchange/arrow_texts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

using namespace peersupport;

namespace {

int released = 0;

/// An array of texts as a producer lays it out; it lives longer than what is read from it.
struct producer {
    std::string characters;
    std::vector<std::int32_t> offsets{0};
    std::vector<std::uint8_t> valid;
    std::vector<std::int8_t> codes;
    std::array<const void*, 3> buffers{}, coded{};
    ArrowArray array{}, numbers{};
    ArrowSchema schema{}, words{};

    explicit producer(const std::vector<const char*>& cells) {
        valid.assign(cells.size() / 8 + 1, 0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i]) {
                characters += cells[i];
                valid[i / 8] = static_cast<std::uint8_t>(valid[i / 8] | 1U << (i % 8));
            } else {
                ++array.null_count;
            }
            offsets.push_back(static_cast<std::int32_t>(characters.size()));
        }
        buffers = {valid.data(), offsets.data(), characters.data()};
        array.length = static_cast<std::int64_t>(cells.size());
        array.n_buffers = 3;
        array.buffers = buffers.data();
        array.release = [](ArrowArray* a) { ++released, a->release = nullptr; };
        schema.format = "u";
        schema.name = "note";
        schema.release = [](ArrowSchema* s) { ++released, s->release = nullptr; };
    }
    producer(const producer&) = delete;
    producer& operator=(const producer&) = delete;

    /// The same words, each cell a number of one.
    void code(std::vector<std::int8_t> cells) {
        codes = std::move(cells);
        coded = {nullptr, codes.data(), nullptr};
        words = schema;
        numbers.length = static_cast<std::int64_t>(codes.size());
        numbers.n_buffers = 2;
        numbers.buffers = coded.data();
        numbers.dictionary = &array;
        numbers.release = array.release;
        schema.format = "c";
        schema.dictionary = &words;
    }
};

using cells = std::vector<std::optional<std::string_view>>;

cells cells_of(const arrow_texts& of) { return {of.cells().begin(), of.cells().end()}; }

}  // namespace

TEST(arrow_texts, cells_and_nulls_stand_where_they_were) {
    producer made({"one", nullptr, "", "d\xC3\xA9j\xC3\xA0"});
    released = 0;
    {
        const auto read = arrow_texts::from_array(&made.schema, &made.array);
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(cells_of(*read), (cells{"one", std::nullopt, "", "d\xC3\xA9j\xC3\xA0"}));
        EXPECT_EQ(released, 0);
    }
    EXPECT_EQ(released, 2);
}

TEST(arrow_texts, a_slice_is_only_what_it_shows) {
    producer made({"hidden", "one", nullptr, "hidden"});
    made.array.offset = 1;
    made.array.length = 2;
    made.array.null_count = -1;
    const auto read = arrow_texts::from_array(&made.schema, &made.array);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(cells_of(*read), (cells{"one", std::nullopt}));
}

TEST(arrow_texts, a_dictionary_stands_for_its_words) {
    producer made({"one", "two"});
    made.code({1, 0, 1});
    const auto read = arrow_texts::from_array(&made.schema, &made.numbers);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(cells_of(*read), (cells{"two", "one", "two"}));
}

TEST(arrow_texts, a_number_without_a_word_names_its_row) {
    producer made({"one"});
    made.code({0, 3});
    const auto read = arrow_texts::from_array(&made.schema, &made.numbers);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.problems().problems.front(), (problem{status::arrow_invalid, problem::no_offset, "/1"}));
}

TEST(arrow_texts, offsets_that_cannot_be_name_their_row_and_all_is_released) {
    producer made({"one", "two", "three"});
    made.offsets[2] = 1;
    released = 0;
    const auto read = arrow_texts::from_array(&made.schema, &made.array);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.problems().problems.front(), (problem{status::arrow_invalid, problem::no_offset, "/1"}));
    EXPECT_EQ(released, 2);
}

TEST(arrow_texts, views_lie_in_the_cell_or_in_a_buffer) {
    const std::string far = "longer than twelve bytes";
    std::array<char, 48> views{};
    const auto put = [&](std::size_t at, std::int32_t value) { std::memcpy(views.data() + at, &value, 4); };
    put(0, 3);
    std::memcpy(views.data() + 4, "one", 3);
    put(16, 6), put(20, 0), put(24, 0), put(28, 7);
    std::memcpy(views.data() + 20, "inside", 6);
    put(32, static_cast<std::int32_t>(far.size()));
    std::memcpy(views.data() + 36, far.data(), 4);
    put(40, 0), put(44, 0);
    const std::array<std::int64_t, 1> sizes{static_cast<std::int64_t>(far.size())};
    std::array<const void*, 4> buffers{nullptr, views.data(), far.data(), sizes.data()};
    for (const bool broken : {false, true}) {
        producer made({"x", "x", "x"});
        made.schema.format = "vu";
        made.array.n_buffers = 4;
        made.array.buffers = buffers.data();
        made.array.null_count = 0;
        if (broken) put(44, 1);  // one byte past the end of the buffer
        const auto read = arrow_texts::from_array(&made.schema, &made.array);
        ASSERT_EQ(read.has_value(), !broken);
        if (read) EXPECT_EQ(cells_of(*read), (cells{"one", "inside", far}));
        else EXPECT_EQ(read.problems().problems.front().path, "/2");
    }
}

TEST(arrow_texts, what_holds_no_texts_is_refused) {
    for (const char* format : {"l", "b", "z", "+l", "tdD"}) {
        producer made({"one"});
        made.schema.format = format;
        released = 0;
        const auto read = arrow_texts::from_array(&made.schema, &made.array);
        ASSERT_FALSE(read.has_value());
        EXPECT_EQ(read.problems().code(), status::field_type) << format;
        EXPECT_EQ(released, 2) << format;
    }
}
