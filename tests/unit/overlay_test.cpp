// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace peersupport {
namespace {

/// An overlay with these members beside those that every overlay has.
std::string overlay(const std::string& members) {
    return R"({"format": "peersupport-overlay-1", "id": "northshore", "version": "1.0.0",
      "organization": {"en": "Northshore Peer Network", "fr": "Réseau de pairs Northshore"},
      "base": {"version": "1.3.0"})" + (members.empty() ? "" : ", " + members) + "}";
}

result<definition_pointer> laid(const std::string& members) {
    return lay_over(canonical_pointer(), overlay(members));
}

status refused(const std::string& members) {
    const auto made = laid(members);
    return made ? status::ok : made.problems().code();
}

TEST(overlay, without_changes_leaves_every_row) {
    const auto made = laid("");
    ASSERT_TRUE(made);
    EXPECT_EQ((*made)->version(), canonical().version());
    EXPECT_EQ((*made)->digest(), canonical().digest());
    EXPECT_EQ((*made)->identity().overlay_id, "northshore");
    EXPECT_EQ((*made)->identity().overlay_version, "1.0.0");
    EXPECT_EQ((*made)->identity().overlay_digest.size(), 64u);
    for (const table_description& table : table_descriptions()) {
        EXPECT_EQ(definition_table(table, (*made)->tables()).size(),
                  definition_table(table, canonical().tables()).size());
    }
}

TEST(overlay, digest_does_not_depend_on_how_the_file_is_laid_out) {
    const std::string wide = overlay(R"("off": ["res-ocan"])");
    std::string narrow;
    bool inside = false;
    for (const char c : wide) {
        inside ^= c == '"';
        if (inside || (c != ' ' && c != '\n')) narrow += c;
    }
    const auto a = lay_over(canonical_pointer(), wide);
    const auto b = lay_over(canonical_pointer(), narrow);
    ASSERT_TRUE(a && b);
    EXPECT_EQ((*a)->identity().overlay_digest, (*b)->identity().overlay_digest);
}

constexpr const char* own_source =
    R"("sources": [{"id": "src-northshore-policy", "title": {"en": "Peer policy", "fr": "Politique"}, "who": "Northshore", "reading": "ours", "standing": "proposed"}])";

TEST(overlay, adds_rows_under_its_own_id) {
    const auto made = laid(std::string(R"("add": {"balancing_measures": [{"id": "balance-northshore-travel",
        "name": {"en": "Time on the road", "fr": "Temps de route"}, "text": {"en": "Hours driven", "fr": "Heures de route"},
        "standing": "proposed", "sources": ["src-northshore-policy"]}], )") + own_source + "}");
    ASSERT_TRUE(made) << status_name(made.problems().code()) << made.problems().problems.front().path;
    const auto row = (*made)->row("balance-northshore-travel");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->label().fr, "Temps de route");
    EXPECT_EQ((*made)->changes().added.size(), 2u);
    EXPECT_EQ(canonical().row("balance-northshore-travel"), std::nullopt);
}

TEST(overlay, replaces_limits_frequencies_hours_and_labels) {
    const auto made = laid(R"("replace": {
        "freq-peer-network": {"every": 2, "unit": "week", "how_often": {"en": "Every two weeks", "fr": "Toutes les deux semaines"}},
        "rule-core-skills-late": {"limit": 90},
        "train-foundations": {"hours": 34},
        "role-peer-supporter": {"name": {"en": "Peer worker", "fr": "Intervenant pair, intervenante paire"}}})");
    ASSERT_TRUE(made) << made.problems().problems.front().path;
    EXPECT_EQ((*made)->find<frequency>("freq-peer-network")->every.value, 2);
    EXPECT_EQ((*made)->find<frequency>("freq-peer-network")->unit, interval_unit::week);
    EXPECT_EQ((*made)->find<programme_rule>("rule-core-skills-late")->limit.value, 90);
    EXPECT_EQ((*made)->find<training_component>("train-foundations")->hours.value, 34);
    EXPECT_EQ((*made)->find<role>("role-peer-supporter")->name.en, "Peer worker");
    EXPECT_EQ((*made)->find<role>("role-peer-supporter")->meaning.en, canonical().find<role>("role-peer-supporter")->meaning.en);
    EXPECT_EQ((*made)->changes().replaced.size(), 4u);
}

TEST(overlay, switches_rows_off_also_in_the_lists_of_others) {
    const auto made = laid(R"("off": ["drift-driver"])");
    ASSERT_TRUE(made) << made.problems().problems.front().path;
    EXPECT_EQ((*made)->find<peersupport::drift>("drift-driver"), nullptr);
    EXPECT_EQ((*made)->drift().size(), canonical().drift().size() - 1);
    for (const setting& row : (*made)->settings()) {
        EXPECT_EQ(std::ranges::find(row.drift, std::string_view("drift-driver")), row.drift.end()) << row.id;
    }
    EXPECT_EQ((*made)->changes().off.size(), 1u);
}

TEST(overlay, may_not_touch_what_everybody_shares) {
    EXPECT_EQ(refused(R"("off": ["self-determination"])"), status::row_fixed);
    EXPECT_EQ(refused(R"("off": ["drift-restraint-seclusion"])"), status::row_fixed);
    EXPECT_EQ(refused(R"("off": ["jd-voluntary"])"), status::row_fixed);
    EXPECT_EQ(refused(R"("off": ["role-nobody"])"), status::reference_unknown);
    EXPECT_EQ(refused(R"("replace": {"self-determination": {"name": {"en": "Choice", "fr": "Choix"}}})"),
              status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"role-peer-supporter": {"meaning": {"en": "x", "fr": "y"}}})"),
              status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"role-peer-supporter": {"id": "role-x"}})"), status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"drift-driver": {"severity": 1}})"), status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"role-peer-supporter": {"colour": "red"}})"), status::field_unknown);
    EXPECT_EQ(refused(R"("add": {"values": []})"), status::table_fixed);
    EXPECT_EQ(refused(R"("off": ["drift-medication-handling"])"), status::row_fixed);
    EXPECT_EQ(refused(R"("off": ["guide-refuse-peer-support"])"), status::row_fixed);
    EXPECT_EQ(refused(R"("replace": {"guide-refuse-peer-support": {"text": {"en": "You must", "fr": "Il faut"}}})"),
              status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"faq-medication": {"answer": {"en": "Yes", "fr": "Oui"}}})"), status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"freq-peer-network": {"every": 2}})"), status::field_missing);
}

TEST(overlay, an_added_id_can_never_meet_one_of_the_definition) {
    const std::string row = R"("name": {"en": "a b", "fr": "c d"}, "text": {"en": "e f", "fr": "g h"}, "standing": "proposed", "sources": ["src-design"]}]})";
    EXPECT_EQ(refused(R"("add": {"balancing_measures": [{"id": "balance-travel", )" + row), status::id_foreign);
    EXPECT_EQ(refused(R"("add": {"balancing_measures": [{"id": "northshore-travel", )" + row), status::id_malformed);
    EXPECT_EQ(refused(R"("add": {"balancing_measures": [{"id": "balance-northshore-travel", )" + row), status::ok);
}

TEST(overlay, adds_proposals_only_and_nothing_in_the_guise_of_another_table) {
    EXPECT_EQ(refused(R"("add": {"statements": [{"id": "is-northshore-x", "kind": "is", "text": {"en": "a b", "fr": "c d"},
        "standing": "published", "sources": ["src-oco"]}]})"), status::claim_uncovered);
    std::string other = overlay(R"("add": {"supervision_requirements": [{"id": "sup-model-mine", "level": "could",
        "text": {"en": "a b", "fr": "c d"}, "standing": "proposed", "sources": ["src-design"]}]})");
    other.replace(other.find("\"northshore\""), 12, "\"model\"");
    EXPECT_EQ(lay_over(canonical_pointer(), other).problems().code(), status::id_foreign);
}

TEST(overlay, a_source_nobody_read_carries_no_claim) {
    EXPECT_EQ(refused(R"("add": {"sources": [{"id": "src-northshore-x", "title": {"en": "a b", "fr": "c d"}, "who": "us",
        "reading": "ours", "standing": "published"}]})"), status::claim_uncovered);
}

TEST(overlay, keeps_the_words_by_which_harmful_work_is_found) {
    EXPECT_EQ(refused(R"("replace": {"drift-restraint-seclusion": {"cues_en": ["zzzz"]}})"), status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"drift-driver": {"cues_en": ["driving people around"]}})"), status::ok);
    EXPECT_EQ(refused(R"("replace": {"rule-lone-peer": {"limit": 3}})"), status::member_fixed);
}

TEST(overlay, reads_a_hundred_thousand_words_in_linear_time) {
    std::string words = "\"w\"";
    for (int i = 0; i < 100'000; ++i) words += ", \"w" + std::to_string(i) + "\"";
    EXPECT_EQ(refused("\"replace\": {\"drift-driver\": {\"cues_en\": [" + words + "]}}"), status::ok);
}

TEST(overlay, a_row_that_another_needs_stays) {
    // Switching off every change idea of a rule leaves the rule with nothing to try.
    const programme_rule* rule = canonical().find<programme_rule>("rule-no-baseline");
    ASSERT_NE(rule, nullptr);
    std::string off;
    for (const auto id : rule->change_ideas) off += (off.empty() ? "\"" : ", \"") + std::string(id) + "\"";
    EXPECT_EQ(refused("\"off\": [" + off + "]"), status::row_in_use);
}

TEST(overlay, is_refused_as_a_whole_with_every_reason) {
    const auto made = laid(R"("off": ["self-determination", "nothing"], "replace": {"drift-driver": {"severity": 1}})");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.problems().total, 3u);
    for (const problem& each : made.problems().problems) EXPECT_NE(each.offset, problem::no_offset);
}

TEST(overlay, belongs_to_one_version_and_does_not_lie_over_another) {
    std::string other = overlay("");
    other.replace(other.find("\"1.3.0\""), 7, "\"9.0.0\"");
    EXPECT_EQ(lay_over(canonical_pointer(), other).problems().code(), status::definition_other);
    const auto first = laid("");
    EXPECT_EQ(lay_over(*first, overlay("")).problems().code(), status::rule_conflict);
    EXPECT_EQ(refused(R"("off": ["drift-driver"], "replace": {"drift-driver": {"cues_en": ["lift"]}})"),
              status::rule_conflict);
}

TEST(overlay, keeps_its_base_alive) {
    definition_pointer laid_over;
    {
        const auto base = read_definition(write_definition(canonical()));
        ASSERT_TRUE(base);
        laid_over = *lay_over(*base, overlay(""));
    }
    EXPECT_EQ(laid_over->find<value>("self-determination")->name.en, "Self-determination");
    EXPECT_NE(write_definition(*laid_over).find("\"overlay\": {"), std::string::npos);
}

/// Numbers of service integrity may be set, within what they can mean; what has no number gets none.
TEST(overlay, sets_numbers_of_service_integrity_only_within_their_range) {
    EXPECT_EQ(refused(R"("replace": {"limit-dignity-often": {"percent": 20}})"), status::ok);
    EXPECT_EQ(refused(R"("replace": {"limit-dignity-often": {"percent": 0}})"), status::field_value);
    EXPECT_EQ(refused(R"("replace": {"limit-dignity-often": {"percent": 101}})"), status::field_value);
    EXPECT_EQ(refused(R"("replace": {"integrity-confidence": {"number": 90}})"), status::ok);
    EXPECT_EQ(refused(R"("replace": {"integrity-confidence": {"number": 100}})"), status::field_value);
    EXPECT_EQ(refused(R"("replace": {"integrity-lowest-value": {"number": 5}})"), status::member_fixed);
    EXPECT_EQ(refused(R"("replace": {"impact-baseline": {"limit": 5}})"), status::member_fixed);
}

std::string own_policy(const std::string& people) {
    return R"("add": {"showing_policies": [{"id": "policy-northshore-own", "name": {"en": "Ours", "fr": "La nôtre"},
      "minimum_people": )" + people + R"(, "minimum_workers": 3, "used_where": {"en": "Here", "fr": "Ici"},
      "standing": "proposed", "sources": ["src-design"]}]})";
}

std::string own_cuts(const std::string& numbers) {
    return R"("add": {"cut_sets": [{"id": "cuts-northshore-own", "name": {"en": "Ours", "fr": "Les nôtres"}, )" + numbers +
           R"(, "adopted_by": {"en": "Northshore", "fr": "Northshore"}, "note": {"en": "2026", "fr": "2026"},
      "standing": "proposed", "sources": ["src-design"]}]})";
}

TEST(overlay, shows_nothing_about_fewer_than_five_people) {
    EXPECT_EQ(refused(own_policy("7")), status::ok);
    EXPECT_EQ(refused(own_policy("4")), status::field_value);
}

TEST(overlay, adds_cuts_that_rise_from_level_to_level) {
    EXPECT_EQ(refused(own_cuts(R"("sometimes_from": 40, "often_from": 60, "nearly_always_from": 80)")), status::ok);
    EXPECT_EQ(refused(own_cuts(R"("sometimes_from": 60, "often_from": 60, "nearly_always_from": 80)")), status::rule_conflict);
    EXPECT_EQ(refused(own_cuts(R"("sometimes_from": 40, "often_from": 60, "nearly_always_from": 101)")), status::rule_conflict);
}

}  // namespace
}  // namespace peersupport
