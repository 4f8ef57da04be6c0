// SPDX-License-Identifier: Apache-2.0
// The plain loops: every platform has them, and the vector ones must equal them to the bit.
#include "scoring/lanes.hpp"

#include <cstring>
#include <limits>

namespace peersupport::scoring {
namespace {

/// Sums in bytes 0–7 and counts in bytes 8–15 of one row; false when a code is invalid.
bool add_row(const row_program& row, const std::uint8_t* x, std::uint8_t (&to)[16]) noexcept {
    std::uint16_t slots[8] = {};
    unsigned bad = 0;
    for (std::size_t b = 0; b < row.width; ++b) {
        const std::uint16_t word = row.word[row.table_of_byte[b]][x[b]];
        std::uint16_t& slot = slots[row.slot_of_byte[b]];
        slot = static_cast<std::uint16_t>(slot + word);
        bad |= word;
    }
    for (std::size_t s = 0; s < 8; ++s) {
        const std::size_t from = row.pick[s];
        to[s] = from < 8 ? static_cast<std::uint8_t>(slots[from]) : std::uint8_t{0};
        to[8 + s] = from < 8 ? static_cast<std::uint8_t>(slots[from] >> 8) : std::uint8_t{0};
    }
    for (std::size_t t = 0; t < row.totals; ++t) {
        const auto at = static_cast<std::size_t>(row.total_shift[t] / 8);
        unsigned sum = 0, count = 0;
        for (std::size_t s = 0; s < 8; ++s) {
            sum += slots[s] & row.total_mask[t][s];
            count += slots[s] >> 8 & row.total_mask[t][s];
        }
        to[at] = static_cast<std::uint8_t>(sum);
        to[8 + at] = static_cast<std::uint8_t>(count);
    }
    return (bad & 0x8000u) == 0;
}

bool row_f32(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, float* to,
             std::ptrdiff_t to_stride) noexcept {
    bool good = true;
    for (std::size_t r = 0; r < n; ++r, x += stride, to += to_stride) {
        std::uint8_t o[16];
        good &= add_row(row, x, o);
        for (std::size_t s = 0; s < row.scales; ++s) {
            const auto sum = static_cast<float>(o[s]), count = static_cast<float>(o[8 + s]);
            to[s] = o[8 + s] >= row.need[s] ? (row.m32[s] * sum + row.k32[s] * count) / (row.d32[s] * count)
                                            : std::numeric_limits<float>::quiet_NaN();
        }
    }
    return good;
}

bool row_f64(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, double* to,
             std::ptrdiff_t to_stride) noexcept {
    bool good = true;
    for (std::size_t r = 0; r < n; ++r, x += stride, to += to_stride) {
        std::uint8_t o[16];
        good &= add_row(row, x, o);
        for (std::size_t s = 0; s < row.scales; ++s) {
            const double sum = o[s], count = o[8 + s];
            to[s] = o[8 + s] >= row.need[s] ? (row.m64[s] * sum + row.k64[s] * count) / (row.d64[s] * count)
                                            : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return good;
}

bool row_bytes(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, std::uint8_t* to,
               std::ptrdiff_t to_stride) noexcept {
    bool good = true;
    for (std::size_t r = 0; r < n; ++r, x += stride, to += to_stride) {
        std::uint8_t o[16];
        good &= add_row(row, x, o);
        std::memcpy(to, o, 16);
    }
    return good;
}

bool slot_sums(const std::uint8_t* const* classes, const lane_table* const* tables, std::size_t items, std::size_t n,
               std::uint8_t invalid_bits, std::uint8_t* value, std::uint8_t* count) noexcept {
    std::uint16_t sum[block_rows] = {};
    unsigned bad_word = 0, bad_class = 0;
    for (std::size_t i = 0; i < items; ++i) {
        const std::uint16_t* words = tables[i]->word.data();
        const std::uint8_t* from = classes[i];
        for (std::size_t r = 0; r < n; ++r) {
            const std::uint16_t word = words[from[r]];
            sum[r] = static_cast<std::uint16_t>(sum[r] + word);
            bad_word |= word;
            bad_class |= from[r];
        }
    }
    for (std::size_t r = 0; r < n; ++r) {
        value[r] = static_cast<std::uint8_t>(sum[r]);
        count[r] = static_cast<std::uint8_t>(sum[r] >> 8);
    }
    return (bad_word & 0x8000u) == 0 && (bad_class & invalid_bits) == 0;
}

struct sum_and_count {
    std::uint32_t sum = 0, count = 0;
};

sum_and_count total(const slot_columns& of, std::size_t row) noexcept {
    sum_and_count t;
    for (std::size_t s = 0; s < of.slots; ++s) t.sum += of.value[s][row], t.count += of.count[s][row];
    return t;
}

double value_of(sum_and_count t, const finish_constants& c) noexcept {
    const double answers = t.count;
    return (c.m * t.sum + c.k * answers) / (c.d * answers);
}

void finish_f64(const slot_columns& of, std::size_t n, const finish_constants& c, double* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const sum_and_count t = total(of, r);
        to[r] = static_cast<std::int32_t>(t.count) >= c.need ? value_of(t, c) : std::numeric_limits<double>::quiet_NaN();
    }
}

void finish_f32(const slot_columns& of, std::size_t n, const finish_constants& c, float* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const sum_and_count t = total(of, r);
        to[r] = static_cast<std::int32_t>(t.count) >= c.need ? static_cast<float>(value_of(t, c))
                                                             : std::numeric_limits<float>::quiet_NaN();
    }
}

void classes_f64(const double* from, std::size_t n, std::uint8_t* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const double v = from[r];
        const bool inside = v >= 0.0 && v <= 15.0;
        const auto whole = static_cast<std::uint8_t>(inside ? v : 0.0);
        to[r] = v != v ? blank_class : inside && static_cast<double>(whole) == v ? whole : invalid_class;
    }
}

void mask(const std::uint8_t* validity, std::size_t offset, std::size_t n, std::uint8_t* classes) noexcept {
    for (std::size_t r = 0; r < n; ++r)
        if (!(validity[(offset + r) >> 3] >> ((offset + r) & 7) & 1)) classes[r] = blank_class;
}

}  // namespace

const kernels& portable_kernels() noexcept {
    static constexpr kernels all{row_f32, row_f64, row_bytes, slot_sums, finish_f32, finish_f64, classes_f64, mask};
    return all;
}

}  // namespace peersupport::scoring
