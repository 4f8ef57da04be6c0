// SPDX-License-Identifier: Apache-2.0
//
// The rules of service integrity, as rows of the definition.
#include "peersupport/definition.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace peersupport {
namespace {

using namespace std::string_view_literals;

TEST(showing_policies, are_the_six_presets_and_none_is_below_five) {
    constexpr std::array people{5, 6, 10, 11, 15, 20};
    const auto rows = canonical().showing_policies();
    ASSERT_EQ(rows.size(), people.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].id, "policy-k" + std::to_string(people[i]));
        EXPECT_EQ(rows[i].minimum_people, people[i]) << rows[i].id;
        EXPECT_EQ(rows[i].minimum_workers, 3) << rows[i].id;
    }
}

TEST(integrity_levels, stand_in_order_and_are_named_by_what_people_experience) {
    constexpr std::array names{"rarely experienced"sv, "sometimes experienced"sv, "often experienced"sv,
                               "nearly always experienced"sv};
    const auto rows = canonical().integrity_levels();
    ASSERT_EQ(rows.size(), names.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].order, static_cast<std::int32_t>(i) + 1) << rows[i].id;
        EXPECT_EQ(rows[i].name.en, names[i]);
    }
}

TEST(cut_sets, the_bundled_one_is_proposed_and_nobody_has_adopted_it) {
    const cut_set* cuts = canonical().find<cut_set>("cuts-proposed-2026");
    ASSERT_NE(cuts, nullptr);
    EXPECT_EQ(cuts->sometimes_from, 50);
    EXPECT_EQ(cuts->often_from, 70);
    EXPECT_EQ(cuts->nearly_always_from, 85);
    EXPECT_EQ(cuts->adopted_by.en, "nobody yet");
    EXPECT_EQ(cuts->adopted_by.fr, "personne pour l'instant");
    EXPECT_EQ(cuts->standing, standing::proposed);
}

TEST(eroded_limits, hold_the_level_down_for_three_things_met_often_or_at_all) {
    const definition& d = canonical();
    EXPECT_EQ(d.eroded_limits().size(), 6u);
    for (const std::string facet : {"voluntariness", "confidentiality", "dignity"}) {
        const eroded_limit* often = d.find<eroded_limit>("limit-" + facet + "-often");
        const eroded_limit* ever = d.find<eroded_limit>("limit-" + facet + "-ever");
        ASSERT_TRUE(often != nullptr && ever != nullptr) << facet;
        EXPECT_TRUE(often->facet == facet && ever->facet == facet);
        EXPECT_TRUE(often->counted == eroded_count::often && ever->counted == eroded_count::ever) << facet;
        EXPECT_TRUE(often->percent == 10 && ever->percent == 25) << facet;
        EXPECT_EQ(often->at_most, "experienced-sometimes");
        EXPECT_EQ(ever->at_most, "experienced-often");
        EXPECT_EQ(often->values.size(), 1u) << facet;
    }
}

TEST(impact_conditions, come_in_order_with_what_a_service_can_do) {
    std::int32_t order = 0;
    for (const impact_condition& row : canonical().impact_conditions()) EXPECT_EQ(row.order, ++order) << row.id;
    EXPECT_EQ(order, 7);
    const auto* people = canonical().find<impact_condition>("impact-reliability-people");
    const auto* reliability = canonical().find<impact_condition>("impact-reliability");
    ASSERT_TRUE(people != nullptr && reliability != nullptr);
    EXPECT_EQ(people->limit, optional_number(200));
    EXPECT_EQ(people->unit, number_unit::people);
    EXPECT_EQ(reliability->limit, optional_number(70));
    EXPECT_EQ(reliability->unit, number_unit::hundredths);
}

struct expected_number {
    std::string_view id;
    std::int32_t number;
    number_unit unit;
};

TEST(integrity_rules, hold_every_number_of_the_figures) {
    constexpr std::array expected{
        expected_number{"integrity-value-items", 3, number_unit::items},
        expected_number{"integrity-confidence", 95, number_unit::percent},
        expected_number{"integrity-end-respondents", 25, number_unit::hundredths},
        expected_number{"integrity-often-options", 2, number_unit::options},
        expected_number{"integrity-views-margin", 10, number_unit::points},
        expected_number{"integrity-views-error", 5, number_unit::percent},
        expected_number{"integrity-change-error", 5, number_unit::percent},
        expected_number{"integrity-waves-a-year", 2, number_unit::waves},
        expected_number{"integrity-waves-for-chart", 8, number_unit::waves},
        expected_number{"integrity-region-units", 2, number_unit::units},
        expected_number{"integrity-unnamed-units", 3, number_unit::units},
        expected_number{"integrity-plan-ideas", 5, number_unit::ideas},
        expected_number{"integrity-look-again", 1, number_unit::waves},
    };
    for (const expected_number& each : expected) {
        const auto* row = canonical().find<integrity_rule>(each.id);
        ASSERT_NE(row, nullptr) << each.id;
        EXPECT_EQ(row->number, optional_number(each.number)) << each.id;
        EXPECT_EQ(row->unit, each.unit) << each.id;
    }
    const auto with_number = std::ranges::count_if(canonical().integrity_rules(),
                                                   [](const integrity_rule& row) { return row.number.given; });
    EXPECT_EQ(static_cast<std::size_t>(with_number), expected.size());
}

TEST(integrity_rows, are_ours_and_say_so) {
    const auto check = [](const auto& rows) {
        for (const auto& row : rows) EXPECT_EQ(row.standing, standing::proposed) << row.id;
    };
    check(canonical().showing_policies());
    check(canonical().integrity_levels());
    check(canonical().cut_sets());
    check(canonical().eroded_limits());
    check(canonical().impact_conditions());
    check(canonical().integrity_rules());
    check(canonical().integrity_messages());
}

/// Levels, limits and messages are read by people who get support: a service is never weak, nobody is a client.
TEST(integrity_rows, never_use_words_that_judge_people) {
    constexpr std::array never_en{"eroded"sv,     "weak"sv,       "strong"sv,  "client"sv,   "patient"sv,
                                  "compliance"sv, "risk score"sv, "ranking"sv, "severity"sv, "diagnos"sv};
    constexpr std::array never_fr{"érodé"sv,      "faible"sv,   "usager"sv,   "bénéficiaire"sv,
                                  "classement"sv, "gravité"sv, "client"sv, "diagnos"sv};
    const auto check = [&](std::string_view id, const localized_text& text) {
        for (const std::string_view word : never_en) EXPECT_EQ(text.en.find(word), text.en.npos) << id << ": " << word;
        for (const std::string_view word : never_fr) EXPECT_EQ(text.fr.find(word), text.fr.npos) << id << ": " << word;
    };
    for (const auto& row : canonical().integrity_levels()) check(row.id, row.name), check(row.id, row.meaning);
    for (const auto& row : canonical().eroded_limits()) check(row.id, row.name), check(row.id, row.explanation);
    for (const auto& row : canonical().integrity_rules()) check(row.id, row.name), check(row.id, row.explanation);
    for (const auto& row : canonical().integrity_messages()) check(row.id, row.text), check(row.id, row.about);
}

TEST(integrity_messages, are_short) {
    for (const integrity_message& row : canonical().integrity_messages()) {
        EXPECT_LE(row.text.en.size(), 200u) << row.id;
        EXPECT_LE(std::ranges::count(row.text.en, '.'), 3) << row.id;
    }
}

TEST(change_ideas, every_value_has_two_for_the_organization_or_the_system) {
    for (const value& each : canonical().values()) {
        const auto ideas = std::ranges::count_if(canonical().change_ideas(), [&](const change_idea& idea) {
            const bool wide = idea.level == "level-organization" || idea.level == "level-system";
            return wide && std::ranges::find(idea.values, each.id) != idea.values.end();
        });
        EXPECT_GE(ideas, 2) << each.id;
    }
}

TEST(definition_row, of_an_integrity_table_is_found_by_its_short_id_in_its_table) {
    EXPECT_EQ(canonical().table("showing_policies")->find("k11")->id(), "policy-k11");
    EXPECT_EQ(canonical().table("cut_sets")->find("proposed-2026")->id(), "cuts-proposed-2026");
    EXPECT_EQ(canonical().table("integrity_messages")->find("no-norms")->id(), "msg-no-norms");
}

}  // namespace
}  // namespace peersupport
