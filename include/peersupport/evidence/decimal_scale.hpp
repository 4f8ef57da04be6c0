// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace peersupport {

/// Real numbers as rows and columns; NaN is a gap.
struct real_values {
    const double* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::ptrdiff_t row_stride = 0;     ///< values between two rows
    std::ptrdiff_t column_stride = 0;  ///< values between two columns
};

/// The least power of ten, 1…10⁹, that makes all numbers whole: each is then `to`/unit to the last bit, and `to` is
/// below 2^48. Writes them row by row, gaps as `gap`. Nothing when there is none, for infinite numbers, and when `to`
/// has another size than rows × columns; `to` is then of no use.
[[nodiscard]] std::optional<std::int64_t> scale_decimals(const real_values& from, std::span<std::int64_t> to,
                                                         std::int64_t gap) noexcept;

}  // namespace peersupport
