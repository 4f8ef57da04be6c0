// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/gram.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// What is done with gaps.
enum class missing_rows : std::uint8_t {
    pairwise,  ///< every pair of columns uses the rows where both are there
    listwise,  ///< only rows without a gap
};

/// The matrix of means, variances and covariances of columns, each from exact sums with two roundings:
/// (n·Σxy − Σx·Σy) is a whole number, divided by n·(n − 1). Entries of fewer than two rows are NaN.
class covariance_matrix {
public:
    covariance_matrix() = default;
    [[nodiscard]] static covariance_matrix of(const gram& sums, missing_rows missing);
    /// Straight from whole numbers of any size (a gram holds only what fits its 63 bits); `sums` in 128 bits.
    /// too_large when those do not do: numbers · rows beyond about 10^18.
    [[nodiscard]] static result<covariance_matrix> of(std::span<const whole_column> columns, std::size_t rows,
                                                      missing_rows missing);
    /// A matrix of somebody else's, k² numbers row by row, estimated from n rows. invalid_argument: not square,
    /// not symmetric to 10⁻⁸, or not finite.
    [[nodiscard]] static result<covariance_matrix> of(std::span<const double> matrix, std::size_t columns,
                                                      std::int64_t n);

    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    [[nodiscard]] double operator()(std::size_t i, std::size_t j) const noexcept { return values_[i * columns_ + j]; }
    /// Mean of a column over the rows it uses itself.
    [[nodiscard]] double mean(std::size_t i) const noexcept { return means_[i]; }
    [[nodiscard]] std::int64_t pairs(std::size_t i, std::size_t j) const noexcept { return pairs_[i * columns_ + j]; }
    /// Rows used: all that were added (pairwise) or those without a gap (listwise).
    [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }
    /// The smallest number of rows behind an entry.
    [[nodiscard]] std::int64_t min_pairs() const noexcept { return min_pairs_; }
    [[nodiscard]] missing_rows missing() const noexcept { return missing_; }
    /// Some entry stands on fewer rows than another.
    [[nodiscard]] bool has_gaps() const noexcept { return min_pairs_ < rows_; }

private:
    struct entry;
    covariance_matrix(std::size_t columns, missing_rows missing);
    void set(std::size_t i, std::size_t j, const entry& sums) noexcept;
    void finish(std::int64_t rows) noexcept;

    std::size_t columns_ = 0;
    std::int64_t rows_ = 0, min_pairs_ = 0;
    missing_rows missing_ = missing_rows::listwise;
    std::vector<double> values_, means_;
    std::vector<std::int64_t> pairs_;
};

}  // namespace peersupport
