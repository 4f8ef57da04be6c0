// SPDX-License-Identifier: Apache-2.0
#include "rating_table.hpp"

#include <gtest/gtest.h>

#include <random>

namespace peersupport {
namespace {

using namespace testing;

rating_table random_table(std::uint32_t seed, std::size_t rows, std::size_t columns, std::int64_t categories) {
    std::mt19937 draw(seed);  // its numbers are the same everywhere; distributions would not be
    rating_table to;
    to.rows = rows;
    to.columns = columns;
    for (std::size_t i = 0; i < rows * columns; ++i)
        to.cells.push_back(draw() % 5 == 0
                               ? rating_values::missing
                               : 1 + static_cast<std::int64_t>(draw() % static_cast<std::uint32_t>(categories)));
    return to;
}

rating_table part(const rating_table& of, std::size_t first, std::size_t last) {
    rating_table to;
    to.rows = last - first;
    to.columns = of.columns;
    to.cells.assign(of.cells.begin() + static_cast<std::ptrdiff_t>(first * of.columns),
                    of.cells.begin() + static_cast<std::ptrdiff_t>(last * of.columns));
    return to;
}

const std::vector<std::int64_t> five{1, 2, 3, 4, 5};

TEST(BytesIn, FindsEveryValueWhateverTheStrides) {
    std::mt19937 draw(5);
    std::vector<std::uint8_t> bytes(24 * 35);
    for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(draw() % 3 * 40 + 7);
    bytes.back() = 250;
    for (const auto& [rows, columns, row_stride, column_stride] :
         {std::array{24, 35, 35, 1}, std::array{35, 24, 1, 35}, std::array{24, 35, -35, -1}, std::array{12, 17, 70, 2},
          std::array{24, 1, 35, 7}}) {
        const std::uint8_t* const data = row_stride < 0 ? &bytes.back() : bytes.data();
        std::array<bool, 256> want{};
        for (int i = 0; i < rows; ++i)
            for (int j = 0; j < columns; ++j) want[data[i * row_stride + j * column_stride]] = true;
        EXPECT_EQ(bytes_in(data, static_cast<std::size_t>(rows), static_cast<std::size_t>(columns), row_stride,
                           column_stride),
                  want);
    }
    const std::array<bool, 256> none{};
    EXPECT_EQ(bytes_in(bytes.data(), 0, 4, 4, 1), none);
    EXPECT_EQ(bytes_in(bytes.data(), 4, 0, 4, 1), none);
}

TEST(RatingTally, CountsPairsWithinUnits) {
    const rating_tally t = tally_of(rating_table("1 2 2 / 3 * 1 / * * 2 / * * *"), {1, 2, 3});
    ASSERT_EQ(t.blocks().size(), 4U);  // 0, 1, 2 and 3 ratings
    EXPECT_EQ(t.units(), 4);
    EXPECT_EQ(t.blocks()[0].units, 1);
    EXPECT_EQ(t.blocks()[1].counts, (std::vector<std::int64_t>{0, 1, 0}));
    EXPECT_EQ(t.blocks()[2].pairs[t.place_of_pair(0, 2)], 1);
    EXPECT_EQ(t.blocks()[3].pairs[t.place_of_pair(0, 1)], 2);
    EXPECT_EQ(t.blocks()[3].pairs[t.place_of_pair(1, 1)], 1);
    EXPECT_EQ(t.joint(0, 2)[0 * 3 + 1], 1);
    EXPECT_EQ(t.joint(0, 2)[2 * 3 + 0], 1);
    EXPECT_EQ(t.complete_counts(0)[0], 1);
    EXPECT_EQ(t.complete_counts(2)[1], 1);
}

TEST(RatingTally, IsTheSameWhateverTheWayItWasFilled) {
    for (const std::size_t rows : {3U, 40U, 5000U})  // row by row, and by patterns
        for (const std::size_t columns : {2U, 4U, 9U}) {
            const rating_table t = random_table(7, rows, columns, 5);
            const rating_tally whole = tally_of(t, five);
            rating_tally one_by_one = rating_tally::make(whole.design()).value();
            for (std::size_t i = 0; i < std::min<std::size_t>(rows, 500); ++i)
                EXPECT_EQ(add(one_by_one, part(t, i, i + 1)), status::ok);
            if (rows > 500) {
                EXPECT_EQ(add(one_by_one, part(t, 500, rows)), status::ok);
            }
            EXPECT_EQ(whole, one_by_one);
        }
}

TEST(RatingTally, MergesInAnyOrder) {
    const rating_table t = random_table(3, 600, 4, 5);
    const rating_tally whole = tally_of(t, five);
    const rating_tally a = tally_of(part(t, 0, 17), five), b = tally_of(part(t, 17, 400), five),
                       c = tally_of(part(t, 400, 600), five);
    const auto both = [](rating_tally x, const rating_tally& y) {
        EXPECT_EQ(x.merge(y), status::ok);
        return x;
    };
    EXPECT_EQ(both(both(a, b), c), whole);
    EXPECT_EQ(both(c, both(b, a)), whole);
    EXPECT_EQ(both(a, both(c, b)), whole);
    EXPECT_EQ(both(c, both(b, a)).to_bytes(), whole.to_bytes());
    const rating_tally nothing = rating_tally::make(whole.design()).value();
    EXPECT_EQ(both(nothing, whole), whole);
    EXPECT_EQ(both(whole, nothing), whole);
    const rating_tally twice = both(whole, whole);
    EXPECT_EQ(twice.units(), 1200);
}

TEST(RatingTally, RefusesOtherDesigns) {
    const rating_table t("1 2 / 2 2");
    rating_tally a = tally_of(t, five);
    const rating_tally before = a;
    EXPECT_EQ(a.merge(tally_of(t, {1, 2, 3})), status::tally_other);
    EXPECT_EQ(a.merge(tally_of(rating_table("1 2 3"), five)), status::tally_other);
    EXPECT_EQ(a.merge(tally_of(t, five, false)), status::tally_other);
    EXPECT_EQ(a.merge(rating_tally::make({five, 10, 2, true}).value()), status::tally_other);
    EXPECT_EQ(a, before);
}

TEST(RatingTally, RefusesAShardItHolds) {
    rating_tally a = tally_of(rating_table("1 2"), five), b = a, c = a;
    EXPECT_EQ(a.mark({1, 2}), status::ok);
    EXPECT_EQ(a.mark({1, 2}), status::shard_repeated);
    EXPECT_EQ(b.mark({0, 9}), status::ok);
    EXPECT_EQ(c.mark({1, 2}), status::ok);
    EXPECT_EQ(a.merge(b), status::ok);
    EXPECT_EQ(a.shards().size(), 2U);
    EXPECT_EQ(a.shards()[0].low, 9U);
    const rating_tally before = a;
    EXPECT_EQ(a.merge(c), status::shard_repeated);
    EXPECT_EQ(a.merge(before), status::shard_repeated);
    EXPECT_EQ(a, before);
}

TEST(RatingTally, AddsNothingOfRowsWithAForeignCode) {
    rating_tally a = rating_tally::make({{1, 2}, 1, 2, true}).value();
    EXPECT_EQ(add(a, rating_table("1 2 / 1 3")), status::invalid_code);
    EXPECT_EQ(add(a, rating_table("1 2 1")), status::shape_mismatch);
    EXPECT_EQ(a.units(), 0);
    EXPECT_EQ(a.add_counts(std::vector<std::int64_t>{1, 2}), status::invalid_argument);
    for (const int wrong : {2, 3, 253, 254})  // a place that is no category, row by row and by patterns
        for (const std::size_t rows : {1U, 100U}) {
            std::array<std::uint8_t, 256> place{};
            place[9] = static_cast<std::uint8_t>(wrong);
            const std::vector<std::uint8_t> bytes(2 * rows, 9);
            EXPECT_EQ(a.add({bytes.data(), rows, 2, 2, 1, place}), status::invalid_code);
        }
    EXPECT_EQ(a.units(), 0);
}

TEST(RatingTally, RefusesImpossibleDesigns) {
    const auto code = [](rating_design d) { return rating_tally::make(std::move(d)).problems().code(); };
    EXPECT_EQ(code({{}, 1, 2, true}), status::invalid_argument);
    EXPECT_EQ(code({{2, 1}, 1, 2, true}), status::invalid_argument);
    EXPECT_EQ(code({{1, 1}, 1, 2, true}), status::invalid_argument);
    EXPECT_EQ(code({{1, 2}, 0, 2, true}), status::invalid_argument);
    EXPECT_EQ(code({{1, 2}, 1, 65, false}), status::invalid_argument);
    EXPECT_EQ(code({std::vector<std::int64_t>(65), 1, 2, true}), status::invalid_argument);
    std::vector<std::int64_t> many(64);
    for (std::size_t c = 0; c < 64; ++c) many[c] = static_cast<std::int64_t>(c);
    EXPECT_EQ(code({many, 1, 64, true}), status::too_large);
    EXPECT_TRUE(rating_tally::make({many, 1, 64, false}));
}

TEST(RatingTally, CountsOfUnitsGiveThePairsOfTheirRatings) {
    rating_tally counts = rating_tally::make({{1, 2, 3}, 1, 0, false}).value();
    EXPECT_EQ(counts.add_counts(std::vector<std::int64_t>{2, 0, 1, 0, 1, 2}), status::ok);
    const rating_tally rows = tally_of(rating_table("1 3 1 / 3 2 3"));
    ASSERT_EQ(counts.blocks().size(), 1U);
    EXPECT_EQ(counts.blocks()[0], rows.blocks()[0]);
    EXPECT_EQ(counts.add_counts(std::vector<std::int64_t>{-1, 0, 1}), status::field_value);
    EXPECT_EQ(counts.add_counts(std::vector<std::int64_t>{INT64_MAX, 1, 1}), status::too_large);
    EXPECT_EQ(counts.add_counts(std::vector<std::int64_t>{1, 2}), status::shape_mismatch);
}

rating_tally marked() {
    rating_tally to = tally_of(random_table(11, 90, 3, 4), {1, 2, 3, 4});
    EXPECT_EQ(to.mark({5, 6}), status::ok);
    EXPECT_EQ(to.mark({1, 1}), status::ok);
    return to;
}

TEST(RatingTallyBytes, ReadBackAreTheSame) {
    for (const rating_tally& t :
         {marked(), tally_of(rating_table("1 2 / 1 *"), {}, false), tally_of_counts(rating_table("3 0 / 1 4")),
          rating_tally::make({{-5, 7}, 10, 2, true}).value()}) {
        const auto read = rating_tally::from_bytes(t.to_bytes());
        ASSERT_TRUE(read);
        EXPECT_EQ(read.value(), t);
        EXPECT_EQ(read.value().to_bytes(), t.to_bytes());
    }
}

TEST(RatingTallyBytes, AreRefusedWhenCutOrLonger) {
    std::string bytes = marked().to_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(rating_tally::from_bytes(std::string_view(bytes).substr(0, size))) << size;
    bytes.push_back('\0');
    EXPECT_EQ(rating_tally::from_bytes(bytes).problems().code(), status::tally_malformed);
    EXPECT_EQ(rating_tally::from_bytes({}).problems().code(), status::tally_malformed);
}

/// A changed bit is refused, or gives a tally that is sound: it writes the same bytes and merges without wrapping.
TEST(RatingTallyBytes, WithAFlippedBitAreRefusedOrSound) {
    const std::string bytes = marked().to_bytes();
    std::size_t refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 1 << bit);
            auto read = rating_tally::from_bytes(changed);
            if (!read) {
                ++refused;
                EXPECT_LE(read.problems().problems[0].offset, bytes.size());
                continue;
            }
            EXPECT_EQ(read->to_bytes(), changed);
        }
    EXPECT_GT(refused, bytes.size() * 8 * 9 / 10);  // what passes are shard ids, category values, the denominator
}

void put(std::string& to, std::int64_t v) {
    for (int i = 0; i < 8; ++i) to.push_back(static_cast<char>(static_cast<std::uint64_t>(v) >> 8 * i));
}

/// A tally of one category, without raters, of `units` units with `ratings` ratings each.
std::string bytes_with(std::int64_t units, std::int64_t ratings, std::int64_t counts, std::int64_t pairs) {
    std::string to("PSRATING\1\0\0\0\0\0\0\0", 16);
    put(to, 1);
    for (const int n : {1, 0, 0, 1}) to += {static_cast<char>(n), '\0', '\0', '\0'};
    for (const std::int64_t v : {std::int64_t{3}, ratings, units, counts, pairs}) put(to, v);
    return to;
}

TEST(RatingTallyBytes, HugeCountsNeitherWrapNorMerge) {
    constexpr std::int64_t most = std::int64_t{1} << 60;
    auto large = rating_tally::from_bytes(bytes_with(most, 2, 2 * most, most));
    ASSERT_TRUE(large);  // 4 · 2^60 = 2^62 is the limit
    const rating_tally before = large.value();
    EXPECT_EQ(large->merge(before), status::too_large);
    EXPECT_EQ(large->add_counts(std::vector<std::int64_t>{1}), status::too_large);
    EXPECT_EQ(large.value(), before);
    const auto code = [](const std::string& b) { return rating_tally::from_bytes(b).problems().code(); };
    EXPECT_EQ(code(bytes_with(most + 1, 2, 2 * most + 2, most + 1)), status::too_large);
    EXPECT_EQ(code(bytes_with(INT64_MAX, 2, -2, INT64_MAX)), status::tally_malformed);
    EXPECT_EQ(code(bytes_with(3, 2, 6, 4)), status::tally_malformed);
    EXPECT_EQ(code(bytes_with(3, 2, 5, 3)), status::tally_malformed);
    EXPECT_EQ(code(bytes_with(3, -2, -6, 3)), status::tally_malformed);
    EXPECT_EQ(code(bytes_with(1, 5000, 5000, 5000 * 4999 / 2)), status::tally_malformed);
}

}  // namespace
}  // namespace peersupport
