// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/latent_score.hpp"

#include "evidence/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport {
namespace {

constexpr std::size_t most_kept = std::size_t{1} << 26;  // probabilities: half a gigabyte

bool finite(double x) noexcept { return std::fabs(x) <= std::numeric_limits<double>::max(); }

bool is_item(const graded_parameters& item) {
    return finite(item.discrimination) && !item.thresholds.empty() && std::ranges::all_of(item.thresholds, finite) &&
           std::ranges::is_sorted(item.thresholds);
}

double logistic(double x) noexcept {
    const double e = evidence::exponential(-std::fabs(x));
    return x < 0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
}

/// P(up) − P(down) of the two logistic curves, the small side taken from the small side.
double between(double up, double down) noexcept {
    return down > 0 ? logistic(-down) - logistic(-up) : logistic(up) - logistic(down);
}

/// Products of many small probabilities would leave the doubles; one power of two for all points changes no ratio.
void lift(std::vector<double>& weights) noexcept {
    const double most = *std::ranges::max_element(weights);
    if (most >= 0x1p-300 || most == 0) return;
    for (double& w : weights) w = w * 0x1p600;
}

}  // namespace

void latent_score_model::add_item(const graded_parameters& item) {
    const std::size_t points = theta_.size(), categories = item.thresholds.size() + 1;
    first_.push_back(probability_.size() / points);
    categories_.push_back(categories);
    for (std::size_t c = 0; c < categories; ++c) {
        for (const double t : theta_) {
            const double up = c == 0 ? 0.0 : item.discrimination * (t - item.thresholds[c - 1]);
            const double down = c + 1 == categories ? 0.0 : item.discrimination * (t - item.thresholds[c]);
            const double p = c == 0 ? logistic(-down) : c + 1 == categories ? logistic(up) : between(up, down);
            probability_.push_back(std::max(p, 0.0));
        }
    }
}

result<latent_score_model> latent_score_model::make(std::span<const graded_parameters> items, const quadrature& at) {
    if (items.size() > most_items || at.points > 100001) return error(status::too_large);
    if (items.empty() || at.points < 2 || !finite(at.from) || !finite(at.to) || !(at.from < at.to) ||
        !finite(at.prior_mean) || !(at.prior_sd > 0) || !finite(at.prior_sd) || !std::ranges::all_of(items, is_item))
        return error(status::invalid_argument);
    std::size_t categories = 0;
    for (const graded_parameters& item : items) {
        if (item.thresholds.size() >= most_categories) return error(status::too_large);
        categories += item.thresholds.size() + 1;
    }
    if (categories * static_cast<std::size_t>(at.points) > most_kept) return error(status::too_large);
    latent_score_model made;
    double total = 0;
    for (int q = 0; q < at.points; ++q) {
        const double t = at.from + (at.to - at.from) * q / (at.points - 1), z = (t - at.prior_mean) / at.prior_sd;
        made.theta_.push_back(t);
        made.prior_.push_back(evidence::exponential(-0.5 * (z * z)));
        total = total + made.prior_.back();
    }
    if (!(total > 0)) return error(status::invalid_argument);
    for (double& p : made.prior_) p = p / total;
    for (const graded_parameters& item : items) made.add_item(item);
    return made;
}

latent_score latent_score_model::summed(std::span<const double> weights) const noexcept {
    double total = 0, first = 0;
    for (std::size_t q = 0; q < weights.size(); ++q) {
        total = total + weights[q];
        first = first + weights[q] * theta_[q];
    }
    const double mean = first / total;
    double second = 0;
    for (std::size_t q = 0; q < weights.size(); ++q)
        second = second + weights[q] * ((theta_[q] - mean) * (theta_[q] - mean));
    return {mean, std::sqrt(second / total)};
}

latent_score latent_score_model::score(std::span<const std::int16_t> categories) const {
    const std::size_t points = theta_.size();
    std::vector<double> weights = prior_;
    for (std::size_t i = 0; i < std::min(categories.size(), first_.size()); ++i) {
        if (categories[i] < 0 || static_cast<std::size_t>(categories[i]) >= categories_[i]) continue;
        const double* p = probability_.data() + (first_[i] + static_cast<std::size_t>(categories[i])) * points;
        for (std::size_t q = 0; q < points; ++q) weights[q] = weights[q] * p[q];
        lift(weights);
    }
    return summed(weights);
}

std::vector<sum_latent_score> latent_score_model::sum_scores() const {
    const std::size_t points = theta_.size();
    std::vector<std::vector<double>> likelihood(1, std::vector<double>(points, 1.0));
    for (std::size_t i = 0; i < first_.size(); ++i) {
        std::vector<std::vector<double>> next(likelihood.size() + categories_[i] - 1, std::vector<double>(points));
        for (std::size_t s = 0; s < likelihood.size(); ++s) {
            for (std::size_t c = 0; c < categories_[i]; ++c) {
                const double* p = probability_.data() + (first_[i] + c) * points;
                for (std::size_t q = 0; q < points; ++q) next[s + c][q] = next[s + c][q] + likelihood[s][q] * p[q];
            }
        }
        likelihood = std::move(next);
    }
    std::vector<sum_latent_score> to;
    for (std::size_t s = 0; s < likelihood.size(); ++s) {
        double probability = 0;
        for (std::size_t q = 0; q < points; ++q) {
            likelihood[s][q] = likelihood[s][q] * prior_[q];
            probability = probability + likelihood[s][q];
        }
        to.push_back({static_cast<std::int64_t>(s), summed(likelihood[s]), probability});
    }
    return to;
}

}  // namespace peersupport
