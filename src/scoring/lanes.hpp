// SPDX-License-Identifier: Apache-2.0
// The inner loops of batch scoring, once for each instruction set. All give the same bits: they add small whole
// numbers and end with one IEEE division of two exact ones.
#pragma once

#include "peersupport/scoring/score.hpp"
#include "scoring/compiled.hpp"

#include <cstddef>
#include <cstdint>

#if (defined(__x86_64__) || defined(__i386__)) && defined(__GNUC__)
#define PEERSUPPORT_X86 1
#else
#define PEERSUPPORT_X86 0
#endif

namespace peersupport::scoring {

/// Rows of a block: columns of a block stay in the first-level cache.
inline constexpr std::size_t block_rows = 512;
/// Rows of a block that is scored row by row: long enough to pay for loading the program, short enough that one
/// invalid code does not send many rows the slow way.
inline constexpr std::size_t row_block_rows = 2048;

/// Which bits make a class invalid: in the caller's own bytes any that no class has; in converted ones not the
/// highest, which marks a blank.
inline constexpr std::uint8_t own_invalid_bits = 0xF0;
inline constexpr std::uint8_t converted_invalid_bits = 0x70;

/// What finishes a lane scale: see lane_scale.
struct finish_constants {
    double m, k, d;
    std::int32_t need;
    bool exact_in_float;
};

/// Sums and counts of the slots that make up a scale, in one block of rows.
struct slot_columns {
    const std::uint8_t* value[most_slots];
    const std::uint8_t* count[most_slots];
    std::size_t slots;

    [[nodiscard]] slot_columns from(std::size_t row) const noexcept {
        slot_columns rest = *this;
        for (std::size_t s = 0; s < slots; ++s) rest.value[s] += row, rest.count[s] += row;
        return rest;
    }
};

/// Row kernels read `row.width` bytes a row (16 where it is less) and write eight values a row, whatever the number
/// of scales. They return false when some code was none of its item's; what they wrote is then worthless.
struct kernels {
    bool (*row_f32)(const row_program&, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, float* to,
                    std::ptrdiff_t to_stride) noexcept;
    bool (*row_f64)(const row_program&, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, double* to,
                    std::ptrdiff_t to_stride) noexcept;
    /// Eight sums, then eight counts a row.
    bool (*row_bytes)(const row_program&, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, std::uint8_t* to,
                      std::ptrdiff_t to_stride) noexcept;
    /// Adds up the items of one slot; n ≤ block_rows. A class with one of `invalid_bits` set is invalid; other
    /// classes with the highest bit set are blank.
    bool (*slot)(const std::uint8_t* const* classes, const lane_table* const* tables, std::size_t items, std::size_t n,
                 std::uint8_t invalid_bits, std::uint8_t* value, std::uint8_t* count) noexcept;
    /// The scores of a scale from the sums and counts of its slots.
    void (*finish_f32)(const slot_columns&, std::size_t n, const finish_constants&, float* to) noexcept;
    void (*finish_f64)(const slot_columns&, std::size_t n, const finish_constants&, double* to) noexcept;
    /// Whole numbers 0…15 as they are, NaN as blank_class, everything else invalid_class.
    void (*classes_f64)(const double* from, std::size_t n, std::uint8_t* to) noexcept;
    /// Overwrites the classes of absent cells (bit clear) with blank_class.
    void (*mask)(const std::uint8_t* validity, std::size_t offset, std::size_t n, std::uint8_t* classes) noexcept;
};

[[nodiscard]] const kernels& portable_kernels() noexcept;
#if PEERSUPPORT_X86
[[nodiscard]] const kernels& sse41_kernels() noexcept;
[[nodiscard]] const kernels& avx2_kernels() noexcept;
#endif

}  // namespace peersupport::scoring
