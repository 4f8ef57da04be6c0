// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/gram.hpp"

#include "evidence/gram_block.hpp"
#include "evidence/gram_lanes.hpp"
#include "evidence/philox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace peersupport {
namespace {

/// Random bytes; every `gap`-th or so is 0, which the tables take as missing.
std::vector<std::uint8_t> random_bytes(std::size_t size, std::uint32_t most, std::uint32_t gap, std::uint32_t stream) {
    std::vector<std::uint8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto u = evidence::philox({static_cast<std::uint32_t>(i), stream, 0, 0}, 99);
        bytes[i] = gap && u[0] % gap == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + u[1] % most);
    }
    return bytes;
}

byte_points plain(std::uint8_t most) {
    byte_points p;
    p.points.fill(byte_points::missing);
    for (std::uint8_t v = 1; v <= most; ++v) p.points[v] = v;
    return p;
}

/// The same through whole numbers, cell by cell.
gram by_hand(const std::vector<std::uint8_t>& bytes, std::size_t columns, const std::vector<byte_points>& points) {
    const std::size_t rows = bytes.size() / columns;
    std::vector<std::int64_t> value(bytes.size());
    std::vector<std::uint8_t> present(bytes.size());
    std::vector<whole_column> to(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t r = 0; r < rows; ++r) {
            const std::uint8_t p = points[points.size() == 1 ? 0 : c].points[bytes[r * columns + c]];
            present[c * rows + r] = p <= byte_points::most;
            value[c * rows + r] = p;
        }
        to[c] = {value.data() + c * rows, 1, present.data() + c * rows};
    }
    gram g(columns);
    EXPECT_EQ(g.add(to, rows), status::ok);
    return g;
}

byte_matrix by_rows(const std::vector<std::uint8_t>& bytes, std::size_t columns) {
    return {bytes.data(), bytes.size() / columns, static_cast<std::ptrdiff_t>(columns), 1};
}

TEST(Gram, SmallTableByHand) {
    // x: 1 2 – 4, y: 2 – 3 5
    const std::vector<std::uint8_t> bytes{1, 2, 2, 0, 0, 3, 4, 5};
    const byte_points points = plain(5);
    gram g(2);
    ASSERT_EQ(g.add(by_rows(bytes, 2), {&points, 1}), status::ok);
    EXPECT_EQ(g.rows(), 4);
    EXPECT_EQ(g.pairs(0, 0), 3);
    EXPECT_EQ(g.pairs(0, 1), 2);
    EXPECT_EQ(g.sum(0, 0), 7);
    EXPECT_EQ(g.sum(0, 1), 5);
    EXPECT_EQ(g.sum(1, 0), 7);
    EXPECT_EQ(g.product(0, 1), 22);
    EXPECT_EQ(g.product(1, 0), 22);
    EXPECT_EQ(g.complete_rows(), 2);
    EXPECT_EQ(g.complete_sum(0), 5);
    EXPECT_EQ(g.complete_product(0, 0), 17);
    EXPECT_EQ(g.numbers().size(), gram::size_of(2));
}

TEST(Gram, BytesEqualWholeNumbersWhateverTheShapeAndTheGaps) {
    for (const std::size_t columns : {1u, 2u, 7u, 15u, 16u, 17u, 30u, 33u}) {
        for (const std::size_t rows : {1u, 31u, 32u, 33u, 500u, 2048u, 2051u, 5000u}) {
            for (const std::uint32_t gap : {0u, 2u, 40u, 5000u}) {
                if (columns > 17 && rows > 2051) continue;
                const auto bytes = random_bytes(rows * columns, 31, gap, static_cast<std::uint32_t>(rows));
                const std::vector<byte_points> points(1, plain(31));
                gram g(columns);
                ASSERT_EQ(g.add(by_rows(bytes, columns), points), status::ok);
                ASSERT_EQ(g, by_hand(bytes, columns, points)) << columns << " " << rows << " " << gap;
            }
        }
    }
}

TEST(Gram, MemoryOrderDoesNotMatter) {
    const std::size_t columns = 19, rows = 2500;
    const auto bytes = random_bytes(rows * columns, 5, 9, 1);
    std::vector<std::uint8_t> turned(bytes.size());
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) turned[c * rows + r] = bytes[r * columns + c];
    const std::vector<byte_points> points(1, plain(5));
    gram a(columns), b(columns);
    ASSERT_EQ(a.add(by_rows(bytes, columns), points), status::ok);
    ASSERT_EQ(b.add(byte_matrix{turned.data(), rows, 1, static_cast<std::ptrdiff_t>(rows)}, points), status::ok);
    EXPECT_EQ(a, b);
}

TEST(Gram, TablesReverseKeysAndMissingCodesByColumn) {
    const std::size_t columns = 3;
    const auto bytes = random_bytes(300 * columns, 255, 0, 7);  // any byte but 0
    std::vector<byte_points> points(columns, plain(31));
    for (std::uint8_t v = 1; v <= 31; ++v) points[1].points[v] = static_cast<std::uint8_t>(31 - v);
    points[2].points.fill(byte_points::missing);
    points[2].points[200] = 3, points[2].points[255] = 31, points[2].points[16] = 0;
    gram g(columns);
    ASSERT_EQ(g.add(by_rows(bytes, columns), points), status::ok);
    EXPECT_EQ(g, by_hand(bytes, columns, points));
}

TEST(Gram, MergeIsAssociativeCommutativeAndHasAnIdentity) {
    const std::size_t columns = 30;
    const std::vector<byte_points> points(1, plain(5));
    const auto bytes = random_bytes(3000 * columns, 5, 15, 3);
    gram whole(columns), part[3] = {gram(columns), gram(columns), gram(columns)};
    ASSERT_EQ(whole.add(by_rows(bytes, columns), points), status::ok);
    const std::size_t cut[4] = {0, 1, 1234, 3000};
    for (std::size_t p = 0; p < 3; ++p)
        ASSERT_EQ(part[p].add(byte_matrix{bytes.data() + cut[p] * columns, cut[p + 1] - cut[p],
                                          static_cast<std::ptrdiff_t>(columns), 1},
                              points),
                  status::ok);
    gram left = part[0], right = part[1], backwards = part[2];
    ASSERT_EQ(left.merge(part[1]), status::ok);
    ASSERT_EQ(left.merge(part[2]), status::ok);
    ASSERT_EQ(right.merge(part[2]), status::ok);
    ASSERT_EQ(right.merge(part[0]), status::ok);
    ASSERT_EQ(backwards.merge(gram(columns)), status::ok);
    EXPECT_EQ(backwards, part[2]);
    EXPECT_EQ(left, whole);
    EXPECT_EQ(right, whole);
    EXPECT_EQ(left.merge(gram(29)), status::shape_mismatch);
}

TEST(Gram, ThirtyItemsFitIntoThirtyTwoKilobytes) { EXPECT_LE(gram::size_of(30) * 8, 32u * 1024); }

TEST(Gram, NumbersComeBackAndHostileOnesAreRefused) {
    const auto bytes = random_bytes(50 * 4, 5, 6, 2);
    const std::vector<byte_points> points(1, plain(5));
    gram g(4);
    ASSERT_EQ(g.add(by_rows(bytes, 4), points), status::ok);
    const std::vector<std::int64_t> numbers(g.numbers().begin(), g.numbers().end());
    const auto back = gram::from_numbers(4, numbers);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, g);
    EXPECT_FALSE(gram::from_numbers(5, numbers));
    EXPECT_FALSE(gram::from_numbers(gram::most_columns + 1, numbers));
    for (const std::size_t at : {0u, 1u, 6u}) {
        auto wrong = numbers;
        wrong[at] = -1;
        EXPECT_FALSE(gram::from_numbers(4, wrong)) << at;
        wrong[at] = gram::most;
        EXPECT_FALSE(gram::from_numbers(4, wrong)) << at;
        wrong[at] = INT64_MIN;
        EXPECT_FALSE(gram::from_numbers(4, wrong)) << at;
    }
}

TEST(Gram, WhatCouldWrapIsRefusedAndChangesNothing) {
    const std::int64_t large = (std::int64_t{1} << 31) - 1;
    const whole_column one{&large, 1, nullptr};
    gram g(1);
    ASSERT_EQ(g.add({&one, 1}, 1), status::ok);
    const gram before = g;
    EXPECT_EQ(g.merge(before), status::too_large);
    EXPECT_EQ(g, before);
    const std::int64_t larger = INT64_MIN;
    const whole_column two{&larger, 1, nullptr};
    EXPECT_EQ(g.add({&two, 1}, 1), status::too_large);
    const byte_points points = plain(5);
    const std::uint8_t byte = 1;
    EXPECT_EQ(g.add(byte_matrix{&byte, 1, 1, 1}, {&points, 1}), status::too_large);
    EXPECT_EQ(g.add(byte_matrix{&byte, 1, 1, 1}, {}), status::invalid_argument);
    EXPECT_EQ(g, before);
}

std::vector<const evidence::gram_kernels*> kernel_sets() {
    std::vector<const evidence::gram_kernels*> sets{&evidence::best_gram_kernels()};
#if PEERSUPPORT_X86
    if (__builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3"))
        sets.push_back(&evidence::sse41_gram_kernels());
    if (__builtin_cpu_supports("avx2")) sets.push_back(&evidence::avx2_gram_kernels());
#endif
    return sets;
}

TEST(GramKernels, EveryInstructionSetGivesTheSameNumbers) {
    const auto& portable = evidence::portable_gram_kernels();
    const std::size_t rows = 1024, step = rows + 64, columns = 13;
    const auto x = random_bytes(columns * step, 31, 0, 4), m = random_bytes(columns * step, 1, 3, 6),
               w = random_bytes(step, 8, 3, 5);
    std::vector<std::int16_t> q(rows);
    for (std::size_t r = 0; r < q.size(); ++r) q[r] = static_cast<std::int16_t>(x[r] * 500);
    const std::size_t steps = evidence::steps_for(31, 31), weighted_steps = evidence::steps_for(8, 31);
    for (const evidence::gram_kernels* set : kernel_sets()) {
        std::uint32_t a[64], b[64];
        portable.random(5, 6, 7, 0x123456789abcdefull, a);
        set->random(5, 6, 7, 0x123456789abcdefull, b);
        EXPECT_TRUE(std::equal(a, a + 64, b));
        EXPECT_EQ(portable.weighted(w.data(), q.data(), rows), set->weighted(w.data(), q.data(), rows));
        std::int64_t p[columns], s[columns];
        portable.product(w.data(), x.data(), step, columns, rows, weighted_steps, p);
        set->product(w.data(), x.data(), step, columns, rows, weighted_steps, s);
        EXPECT_TRUE(std::equal(p, p + columns, s));
        evidence::cross_sums c[columns], d[columns];
        portable.cross({x.data(), m.data()}, {x.data(), m.data()}, step, columns, rows, steps, c);
        set->cross({x.data(), m.data()}, {x.data(), m.data()}, step, columns, rows, steps, d);
        for (std::size_t i = 0; i < columns; ++i)
            EXPECT_TRUE(c[i].product == d[i].product && c[i].left == d[i].left && c[i].right == d[i].right &&
                        c[i].pairs == d[i].pairs);
        std::vector<std::uint8_t> turned(256), other(256);
        portable.transpose(x.data(), 40, turned.data(), 16);
        set->transpose(x.data(), 40, other.data(), 16);
        EXPECT_EQ(turned, other);
    }
}

TEST(GramKernels, LookUpTakesAnyTableAndAnyByte) {
    std::vector<std::uint8_t> bytes(256 + 77);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 7);
    byte_points points;
    for (std::size_t b = 0; b < 256; ++b)
        points.points[b] = b % 3 == 0 ? byte_points::missing : static_cast<std::uint8_t>(b % 32);
    const evidence::point_table table = evidence::table_of(points);
    for (const evidence::gram_kernels* set : kernel_sets()) {
        std::vector<std::uint8_t> x(bytes.size()), m(bytes.size());
        set->look_up(bytes.data(), bytes.size(), table, x.data(), m.data());
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const bool there = points.points[bytes[i]] <= byte_points::most;
            ASSERT_EQ(m[i], there);
            ASSERT_EQ(x[i], there ? points.points[bytes[i]] : 0);
        }
    }
}

TEST(Philox, KnownAnswer) {
    EXPECT_EQ(evidence::philox({0, 0, 0, 0}, 0),
              (evidence::philox_block{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u}));
    EXPECT_EQ(evidence::philox({0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu}, 0xffffffffffffffffull),
              (evidence::philox_block{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu}));
}

}  // namespace
}  // namespace peersupport
