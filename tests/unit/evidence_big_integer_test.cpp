// SPDX-License-Identifier: Apache-2.0
#include "evidence/big_integer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace peersupport::evidence {
namespace {

TEST(BigInteger, DividesExactlyWhereTheQuotientIsWhole) {
    big_integer product = 1;
    for (int i = 1; i <= 200; ++i) product = product * i;
    big_integer rest = product;
    for (std::uint64_t i = 200; i > 1; --i) {
        EXPECT_EQ(rest.modulo(i), 0U);
        rest = rest.over(i);
    }
    EXPECT_EQ(quotient(rest, 1), 1);
    EXPECT_EQ(quotient(product, product), 1);
    EXPECT_EQ(quotient(big_integer(0) - product, product + product), -0.5);
}

TEST(BigInteger, RoundsTiesToEven) {
    constexpr std::int64_t two_53 = std::int64_t{1} << 53;
    EXPECT_EQ(quotient(two_53 + 1, 1), static_cast<double>(two_53));
    EXPECT_EQ(quotient(two_53 + 3, 1), static_cast<double>(two_53 + 4));
    EXPECT_EQ(quotient(big_integer(two_53 + 1) * 4 + 1, 4), static_cast<double>(two_53 + 2));
    EXPECT_EQ(quotient(big_integer(two_53 + 1) * 4 - 1, 4), static_cast<double>(two_53));
    EXPECT_EQ(quotient(INT64_MAX, 1), 9223372036854775808.0);
    EXPECT_EQ(quotient(INT64_MIN, 1), -9223372036854775808.0);
}

TEST(BigInteger, AgreesWithTheProcessorOnSmallFractions) {
    for (std::int64_t a = -40; a <= 40; ++a)
        for (std::int64_t b = 1; b <= 99; ++b) {
            EXPECT_EQ(quotient(a, b), static_cast<double>(a) / static_cast<double>(b));
            EXPECT_EQ((big_integer(a) - b).sign(), a < b ? -1 : a > b ? 1 : 0);
        }
}

TEST(BigInteger, RemembersWhatWasTooLong) {
    big_integer power = 3;
    for (int i = 0; i < 10; ++i) power = power * power;
    EXPECT_FALSE(power.overflowed());
    power = power * power * power;
    EXPECT_TRUE(power.overflowed());
    EXPECT_TRUE((power - power).overflowed());
    EXPECT_EQ(power.sign(), 0);
    EXPECT_TRUE(std::isnan(quotient(power, 1)));
    EXPECT_TRUE(std::isnan(quotient(1, 0)));
}

}  // namespace
}  // namespace peersupport::evidence
