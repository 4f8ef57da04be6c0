// SPDX-License-Identifier: Apache-2.0
// The library's own rules: whole, in both languages, standing on rows of the definition.
#include "peersupport/definition.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/review/bundled_rules.hpp"
#include "peersupport/review/rule_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace peersupport {
namespace {

const rule_set& rules() { return canonical_rules().value(); }

template <class Rows>
bool has(const Rows& rows, std::string_view id) {
    return std::ranges::any_of(rows, [&](const auto& row) { return row.id == id; });
}

TEST(bundled_rules, are_those_of_the_catalogue) {
    const std::map<std::string, int> wanted{{"ACC", 6}, {"CLIN", 7}, {"JUDG", 9}, {"POWR", 9}, {"PRIV", 9}, {"REQ", 17}, {"SAFE", 9}, {"STIG", 10}};
    std::map<std::string, int> counted;
    for (const review_rule& rule : rules().rules()) ++counted[rule.id.substr(0, rule.id.find('-'))];
    EXPECT_EQ(counted, wanted);
}

TEST(bundled_rules, speak_both_languages_and_bring_their_examples) {
    for (const review_rule& rule : rules().rules())
        for (const auto& said : rule.languages) {
            ASSERT_TRUE(said.has_value()) << rule.id;
            EXPECT_GE(said->bad.size(), 3U) << rule.id;
            EXPECT_GE(said->ok.size(), 3U) << rule.id;
            EXPECT_FALSE(said->title.empty() || said->explanation.empty()) << rule.id;
            EXPECT_LE(said->message.size(), 120U) << rule.id << ": a message is one short line";
            EXPECT_LE(said->explanation.size(), 400U) << rule.id;
        }
}

TEST(bundled_rules, stand_on_rows_of_the_definition) {
    const definition& by = canonical();
    for (const review_rule& rule : rules().rules()) {
        EXPECT_FALSE(rule.guidelines.empty() || rule.values.empty() || rule.sources.empty()) << rule.id;
        for (const std::string& id : rule.guidelines) EXPECT_TRUE(has(by.documentation_guidelines(), id)) << rule.id << " " << id;
        for (const std::string& id : rule.values) EXPECT_TRUE(has(by.values(), id)) << rule.id << " " << id;
        for (const std::string& id : rule.sources) EXPECT_TRUE(has(by.sources(), id)) << rule.id << " " << id;
    }
}

TEST(bundled_rules, profiles_are_five_and_nobody_has_adopted_one_yet) {
    std::set<std::string> ids;
    for (const note_profile& profile : rules().profiles()) {
        ids.insert(profile.id);
        EXPECT_EQ(profile.adopted_by.en, "nobody yet") << profile.id;
        EXPECT_EQ(profile.adopted_by.fr, "personne encore") << profile.id;
        for (const rule_change& change : profile.changes) {
            EXPECT_FALSE(change.why.en.empty() || change.why.fr.empty()) << profile.id << " " << change.rule;
            for (const std::string& id : change.sources) EXPECT_TRUE(has(canonical().sources(), id)) << profile.id << " " << id;
        }
    }
    EXPECT_EQ(ids, (std::set<std::string>{"person-led", "minimal-record", "group", "funder", "research"}));
}

TEST(bundled_rules, are_found_by_id) {
    EXPECT_FALSE(bundled_rule_packs().empty());
    for (const bundled_rules& pack : bundled_rule_packs()) EXPECT_EQ(find_bundled_rules(pack.id), &pack);
    EXPECT_EQ(find_bundled_rules("theirs"), nullptr);
    EXPECT_EQ(rules().find("STIG-001")->category, review_category::stig);
    EXPECT_EQ(rules().find("STIG-999"), nullptr);
}

}  // namespace
}  // namespace peersupport
