// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/bootstrap.hpp"

#include "evidence/bootstrap_alpha.hpp"
#include "evidence/bootstrap_sums.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace peersupport {

using evidence::add_row, evidence::resampled_rows, evidence::statistic_of;

struct resampling::parts {
    resampled_rows rows;
    evidence::byte_sample bytes;       ///< used where it has columns
    std::vector<std::size_t> of_unit;  ///< rows ordered by unit
    std::vector<std::size_t> first;    ///< of each unit in of_unit
};

namespace {

/// How often each unit was drawn.
struct drawn {
    std::vector<std::uint32_t> count;
    std::vector<std::uint8_t> bytes;  ///< the same for rows in byte lanes, padded
    std::uint32_t most = 0;
};

/// Calls draw(place) for every draw of a replicate.
template <class Draw>
void for_each_draw(std::uint64_t seed, std::uint32_t replicate, std::size_t units, Draw draw) {
    const evidence::gram_kernels& with = evidence::best_gram_kernels();
    std::array<std::uint32_t, 64> random;
    for (std::size_t d = 0; d < units; d += random.size()) {
        with.random(static_cast<std::uint32_t>(d / 4), replicate, 0, seed, random.data());
        const std::size_t n = std::min(random.size(), units - d);
        for (std::size_t i = 0; i < n; ++i) draw((std::uint64_t{random[i]} * units) >> 32);
    }
}

void count_exhaustive(std::size_t replicate, std::size_t units, drawn& to) {
    std::ranges::fill(to.count, 0);
    for (std::size_t d = 0; d < units; ++d, replicate /= units) ++to.count[replicate % units];
}

void count_draws(std::uint64_t seed, std::uint32_t replicate, std::size_t units, drawn& to) {
    std::ranges::fill(to.count, 0);
    for_each_draw(seed, replicate, units, [&](std::uint64_t place) { ++to.count[place]; });
}

/// Bytes as weights; false when a weight does not fit.
bool count_bytes(std::uint64_t seed, std::uint32_t replicate, std::size_t units, drawn& to) {
    std::ranges::fill(to.bytes, std::uint8_t{0});
    std::uint8_t* count = to.bytes.data();  // bytes may alias anything, the vector's own pointer too
    bool wrapped = false;
    for_each_draw(seed, replicate, units, [&wrapped, count](std::uint64_t place) { wrapped |= ++count[place] == 0; });
    std::uint8_t most = 0;
    for (std::size_t r = 0, n = to.bytes.size(); r < n; ++r) most = std::max(most, count[r]);
    to.most = most;
    return !wrapped;
}

void order_by_unit(resampling::parts& p) {
    const resampled_rows& rows = p.rows;
    p.first.assign(rows.units + 1, 0);
    for (std::size_t r = 0; r < rows.rows; ++r) ++p.first[rows.unit_of(r) + 1];
    for (std::size_t u = 0; u < rows.units; ++u) p.first[u + 1] += p.first[u];
    std::vector<std::size_t> next(p.first.begin(), p.first.end() - 1);
    p.of_unit.resize(rows.rows);
    for (std::size_t r = 0; r < rows.rows; ++r) p.of_unit[next[rows.unit_of(r)]++] = r;
}

double generic_value(const resampling::parts& p, const drawn& by, std::vector<std::int64_t>& sums) {
    sums.assign(evidence::sum_count(p.rows.what, p.rows.columns), 0);
    for (std::size_t r = 0; r < p.rows.rows; ++r)
        if (const std::uint32_t weight = by.count[p.rows.unit_of(r)]) add_row(p.rows, r, weight, sums);
    return statistic_of(p.rows.what, p.rows.columns, p.rows.scale, sums);
}

double byte_value(const resampling::parts& p, const drawn& by, evidence::weighted_room& room) {
    const bool pairwise = p.rows.what == bootstrap_statistic::alpha_pairwise;
    return pairwise ? weighted_alpha_pairwise(p.bytes, by.bytes.data(), by.most, room)
                    : weighted_alpha_listwise(p.bytes, by.bytes.data(), by.most, room);
}

bool byte_weights_fit(const resampling::parts& p, const drawn& by) {
    return p.rows.what != bootstrap_statistic::alpha_pairwise || by.most * std::max<std::size_t>(p.bytes.most, 1) < 256;
}

/// All draws may fall on the largest unit.
status finish(resampling::parts& p) {
    order_by_unit(p);
    std::size_t largest = 0;
    for (std::size_t u = 0; u < p.rows.units; ++u) largest = std::max(largest, p.first[u + 1] - p.first[u]);
    if (!evidence::sums_fit(p.rows, static_cast<double>(largest) * static_cast<double>(p.rows.units)))
        return status::too_large;
    return status::ok;
}

}  // namespace

result<resampling> resampling::of(bootstrap_statistic what, std::span<const whole_column> columns, std::size_t rows,
                                  double scale, std::span<const std::uint32_t> unit, std::size_t units) {
    const std::size_t k = columns.size();
    if (!evidence::fits_columns(what, k) || !(scale > 0) || (!unit.empty() && unit.size() != rows))
        return error(status::invalid_argument);
    if (std::ranges::any_of(unit, [&](std::uint32_t u) { return u >= units; })) return error(status::invalid_argument);
    if (rows >= std::size_t{1} << 31 || units >= std::size_t{1} << 31) return error(status::too_large);
    auto made = std::make_shared<parts>();
    made->rows = {what,
                  k,
                  rows,
                  unit.empty() ? rows : units,
                  scale,
                  std::vector<std::int64_t>(rows * k),
                  std::vector<std::uint8_t>(rows * k),
                  {unit.begin(), unit.end()}};
    for (std::size_t c = 0; c < k; ++c) {
        for (std::size_t r = 0; r < rows; ++r) {
            const bool there = !columns[c].present || columns[c].present[r];
            made->rows.there[r * k + c] = there;
            made->rows.value[r * k + c] =
                there ? columns[c].data[static_cast<std::ptrdiff_t>(r) * columns[c].stride] : 0;
        }
    }
    if (const status s = finish(*made); s != status::ok) return error(s);
    return resampling(std::move(made));
}

result<resampling> resampling::of(bootstrap_statistic what, const byte_matrix& cells, std::size_t columns,
                                  std::span<const byte_points> points) {
    if (!evidence::fits_columns(what, columns) || (points.size() != 1 && points.size() != columns))
        return error(status::invalid_argument);
    if (cells.rows >= std::size_t{1} << 31) return error(status::too_large);
    auto made = std::make_shared<parts>();
    made->rows = {what,
                  columns,
                  cells.rows,
                  cells.rows,
                  1,
                  std::vector<std::int64_t>(cells.rows * columns),
                  std::vector<std::uint8_t>(cells.rows * columns),
                  {}};
    evidence::byte_sample bytes;
    bytes.columns = columns;
    bytes.read(cells, points, what == bootstrap_statistic::alpha_listwise);
    for (std::size_t r = 0; r < cells.rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            made->rows.there[r * columns + c] = bytes.m[c * bytes.step + r];
            made->rows.value[r * columns + c] = bytes.x[c * bytes.step + r];
        }
    }
    const bool pairwise = what == bootstrap_statistic::alpha_pairwise;
    if (cells.rows > 0 && cells.rows <= evidence::byte_sample::most_rows &&
        (pairwise || (what == bootstrap_statistic::alpha_listwise && bytes.has_totals())))
        made->bytes = std::move(bytes);
    if (const status s = finish(*made); s != status::ok) return error(s);
    return resampling(std::move(made));
}

std::size_t resampling::units() const noexcept { return parts_->rows.units; }

double resampling::value() const {
    const parts& p = *parts_;
    std::vector<std::int64_t> sums;
    evidence::weighted_room room;
    drawn once{std::vector<std::uint32_t>(units(), 1), std::vector<std::uint8_t>(p.bytes.step, 0), 1};
    std::fill_n(once.bytes.begin(), p.bytes.columns > 0 ? p.rows.rows : 0, std::uint8_t{1});
    return p.bytes.columns > 0 ? byte_value(p, once, room) : generic_value(p, once, sums);
}

std::size_t resampling::exhaustive_count() const noexcept {
    if (units() > most_exhaustive_units) return 0;
    std::size_t count = 1;
    for (std::size_t u = 0; u < units(); ++u) count *= units();
    return count;
}

void resampling::replicate(bootstrap_weights how, std::uint64_t seed, std::size_t first,
                           std::span<double> values) const {
    const parts& p = *parts_;
    const bool bytes = p.bytes.columns > 0 && how == bootstrap_weights::multinomial;
    drawn by{std::vector<std::uint32_t>(p.rows.units), std::vector<std::uint8_t>(bytes ? p.bytes.step : 0), 0};
    std::vector<std::int64_t> sums;
    evidence::weighted_room room;
    for (std::size_t b = 0; b < values.size(); ++b) {
        const auto number = static_cast<std::uint32_t>(first + b);
        if (bytes && count_bytes(seed, number, units(), by) && byte_weights_fit(p, by)) {
            values[b] = byte_value(p, by, room);
            continue;
        }
        if (how == bootstrap_weights::exhaustive) count_exhaustive(first + b, units(), by);
        else count_draws(seed, number, units(), by);
        values[b] = generic_value(p, by, sums);
    }
}

void resampling::leave_out(std::size_t first, std::span<double> values) const {
    const parts& p = *parts_;
    std::vector<std::int64_t> all(evidence::sum_count(p.rows.what, p.rows.columns)), sums;
    for (std::size_t r = 0; r < p.rows.rows; ++r) add_row(p.rows, r, 1, all);
    for (std::size_t u = 0; u < values.size(); ++u) {
        sums = all;
        if (first + u >= units()) {
            values[u] = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        for (std::size_t at = p.first[first + u]; at < p.first[first + u + 1]; ++at)
            add_row(p.rows, p.of_unit[at], -1, sums);
        values[u] = statistic_of(p.rows.what, p.rows.columns, p.rows.scale, sums);
    }
}

void bootstrap_draws(std::uint64_t seed, std::uint32_t replicate, std::span<std::uint32_t> to) noexcept {
    std::size_t d = 0;
    for_each_draw(seed, replicate, to.size(),
                  [&](std::uint64_t place) { to[d++] = static_cast<std::uint32_t>(place); });
}

}  // namespace peersupport
