/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever stands in an input's values, no error tells it: every string, number and tail of a good file is
   replaced by a canary, and errors, problems and texts are searched for it. */
#include "small_instrument.h"

#include <stdlib.h>

static const char canary[] = "Jane Roe 1961-03-04";
static int failed_reads;

static int holds_canary(const char *text, size_t size) {
    for (size_t i = 0; i + 8 <= size; ++i)
        if (memcmp(text + i, canary, 8) == 0) return 1;
    return 0;
}

static void search(const char *json, size_t size) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    peersupport_problems *problems = NULL;
    peersupport_instrument *one = NULL;
    const int32_t status = peersupport_instrument_from_json(json, size, &one, &problems, &error);
    failed_reads += status != PEERSUPPORT_OK;
    CHECK(!holds_canary((const char *)&error, sizeof error));
    for (size_t i = 0; i < peersupport_problems_count(problems); ++i) {
        peersupport_text path;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_path(problems, i, &path));
        CHECK(!holds_canary(path.data, path.size));
    }
    peersupport_problems_free(problems);
    if (one) {
        peersupport_plan *plan = NULL;
        peersupport_plan_create(one, canary, sizeof canary - 1, NULL, &plan, &error);
        CHECK(!plan && !holds_canary((const char *)&error, sizeof error));
    }
    peersupport_instrument_free(one);
}

/* Replaces `length` bytes at `at` and searches. */
static void with(size_t at, size_t length, const char *by) {
    const size_t size = sizeof small_json - 1;
    const size_t made = size - length + strlen(by);
    char *json = malloc(made);
    if (!json) return;
    memcpy(json, small_json, at);
    memcpy(json + at, by, strlen(by));
    memcpy(json + at + strlen(by), small_json + at + length, size - at - length);
    search(json, made);
    free(json);
}

static int is_value(const char *after_string) {
    while (*after_string == ' ' || *after_string == '\n') ++after_string;
    return *after_string != ':';
}

int main(void) {
    char quoted[64];
    CHECK(holds_canary(canary, sizeof canary - 1)); /* the search itself works */
    snprintf(quoted, sizeof quoted, "\"%s\"", canary);
    for (const char *at = strchr(small_json, '"'); at;) {
        const char *end = strchr(at + 1, '"') + 1;
        if (is_value(end)) with((size_t)(at - small_json), (size_t)(end - at), quoted);
        at = strchr(end, '"');
    }
    for (const char *at = strpbrk(small_json, "0123456789"); at; at = strpbrk(at + 1, "0123456789"))
        with((size_t)(at - small_json), 1, quoted);
    for (size_t at = 0; at < sizeof small_json - 1; at += 7) with(at, sizeof small_json - 1 - at, quoted);
    CHECK(failed_reads > 200);
    return check_result();
}
