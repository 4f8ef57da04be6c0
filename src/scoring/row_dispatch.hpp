// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scoring/compiled.hpp"

#include <cstddef>
#include <cstdint>

namespace peersupport::scoring {

/// Chooses the row loop that is unrolled for a program: Loop::run<Windows, Tables, Across>(…), Across pairs of slots
/// gathered from all windows and the others from one.
template <class Loop, std::size_t Windows, std::size_t Tables>
bool run_rows_of(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n,
                 typename Loop::type* to, std::ptrdiff_t to_stride) noexcept {
    if constexpr (Windows > 1)
        if (row.across <= 1) return Loop::template run<Windows, Tables, 1>(row, x, stride, n, to, to_stride);
    return Loop::template run<Windows, Tables, row_pairs>(row, x, stride, n, to, to_stride);
}

template <class Loop, std::size_t Windows>
bool run_rows_of(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n,
                 typename Loop::type* to, std::ptrdiff_t to_stride) noexcept {
    switch (row.tables) {
        case 1: return run_rows_of<Loop, Windows, 1>(row, x, stride, n, to, to_stride);
        case 2: return run_rows_of<Loop, Windows, 2>(row, x, stride, n, to, to_stride);
        default: return run_rows_of<Loop, Windows, row_tables>(row, x, stride, n, to, to_stride);
    }
}

template <class Loop>
bool run_rows(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n,
              typename Loop::type* to, std::ptrdiff_t to_stride) noexcept {
    switch (row.windows) {
        case 1: return run_rows_of<Loop, 1>(row, x, stride, n, to, to_stride);
        case 2: return run_rows_of<Loop, 2>(row, x, stride, n, to, to_stride);
        case 3: return run_rows_of<Loop, 3>(row, x, stride, n, to, to_stride);
        default: return run_rows_of<Loop, row_windows>(row, x, stride, n, to, to_stride);
    }
}

}  // namespace peersupport::scoring
