// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/gram.hpp"

#include "evidence/gram_block.hpp"
#include "evidence/gram_limit.hpp"

#include <algorithm>

namespace peersupport {
namespace {

__extension__ typedef __int128 wide;

std::uint64_t size_of_number(std::int64_t v) noexcept {
    return v < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v);
}

/// The greatest size of a number that is there; a size that is no int64 becomes the greatest of all.
std::uint64_t greatest(std::span<const whole_column> columns, std::size_t rows) noexcept {
    std::uint64_t most = 0;
    for (const whole_column& c : columns)
        for (std::size_t r = 0; r < rows; ++r)
            if (!c.present || c.present[r])
                most = std::max(most, size_of_number(c.data[static_cast<std::ptrdiff_t>(r) * c.stride]));
    return most;
}

/// One row at a time, from the columns' values and presence.
struct row_values {
    std::vector<std::int64_t> value;
    std::vector<std::size_t> there;
};

void read_row(std::span<const whole_column> columns, std::size_t r, row_values& to) {
    to.there.clear();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].present && !columns[c].present[r]) continue;
        to.value[c] = columns[c].data[static_cast<std::ptrdiff_t>(r) * columns[c].stride];
        to.there.push_back(c);
    }
}

}  // namespace

gram::gram(std::size_t columns)
    : columns_(std::min(columns, most_columns)), numbers_(columns_ ? size_of(columns_) : 0) {}

result<gram> gram::from_numbers(std::size_t columns, std::span<const std::int64_t> numbers) {
    if (columns > most_columns) return error(status::too_large);
    gram made(columns);
    if (numbers.size() != made.numbers_.size()) return error(status::invalid_argument);
    std::copy(numbers.begin(), numbers.end(), made.numbers_.begin());
    if (std::ranges::any_of(numbers, [](std::int64_t v) { return v < -most || v > most; }))
        return error(status::invalid_argument);
    if (columns == 0) return made;
    if (made.rows() > most_rows || made.complete_rows() < 0) return error(status::invalid_argument);
    for (std::size_t i = 0; i < columns; ++i) {
        if (made.pairs(i, i) > made.rows() || made.product(i, i) < 0 || made.complete_product(i, i) < 0)
            return error(status::invalid_argument);
        for (std::size_t j = i; j < columns; ++j)
            if (made.pairs(i, j) < made.complete_rows() ||
                made.pairs(i, j) > std::min(made.pairs(i, i), made.pairs(j, j)))
                return error(status::invalid_argument);
    }
    return made;
}

status gram::add(const byte_matrix& cells, std::span<const byte_points> points) {
    if (columns_ == 0 || cells.rows == 0) return status::ok;
    if (!cells.data || (points.size() != 1 && points.size() != columns_)) return status::invalid_argument;
    if (cells.rows > static_cast<std::size_t>(most_rows)) return status::too_large;
    if (rows() + static_cast<std::int64_t>(cells.rows) > most_rows) return status::too_large;
    // Points add at most 2^40 · 31² < 2^50 to a number; beyond that another gram must have been merged in.
    constexpr std::int64_t room = most - (std::int64_t{1} << 50);
    if (std::ranges::any_of(numbers_, [](std::int64_t v) { return v < -room || v > room; })) return status::too_large;
    gram_block block(columns_, points);
    for (std::size_t first = 0; first < cells.rows; first += gram_block_rows) {
        const std::size_t n = std::min(gram_block_rows, cells.rows - first);
        block.read(cells, first, n);
        block.add_to(*this, n);
    }
    return status::ok;
}

status gram::add(std::span<const whole_column> columns, std::size_t rows) {
    if (columns.size() != columns_) return status::shape_mismatch;
    if (columns_ == 0 || rows == 0) return status::ok;
    if (rows > static_cast<std::size_t>(most_rows)) return status::too_large;
    const std::uint64_t size = greatest(columns, rows);
    if (size > (std::uint64_t{1} << 31) ||
        static_cast<wide>(size) * static_cast<wide>(size) * static_cast<wide>(rows) > most)
        return status::too_large;
    gram part(columns_);
    std::int64_t* to = part.numbers_.data();
    row_values row{std::vector<std::int64_t>(columns_), {}};
    to[0] = static_cast<std::int64_t>(rows);
    for (std::size_t r = 0; r < rows; ++r) {
        read_row(columns, r, row);
        const bool complete = row.there.size() == columns_;
        to[1] += complete;
        for (std::size_t a = 0; a < row.there.size(); ++a) {
            const std::size_t i = row.there[a];
            if (complete) to[2 + i] += row.value[i];
            for (const std::size_t j : row.there) to[part.sums_at() + i * columns_ + j] += row.value[i];
            for (std::size_t b = a; b < row.there.size(); ++b) {
                const std::size_t at = part.upper(i, row.there[b]);
                const std::int64_t product = row.value[i] * row.value[row.there[b]];
                ++to[part.pairs_at() + at];
                to[part.products_at() + at] += product;
                if (complete) to[part.complete_products_at() + at] += product;
            }
        }
    }
    return merge(part);
}

status gram::merge(const gram& other) noexcept {
    if (columns_ != other.columns_) return status::shape_mismatch;
    if (columns_ == 0) return status::ok;
    if (rows() + other.rows() > most_rows) return status::too_large;
    if (!evidence::sums_stay_within(numbers_, other.numbers_)) return status::too_large;
    for (std::size_t n = 0; n < numbers_.size(); ++n) numbers_[n] += other.numbers_[n];
    return status::ok;
}

}  // namespace peersupport
