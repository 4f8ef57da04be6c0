// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/krippendorff.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/wide.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::array<std::string_view, 4> estimators{"krippendorff-alpha-nominal", "krippendorff-alpha-ordinal",
                                                     "krippendorff-alpha-interval", "krippendorff-alpha-ratio"};

/// Ratings of units with two or more: the coincidences, times `multiple`, and how often each category was used.
struct coincidence {
    std::vector<big_integer> of_pair;  // place_of_pair(c, k)
    std::vector<std::int64_t> of_category;
    big_integer multiple = 1;
    std::int64_t ratings = 0;
    std::int64_t units = 0;
};

coincidence coincidence_of(const rating_tally& of) {
    const std::size_t q = of.category_count();
    coincidence to{std::vector<big_integer>(q * (q + 1) / 2), std::vector<std::int64_t>(q)};
    const auto pairable = [](const rating_block& b) { return b.ratings > 1; };
    for (const rating_block& b : of.blocks())
        if (pairable(b)) to.multiple = common_multiple(to.multiple, static_cast<std::uint64_t>(b.ratings - 1));
    for (const rating_block& b : of.blocks()) {
        if (!pairable(b)) continue;
        const big_integer each = to.multiple.over(static_cast<std::uint64_t>(b.ratings - 1));
        for (std::size_t i = 0; i < b.pairs.size(); ++i)
            if (b.pairs[i] != 0) to.of_pair[i] += each * b.pairs[i];
        for (std::size_t c = 0; c < q; ++c) to.of_category[c] += b.counts[c];
        to.ratings += b.units * b.ratings;
        to.units += b.units;
    }
    return to;
}

/// Squared distances of categories in whole numbers, over one denominator.
class distance {
public:
    distance(const rating_tally& of, const coincidence& o, measurement_level level)
        : categories_(of.design().categories), counts_(o.of_category), level_(level), before_(counts_.size() + 1) {
        for (std::size_t c = 0; c < counts_.size(); ++c) before_[c + 1] = before_[c] + counts_[c];
        if (level == measurement_level::ordinal) denominator_ = 4;
        if (level == measurement_level::interval)
            denominator_ = big_integer(of.design().denominator) * of.design().denominator;
        if (level == measurement_level::ratio) {
            for_each_pair([&](std::size_t c, std::size_t k) { sums_ = common_multiple(sums_, sum(c, k)); });
            denominator_ = sums_ * sums_;
        }
    }

    [[nodiscard]] const big_integer& denominator() const noexcept { return denominator_; }
    [[nodiscard]] big_integer operator()(std::size_t c, std::size_t k) const noexcept {
        big_integer apart = 1;
        if (level_ == measurement_level::ordinal) apart = 2 * (before_[k + 1] - before_[c]) - counts_[c] - counts_[k];
        if (level_ >= measurement_level::interval) apart = categories_[k] - categories_[c];
        if (level_ == measurement_level::ratio) apart = apart * sums_.over(sum(c, k));
        return apart * apart;
    }
    /// The ratio distance as a double, where the whole numbers would be too long.
    [[nodiscard]] double approximate(std::size_t c, std::size_t k) const noexcept {
        const double apart = static_cast<double>(categories_[k] - categories_[c]) / static_cast<double>(sum(c, k));
        return apart * apart;
    }
    /// Calls `use(c, k)` for the pairs c < k of categories that occur.
    template <class Use>
    void for_each_pair(Use use) const {
        for (std::size_t c = 0; c < counts_.size(); ++c)
            for (std::size_t k = c + 1; k < counts_.size() && counts_[c] > 0; ++k)
                if (counts_[k] > 0) use(c, k);
    }

private:
    [[nodiscard]] std::uint64_t sum(std::size_t c, std::size_t k) const noexcept {
        return static_cast<std::uint64_t>(categories_[c] + categories_[k]);
    }

    std::span<const std::int64_t> categories_, counts_;
    measurement_level level_;
    std::vector<std::int64_t> before_;  // ratings in lower categories
    big_integer sums_ = 1;              // a multiple of every sum of two categories
    big_integer denominator_ = 1;
};

/// α = 1 − (n − 1) · within / (multiple · between), with Σ over pairs c < k of o·δ and of n_c·n_k·δ.
void finish(krippendorff_result& to, const big_integer& within, const big_integer& between, const big_integer& multiple,
            const big_integer& denominator, std::string_view estimator) {
    const big_integer n = to.pairable;
    if (between.sign() == 0 && !between.overflowed()) {
        to.observed_disagreement = to.expected_disagreement = 0;
        to.alpha = not_given(statistic_reason::no_expected_disagreement, estimator, to.alpha.n);
        return;
    }
    const big_integer whole = multiple * between;
    to.observed_disagreement = quotient(2 * within, n * multiple * denominator);
    to.expected_disagreement = quotient(2 * between, n * (n - 1) * denominator);
    to.alpha = without_bounds(quotient(whole - (n - 1) * within, whole), estimator, to.alpha.n);
}

void finish_in_doubles(krippendorff_result& to, const rating_tally& of, const coincidence& o, const distance& d,
                       std::string_view estimator) {
    double within = 0, between = 0;
    d.for_each_pair([&](std::size_t c, std::size_t k) {
        const double apart = d.approximate(c, k);
        within += quotient(o.of_pair[of.place_of_pair(c, k)], o.multiple) * apart;
        between += static_cast<double>(o.of_category[c]) * static_cast<double>(o.of_category[k]) * apart;
    });
    const auto n = static_cast<double>(o.ratings);
    to.observed_disagreement = 2 * within / n;
    to.expected_disagreement = 2 * between / (n * (n - 1));
    to.alpha = without_bounds(1 - to.observed_disagreement / to.expected_disagreement, estimator, o.units);
}

krippendorff_result nothing(std::string_view estimator, statistic_reason why, std::int64_t units) {
    return {not_given(why, estimator, units), not_a_number, not_a_number, 0};
}

}  // namespace
}  // namespace evidence

krippendorff_result krippendorff_alpha(const rating_tally& of, measurement_level level) {
    using namespace evidence;
    const std::string_view estimator = estimators[static_cast<std::size_t>(level)];
    const coincidence o = coincidence_of(of);
    if (o.units == 0) return nothing(estimator, statistic_reason::too_few_rows, 0);
    if (level == measurement_level::ratio && of.design().categories.front() < 0)
        return nothing(estimator, statistic_reason::not_identified, o.units);
    krippendorff_result to = nothing(estimator, statistic_reason::computed, o.units);
    to.pairable = o.ratings;
    const distance d(of, o, level);
    big_integer within, between;
    d.for_each_pair([&](std::size_t c, std::size_t k) {
        const big_integer apart = d(c, k);
        within += o.of_pair[of.place_of_pair(c, k)] * apart;
        between += big_integer(o.of_category[c]) * o.of_category[k] * apart;
    });
    finish(to, within, between, o.multiple, d.denominator(), estimator);
    if (level == measurement_level::ratio && to.alpha.why == statistic_reason::too_large)
        finish_in_doubles(to, of, o, d, estimator);
    return to;
}

krippendorff_result krippendorff_alpha(const intraclass_sums& of) {
    using namespace evidence;
    const std::string_view estimator = estimators[static_cast<std::size_t>(measurement_level::interval)];
    krippendorff_result to = nothing(estimator, statistic_reason::too_few_rows, 0);
    big_integer multiple = 1, sum, squares, within;
    for (const intraclass_block& b : of.blocks())
        if (b.ratings > 1) multiple = common_multiple(multiple, static_cast<std::uint64_t>(b.ratings - 1));
    for (const intraclass_block& b : of.blocks()) {
        if (b.ratings < 2) continue;
        sum += whole(b.sum);
        squares += whole(b.squares);
        within += (whole(b.squares) * b.ratings - whole(b.squared_totals)) *
                  multiple.over(static_cast<std::uint64_t>(b.ratings - 1));
        to.pairable += b.units * b.ratings;
        to.alpha.n += b.units;
    }
    if (to.pairable == 0) return to;
    // Σ over pairs c < k of n_c n_k (c − k)² is n Σ x² − (Σ x)²; within a unit the same with m.
    finish(to, within, squares * to.pairable - sum * sum, multiple, 1, estimator);
    return to;
}

}  // namespace peersupport
