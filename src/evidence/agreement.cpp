// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/agreement.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/distribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::array<std::string_view, 4> estimators{"gwet-ac/t", "brennan-prediger/t", "fleiss-kappa-generalized/t",
                                                     "scott-pi/t"};

/// Ratings, exactly: what agreed within units and how often each category was used, each over a denominator.
struct exact_shares {
    big_integer agreeing, agreeing_of;  // observed = agreeing / agreeing_of
    std::vector<big_integer> category;  // π = category / category_of
    big_integer category_of;
    std::int64_t units = 0;  // with two ratings or more
    bool two_each = true;    // every unit that was rated has two ratings
};

/// Sum of agreement weights over ordered pairs, in units of the largest disagreement weight.
big_integer agreeing_pairs(const rating_tally& of, const rating_block& b, std::span<const std::int64_t> weights,
                           std::int64_t largest) {
    const std::size_t q = of.category_count();
    big_integer to;
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = c; k < q; ++k)  // a pair counts in both orders
            to += big_integer(2 * largest - weights[c * q + k] - weights[k * q + c]) * b.pairs[of.place_of_pair(c, k)];
    return to;
}

exact_shares shares_of(const rating_tally& of, std::span<const std::int64_t> weights, std::int64_t largest,
                       bool only_pairable) {
    const std::size_t q = of.category_count();
    exact_shares to;
    to.category.resize(q);
    big_integer pairs_multiple = 1, ratings_multiple = 1;
    std::int64_t rated = 0;
    const auto counts = [&](const rating_block& b) { return b.ratings > (only_pairable ? 1 : 0); };
    for (const rating_block& b : of.blocks()) {
        if (!counts(b)) continue;
        rated += b.units;
        to.two_each = to.two_each && b.ratings == 2;
        const auto m = static_cast<std::uint64_t>(b.ratings);
        ratings_multiple = common_multiple(ratings_multiple, m);
        if (m < 2) continue;
        to.units += b.units;
        pairs_multiple = common_multiple(pairs_multiple, m * (m - 1));
    }
    for (const rating_block& b : of.blocks()) {
        if (!counts(b)) continue;
        const auto m = static_cast<std::uint64_t>(b.ratings);
        const big_integer each = ratings_multiple.over(m);
        for (std::size_t c = 0; c < q; ++c) to.category[c] += each * b.counts[c];
        if (m > 1) to.agreeing += agreeing_pairs(of, b, weights, largest) * pairs_multiple.over(m * (m - 1));
    }
    to.agreeing_of = pairs_multiple * to.units * largest;
    to.category_of = ratings_multiple * rated;
    return to;
}

struct fraction {
    big_integer numerator, denominator;
};

/// Agreement expected by chance.
fraction expected_of(const exact_shares& s, chance_model model, std::span<const std::int64_t> weights,
                     std::int64_t largest) {
    const std::size_t q = s.category.size();
    const auto categories = static_cast<std::int64_t>(q);
    std::int64_t total = 0;  // of the agreement weights
    for (const std::int64_t v : weights) total += largest - v;
    const big_integer& all = s.category_of;
    if (model == chance_model::brennan_prediger) return {total, big_integer(largest) * categories * categories};
    big_integer sum;
    if (model == chance_model::gwet) {
        for (const big_integer& part : s.category) sum += part * (all - part);
        return {sum * total, all * all * largest * categories * (categories - 1)};
    }
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = 0; k < q; ++k) sum += s.category[c] * s.category[k] * (largest - weights[c * q + k]);
    return {sum, all * all * largest};
}

/// Gwet 2014, unit variance by linearisation, for two ratings a unit: what of the expected agreement belongs to each
/// category is Σ over its units, so the pair counts are enough.
double standard_error(const rating_tally& of, chance_model model, const exact_shares& s, double value, double po,
                      double pe) {
    const std::size_t q = of.category_count();
    const auto block = std::ranges::find(of.blocks(), 2, &rating_block::ratings);
    const auto n = static_cast<double>(s.units);
    std::vector<double> chance(q);  // the part of expected agreement that comes from a rating in this category
    for (std::size_t c = 0; c < q; ++c) {
        const double share = quotient(s.category[c], s.category_of);
        chance[c] = model == chance_model::gwet               ? (1 - share) / static_cast<double>(q - 1)
                    : model == chance_model::brennan_prediger ? pe
                                                              : share;
    }
    double same = 0, square = 0;
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = c; k < q; ++k) {
            const double share = static_cast<double>(block->pairs[of.place_of_pair(c, k)]) / n,
                         mean = (chance[c] + chance[k]) / 2;
            if (c == k) same += share * chance[c];
            square += share * mean * mean;
        }
    const double off = 1 - value;
    const double variance = po * (1 - po) - 4 * off * (same - po * pe) + 4 * off * off * (square - pe * pe);
    return std::sqrt(std::max(variance, 0.0) / n) / (1 - pe);
}

agreement_result compute(const rating_tally& of, chance_model model, std::span<const std::int64_t> weights,
                         bool weighted, double confidence) {
    const std::string_view estimator = estimators[static_cast<std::size_t>(model)];
    const bool scott = model == chance_model::scott;
    agreement_result to;
    to.observed = to.expected = to.standard_error = not_a_number;
    const std::int64_t largest = std::max<std::int64_t>(std::ranges::max(weights), 1);
    const exact_shares s = shares_of(of, weights, largest, scott);
    if ((scott && of.design().columns != 2) || (model == chance_model::gwet && of.category_count() < 2))
        to.coefficient = not_given(statistic_reason::too_few_columns, estimator, s.units);
    else if (s.units == 0) to.coefficient = not_given(statistic_reason::too_few_rows, estimator, 0);
    if (to.coefficient.why != statistic_reason::computed) return to;
    const fraction expected = expected_of(s, model, weights, largest);
    to.observed = quotient(s.agreeing, s.agreeing_of);
    to.expected = quotient(expected.numerator, expected.denominator);
    const big_integer rest = (expected.denominator - expected.numerator) * s.agreeing_of;
    if (rest.sign() == 0 && !rest.overflowed()) {
        to.coefficient = not_given(statistic_reason::no_expected_disagreement, estimator, s.units);
        return to;
    }
    const double value = quotient(s.agreeing * expected.denominator - expected.numerator * s.agreeing_of, rest);
    to.coefficient = without_bounds(value, estimator, s.units);
    if (weighted || !s.two_each || s.units < 2 || value != value) return to;
    to.standard_error = standard_error(of, model, s, value, to.observed, to.expected);
    if (!(to.standard_error > 0)) return to;
    const double reach = student_quantile(0.5 + confidence / 2, static_cast<double>(s.units - 1)) * to.standard_error;
    to.coefficient = with_bounds(value, value - reach, value + reach, estimator, s.units);
    return to;
}

}  // namespace
}  // namespace evidence

result<agreement_result> chance_corrected(const rating_tally& of, chance_model model,
                                          std::span<const std::int64_t> weights, double confidence) {
    const std::size_t q = of.category_count();
    if (!(confidence > 0 && confidence < 1)) return error(status::invalid_argument);
    std::vector<std::int64_t> plain(q * q, 1);
    for (std::size_t c = 0; c < q; ++c) plain[c * q + c] = 0;
    if (weights.empty()) return evidence::compute(of, model, plain, false, confidence);
    if (const status s = evidence::check_weights(weights, q); s != status::ok) return error(s);
    return evidence::compute(of, model, weights, !std::ranges::equal(weights, plain), confidence);
}

}  // namespace peersupport
