// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/scale.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::scoring {

/// Expected a posteriori scores under Samejima's graded response model with fixed parameters (logistic,
/// D = 1, prior N(0,1)), on equally spaced points. Probabilities are tabulated once; the score is rounded
/// to 10^-9 so that it is a fraction of whole numbers like every other score.
class graded_response {
public:
    static constexpr std::int64_t resolution = 1'000'000'000;

    graded_response() = default;
    explicit graded_response(const graded_response_model& model);

    /// Category (0 = fewest points) each item was answered with, −1 = missing. Returns round(score · resolution),
    /// half to even. With nothing answered: the prior's mean.
    [[nodiscard]] std::int64_t score(std::span<const std::int8_t> categories) const noexcept;
    /// False: every point lies so far out that its prior is 0 in a double.
    [[nodiscard]] bool has_prior() const noexcept;
    [[nodiscard]] std::size_t item_count() const noexcept { return first_.size(); }
    /// Probabilities that are kept.
    [[nodiscard]] std::size_t size() const noexcept { return probability_.size(); }

private:
    std::size_t points_ = 0;
    std::vector<double> theta_;
    std::vector<double> prior_;
    std::vector<double> probability_;  ///< [item's first category + category][point]
    std::vector<std::size_t> first_;
    double intercept_ = 0;
    double slope_ = 1;
};

/// e^x to within one unit in the last place for |x| ≤ 700, from additions, multiplications and one table-free
/// polynomial: the same bits on every platform, which std::exp does not promise.
[[nodiscard]] double exponential(double x) noexcept;

}  // namespace peersupport::scoring
