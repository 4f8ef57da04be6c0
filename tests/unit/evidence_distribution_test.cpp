// SPDX-License-Identifier: Apache-2.0
#include "evidence/distribution.hpp"

#include "evidence/elementary.hpp"
#include "text/sha256.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

namespace peersupport::evidence {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void expect_near(double value, double reference, double relative = 1e-13) {
    EXPECT_NEAR(value, reference, std::fabs(reference) * relative) << reference;
}

// References with fifty digits, rounded to double.
TEST(Distribution, ReferenceValues) {
    expect_near(normal_quantile(.975), 1.95996398454005423552);
    expect_near(normal_quantile(1e-10), -6.36134090240405608);
    expect_near(normal_quantile(.5 + 1e-9), 2.50662827463100050e-9, 1e-7);
    expect_near(normal_cdf(-8), 6.22096057427178413e-16);
    expect_near(normal_tail(1.96), 0.0499957902964408661);
    expect_near(student_quantile(.975, 1), 12.7062047361747119);
    expect_near(student_quantile(.975, 2), 4.30265272974946158);
    expect_near(student_quantile(.025, 10), -2.22813885198627475);
    expect_near(f_quantile(.95, 1, 1), 161.447638797588017);
    expect_near(f_quantile(.975, 14, 126), 1.97187307465807095);
    expect_near(chi_square_quantile(.95, 1), 3.84145882069412447);
    expect_near(chi_square_quantile(.95, 2), 5.99146454710798187);
    expect_near(beta_quantile(.5, 1, 3), 0.206299474015900262);
}

TEST(Distribution, ClosedForms) {
    for (const double p : {1e-6, .01, .3, .5, .77, .999}) {
        expect_near(chi_square_quantile(p, 2), -2 * std::log1p(-p), 1e-12);
        expect_near(beta_quantile(p, 2.5, 1), std::pow(p, 1 / 2.5), 1e-12);
        if (p != .5) expect_near(student_quantile(p, 1), std::tan(3.14159265358979323846 * (p - .5)), 1e-10);
        if (p != .5) expect_near(student_quantile(p, 2), (2 * p - 1) / std::sqrt(2 * p * (1 - p)), 1e-10);
        expect_near(f_quantile(p, 2, 2), p / (1 - p), 1e-12);
    }
}

TEST(Distribution, QuantilesUndoDistributionFunctions) {
    for (const double df1 : {.5, 1.0, 3.7, 30.0, 999.0, 1e6}) {
        for (const double p : {1e-9, .025, .4, .6, .975}) {
            EXPECT_NEAR(student_cdf(student_quantile(p, df1), df1), p, p * 1e-11);
            EXPECT_NEAR(chi_square_cdf(chi_square_quantile(p, df1), df1), p, p * 1e-9);
            for (const double df2 : {1.0, 14.5, 5000.0}) {
                EXPECT_NEAR(f_cdf(f_quantile(p, df1, df2), df1, df2), p, p * 1e-9);
                if (p > 1e-3) expect_near(f_quantile(p, df1, df2) * f_quantile(1 - p, df2, df1), 1, 1e-10);
            }
        }
    }
}

TEST(Distribution, OutsideItsDomainItSaysNaNOrTheEnd) {
    for (const double p : {-.1, 1.1, std::nan("")}) {
        EXPECT_TRUE(std::isnan(normal_quantile(p)));
        EXPECT_TRUE(std::isnan(student_quantile(p, 5)));
        EXPECT_TRUE(std::isnan(f_quantile(p, 5, 5)));
        EXPECT_TRUE(std::isnan(chi_square_quantile(p, 5)));
        EXPECT_TRUE(std::isnan(beta_quantile(p, 5, 5)));
    }
    for (const double df : {0.0, -1.0, infinity, std::nan("")}) {
        EXPECT_TRUE(std::isnan(student_quantile(.5, df)) && std::isnan(student_tail(1, df)));
        EXPECT_TRUE(std::isnan(f_quantile(.5, df, 1)) && std::isnan(f_cdf(1, 1, df)));
        EXPECT_TRUE(std::isnan(chi_square_quantile(.5, df)) && std::isnan(beta_quantile(.5, df, 1)));
    }
    EXPECT_EQ(normal_quantile(0), -infinity);
    EXPECT_EQ(f_quantile(1, 2, 3), infinity);
    EXPECT_EQ(beta_quantile(0, 2, 3), 0);
    EXPECT_EQ(student_tail(infinity, 3), 0);
    EXPECT_EQ(f_cdf(infinity, 3, 3), 1);
}

TEST(Elementary, WithinAFewUnitsOfTheCLibrary) {
    for (double x = -40; x < 40; x += .37) {
        expect_near(exponential(x), std::exp(x), 5e-16);
        expect_near(exponential_minus_1(x), std::expm1(x), 1e-15);
        expect_near(error_function(x / 8), std::erf(x / 8), 1e-15);
        expect_near(error_function_complement(x / 8), std::erfc(x / 8), 1e-14);
    }
    for (double x = 1e-300; x < 1e300; x *= 7.3) {
        expect_near(logarithm(x), std::log(x), 4e-16);
        expect_near(logarithm_of_1_plus(x), std::log1p(x), 5e-16);
    }
    for (double x = 1e-4; x < 1e6; x *= 1.31)
        EXPECT_NEAR(log_gamma(x), std::lgamma(x), 1e-14 * std::max(1.0, std::fabs(std::lgamma(x))));
    EXPECT_EQ(exponential(-800), 0);
    EXPECT_EQ(exponential(800), infinity);
    EXPECT_EQ(logarithm(0), -infinity);
    EXPECT_TRUE(std::isnan(logarithm(-1)));
}

// The same bits from every compiler, at every level of optimization, on every platform.
TEST(Distribution, BitsArePinned) {
    std::string bits;
    const auto take = [&](double v) {
        const auto word = std::bit_cast<std::uint64_t>(v);
        for (int b = 0; b < 8; ++b) bits.push_back(static_cast<char>(word >> (8 * b) & 255));
    };
    for (const double p : {1e-10, .001, .025, .3, .49, .7, .975, .9995}) {
        take(normal_quantile(p));
        for (const double df : {.5, 3.0, 17.3, 999.0}) {
            take(student_quantile(p, df));
            take(chi_square_quantile(p, df));
            take(f_quantile(p, df, 14));
            take(f_quantile(p, 5.5, df));
            take(beta_quantile(p, df, 2.5));
        }
    }
    for (double x = .05; x < 30; x *= 1.9) {
        take(exponential(-x)), take(logarithm(x)), take(logarithm_of_1_plus(x)), take(exponential_minus_1(x));
        take(error_function(x)), take(error_function_complement(x)), take(log_gamma(x)), take(student_tail(x, 7.5));
    }
    EXPECT_EQ(bits.size() / 8, 248u);
    EXPECT_EQ(sha256(bits), "3865ac057430ced0aeb382e13a16a5fd9087f1d58fca1522d23312381996c414");
}

}  // namespace
}  // namespace peersupport::evidence
