// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport {

/// How the cells of a column are stored.
enum class cell_type : std::uint8_t { i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, bool_byte, bool_bit };

/// One item's answers in the caller's memory. Nothing is copied or kept.
/// Floating cells must be whole numbers; NaN is blank. `validity` is an Arrow bitmap (bit set = present,
/// least significant bit first) or null. bool_bit cells are an Arrow bitmap, `stride` is ignored.
struct answer_column {
    const void* data = nullptr;
    cell_type type = cell_type::i32;
    std::ptrdiff_t stride = 0;              ///< bytes from one row to the next; may be negative
    const std::uint8_t* validity = nullptr;
    std::size_t offset = 0;                 ///< rows to skip in `validity` and in a bool_bit `data`
};

/// Answers of many responses: one column for each item of the plan, in form order. A row-major matrix is
/// the same with `stride` = bytes of a row.
struct answers {
    std::span<const answer_column> columns;
    std::size_t rows = 0;
};

/// The code that stands for blank in score_one.
inline constexpr std::int32_t blank_code = INT32_MIN;

}  // namespace peersupport
