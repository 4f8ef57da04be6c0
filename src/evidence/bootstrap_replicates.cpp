// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/bootstrap_replicates.hpp"

#include "evidence/bootstrap_sums.hpp"
#include "evidence/gram_limit.hpp"
#include "evidence/philox.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace peersupport {
namespace {

constexpr std::int64_t most = gram::most;
constexpr std::uint32_t most_weight = 8;
constexpr std::string_view magic = "PSREPL1\n";
constexpr std::size_t header_size = 48;  // magic, statistic, columns, replicates, 0, seed, scale, rows

/// 2^32 · P(weight ≤ w) of Poisson(1), rounded down, for w = 0 … 7.
constexpr std::array<std::uint32_t, 8> limits = {1580030168u, 3160060337u, 3950075421u, 4213413783u,
                                                 4279248373u, 4292415291u, 4294609777u, 4294923276u};

/// Weights of a unit in replicates 4q … 4q + 3.
std::array<std::uint32_t, 4> weights_of(std::uint64_t seed, std::uint32_t quad, std::uint64_t unit) noexcept {
    const auto random =
        evidence::philox({static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(unit >> 32), quad, 1}, seed);
    std::array<std::uint32_t, 4> to{};
    for (std::size_t q = 0; q < 4; ++q)
        for (const std::uint32_t limit : limits) to[q] += random[q] >= limit;
    return to;
}

void put(std::string& to, std::uint64_t v, int bytes) {
    for (int b = 0; b < bytes; ++b) to.push_back(static_cast<char>(v >> (8 * b) & 255));
}

std::uint64_t get(std::string_view from, std::size_t at, std::size_t bytes) noexcept {
    std::uint64_t v = 0;
    for (std::size_t b = 0; b < bytes; ++b) v |= std::uint64_t{static_cast<unsigned char>(from[at + b])} << (8 * b);
    return v;
}

status design_status(const replicates_design& d) noexcept {
    if (static_cast<std::uint8_t>(d.what) >= bootstrap_statistic_count || !evidence::fits_columns(d.what, d.columns) ||
        d.replicates == 0 || d.scale < 1 || d.scale > most)
        return status::invalid_argument;
    const std::size_t numbers = evidence::sum_count(d.what, d.columns) * (std::size_t{d.replicates} + 1);
    return numbers > bootstrap_replicates::most_numbers ? status::too_large : status::ok;
}

/// False, and nothing changed, when a sum would pass 2^62.
bool add_all(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& more) noexcept {
    if (!evidence::sums_stay_within(to, more)) return false;
    for (std::size_t n = 0; n < to.size(); ++n) to[n] += more[n];
    return true;
}

evidence::resampled_rows rows_of(const replicates_design& d, std::span<const whole_column> columns, std::size_t rows) {
    evidence::resampled_rows to{d.what,
                                columns.size(),
                                rows,
                                rows,
                                static_cast<double>(d.scale),
                                std::vector<std::int64_t>(rows * columns.size()),
                                std::vector<std::uint8_t>(rows * columns.size()),
                                {}};
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t r = 0; r < rows; ++r) {
            const bool there = !columns[c].present || columns[c].present[r];
            to.there[r * to.columns + c] = there;
            to.value[r * to.columns + c] =
                there ? columns[c].data[static_cast<std::ptrdiff_t>(r) * columns[c].stride] : 0;
        }
    }
    return to;
}

}  // namespace

std::uint32_t poisson_weight(std::uint64_t seed, std::uint32_t replicate, std::uint64_t unit) noexcept {
    return weights_of(seed, replicate / 4, unit)[replicate % 4];
}

std::size_t bootstrap_replicates::width() const noexcept { return evidence::sum_count(design_.what, design_.columns); }

result<bootstrap_replicates> bootstrap_replicates::make(const replicates_design& design) {
    if (const status s = design_status(design); s != status::ok) return error(s);
    bootstrap_replicates made;
    made.design_ = design;
    made.sums_.assign(made.width() * (std::size_t{design.replicates} + 1), 0);
    return made;
}

status bootstrap_replicates::add(std::span<const whole_column> columns, std::size_t rows,
                                 std::span<const std::uint64_t> unit) {
    if (columns.size() != design_.columns || unit.size() != rows) return status::shape_mismatch;
    const evidence::resampled_rows from = rows_of(design_, columns, rows);
    if (rows >= std::size_t{1} << 40 || !evidence::sums_fit(from, static_cast<double>(rows) * most_weight))
        return status::too_large;
    std::vector<std::int64_t> added(sums_.size()), one(width());
    for (std::size_t r = 0; r < rows; ++r) {
        std::ranges::fill(one, 0);
        evidence::add_row(from, r, 1, one);
        const auto add_to = [&](std::size_t place, std::int64_t weight) {
            std::int64_t* to = added.data() + place * one.size();
            for (std::size_t n = 0; n < one.size(); ++n) to[n] += weight * one[n];
        };
        add_to(0, 1);
        for (std::uint32_t b = 0; b < design_.replicates; b += 4) {
            const auto weights = weights_of(design_.seed, b / 4, unit[r]);
            for (std::uint32_t q = 0; q < std::min<std::uint32_t>(4, design_.replicates - b); ++q)
                if (weights[q]) add_to(std::size_t{b} + q + 1, weights[q]);
        }
    }
    if (!add_all(sums_, added)) return status::too_large;
    rows_ += static_cast<std::int64_t>(rows);
    return status::ok;
}

status bootstrap_replicates::merge(const bootstrap_replicates& other) {
    if (design_ != other.design_ || sums_.size() != other.sums_.size()) return status::shape_mismatch;
    if (rows_ > most - other.rows_ || !add_all(sums_, other.sums_)) return status::too_large;
    rows_ += other.rows_;
    return status::ok;
}

double bootstrap_replicates::value() const {
    return evidence::statistic_of(design_.what, design_.columns, static_cast<double>(design_.scale),
                                  std::span(sums_).first(width()));
}

std::vector<double> bootstrap_replicates::values() const {
    std::vector<double> to(design_.replicates);
    for (std::size_t b = 0; b < to.size(); ++b)
        to[b] = evidence::statistic_of(design_.what, design_.columns, static_cast<double>(design_.scale),
                                       std::span(sums_).subspan((b + 1) * width(), width()));
    return to;
}

bootstrap_result bootstrap_replicates::interval(double confidence) const {
    bootstrap_result to = percentile_interval(value(), values(), rows_, confidence);
    to.estimate.estimator = "bootstrap-poisson/percentile";
    return to;
}

std::string bootstrap_replicates::to_bytes() const {
    std::string to(magic);
    to.reserve(header_size + 8 * sums_.size());
    put(to, static_cast<std::uint64_t>(design_.what), 4);
    put(to, design_.columns, 4);
    put(to, design_.replicates, 4);
    put(to, 0, 4);
    put(to, design_.seed, 8);
    put(to, static_cast<std::uint64_t>(design_.scale), 8);
    put(to, static_cast<std::uint64_t>(rows_), 8);
    for (const std::int64_t s : sums_) put(to, static_cast<std::uint64_t>(s), 8);
    return to;
}

result<bootstrap_replicates> bootstrap_replicates::from_bytes(std::string_view bytes) {
    if (bytes.substr(0, magic.size()) != magic) return error(status::format_unsupported, {}, 0);
    if (bytes.size() < header_size) return error(status::field_value, {}, bytes.size());
    const std::uint64_t what = get(bytes, 8, 4);
    if (what >= bootstrap_statistic_count) return error(status::field_value, {}, 8);
    if (get(bytes, 20, 4) != 0) return error(status::field_value, {}, 20);
    const replicates_design design{
        static_cast<bootstrap_statistic>(what), static_cast<std::uint32_t>(get(bytes, 12, 4)),
        static_cast<std::uint32_t>(get(bytes, 16, 4)), get(bytes, 24, 8), static_cast<std::int64_t>(get(bytes, 32, 8))};
    if (design_status(design) != status::ok) return error(status::field_value, {}, 12);
    const std::size_t numbers = evidence::sum_count(design.what, design.columns) * (std::size_t{design.replicates} + 1);
    if (bytes.size() != header_size + 8 * numbers) return error(status::field_value, {}, bytes.size());
    auto made = make(design);
    if (!made) return made;
    made->rows_ = static_cast<std::int64_t>(get(bytes, 40, 8));
    if (made->rows_ < 0 || made->rows_ > most) return error(status::field_value, {}, 40);
    for (std::size_t n = 0; n < numbers; ++n) {
        const auto sum = static_cast<std::int64_t>(get(bytes, header_size + 8 * n, 8));
        if (sum > most || sum < -most) return error(status::field_value, {}, header_size + 8 * n);
        made->sums_[n] = sum;
    }
    return made;
}

}  // namespace peersupport
