// SPDX-License-Identifier: Apache-2.0
// The three ways to score a block of rows; see score_batch.cpp.
#pragma once

#include "peersupport/scoring/score.hpp"
#include "scoring/cells.hpp"
#include "scoring/compiled.hpp"
#include "scoring/lanes.hpp"
#include "scoring/row_score.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace peersupport::scoring {

struct batch {
    const compiled& by;
    const kernels& with;
    const answers& of;
    const score_outputs& into;
    invalid_report* report = nullptr;
    std::size_t invalid = 0;  ///< cells so far
};

/// Codes of a few rows of all items on the stack: the code of item i in row r is at i · rows + r.
inline constexpr std::size_t tile_cells = 4096;
[[nodiscard]] constexpr std::size_t tile_rows(std::size_t items) noexcept {
    return std::clamp<std::size_t>(tile_cells / std::max<std::size_t>(items, 1), 1, 64);
}

template <class T>
[[nodiscard]] T& place(const score_block<T>& in, std::size_t row, std::size_t scale) noexcept {
    return in.data[static_cast<std::ptrdiff_t>(row) * in.row_stride + static_cast<std::ptrdiff_t>(scale) * in.scale_stride];
}

/// Copies n values of one scale, `step` apart, to their places.
template <class T, class U>
void put_scale(const U* from, std::size_t step, std::size_t n, const score_block<T>& to, std::size_t first, std::size_t scale) noexcept {
    if (!to.data) return;
    T* at = &place(to, first, scale);
    if (to.row_stride == 1) {
        for (std::size_t r = 0; r < n; ++r) at[r] = static_cast<T>(from[r * step]);
    } else {
        for (std::size_t r = 0; r < n; ++r) at[static_cast<std::ptrdiff_t>(r) * to.row_stride] = static_cast<T>(from[r * step]);
    }
}

/// Bytes of one scale in a block of rows, `step` apart.
struct byte_column {
    const std::uint8_t* data;
    std::size_t step;
};

/// Writes answered counts and reasons of one lane scale: its counts, and 1 where they are too few.
void write_counts(const batch& work, const lane_scale& lane, byte_column counts, byte_column few, std::size_t first,
                  std::size_t n) noexcept;

/// False: the block holds an invalid code and nothing of it may be used.
[[nodiscard]] bool score_rows(batch& work, std::size_t first, std::size_t n) noexcept;
[[nodiscard]] bool score_columns(batch& work, std::size_t first, std::size_t n) noexcept;
void score_codes(batch& work, std::size_t first, std::size_t n) noexcept;

/// ok when there is a readable column for every item.
[[nodiscard]] status check_columns(const compiled& by, const answers& of) noexcept;

/// Calls visit(row, codes, step, slots) for each row, with its codes read from the columns.
template <class Visit>
void for_each_row(const compiled& by, const answers& of, std::size_t first, std::size_t n, Visit visit) noexcept {
    const std::size_t rows = tile_rows(by.items.size());
    std::int32_t codes[tile_cells];
    for (std::size_t from = 0; from < n; from += rows) {
        const std::size_t m = std::min(rows, n - from);
        for (std::size_t i = 0; i < by.items.size(); ++i) read_codes(of.columns[i], first + from, m, codes + i * rows);
        for (std::size_t r = 0; r < m; ++r) visit(first + from + r, codes + r, rows, add_slots(by, codes + r, rows));
    }
}

/// Adds a row's invalid cells to a report and their count to `total`.
void report_invalid(const compiled& by, const std::int32_t* codes, std::size_t step, std::size_t row,
                    invalid_report* report, std::size_t& total) noexcept;

}  // namespace peersupport::scoring
