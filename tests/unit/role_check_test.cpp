// SPDX-License-Identifier: Apache-2.0
// Polarity, headings, components, sections, logs, errors: with rules of a few words, so that no test hangs on how the
// library's own are tuned.
#include "peersupport/exchange/role_json.hpp"
#include "peersupport/exchange/role_request_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/role_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace peersupport;

namespace {

constexpr const char* words = R"({"format": "peersupport-review-rules-1", "id": "words", "version": "1.0.0",
 "classes": {"en": {"person": ["people", "residents", "they"], "author": ["you"], "staff": ["nurse~n"], "kin": [], "poss": []}},
 "context": {"en": {"person": ["people", "residents", "they"], "author": ["you"], "third": ["nurse~n"], "negation": ["not", "never", "no", "without"],
   "terminator": ["but", "and you"], "exclusion": ["rather than"], "exclusion_behind": ["is not part of this job"], "exclusion_heading": ["not your job"],
   "helping": ["support~v", "help~v", "while they"], "condition": ["if asked"], "negation_of_noun": ["no", "without"], "before_object": ["with", "for", "to"],
   "stopwords": ["the", "and", "with"]}}})";
constexpr const char* rules_json = R"json({"format": "peersupport-review-rules-1", "id": "rules", "version": "1.0.0", "rules": [
 {"id": "DRIFT-001", "category": "DRIFT", "severity": "warning", "sureness": "high", "row": "drift-medication-handling",
  "en": {"title": "t", "message": "m", "explanation": "e", "suggest": ["s"], "patterns": ["give~v *1 (medication|pills)", "(take~v|count~v) *2 pills"], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "DRIFT-002", "category": "DRIFT", "severity": "warning", "sureness": "high",
  "en": {"title": "t", "message": "m", "explanation": "e", "patterns": [{"find": "search~v rooms", "row": "drift-search-security"}, {"find": "file~v papers", "row": "drift-clerical"}], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "COND-001", "category": "COND", "severity": "info", "sureness": "high", "row": "cond-transport",
  "en": {"title": "t", "message": "m", "explanation": "e", "patterns": ["drive~v"], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "DUTY-001", "category": "DUTY", "severity": "info", "sureness": "high", "row": "duty-one-to-one",
  "en": {"title": "t", "message": "m", "explanation": "e", "patterns": ["meet~v with", {"find": "supervise~v peers", "row": "duty-supervise"}], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "PART-001", "category": "PART", "kind": "absent", "severity": "info", "sureness": "high", "row": "jd-supervision",
  "en": {"title": "Supervision", "message": "m", "explanation": "e", "suggest": ["Proposed sentence."], "evidence": ["meets with you monthly"], "partial": ["supervision"], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "PART-002", "category": "PART", "kind": "absent", "severity": "info", "sureness": "high", "row": "jd-out-of-scope",
  "en": {"title": "Limits", "message": "m", "explanation": "e", "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}},
 {"id": "PART-003", "category": "PART", "kind": "absent", "severity": "info", "sureness": "high", "row": "jd-network",
  "en": {"title": "Network", "message": "m", "explanation": "e", "suggest": ["Time for a network."], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}}
 ]})json";

const rule_set& small() {
    static const rule_set rules = [] {
        std::vector<rule_pack> packs;
        for (const char* json : {words, rules_json}) {
            auto pack = read_rule_pack(json);
            EXPECT_TRUE(pack.has_value());
            packs.push_back(*std::move(pack));
        }
        return *rule_set::compile(std::move(packs));
    }();
    return rules;
}

role_report of(role_description what) {
    if (!what.written_in) what.written_in = language::en;
    auto report = role_checker(small()).check(what);
    EXPECT_TRUE(report.has_value());
    return report ? *std::move(report) : role_report{};
}

role_report of_text(std::string_view text) {
    role_description what;
    what.text = text;
    return of(what);
}

/// Polarity of the first finding of a rule; of a text without one, a failure.
duty_polarity polarity(std::string_view text, std::string_view rule = "DRIFT-001") {
    const role_report report = of_text(text);
    for (const role_finding& f : report.findings)
        if (small().rules()[f.found.rule].id == rule) return f.polarity;
    ADD_FAILURE() << "nothing found in: " << text;
    return duty_polarity::does;
}

const role_component& component(const role_report& report, std::string_view row) {
    return *std::ranges::find(report.components, row, &role_component::row);
}

}  // namespace

TEST(role_check, who_does_it_is_settled_from_the_clause) {
    using enum duty_polarity;
    EXPECT_EQ(polarity("Give medication at night."), does);
    EXPECT_EQ(polarity("You give people pills."), does);
    EXPECT_EQ(polarity("You do not give medication."), does_not);
    EXPECT_EQ(polarity("Never search rooms, file papers or give medication."), does_not);
    EXPECT_EQ(polarity("You will not search rooms, and you give medication."), does);
    EXPECT_EQ(polarity("You do not search rooms but give medication."), does);
    EXPECT_EQ(polarity("Sit with residents rather than give medication."), does_not);
    EXPECT_EQ(polarity("To give medication is not part of this job."), does_not);
    EXPECT_EQ(polarity("Nurses give medication."), others);
    EXPECT_EQ(polarity("Work with nurses to give medication."), does);
    EXPECT_EQ(polarity("Support people to take their pills."), helps);
    EXPECT_EQ(polarity("Sit there while they count their pills."), helps);
    EXPECT_EQ(polarity("You do not help people to take their pills."), does_not);
    EXPECT_EQ(polarity("No experience needed, give medication."), does) << "a denial of something else ends with its comma";
}

TEST(role_check, an_article_is_short_however_it_is_written) {
    using enum duty_polarity;
    for (const std::string_view opening : {"The nurses", "L'nurse", "L\u2019nurse", "L\u00E0 nurses", "La\u0300 nurses"})
        EXPECT_EQ(polarity(std::string(opening) + " write, give medication."), others) << opening;
    EXPECT_EQ(polarity("Assist nurses, give medication."), does);
}

TEST(role_check, lists_under_a_heading_of_exclusions_are_not_done) {
    using enum duty_polarity;
    EXPECT_EQ(polarity("Not your job:\n- search rooms\n- give medication"), does_not);
    EXPECT_EQ(polarity("Not your job\n- give medication\n"), does_not);
    EXPECT_EQ(polarity("Not your job: search rooms, give medication."), does_not);
    EXPECT_EQ(polarity("Not your job:\n- search rooms\n\nYour job:\n- give medication"), does);
    EXPECT_EQ(polarity("Not your job:\n- search rooms\nYour days\n- give medication"), does);
    EXPECT_EQ(polarity("Not your job:\n1. search rooms\n2. give medication"), does_not);
}

TEST(role_check, severity_is_the_definitions_and_conditions_lessen_it_but_not_of_coercion) {
    const auto severity = [](std::string_view text) { return of_text(text).findings.at(0).found.severity; };
    EXPECT_EQ(severity("Give medication."), review_severity::warning);
    EXPECT_EQ(severity("Give medication if asked."), review_severity::info);
    EXPECT_EQ(severity("Search rooms."), review_severity::error);
    EXPECT_EQ(severity("Search rooms if asked."), review_severity::error);
    EXPECT_EQ(severity("Never search rooms."), review_severity::info);
    EXPECT_EQ(of_text("Never search rooms.").findings.at(0).found.suppressed_by, suppression::polarity);
}

TEST(role_check, a_role_may_be_exempt) {
    role_description what;
    what.text = "File papers.";
    EXPECT_EQ(of(what).findings.at(0).found.suppressed_by, suppression::none);
    what.role = "peer-supervisor";
    EXPECT_EQ(of(what).findings.at(0).found.suppressed_by, suppression::exemption);
    EXPECT_EQ(of(what).role, "role-peer-supervisor");
}

TEST(role_check, duties_fit_a_role_or_are_of_another) {
    role_description what;
    what.text = "Meet with people. Supervise peers.";
    const role_report here = of(what);
    EXPECT_EQ(here.findings.at(0).fit, role_fit::core);
    EXPECT_EQ(here.findings.at(1).fit, role_fit::unusual);
    what.role = "role-peer-supervisor";
    EXPECT_EQ(of(what).findings.at(1).fit, role_fit::core);
}

TEST(role_check, components_are_present_near_or_missing) {
    const role_report report = of_text("Supervision. You never search rooms.");
    EXPECT_EQ(component(report, "jd-supervision").state, component_state::near);
    EXPECT_EQ(component(report, "jd-supervision").span.byte_end, 11U);
    EXPECT_EQ(component(report, "jd-out-of-scope").state, component_state::present);
    EXPECT_EQ(component(report, "jd-network").state, component_state::missing);
    EXPECT_EQ(component(of_text("A peer meets with you monthly."), "jd-supervision").state, component_state::present);
    EXPECT_EQ(report.components.front().level, requirement_level::must);
    EXPECT_EQ(report.components.back().row, "jd-network");
}

TEST(role_check, sections_show_their_component_and_limits_are_limits) {
    const std::vector<role_section> sections{{"network", "Two hours a month."}, {"out-of-scope", "Give medication"}, {"in-scope", "Search rooms"}};
    role_description what;
    what.sections = sections;
    const role_report report = of(what);
    EXPECT_EQ(component(report, "jd-network").field, "network");
    ASSERT_EQ(report.findings.size(), 2U);
    EXPECT_EQ(report.findings[0].polarity, duty_polarity::does_not);
    EXPECT_EQ(report.findings[0].found.field, "out-of-scope");
    EXPECT_EQ(report.findings[1].polarity, duty_polarity::does);
}

TEST(role_check, a_log_is_shared_out_by_kind) {
    const std::vector<role_activity> rows{{"Met with J.", 60, {}}, {"gave medication", 30, "administration"}, {"emails", 20, "activity-administration"}, {"lunch", 10, {}}, {"never search rooms", 5, {}}};
    role_description what;
    what.activities = rows;
    const role_report report = of(what);
    EXPECT_TRUE(report.components.empty());
    ASSERT_EQ(report.entries.size(), 5U);
    EXPECT_EQ(report.entries[0].kind, activity_kind::direct);
    EXPECT_EQ(report.entries[0].row, "duty-one-to-one");
    EXPECT_EQ(report.entries[1].kind, activity_kind::outside) << "a code does not hide drift";
    EXPECT_EQ(report.entries[1].row, "drift-medication-handling");
    EXPECT_EQ(report.entries[2].kind, activity_kind::indirect);
    EXPECT_EQ(report.entries[3].kind, activity_kind::review);
    EXPECT_EQ(report.entries[4].kind, activity_kind::review);
    EXPECT_EQ(report.total_minutes(), 125);
    EXPECT_EQ(report.share(activity_kind::direct), 60.0 / 125.0);
    EXPECT_EQ(report.minutes[static_cast<std::size_t>(activity_kind::outside)], 30);
    EXPECT_EQ(report.findings.at(1).entry, 2U);
    EXPECT_EQ(role_report{}.share(activity_kind::direct), 0.0);
}

TEST(role_check, everything_that_is_wrong_is_told_at_once_without_a_word_of_it) {
    const std::vector<role_section> sections{{"secret name", "x"}, {"pay", "\xFF"}};
    const std::vector<role_activity> rows{{"a", -1, {}}, {"b\xFF", 1, "secret code"}};
    role_description what;
    what.text = "\xFF";
    what.sections = sections;
    what.activities = rows;
    what.role = "secret role";
    const auto report = role_checker(small()).check(what);
    ASSERT_FALSE(report.has_value());
    std::vector<std::string> paths;
    for (const problem& p : report.problems().problems) paths.push_back(p.path);
    EXPECT_EQ(paths, (std::vector<std::string>{"/text", "/role", "/sections", "/sections/pay", "/activities/0/minutes", "/activities/1/activity", "/activities/1/code"}));
    for (const std::string& path : paths) EXPECT_EQ(path.find("secret"), std::string::npos);
}

TEST(role_check, an_unrelated_sentence_changes_no_other_finding_and_twice_is_the_same) {
    const role_report alone = of_text("Give medication. Meet with people.");
    const role_report longer = of_text("Give medication. Meet with people. The garden is in bloom.");
    EXPECT_EQ(alone.findings, longer.findings);
    EXPECT_EQ(write_role_report(alone, small(), canonical(), language::en), write_role_report(of_text("Give medication. Meet with people."), small(), canonical(), language::en));
}

TEST(role_check, accents_taken_apart_give_the_same_findings) {
    role_checker checker(small());
    role_description what;
    what.written_in = language::en;
    what.text = "Caf\u00e9: give medication.";
    const auto together = checker.check(what);
    what.text = "Cafe\u0301: give medication.";
    const auto apart = checker.check(what);
    ASSERT_EQ(together->findings.size(), 1U);
    EXPECT_EQ(apart->findings.at(0).found.span.begin, together->findings.at(0).found.span.begin + 1);
    EXPECT_EQ(apart->findings.at(0).found.fingerprint, together->findings.at(0).found.fingerprint);
}

TEST(role_check, a_description_is_completed_in_its_own_words) {
    role_description what;
    what.text = "- Meet with people\n- Search rooms\nA peer meets with you monthly.";
    what.written_in = language::en;
    const role_report report = of(what);
    const std::string draft = suggested_description(what, report, small(), canonical(), language::en);
    EXPECT_NE(draft.find("- A peer meets with you monthly.\n"), std::string::npos);
    EXPECT_NE(draft.find("Time for a network. *(proposed)*"), std::string::npos);
    EXPECT_EQ(draft.find("- Search rooms\n"), std::string::npos) << "drift is not taken over";
    EXPECT_NE(draft.find(canonical().find<drift>("drift-search-security")->instead.en), std::string::npos);
    const std::string french = suggested_description(what, report, small(), canonical(), language::fr);
    EXPECT_NE(french.find(canonical().find<drift>("drift-search-security")->instead.fr), std::string::npos);
}

TEST(role_request, reads_sections_lists_and_rows_and_tells_every_problem) {
    auto read = read_role_request(R"({"format": "peersupport-role-description-1", "text": null, "language": "auto", "role": "role-peer-supporter",
      "sections": {"out_of_scope": ["Search rooms", "Give medication"], "pay": null}, "activities": [{"activity": "Tea", "minutes": 5}]})");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->sections.at(0).name, "out-of-scope");
    EXPECT_EQ(read->sections.at(0).text, "- Search rooms\n- Give medication");
    EXPECT_EQ(read->what().activities.size(), 1U);
    const auto wrong = read_role_request(R"({"format": "peersupport-role-description-1", "text": 7, "Jane Roe": 1, "activities": [{"minutes": 1.5}], "sections": [], "language": "Jane Roe"})");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_GE(wrong.problems().total, 5U);
    for (const problem& p : wrong.problems().problems) EXPECT_EQ(p.path.find("Jane"), std::string::npos) << p.path;
    const auto named = read_role_request(R"({"format": "peersupport-role-description-1", "sections": {"Jane Roe": 7, "Jane": [7], "pay": [7], "peer_supervision": "a", "peer-supervision": "b"}})");
    ASSERT_FALSE(named.has_value());
    EXPECT_EQ(named.problems().total, 4U);
    for (const problem& p : named.problems().problems) EXPECT_EQ(p.path.find("Jane"), std::string::npos) << p.path;
    EXPECT_EQ(read_role_request(R"({"format": "peersupport-note-1"})").problems().code(), status::format_unsupported);
}
