// SPDX-License-Identifier: Apache-2.0
#include "evidence/bootstrap_alpha.hpp"

#include "evidence/gram_block.hpp"

#include <algorithm>
#include <limits>

namespace peersupport::evidence {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int low_bits = 14;

}  // namespace

void byte_sample::read(const byte_matrix& cells, std::span<const byte_points> points, bool complete_rows) {
    rows = cells.rows;
    step = padded(rows) + lane_rows;  // not a power of two, so that columns do not fall on the same cache lines
    x.assign(columns * step, 0);
    m.assign(columns * step, 0);
    std::vector<std::uint8_t> keep(rows, 1);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::uint8_t byte = cells.data[static_cast<std::ptrdiff_t>(r) * cells.row_stride +
                                                 static_cast<std::ptrdiff_t>(c) * cells.column_stride];
            const std::uint8_t p = points[points.size() == 1 ? 0 : c].points[byte];
            const bool there = p <= byte_points::most;
            x[c * step + r] = there ? p : std::uint8_t{0};
            m[c * step + r] = there;
            keep[r] &= there;
            if (there) most = std::max<std::size_t>(most, p);
        }
    }
    if (!complete_rows) return;
    std::vector<std::int32_t> square(step), total(step);
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t r = 0; r < rows; ++r) {
            std::uint8_t& v = x[c * step + r];
            v = keep[r] ? v : std::uint8_t{0};
            m[c * step + r] = keep[r];
            square[r] += v * v;
            total[r] += v;
        }
    }
    const bool small = std::ranges::all_of(square, [](std::int32_t q) { return q < 32768; }) &&
                       std::ranges::all_of(total, [](std::int32_t t) { return t < 20000; });
    if (!small) return;
    squares.resize(step), totals_low.resize(step), totals_high.resize(step);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::int32_t t = total[r] * total[r];
        squares[r] = static_cast<std::int16_t>(square[r]);
        totals_low[r] = static_cast<std::int16_t>(t & ((1 << low_bits) - 1));
        totals_high[r] = static_cast<std::int16_t>(t >> low_bits);
    }
}

double weighted_alpha_listwise(const byte_sample& of, const std::uint8_t* weights, std::size_t most_weight,
                               weighted_room& room) {
    const gram_kernels& with = best_gram_kernels();
    const std::size_t length = padded(of.rows), steps = steps_for(most_weight, std::max<std::size_t>(of.most, 1));
    room.products.resize(of.columns + 1);
    with.product(weights, of.x.data(), of.step, of.columns, length, steps, room.products.data());
    with.product(weights, of.m.data(), 0, 1, length, steps, room.products.data() + of.columns);
    total_sums s{room.products[of.columns], 0, with.weighted(weights, of.squares.data(), length), 0, 0};
    s.squared_totals = with.weighted(weights, of.totals_low.data(), length) +
                       (static_cast<wide>(with.weighted(weights, of.totals_high.data(), length)) << low_bits);
    for (std::size_t c = 0; c < of.columns; ++c) {
        s.sum += room.products[c];
        s.squared_sums += static_cast<wide>(room.products[c]) * room.products[c];
    }
    return alpha_of_totals(s, of.columns);
}

double weighted_alpha_pairwise(const byte_sample& of, const std::uint8_t* weights, std::size_t most_weight,
                               weighted_room& room) {
    const gram_kernels& with = best_gram_kernels();
    const std::size_t length = padded(of.rows), k = of.columns;
    const std::size_t steps =
        steps_for(most_weight * std::max<std::size_t>(of.most, 1), std::max<std::size_t>(of.most, 1));
    room.x.resize(k * of.step), room.m.resize(k * of.step), room.crosses.resize(k);
    for (std::size_t c = 0; c < k; ++c) {
        const std::uint8_t *x = of.x.data() + c * of.step, *m = of.m.data() + c * of.step;
        std::uint8_t *to = room.x.data() + c * of.step, *there = room.m.data() + c * of.step;
        for (std::size_t r = 0; r < length; ++r) {
            to[r] = static_cast<std::uint8_t>(weights[r] * x[r]);
            there[r] = static_cast<std::uint8_t>(weights[r] * m[r]);
        }
    }
    double variances = 0, all = 0;
    for (std::size_t i = 0; i < k; ++i) {
        const lane_column left{room.x.data() + i * of.step, room.m.data() + i * of.step};
        with.cross(left, {of.x.data() + i * of.step, of.m.data() + i * of.step}, of.step, k - i, length, steps,
                   room.crosses.data());
        for (std::size_t j = i; j < k; ++j) {
            const cross_sums& s = room.crosses[j - i];
            if (!add_covariance({s.pairs, s.left, s.right, s.product}, i == j, variances, all)) return none;
        }
    }
    return alpha_of_covariances(variances, all, k);
}

}  // namespace peersupport::evidence
