// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/bootstrap.hpp"

#include "evidence/distribution.hpp"
#include "evidence/philox.hpp"
#include "peersupport/evidence/bootstrap_replicates.hpp"
#include "peersupport/evidence/reliability.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace peersupport {
namespace {

using column = std::vector<std::int64_t>;

resampling made(bootstrap_statistic what, const std::vector<column>& columns, std::vector<std::uint32_t> unit = {},
                double scale = 1) {
    std::vector<whole_column> to;
    for (const column& c : columns) to.push_back({c.data(), 1, nullptr});
    const std::size_t units = unit.empty() ? 0 : *std::ranges::max_element(unit) + std::size_t{1};
    auto r = resampling::of(what, to, columns.front().size(), scale, unit, units);
    EXPECT_TRUE(r);
    return *r;
}

std::vector<double> replicates(const resampling& of, bootstrap_weights how, std::size_t count, std::uint64_t seed = 1) {
    std::vector<double> values(count);
    of.replicate(how, seed, 0, values);
    return values;
}

std::vector<double> jackknife(const resampling& of) {
    std::vector<double> values(of.units());
    of.leave_out(0, values);
    return values;
}

#define EXPECT_PRINTED(value, printed, digits) EXPECT_NEAR(value, printed, 0.5 * std::pow(10.0, -(digits)) * 1.0001)

// O-15 and trap 7: every one of the 5⁵ resamples, so that nothing is random.
TEST(Bootstrap, BcaOfFiveNumbersWithBothTieRules) {
    const resampling of = made(bootstrap_statistic::mean, {{2, 4, 4, 5, 9}});
    ASSERT_EQ(of.exhaustive_count(), 3125u);
    const auto values = replicates(of, bootstrap_weights::exhaustive, 3125);
    EXPECT_DOUBLE_EQ(of.value(), 4.8);
    EXPECT_EQ(std::ranges::count_if(values, [](double v) { return v < 4.8; }), 1508);  // .48256
    EXPECT_EQ(std::ranges::count(values, 4.8), 260);                                   // .0832
    const auto strict = bca_interval(of.value(), values, jackknife(of), .95, bootstrap_ties::strict);
    EXPECT_PRINTED(strict.acceleration, .06140976051, 11);
    EXPECT_PRINTED(strict.bias, -.04372953024, 11);
    EXPECT_PRINTED(strict.low_level, .03378312256, 11);
    EXPECT_PRINTED(strict.high_level, .9833344782, 10);
    EXPECT_NEAR(strict.estimate.low, 3.2, 1e-12);
    EXPECT_NEAR(strict.estimate.high, 7.2, 1e-12);
    const auto half = bca_interval(of.value(), values, jackknife(of), .95, bootstrap_ties::half);
    EXPECT_PRINTED(half.bias, .0605972044, 10);
    EXPECT_PRINTED(half.low_level, .05046419087, 11);
    EXPECT_PRINTED(half.high_level, .9910429852, 10);
    EXPECT_NEAR(half.estimate.low, 3.2, 1e-12);
    EXPECT_NEAR(half.estimate.high, 7.4, 1e-12);
    const auto percentile = percentile_interval(of.value(), values, 5);
    EXPECT_NEAR(percentile.estimate.low, 3.0, 1e-12);
    EXPECT_NEAR(percentile.estimate.high, 7.0, 1e-12);
}

TEST(Bootstrap, SpatialTestOfEfronAndTibshirani) {
    const resampling of =
        made(bootstrap_statistic::plug_in_variance,
             {{48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41}});
    EXPECT_PRINTED(of.value(), 171.5340237, 7);
    const auto b = bca_interval(of.value(), replicates(of, bootstrap_weights::multinomial, 20000), jackknife(of), .9);
    EXPECT_PRINTED(b.acceleration, .06124011981, 11);
    EXPECT_NEAR(b.bias, .177, .03);
    EXPECT_NEAR(b.estimate.low, 115.6, 3);
    EXPECT_NEAR(b.estimate.high, 260.9, 3);
    const auto p = percentile_interval(of.value(), replicates(of, bootstrap_weights::multinomial, 20000), 26, .9);
    EXPECT_NEAR(p.estimate.low, 97.9, 3);
    EXPECT_NEAR(p.estimate.high, 235.2, 3);
    EXPECT_NEAR(p.se, 41.8, 1);
}

TEST(Bootstrap, LawSchool) {
    // LSAT and GPA·100 of fifteen schools (Efron 1982).
    const resampling of = made(bootstrap_statistic::correlation,
                               {{576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594},
                                {339, 330, 281, 303, 344, 307, 300, 343, 336, 313, 312, 274, 276, 288, 296}});
    EXPECT_PRINTED(of.value(), .7763744913, 10);
    const auto left_out = jackknife(of);
    const auto b = bca_interval(of.value(), replicates(of, bootstrap_weights::multinomial, 20000), left_out);
    EXPECT_PRINTED(b.acceleration, -.07567156494, 11);
    double mean = 0, squares = 0;
    for (const double v : left_out) mean += v / 15;
    for (const double v : left_out) squares += (v - mean) * (v - mean);
    EXPECT_PRINTED(std::sqrt(squares * 14 / 15), .1425186186, 10);
    EXPECT_NEAR(b.estimate.low, .316, .03);
    EXPECT_NEAR(b.estimate.high, .941, .01);
}

struct bytes_case {
    std::vector<std::uint8_t> bytes;
    std::vector<std::int64_t> value;
    std::vector<std::uint8_t> there;
    std::size_t rows, columns;
};

bytes_case random_case(std::size_t rows, std::size_t columns, std::uint32_t gap, std::uint32_t most = 5) {
    bytes_case to{
        {}, std::vector<std::int64_t>(rows * columns), std::vector<std::uint8_t>(rows * columns), rows, columns};
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint32_t common = evidence::philox({static_cast<std::uint32_t>(r), 0, 1, 2}, 5)[0] % most;
        for (std::size_t c = 0; c < columns; ++c) {
            const auto u = evidence::philox({static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(c), 0, 0}, 5);
            const bool there = gap == 0 || u[0] % gap != 0;
            const std::uint32_t v = there ? 1 + (common + u[1] % most) / 2 : 0;
            to.bytes.push_back(static_cast<std::uint8_t>(v));
            to.value[c * rows + r] = v;
            to.there[c * rows + r] = there;
        }
    }
    return to;
}

// The fast way and the general one are the same function, to the bit.
TEST(Bootstrap, BytesAndWholeNumbersGiveTheSameBits) {
    byte_points points;
    points.points.fill(byte_points::missing);
    for (std::uint8_t v = 1; v <= 31; ++v) points.points[v] = v;
    for (const auto what : {bootstrap_statistic::alpha_listwise, bootstrap_statistic::alpha_pairwise}) {
        for (const std::uint32_t most : {5u, 31u}) {
            for (const std::uint32_t gap : {0u, 14u}) {
                const bytes_case of = random_case(211, 7, gap, most);
                std::vector<whole_column> columns;
                for (std::size_t c = 0; c < of.columns; ++c)
                    columns.push_back({of.value.data() + c * of.rows, 1, of.there.data() + c * of.rows});
                const auto slow = resampling::of(what, columns, of.rows, 1, {}, 0);
                const auto fast = resampling::of(
                    what, byte_matrix{of.bytes.data(), of.rows, static_cast<std::ptrdiff_t>(of.columns), 1}, of.columns,
                    {&points, 1});
                ASSERT_TRUE(slow && fast);
                EXPECT_EQ(slow->value(), fast->value());
                EXPECT_EQ(replicates(*slow, bootstrap_weights::multinomial, 50),
                          replicates(*fast, bootstrap_weights::multinomial, 50));
                EXPECT_EQ(jackknife(*slow), jackknife(*fast));
                gram g(of.columns);
                ASSERT_EQ(g.add(columns, of.rows), status::ok);
                const auto missing =
                    what == bootstrap_statistic::alpha_pairwise ? missing_rows::pairwise : missing_rows::listwise;
                EXPECT_NEAR(cronbach_alpha(covariance_matrix::of(g, missing)).value, fast->value(), 1e-13);
            }
        }
    }
}

TEST(Bootstrap, PartsOfTheReplicatesAreTheSameWherever) {
    const resampling of = made(bootstrap_statistic::mean, {{1, 5, 2, 8, 13, 2, 4}});
    const auto whole = replicates(of, bootstrap_weights::multinomial, 100);
    std::vector<double> part(37);
    of.replicate(bootstrap_weights::multinomial, 1, 41, part);
    EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + 41));
    EXPECT_NE(replicates(of, bootstrap_weights::multinomial, 100, 2), whole);
}

TEST(Bootstrap, ClustersAreDrawnWhole) {
    // Two units that do not vary inside: every mean is 1, 2 or 1.5.
    const resampling of = made(bootstrap_statistic::mean, {{1, 1, 1, 2, 2, 2}}, {0, 0, 0, 1, 1, 1});
    EXPECT_EQ(of.units(), 2u);
    for (const double v : replicates(of, bootstrap_weights::multinomial, 200))
        EXPECT_TRUE(v == 1 || v == 2 || v == 1.5);
    EXPECT_EQ(jackknife(of), (std::vector<double>{2, 1}));
}

TEST(Bootstrap, DegenerateInputHasAReason) {
    const resampling same = made(bootstrap_statistic::mean, {{3, 3, 3, 3}});
    const auto p = percentile_interval(same.value(), replicates(same, bootstrap_weights::multinomial, 100), 4);
    EXPECT_EQ(p.estimate.why, statistic_reason::no_bound);
    EXPECT_EQ(p.estimate.value, 3);
    const resampling flat = made(bootstrap_statistic::correlation, {{1, 2, 3}, {4, 4, 4}});
    const auto c = percentile_interval(flat.value(), replicates(flat, bootstrap_weights::multinomial, 100), 3);
    EXPECT_EQ(c.estimate.why, statistic_reason::no_variance);
    EXPECT_TRUE(std::isnan(c.estimate.value));
    EXPECT_EQ(percentile_interval(3, {}, 4).estimate.why, statistic_reason::no_bound);
    const std::vector<double> above{1, 2, 3}, jack{1, 2, 3};
    EXPECT_EQ(bca_interval(0, above, jack).estimate.why, statistic_reason::no_bound);
    const std::int64_t one = 1;
    const whole_column c1{&one, 1, nullptr};
    EXPECT_FALSE(resampling::of(bootstrap_statistic::correlation, {&c1, 1}, 1, 1, {}, 0));
    const std::uint32_t outside = 5;
    EXPECT_FALSE(resampling::of(bootstrap_statistic::mean, {&c1, 1}, 1, 1, {&outside, 1}, 5));
    const std::int64_t huge = INT64_MAX;
    const whole_column c2{&huge, 1, nullptr};
    EXPECT_FALSE(resampling::of(bootstrap_statistic::mean, {&c2, 1}, 1, 1, {}, 0));
}

// ---- mergeable replicates

TEST(BootstrapReplicates, WeightsAreFixedByTheirLimits) {
    std::vector<std::int64_t> seen(10);
    for (std::uint64_t unit = 0; unit < 20000; ++unit) ++seen[poisson_weight(7, 3, unit)];
    EXPECT_NEAR(static_cast<double>(seen[0]) / 20000, .3679, .015);
    EXPECT_NEAR(static_cast<double>(seen[1]) / 20000, .3679, .015);
    EXPECT_NEAR(static_cast<double>(seen[2]) / 20000, .1839, .015);
    EXPECT_EQ(poisson_weight(7, 3, 11), poisson_weight(7, 3, 11));
}

TEST(BootstrapReplicates, WhateverThePartitionTheStateAndTheIntervalAreTheSame) {
    const bytes_case of = random_case(120, 4, 9);
    std::vector<std::uint64_t> unit;
    for (std::size_t r = 0; r < of.rows; ++r) unit.push_back(0x9E3779B97F4A7C15ull * (r / 2 + 1));
    const replicates_design design{bootstrap_statistic::alpha_pairwise, 4, 201, 42, 1};
    const auto part = [&](std::size_t first, std::size_t last) {
        auto r = *bootstrap_replicates::make(design);
        std::vector<whole_column> columns;
        for (std::size_t c = 0; c < 4; ++c)
            columns.push_back({of.value.data() + c * of.rows + first, 1, of.there.data() + c * of.rows + first});
        EXPECT_EQ(r.add(columns, last - first, std::span(unit).subspan(first, last - first)), status::ok);
        return r;
    };
    const auto whole = part(0, 120);
    auto left = part(0, 1), right = part(77, 120);
    ASSERT_EQ(right.merge(part(1, 77)), status::ok);
    ASSERT_EQ(right.merge(left), status::ok);
    EXPECT_EQ(whole, right);
    EXPECT_EQ(whole.to_bytes(), right.to_bytes());
    const auto a = whole.interval(), b = right.interval();
    EXPECT_EQ(a.estimate.low, b.estimate.low);
    EXPECT_EQ(a.estimate.why, statistic_reason::computed);
    EXPECT_LT(a.estimate.low, a.estimate.value);
    EXPECT_GT(a.estimate.high, a.estimate.value);
    auto identity = *bootstrap_replicates::make(design);
    ASSERT_EQ(identity.merge(whole), status::ok);
    EXPECT_EQ(identity, whole);
    auto other = design;
    other.seed = 43;
    EXPECT_EQ(identity.merge(*bootstrap_replicates::make(other)), status::shape_mismatch);
}

TEST(BootstrapReplicates, BytesComeBackAndHostileOnesAreRefused) {
    auto of = *bootstrap_replicates::make({bootstrap_statistic::mean, 1, 5, 9, 10});
    const column values{-15, 20, 30};
    const std::uint64_t unit[] = {1, 2, 3};
    const whole_column c{values.data(), 1, nullptr};
    ASSERT_EQ(of.add({&c, 1}, 3, unit), status::ok);
    const std::string bytes = of.to_bytes();
    const auto back = bootstrap_replicates::from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, of);
    EXPECT_NEAR(back->value(), 3.5 / 3, 1e-15);
    for (std::size_t n = 0; n < bytes.size(); ++n)
        EXPECT_FALSE(bootstrap_replicates::from_bytes(std::string_view(bytes).substr(0, n))) << n;
    EXPECT_FALSE(bootstrap_replicates::from_bytes(bytes + "x"));
    std::string huge = bytes;
    for (std::size_t at = 12; at < 20; ++at) huge[at] = '\xff';
    EXPECT_FALSE(bootstrap_replicates::from_bytes(huge));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x80);
        const auto r = bootstrap_replicates::from_bytes(flipped);
        if (r) {
            auto sum = *r;
            (void)sum.merge(*r);
            EXPECT_EQ(bootstrap_replicates::from_bytes(sum.to_bytes()).has_value(), true);
        }
    }
}

}  // namespace
}  // namespace peersupport
