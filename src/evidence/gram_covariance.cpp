// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/gram_covariance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport {
namespace {

__extension__ typedef __int128 wide;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::uint64_t greatest(std::span<const whole_column> columns, std::size_t rows) noexcept {
    std::uint64_t most = 0;
    for (const whole_column& c : columns) {
        for (std::size_t r = 0; r < rows; ++r) {
            if (c.present && !c.present[r]) continue;
            const std::int64_t v = c.data[static_cast<std::ptrdiff_t>(r) * c.stride];
            most = std::max(most,
                            v < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v));
        }
    }
    return most;
}

/// n·Σxy has to stay below 2^126.
bool fits(std::uint64_t most, std::size_t rows) noexcept {
    const double n = static_cast<double>(rows), x = static_cast<double>(most);
    return n * n * x * x < 0x1p126;
}

}  // namespace

/// Sums over the rows where columns i and j are both there.
struct covariance_matrix::entry {
    std::int64_t n = 0;
    wide first = 0, second = 0, product = 0;
};

covariance_matrix::covariance_matrix(std::size_t columns, missing_rows missing)
    : columns_(columns), missing_(missing), values_(columns * columns), means_(columns), pairs_(columns * columns) {}

void covariance_matrix::set(std::size_t i, std::size_t j, const entry& s) noexcept {
    const double n = static_cast<double>(s.n);
    const wide deviations = static_cast<wide>(s.n) * s.product - s.first * s.second;
    values_[i * columns_ + j] = values_[j * columns_ + i] =
        s.n < 2 ? none : static_cast<double>(deviations) / (n * static_cast<double>(s.n - 1));
    pairs_[i * columns_ + j] = pairs_[j * columns_ + i] = s.n;
    if (i == j) means_[i] = s.n == 0 ? none : static_cast<double>(s.first) / n;
}

void covariance_matrix::finish(std::int64_t rows) noexcept {
    rows_ = rows;
    min_pairs_ = pairs_.empty() ? 0 : *std::ranges::min_element(pairs_);
}

covariance_matrix covariance_matrix::of(const gram& sums, missing_rows missing) {
    covariance_matrix to(sums.columns(), missing);
    const bool listwise = missing == missing_rows::listwise;
    for (std::size_t i = 0; i < to.columns_; ++i)
        for (std::size_t j = i; j < to.columns_; ++j)
            to.set(i, j,
                   listwise ? entry{sums.complete_rows(), sums.complete_sum(i), sums.complete_sum(j),
                                    sums.complete_product(i, j)}
                            : entry{sums.pairs(i, j), sums.sum(i, j), sums.sum(j, i), sums.product(i, j)});
    to.finish(listwise ? sums.complete_rows() : sums.rows());
    return to;
}

result<covariance_matrix> covariance_matrix::of(std::span<const whole_column> columns, std::size_t rows,
                                                missing_rows missing) {
    const std::size_t k = columns.size();
    if (k > gram::most_columns || !fits(greatest(columns, rows), rows)) return error(status::too_large);
    covariance_matrix to(k, missing);
    const auto there = [&](std::size_t c, std::size_t r) { return !columns[c].present || columns[c].present[r]; };
    const auto value = [&](std::size_t c, std::size_t r) {
        return columns[c].data[static_cast<std::ptrdiff_t>(r) * columns[c].stride];
    };
    std::vector<std::uint8_t> complete(rows, 1);
    for (std::size_t c = 0; c < k; ++c)
        for (std::size_t r = 0; r < rows; ++r) complete[r] &= there(c, r);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = i; j < k; ++j) {
            entry sums;
            for (std::size_t r = 0; r < rows; ++r) {
                if (missing == missing_rows::listwise ? !complete[r] : !there(i, r) || !there(j, r)) continue;
                ++sums.n;
                sums.first += value(i, r);
                sums.second += value(j, r);
                sums.product += static_cast<wide>(value(i, r)) * value(j, r);
            }
            to.set(i, j, sums);
        }
    }
    to.finish(missing == missing_rows::listwise ? std::count(complete.begin(), complete.end(), 1)
                                                : static_cast<std::int64_t>(rows));
    return to;
}

result<covariance_matrix> covariance_matrix::of(std::span<const double> matrix, std::size_t columns, std::int64_t n) {
    if (columns > gram::most_columns || matrix.size() != columns * columns || n < 0)
        return error(status::invalid_argument);
    covariance_matrix to(columns, missing_rows::pairwise);
    for (std::size_t i = 0; i < columns; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            const double a = matrix[i * columns + j], b = matrix[j * columns + i];
            if (!(std::fabs(a) <= std::numeric_limits<double>::max()) ||
                !(std::fabs(a - b) <= 1e-8 * std::max(1.0, std::fabs(a))))
                return error(status::invalid_argument);
            to.values_[i * columns + j] = i <= j ? a : b;
            to.pairs_[i * columns + j] = n;
        }
        to.means_[i] = none;
    }
    to.finish(n);
    return to;
}

}  // namespace peersupport
