/* SPDX-License-Identifier: Apache-2.0 */
/* The note check through C. That its findings are right is the C++ tests' to say. */
#include "canary.h"
#include "small_note.h"

#include <stdlib.h>

static peersupport_rules *canonical_rules(void) {
    peersupport_rules *rules = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(NULL, 0, &rules, NULL, NULL));
    return rules;
}

static int is(peersupport_text text, const char *wanted) {
    return text.size == strlen(wanted) && memcmp(text.data, wanted, text.size) == 0;
}

/* The first finding of a rule; line 0 and weight -1 when there is none. */
static peersupport_note_finding finding_of(const peersupport_note_report *report, const char *rule) {
    peersupport_note_finding finding = PEERSUPPORT_NOTE_FINDING_INIT;
    for (size_t i = 0; i < peersupport_note_report_count(report); ++i) {
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_at(report, i, PEERSUPPORT_ENGLISH, &finding));
        if (is(finding.rule, rule)) return finding;
    }
    memset(&finding, 0, sizeof finding);
    finding.weight = -1;
    return finding;
}

static void a_text_is_checked_and_its_places_are_told_in_three_units(void) {
    static const char text[] = "\xC3\x89t\xC3\xA9 \xF0\x9F\x98\x80 Sam is an addict.";
    peersupport_rules *rules = canonical_rules();
    peersupport_note_report *report = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check_text(rules, text, sizeof text - 1, PEERSUPPORT_ENGLISH, &report, NULL));
    peersupport_rules_free(rules); /* the report stays valid */
    const peersupport_note_finding found = finding_of(report, "STIG-001");
    CHECK(found.weight == PEERSUPPORT_WEIGHT_FULL && found.severity == PEERSUPPORT_SEVERITY_ERROR);
    CHECK(is(found.field, "text") && found.message.size > 0 && found.explanation.size > 0 && found.fingerprint.size == 16);
    CHECK(memcmp(text + found.byte_start, "addict", 6) == 0 && found.byte_end - found.byte_start == 6);
    CHECK(found.start == 16 && found.end == 22 && found.utf16_start == 17 && found.utf16_end == 23);
    CHECK(found.line == 1 && found.column == 17);
    peersupport_note_finding french = PEERSUPPORT_NOTE_FINDING_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_at(report, 0, PEERSUPPORT_FRENCH, &french));
    CHECK(french.message.size > 0);
    peersupport_note_report_free(report);
}

static void a_note_with_fields_is_checked(void) {
    peersupport_rules *rules = canonical_rules();
    peersupport_note_report *report = NULL;
    peersupport_problems *problems = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check(rules, small_note_json, sizeof small_note_json - 1, &report, &problems, NULL));
    CHECK(!problems);
    CHECK(is(finding_of(report, "ACC-001").field, "end"));
    size_t quoted = 0, refused = 0;
    for (size_t i = 0; i < peersupport_note_report_count(report); ++i) {
        peersupport_note_finding finding = PEERSUPPORT_NOTE_FINDING_INIT;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_at(report, i, PEERSUPPORT_ENGLISH, &finding));
        quoted += is(finding.rule, "STIG-001") && finding.weight == PEERSUPPORT_WEIGHT_QUOTATION;
        refused += is(finding.rule, "POWR-002") && finding.weight == PEERSUPPORT_WEIGHT_FULL;
    }
    CHECK(quoted == 1 && refused == 1);
    peersupport_note_report_free(report);
    peersupport_rules_free(rules);
}

static void reports_are_written_as_json_and_sarif(void) {
    peersupport_rules *rules = canonical_rules();
    peersupport_note_report *report = NULL;
    peersupport_string *json = NULL, *again = NULL, *sarif = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check(rules, small_note_json, sizeof small_note_json - 1, &report, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_json(report, PEERSUPPORT_ANY_LANGUAGE, &json, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_json(report, PEERSUPPORT_ENGLISH, &again, NULL));
    CHECK(strcmp(peersupport_string_data(json), peersupport_string_data(again)) == 0);
    CHECK(strstr(peersupport_string_data(json), "\"format\": \"peersupport-note-report-1\"") != NULL);
    CHECK(strstr(peersupport_string_data(json), "refused his") == NULL);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_report_sarif(report, PEERSUPPORT_FRENCH, "n.txt", 5, &sarif, NULL));
    CHECK(strstr(peersupport_string_data(sarif), "\"version\": \"2.1.0\"") != NULL);
    CHECK(strstr(peersupport_string_data(sarif), "\"uri\": \"n.txt\"") != NULL);
    CHECK(strstr(peersupport_string_data(sarif), "refused his") == NULL);
    peersupport_string_free(sarif);
    sarif = NULL;
    CHECK_STATUS(PEERSUPPORT_JSON_NOT_UTF8, peersupport_note_report_sarif(report, PEERSUPPORT_FRENCH, "\xFF", 1, &sarif, NULL));
    CHECK(!sarif);
    peersupport_string_free(json);
    peersupport_string_free(again);
    peersupport_note_report_free(report);
    peersupport_rules_free(rules);
}

static void organizations_add_rules(void) {
    peersupport_text pack = { small_pack_json, sizeof small_pack_json - 1 };
    peersupport_rules *rules = NULL;
    peersupport_note_report *report = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(&pack, 1, &rules, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check_text(rules, "A frobnicator, an addict.", 25, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK(is(finding_of(report, "OURS-001").message, "Our word.") && finding_of(report, "STIG-001").weight == PEERSUPPORT_WEIGHT_FULL);
    peersupport_note_report_free(report);
    peersupport_rules_free(rules);
    pack.size -= 1;
    rules = NULL;
    peersupport_problems *problems = NULL;
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, peersupport_rules_create(&pack, 1, &rules, &problems, NULL));
    CHECK(!rules && problems);
    peersupport_problems_free(problems);
}

static void what_is_wrong_is_told_without_a_word_of_the_note(void) {
    static const char wrong[] = "{\"format\": \"peersupport-note-1\", \"text\": 7, \"fields\": {\"Jane Roe 1961-03-04\": \"x\", "
                                "\"goal\": {\"Jane Roe 1961-03-04\": 1}}, \"kind\": \"Jane Roe 1961-03-04\"}";
    static const char profile[] = "{\"format\": \"peersupport-note-1\", \"text\": \"x\", \"profile\": \"Jane Roe 1961-03-04\"}";
    peersupport_rules *rules = canonical_rules();
    peersupport_note_report *report = NULL;
    peersupport_problems *problems = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_FIELD_TYPE, peersupport_note_check(rules, wrong, sizeof wrong - 1, &report, &problems, &error));
    CHECK(!report && problems && error.total == 4);
    search_for_canary(problems, &error);
    peersupport_problems_free(problems);
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_note_check(rules, profile, sizeof profile - 1, &report, &problems, &error));
    search_for_canary(problems, &error);
    peersupport_problems_free(problems);
    CHECK_STATUS(PEERSUPPORT_JSON_NOT_UTF8, peersupport_note_check_text(rules, "Jane Roe 1961-03-04\xFF", 20, PEERSUPPORT_ANY_LANGUAGE, &report, &error));
    CHECK(error.offset == 19 && error.path[0] == 0);
    search_for_canary(NULL, &error);
    CHECK(!report);
    peersupport_rules_free(rules);
}

static void nothing_is_done_with_nothing(void) {
    peersupport_rules *rules = canonical_rules(), *none = NULL;
    peersupport_note_report *report = NULL;
    peersupport_string *string = NULL;
    peersupport_note_finding finding = PEERSUPPORT_NOTE_FINDING_INIT;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_rules_create(NULL, 1, &none, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_rules_create(NULL, 0, NULL, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check_text(NULL, "a", 1, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check_text(rules, NULL, 1, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check_text(rules, "a", 1, 99, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check_text(rules, "a", 1, PEERSUPPORT_ENGLISH, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check(NULL, "{}", 2, &report, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check(rules, NULL, 2, &report, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check(rules, "{}", 2, NULL, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, peersupport_note_check(rules, NULL, 0, &report, NULL, NULL));
    CHECK(!report && !none && peersupport_note_report_count(NULL) == 0);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check_text(rules, NULL, 0, PEERSUPPORT_ANY_LANGUAGE, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_at(NULL, 0, PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_at(report, peersupport_note_report_count(report), PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_at(report, 0, PEERSUPPORT_ANY_LANGUAGE, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_at(report, 0, PEERSUPPORT_ENGLISH, NULL));
    finding.struct_size = 8;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_note_report_at(report, 0, PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_json(NULL, PEERSUPPORT_ENGLISH, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_json(report, 99, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_json(report, PEERSUPPORT_ENGLISH, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_sarif(NULL, PEERSUPPORT_ENGLISH, NULL, 0, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_sarif(report, PEERSUPPORT_ENGLISH, NULL, 1, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_report_sarif(report, PEERSUPPORT_ENGLISH, NULL, 0, NULL, NULL));
    CHECK(!string);
    peersupport_note_report_free(report);
    peersupport_note_report_free(NULL);
    peersupport_rules_free(rules);
    peersupport_rules_free(NULL);
}

int main(void) {
    a_text_is_checked_and_its_places_are_told_in_three_units();
    a_note_with_fields_is_checked();
    reports_are_written_as_json_and_sarif();
    organizations_add_rules();
    what_is_wrong_is_told_without_a_word_of_the_note();
    nothing_is_done_with_nothing();
    return check_result();
}
