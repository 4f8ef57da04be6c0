/* SPDX-License-Identifier: Apache-2.0 */
/* The programme check through C. That its findings are right is the C++ tests' to say. */
#include "canary.h"
#include "small_programme.h"

#include <stdlib.h>

static int says(const peersupport_string *report, const char *text) {
    return strstr(peersupport_string_data(report), text) != NULL;
}

static peersupport_string *report_by(const peersupport_definition *by, const char *day) {
    peersupport_string *report = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, check_on(by, day, &report));
    CHECK(report && strlen(peersupport_string_data(report)) == peersupport_string_size(report));
    return report;
}

static void a_programme_is_held_against_the_rules(void) {
    peersupport_definition *by = canonical_definition();
    peersupport_string *report = report_by(by, "2026-06-30"), *again = report_by(by, "2026-06-30");
    CHECK(says(report, "\"format\": \"peersupport-programme-report-1\""));
    CHECK(says(report, "\"programme\": \"small\"") && says(report, "\"as_of\": \"2026-06-30\""));
    CHECK(says(report, "\"rule\": \"rule-lone-peer\"") && says(report, "\"rule\": \"rule-no-supervisor\""));
    CHECK(says(report, "\"place\": \"/positions/0")); /* a JSON pointer into the file */
    CHECK(says(report, "\"en\": ") && says(report, "\"fr\": "));
    CHECK(says(report, peersupport_definition_version()));
    CHECK(peersupport_string_size(report) == peersupport_string_size(again));
    CHECK(memcmp(peersupport_string_data(report), peersupport_string_data(again), peersupport_string_size(report)) ==
          0);
    peersupport_string_free(report);
    peersupport_string_free(again);
    peersupport_definition_free(by);
}

static void what_comes_later_is_left_out(void) {
    peersupport_definition *by = canonical_definition();
    peersupport_string *early = report_by(by, "2026-01-15"), *late = report_by(by, "2026-12-31");
    CHECK(says(early, "\"filled\": 0") && !says(early, "rule-lone-peer"));
    CHECK(says(late, "\"filled\": 1") && says(late, "2026-09-01") && !says(early, "2026-09-01"));
    peersupport_string_free(early);
    peersupport_string_free(late);
    peersupport_definition_free(by);
}

/* A rule that is switched off is not applied, and the report says against what it was made. */
static void the_rules_are_those_of_the_definition(void) {
    peersupport_definition *base = canonical_definition(), *by = NULL;
    char overlay[512];
    snprintf(overlay, sizeof overlay,
             "{\"format\": \"peersupport-overlay-1\", \"id\": \"acme\", \"version\": \"1.0.0\", "
             "\"organization\": {\"en\": \"A\", \"fr\": \"B\"}, \"base\": {\"version\": \"%s\"}, "
             "\"off\": [\"rule-lone-peer\"]}",
             peersupport_definition_version());
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_lay_over(base, overlay, strlen(overlay), &by, NULL, NULL));
    peersupport_definition_free(base);
    if (!by) return;
    peersupport_string *report = report_by(by, "2026-06-30");
    CHECK(!says(report, "rule-lone-peer") && says(report, "rule-no-supervisor"));
    CHECK(says(report, "\"overlay\"") && says(report, "\"acme\""));
    peersupport_definition_free(by);
    CHECK(says(report, "\"acme\"")); /* the report needs no definition */
    peersupport_string_free(report);
}

static void the_day_is_checked_first(void) {
    static const struct {
        const char *day;
        int32_t code;
    } days[] = {{"2026-06-31", PEERSUPPORT_DATE_OUT_OF_RANGE},
                {"2025-12-31", PEERSUPPORT_DATE_OUT_OF_RANGE},
                {"1066-10-14", PEERSUPPORT_DATE_OUT_OF_RANGE},
                {"2026-6-30", PEERSUPPORT_DATE_MALFORMED},
                {"", PEERSUPPORT_DATE_MALFORMED},
                {"2026-06-30 ", PEERSUPPORT_DATE_MALFORMED}};
    peersupport_definition *by = canonical_definition();
    for (size_t i = 0; i < sizeof days / sizeof *days; ++i) {
        peersupport_string *none = NULL;
        peersupport_problems *problems = (peersupport_problems *)by; /* becomes NULL: the file has none */
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        CHECK_STATUS(days[i].code,
                     peersupport_programme_check(by, small_programme_json, sizeof small_programme_json - 1, days[i].day,
                                                 strlen(days[i].day), &none, &problems, &error));
        CHECK(!none && !problems && error.code == days[i].code && error.total == 1 && !error.path[0]);
    }
    peersupport_definition_free(by);
}

static void everything_wrong_is_told_at_once(void) {
    static const char wrong[] =
        "{\"format\": \"peersupport-programme-1\", \"id\": \"Small\", \"more\": 1,\n"
        " \"period\": {\"from\": \"2026-12-31\", \"to\": \"2026-01-01\"}, \"regions\": [],\n"
        " \"agencies\": 3, \"positions\": [], \"supervisors\": [], \"networks\": [], \"tables\": []}";
    peersupport_definition *by = canonical_definition();
    peersupport_string *none = NULL;
    peersupport_problems *problems = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t status =
        peersupport_programme_check(by, wrong, sizeof wrong - 1, "2026-06-30", 10, &none, &problems, &error);
    CHECK(status >= 200 && status < 300 && !none && error.code == status);
    CHECK(error.total == peersupport_problems_total(problems) && peersupport_problems_count(problems) >= 5);
    for (size_t i = 1; i < peersupport_problems_count(problems); ++i) {
        peersupport_error one = PEERSUPPORT_ERROR_INIT;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_at(problems, i, &one));
        CHECK(one.path[0] == '/' && one.offset < sizeof wrong);
    }
    peersupport_problems_free(problems);
    peersupport_definition_free(by);
}

static void another_struct_size_is_refused(void) {
    peersupport_definition *by = small_definition();
    peersupport_string *none = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    error.struct_size = 8;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_programme_check(by, "{}", 2, "2026-06-30", 10, &none, NULL, &error));
    peersupport_definition_free(by);
}

/* Cut short, and with bytes that are wrong: a documented status, and a report exactly when it is OK. */
static void hostile_bytes_are_refused(void) {
    static const char *const instead[] = {"\"", "}", "9", "\xC3", ""};
    const size_t size = sizeof small_programme_json - 1;
    peersupport_definition *by = canonical_definition();
    char *bytes = malloc(size + 1);
    int failed = 0;
    for (size_t at = 0; bytes && at < size; ++at)
        for (size_t i = 0; i <= sizeof instead / sizeof *instead; ++i) {
            const int cut = i == sizeof instead / sizeof *instead;
            const size_t length = cut ? 0 : strlen(instead[i]);
            peersupport_string *report = NULL;
            peersupport_problems *problems = NULL;
            memcpy(bytes, small_programme_json, at);
            if (!cut) {
                memcpy(bytes + at, instead[i], length);
                memcpy(bytes + at + length, small_programme_json + at + 1, size - at - 1);
            }
            const int32_t status = peersupport_programme_check(by, bytes, cut ? at : size - 1 + length, "2026-06-30",
                                                               10, &report, &problems, NULL);
            failed += status != PEERSUPPORT_OK;
            CHECK((status == PEERSUPPORT_OK) == (report != NULL) && status != PEERSUPPORT_INTERNAL);
            CHECK(status == PEERSUPPORT_OK ? !problems : problems || status == PEERSUPPORT_DATE_OUT_OF_RANGE);
            peersupport_problems_free(problems);
            peersupport_string_free(report);
        }
    CHECK(failed > 5000);
    free(bytes);
    peersupport_definition_free(by);
}

static void no_error_tells_a_value(void) {
    const size_t size = sizeof small_programme_json - 1, by_size = sizeof quoted_canary - 1;
    peersupport_definition *by = canonical_definition();
    char *bytes = malloc(size + by_size);
    size_t length = 0;
    int refused = 0;
    for (const char *at = next_string_value(small_programme_json, &length); bytes && at;
         at = next_string_value(at + length, &length)) {
        const size_t before = (size_t)(at - small_programme_json), rest = size - before - length;
        peersupport_string *report = NULL;
        peersupport_problems *problems = NULL;
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        memcpy(bytes, small_programme_json, before);
        memcpy(bytes + before, quoted_canary, by_size);
        memcpy(bytes + before + by_size, at + length, rest);
        refused += peersupport_programme_check(by, bytes, before + by_size + rest, "2026-06-30", 10, &report, &problems,
                                               &error) != PEERSUPPORT_OK;
        search_for_canary(problems, &error);
        peersupport_problems_free(problems);
        peersupport_string_free(report);
    }
    CHECK(refused > 25);
    free(bytes);
    peersupport_definition_free(by);
}

int main(void) {
    a_programme_is_held_against_the_rules();
    what_comes_later_is_left_out();
    the_rules_are_those_of_the_definition();
    the_day_is_checked_first();
    everything_wrong_is_told_at_once();
    another_struct_size_is_refused();
    hostile_bytes_are_refused();
    no_error_tells_a_value();
    return check_result();
}
