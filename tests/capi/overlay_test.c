/* SPDX-License-Identifier: Apache-2.0 */
/* Overlays through C: what they change, and what is refused with which code, and where. */
#include "small_definition.h"

static void change_is(const peersupport_definition *in, int32_t change, const char *id) {
    peersupport_text text = {"", 0};
    size_t count = 0;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_change_count(in, change, &count));
    CHECK(count == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_change_id(in, change, 0, &text));
    CHECK_TEXT(id, text);
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_change_id(in, change, 1, &text));
}

static void an_overlay_adds_replaces_and_switches_off(void) {
    peersupport_definition *base = small_definition(), *made = small_with_overlay(), *none = NULL;
    peersupport_text before, text;
    size_t table = 0, row = 0, count = 0;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_digest(base, &before));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_digest(made, &text));
    CHECK(text.size == before.size && memcmp(text.data, before.data, text.size) == 0);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_version_of(made, &text));
    CHECK_TEXT("2.3.4", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_id(made, &text));
    CHECK_TEXT("acme", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_version(made, &text));
    CHECK_TEXT("1.0.0", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_digest(made, &text));
    CHECK(is_digest(text));
    change_is(made, PEERSUPPORT_CHANGE_ADDED, "train-acme-keys");
    change_is(made, PEERSUPPORT_CHANGE_REPLACED, "train-basics");
    change_is(made, PEERSUPPORT_CHANGE_OFF, "train-extra");
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_change_count(made, 3, &count));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_change_count(made, -1, &count));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_change_id(made, 3, 0, &text));
    CHECK(number_in(made, "train-basics", "hours") == 35 && number_in(base, "train-basics", "hours") == 40);
    CHECK_TEXT("Premiers jours", text_in(made, "train-basics", "name", PEERSUPPORT_FRENCH));
    CHECK_TEXT("Cl\xC3\xA9s", text_in(made, "train-acme-keys", "name", PEERSUPPORT_FRENCH));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_find(made, "train-extra", 11, &table, &row, NULL));
    CHECK_STATUS(
        PEERSUPPORT_RULE_CONFLICT,
        peersupport_definition_lay_over(made, small_overlay_json, sizeof small_overlay_json - 1, &none, NULL, NULL));
    CHECK(!none);
    peersupport_definition_free(base);
    CHECK_TEXT("Espoir", text_in(made, "hope", "name", PEERSUPPORT_FRENCH)); /* a row of the base */
    peersupport_definition_free(made);
}

/* Overlays the library refuses: what they say after the head, with which code, and where. */
static const struct {
    int32_t code;
    const char *path, *rest;
} refused_overlays[] = {
    {PEERSUPPORT_TABLE_FIXED, "/add/values", ", \"add\": {\"values\": [{\"id\": \"acme-value\"}]}}"},
    {PEERSUPPORT_ROW_FIXED, "/off/0", ", \"off\": [\"hope\"]}"},
    {PEERSUPPORT_ROW_FIXED, "/off/0", ", \"off\": [\"drift-force\"]}"},
    {PEERSUPPORT_ROW_FIXED, "/off/1", ", \"off\": [\"train-extra\", \"train-basics\"]}"},
    {PEERSUPPORT_ROW_IN_USE, "/off/0", ", \"off\": [\"drift-errands\"]}"},
    {PEERSUPPORT_MEMBER_FIXED, "/replace/train-basics/level",
     ", \"replace\": {\"train-basics\": {\"level\": \"could\"}}}"},
    {PEERSUPPORT_MEMBER_FIXED, "/replace/train-basics/id",
     ", \"replace\": {\"train-basics\": {\"id\": \"train-acme-x\"}}}"},
    {PEERSUPPORT_RULE_CONFLICT, "/replace/train-extra",
     ", \"off\": [\"train-extra\"], \"replace\": {\"train-extra\": {\"hours\": 3}}}"},
    {PEERSUPPORT_REFERENCE_UNKNOWN, "/off/0", ", \"off\": [\"nothing\"]}"},
    {PEERSUPPORT_ID_DUPLICATE, "/off/1", ", \"off\": [\"train-extra\", \"train-extra\"]}"},
    {PEERSUPPORT_REFERENCE_UNKNOWN, "/replace/nothing", ", \"replace\": {\"nothing\": {}}}"},
    {PEERSUPPORT_FIELD_UNKNOWN, "/replace/train-basics/nothing",
     ", \"replace\": {\"train-basics\": {\"nothing\": 3}}}"},
    {PEERSUPPORT_FIELD_TYPE, "/replace/train-basics/hours", ", \"replace\": {\"train-basics\": {\"hours\": \"3\"}}}"},
    {PEERSUPPORT_FIELD_VALUE, "/replace/train-basics/hours", ", \"replace\": {\"train-basics\": {\"hours\": -3}}}"},
    {PEERSUPPORT_FIELD_UNKNOWN, "/more", ", \"more\": 1}"},
    {PEERSUPPORT_JSON_SYNTAX, "", ", \"off\": [}"},
};

static void refused_overlay(const peersupport_definition *base, int32_t code, const char *path, const char *json) {
    peersupport_definition *none = NULL;
    peersupport_problems *problems = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(code, peersupport_definition_lay_over(base, json, strlen(json), &none, &problems, &error));
    CHECK(!none && error.code == code && error.total >= 1 && strcmp(error.path, path) == 0);
    if (strcmp(error.path, path) != 0) printf("at %s, expected %s\n", error.path, path);
    CHECK(peersupport_problems_count(problems) >= 1);
    peersupport_problems_free(problems);
}

static void overlays_are_refused_with_codes(void) {
    static const char added[] =
        "{\"id\": \"%s\", \"level\": \"could\", \"name\": {\"en\": \"A\", \"fr\": \"B\"}, "
        "\"standing\": \"%s\", \"sources\": [\"src-ours\"]}";
    peersupport_definition *base = small_definition();
    char json[1024], row[256];
    for (size_t i = 0; i < sizeof refused_overlays / sizeof *refused_overlays; ++i) {
        snprintf(json, sizeof json, "%s%s", SMALL_OVERLAY_HEAD, refused_overlays[i].rest);
        refused_overlay(base, refused_overlays[i].code, refused_overlays[i].path, json);
    }
    snprintf(row, sizeof row, added, "train-keys", "proposed");
    snprintf(json, sizeof json, "%s, \"add\": {\"training_components\": [%s]}}", SMALL_OVERLAY_HEAD, row);
    refused_overlay(base, PEERSUPPORT_ID_FOREIGN, "/add/training_components/0", json);
    snprintf(row, sizeof row, added, "train-acme-keys", "published");
    snprintf(json, sizeof json, "%s, \"add\": {\"training_components\": [%s]}}", SMALL_OVERLAY_HEAD, row);
    refused_overlay(base, PEERSUPPORT_CLAIM_UNCOVERED, "/add/training_components/0/standing", json);
    snprintf(row, sizeof row, added, "train-acme-keys", "proposed");
    snprintf(json, sizeof json, "%s, \"add\": {\"training_components\": [%s, %s]}}", SMALL_OVERLAY_HEAD, row, row);
    refused_overlay(base, PEERSUPPORT_ID_DUPLICATE, "/add/training_components/1/id", json);
    refused_overlay(base, PEERSUPPORT_DEFINITION_OTHER, "/base/version",
                    "{\"format\": \"peersupport-overlay-1\", \"id\": \"acme\", \"version\": \"1.0.0\", "
                    "\"organization\": {\"en\": \"A\", \"fr\": \"B\"}, \"base\": {\"version\": \"2.3.5\"}}");
    refused_overlay(base, PEERSUPPORT_FORMAT_UNSUPPORTED, "/format", "{\"format\": \"peersupport-overlay-2\"}");
    refused_overlay(base, PEERSUPPORT_FORMAT_UNSUPPORTED, "/format", small_definition_json);
    refused_overlay(base, PEERSUPPORT_FIELD_TYPE, "", "[]");
    peersupport_definition_free(base);
}

static void an_overlay_goes_over_the_canonical_definition(void) {
    peersupport_definition *base = canonical_definition(), *made = NULL;
    char json[512];
    snprintf(json, sizeof json,
             "{\"format\": \"peersupport-overlay-1\", \"id\": \"acme\", \"version\": \"1.0.0\", "
             "\"organization\": {\"en\": \"A\", \"fr\": \"B\"}, \"base\": {\"version\": \"%s\"}}",
             peersupport_definition_version());
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_lay_over(base, json, strlen(json), &made, NULL, NULL));
    for (size_t t = 0; t < peersupport_definition_table_count(base); ++t) {
        size_t rows = 0, same = 1;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_count(base, t, &rows));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_count(made, t, &same));
        CHECK(rows == same);
    }
    peersupport_definition_free(base);
    peersupport_definition_free(made);
}

static void an_export_with_an_overlay_is_not_a_base(void) {
    peersupport_definition *one = small_with_overlay(), *none = NULL;
    peersupport_string *json = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(one, PEERSUPPORT_INDENTED, &json, NULL));
    CHECK_STATUS(
        PEERSUPPORT_RULE_CONFLICT,
        peersupport_definition_from_json(peersupport_string_data(json), peersupport_string_size(json), &none, NULL, &error));
    CHECK(!none && strcmp(error.path, "/overlay") == 0);
    peersupport_string_free(json);
    peersupport_definition_free(one);
}

int main(void) {
    an_overlay_adds_replaces_and_switches_off();
    overlays_are_refused_with_codes();
    an_overlay_goes_over_the_canonical_definition();
    an_export_with_an_overlay_is_not_a_base();
    return check_result();
}
