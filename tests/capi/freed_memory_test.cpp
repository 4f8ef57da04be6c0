// SPDX-License-Identifier: Apache-2.0
// What somebody wrote about a person, in whatever field, stands in no error, finding or report, in no memory a report
// keeps, and in no heap memory that is given back: it is overwritten first. The stack, and what the caller holds, are
// not looked at.
#include "watched_memory.hpp"

#include "peersupport/review/note.hpp"

#include <cstdint>
#include <cstdio>
#include <string>

namespace {

using namespace std::string_literals;

const std::string sentence = "Sam met "s + canary + " and she is an addict who was non-compliant. ";
/// Too short for memory of its own: it lies within what holds it.
const std::string name(canary, 8);

std::string quoted(const std::string& text) { return "\"" + text + "\""; }
/// Spelled so that only who reads JSON finds it.
std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : text) made += c == 'J' ? "\\u004a"s : std::string(1, c);
    return quoted(made);
}

void look(const char* at, std::size_t size) { CHECK(!holds_canary(at, size)); }
void look(const peersupport_text& text) { look(text.data, text.size); }

/// Ends a watch: nothing was given back with the canary in it, and nothing that is there now has it.
void nothing_is_left() {
    CHECK(watched.freed_with_canary == 0);
    CHECK(in_use_with_canary() == 0);
}

void look_and_free(peersupport_string* made) {
    if (made) look(peersupport_string_data(made), peersupport_string_size(made));
    peersupport_string_free(made);
}

void look_and_free(peersupport_problems* problems, const peersupport_error& error) {
    search_for_canary(problems, &error);
    peersupport_problems_free(problems);
}

void look_through(const peersupport_note_report* report) {
    for (const int32_t in : {PEERSUPPORT_ENGLISH, PEERSUPPORT_FRENCH}) {
        peersupport_string *json = nullptr, *sarif = nullptr;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_json(report, in, &json, nullptr));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_sarif(report, in, "n", 1, &sarif, nullptr));
        look_and_free(json);
        look_and_free(sarif);
        for (std::size_t i = 0; i < peersupport_note_report_count(report); ++i) {
            peersupport_note_finding f = PEERSUPPORT_NOTE_FINDING_INIT;
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_at(report, i, in, &f));
            for (const peersupport_text& text : {f.rule, f.field, f.message, f.explanation, f.fingerprint}) look(text);
        }
    }
}

void look_through(const peersupport_role_report* report) {
    for (const int32_t in : {PEERSUPPORT_ENGLISH, PEERSUPPORT_FRENCH}) {
        peersupport_string *json = nullptr, *sarif = nullptr;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_json(report, in, &json, nullptr));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_sarif(report, in, "r", 1, &sarif, nullptr));
        look_and_free(json);
        look_and_free(sarif);
        for (std::size_t i = 0; i < peersupport_role_report_count(report); ++i) {
            peersupport_role_finding f = PEERSUPPORT_ROLE_FINDING_INIT;
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_at(report, i, in, &f));
            for (const peersupport_text& text : {f.rule, f.row, f.field, f.message, f.instead, f.fingerprint})
                look(text);
        }
    }
}

/// The members of a note behind its format.
int32_t check_note(const peersupport_rules* by, const std::string& members) {
    const std::string json = "{\"format\": \"peersupport-note-1\", " + members + "}";
    peersupport_note_report* report = nullptr;
    peersupport_problems* problems = nullptr;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    watch();
    const int32_t status = peersupport_note_check(by, json.data(), json.size(), &report, &problems, &error);
    nothing_is_left();
    if (report) look_through(report);
    look_and_free(problems, error);
    peersupport_note_report_free(report);
    nothing_is_left();
    watched.on = false;
    return status;
}

int32_t check_role(const peersupport_rules* by, const std::string& members) {
    const std::string json = "{\"format\": \"peersupport-role-description-1\", " + members + "}";
    peersupport_role_report* report = nullptr;
    peersupport_problems* problems = nullptr;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    watch();
    const int32_t status = peersupport_role_check(by, json.data(), json.size(), &report, &problems, &error);
    nothing_is_left();
    if (report) look_through(report);
    look_and_free(problems, error);
    peersupport_role_report_free(report);
    nothing_is_left();
    watched.on = false;
    return status;
}

void the_watch_sees_what_is_kept_and_what_is_given_back() {
    watch();
    auto* kept = new std::string(sentence);
    CHECK(in_use_with_canary() == 1);
    delete kept;
    CHECK(in_use_with_canary() == 0);
    CHECK(watched.freed_with_canary == 1);
    watched.on = false;
}

void nothing_of_a_note_is_left(const peersupport_rules* rules) {
    std::string long_text;
    for (int i = 0; i < 60; ++i) long_text += sentence;
    for (const std::string& text : {sentence, name, long_text}) {
        for (const std::string& written : {quoted(text), escaped(text)}) {
            CHECK_STATUS(PEERSUPPORT_OK, check_note(rules, "\"text\": " + written));
            for (std::size_t f = 0; f < peersupport::note_fields; ++f) {
                const std::string field =
                    quoted(std::string(peersupport::name_of(static_cast<peersupport::note_field>(f))));
                CHECK_STATUS(PEERSUPPORT_OK,
                             check_note(rules, "\"text\": \"We met.\", \"fields\": {" + field + ": " + written + "}"));
            }
        }
        CHECK_STATUS(PEERSUPPORT_OK, check_note(rules, "\"fields\": {\"people_present\": [" + quoted(text) + ", " +
                                                           quoted(text) + ", " + quoted(text) + "]}"));
        watch();
        peersupport_note_report* report = nullptr;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check_text(rules, text.data(), text.size(),
                                                                 PEERSUPPORT_ANY_LANGUAGE, &report, nullptr));
        nothing_is_left();
        look_through(report);
        peersupport_note_report_free(report);
        nothing_is_left();
        watched.on = false;
    }
}

void nothing_of_a_note_that_is_refused_is_left(const peersupport_rules* rules) {
    const std::string text = "\"text\": " + quoted(sentence) + ", ", other = quoted(sentence);
    CHECK_STATUS(PEERSUPPORT_FIELD_VALUE, check_note(rules, text + "\"kind\": " + other));
    CHECK_STATUS(PEERSUPPORT_FIELD_VALUE, check_note(rules, text + "\"language\": " + other));
    CHECK_STATUS(PEERSUPPORT_FIELD_UNKNOWN, check_note(rules, text + other + ": 1"));
    CHECK_STATUS(PEERSUPPORT_FIELD_UNKNOWN, check_note(rules, text + "\"fields\": {" + other + ": " + other + "}"));
    CHECK_STATUS(PEERSUPPORT_FIELD_TYPE,
                 check_note(rules, text + "\"fields\": {\"goal\": {" + other + ": " + other + "}}"));
    CHECK_STATUS(PEERSUPPORT_FIELD_TYPE,
                 check_note(rules, text + "\"fields\": {\"goal\": [" + other + ", 7, " + other + "]}"));
    CHECK_STATUS(PEERSUPPORT_JSON_DUPLICATE_KEY, check_note(rules, text + other + ": 1, " + other + ": 2"));
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, check_note(rules, text + "\"goal\""));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, check_note(rules, text + "\"profile\": \"theirs\""));
    CHECK_STATUS(PEERSUPPORT_DATE_MALFORMED, check_note(rules, text + "\"now\": \"today\""));
}

void nothing_of_a_role_is_left(const peersupport_rules* rules) {
    for (const std::string& text : {"You give medication to "s + canary + ".", sentence, name}) {
        const std::string written = quoted(text), list = "[" + written + ", " + escaped(text) + ", " + written + "]";
        CHECK_STATUS(PEERSUPPORT_OK, check_role(rules, "\"text\": " + escaped(text)));
        CHECK_STATUS(PEERSUPPORT_OK, check_role(rules, "\"sections\": {\"pay\": " + written + ", \"network\": " + list +
                                                           ", \"supervision\": " + written + ", \"out_of_scope\": " +
                                                           written + ", \"in_scope\": " + written + "}"));
        CHECK_STATUS(PEERSUPPORT_OK, check_role(rules, "\"activities\": [{\"activity\": " + written +
                                                           ", \"minutes\": 5}, {\"activity\": " + written +
                                                           "}, {\"activity\": " + written + "}]"));
        CHECK_STATUS(PEERSUPPORT_FIELD_UNKNOWN,
                     check_role(rules, "\"text\": " + written + ", \"sections\": {" + written + ": " + list + "}"));
        CHECK_STATUS(PEERSUPPORT_NOT_FOUND, check_role(rules, "\"text\": " + written + ", \"role\": " + written));
        CHECK_STATUS(PEERSUPPORT_NOT_FOUND,
                     check_role(rules, "\"activities\": [{\"activity\": " + written + ", \"code\": " + written + "}]"));
        CHECK_STATUS(PEERSUPPORT_FIELD_VALUE, check_role(rules, "\"text\": " + written + ", \"language\": " + written));
        watch();
        peersupport_role_report* report = nullptr;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check_text(rules, text.data(), text.size(),
                                                                 PEERSUPPORT_ANY_LANGUAGE, &report, nullptr));
        nothing_is_left();
        peersupport_role_report_free(report);
        nothing_is_left();
        watched.on = false;
    }
}

/// A draft quotes what it was made from; that is what it is for.
void a_draft_is_overwritten_when_it_is_freed(const peersupport_rules* rules) {
    const std::string json =
        "{\"format\": \"peersupport-role-description-1\", \"language\": \"en\", \"text\": \"You meet with people one to one, and with "s +
        canary + ".\", \"sections\": {\"pay\": " + quoted(sentence) + "}}";
    peersupport_role_report* report = nullptr;
    peersupport_string* draft = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check(rules, json.data(), json.size(), &report, nullptr, nullptr));
    watch();
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_suggest(report, json.data(), json.size(), PEERSUPPORT_ENGLISH,
                                                                 &draft, nullptr, nullptr));
    CHECK(watched.freed_with_canary == 0);
    CHECK(in_use_with_canary() == 1);
    CHECK(draft && holds_canary(peersupport_string_data(draft), peersupport_string_size(draft)));
    peersupport_string_free(draft);
    nothing_is_left();
    watched.on = false;
    peersupport_role_report_free(report);
}

/// With its N-th allocation refused, N = 0, 1, 2 …
void nothing_is_left_when_memory_ends(const peersupport_rules* rules) {
    const std::string json = "{\"format\": \"peersupport-note-1\", \"text\": " + quoted(sentence) +
                             ", \"fields\": {\"goal\": [" + quoted(sentence) + ", " + quoted(sentence) + "]}}";
    int32_t status = PEERSUPPORT_OUT_OF_MEMORY;
    for (long n = 0; status != PEERSUPPORT_OK && n < 10000 && check_failures < 5; ++n) {
        peersupport_note_report* report = nullptr;
        watch();
        watched.left = n;
        status = peersupport_note_check(rules, json.data(), json.size(), &report, nullptr, nullptr);
        watched.left = -1;
        peersupport_note_report_free(report);
        nothing_is_left();
        watched.on = false;
    }
    CHECK_STATUS(PEERSUPPORT_OK, status);
}

}  // namespace

int main() {
    peersupport_rules *notes = nullptr, *roles = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(nullptr, 0, &notes, nullptr, nullptr));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_rules_create(nullptr, 0, &roles, nullptr, nullptr));
    the_watch_sees_what_is_kept_and_what_is_given_back();
    nothing_of_a_note_is_left(notes);
    nothing_of_a_note_that_is_refused_is_left(notes);
    nothing_of_a_role_is_left(roles);
    a_draft_is_overwritten_when_it_is_freed(roles);
    nothing_is_left_when_memory_ends(notes);
    peersupport_rules_free(notes);
    peersupport_rules_free(roles);
    return check_result();
}
