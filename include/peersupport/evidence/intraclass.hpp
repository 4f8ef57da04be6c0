// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/intraclass_sums.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstdint>

namespace peersupport {

/// Which intraclass correlation. Shrout and Fleiss 1979, McGraw and Wong 1996.
enum class intraclass_form : std::uint8_t {
    one_single = 0,    ///< (1,1): each unit has raters of its own
    two_single = 1,    ///< (2,1): the same raters, a sample of raters; agreement
    three_single = 2,  ///< (3,1): the same raters, the only ones of interest; consistency
    one_mean = 3,      ///< (1,k): the mean of k raters
    two_mean = 4,      ///< (2,k)
    three_mean = 5,    ///< (3,k) = Cronbach's alpha
};

/// What k is where units have different numbers of raters (forms 1 only).
enum class group_size : std::uint8_t {
    anova = 0,       ///< k₀ = (N − Σ m² / N) / (units − 1). Snedecor and Cochran
    arithmetic = 1,  ///< the mean number; as R's multilevel::ICC1
};

/// What forms 2 and 3 do with a unit that not everybody rated.
enum class incomplete_units : std::uint8_t {
    refuse = 0,  ///< the reason is unbalanced
    leave_out = 1,
};

struct intraclass_result {
    statistic icc;                  ///< n counts units
    double mean_square_units = 0;   ///< between units; in squared units of the whole numbers, as the next ones
    double mean_square_raters = 0;  ///< between raters; forms 2 and 3
    double mean_square_error = 0;   ///< residual (forms 2 and 3) or within units (forms 1)
    double raters = 0;              ///< k, or k₀
    double f = 0;                   ///< mean_square_units / mean_square_error; infinite where that is 0
    double degrees_of_freedom[2] = {0, 0};
    double p = 0;  ///< of that F
};

/// An intraclass correlation with its F interval; exact until the last division. With units of different sizes the
/// interval of forms 1 is an approximation, and its estimator says so. Designs with gaps by restricted maximum
/// likelihood (lme4) are not offered: it is not exactly mergeable.
/// Reasons: too_few_rows (under two units), too_few_columns (nowhere two ratings), no_variance, unbalanced,
/// not_identified (the denominator is not above 0), no_bound (the error is 0), too_large.
[[nodiscard]] intraclass_result intraclass_correlation(const intraclass_sums& of, intraclass_form form,
                                                       double confidence,
                                                       incomplete_units incomplete = incomplete_units::refuse,
                                                       group_size size = group_size::anova);

}  // namespace peersupport
