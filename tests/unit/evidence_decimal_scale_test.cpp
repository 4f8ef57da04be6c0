// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/decimal_scale.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace peersupport {
namespace {

constexpr std::int64_t gap = INT64_MIN;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct scaled {
    std::optional<std::int64_t> unit;
    std::vector<std::int64_t> whole;
};

scaled of(const std::vector<double>& x) {
    scaled to{{}, std::vector<std::int64_t>(x.size())};
    to.unit = scale_decimals({x.data(), x.size(), 1, 1, 1}, to.whole, gap);
    return to;
}

TEST(DecimalScale, TakesTheLeastPowerOfTen) {
    EXPECT_EQ(of({1, -2, 0}).unit, 1);
    const scaled found = of({0.1, -2.25, nan, 3});
    EXPECT_EQ(found.unit, 100);
    EXPECT_EQ(found.whole, (std::vector<std::int64_t>{10, -225, gap, 300}));
    EXPECT_EQ(of({0.123456789}).whole, std::vector<std::int64_t>{123456789});
    EXPECT_EQ(of({nan, nan}).unit, 1);
    EXPECT_EQ(of({}).unit, 1);
}

TEST(DecimalScale, IsExactOrNothing) {
    for (const double x : {1.0 / 3, 0.1 + 0.2, 1e-10, 0x1p48, -0x1p50, std::numeric_limits<double>::infinity(), 5e-324})
        EXPECT_FALSE(of({1, x}).unit) << x;
    EXPECT_EQ(of({0x1p48 - 1}).unit, 1);
    EXPECT_EQ(of({-0x1p47 + 0.5}).unit, std::nullopt) << "ten times it is past 2^48";
    for (int i = -2000; i <= 2000; ++i) {
        const double x = i / 1000.0;
        const scaled found = of({x});
        ASSERT_TRUE(found.unit);
        EXPECT_EQ(static_cast<double>(found.whole[0]) / static_cast<double>(*found.unit), x);
    }
}

TEST(DecimalScale, ReadsAnyOrderAndWritesRows) {
    const std::vector<double> x{1, 4, 2, 5, 3, 6};  // column by column: rows 1 2 3 and 4 5 6
    std::vector<std::int64_t> to(6);
    EXPECT_EQ(scale_decimals({x.data(), 2, 3, 1, 2}, to, gap), 1);
    EXPECT_EQ(to, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    to.resize(5);
    EXPECT_FALSE(scale_decimals({x.data(), 2, 3, 1, 2}, to, gap));
}

}  // namespace
}  // namespace peersupport
