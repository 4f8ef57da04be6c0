// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/bootstrap.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// What all parts of one mergeable bootstrap have in common.
struct replicates_design {
    bootstrap_statistic what = bootstrap_statistic::mean;
    std::uint32_t columns = 1;
    std::uint32_t replicates = 2000;
    std::uint64_t seed = 0;
    std::int64_t scale = 1;  ///< values are whole numbers over it; a power of ten, the same everywhere
    friend bool operator==(const replicates_design&, const replicates_design&) = default;
};

/// Whole-number sums of every replicate of a Poisson bootstrap. A unit's weight in a replicate is Poisson(1), drawn
/// from Philox by (seed, replicate, 64-bit hash of the unit's id) alone: so parts of the rows may be added anywhere, in
/// any order, and merged; the interval is the same to the bit. All rows of a unit need the same hash. Below about 20
/// units use ordinary draws instead: the number of units varies from replicate to replicate.
class bootstrap_replicates {
public:
    static constexpr std::size_t most_numbers = std::size_t{1} << 27;  ///< a gigabyte of state

    /// invalid_argument: columns that do not fit the statistic, no replicate, scale below 1; too_large: too much state.
    [[nodiscard]] static result<bootstrap_replicates> make(const replicates_design& design);
    /// Reads what to_bytes() gave. format_unsupported, or field_value with the byte where it cannot be.
    [[nodiscard]] static result<bootstrap_replicates> from_bytes(std::string_view bytes);

    /// Adds rows; `unit` holds the hash of each row's unit. shape_mismatch; too_large when a sum could pass 2^62. On an
    /// error nothing has changed.
    [[nodiscard]] status add(std::span<const whole_column> columns, std::size_t rows,
                             std::span<const std::uint64_t> unit);
    /// Associative, commutative; the fresh state is the identity. shape_mismatch: another design; too_large.
    [[nodiscard]] status merge(const bootstrap_replicates& other);

    [[nodiscard]] const replicates_design& design() const noexcept { return design_; }
    /// Rows added.
    [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }
    /// The statistic of all rows, each once.
    [[nodiscard]] double value() const;
    /// The statistic of every replicate.
    [[nodiscard]] std::vector<double> values() const;
    /// Percentile interval. Its n is the number of rows. BCa needs all units in one place.
    [[nodiscard]] bootstrap_result interval(double confidence = 0.95) const;
    /// Versioned little-endian bytes; equal states give equal bytes.
    [[nodiscard]] std::string to_bytes() const;

    friend bool operator==(const bootstrap_replicates&, const bootstrap_replicates&) = default;

private:
    [[nodiscard]] std::size_t width() const noexcept;

    replicates_design design_;
    std::int64_t rows_ = 0;
    std::vector<std::int64_t> sums_;  ///< of all rows, then of each replicate
};

/// Poisson(1) by comparing 32 random bits with eight fixed limits, so at most 8.
[[nodiscard]] std::uint32_t poisson_weight(std::uint64_t seed, std::uint32_t replicate, std::uint64_t unit) noexcept;

}  // namespace peersupport
