// SPDX-License-Identifier: Apache-2.0
// Published numbers O-17 and O-18, from instrument files to scores.
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/sample_score.hpp"
#include "peersupport/scoring/score.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace peersupport {
namespace {

plan oracle_plan(const std::string& name) {
    std::ifstream file(std::string(PEERSUPPORT_SOURCE_DIR) + "/tests/oracle/instruments/" + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto read = read_instrument(text);
    if (!read) throw std::runtime_error(name + " was not read");
    auto made = plan::compile(read.value());
    if (!made) throw std::runtime_error(name + " was not planned");
    return made.value();
}

/// As people round: half away from zero, on the decimal as printed.
double rounded(double value, double places) { return std::round(value * places) / places; }

constexpr std::int32_t not_rated = 9999;
const std::vector<std::int32_t> fifteen_units{160, 300, 313, 293, 313, 313, not_rated, 313, 293, 213, 313, 313, 293, 180};
const std::vector<std::int32_t> eight_units{213, 475, 500, 463, 500, 500, not_rated, 500, 463, 313, 500, 500, 463, 250};

score fidelity(const std::vector<std::int32_t>& codes) {
    std::vector<score> into(1);
    EXPECT_EQ(score_one(oracle_plan("fpe-o17.json"), codes, into), status::ok);
    return into[0];
}

TEST(PublishedFidelity, IsTheMeanOfTheRatedItems) {
    const score all = fidelity(fifteen_units), offering = fidelity(eight_units);
    EXPECT_EQ(all.numerator * 130, all.denominator * 361);
    EXPECT_EQ(all.value, 361.0 / 130);
    EXPECT_EQ(rounded(all.value, 100), 2.78);
    EXPECT_EQ(offering.numerator * 65, offering.denominator * 282);
    EXPECT_EQ(offering.value, 282.0 / 65);
    EXPECT_EQ(rounded(offering.value, 100), 4.34);
    for (const score& s : {all, offering}) {
        EXPECT_EQ(s.answered, 13);
        EXPECT_EQ(s.applicable, 13);
        EXPECT_EQ(s.needed, 1);
    }
}

// Dividing by all fourteen items would give 2.58 and 4.03.
TEST(PublishedFidelity, DoesNotDivideByTheItemThatWasNotRated) {
    const double all = fidelity(fifteen_units).value, offering = fidelity(eight_units).value;
    EXPECT_EQ(rounded(all * 13 / 14, 100), 2.58);
    EXPECT_EQ(rounded(offering * 13 / 14, 100), 4.03);
    EXPECT_NE(rounded(all, 100), 2.58);
    EXPECT_NE(rounded(offering, 100), 4.03);
}

TEST(PublishedFidelity, IsTheSameFromABatchOfHundredths) {
    const plan p = oracle_plan("fpe-o17.json");
    std::vector<std::uint16_t> cells;
    for (const auto& unit : {fifteen_units, eight_units})
        for (const std::int32_t code : unit) cells.push_back(static_cast<std::uint16_t>(code));
    std::vector<answer_column> columns(14);
    for (std::size_t i = 0; i < 14; ++i) columns[i] = {cells.data() + i, cell_type::u16, 28, nullptr, 0};
    double values[2];
    score_outputs into;
    into.f64 = {values, 1, 1};
    ASSERT_EQ(score_batch(p, {columns, 2}, into, invalid_policy::raise), status::ok);
    EXPECT_EQ(values[0], 361.0 / 130);
    EXPECT_EQ(values[1], 282.0 / 65);
}

/// How many of how many mothers agreed, item by item, as printed.
using printed = std::vector<std::pair<std::size_t, std::size_t>>;
const printed emotional{{146, 152}, {143, 151}, {144, 152}, {138, 152}, {133, 152}};
const printed informational{{142, 152}, {134, 152}, {129, 151}, {128, 151}, {126, 150}, {115, 152}};
const printed appraisal{{144, 151}, {134, 152}, {130, 149}, {111, 151}};

/// The six sample scales: three means of items, then the three pooled.
std::vector<sample_score> agreement() {
    const plan p = oracle_plan("psei-o18.json");
    constexpr std::size_t rows = 152;
    std::vector<std::vector<double>> cells;
    for (const printed& domain : {emotional, informational, appraisal})
        for (const auto& [agreed, asked] : domain) {
            auto& column = cells.emplace_back(rows, std::nan(""));
            for (std::size_t r = 0; r < asked; ++r) column[r] = r < agreed ? 1 : 0;
        }
    std::vector<answer_column> columns;
    for (const auto& column : cells) columns.push_back({column.data(), cell_type::f64, sizeof(double), nullptr, 0});
    std::vector<std::int64_t> tally(sample_tally_size(p, 1));
    EXPECT_EQ(tally_samples(p, {columns, rows}, {}, 1, tally, invalid_policy::raise), status::ok);
    std::vector<sample_score> to(p.sample_scale_count());
    EXPECT_EQ(finish_samples(p, tally, 1, to), status::ok);
    return to;
}

void expect_counts(const sample_score& s, const printed& domain) {
    std::int64_t agreed = 0, asked = 0;
    for (const auto& [x, n] : domain) agreed += static_cast<std::int64_t>(x), asked += static_cast<std::int64_t>(n);
    EXPECT_EQ(s.positive, agreed);
    EXPECT_EQ(s.answered, asked);
    EXPECT_EQ(s.responses, 152);
}

TEST(PublishedAgreement, IsTheMeanOfTheItemsPercentages) {
    const auto got = agreement();
    ASSERT_EQ(got.size(), 6u);
    EXPECT_NEAR(got[0].value, 92.7562, 5e-5);
    EXPECT_EQ(rounded(got[0].value, 10), 92.8);
    EXPECT_NEAR(got[2].value, 86.0701, 5e-5);
    EXPECT_EQ(rounded(got[2].value, 10), 86.1);
    expect_counts(got[0], emotional);
    expect_counts(got[2], appraisal);
}

TEST(PublishedAgreement, PoolsCountsWhenAskedTo) {
    const auto got = agreement();
    ASSERT_EQ(got.size(), 6u);
    EXPECT_EQ(got[3].value, 70'400.0 / 759);
    EXPECT_EQ(got[4].value, 77'400.0 / 908);
    EXPECT_EQ(got[5].value, 51'900.0 / 603);
    expect_counts(got[3], emotional);
    expect_counts(got[4], informational);
    expect_counts(got[5], appraisal);
    EXPECT_EQ(rounded(got[3].value, 10), 92.8);
    EXPECT_EQ(rounded(got[5].value, 10), 86.1);
}

}  // namespace
}  // namespace peersupport
