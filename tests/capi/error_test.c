/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdlib.h>

static int32_t read_json(const char *json, peersupport_problems **problems, peersupport_error *error) {
    peersupport_instrument *instrument = NULL;
    const int32_t status = peersupport_instrument_from_json(json, strlen(json), &instrument, problems, error);
    CHECK((status == PEERSUPPORT_OK) == (instrument != NULL));
    peersupport_instrument_free(instrument);
    return status;
}

static void a_syntax_error_tells_its_byte(void) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, read_json("{\"id\": ?}", NULL, &error));
    CHECK(error.code == PEERSUPPORT_JSON_SYNTAX);
    CHECK(error.offset <= 8);
    CHECK(error.total == 1);
    CHECK(error.row == PEERSUPPORT_NO_PLACE && error.column == PEERSUPPORT_NO_PLACE);
}

static void all_problems_are_listed_and_the_first_is_the_errors(void) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    peersupport_problems *problems = NULL;
    const int32_t status = read_json("{\"format\": \"peersupport-instrument-1\", \"id\": 7}", &problems, &error);
    CHECK(status != PEERSUPPORT_OK && problems);
    const size_t count = peersupport_problems_count(problems);
    CHECK(count > 3);
    CHECK(error.total == peersupport_problems_total(problems));
    for (size_t i = 0; i < count; ++i) {
        peersupport_error one;
        peersupport_text path;
        memset(&one, 0x5a, sizeof one); /* what was in it before goes */
        one.struct_size = sizeof one;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_at(problems, i, &one));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_path(problems, i, &path));
        CHECK(one.code != PEERSUPPORT_OK && one.total == error.total);
        CHECK_TEXT(one.path, path);
        CHECK(one.row == PEERSUPPORT_NO_PLACE && one.column == PEERSUPPORT_NO_PLACE);
        if (i == 0) CHECK(one.code == status && one.offset == error.offset && strcmp(one.path, error.path) == 0);
    }
    peersupport_error past = PEERSUPPORT_ERROR_INIT;
    peersupport_text path;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_problems_at(problems, count, &past));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_problems_path(problems, count, &path));
    past.struct_size = 8;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_problems_at(problems, 0, &past));
    peersupport_problems_free(problems);
}

static void an_error_is_overwritten_by_success(void) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, read_json("?", NULL, &error));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_self_test(&error));
    CHECK(error.code == PEERSUPPORT_OK && error.offset == PEERSUPPORT_NO_PLACE && error.total == 0 && !error.path[0]);
}

static void an_error_of_unknown_size_is_refused_and_not_touched(void) {
    peersupport_error error, before;
    memset(&error, 0x5a, sizeof error);
    before = error;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_self_test(&error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, read_json("?", NULL, &error));
    CHECK(memcmp(&error, &before, sizeof error) == 0);
}

static void more_problems_than_are_kept_are_counted(void) {
    char *json = malloc(60000), *end = json;
    end += sprintf(end, "{\"sources\": [");
    for (int i = 0; i < 200; ++i) end += sprintf(end, "%s{\"id\": %d}", i ? "," : "", i);
    sprintf(end, "]}");
    peersupport_problems *problems = NULL;
    CHECK(read_json(json, &problems, NULL) != PEERSUPPORT_OK);
    CHECK(peersupport_problems_count(problems) <= 100);
    CHECK(peersupport_problems_total(problems) > 200);
    peersupport_problems_free(problems);
    free(json);
}

static void counts_of_nothing_are_zero(void) {
    CHECK(peersupport_problems_count(NULL) == 0);
    CHECK(peersupport_problems_total(NULL) == 0);
    CHECK(peersupport_string_size(NULL) == 0);
    CHECK(peersupport_string_data(NULL) == NULL);
}

int main(void) {
    a_syntax_error_tells_its_byte();
    all_problems_are_listed_and_the_first_is_the_errors();
    an_error_is_overwritten_by_success();
    an_error_of_unknown_size_is_refused_and_not_touched();
    more_problems_than_are_kept_are_counted();
    counts_of_nothing_are_zero();
    return check_result();
}
