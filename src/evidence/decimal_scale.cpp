// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/decimal_scale.hpp"

#include <cmath>

namespace peersupport {
namespace {

constexpr double most = 0x1p48;
constexpr int most_digits = 9;

enum class outcome : std::uint8_t { whole, too_few_digits, too_large };

/// One row, columns apart by a known step: with 1 it is a plain walk.
template <class At>
outcome scale_row(At at, std::size_t columns, std::int64_t* to, double unit, std::int64_t gap) noexcept {
    constexpr double shift = 0x1.8p52;  // adding it rounds to the nearest whole number
    bool same = true, fits = true;
    for (std::size_t j = 0; j < columns; ++j) {
        const double x = at(j);
        if (x != x) {
            to[j] = gap;
            continue;
        }
        const double scaled = x * unit;
        if (!(std::fabs(scaled) < most)) {
            fits = false;
            break;
        }
        const double whole = (scaled + shift) - shift;
        same = same && whole / unit == x;
        to[j] = static_cast<std::int64_t>(whole);
    }
    return !fits ? outcome::too_large : same ? outcome::whole : outcome::too_few_digits;
}

outcome scale_by(const real_values& from, std::int64_t* to, double unit, std::int64_t gap) noexcept {
    for (std::size_t row = 0; row < from.rows; ++row) {
        const double* const first = from.data + static_cast<std::ptrdiff_t>(row) * from.row_stride;
        const std::ptrdiff_t step = from.column_stride;
        std::int64_t* const into = to + row * from.columns;
        const outcome found =
            step == 1 ? scale_row([=](std::size_t j) { return first[j]; }, from.columns, into, unit, gap)
                      : scale_row([=](std::size_t j) { return first[static_cast<std::ptrdiff_t>(j) * step]; },
                                  from.columns, into, unit, gap);
        if (found != outcome::whole) return found;
    }
    return outcome::whole;
}

}  // namespace

std::optional<std::int64_t> scale_decimals(const real_values& from, std::span<std::int64_t> to,
                                           std::int64_t gap) noexcept {
    if (from.columns != 0 && to.size() / from.columns != from.rows) return std::nullopt;
    if (to.size() != from.rows * from.columns) return std::nullopt;
    std::int64_t unit = 1;
    for (int digits = 0; digits <= most_digits; ++digits, unit *= 10) {
        const outcome found = scale_by(from, to.data(), static_cast<double>(unit), gap);
        if (found == outcome::whole) return unit;
        if (found == outcome::too_large) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace peersupport
