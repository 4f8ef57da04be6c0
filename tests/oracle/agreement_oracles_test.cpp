// SPDX-License-Identifier: Apache-2.0
// Published agreement: O-1 to O-4, O-9 and O-13, and the conventions that give other numbers on the same data.
#include "../unit/rating_table.hpp"

#include "peersupport/evidence/agreement.hpp"
#include "peersupport/evidence/concordance.hpp"
#include "peersupport/evidence/intraclass.hpp"
#include "peersupport/evidence/kappa.hpp"
#include "peersupport/evidence/krippendorff.hpp"
#include "peersupport/evidence/within_group.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace peersupport {
namespace {

using namespace testing;

const rating_table shrout_fleiss("9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7");

struct printed_icc {
    intraclass_form form;
    const char *value, *low, *high, *published;
};

TEST(IntraclassOracle, ShroutAndFleiss) {
    const printed_icc rows[] = {{intraclass_form::one_single, "0.1657417684", "-0.1329323249", "0.7225600623", "0.17"},
                                {intraclass_form::two_single, "0.2897637795", "0.0187865134", "0.7610843696", "0.29"},
                                {intraclass_form::three_single, "0.7148407148", "0.3424647650", "0.9458582600", "0.71"},
                                {intraclass_form::one_mean, "0.4427971337", "-0.8844421552", "0.9124154203", "0.44"},
                                {intraclass_form::two_mean, "0.6200505476", "0.0711368153", "0.9272320402", "0.62"},
                                {intraclass_form::three_mean, "0.9093155424", "0.6756747138", "0.9858916782", "0.91"}};
    for (const printed_icc& row : rows)
        for (const intraclass_sums& sums :
             {sums_of(shrout_fleiss), intraclass_sums::of(tally_of(shrout_fleiss)).value()}) {
            const intraclass_result got = intraclass_correlation(sums, row.form, 0.95);
            EXPECT_EQ(got.icc.why, statistic_reason::computed);
            expect_printed(got.icc.value, row.value);
            expect_printed(got.icc.value, row.published);
            expect_printed(got.icc.low, row.low);
            expect_printed(got.icc.high, row.high);
            EXPECT_EQ(got.icc.n, 6);
        }
}

TEST(IntraclassOracle, ShroutAndFleissAnalysisOfVariance) {
    const intraclass_result two = intraclass_correlation(sums_of(shrout_fleiss), intraclass_form::two_single, 0.95);
    const intraclass_result one = intraclass_correlation(sums_of(shrout_fleiss), intraclass_form::one_single, 0.95);
    expect_printed(two.mean_square_units, "11.2416666667");
    expect_printed(two.mean_square_raters, "32.4861111111");
    expect_printed(two.mean_square_error, "1.0194444444");
    expect_printed(one.mean_square_error, "6.2638888889");
    expect_printed(one.f, "1.794678492");
    expect_printed(two.f, "11.027247956");
    EXPECT_EQ(one.degrees_of_freedom[0], 5);
    EXPECT_EQ(one.degrees_of_freedom[1], 18);
    EXPECT_EQ(two.degrees_of_freedom[1], 15);
}

TEST(IntraclassOracle, WeirTestRetest) {  // O-9
    const rating_table t = rating_table("146 148 170 90 157 156 176 205 / 140 152 152 99 145 153 167 218").turned();
    expect_printed(intraclass_correlation(sums_of(t), intraclass_form::one_single, 0.95).icc.value, "0.95005310");
    expect_printed(intraclass_correlation(sums_of(t), intraclass_form::two_single, 0.95).icc.value, "0.94997507");
    const intraclass_result three = intraclass_correlation(sums_of(t), intraclass_form::three_single, 0.95);
    expect_printed(three.icc.value, "0.94701614");
    expect_printed(three.mean_square_error, "57.1071428571");
}

const rating_table c_data = rating_table(
                                "1 2 3 3 2 1 4 1 2 * * * / 1 2 3 3 2 2 4 1 2 5 * * / "
                                "* 3 3 3 2 3 4 2 2 5 1 3 / 1 2 3 3 2 4 4 1 2 5 1 *")
                                .turned();

void expect_alpha(const rating_table& t, const std::array<const char*, 4>& printed, std::int64_t pairable) {
    for (std::size_t level = 0; level < 4; ++level) {
        const auto got = krippendorff_alpha(tally_of(t), static_cast<measurement_level>(level));
        EXPECT_EQ(got.alpha.why, statistic_reason::no_bound);
        EXPECT_EQ(got.pairable, pairable);
        expect_printed(got.alpha.value, printed[level]);
    }
    EXPECT_EQ(krippendorff_alpha(sums_of(t)).alpha.value,
              krippendorff_alpha(tally_of(t), measurement_level::interval).alpha.value);
}

TEST(KrippendorffOracle, CData) {
    expect_alpha(c_data, {"0.7434210526", "0.8153875038", "0.8491071429", "0.7974027747"}, 40);
    const auto nominal = krippendorff_alpha(tally_of(c_data), measurement_level::nominal);
    const auto ordinal = krippendorff_alpha(tally_of(c_data), measurement_level::ordinal);
    const auto interval = krippendorff_alpha(tally_of(c_data), measurement_level::interval);
    expect_printed(nominal.observed_disagreement, "0.2");
    expect_printed(nominal.expected_disagreement, "0.7794871795");
    expect_printed(ordinal.observed_disagreement, "47.275");
    expect_printed(ordinal.expected_disagreement, "256.0769231");
    expect_printed(interval.observed_disagreement, "0.4333333333");
    expect_printed(interval.expected_disagreement, "2.871794872");
    EXPECT_EQ(nominal.alpha.n, 11);  // the twelfth unit has one rating
}

TEST(KrippendorffOracle, ThreeCodersOfFifteenUnits) {
    const rating_table t = rating_table(
                               "* * * * * 3 4 1 2 1 1 3 3 * 3 / 1 * 2 1 3 3 4 3 * * * * * * * / "
                               "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
                               .turned();
    expect_alpha(t, {"0.6913580247", "0.8067214199", "0.8108448928", "0.8089436708"}, 26);
}

TEST(ChanceCorrectedOracle, CData) {
    const auto got = [](chance_model m) { return chance_corrected(tally_of(c_data), m, {}, 0.95).value(); };
    expect_printed(got(chance_model::gwet).coefficient.value, "0.7754440681");
    expect_printed(got(chance_model::gwet).observed, "0.8181818182");
    expect_printed(got(chance_model::gwet).expected, "0.1903211806");
    expect_printed(got(chance_model::fleiss).coefficient.value, "0.7611692754");
    expect_printed(got(chance_model::brennan_prediger).coefficient.value, "0.7727272727");
}

TEST(FleissOracle, FourteenRaters) {
    const auto got =
        fleiss_kappa(tally_of_counts(rating_table("0 0 0 0 14 / 0 2 6 4 2 / 0 0 3 5 6 / 0 3 9 2 0 / 2 2 8 1 1 / 7 7 0 "
                                                  "0 0 / 3 2 6 3 0 / 2 5 3 2 2 / 6 5 2 1 0 / 0 2 2 3 7")));
    expect_printed(got.kappa.value, "0.2099307044");
    expect_printed(got.observed, "0.378021978");
    expect_printed(got.expected, "0.212755102");
    expect_printed(got.standard_error_zero, "0.0169650692");
    expect_printed(got.z, "12.37429106");
    // The mean of these five, weighted by p(1 − p), is kappa itself: 0.2099307044.
    const char* by_category[] = {".2012820513", ".0796703297", ".1715976331", ".0303813833", ".5076566952"};
    for (std::size_t c = 0; c < 5; ++c) expect_printed(got.by_category[c], by_category[c]);
}

rating_table diagnoses() {
    const std::string rows =
        "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 "
        "144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 "
        "555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";
    std::string spaced;
    for (const char c : rows) spaced += c == ' ' ? std::string(" / ") : std::string(1, c) + " ";
    return rating_table(spaced);
}

TEST(FleissOracle, Diagnoses) {
    const auto got = fleiss_kappa(tally_of(diagnoses()));
    expect_printed(got.kappa.value, "0.4302445201");
    expect_printed(got.z, "17.65183058");
    expect_printed(got.observed, "0.5555555556");
    expect_printed(got.expected, "0.2199382716");
    const char* by_category[] = {".2447552448", ".2447552448", ".52", ".4711272727", ".5661178068"};
    for (std::size_t c = 0; c < 5; ++c) expect_printed(got.by_category[c], by_category[c]);
    const rating_tally tally = tally_of(diagnoses());
    EXPECT_EQ(tally.blocks()[0].counts, (std::vector<std::int64_t>{26, 26, 30, 55, 43}));
}

TEST(ConventionTrap, FleissKappaIsNotKrippendorffsAlphaOnCompleteData) {  // trap 3
    expect_printed(fleiss_kappa(tally_of(diagnoses())).kappa.value, ".4302");
    const double alpha = krippendorff_alpha(tally_of(diagnoses()), measurement_level::nominal).alpha.value;
    expect_printed(alpha, "0.4334098283");
    expect_printed(alpha, ".4334");
}

cohen_result cohen(const std::vector<std::int64_t>& table, kappa_weights kind) {
    return cohen_kappa(table, 3, disagreement_weights(kind, 3), 0.95).value();
}

TEST(CohenOracle, StandardErrors) {
    const std::vector<std::int64_t> table{0, 4, 1, 0, 8, 0, 0, 1, 5};
    const cohen_result plain = cohen(table, kappa_weights::unweighted), linear = cohen(table, kappa_weights::linear);
    expect_printed(plain.kappa.value, "0.4841628959");
    expect_printed(plain.standard_error, ".1380");
    expect_printed(plain.kappa.low, ".2137");
    expect_printed(plain.kappa.high, ".7547");
    expect_printed(plain.standard_error_zero, ".1484");
    expect_printed(plain.z, "3.2626");
    expect_printed(linear.kappa.value, "0.4701195219");
    expect_printed(linear.standard_error, ".1457");
    expect_printed(linear.kappa.low, ".1845");
    expect_printed(linear.kappa.high, ".7558");
    expect_printed(linear.standard_error_zero, ".1426");
    expect_printed(linear.z, "3.2971");
    expect_printed(cohen(table, kappa_weights::quadratic).kappa.value, "0.4501607717");
}

/// Two raters' ratings with this joint table.
rating_table ratings_of(const std::vector<std::int64_t>& table, std::int64_t q) {
    rating_table to;
    to.columns = 2;
    for (std::int64_t c = 0; c < q; ++c)
        for (std::int64_t k = 0; k < q; ++k)
            for (std::int64_t i = 0; i < table[static_cast<std::size_t>(c * q + k)]; ++i, ++to.rows) {
                to.cells.push_back(c);
                to.cells.push_back(k);
            }
    return to;
}

TEST(CohenOracle, ThreeByThreeOfHundred) {
    const std::vector<std::int64_t> table{13, 0, 0, 0, 20, 7, 0, 4, 56};
    const rating_tally tally = tally_of(ratings_of(table, 3));
    const auto corrected = [&](chance_model m) { return chance_corrected(tally, m, {}, 0.95).value(); };
    const cohen_result got = cohen_kappa(tally, 0, 1, disagreement_weights(kappa_weights::unweighted, 3), 0.95).value();
    expect_printed(got.observed, ".89");
    expect_printed(got.kappa.value, "0.7964094022");
    expect_printed(got.standard_error, ".05891072");
    expect_printed(corrected(chance_model::scott).coefficient.value, "0.7962396962");
    expect_printed(corrected(chance_model::scott).standard_error, ".05905473");
    expect_printed(corrected(chance_model::gwet).coefficient.value, "0.8493305482");
    expect_printed(corrected(chance_model::brennan_prediger).coefficient.value, "0.835");
    expect_printed(krippendorff_alpha(tally, measurement_level::nominal).alpha.value, "0.7972584977");
    expect_printed(cohen(table, kappa_weights::linear).kappa.value, "0.8429020280");
    expect_printed(cohen(table, kappa_weights::quadratic).kappa.value, "0.8921568627");
}

TEST(CohenOracle, WeightsOfOnesOwn) {  // Cohen 1968
    const std::vector<std::int64_t> table{44, 5, 1, 7, 20, 3, 9, 5, 6};
    expect_printed(cohen(table, kappa_weights::unweighted).kappa.value, "0.4915254237");
    const std::vector<std::int64_t> weights{0, 1, 3, 1, 0, 6, 3, 6, 0};
    const auto weighted = cohen_kappa(table, 3, weights, 0.95).value();
    expect_printed(weighted.kappa.value, "0.3478260870");
    expect_printed(weighted.kappa.value, ".348");
}

// Twenty units by three raters, 1…6, made up here: ranks tie, and neither the second rater nor the third gives a 5.
// Expected: 83/153 and 229/409, 603/725 and 201/266, found by exact arithmetic in test_evidence_agreement.py.
const rating_table ratings = rating_table(
                                 "1 2 5 4 6 1 3 5 5 6 4 5 5 6 3 5 3 2 1 6 / 1 3 3 4 6 2 3 3 6 6 2 6 6 6 4 6 4 1 1 4 / "
                                 "1 2 6 6 6 3 2 4 6 6 6 6 6 6 6 6 4 3 2 4")
                                 .turned();

TEST(ConventionTrap, WeightedKappaOfObservedLevelsIsNotThatOfTheFullScale) {  // trap 1
    rating_table two;
    two.rows = 20;
    two.columns = 2;
    for (std::size_t i = 0; i < 20; ++i)
        for (std::size_t j = 1; j < 3; ++j) two.cells.push_back(ratings.cells[i * 3 + j]);
    const auto linear = [&](const rating_tally& t) {
        return cohen_kappa(t, 0, 1, disagreement_weights(kappa_weights::linear, t.category_count()), 0.95)->kappa.value;
    };
    expect_printed(linear(tally_of(two)), ".5424836601");
    expect_printed(linear(tally_of(two, {1, 2, 3, 4, 5, 6})), ".5599022005");
}

TEST(ConventionTrap, KendallsWWithAndWithoutTies) {  // trap 2
    for (const auto& [ties, printed] :
         {std::pair{tied_ranks::corrected, ".8317241379"}, std::pair{tied_ranks::uncorrected, ".7556390977"}}) {
        expect_printed(kendall_w(ratings.values(), ties, false).w.value, printed);
        EXPECT_EQ(kendall_w(tally_of(ratings), ties).w.value, kendall_w(ratings.values(), ties, false).w.value);
    }
}

TEST(WithinGroupOracle, FiveRatersOfThreeItems) {  // O-13
    const rating_table t("4 5 4 / 4 4 4 / 5 5 4 / 4 4 3 / 4 5 5");
    const std::vector<std::uint32_t> one(5, 0);
    const auto all = within_group_agreement(t.values(), one, 1, 5, 1).value()[0];
    expect_printed(all.agreement.value, "0.9375");
    const char* by_item[] = {".90", ".85", ".75"};
    for (std::size_t j = 0; j < 3; ++j) {
        const auto column = t.column(j);
        const auto item = within_group_agreement({column.data(), 5, 1, 1, 1}, one, 1, 5, 1).value()[0];
        expect_printed(item.agreement.value, by_item[j]);
        EXPECT_EQ(item.agreement.value, item.agreement_star);
    }
}

TEST(ConventionTrap, WithinGroupAgreementRisesWithTheNumberOfItems) {  // trap 14
    const rating_table once("2 / 3 / 3 / 4 / 3");
    rating_table often;
    often.rows = 5;
    often.columns = 11;
    for (const std::int64_t v : once.cells) often.cells.insert(often.cells.end(), 11, v);
    const std::vector<std::uint32_t> group(5, 0);
    const auto one = within_group_agreement(once.values(), group, 1, 5, 1).value()[0];
    const auto eleven = within_group_agreement(often.values(), group, 1, 5, 1).value()[0];
    EXPECT_EQ(one.agreement_star, 0.75);
    EXPECT_EQ(eleven.agreement_star, 0.75);
    EXPECT_EQ(one.agreement.value, 0.75);
    EXPECT_EQ(eleven.agreement.value, 33.0 / 34);
}

}  // namespace
}  // namespace peersupport
