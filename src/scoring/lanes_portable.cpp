// SPDX-License-Identifier: Apache-2.0
// The plain loops: every platform has them, and the vector ones must equal them to the bit.
#include "scoring/lanes.hpp"

#include <cstring>
#include <limits>

namespace peersupport::scoring {
namespace {

/// Sums in bytes 0–7 and counts in bytes 8–15 of one row; false when a code is invalid.
bool add_row(const row_program& row, const std::uint8_t* x, std::uint8_t (&to)[16]) noexcept {
    std::uint8_t slots[16] = {};
    unsigned bad = 0;
    for (std::size_t w = 0; w < row.windows; ++w) {
        std::uint8_t mapped[16];
        for (std::size_t b = 0; b < 16; ++b) {
            const std::uint8_t code = row.offset[w] + b < row.width ? x[row.offset[w] + b] : std::uint8_t{0};
            unsigned value = 0;
            for (std::size_t t = 0; t < row.tables; ++t) value |= row.table[t][code & 15u] & row.table_mask[w][t][b];
            bad |= (code & row.high_bits[w][b]) | (value & 0x80u);
            mapped[b] = static_cast<std::uint8_t>(value);
        }
        for (std::size_t s = 0; s < 2 * row.pairs; ++s) {
            for (std::size_t q = 0; q < 8; ++q) {
                const std::uint8_t from = row.gather[s / 2][w][(s & 1) * 8 + q];
                if (from >= 16) continue;
                slots[s] = static_cast<std::uint8_t>(slots[s] + (mapped[from] & 63u));
                slots[8 + s] = static_cast<std::uint8_t>(slots[8 + s] + (mapped[from] >> 6 & 1u));
            }
        }
    }
    for (std::size_t b = 0; b < 16; ++b) to[b] = row.pick[b] < 16 ? slots[row.pick[b]] : std::uint8_t{0};
    for (std::size_t t = 0; t < row.totals; ++t) {
        const auto at = static_cast<std::size_t>(row.total_shift[t] / 8);
        unsigned sum = 0, count = 0;
        for (std::size_t s = 0; s < 8; ++s) {
            sum += slots[s] & row.total_mask[t][s];
            count += slots[8 + s] & row.total_mask[t][8 + s];
        }
        to[at] = static_cast<std::uint8_t>(sum);
        to[8 + at] = static_cast<std::uint8_t>(count);
    }
    return bad == 0;
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
    std::memset(value, 0, n);
    std::memset(count, 0, n);
    unsigned bad = 0;
    for (std::size_t i = 0; i < items; ++i) {
        const lane_table& t = *tables[i];
        for (std::size_t r = 0; r < n; ++r) {
            const std::uint8_t c = classes[i][r];
            const bool blank = (c & 0x80u) != 0;
            const std::uint8_t answered = blank ? std::uint8_t{0} : t.answered[c & 15u];
            value[r] = static_cast<std::uint8_t>(value[r] + (blank ? 0u : t.value[c & 15u]));
            count[r] = static_cast<std::uint8_t>(count[r] + answered);
            bad |= (c & invalid_bits) | (answered & 0x80u);
        }
    }
    return bad == 0;
}

void finish_f64(const std::uint16_t* sum, const std::uint16_t* count, std::size_t n, const finish_constants& c,
                double* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const double s = sum[r], answers = count[r];
        to[r] = count[r] >= c.need ? (c.m * s + c.k * answers) / (c.d * answers) : std::numeric_limits<double>::quiet_NaN();
    }
}

void finish_f32(const std::uint16_t* sum, const std::uint16_t* count, std::size_t n, const finish_constants& c,
                float* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const double s = sum[r], answers = count[r];
        to[r] = count[r] >= c.need ? static_cast<float>((c.m * s + c.k * answers) / (c.d * answers))
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
