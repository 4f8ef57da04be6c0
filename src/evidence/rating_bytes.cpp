// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/rating_tally.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {
namespace {

/// A piece of memory: bytes `near` apart, in lines `far` apart.
struct byte_lines {
    const std::uint8_t* data;
    std::size_t lines, length;
    std::ptrdiff_t far, near;
};

struct byte_range {
    std::uint8_t lowest = 255;
    std::uint8_t highest = 0;
};

byte_range range_of(const byte_lines& b) noexcept {
    byte_range to;
    for (std::size_t line = 0; line < b.lines; ++line) {
        const std::uint8_t* const at = b.data + static_cast<std::ptrdiff_t>(line) * b.far;
        std::uint8_t lowest = to.lowest, highest = to.highest;
        if (b.near == 1) {  // apart, because compilers take sixteen and more at once here
            for (std::size_t i = 0; i < b.length; ++i) {
                lowest = std::min(lowest, at[i]);
                highest = std::max(highest, at[i]);
            }
        } else {
            for (std::size_t i = 0; i < b.length; ++i) {
                lowest = std::min(lowest, at[static_cast<std::ptrdiff_t>(i) * b.near]);
                highest = std::max(highest, at[static_cast<std::ptrdiff_t>(i) * b.near]);
            }
        }
        to = {lowest, highest};
    }
    return to;
}

}  // namespace

/// Most columns hold every value between their lowest and highest: once all are seen, the rest need not be looked at.
std::array<bool, 256> bytes_in(const std::uint8_t* data, std::size_t rows, std::size_t columns,
                               std::ptrdiff_t row_stride, std::ptrdiff_t column_stride) noexcept {
    std::array<bool, 256> seen{};
    byte_lines b{data, rows, columns, row_stride, column_stride};
    if (b.near != 1 && (b.far == 1 || b.lines > b.length)) {
        std::swap(b.lines, b.length);
        std::swap(b.far, b.near);
    }
    if (b.near == 1 && b.far == static_cast<std::ptrdiff_t>(b.length)) {
        b.length *= b.lines;
        b.lines = b.lines > 0 ? 1 : 0;
    }
    if (b.lines == 0 || b.length == 0) return seen;
    const byte_range range = range_of(b);
    int unseen = range.highest - range.lowest + 1;
    for (std::size_t line = 0; line < b.lines && unseen > 0; ++line)
        for (std::size_t i = 0; i < b.length && unseen > 0; ++i) {
            bool& value =
                seen[b.data[static_cast<std::ptrdiff_t>(line) * b.far + static_cast<std::ptrdiff_t>(i) * b.near]];
            unseen -= !value;
            value = true;
        }
    return seen;
}

}  // namespace peersupport
