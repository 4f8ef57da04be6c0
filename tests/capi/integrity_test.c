/* SPDX-License-Identifier: Apache-2.0 */
/* Service integrity through C. That its figures are right is the C++ tests' to say. */
#include "canary.h"
#include "small_integrity.h"

#include <stdlib.h>

static peersupport_definition* by;
static peersupport_instrument* survey;
static peersupport_tally* tally;
static char answered[INTEGRITY_TEXT], request[INTEGRITY_TEXT];
static size_t answered_size, request_size;

static int says(const peersupport_string* document, const char* text) {
    return strstr(peersupport_string_data(document), text) != NULL;
}

static int equal(const peersupport_string* a, const peersupport_string* b) {
    return peersupport_string_size(a) == peersupport_string_size(b) &&
           memcmp(peersupport_string_data(a), peersupport_string_data(b), peersupport_string_size(a)) == 0;
}

static peersupport_string* profile_of(const char* text, size_t size) {
    peersupport_string* made = NULL;
    peersupport_problems* problems = (peersupport_problems*)by; /* becomes NULL: there are none */
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_integrity_assess(by, survey, tally, text, size, &made, &problems, &error));
    CHECK(made && !problems && error.code == PEERSUPPORT_OK && error.total == 0);
    return made;
}

static void answers_become_a_profile(void) {
    peersupport_string *profile = NULL, *same = profile_of(request, request_size);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_integrity_assess_answers(by, survey, answered, answered_size, &profile, NULL, NULL));
    CHECK(says(profile, "\"format\": \"peersupport-integrity-profile-1\""));
    CHECK(says(profile, "\"unit\": \"north\"") && says(profile, "\"showing\": \"shown\""));
    CHECK(says(profile, "\"verdict\": \"not-measurable\"") && says(profile, "We want a choice."));
    CHECK(says(profile, peersupport_definition_version()));
    CHECK(!says(profile, "person-0") && !says(profile, "worker-0")); /* whoever answered */
    CHECK(equal(profile, same));
    peersupport_string_free(profile);
    peersupport_string_free(same);
}

static void a_snapshot_is_a_baseline(void) {
    peersupport_string *kept = NULL, *same = NULL, *later;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_integrity_snapshot(by, survey, tally, request, request_size, &kept, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_integrity_snapshot_answers(by, survey, answered, answered_size, &same, NULL, NULL));
    CHECK(equal(kept, same) && says(kept, "\"format\": \"peersupport-snapshot-1\"") && !says(kept, "person-0"));
    const size_t room = peersupport_string_size(kept) + INTEGRITY_TEXT;
    char* with = malloc(room);
    if (!with) return;
    const int size = snprintf(with, room, "%s, \"baseline\": %s}", integrity_head, peersupport_string_data(kept));
    later = profile_of(with, (size_t)size);
    CHECK(says(later, "\"reason\": \"msg-no-baseline\"")); /* a wave is not measured against itself */
    peersupport_string_free(later);
    for (char* year = strstr(with, "baseline"); (year = strstr(year, "2025-")); ++year) memcpy(year, "2024-", 5);
    later = profile_of(with, (size_t)size);
    CHECK(says(later, "\"verdict\": \"measured\"") && says(later, "\"wave\": \"2024-1\""));
    free(with);
    peersupport_string_free(kept);
    peersupport_string_free(same);
    peersupport_string_free(later);
}

static int32_t assess(const char* text, peersupport_problems** problems, peersupport_error* error) {
    peersupport_string* made = NULL;
    const int32_t status = peersupport_integrity_assess(by, survey, tally, text, strlen(text), &made, problems, error);
    CHECK((status == PEERSUPPORT_OK) == (made != NULL));
    peersupport_string_free(made);
    return status;
}

static void everything_wrong_is_told_at_once(void) {
    static const char wrong[] =
        "{\"format\": \"peersupport-integrity-request-1\", \"policy\": {\"id\": \"k3\"},\n"
        " \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-01-01\"}, \"rank\": 1}";
    peersupport_problems* problems = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t status = assess(wrong, &problems, &error);
    CHECK(status >= 200 && status < 600 && error.code == status);
    CHECK(error.total == peersupport_problems_total(problems) && peersupport_problems_count(problems) == 4);
    for (size_t i = 0; i < peersupport_problems_count(problems); ++i) {
        peersupport_error one = PEERSUPPORT_ERROR_INIT;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_at(problems, i, &one));
        CHECK(one.path[0] == '/' && one.offset < sizeof wrong);
    }
    peersupport_problems_free(problems);
}

static void what_does_not_fit_the_answers_has_a_status(void) {
    static const struct {
        const char* more;
        const char* path;
        int32_t code;
    } cases[] = {{", \"own_unit\": \"south\"", "/own_unit", PEERSUPPORT_UNIT_UNKNOWN},
                 {", \"stratifier\": \"language\"", "/stratifier", PEERSUPPORT_STRATIFIER_UNKNOWN}};
    char text[INTEGRITY_TEXT];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        peersupport_problems* problems = NULL;
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        integrity_request(text, cases[i].more);
        CHECK_STATUS(cases[i].code, assess(text, &problems, &error));
        CHECK(error.total == 1 && strcmp(error.path, cases[i].path) == 0 && peersupport_problems_count(problems) == 1);
        peersupport_problems_free(problems);
    }
    CHECK_STATUS(PEERSUPPORT_POLICY_TOO_LOW,
                 assess("{\"format\": \"peersupport-integrity-request-1\", \"policy\": {\"minimum_people\": 4, "
                        "\"audience\": \"team\"}}",
                        NULL, NULL));
    peersupport_string* none = NULL;
    peersupport_instrument* other = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open("wai-sr", 6, &other, NULL));
    CHECK(peersupport_integrity_assess(by, other, tally, request, request_size, &none, NULL, NULL) >= 700);
    CHECK(!none);
    peersupport_instrument_free(other);
}

static void another_struct_size_is_refused(void) {
    peersupport_string* none = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    error.struct_size = 8;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_integrity_assess(by, survey, tally, request, request_size, &none, NULL, &error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_integrity_assess_answers(by, survey, answered, answered_size, &none, NULL, &error));
    CHECK(!none);
}

/* Cut short, and with bytes that are wrong: a documented status, and a profile exactly when it is OK. */
static void hostile_bytes_are_refused(void) {
    static const char* const instead[] = {"\"", "}", "9", "\xC3", ""};
    const size_t kinds = sizeof instead / sizeof *instead;
    char* bytes = malloc(answered_size + 1);
    int failed = 0;
    for (size_t at = 0; bytes && at < answered_size; at += at < 1200 ? 3 : 41)
        for (size_t i = 0; i <= kinds; ++i) {
            const size_t length = i == kinds ? 0 : strlen(instead[i]);
            size_t size = at;
            peersupport_string* profile = NULL;
            peersupport_problems* problems = NULL;
            memcpy(bytes, answered, at);
            if (i < kinds) {
                memcpy(bytes + at, instead[i], length);
                memcpy(bytes + at + length, answered + at + 1, answered_size - at - 1);
                size = answered_size - 1 + length;
            }
            const int32_t status =
                peersupport_integrity_assess_answers(by, survey, bytes, size, &profile, &problems, NULL);
            failed += status != PEERSUPPORT_OK;
            CHECK((status == PEERSUPPORT_OK) == (profile != NULL) && status != PEERSUPPORT_INTERNAL);
            CHECK((status == PEERSUPPORT_OK) == (problems == NULL));
            peersupport_problems_free(problems);
            peersupport_string_free(profile);
        }
    CHECK(failed > 1500);
    free(bytes);
}

static void no_error_tells_a_value(void) {
    const size_t by_size = sizeof quoted_canary - 1;
    char* bytes = malloc(answered_size + by_size + 1);
    size_t length = 0;
    int refused = 0;
    for (const char* at = next_string_value(answered, &length); bytes && at;
         at = next_string_value(at + length, &length)) {
        const size_t before = (size_t)(at - answered), rest = answered_size - before - length;
        peersupport_string* profile = NULL;
        peersupport_problems* problems = NULL;
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        memcpy(bytes, answered, before);
        memcpy(bytes + before, quoted_canary, by_size);
        memcpy(bytes + before + by_size, at + length, rest);
        refused += peersupport_integrity_assess_answers(by, survey, bytes, before + by_size + rest, &profile, &problems,
                                                        &error) != PEERSUPPORT_OK;
        search_for_canary(problems, &error);
        peersupport_problems_free(problems);
        peersupport_string_free(profile);
    }
    CHECK(refused > 30);
    free(bytes);
}

static int32_t publish(const char* text, const peersupport_string* ledger, peersupport_string** published,
                       peersupport_string** kept) {
    const char* earlier = ledger ? peersupport_string_data(ledger) : empty_ledger;
    return peersupport_tally_publish(by, survey, tally, text, strlen(text), earlier, strlen(earlier), published, kept,
                                     NULL, NULL);
}

static void figures_are_published_and_the_ledger_keeps_them(void) {
    peersupport_string *first = NULL, *second = NULL, *kept = NULL, *then = NULL, *alone = NULL, *none = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, publish(publish_request, NULL, &first, &kept));
    CHECK_STATUS(PEERSUPPORT_OK, publish(publish_request, kept, &second, &then));
    CHECK(says(first, "\"format\":\"peersupport-published-1\"") && says(first, "\"checked\":true"));
    CHECK(says(first, "\"unit\":\"north\"") && says(first, "\"people\":8") && equal(first, second));
    CHECK(peersupport_string_size(then) > peersupport_string_size(kept));
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_tally_publish(by, survey, tally, publish_request, sizeof publish_request - 1, NULL, 0,
                                           &alone, NULL, NULL, NULL));
    CHECK(says(alone, "\"checked\":false"));
    CHECK(publish("{\"format\": \"peersupport-publish-request-1\"}", kept, &none, &none) >= 200);
    CHECK_STATUS(PEERSUPPORT_FORMAT_UNSUPPORTED, publish(publish_request, first, &none, &none));
    CHECK(!none);
    peersupport_string* const all[] = {first, second, kept, then, alone};
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) peersupport_string_free(all[i]);
}

int main(void) {
    by = canonical_definition();
    survey = integrity_survey();
    tally = integrity_tally(survey);
    answered_size = answered_request(survey, answered);
    request_size = integrity_request(request, "");
    answers_become_a_profile();
    a_snapshot_is_a_baseline();
    everything_wrong_is_told_at_once();
    what_does_not_fit_the_answers_has_a_status();
    another_struct_size_is_refused();
    hostile_bytes_are_refused();
    no_error_tells_a_value();
    figures_are_published_and_the_ledger_keeps_them();
    peersupport_tally_free(tally);
    peersupport_instrument_free(survey);
    peersupport_definition_free(by);
    return check_result();
}
