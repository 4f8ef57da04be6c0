// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/rating_tally.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// Whole numbers as rows of units and columns of raters (or, for within-group agreement, rows of raters and columns of
/// items). Decimals are scaled by the caller.
struct rating_values {
    static constexpr std::int64_t missing = INT64_MIN;

    const std::int64_t* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::ptrdiff_t row_stride = 0;     ///< values between two rows
    std::ptrdiff_t column_stride = 0;  ///< values between two columns

    [[nodiscard]] std::int64_t at(std::size_t row, std::size_t column) const noexcept {
        return data[static_cast<std::ptrdiff_t>(row) * row_stride +
                    static_cast<std::ptrdiff_t>(column) * column_stride];
    }
};

/// The same as bytes, every cell of them a number.
struct byte_values {
    const std::uint8_t* data = nullptr;
    bool is_signed = false;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::ptrdiff_t row_stride = 0;
    std::ptrdiff_t column_stride = 0;
};

/// A sum of 128 bits, two's complement.
struct wide_sum {
    std::uint64_t low = 0;
    std::int64_t high = 0;
    friend bool operator==(const wide_sum&, const wide_sum&) = default;
};

/// Sums over the units with the same number of ratings m.
struct intraclass_block {
    std::int64_t ratings = 0;  ///< m
    std::int64_t units = 0;
    wide_sum sum;             ///< Σ x
    wide_sum squares;         ///< Σ x²
    wide_sum squared_totals;  ///< Σ over units of (Σ x)²
    friend bool operator==(const intraclass_block&, const intraclass_block&) = default;
};

/// What analysis of variance needs of ratings, as sums that add up; merging is associative and commutative, and sums
/// of no unit are its identity. Sums are exact: none passes 2^125.
class intraclass_sums {
public:
    static constexpr std::int64_t largest_value = std::int64_t{1} << 48;

    /// For so many raters; 0 for groups of any size.
    explicit intraclass_sums(std::size_t columns) : columns_(columns), column_totals_(columns) {}
    /// Of the ratings of a tally; its category values, not divided by its denominator.
    [[nodiscard]] static result<intraclass_sums> of(const rating_tally& tally);

    /// Errors, with the sums then of no use: shape_mismatch, too_large (a value past ±2^48, or a sum past 2^125).
    [[nodiscard]] status add(const rating_values& ratings);
    [[nodiscard]] status add(const byte_values& ratings);
    /// Values with the number of the unit (group) of each. Only for 0 columns. Errors as add(); invalid_argument.
    [[nodiscard]] status add_groups(std::span<const std::int64_t> values, std::span<const std::uint32_t> group,
                                    std::size_t groups);
    /// Errors: shape_mismatch, too_large.
    [[nodiscard]] status merge(const intraclass_sums& other);

    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    [[nodiscard]] std::span<const intraclass_block> blocks() const noexcept { return blocks_; }  ///< ascending by m ≥ 1
    /// Σ x of each column over the complete units.
    [[nodiscard]] std::span<const wide_sum> column_totals() const noexcept { return column_totals_; }
    friend bool operator==(const intraclass_sums&, const intraclass_sums&) = default;

private:
    struct unit_sums;
    [[nodiscard]] status add_unit(const unit_sums& unit);
    [[nodiscard]] status add_columns(std::span<const std::int64_t> totals);
    template <class Number>
    [[nodiscard]] status add_numbers(const byte_values& ratings);
    intraclass_block& block_of(std::int64_t ratings);

    std::size_t columns_;
    std::vector<intraclass_block> blocks_;
    std::vector<wide_sum> column_totals_;
};

}  // namespace peersupport
