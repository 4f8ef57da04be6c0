/* SPDX-License-Identifier: Apache-2.0 */
/* The role check through C. That its findings are right is the C++ tests' to say. */
#include "canary.h"
#include "small_note.h"
#include "small_role.h"

static peersupport_rules *role_rules(void) {
    peersupport_rules *rules = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_rules_create(NULL, 0, &rules, NULL, NULL));
    return rules;
}

static int is(peersupport_text text, const char *wanted) {
    return text.size == strlen(wanted) && memcmp(text.data, wanted, text.size) == 0;
}

/* The first finding or component of a row of the definition; part -1 when there is none. */
static peersupport_role_finding finding_of(const peersupport_role_report *report, const char *row) {
    peersupport_role_finding finding = PEERSUPPORT_ROLE_FINDING_INIT;
    for (size_t i = 0; i < peersupport_role_report_count(report); ++i) {
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_at(report, i, PEERSUPPORT_ENGLISH, &finding));
        if (is(finding.row, row)) return finding;
    }
    memset(&finding, 0, sizeof finding);
    finding.part = -1;
    return finding;
}

static void a_description_is_checked(void) {
    peersupport_rules *rules = role_rules();
    peersupport_role_report *report = NULL;
    peersupport_problems *problems = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check(rules, small_role_json, sizeof small_role_json - 1, &report, &problems, NULL));
    peersupport_rules_free(rules); /* the report stays valid */
    CHECK(!problems);
    const peersupport_role_finding drift = finding_of(report, "drift-medication-handling");
    CHECK(drift.part == PEERSUPPORT_ROLE_DRIFT && drift.polarity == PEERSUPPORT_POLARITY_DOES && drift.weight == PEERSUPPORT_WEIGHT_FULL);
    CHECK(is(drift.field, "text") && drift.line == 1 && drift.byte_start == 4 && drift.start == 4 && drift.utf16_start == 4);
    CHECK(drift.instead.size > 0 && drift.message.size > 0 && drift.fingerprint.size == 16 && drift.entry == 0);
    const peersupport_role_finding limit = finding_of(report, "drift-search-security");
    CHECK(limit.polarity == PEERSUPPORT_POLARITY_DOES_NOT && limit.weight == PEERSUPPORT_WEIGHT_POLARITY && is(limit.field, "out-of-scope"));
    const peersupport_role_finding pay = finding_of(report, "jd-pay"), network = finding_of(report, "jd-network");
    CHECK(pay.part == PEERSUPPORT_ROLE_COMPONENT && pay.state == PEERSUPPORT_COMPONENT_PRESENT && is(pay.field, "pay"));
    CHECK(network.state == PEERSUPPORT_COMPONENT_MISSING && network.instead.size > 0 && network.line == 0);
    peersupport_role_report_free(report);
}

static void a_log_is_shared_out(void) {
    peersupport_rules *rules = role_rules();
    peersupport_role_report *report = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check(rules, small_log_json, sizeof small_log_json - 1, &report, NULL, NULL));
    CHECK(finding_of(report, "drift-drug-testing").entry == 1);
    CHECK(peersupport_role_report_minutes(report, PEERSUPPORT_ACTIVITY_OUTSIDE) == 30);
    CHECK(peersupport_role_report_minutes(report, PEERSUPPORT_ACTIVITY_INDIRECT) == 45);
    CHECK(peersupport_role_report_minutes(report, 99) == 0 && peersupport_role_report_minutes(NULL, 0) == 0);
    peersupport_role_report_free(report);
    peersupport_rules_free(rules);
}

static void reports_and_drafts_are_written(void) {
    peersupport_rules *rules = role_rules();
    peersupport_role_report *report = NULL;
    peersupport_string *json = NULL, *again = NULL, *sarif = NULL, *draft = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check(rules, small_role_json, sizeof small_role_json - 1, &report, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_json(report, PEERSUPPORT_ANY_LANGUAGE, &json, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_json(report, PEERSUPPORT_ENGLISH, &again, NULL));
    CHECK(strcmp(peersupport_string_data(json), peersupport_string_data(again)) == 0);
    CHECK(strstr(peersupport_string_data(json), "\"format\": \"peersupport-role-report-1\"") != NULL);
    CHECK(strstr(peersupport_string_data(json), "$31") == NULL);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_sarif(report, PEERSUPPORT_FRENCH, "r.txt", 5, &sarif, NULL));
    CHECK(strstr(peersupport_string_data(sarif), "\"version\": \"2.1.0\"") != NULL);
    CHECK(strstr(peersupport_string_data(sarif), "$31") == NULL);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_report_suggest(report, small_role_json, sizeof small_role_json - 1, PEERSUPPORT_ENGLISH, &draft, NULL, NULL));
    CHECK(strstr(peersupport_string_data(draft), "$31 an hour") != NULL);
    peersupport_string_free(draft);
    draft = NULL;
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH, peersupport_role_report_suggest(report, small_log_json, sizeof small_log_json - 1, PEERSUPPORT_ENGLISH, &draft, NULL, &error));
    CHECK(!draft);
    peersupport_string_free(sarif);
    sarif = NULL;
    CHECK_STATUS(PEERSUPPORT_JSON_NOT_UTF8, peersupport_role_report_sarif(report, PEERSUPPORT_FRENCH, "\xFF", 1, &sarif, NULL));
    peersupport_string_free(json);
    peersupport_string_free(again);
    peersupport_role_report_free(report);
    peersupport_rules_free(rules);
}

static void what_is_wrong_is_told_without_a_word_of_the_text(void) {
    static const char wrong[] = "{\"format\": \"peersupport-role-description-1\", \"text\": 7, \"Jane Roe 1961-03-04\": 1, "
                                "\"activities\": [{\"activity\": 3, \"minutes\": \"Jane Roe 1961-03-04\"}]}";
    static const char unknown[] = "{\"format\": \"peersupport-role-description-1\", \"sections\": {\"Jane Roe 1961-03-04\": \"x\"}, "
                                  "\"role\": \"Jane Roe 1961-03-04\"}";
    peersupport_rules *rules = role_rules();
    peersupport_role_report *report = NULL;
    peersupport_problems *problems = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK(peersupport_role_check(rules, wrong, sizeof wrong - 1, &report, &problems, &error) != PEERSUPPORT_OK);
    CHECK(!report && problems && error.total >= 4);
    search_for_canary(problems, &error);
    peersupport_problems_free(problems);
    CHECK(peersupport_role_check(rules, unknown, sizeof unknown - 1, &report, &problems, &error) != PEERSUPPORT_OK);
    CHECK(error.total == 2);
    search_for_canary(problems, &error);
    peersupport_problems_free(problems);
    CHECK_STATUS(PEERSUPPORT_JSON_NOT_UTF8, peersupport_role_check_text(rules, "Jane Roe 1961-03-04\xFF", 20, PEERSUPPORT_ANY_LANGUAGE, &report, &error));
    CHECK(error.offset == 19);
    search_for_canary(NULL, &error);
    CHECK(!report);
    peersupport_rules_free(rules);
}

static void rules_of_notes_are_not_rules_of_roles(void) {
    peersupport_rules *notes = NULL, *roles = NULL;
    peersupport_role_report *role = NULL;
    peersupport_note_report *note = NULL;
    const peersupport_text pack = { small_pack_json, sizeof small_pack_json - 1 };
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(NULL, 0, &notes, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_rules_create(&pack, 1, &roles, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check_text(notes, "a", 1, PEERSUPPORT_ENGLISH, &role, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_note_check_text(roles, "a", 1, PEERSUPPORT_ENGLISH, &note, NULL));
    CHECK(!role && !note);
    peersupport_rules_free(notes);
    peersupport_rules_free(roles);
}

static void nothing_is_done_with_nothing(void) {
    peersupport_rules *rules = role_rules(), *none = NULL;
    peersupport_role_report *report = NULL;
    peersupport_string *string = NULL;
    peersupport_role_finding finding = PEERSUPPORT_ROLE_FINDING_INIT;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_rules_create(NULL, 1, &none, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_rules_create(NULL, 0, NULL, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check_text(NULL, "a", 1, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check_text(rules, NULL, 1, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check_text(rules, "a", 1, 99, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check_text(rules, "a", 1, PEERSUPPORT_ENGLISH, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check(rules, NULL, 2, &report, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_check(rules, "{}", 2, NULL, NULL, NULL));
    CHECK(!report && !none && peersupport_role_report_count(NULL) == 0);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check_text(rules, NULL, 0, PEERSUPPORT_ANY_LANGUAGE, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_at(NULL, 0, PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_at(report, peersupport_role_report_count(report), PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_at(report, 0, PEERSUPPORT_ENGLISH, NULL));
    finding.struct_size = 8;
    peersupport_role_report_free(report);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check_text(rules, "You give medication.", 20, PEERSUPPORT_ENGLISH, &report, NULL));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_role_report_at(report, 0, PEERSUPPORT_ENGLISH, &finding));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_json(report, 99, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_sarif(report, PEERSUPPORT_ENGLISH, NULL, 1, &string, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_role_report_suggest(NULL, "{}", 2, PEERSUPPORT_ENGLISH, &string, NULL, NULL));
    CHECK(!string);
    peersupport_role_report_free(report);
    peersupport_role_report_free(NULL);
    peersupport_rules_free(rules);
}

int main(void) {
    a_description_is_checked();
    a_log_is_shared_out();
    reports_and_drafts_are_written();
    what_is_wrong_is_told_without_a_word_of_the_text();
    rules_of_notes_are_not_rules_of_roles();
    nothing_is_done_with_nothing();
    return check_result();
}
