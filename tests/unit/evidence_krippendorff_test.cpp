// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/krippendorff.hpp"

#include "rating_table.hpp"

namespace peersupport {
namespace {

using namespace testing;

constexpr measurement_level levels[] = {measurement_level::nominal, measurement_level::ordinal,
                                        measurement_level::interval, measurement_level::ratio};

TEST(KrippendorffAlpha, SaysWhyThereIsNone) {
    for (const measurement_level level : levels) {
        EXPECT_EQ(krippendorff_alpha(tally_of(rating_table("2 2 / 2 2")), level).alpha.why,
                  statistic_reason::no_expected_disagreement);
        EXPECT_EQ(krippendorff_alpha(tally_of(rating_table("1 * / * 2")), level).alpha.why,
                  statistic_reason::too_few_rows);
    }
    EXPECT_EQ(krippendorff_alpha(sums_of(rating_table("2 2 / 2 2"))).alpha.why,
              statistic_reason::no_expected_disagreement);
    EXPECT_EQ(krippendorff_alpha(sums_of(rating_table("1 * / * 2"))).alpha.why, statistic_reason::too_few_rows);
    const auto negative = rating_tally::make({{-1, 2}, 1, 2, true});
    rating_tally t = negative.value();
    std::array<std::uint8_t, 256> place;
    place.fill(rating_bytes::missing);
    place[0] = 0;
    place[1] = 1;
    const std::uint8_t rows[] = {0, 1, 1, 1};
    EXPECT_EQ(t.add({rows, 2, 2, 2, 1, place}), status::ok);
    EXPECT_EQ(krippendorff_alpha(t, measurement_level::ratio).alpha.why, statistic_reason::not_identified);
    EXPECT_EQ(krippendorff_alpha(t, measurement_level::interval).alpha.value, 1 - 3.0 * 1 / 3);
}

TEST(KrippendorffAlpha, IsOneForPerfectAgreement) {
    for (const measurement_level level : levels)
        EXPECT_EQ(krippendorff_alpha(tally_of(rating_table("1 1 * / 2 2 2 / 3 * 3")), level).alpha.value, 1);
}

TEST(KrippendorffAlpha, LeavesOutUnitsWithOneRating) {
    for (const measurement_level level : levels)
        EXPECT_EQ(krippendorff_alpha(tally_of(rating_table("1 2 / 2 2 / * 3 / 3 3 / 4 *")), level).alpha.value,
                  krippendorff_alpha(tally_of(rating_table("1 2 / 2 2 / 3 3")), level).alpha.value);
}

TEST(KrippendorffAlpha, DoesNotDependOnCategoriesNobodyUsed) {
    const rating_table t("1 2 / 2 2 / 5 4 / 5 5");
    for (const measurement_level level : levels)
        EXPECT_EQ(krippendorff_alpha(tally_of(t), level).alpha.value,
                  krippendorff_alpha(tally_of(t, {0, 1, 2, 3, 4, 5, 9}), level).alpha.value);
}

TEST(KrippendorffAlpha, OfManyDifferentSizesStaysExact) {
    rating_tally t = rating_tally::make({{0, 1, 3}, 1, 0, false}).value();
    std::vector<std::int64_t> counts;
    for (std::int64_t m = 2; m < 120; ++m)
        for (const std::int64_t n : {m / 2, m / 3, m - m / 2 - m / 3}) counts.push_back(n);
    ASSERT_EQ(t.add_counts(counts), status::ok);
    for (const measurement_level level : levels) {
        const double alpha = krippendorff_alpha(t, level).alpha.value;
        EXPECT_GT(alpha, -1) << static_cast<int>(level);
        EXPECT_LT(alpha, 0.1) << static_cast<int>(level);
    }
}

/// Categories whose sums have no small common multiple are finished in doubles.
TEST(KrippendorffAlpha, AtTheRatioLevelTakesAnyCategories) {
    std::vector<std::int64_t> categories;
    for (std::int64_t c = 0; c < 64; ++c) categories.push_back(1'000'003 * (c + 1) + c * c * c);
    rating_tally t = rating_tally::make({categories, 1, 2, false}).value();
    std::array<std::uint8_t, 256> place;
    place.fill(rating_bytes::missing);
    for (std::size_t c = 0; c < 64; ++c) place[c] = static_cast<std::uint8_t>(c);
    std::vector<std::uint8_t> rows;
    for (std::uint8_t c = 0; c < 64; ++c) rows.insert(rows.end(), {c, c});
    ASSERT_EQ(t.add({rows.data(), 64, 2, 2, 1, place}), status::ok);
    EXPECT_EQ(krippendorff_alpha(t, measurement_level::ratio).alpha.value, 1);
}

}  // namespace
}  // namespace peersupport
