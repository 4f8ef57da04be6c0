// SPDX-License-Identifier: Apache-2.0
// The library's own rules of the role check: whole, in both languages, standing on rows of the definition.
#include "peersupport/exchange/role_json.hpp"
#include "peersupport/review/role_check.hpp"
#include "peersupport/review/rule_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace peersupport {
namespace {

const rule_set& rules() { return canonical_role_rules().value(); }

std::set<std::string> rows_of(review_category category, language in) {
    std::set<std::string> rows;
    for (const review_rule& rule : rules().rules()) {
        if (rule.category != category) continue;
        if (!rule.row.empty()) rows.insert(rule.row);
        for (const review_pattern& p : rule.languages[static_cast<std::size_t>(in)]->patterns)
            if (!p.row.empty()) rows.insert(p.row);
    }
    return rows;
}

template <class Rows>
std::set<std::string> ids_of(const Rows& rows) {
    std::set<std::string> ids;
    for (const auto& row : rows) ids.insert(std::string(row.id));
    return ids;
}

TEST(bundled_role_rules, are_eighteen_groups_of_drift_and_a_rule_for_every_question_and_component) {
    std::map<std::string, std::size_t> counted;
    for (const review_rule& rule : rules().rules()) ++counted[rule.id.substr(0, rule.id.find('-'))];
    EXPECT_EQ(counted["DRIFT"], 18U);
    EXPECT_EQ(counted["COND"], canonical().conditional_duties().size());
    EXPECT_EQ(counted["PART"], canonical().job_description_components().size());
}

TEST(bundled_role_rules, speak_both_languages_and_bring_their_examples) {
    for (const review_rule& rule : rules().rules())
        for (const auto& said : rule.languages) {
            ASSERT_TRUE(said.has_value()) << rule.id;
            EXPECT_GE(said->bad.size(), 3U) << rule.id;
            EXPECT_GE(said->ok.size(), 3U) << rule.id;
            EXPECT_FALSE(said->title.empty() || said->explanation.empty()) << rule.id;
            if (rule.category == review_category::part) {
                EXPECT_FALSE(said->suggest.empty()) << rule.id;
            }
        }
}

TEST(bundled_role_rules, stand_on_rows_of_the_definition_in_both_languages) {
    const definition& by = canonical();
    for (const language in : {language::en, language::fr}) {
        const auto drift_rows = rows_of(review_category::drift, in), known = ids_of(by.drift());
        EXPECT_TRUE(std::ranges::includes(known, drift_rows));
        EXPECT_EQ(rows_of(review_category::cond, in), ids_of(by.conditional_duties()));
        EXPECT_EQ(rows_of(review_category::duty, in), ids_of(by.duties()));
        EXPECT_EQ(rows_of(review_category::part, in), ids_of(by.job_description_components()));
    }
    for (const review_rule& rule : rules().rules()) {
        for (const std::string& id : rule.guidelines) EXPECT_TRUE(by.find<documentation_guideline>(id)) << rule.id << " " << id;
        for (const std::string& id : rule.values) EXPECT_TRUE(by.find<value>(id)) << rule.id << " " << id;
        for (const std::string& id : rule.sources) EXPECT_TRUE(by.find<source>(id)) << rule.id << " " << id;
    }
}

/// The clauses that the catalogue of duties comes with, and what they are; helping somebody with it is doing it.
struct clause {
    std::string_view text;
    language in;
    std::string_view row;
    duty_polarity polarity;
};
constexpr clause clauses[] = {
    {"Facilitates two weekly peer support groups", language::en, "duty-facilitate-group", duty_polarity::does},
    {"Administers evening medication and records doses", language::en, "drift-medication-handling", duty_polarity::does},
    {"Does not administer medication or take part in restraint", language::en, "drift-medication-handling", duty_polarity::does_not},
    {"Does not administer medication or take part in restraint", language::en, "drift-restraint-seclusion", duty_polarity::does_not},
    {"Collects urine samples for program compliance", language::en, "drift-drug-testing", duty_polarity::does},
    {"Accompanies people to appointments when invited", language::en, "duty-accompany", duty_polarity::does},
    {"Drives clients to appointments and picks up prescriptions", language::en, "drift-driver", duty_polarity::does},
    {"Completes intake assessments using OCAN", language::en, "drift-clinical-assessment", duty_polarity::does},
    {"Welcomes people at intake and explains what happens next", language::en, "cond-intake-welcome", duty_polarity::does},
    {"Writes brief notes together with the person", language::en, "duty-notes", duty_polarity::does},
    {"Reports any relapse to the clinical team", language::en, "drift-informant", duty_polarity::does},
    {"Carries a caseload of 25 and coordinates services", language::en, "drift-case-management", duty_polarity::does},
    {"Anime un groupe d'entraide hebdomadaire", language::fr, "duty-facilitate-group", duty_polarity::does},
    {"Ne pose pas de diagnostic et n'administre pas de médicaments", language::fr, "drift-diagnose", duty_polarity::does_not},
    {"Ne pose pas de diagnostic et n'administre pas de médicaments", language::fr, "drift-medication-handling", duty_polarity::does_not},
    {"Effectue des quarts de nuit en remplacement", language::fr, "drift-backfill", duty_polarity::does},
};

TEST(bundled_role_rules, know_the_clauses_of_the_catalogue) {
    role_checker checker(rules());
    for (const clause& c : clauses) {
        role_description what;
        what.text = c.text;
        what.written_in = c.in;
        const auto report = checker.check(what);
        ASSERT_TRUE(report.has_value());
        const bool found = std::ranges::any_of(report->findings, [&](const role_finding& f) { return f.row == c.row && (f.polarity == c.polarity || (c.polarity == duty_polarity::does && f.polarity == duty_polarity::helps)); });
        EXPECT_TRUE(found) << c.text << ": " << c.row;
    }
}

}  // namespace
}  // namespace peersupport
