// SPDX-License-Identifier: Apache-2.0
// The inner loops of grams and of weighted grams, once for each instruction set; all add whole numbers, so all give the
// same. Columns are padded with zeros to a multiple of lane_rows.
#pragma once

#include "scoring/lanes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace peersupport::evidence {

inline constexpr std::size_t lane_rows = 32;
[[nodiscard]] constexpr std::size_t padded(std::size_t rows) noexcept {
    return (rows + lane_rows - 1) / lane_rows * lane_rows;
}

/// A table of 256 bytes for shuffles: for every group of sixteen codes that means something, its bytes with
/// bit 6 set where the code is not missing.
struct point_table {
    struct group {
        alignas(16) std::array<std::uint8_t, 16> bytes;
        std::uint8_t first;
    };
    std::array<std::uint8_t, 256> byte;  ///< points + 64, or 0
    std::array<group, 16> groups;
    std::size_t group_count = 0;
};

/// Bytes of one column and of its presence (0 or 1); both may carry weights on the left-hand side.
struct lane_column {
    const std::uint8_t* x;
    const std::uint8_t* m;
};

/// Sums of two columns: Σ x·x′, Σ x·m′, Σ m·x′, Σ m·m′.
struct cross_sums {
    std::int64_t product, left, right, pairs;
};

/// Right-hand bytes ≤ 127. `steps` vectors may be added up in 16 bits: 2 · left · right · steps ≤ 32767.
struct gram_kernels {
    void (*look_up)(const std::uint8_t* from, std::size_t n, const point_table& table, std::uint8_t* x,
                    std::uint8_t* m) noexcept;
    /// Sixteen rows and sixteen columns.
    void (*transpose)(const std::uint8_t* from, std::ptrdiff_t stride, std::uint8_t* to,
                      std::size_t to_stride) noexcept;
    /// `count` right-hand columns, `step` bytes apart.
    void (*cross)(lane_column left, lane_column right, std::size_t step, std::size_t count, std::size_t rows,
                  std::size_t steps, cross_sums* to) noexcept;
    void (*product)(const std::uint8_t* left, const std::uint8_t* right, std::size_t step, std::size_t count,
                    std::size_t rows, std::size_t steps, std::int64_t* to) noexcept;
    /// Σ w·a of sixteen-bit numbers: w < 256, a ≥ 0; sums of each pair of products below 2^31, of all below 2^31 a lane
    /// for `rows` ≤ 2^15.
    std::int64_t (*weighted)(const std::uint8_t* w, const std::int16_t* a, std::size_t rows) noexcept;
    /// Random numbers of Philox blocks first … first + 15 with counter (block, replicate, stream, 0): 64 numbers in
    /// order.
    void (*random)(std::uint32_t first, std::uint32_t replicate, std::uint32_t stream, std::uint64_t seed,
                   std::uint32_t* to) noexcept;
};

[[nodiscard]] const gram_kernels& portable_gram_kernels() noexcept;
#if PEERSUPPORT_X86
[[nodiscard]] const gram_kernels& sse41_gram_kernels() noexcept;
[[nodiscard]] const gram_kernels& avx2_gram_kernels() noexcept;
#endif
/// The fastest this machine can run.
[[nodiscard]] const gram_kernels& best_gram_kernels() noexcept;

/// How many vectors may be added up in 16 bits.
[[nodiscard]] constexpr std::size_t steps_for(std::size_t left_most, std::size_t right_most) noexcept {
    const std::size_t pair = 2 * left_most * right_most;
    return pair == 0 ? 32767 : 32767 / pair;
}

}  // namespace peersupport::evidence
