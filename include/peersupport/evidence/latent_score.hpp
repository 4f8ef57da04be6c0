// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// One item of F. Samejima's 1969 graded response model, logistic, D = 1: P(category ≥ c) = 1/(1 + e^(−a(θ − b_c))).
struct graded_parameters {
    double discrimination = 1;
    std::vector<double> thresholds;  ///< ascending; one fewer than there are categories
};

/// Where the model is evaluated, and what is believed before any answer.
struct quadrature {
    int points = 2401;  ///< equally spaced, 2 … 100 001
    double from = -6;
    double to = 6;
    double prior_mean = 0;
    double prior_sd = 1;
};

/// Mean and standard deviation of what is believed after the answers.
struct latent_score {
    double theta = 0;
    double se = 0;
};

/// The same by sum score.
struct sum_latent_score {
    std::int64_t sum = 0;  ///< of the categories, counted from 0
    latent_score score;
    double probability = 0;  ///< of this sum, under the prior
};

/// Expected a posteriori scores with fixed parameters (R. D. Bock and R. J. Mislevy 1982).
class latent_score_model {
public:
    static constexpr std::size_t most_categories = 100;
    static constexpr std::size_t most_items = 1000;

    /// invalid_argument: no item, thresholds not ascending, a number that is not finite, points outside their limits,
    /// or a prior that is 0 at every point. too_large: more items, categories or points than fit.
    [[nodiscard]] static result<latent_score_model> make(std::span<const graded_parameters> items,
                                                         const quadrature& at = {});

    /// From the pattern of categories (0 = lowest, −1 = missing), one an item; others count as missing. Nothing
    /// answered gives the prior back.
    [[nodiscard]] latent_score score(std::span<const std::int16_t> categories) const;
    /// For every sum of complete answers, ascending (recursion of F. M. Lord and M. S. Wingersky 1984).
    [[nodiscard]] std::vector<sum_latent_score> sum_scores() const;
    [[nodiscard]] std::size_t items() const noexcept { return first_.size(); }
    [[nodiscard]] std::size_t categories(std::size_t item) const noexcept { return categories_[item]; }

private:
    latent_score_model() = default;
    void add_item(const graded_parameters& item);
    [[nodiscard]] latent_score summed(std::span<const double> weights) const noexcept;

    std::vector<double> theta_, prior_;
    std::vector<double> probability_;  ///< [item's first category + category][point]
    std::vector<std::size_t> first_, categories_;
};

}  // namespace peersupport
