// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/kappa.hpp"

#include "evidence/agreement_statistic.hpp"

#include <cmath>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::string_view estimator = "fleiss-kappa/no-interval";

/// Kappa of one category against all others; NaN where its share is 0 or 1.
double of_category(const rating_tally& of, const rating_block& b, std::size_t c) {
    const big_integer all = big_integer(b.units) * b.ratings;
    std::int64_t split = 0;  // pairs within units of which one is of this category, counted once
    for (std::size_t k = 0; k < of.category_count(); ++k)
        if (k != c) split += b.pairs[of.place_of_pair(k < c ? k : c, k < c ? c : k)];
    const big_integer expected = big_integer(b.ratings - 1) * b.counts[c] * (all - b.counts[c]);
    return quotient(expected - all * split, expected);
}

/// Fleiss, Nee and Landis 1979, equation 12.
double standard_error_zero(const rating_block& b) noexcept {
    const double all = static_cast<double>(b.units) * static_cast<double>(b.ratings);
    double spread = 0, skew = 0;
    for (const std::int64_t count : b.counts) {
        const double p = static_cast<double>(count) / all, q = 1 - p;
        spread += p * q;
        skew += p * q * (q - p);
    }
    return std::sqrt(2 * (spread * spread - skew) / (all * static_cast<double>(b.ratings - 1))) / spread;
}

const rating_block* only_block(const rating_tally& of, statistic_reason& why) noexcept {
    const rating_block* found = nullptr;
    for (const rating_block& b : of.blocks()) {
        if (b.ratings == 0) continue;
        if (found != nullptr) {
            why = statistic_reason::unbalanced;
            return nullptr;
        }
        found = &b;
    }
    why = found == nullptr ? statistic_reason::too_few_rows : statistic_reason::too_few_columns;
    return found != nullptr && found->ratings > 1 ? found : nullptr;
}

}  // namespace
}  // namespace evidence

fleiss_result fleiss_kappa(const rating_tally& of) {
    using namespace evidence;
    const std::size_t q = of.category_count();
    fleiss_result to;
    to.observed = to.expected = to.standard_error_zero = to.z = not_a_number;
    to.by_category.assign(q, not_a_number);
    statistic_reason why{};
    const rating_block* b = only_block(of, why);
    if (b == nullptr) {
        to.kappa = not_given(why, estimator, of.units());
        return to;
    }
    const big_integer all = big_integer(b->units) * b->ratings, others = b->ratings - 1;
    big_integer agreeing, by_chance;  // ordered pairs of one category; squared counts
    for (std::size_t c = 0; c < q; ++c) {
        agreeing += big_integer(2) * b->pairs[of.place_of_pair(c, c)];
        by_chance += big_integer(b->counts[c]) * b->counts[c];
        to.by_category[c] = of_category(of, *b, c);
    }
    to.observed = quotient(agreeing, all * others);
    to.expected = quotient(by_chance, all * all);
    const big_integer rest = (all * all - by_chance) * others;
    if (rest.sign() == 0) {
        to.kappa = not_given(statistic_reason::no_expected_disagreement, estimator, b->units);
        return to;
    }
    to.kappa = without_bounds(quotient(agreeing * all - by_chance * others, rest), estimator, b->units);
    to.standard_error_zero = standard_error_zero(*b);
    to.z = to.kappa.value / to.standard_error_zero;
    return to;
}

}  // namespace peersupport
