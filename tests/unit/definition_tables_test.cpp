// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition.hpp"

#include <gtest/gtest.h>

#include <span>
#include <string_view>
#include <vector>

namespace peersupport {
namespace {

template <class Row>
std::vector<std::string_view> ids_of(std::span<const Row> rows) {
    std::vector<std::string_view> ids;
    for (const Row& row : rows) ids.push_back(row.id);
    return ids;
}

using ids = std::vector<std::string_view>;

TEST(canonical_definition, has_its_own_version) { EXPECT_EQ(canonical().version(), "1.3.0"); }

TEST(canonical_definition, is_one_object) { EXPECT_EQ(&canonical(), &canonical()); }

TEST(canonical_definition, has_the_seven_values_in_the_published_order) {
    EXPECT_EQ(ids_of(canonical().values()),
              (ids{"hope-and-recovery", "empathetic-equal-relationships", "self-determination",
                   "dignity-respect-inclusion", "integrity-authenticity-trust",
                   "health-and-wellness", "lifelong-learning-growth"}));
}

TEST(canonical_definition, has_nine_principles) {
    EXPECT_EQ(ids_of(canonical().principles()),
              (ids{"voluntariness", "mutuality-reciprocity", "experiential-knowledge",
                   "safety-trauma-informed", "non-directive", "strengths-focus",
                   "rights-systems-change", "cultural-safety-equity", "independence-peer-voice"}));
}

TEST(canonical_definition, has_five_perspectives) {
    EXPECT_EQ(ids_of(canonical().perspectives()),
              (ids{"person", "family", "peer-supporter", "supervisor", "assessor"}));
}

TEST(canonical_definition, has_six_levels_of_influence_nearest_first) {
    EXPECT_EQ(ids_of(canonical().levels_of_influence()),
              (ids{"level-person", "level-relationship", "level-peer-worker", "level-organization",
                   "level-community", "level-system"}));
}

TEST(canonical_definition, finds_every_row_by_its_id) {
    const definition& d = canonical();
    for (const value& row : d.values()) EXPECT_EQ(d.find<value>(row.id), &row);
    for (const principle& row : d.principles()) EXPECT_EQ(d.find<principle>(row.id), &row);
    for (const perspective& row : d.perspectives()) EXPECT_EQ(d.find<perspective>(row.id), &row);
    for (const level_of_influence& row : d.levels_of_influence()) {
        EXPECT_EQ(d.find<level_of_influence>(row.id), &row);
    }
    for (const source& row : d.sources()) EXPECT_EQ(d.find<source>(row.id), &row);
}

TEST(canonical_definition, finds_nothing_for_an_unknown_id) {
    const definition& d = canonical();
    EXPECT_EQ(d.find<value>(""), nullptr);
    EXPECT_EQ(d.find<value>("Hope-and-recovery"), nullptr);
    EXPECT_EQ(d.find<value>("voluntariness"), nullptr);
    EXPECT_EQ(d.find<principle>("self-determination"), nullptr);
    EXPECT_EQ(d.find<perspective>("clinician"), nullptr);
    EXPECT_EQ(d.find<level_of_influence>("person"), nullptr);
    EXPECT_EQ(d.find<source>("src-unknown"), nullptr);
}

TEST(definition, can_be_made_from_other_tables) {
    static constexpr source only[] = {{.id = "src-local", .title = {"Here", "Ici"}, .who = "us"}};
    static constexpr definition_tables tables = [] {
        definition_tables made;
        made.sources = only;
        return made;
    }();
    constexpr definition other({.version = "0.9.0", .digest = ""}, tables);
    static_assert(other.find<source>("src-local") == &only[0]);
    EXPECT_EQ(other.version(), "0.9.0");
    EXPECT_EQ(other.sources().size(), 1u);
    EXPECT_TRUE(other.values().empty());
    EXPECT_EQ(other.find<value>("self-determination"), nullptr);
    EXPECT_FALSE(other.row("self-determination").has_value());
    EXPECT_TRUE(other.row("src-local").has_value());
}

/// The sizes that the project asked for.
TEST(canonical_definition, is_whole) {
    const definition& d = canonical();
    EXPECT_EQ(d.core_elements().size(), 5u);
    EXPECT_EQ(d.roles().size(), 13u);
    EXPECT_EQ(d.competency_categories().size(), 24u);
    EXPECT_EQ(d.competencies().size(), 121u);
    EXPECT_EQ(d.duties().size(), 59u);
    EXPECT_EQ(d.drift().size(), 45u);
    EXPECT_EQ(d.conditional_duties().size(), 16u);
    EXPECT_EQ(d.job_description_components().size(), 26u);
    EXPECT_EQ(d.gaps().size(), 35u);
    EXPECT_EQ(d.drivers().size(), 6u);
    EXPECT_EQ(d.change_ideas().size(), 50u);
    EXPECT_EQ(d.frameworks().size(), 16u);
    EXPECT_EQ(d.guiding_principles().size(), 4u);
    EXPECT_EQ(d.reflective_areas().size(), 7u);
    for (const table_description& table : table_descriptions()) {
        EXPECT_GT(definition_table(table, d.tables()).size(), 0u) << table.id;
    }
}

struct homes {
    std::size_t first = 0;
    std::size_t also = 0;
    friend bool operator==(const homes&, const homes&) = default;
};

homes homes_of(std::string_view value_id) {
    homes out;
    for (const crosswalk_element& row : canonical().crosswalk()) {
        out.first += row.primary_value == value_id ? 1u : 0u;
        for (const auto id : row.secondary_values) out.also += id == value_id ? 1u : 0u;
    }
    return out;
}

/// The coverage that was counted by hand over 111 elements of 16 frameworks.
TEST(crosswalk, sums_as_counted) {
    EXPECT_EQ(canonical().crosswalk().size(), 111u);
    EXPECT_EQ(homes_of("hope-and-recovery"), (homes{19, 9}));
    EXPECT_EQ(homes_of("self-determination"), (homes{21, 6}));
    EXPECT_EQ(homes_of("empathetic-equal-relationships"), (homes{24, 9}));
    EXPECT_EQ(homes_of("dignity-respect-inclusion"), (homes{18, 13}));
    EXPECT_EQ(homes_of("integrity-authenticity-trust"), (homes{16, 10}));
    EXPECT_EQ(homes_of("health-and-wellness"), (homes{6, 9}));
    EXPECT_EQ(homes_of("lifelong-learning-growth"), (homes{7, 9}));
}

TEST(governance, the_hub_has_four_connections_and_a_ring) {
    std::size_t set = 0;
    for (const connection& row : canonical().connections()) {
        EXPECT_EQ(row.to, "part-hub") << row.id;
        if (row.frequency.empty()) continue;
        const frequency* often = canonical().find<frequency>(row.frequency);
        ASSERT_NE(often, nullptr) << row.id;
        if (often->every.given) {
            ++set;
            EXPECT_EQ(often->every.value, 1) << row.id;
            EXPECT_EQ(often->unit, interval_unit::month) << row.id;
        }
    }
    EXPECT_EQ(canonical().connections().size(), 5u);
    EXPECT_EQ(set, 3u) << "two networks and the planning table meet monthly in the source";
}

TEST(drift, nobody_is_exempt_from_the_gravest_and_every_row_says_what_instead) {
    for (const peersupport::drift& row : canonical().drift()) {
        if (row.severity == 4) {
            EXPECT_TRUE(row.roles_exempt.empty()) << row.id;
        }
        EXPECT_FALSE(row.instead.empty()) << row.id;
        EXPECT_FALSE(row.cues_fr.empty()) << row.id;
    }
}

TEST(definition_references, every_cited_source_is_in_the_sources_table) {
    const definition& d = canonical();
    const auto check = [&](const auto& rows) {
        for (const auto& row : rows) {
            EXPECT_FALSE(row.sources.empty()) << row.id;
            for (const auto id : row.sources) {
                EXPECT_NE(d.find<source>(id), nullptr) << row.id << " cites " << id;
            }
        }
    };
    check(d.values());
    check(d.principles());
    check(d.perspectives());
    check(d.levels_of_influence());
}

TEST(definition_references, principles_belong_to_two_different_values) {
    const definition& d = canonical();
    for (const principle& row : d.principles()) {
        EXPECT_NE(d.find<value>(row.primary_value), nullptr) << row.id;
        EXPECT_NE(d.find<value>(row.secondary_value), nullptr) << row.id;
        EXPECT_NE(row.primary_value, row.secondary_value) << row.id;
    }
}

TEST(definition_references, the_seeds_are_sources) {
    EXPECT_NE(canonical().find<source>("src-eenet-cips"), nullptr);
    EXPECT_NE(canonical().find<source>("src-eenet-ups"), nullptr);
}

TEST(definition_standing, value_names_are_published_and_their_cues_ours) {
    for (const value& row : canonical().values()) {
        EXPECT_EQ(row.standing, standing::published) << row.id;
        EXPECT_EQ(row.cues_standing, standing::proposed) << row.id;
        EXPECT_FALSE(row.note.empty()) << row.id;
    }
}

TEST(definition_standing, french_value_names_are_working_translations) {
    for (const value& row : canonical().values()) {
        EXPECT_EQ(row.french_status, wording_status::working) << row.id;
    }
}

TEST(definition_standing, levels_say_which_lost_list_they_stand_in_for) {
    for (const level_of_influence& row : canonical().levels_of_influence()) {
        EXPECT_EQ(row.standing, standing::proposed) << row.id;
        EXPECT_NE(row.stands_in_for.en.find("Figure 2"), std::string_view::npos) << row.id;
        EXPECT_NE(row.stands_in_for.fr.find("figure 2"), std::string_view::npos) << row.id;
    }
}

TEST(definition_standing, nothing_rests_on_our_own_proposals_and_claims_more) {
    const auto check = [](const auto& rows) {
        for (const auto& row : rows) {
            const bool only_ours = row.sources.size() == 1 && row.sources[0] == "src-design";
            if (only_ours) {
                EXPECT_EQ(row.standing, standing::proposed) << row.id;
            }
        }
    };
    check(canonical().values());
    check(canonical().principles());
    check(canonical().perspectives());
    check(canonical().levels_of_influence());
}

TEST(definition_standing, a_source_carries_no_more_than_was_read) {
    for (const source& row : canonical().sources()) {
        if (row.reading == reading::partly_read) {
            EXPECT_GE(row.standing, standing::derived) << row.id;
        }
        if (row.reading == reading::from_memory || row.reading == reading::ours) {
            EXPECT_EQ(row.standing, standing::proposed) << row.id;
        }
    }
    EXPECT_EQ(canonical().find<source>("src-design")->reading, reading::ours);
}

TEST(definition_perspectives, only_those_who_receive_support_are_marked_so) {
    for (const perspective& row : canonical().perspectives()) {
        EXPECT_EQ(row.receives_support, row.id == "person" || row.id == "family") << row.id;
    }
}

}  // namespace
}  // namespace peersupport
