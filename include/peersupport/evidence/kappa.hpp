// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// How much two different categories disagree, by their places in the design (not by their values).
enum class kappa_weights : std::uint8_t {
    unweighted = 0,  ///< 1 for any two that differ
    linear = 1,      ///< |c − k|; Cicchetti and Allison 1971
    quadratic = 2,   ///< (c − k)²; Fleiss and Cohen 1973
};
/// The disagreement weights as whole numbers, q × q, row by row; 0 on the diagonal.
[[nodiscard]] std::vector<std::int64_t> disagreement_weights(kappa_weights kind, std::size_t categories);

/// Cohen's kappa of two raters. Cohen 1960, 1968; standard errors of Fleiss, Cohen and Everitt 1969.
struct cohen_result {
    statistic kappa;                 ///< interval: value ± z · standard_error, not clipped
    double observed = 0;             ///< weighted share of agreement, 0…1
    double expected = 0;             ///< the same by chance
    double standard_error = 0;       ///< asymptotic
    double standard_error_zero = 0;  ///< asymptotic, where kappa is 0
    double z = 0;                    ///< kappa / standard_error_zero
};
/// From a joint table, q × q, row by row. `weights` are disagreement weights, q × q, whole, 0…10⁹, 0 on the diagonal.
/// Reasons: too_few_rows (no unit rated by both), no_expected_disagreement, no_bound (standard error 0 or undefined),
/// too_large. Errors: shape_mismatch, field_value (a negative count, or weights that are none).
[[nodiscard]] result<cohen_result> cohen_kappa(std::span<const std::int64_t> table, std::size_t categories,
                                               std::span<const std::int64_t> weights, double confidence);
/// Of raters a and b of a tally with `pairs`, from the units both rated. Errors also: invalid_argument.
[[nodiscard]] result<cohen_result> cohen_kappa(const rating_tally& of, std::size_t a, std::size_t b,
                                               std::span<const std::int64_t> weights, double confidence);

/// Fleiss' kappa. Fleiss 1971; standard error under no agreement of Fleiss, Nee and Landis 1979.
struct fleiss_result {
    statistic kappa;      ///< no interval: the standard error holds only where there is no agreement
    double observed = 0;  ///< mean share of agreeing pairs, P̄
    double expected = 0;  ///< P̄e
    double standard_error_zero = 0;
    double z = 0;
    std::vector<double> by_category;  ///< NaN where nobody or everybody used the category
};
/// Every unit that was rated at all must have the same number of ratings, else `unbalanced` (chance_model::fleiss
/// takes any number). Reasons: too_few_rows, too_few_columns (one rating a unit), no_expected_disagreement,
/// unbalanced, too_large; else no_bound.
[[nodiscard]] fleiss_result fleiss_kappa(const rating_tally& of);

}  // namespace peersupport
