// SPDX-License-Identifier: Apache-2.0
#include "scoring/graded_response.hpp"

#include "text/decimal_value.hpp"

#include <algorithm>
#include <bit>

namespace peersupport::scoring {
namespace {

// Adding and taking away 1.5·2^52 rounds a double of modest size to the nearest whole number, half to even.
constexpr double rounder = 6755399441055744.0;

double two_to(int power) noexcept {
    return std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
}

double logistic(double x) noexcept {
    if (x < 0) {
        const double e = exponential(x);
        return e / (1.0 + e);
    }
    return 1.0 / (1.0 + exponential(-x));
}

}  // namespace

double exponential(double x) noexcept {
    if (x < -700.0) return 0.0;
    if (x > 700.0) x = 700.0;
    // Cody and Waite: x = n·ln 2 + r with ln 2 in two parts, |r| ≤ ln 2 ÷ 2; then Taylor to r^13 by Horner.
    const double n = (x * 1.4426950408889634 + rounder) - rounder;
    const double high = x - n * 0.693147180369123816490, low = n * 1.90821492927058770002e-10;
    const double r = high - low;
    const double lost = (high - r) - low;  // what rounding took from r
    double sum = 1.0 / 6227020800.0;
    for (const double factorial : {479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0, 720.0, 120.0, 24.0, 6.0, 2.0})
        sum = sum * r + 1.0 / factorial;
    return (1.0 + (r + (sum * (r * r) + lost))) * two_to(static_cast<int>(n));
}

graded_response::graded_response(const graded_response_model& model)
    : points_(static_cast<std::size_t>(model.points)),
      intercept_(to_double(model.intercept)),
      slope_(to_double(model.slope)) {
    const double from = to_double(model.from);
    const double to = to_double(model.to);
    theta_.reserve(points_);
    prior_.reserve(points_);
    for (std::size_t q = 0; q < points_; ++q) {
        const double t = from + (to - from) * static_cast<double>(q) / static_cast<double>(points_ - 1);
        theta_.push_back(t);
        prior_.push_back(exponential(-0.5 * (t * t)));
    }
    for (const graded_item& item : model.items) {
        const std::size_t categories = item.thresholds.size() + 1;
        const double a = to_double(item.discrimination);
        first_.push_back(probability_.size() / points_);
        for (std::size_t c = 0; c < categories; ++c) {
            for (const double t : theta_) {
                const double up = c == 0 ? 0.0 : a * (t - to_double(item.thresholds[c - 1]));
                const double down = c + 1 == categories ? 0.0 : a * (t - to_double(item.thresholds[c]));
                // 1 − P loses its digits where P is nearly 1: the small side is subtracted from the small side.
                if (c == 0) probability_.push_back(logistic(-down));
                else if (c + 1 == categories) probability_.push_back(logistic(up));
                else probability_.push_back(down > 0 ? logistic(-down) - logistic(-up) : logistic(up) - logistic(down));
            }
        }
    }
}

bool graded_response::has_prior() const noexcept {
    return std::ranges::any_of(prior_, [](double p) { return p > 0; });
}

std::int64_t graded_response::score(std::span<const std::int8_t> categories) const noexcept {
    // Products of many small probabilities leave the doubles: each carries how often 2^600 was taken out, which is exact.
    constexpr double tiny = 0x1p-600, huge = 0x1p600;
    double weighted = 0;
    double total = 0;
    int taken = 1 << 20;  // of the sums so far; more than any product needs
    for (std::size_t q = 0; q < points_; ++q) {
        double likelihood = prior_[q];
        int here = 0;
        for (std::size_t i = 0; i < categories.size(); ++i) {
            if (categories[i] < 0) continue;
            likelihood = likelihood * probability_[(first_[i] + static_cast<std::size_t>(categories[i])) * points_ + q];
            while (likelihood < 1.0 && likelihood > 0) likelihood = likelihood * huge, ++here;
        }
        if (likelihood == 0 || here > taken + 1) continue;
        if (here < taken) {
            const double down = taken - here == 1 ? tiny : 0.0;
            weighted = weighted * down, total = total * down, taken = here;
        } else if (here > taken) {
            likelihood = likelihood * tiny;
        }
        weighted = weighted + likelihood * theta_[q];
        total = total + likelihood;
    }
    const double theta = total > 0 ? weighted / total : 0.0;
    const double value = intercept_ + slope_ * theta;
    return static_cast<std::int64_t>((value * static_cast<double>(resolution) + rounder) - rounder);
}

}  // namespace peersupport::scoring
