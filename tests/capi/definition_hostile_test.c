/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes from anyone, read as a definition and as an overlay. */
#include "canary.h"
#include "small_definition.h"

#include <stdlib.h>

static int failed_reads;

/* Reads bytes as a definition and as an overlay: a documented status, and a handle exactly when it is OK. */
static void read_hostile(const peersupport_definition *base, const char *bytes, size_t size) {
    for (int overlay = 0; overlay < 2; ++overlay) {
        peersupport_definition *made = NULL;
        peersupport_problems *problems = NULL;
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        const int32_t status = overlay ? peersupport_definition_lay_over(base, bytes, size, &made, &problems, &error)
                                       : peersupport_definition_from_json(bytes, size, &made, &problems, &error);
        failed_reads += status != PEERSUPPORT_OK;
        CHECK((status == PEERSUPPORT_OK) == (made != NULL));
        CHECK((status == PEERSUPPORT_OK) == (problems == NULL));
        CHECK(error.code == status && status != PEERSUPPORT_INTERNAL);
        CHECK(strcmp(peersupport_status_name(status), "UNKNOWN") != 0);
        search_for_canary(problems, &error);
        peersupport_problems_free(problems);
        peersupport_definition_free(made);
    }
}

/* `json` with `length` bytes at `at` replaced. */
static void read_with(const peersupport_definition *base, const char *json, size_t at, size_t length, const char *by,
                      size_t by_size) {
    const size_t size = strlen(json), made = size - length + by_size;
    char *bytes = malloc(made ? made : 1);
    if (!bytes) return;
    memcpy(bytes, json, at);
    memcpy(bytes + at, by, by_size);
    memcpy(bytes + at + by_size, json + at + length, size - at - length);
    read_hostile(base, bytes, made);
    free(bytes);
}

/* Every value becomes something else; every byte one that JSON or UTF-8 does not have; every end comes early. */
static void spoil(const peersupport_definition *base, const char *json, size_t step) {
    static const char *const instead[] = {
        quoted_canary,         "null", "-1", "1e400", "[]", "{}", "true", "\"\"", "\"\\ud800\"", "[[\"hope\"]]",
        "99999999999999999999"};
    const size_t size = strlen(json);
    size_t length = 0;
    for (const char *at = next_string_value(json, &length); at; at = next_string_value(at + length, &length))
        for (size_t i = 0; i < sizeof instead / sizeof *instead; ++i)
            read_with(base, json, (size_t)(at - json), length, instead[i], strlen(instead[i]));
    for (size_t at = 0; at < size; at += step) {
        read_hostile(base, json, at);
        read_with(base, json, at, 1, "\xFF", 1);
        read_with(base, json, at, 1, "\0", 1);
        read_with(base, json, at, 1, "", 0);
        read_with(base, json, at, 1, "}", 1);
    }
}

static void hostile_bytes_are_refused(void) {
    peersupport_definition *base = small_definition();
    char deep[4096];
    spoil(base, small_definition_json, 7);
    spoil(base, small_overlay_json, 1);
    memset(deep, '[', sizeof deep);
    read_hostile(base, deep, sizeof deep);
    memset(deep, ' ', sizeof deep);
    read_hostile(base, deep, sizeof deep);
    CHECK(failed_reads > 5000);
    CHECK(holds_canary(canary, sizeof canary - 1)); /* the search itself works */
    peersupport_definition_free(base);
}

static void the_export_with_bytes_changed_is_read_or_refused(void) {
    peersupport_definition *base = canonical_definition();
    peersupport_string *json = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(base, PEERSUPPORT_INDENTED, &json, NULL));
    const size_t size = peersupport_string_size(json);
    for (size_t i = 1; i < 40; ++i) {
        read_with(base, peersupport_string_data(json), size / 40 * i, 1, "\"", 1);
        read_with(base, peersupport_string_data(json), size / 40 * i, 1, "x", 1);
        read_hostile(base, peersupport_string_data(json), size / 40 * i);
    }
    peersupport_string_free(json);
    peersupport_definition_free(base);
}

static void more_than_the_limit_is_too_large(void) {
    const size_t size = ((size_t)16 << 20) + 1;
    char *bytes = malloc(size);
    peersupport_definition *none = NULL;
    if (!bytes) return;
    memset(bytes, ' ', size);
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE, peersupport_definition_from_json(bytes, size, &none, NULL, NULL));
    CHECK(!none);
    free(bytes);
}

int main(void) {
    hostile_bytes_are_refused();
    the_export_with_bytes_changed_is_read_or_refused();
    more_than_the_limit_is_too_large();
    return check_result();
}
