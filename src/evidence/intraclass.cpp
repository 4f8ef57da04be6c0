// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/intraclass.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/distribution.hpp"
#include "evidence/wide.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::array<std::string_view, 6> estimators{"icc-1,1/f", "icc-2,1/f", "icc-3,1/f",
                                                     "icc-1,k/f", "icc-2,k/f", "icc-3,k/f"};
constexpr std::string_view approximate_single = "icc-1,1/f-approximate", approximate_mean = "icc-1,k/f-approximate";

constexpr bool of_mean(intraclass_form f) noexcept { return f >= intraclass_form::one_mean; }

intraclass_result nothing(statistic_reason why, std::string_view estimator, std::int64_t units) {
    intraclass_result to;
    to.icc = not_given(why, estimator, units);
    to.mean_square_units = to.mean_square_raters = to.mean_square_error = to.raters = to.f = to.p = not_a_number;
    return to;
}

struct f_bounds {
    double low;
    double high;
};

/// F and its p.
void test(intraclass_result& to, double df1, double df2) noexcept {
    to.degrees_of_freedom[0] = df1;
    to.degrees_of_freedom[1] = df2;
    to.f = to.mean_square_error > 0 ? to.mean_square_units / to.mean_square_error
                                    : std::numeric_limits<double>::infinity();
    to.p = to.mean_square_error > 0 ? f_tail(to.f, df1, df2) : 0;
}

/// F / F(1 − α/2; df1, df2) and F · F(1 − α/2; df2, df1).
f_bounds quotients(const intraclass_result& of, double confidence) noexcept {
    if (!(of.mean_square_error > 0)) return {not_a_number, not_a_number};
    const double p = 0.5 + confidence / 2, df1 = of.degrees_of_freedom[0], df2 = of.degrees_of_freedom[1];
    return {of.f / f_quantile(p, df1, df2), of.f * f_quantile(p, df2, df1)};
}

/// What is left of a value and its two bounds: a denominator that is not above 0 has no intraclass correlation.
void give(intraclass_result& to, const big_integer& numerator, const big_integer& denominator, double low, double high,
          std::string_view estimator, std::int64_t units) {
    if (denominator.sign() <= 0 && !denominator.overflowed())
        to.icc = not_given(statistic_reason::not_identified, estimator, units);
    else to.icc = with_bounds(quotient(numerator, denominator), low, high, estimator, units);
}

/// Forms 1: units of any size.
intraclass_result one_way(const intraclass_sums& of, intraclass_form form, double confidence, group_size size) {
    std::string_view estimator = estimators[static_cast<std::size_t>(form)];
    std::int64_t units = 0;
    big_integer ratings, sum, squares, sizes, multiple = 1, totals;
    for (const intraclass_block& b : of.blocks())
        multiple = common_multiple(multiple, static_cast<std::uint64_t>(b.ratings));
    for (const intraclass_block& b : of.blocks()) {
        units += b.units;
        ratings += big_integer(b.units) * b.ratings;
        sizes += big_integer(b.units) * b.ratings * b.ratings;
        sum += whole(b.sum);
        squares += whole(b.squares);
        totals += whole(b.squared_totals) * multiple.over(static_cast<std::uint64_t>(b.ratings));
    }
    if (units < 2) return nothing(statistic_reason::too_few_rows, estimator, units);
    const big_integer within_df = ratings - units, between_df = units - 1;
    if (within_df.sign() == 0) return nothing(statistic_reason::too_few_columns, estimator, units);
    if (of.blocks().size() > 1) estimator = of_mean(form) ? approximate_mean : approximate_single;
    // Sums of squares times multiple · N; then mean squares over one denominator.
    const big_integer between = ratings * totals - multiple * sum * sum,
                      within = ratings * (multiple * squares - totals);
    const big_integer b = between * within_df, w = within * between_df;
    const big_integer scale = multiple * ratings * within_df * between_df;
    intraclass_result to = nothing(statistic_reason::computed, estimator, units);
    to.mean_square_units = quotient(b, scale);
    to.mean_square_error = quotient(w, scale);
    if (b.sign() == 0 && w.sign() == 0 && !scale.overflowed())
        return nothing(statistic_reason::no_variance, estimator, units);
    // k as a fraction
    const big_integer k = size == group_size::anova ? ratings * ratings - sizes : ratings;
    const big_integer k_of = size == group_size::anova ? ratings * between_df : big_integer(units);
    to.raters = quotient(k, k_of);
    test(to, static_cast<double>(units - 1), quotient(within_df, 1));
    const f_bounds f = quotients(to, confidence);
    if (of_mean(form)) give(to, b - w, b, 1 - 1 / f.low, 1 - 1 / f.high, estimator, units);
    else
        give(to, (b - w) * k_of, b * k_of + (k - k_of) * w, (f.low - 1) / (f.low + to.raters - 1),
             (f.high - 1) / (f.high + to.raters - 1), estimator, units);
    return to;
}

/// Mean squares of a complete table over one denominator.
struct two_way_squares {
    std::int64_t n, k;
    big_integer units, raters, error;
};

/// Shrout and Fleiss 1979, p. 424; McGraw and Wong 1996, table 7: agreement of single ratings, with Satterthwaite's
/// degrees of freedom.
f_bounds agreement_bounds(const intraclass_result& r, double value, double n, double k, double confidence) noexcept {
    const double units = r.mean_square_units, raters = r.mean_square_raters, error = r.mean_square_error;
    const double a = k * value / (n * (1 - value)), b = 1 + k * value * (n - 1) / (n * (1 - value));
    const double x = a * raters, y = b * error;
    const double df = (x + y) * (x + y) / (x * x / (k - 1) + y * y / ((n - 1) * (k - 1)));
    const double p = 0.5 + confidence / 2, rest = (k * n - k - n) * error + k * raters;
    const double lower = f_quantile(p, n - 1, df), upper = f_quantile(p, df, n - 1);
    return {n * (units - lower * error) / (lower * rest + n * units),
            n * (upper * units - error) / (rest + n * upper * units)};
}

void give_two_way(intraclass_result& to, const two_way_squares& s, intraclass_form form, double confidence,
                  std::string_view estimator) {
    const auto n = static_cast<double>(s.n), k = static_cast<double>(s.k);
    test(to, n - 1, (n - 1) * (k - 1));
    const big_integer above = s.units - s.error, &b = s.units, &j = s.raters, &e = s.error;
    if (form == intraclass_form::three_mean || form == intraclass_form::three_single) {
        const f_bounds f = quotients(to, confidence);
        if (form == intraclass_form::three_mean)
            return give(to, above, b, 1 - 1 / f.low, 1 - 1 / f.high, estimator, s.n);
        return give(to, above, b + (s.k - 1) * e, (f.low - 1) / (f.low + k - 1), (f.high - 1) / (f.high + k - 1),
                    estimator, s.n);
    }
    const big_integer single_of = s.n * (b + (s.k - 1) * e) + s.k * (j - e);
    const double single = quotient(s.n * above, single_of);
    f_bounds bounds{not_a_number, not_a_number};
    if (single < 1 && single_of.sign() > 0) bounds = agreement_bounds(to, single, n, k, confidence);
    if (form == intraclass_form::two_single)
        return give(to, s.n * above, single_of, bounds.low, bounds.high, estimator, s.n);
    const auto of_k = [&](double r) { return k * r / (1 + (k - 1) * r); };
    give(to, s.n * above, s.n * b + j - e, of_k(bounds.low), of_k(bounds.high), estimator, s.n);
}

/// Forms 2 and 3: complete units only.
intraclass_result two_way(const intraclass_sums& of, intraclass_form form, double confidence,
                          incomplete_units incomplete) {
    const std::string_view estimator = estimators[static_cast<std::size_t>(form)];
    const auto columns = static_cast<std::int64_t>(of.columns());
    const auto block = std::ranges::find(of.blocks(), columns, &intraclass_block::ratings);
    const std::int64_t n = block == of.blocks().end() ? 0 : block->units, k = columns;
    const bool gaps = of.blocks().size() > (block == of.blocks().end() ? 0U : 1U);
    if (k == 0 || (gaps && incomplete == incomplete_units::refuse))
        return nothing(statistic_reason::unbalanced, estimator, n);
    if (n < 2) return nothing(statistic_reason::too_few_rows, estimator, n);
    if (k < 2) return nothing(statistic_reason::too_few_columns, estimator, n);
    const big_integer sum = whole(block->sum), correction = sum * sum;  // all sums of squares times nk
    big_integer columns_squared;
    for (const wide_sum& total : of.column_totals()) columns_squared += whole(total) * whole(total);
    const big_integer units = n * whole(block->squared_totals) - correction, raters = k * columns_squared - correction;
    const big_integer error = big_integer(n) * k * whole(block->squares) - correction - units - raters;
    const big_integer scale = big_integer(n) * k * (n - 1) * (k - 1);
    const two_way_squares s{n, k, units * (k - 1), raters * (n - 1), error};
    if (s.units.sign() == 0 && s.raters.sign() == 0 && s.error.sign() == 0 && !s.error.overflowed())
        return nothing(statistic_reason::no_variance, estimator, n);
    intraclass_result to = nothing(statistic_reason::computed, estimator, n);
    to.mean_square_units = quotient(s.units, scale);
    to.mean_square_raters = quotient(s.raters, scale);
    to.mean_square_error = quotient(s.error, scale);
    to.raters = static_cast<double>(k);
    give_two_way(to, s, form, confidence, estimator);
    return to;
}

}  // namespace
}  // namespace evidence

intraclass_result intraclass_correlation(const intraclass_sums& of, intraclass_form form, double confidence,
                                         incomplete_units incomplete, group_size size) {
    if (form == intraclass_form::one_single || form == intraclass_form::one_mean)
        return evidence::one_way(of, form, confidence, size);
    return evidence::two_way(of, form, confidence, incomplete);
}

}  // namespace peersupport
