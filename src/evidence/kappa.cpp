// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/kappa.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace peersupport {
namespace evidence {

status check_weights(std::span<const std::int64_t> weights, std::size_t q) noexcept {
    if (weights.size() != q * q) return status::shape_mismatch;
    constexpr std::int64_t most = 1'000'000'000;
    if (std::ranges::any_of(weights, [](std::int64_t v) { return v < 0 || v > most; })) return status::field_value;
    for (std::size_t c = 0; c < q; ++c)
        if (weights[c * q + c] != 0) return status::field_value;
    const bool any = std::ranges::any_of(weights, [](std::int64_t v) { return v > 0; });
    return any || q == 1 ? status::ok : status::field_value;
}

namespace {

constexpr std::string_view estimator = "cohen-kappa/fleiss-cohen-everitt";

/// A joint table with its margins.
struct joint_table {
    std::span<const std::int64_t> counts;
    std::size_t q;
    std::vector<std::int64_t> rows, columns;
    std::int64_t n = 0;

    joint_table(std::span<const std::int64_t> table, std::size_t categories)
        : counts(table), q(categories), rows(categories), columns(categories) {
        for (std::size_t c = 0; c < q; ++c)
            for (std::size_t k = 0; k < q; ++k) {
                rows[c] += counts[c * q + k];
                columns[k] += counts[c * q + k];
                n += counts[c * q + k];
            }
    }
};

/// The two standard errors of Fleiss, Cohen and Everitt 1969, equations 12 and 13, from agreement weights.
struct standard_errors {
    double of_value;
    double at_zero;
};

standard_errors standard_errors_of(const joint_table& t, std::span<const std::int64_t> weights, double po, double pe) {
    const std::size_t q = t.q;
    const auto largest = static_cast<double>(std::ranges::max(weights)), n = static_cast<double>(t.n);
    const auto w = [&](std::size_t c, std::size_t k) { return 1 - static_cast<double>(weights[c * q + k]) / largest; };
    const auto share = [&](std::int64_t count) { return static_cast<double>(count) / n; };
    std::vector<double> of_row(q), of_column(q);  // mean agreement weights
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = 0; k < q; ++k) {
            of_row[c] += w(c, k) * share(t.columns[k]);
            of_column[k] += w(c, k) * share(t.rows[c]);
        }
    double value = 0, zero = 0;
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = 0; k < q; ++k) {
            const double means = of_row[c] + of_column[k];
            const double a = w(c, k) * (1 - pe) - means * (1 - po), b = w(c, k) - means;
            value += share(t.counts[c * q + k]) * a * a;
            zero += share(t.rows[c]) * share(t.columns[k]) * b * b;
        }
    const double centre = po * pe - 2 * pe + po, rest = 1 - pe;
    return {std::sqrt(std::max(value - centre * centre, 0.0) / n) / (rest * rest),
            std::sqrt(std::max(zero - pe * pe, 0.0) / n) / rest};
}

cohen_result compute(const joint_table& t, std::span<const std::int64_t> weights, double confidence) {
    cohen_result to;
    to.observed = to.expected = to.standard_error = to.standard_error_zero = to.z = not_a_number;
    if (t.n == 0) {
        to.kappa = not_given(statistic_reason::too_few_rows, estimator, 0);
        return to;
    }
    big_integer observed, expected;  // disagreement: n · Σ v N and Σ v R C, both over v n²
    for (std::size_t c = 0; c < t.q; ++c)
        for (std::size_t k = 0; k < t.q; ++k) {
            const std::int64_t v = weights[c * t.q + k];
            if (v == 0) continue;
            observed += big_integer(v) * t.counts[c * t.q + k];
            expected += big_integer(v) * (big_integer(t.rows[c]) * t.columns[k]);
        }
    observed = observed * t.n;
    if (expected.sign() == 0) {
        to.kappa = not_given(statistic_reason::no_expected_disagreement, estimator, t.n);
        return to;
    }
    const double value = quotient(expected - observed, expected);
    const big_integer all = big_integer(std::ranges::max(weights)) * (big_integer(t.n) * t.n);
    to.observed = quotient(all - observed, all);
    to.expected = quotient(all - expected, all);
    const standard_errors errors = standard_errors_of(t, weights, to.observed, to.expected);
    to.standard_error = errors.of_value;
    to.standard_error_zero = errors.at_zero;
    if (errors.at_zero > 0) to.z = value / errors.at_zero;
    const double reach = errors.of_value > 0 ? normal_quantile(0.5 + confidence / 2) * errors.of_value : not_a_number;
    to.kappa = with_bounds(value, value - reach, value + reach, estimator, t.n);
    to.kappa.min_pairs = t.n;
    return to;
}

}  // namespace
}  // namespace evidence

std::vector<std::int64_t> disagreement_weights(kappa_weights kind, std::size_t q) {
    std::vector<std::int64_t> to(q * q);
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = 0; k < q; ++k) {
            const std::int64_t apart = static_cast<std::int64_t>(c) - static_cast<std::int64_t>(k);
            const std::int64_t distance = apart < 0 ? -apart : apart;
            to[c * q + k] = kind == kappa_weights::unweighted ? distance > 0
                            : kind == kappa_weights::linear   ? distance
                                                              : apart * apart;
        }
    return to;
}

result<cohen_result> cohen_kappa(std::span<const std::int64_t> table, std::size_t q,
                                 std::span<const std::int64_t> weights, double confidence) {
    if (q == 0 || q > rating_tally::most_categories || table.size() != q * q) return error(status::shape_mismatch);
    if (!(confidence > 0 && confidence < 1)) return error(status::invalid_argument);
    if (const status s = evidence::check_weights(weights, q); s != status::ok) return error(s);
    constexpr std::int64_t most = std::int64_t{1} << 50;  // the sum of 64 × 64 of them stays below 2^62
    if (std::ranges::any_of(table, [](std::int64_t n) { return n < 0; })) return error(status::field_value);
    if (std::ranges::any_of(table, [](std::int64_t n) { return n > most; })) return error(status::too_large);
    return evidence::compute(evidence::joint_table(table, q), weights, confidence);
}

result<cohen_result> cohen_kappa(const rating_tally& of, std::size_t a, std::size_t b,
                                 std::span<const std::int64_t> weights, double confidence) {
    const std::size_t columns = of.design().columns, q = of.category_count();
    if (a == b || a >= columns || b >= columns || !of.design().pairs) return error(status::invalid_argument);
    if (a < b) return cohen_kappa(of.joint(a, b), q, weights, confidence);
    std::vector<std::int64_t> turned(q * q);
    const auto table = of.joint(b, a);
    for (std::size_t c = 0; c < q; ++c)
        for (std::size_t k = 0; k < q; ++k) turned[c * q + k] = table[k * q + c];
    return cohen_kappa(turned, q, weights, confidence);
}

}  // namespace peersupport
