// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// Bytes as they lie: the cell of row r and column c is data[r · row_stride + c · column_stride].
struct byte_matrix {
    const std::uint8_t* data = nullptr;
    std::size_t rows = 0;
    std::ptrdiff_t row_stride = 0;     ///< bytes
    std::ptrdiff_t column_stride = 1;  ///< bytes
};

/// What each byte means in a column: 0 … 31 points, or missing. Reverse keys and codes for missing cost nothing here.
struct byte_points {
    static constexpr std::uint8_t missing = 255;
    static constexpr std::uint8_t most = 31;

    std::array<std::uint8_t, 256> points;  ///< by byte; anything above `most` is missing
};

/// Whole numbers of one column.
struct whole_column {
    const std::int64_t* data = nullptr;
    std::ptrdiff_t stride = 1;              ///< cells from one row to the next
    const std::uint8_t* present = nullptr;  ///< a byte a row, 0 = missing; null: nothing is missing
};

/// Sums and cross-products of columns with gaps: all that covariances, alpha, item–rest correlations and omega need.
/// Exact, and mergeable: grams of parts add up to the gram of the whole, in any order.
class gram {
public:
    static constexpr std::size_t most_columns = 1024;
    /// No number's size passes this; what would is refused with too_large.
    static constexpr std::int64_t most = (std::int64_t{1} << 62) - 1;
    static constexpr std::int64_t most_rows = std::int64_t{1} << 40;

    gram() = default;
    /// The empty state: the identity of merge. More than most_columns is cut to most_columns.
    explicit gram(std::size_t columns);
    /// Takes what numbers() gave; invalid_argument when the count or the numbers cannot be a gram's.
    [[nodiscard]] static result<gram> from_numbers(std::size_t columns, std::span<const std::int64_t> numbers);
    /// How many numbers a gram of so many columns holds: 2 + k + k² + 3·k(k+1)/2.
    [[nodiscard]] static constexpr std::size_t size_of(std::size_t k) noexcept {
        return 2 + k + k * k + 3 * (k * (k + 1) / 2);
    }

    /// Adds rows of bytes; `points` holds one table for all columns or one for each. invalid_argument when it does not,
    /// too_large when a number would pass `most`; the gram is then as before.
    [[nodiscard]] status add(const byte_matrix& cells, std::span<const byte_points> points);
    /// Adds rows of whole numbers, one column each; shape_mismatch when their count is another.
    [[nodiscard]] status add(std::span<const whole_column> columns, std::size_t rows);
    /// Adds another gram. Associative and commutative; shape_mismatch when the column counts differ, too_large when a
    /// number would pass `most`; the gram is then as before.
    [[nodiscard]] status merge(const gram& other) noexcept;

    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    /// Rows added, whatever is missing in them.
    [[nodiscard]] std::int64_t rows() const noexcept { return numbers_.empty() ? 0 : numbers_[0]; }

    /// Rows where both columns are there.
    [[nodiscard]] std::int64_t pairs(std::size_t i, std::size_t j) const noexcept {
        return numbers_[pairs_at() + upper(i, j)];
    }
    /// Σ xᵢ over the rows where column j is there too. Not symmetric.
    [[nodiscard]] std::int64_t sum(std::size_t i, std::size_t j) const noexcept {
        return numbers_[sums_at() + i * columns_ + j];
    }
    /// Σ xᵢ·xⱼ over the rows where both are there.
    [[nodiscard]] std::int64_t product(std::size_t i, std::size_t j) const noexcept {
        return numbers_[products_at() + upper(i, j)];
    }

    /// Rows without a gap, and their sums and products.
    [[nodiscard]] std::int64_t complete_rows() const noexcept { return numbers_.empty() ? 0 : numbers_[1]; }
    [[nodiscard]] std::int64_t complete_sum(std::size_t i) const noexcept { return numbers_[2 + i]; }
    [[nodiscard]] std::int64_t complete_product(std::size_t i, std::size_t j) const noexcept {
        return numbers_[complete_products_at() + upper(i, j)];
    }

    /// Every number, always in this order: rows; complete rows; complete sums by column; pairs, the upper triangle row
    /// by row (i ≤ j); sums, all k² row by row; products, upper triangle; complete products, upper triangle.
    [[nodiscard]] std::span<const std::int64_t> numbers() const noexcept { return numbers_; }

    friend bool operator==(const gram&, const gram&) = default;

private:
    [[nodiscard]] std::size_t triangle() const noexcept { return columns_ * (columns_ + 1) / 2; }
    [[nodiscard]] std::size_t upper(std::size_t i, std::size_t j) const noexcept {
        return i <= j ? i * columns_ - i * (i + 1) / 2 + j : j * columns_ - j * (j + 1) / 2 + i;
    }
    [[nodiscard]] std::size_t pairs_at() const noexcept { return 2 + columns_; }
    [[nodiscard]] std::size_t sums_at() const noexcept { return pairs_at() + triangle(); }
    [[nodiscard]] std::size_t products_at() const noexcept { return sums_at() + columns_ * columns_; }
    [[nodiscard]] std::size_t complete_products_at() const noexcept { return products_at() + triangle(); }
    friend struct gram_block;

    std::size_t columns_ = 0;
    std::vector<std::int64_t> numbers_;
};

}  // namespace peersupport
