// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/gram.hpp"
#include "peersupport/evidence/gram_covariance.hpp"
#include "peersupport/evidence/statistic.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace peersupport {

/// What is computed of every resample. Each is a function of whole-number sums.
enum class bootstrap_statistic : std::uint8_t {
    mean = 0,              ///< one column
    variance = 1,          ///< one column, divisor n − 1
    plug_in_variance = 2,  ///< one column, divisor n
    correlation = 3,       ///< two columns, rows where both are there
    alpha_listwise = 4,    ///< two or more columns, rows without a gap
    alpha_pairwise = 5,    ///< two or more columns
};
inline constexpr std::uint8_t bootstrap_statistic_count = 6;

/// How often a unit stands in a replicate.
enum class bootstrap_weights : std::uint8_t {
    multinomial = 0,  ///< as many draws as there are units; draw d of replicate b is (u·units) >> 32, u number d mod 4
                      ///< of Philox block (d/4, b, 0, 0)
    exhaustive = 1,  ///< every one of the unitsᵘⁿⁱᵗˢ resamples once; for up to seven units
};

/// The rows that are resampled, ready for any replicate. Immutable; threads share it without locks.
class resampling {
public:
    static constexpr std::size_t most_exhaustive_units = 7;

    /// Whole numbers; value = whole / scale. `unit` holds each row's unit 0 … units − 1, or is empty: each row is a
    /// unit. invalid_argument: wrong number of columns, a unit out of range; too_large: sums that would not be exact.
    [[nodiscard]] static result<resampling> of(bootstrap_statistic what, std::span<const whole_column> columns,
                                               std::size_t rows, double scale, std::span<const std::uint32_t> unit,
                                               std::size_t units);
    /// Bytes, each row a unit: the fast way to alpha. The points need no offset, alpha does not change with one.
    [[nodiscard]] static result<resampling> of(bootstrap_statistic what, const byte_matrix& cells, std::size_t columns,
                                               std::span<const byte_points> points);

    [[nodiscard]] std::size_t units() const noexcept;
    /// The statistic of the rows as they are; NaN when it is not defined.
    [[nodiscard]] double value() const;
    /// How many replicates `exhaustive` has.
    [[nodiscard]] std::size_t exhaustive_count() const noexcept;
    /// Values of replicates first … first + values.size() − 1; NaN where not defined. Each is a function of the seed
    /// and its number alone, so that parts may be computed anywhere.
    void replicate(bootstrap_weights how, std::uint64_t seed, std::size_t first, std::span<double> values) const;
    /// Values without unit first … first + values.size() − 1: the jackknife.
    void leave_out(std::size_t first, std::span<double> values) const;

    struct parts;

private:
    explicit resampling(std::shared_ptr<const parts> made) : parts_(std::move(made)) {}
    std::shared_ptr<const parts> parts_;
};

/// Which places a replicate draws, for statistics computed elsewhere: `to` holds `units` numbers below `units`.
void bootstrap_draws(std::uint64_t seed, std::uint32_t replicate, std::span<std::uint32_t> to) noexcept;

/// What counts as below the estimate for the bias of BCa.
enum class bootstrap_ties : std::uint8_t {
    strict = 0,  ///< replicates < estimate (Efron 1987)
    half = 1,    ///< and half of those equal to it
};

/// Interval, and what BCa corrected with.
struct bootstrap_result {
    statistic estimate;
    double bias = 0;          ///< z0; 0 for the percentile interval
    double acceleration = 0;  ///< from the jackknife
    double low_level = 0;     ///< levels of the percentiles taken, 0 … 1
    double high_level = 0;
    double se = 0;               ///< standard deviation of the replicates
    std::int64_t undefined = 0;  ///< replicates where the statistic does not exist; left out
};
/// Percentile interval: quantiles of type 7 (linear between order statistics) of the replicates.
/// no_bound: fewer than two replicates, more than a tenth of them undefined, or all the same.
[[nodiscard]] bootstrap_result percentile_interval(double value, std::span<const double> replicates, std::int64_t units,
                                                   double confidence = 0.95);
/// B. Efron 1987, bias-corrected and accelerated. no_bound also when the value lies outside all replicates, or the
/// jackknife does not vary or is undefined.
[[nodiscard]] bootstrap_result bca_interval(double value, std::span<const double> replicates,
                                            std::span<const double> jackknife, double confidence = 0.95,
                                            bootstrap_ties ties = bootstrap_ties::strict);

}  // namespace peersupport
