// SPDX-License-Identifier: Apache-2.0
#include "evidence/gram_block.hpp"

#include <algorithm>
#include <cstring>

namespace peersupport {

evidence::point_table evidence::table_of(const byte_points& points) noexcept {
    point_table to;
    for (std::size_t code = 0; code < 256; ++code) {
        const std::uint8_t p = points.points[code];
        to.byte[code] = p <= byte_points::most ? static_cast<std::uint8_t>(p | 64) : std::uint8_t{0};
    }
    for (std::size_t first = 0; first < 256; first += 16) {
        const auto from = to.byte.begin() + static_cast<std::ptrdiff_t>(first);
        if (std::all_of(from, from + 16, [](std::uint8_t b) { return b == 0; })) continue;
        point_table::group& group = to.groups[to.group_count++];
        std::copy_n(from, 16, group.bytes.begin());
        group.first = static_cast<std::uint8_t>(first);
    }
    return to;
}

gram_block::gram_block(std::size_t k, std::span<const byte_points> points)
    : with(evidence::best_gram_kernels()),
      columns(k),
      x(k * gram_block_step),
      m(k * gram_block_step),
      all(gram_block_rows),
      places(gram_block_rows),
      crosses(k),
      products(k) {
    std::size_t most = 1;
    for (const byte_points& p : points) {
        tables.push_back(evidence::table_of(p));
        for (const std::uint8_t point : p.points)
            if (point <= byte_points::most) most = std::max<std::size_t>(most, point);
    }
    steps = evidence::steps_for(most, most);
}

void gram_block::transpose(const byte_matrix& cells, std::size_t first, std::size_t n) {
    raw.resize(columns * gram_block_step);
    const std::uint8_t* from = cells.data + static_cast<std::ptrdiff_t>(first) * cells.row_stride;
    std::size_t whole = 0;  // rows done in tiles
    if (cells.column_stride == 1 && columns >= 16) {
        for (; whole + 16 <= n; whole += 16) {
            const std::uint8_t* row = from + static_cast<std::ptrdiff_t>(whole) * cells.row_stride;
            for (std::size_t c = 0; c < columns; c += 16) {
                const std::size_t at = std::min(c, columns - 16);  // the last tile overlaps rather than reads beyond
                with.transpose(row + at, cells.row_stride, raw.data() + at * gram_block_step + whole, gram_block_step);
            }
        }
    }
    for (std::size_t r = whole; r < n; ++r) {
        const std::uint8_t* row = from + static_cast<std::ptrdiff_t>(r) * cells.row_stride;
        for (std::size_t c = 0; c < columns; ++c)
            raw[c * gram_block_step + r] = row[static_cast<std::ptrdiff_t>(c) * cells.column_stride];
    }
}

void gram_block::read(const byte_matrix& cells, std::size_t first, std::size_t n) {
    const bool in_place = cells.row_stride == 1;
    if (!in_place) transpose(cells, first, n);
    rows = evidence::padded(n);
    std::memset(all.data(), 1, rows);
    // Bytes may alias any member: without these copies the loop below would not become vectors.
    std::uint8_t* complete = all.data();
    const std::size_t length = rows;
    for (std::size_t c = 0; c < columns; ++c) {
        const std::uint8_t* from = in_place ? cells.data + static_cast<std::ptrdiff_t>(c) * cells.column_stride + first
                                            : raw.data() + c * gram_block_step;
        std::uint8_t *to = x.data() + c * gram_block_step, *there = m.data() + c * gram_block_step;
        with.look_up(from, n, tables[tables.size() == 1 ? 0 : c], to, there);
        std::memset(to + n, 0, length - n);
        std::memset(there + n, 0, length - n);
        for (std::size_t r = 0; r < length; ++r) complete[r] &= there[r];
    }
}

/// No gaps: the sums do not depend on the other column.
void gram_block::add_whole(gram& to, std::int64_t n) {
    std::int64_t* numbers = to.numbers_.data();
    for (std::size_t i = 0; i < columns; ++i) {
        with.product(column(i).x, column(i).x, gram_block_step, columns - i, rows, steps, products.data());
        for (std::size_t j = i; j < columns; ++j) {
            const std::size_t at = to.upper(i, j);
            numbers[to.pairs_at() + at] += n;
            numbers[to.products_at() + at] += products[j - i];
            numbers[to.complete_products_at() + at] += products[j - i];
        }
        with.product(column(i).m, column(i).x, 0, 1, rows, steps, products.data());
        numbers[2 + i] += products[0];
        for (std::size_t j = 0; j < columns; ++j) numbers[to.sums_at() + i * columns + j] += products[0];
    }
}

void gram_block::add_with_gaps(gram& to, bool also_complete) {
    std::int64_t* numbers = to.numbers_.data();
    for (std::size_t i = 0; i < columns; ++i) {
        with.cross(column(i), column(i), gram_block_step, columns - i, rows, steps, crosses.data());
        for (std::size_t j = i; j < columns; ++j) {
            const evidence::cross_sums& s = crosses[j - i];
            const std::size_t at = to.upper(i, j);
            numbers[to.pairs_at() + at] += s.pairs;
            numbers[to.products_at() + at] += s.product;
            numbers[to.sums_at() + i * columns + j] += s.left;
            if (j != i) numbers[to.sums_at() + j * columns + i] += s.right;
            if (also_complete) numbers[to.complete_products_at() + at] += s.product;
        }
        if (also_complete) numbers[2 + i] += crosses[0].left;
    }
}

/// Either the complete rows or the others are few, and what is few is set apart and added or taken away.
void gram_block::add_to(gram& to, std::size_t n) {
    const auto complete =
        static_cast<std::size_t>(std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n), 1));
    to.numbers_[0] += static_cast<std::int64_t>(n);
    to.numbers_[1] += static_cast<std::int64_t>(complete);
    if (complete == n) return add_whole(to, static_cast<std::int64_t>(n));
    const bool few = complete <= n / 2;
    add_with_gaps(to, !few);
    std::size_t count = 0;
    for (std::size_t r = 0; r < n; ++r) {
        places[count] = static_cast<std::uint16_t>(r);
        count += (all[r] == 1) == few;
    }
    if (count) add_kept(to, count, few ? 1 : -1);
}

void gram_block::add_kept(gram& to, std::size_t count, std::int64_t sign) {
    const std::size_t step = evidence::padded(count) + evidence::lane_rows;
    kept.assign((columns + 1) * step, 0);
    std::uint8_t* ones = kept.data() + columns * step;
    std::memset(ones, 1, count);
    const std::uint16_t* at = places.data();
    for (std::size_t c = 0; c < columns; ++c) {
        const std::uint8_t* from = column(c).x;
        std::uint8_t* into = kept.data() + c * step;
        for (std::size_t r = 0; r < count; ++r) into[r] = from[at[r]];
    }
    std::int64_t* complete_products = to.numbers_.data() + to.complete_products_at();
    for (std::size_t i = 0; i < columns; ++i) {
        const std::uint8_t* left = kept.data() + i * step;
        with.product(left, left, step, columns - i, evidence::padded(count), steps, products.data());
        for (std::size_t j = i; j < columns; ++j) complete_products[to.upper(i, j)] += sign * products[j - i];
        with.product(ones, left, 0, 1, evidence::padded(count), steps, products.data());
        to.numbers_[2 + i] += sign * products[0];
    }
}

}  // namespace peersupport
