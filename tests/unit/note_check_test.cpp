// SPDX-License-Identifier: Apache-2.0
// Elements, cues, kinds of note, profiles, times, baselines.
#include "peersupport/exchange/baseline_json.hpp"
#include "review_case.hpp"

#include <algorithm>

using namespace peersupport;
using namespace peersupport::testing;

namespace {

constexpr const char* element = R"({"id": "REQ-900", "category": "REQ", "kind": "absent", "severity": "warning", "sureness": "medium", "fields": ["goal"], "least_words": 4,
  "en": {"title": "t", "message": "m", "explanation": "e", "suggest": ["s"], "evidence": ["hopes to"], "partial": ["hope~v"], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}})";
constexpr const char* cue = R"({"id": "SAFE-900", "category": "SAFE", "kind": "cue", "severity": "info", "sureness": "medium", "unless_fields": ["consent"],
  "en": {"title": "t", "message": "m", "explanation": "e", "patterns": ["ambulance"], "unless": [["agreed"], ["who called"]], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}})";
constexpr const char* times = R"({"id": "ACC-900", "category": "ACC", "kind": "engine", "severity": "warning", "sureness": "high", "finder": "impossible-times",
  "en": {"title": "t", "message": "m", "explanation": "e", "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}, "fr": {"title": "t", "message": "m", "explanation": "e", "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}})";

const rule_set& small() {
    static const rule_set rules = compiled({pack_json(std::string(element) + "," + cue + "," + times)});
    return rules;
}

note in_english(std::string_view text) {
    note what{text};
    what.written_in = language::en;
    return what;
}

note_report of(const note& what, const note_check_options& options = {}, const rule_set& rules = small()) {
    auto report = note_checker(rules).check(what, options);
    EXPECT_TRUE(report.has_value());
    return report ? *std::move(report) : note_report{};
}

std::size_t count_of(const note_report& report, const rule_set& rules, std::string_view id) {
    return static_cast<std::size_t>(std::ranges::count_if(report.findings, [&](const text_finding& f) { return rules.rules()[f.rule].id == id && f.suppressed_by == suppression::none; }));
}

const text_finding* first(const note_report& report, const rule_set& rules, std::string_view id) {
    const auto at = std::ranges::find_if(report.findings, [&](const text_finding& f) { return rules.rules()[f.rule].id == id; });
    return at == report.findings.end() ? nullptr : &*at;
}

bool times_fit(std::string_view text, language in = language::en) {
    note what{text};
    what.written_in = in;
    return count_of(of(what), small(), "ACC-900") == 0;
}

}  // namespace

TEST(note_check, an_element_is_shown_by_its_evidence_or_its_field) {
    EXPECT_EQ(count_of(of(in_english("We drank tea and talked.")), small(), "REQ-900"), 1U);
    EXPECT_EQ(count_of(of(in_english("Sam hopes to work again soon.")), small(), "REQ-900"), 0U);
    note with_field = in_english("We drank tea and talked.");
    with_field.fields[static_cast<std::size_t>(note_field::goal)] = "A job";
    const note_report report = of(with_field);
    EXPECT_EQ(count_of(report, small(), "REQ-900"), 0U);
    ASSERT_EQ(report.elements.size(), 1U);
    EXPECT_EQ(report.elements.front().state, element_state::present);
    EXPECT_EQ(report.elements.front().field, "goal");
}

TEST(note_check, an_element_that_a_field_shows_in_words_is_said_to_stand_there) {
    note in_a_field = in_english("We drank tea and talked.");
    in_a_field.fields[static_cast<std::size_t>(note_field::choices)] = "Sam hopes to work again soon.";
    EXPECT_EQ(of(in_a_field).elements.front().state, element_state::present);
    EXPECT_EQ(of(in_a_field).elements.front().field, "choices");
    in_a_field.text = "Sam hopes to work again soon.";
    EXPECT_EQ(of(in_a_field).elements.front().field, "text") << "where it is read first";
}

TEST(note_check, what_comes_near_an_element_is_shown) {
    const note_report report = of(in_english("We talked about how he hoped."));
    const text_finding* missing = first(report, small(), "REQ-900");
    ASSERT_NE(missing, nullptr);
    EXPECT_EQ(missing->span.byte_begin, 23U);
    EXPECT_EQ(missing->span.byte_end, 28U);
    EXPECT_EQ(missing->field, "goal");
}

TEST(note_check, short_texts_are_not_asked) {
    const note_report report = of(in_english("We talked."));
    EXPECT_EQ(count_of(report, small(), "REQ-900"), 0U);
    EXPECT_EQ(report.elements.front().state, element_state::not_asked);
}

TEST(note_check, a_cue_asks_once_a_sentence_and_not_where_all_it_calls_for_stands) {
    EXPECT_EQ(count_of(of(in_english("An ambulance came, the ambulance left.")), small(), "SAFE-900"), 1U);
    EXPECT_EQ(count_of(of(in_english("An ambulance came. The ambulance left.")), small(), "SAFE-900"), 2U);
    EXPECT_EQ(count_of(of(in_english("An ambulance came; Sam agreed.")), small(), "SAFE-900"), 1U);
    EXPECT_EQ(count_of(of(in_english("An ambulance came; Sam agreed. I know who called.")), small(), "SAFE-900"), 0U);
    note with_field = in_english("An ambulance came.");
    with_field.fields[static_cast<std::size_t>(note_field::consent)] = "yes";
    EXPECT_EQ(count_of(of(with_field), small(), "SAFE-900"), 0U);
}

TEST(note_check, a_note_about_safety_is_one_of_a_crisis) {
    EXPECT_EQ(of(in_english("An ambulance came.")).kind, note_kind::crisis);
    EXPECT_EQ(of(in_english("We drank tea.")).kind, note_kind::individual);
    note group = in_english("We drank tea.");
    group.fields[static_cast<std::size_t>(note_field::mode)] = "in person, Group";
    EXPECT_EQ(of(group).kind, note_kind::group);
    group.kind = note_kind::late;
    EXPECT_EQ(of(group).kind, note_kind::late);
}

TEST(note_check, times_of_a_text_that_cannot_be) {
    for (const std::string_view text : {"Met from 3:00 pm to 2:00 pm.", "Start 15:30, end 14:10.", "At 25:10 we met.", "31 June", "On 2026-02-30 we met.", "Met from 9:00 to 11:30, about four hours.",
                                        "Written on 3 March about a visit on 9 March.", "June 31"})
        EXPECT_FALSE(times_fit(text)) << text;
    for (const std::string_view text : {"Met from 2:00 to 3:15 pm.", "From 11:30 to 1:00 we cooked.", "Start 23:20, end 00:40.", "Met from 9:00 to 11:30, two and a half hours.", "5–6:30 pm", "30 June",
                                        "29 February", "Room 12, pages 30 to 25.", "Written on 9 March about a visit on 3 March.", "Met from 1:00 to 2:30, 90 minutes."})
        EXPECT_TRUE(times_fit(text)) << text;
    for (const std::string_view text : {"De 15 h à 14 h.", "Début : 16h30. Fin : 15h45.", "De 14 h à 15 h (3 heures).", "Le 31 juin 2026"}) EXPECT_FALSE(times_fit(text, language::fr)) << text;
    for (const std::string_view text : {"De 22 h à 6 h.", "De 14 h à 15 h 15.", "Le 30 juin 2026, de 10 h à 11 h, 45 minutes de marche"}) EXPECT_TRUE(times_fit(text, language::fr)) << text;
}

TEST(note_check, a_time_or_a_date_ends_with_its_paragraph) {
    for (const std::string_view text : {"Room 60\n\nJune was warm.", "Met from 3:00 to 4:00 pm.\n\n10 minutes of rain fell.", "Room 25\n\nPM staff came.", "On 29 February\n\n2025 brought rain."})
        EXPECT_TRUE(times_fit(text)) << text;
    for (const std::string_view text : {"Chambre 25\n\nH. est venu.", "Vers 14 h\n\n75 personnes sont venues."}) EXPECT_TRUE(times_fit(text, language::fr)) << text;
    for (const std::string_view text : {"On 60\nJune we met.", "Start: 3:00 pm\n\nEnd: 2:00 pm", "Start: 3:00\nEnd: 4:00\n\nDuration: 3 hours"})
        EXPECT_FALSE(times_fit(text)) << text << ": a line is not a paragraph, and forms are read through";
}

TEST(note_check, what_is_written_in_another_alphabet_is_repeated_only_when_it_is_the_same) {
    const rule_set rules = compiled({pack_json(R"({"id": "ACC-901", "category": "ACC", "kind": "engine", "severity": "info", "sureness": "medium", "finder": "repeated-text", "least_words": 4,
      "en": {"title": "t", "message": "m", "explanation": "e", "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}})")});
    EXPECT_TRUE(checked(rules, "\u041A\u043E\u0442 \u0435\u0441\u0442 \u0441\u0443\u043F \u0442\u0443\u0442.\n\u0414\u0435\u0434 \u043F\u044C\u0451 \u0447\u0430\u0439 \u0442\u0430\u043C.").findings.empty());
    EXPECT_EQ(checked(rules, "\u041A\u043E\u0442 \u0435\u0441\u0442 \u0441\u0443\u043F \u0442\u0443\u0442.\n\u041A\u043E\u0442 \u0435\u0441\u0442 \u0441\u0443\u043F \u0442\u0443\u0442.").findings.size(), 1U);
    EXPECT_EQ(checked(rules, "We drank tea together.\nWe drank tea together.").findings.size(), 1U);
}

TEST(note_check, fields_are_held_together_and_against_the_callers_now) {
    const auto field_of = [](std::initializer_list<std::pair<note_field, std::string_view>> fields, std::string_view now) {
        note what = in_english("We met and drank tea.");
        for (const auto& [field, value] : fields) what.fields[static_cast<std::size_t>(field)] = value;
        note_check_options options;
        options.now = now;
        const note_report report = of(what, options);
        const text_finding* wrong = first(report, small(), "ACC-900");
        return wrong ? wrong->field : std::string();
    };
    using enum note_field;
    EXPECT_EQ(field_of({{start, "14:00"}, {end, "13:00"}}, ""), "end");
    EXPECT_EQ(field_of({{start, "22:00"}, {end, "06:00"}}, ""), "");
    EXPECT_EQ(field_of({{service_date, "2026-02-30"}}, ""), "service_date");
    EXPECT_EQ(field_of({{service_date, "2026-03-02"}}, "2026-03-01T10:00"), "service_date");
    EXPECT_EQ(field_of({{service_date, "2026-03-02"}}, ""), "");
    EXPECT_EQ(field_of({{service_date, "2026-03-02"}, {written_at, "2026-03-01T09:00"}}, ""), "written_at");
    EXPECT_EQ(field_of({{service_date, "March 2"}}, "2026-03-03"), "") << "what is no date is not doubted";
}

TEST(note_check, a_note_written_after_the_profiles_time_is_late) {
    note what = in_english("We met and drank tea.");
    what.fields[static_cast<std::size_t>(note_field::service_date)] = "2026-03-02";
    what.fields[static_cast<std::size_t>(note_field::end)] = "10:00";
    what.fields[static_cast<std::size_t>(note_field::written_at)] = "2026-03-04T10:00";
    EXPECT_FALSE(of(what).late);
    what.fields[static_cast<std::size_t>(note_field::written_at)] = "2026-03-04T11:00";
    EXPECT_TRUE(of(what).late);
    EXPECT_EQ(of(what).kind, note_kind::late);
}

TEST(note_check, a_profile_changes_what_is_asked_and_what_weighs) {
    const std::string with_profiles = [] {
        std::string json = pack_json(std::string(element) + "," + rule_json("STIG-900", "en", R"(["addict"])"));
        json.pop_back();
        return json + R"(, "profiles": [
          {"id": "base", "name": {"en": "b", "fr": "b"}, "description": {"en": "d", "fr": "d"}, "adopted_by": {"en": "nobody yet", "fr": "personne encore"},
           "asked": {"individual": {"recommended": ["REQ-900"]}, "group": {"not_asked": ["REQ-900"]}},
           "changes": [{"rule": "STIG-900", "change": "info", "why": {"en": "w", "fr": "w"}}], "late_entry": {"hours": 24, "working_days": true}},
          {"id": "ours", "extends": "base", "name": {"en": "o", "fr": "o"}, "description": {"en": "d", "fr": "d"}, "adopted_by": {"en": "us", "fr": "nous"},
           "changes": [{"rule": "STIG-900", "change": "off", "notes": ["individual"], "why": {"en": "w", "fr": "w"}}]}]})";
    }();
    const rule_set rules = compiled({with_profiles});
    const auto by = [&](std::string profile, note_kind kind) {
        note what = in_english("She is an addict. The neighbour said so.");
        what.kind = kind;
        note_check_options options;
        options.profile = std::move(profile);
        return of(what, options, rules);
    };
    const note_report base = by("base", note_kind::individual), ours = by("ours", note_kind::individual), group = by("ours", note_kind::group);
    EXPECT_EQ(first(base, rules, "REQ-900")->severity, review_severity::info);
    EXPECT_EQ(first(base, rules, "STIG-900")->severity, review_severity::info);
    EXPECT_EQ(first(base, rules, "STIG-900")->suppressed_by, suppression::none);
    EXPECT_EQ(first(ours, rules, "STIG-900")->suppressed_by, suppression::profile);
    EXPECT_EQ(first(group, rules, "STIG-900")->suppressed_by, suppression::none);
    EXPECT_EQ(first(group, rules, "REQ-900"), nullptr);
    EXPECT_EQ(first(by("", note_kind::individual), rules, "STIG-900")->severity, review_severity::error) << "without a profile, rules as they stand";
    note_check_options unknown;
    unknown.profile = "theirs";
    const auto refused = note_checker(rules).check(in_english("x"), unknown);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.problems().code(), status::not_found);
}

TEST(note_check, only_working_days_count_where_a_profile_says_so) {
    // Friday 2026-03-06, 16:00, to Monday 2026-03-09, 15:00: 71 hours, 23 without the weekend.
    const auto late = [](bool working_days, std::string_view written) {
        std::string json = pack_json(element);
        json.pop_back();
        json += R"(, "profiles": [{"id": "p", "name": {"en": "b", "fr": "b"}, "description": {"en": "d", "fr": "d"}, "adopted_by": {"en": "n", "fr": "p"}, "late_entry": {"hours": 24, "working_days": )" +
                std::string(working_days ? "true" : "false") + "}}]}";
        note what = in_english("We met and drank tea.");
        what.fields[static_cast<std::size_t>(note_field::service_date)] = "2026-03-06";
        what.fields[static_cast<std::size_t>(note_field::end)] = "16:00";
        what.fields[static_cast<std::size_t>(note_field::written_at)] = written;
        note_check_options options;
        options.profile = "p";
        return of(what, options, compiled({json})).late;
    };
    EXPECT_TRUE(late(false, "2026-03-09T15:00"));
    EXPECT_FALSE(late(true, "2026-03-09T15:00"));
    EXPECT_TRUE(late(true, "2026-03-09T18:00"));
}

TEST(note_check, a_finding_left_alone_loses_its_weight_until_its_day) {
    const rule_set rules = one_rule("en", R"(["addict"])");
    const std::string fingerprint = checked(rules, "She is an addict now.").findings.front().fingerprint;
    const auto left = read_baseline(R"({"format": "peersupport-baseline-1", "entries": [{"fingerprint": ")" + fingerprint + R"(", "rule": "STIG-900", "who": "Kim", "why": "her own title", "until": "2026-12-31"}]})");
    ASSERT_TRUE(left.has_value());
    const auto weight = [&](std::string_view text, std::string_view now) {
        note_check_options options;
        options.now = now;
        options.left_alone = &*left;
        return of(in_english(text), options, rules).findings.front().suppressed_by;
    };
    EXPECT_EQ(weight("She is an addict now.", "2026-12-31"), suppression::baseline);
    EXPECT_EQ(weight("Something else first. She is an addict now.", ""), suppression::baseline) << "wherever it stands";
    EXPECT_EQ(weight("She is an addict now.", "2027-01-01"), suppression::none);
    EXPECT_EQ(weight("He was the addict of old.", "2026-12-31"), suppression::none) << "other words, another finding";
}

TEST(note_check, a_baseline_that_cannot_be_read_is_told_with_all_its_places) {
    const auto read = read_baseline(R"({"format": "peersupport-baseline-1", "entries": [{"fingerprint": "xyz", "rule": "A", "who": "", "why": "w"}, {"fingerprint": "0123456789abcdef", "rule": "A", "who": "w", "why": "w", "until": "2026-13-01"}]})");
    ASSERT_FALSE(read.has_value());
    std::vector<std::string> paths;
    for (const problem& p : read.problems().problems) paths.push_back(p.path);
    EXPECT_EQ(paths, (words{"/entries/0/fingerprint", "/entries/0/who", "/entries/1/until"}));
}

TEST(note_check, refuses_what_is_not_utf8_and_what_is_too_large_without_a_word_of_it) {
    const auto invalid = note_checker(small()).check(in_english("good \xFF secret"));
    ASSERT_FALSE(invalid.has_value());
    EXPECT_EQ(invalid.problems().code(), status::json_not_utf8);
    EXPECT_EQ(invalid.problems().problems.front().offset, 5U);
    const std::string large((1U << 20U) + 1, 'a');
    EXPECT_EQ(note_checker(small()).check(in_english(large)).problems().code(), status::too_large);
}

TEST(note_check, the_same_note_gives_the_same_bytes_from_any_checker) {
    const std::string_view text = "An ambulance came at 25:10. She hopes.";
    note_checker used(small());
    (void)used.check(in_english("Something longer that fills the memory of this checker, with an ambulance."));
    const auto again = used.check(in_english(text)), fresh = note_checker(small()).check(in_english(text));
    EXPECT_EQ(write_note_report(*again, small(), language::en), write_note_report(*fresh, small(), language::en));
}

TEST(note_check, the_language_is_told_by_small_words) {
    EXPECT_EQ(of(note{"the cat is here and the dog"}).in, language::en);
    EXPECT_EQ(of(note{"le chat est ici et la chienne"}).in, language::fr);
    EXPECT_EQ(of(note{""}).in, language::en);
}
