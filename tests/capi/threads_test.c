/* SPDX-License-Identifier: Apache-2.0 */
/* Eight threads use one instrument, one plan, two definitions and one set of rules, without locks, and get the bytes one thread gets. */
#define _POSIX_C_SOURCE 200809L
#include "small_instrument.h"
#include "small_note.h"
#include "small_programme.h"

#include <pthread.h>

enum { THREADS = 8, ROUNDS = 200, ROWS = 512 };

static const peersupport_instrument *instrument;
static const peersupport_plan *plan;
static const peersupport_definition *canonical, *overlaid;
static const peersupport_rules *rules;
static peersupport_string *exported, *reported, *noted;
static int32_t codes[ROWS][4];
static double expected[ROWS][2];

static int32_t score(double *into) {
    peersupport_column columns[4];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    small_columns(&codes[0][0], columns);
    outputs.f64.data = into;
    outputs.f64.size = ROWS * 2;
    return peersupport_score_batch(plan, columns, 4, ROWS, PEERSUPPORT_INVALID_RAISE, &outputs, NULL, NULL);
}

/* Whether a string is not the expected one; frees it. */
static int differs(peersupport_string *got, const peersupport_string *from) {
    const size_t size = peersupport_string_size(from);
    const int bad = !got || peersupport_string_size(got) != size ||
                    memcmp(peersupport_string_data(got), peersupport_string_data(from), size) != 0;
    peersupport_string_free(got);
    return bad;
}

/* Reads both definitions; makes and frees some of its own over the one all threads read. */
static int read_definitions(int round) {
    peersupport_definition *own = NULL, *made = NULL;
    peersupport_string *json = NULL, *report = NULL;
    peersupport_search_hit hits[8];
    peersupport_text label;
    size_t table = 0, row = 0, needed = 0;
    int bad = peersupport_definition_find(overlaid, "train-acme-keys", 15, &table, &row, NULL) != PEERSUPPORT_OK;
    bad |= peersupport_definition_row_label(overlaid, table, row, PEERSUPPORT_FRENCH, &label) != PEERSUPPORT_OK;
    bad |= label.size != 5;
    bad |= peersupport_definition_search(overlaid, "keys", 4, PEERSUPPORT_ANY_LANGUAGE, hits, 8, &needed, NULL) !=
           PEERSUPPORT_OK;
    bad |= needed != 1 || hits[0].row != row;
    bad |= peersupport_definition_to_json(overlaid, PEERSUPPORT_CANONICAL, &json, NULL) != PEERSUPPORT_OK;
    bad |= differs(json, exported);
    bad |= peersupport_definition_lay_over(overlaid, small_overlay_json, sizeof small_overlay_json - 1, &made, NULL,
                                           NULL) != PEERSUPPORT_RULE_CONFLICT;
    if (round % 10 == 0) {
        bad |= peersupport_definition_canonical(&own, NULL) != PEERSUPPORT_OK;
        bad |= check_on(round % 20 ? own : canonical, "2026-06-30", &report) != PEERSUPPORT_OK ||
               differs(report, reported);
        peersupport_definition_free(own);
    }
    return bad;
}

/* Checks a note; its report as JSON. */
static peersupport_string *check_note(void) {
    peersupport_note_report *report = NULL;
    peersupport_string *json = NULL;
    if (peersupport_note_check(rules, small_note_json, sizeof small_note_json - 1, &report, NULL, NULL) == PEERSUPPORT_OK)
        (void)peersupport_note_report_json(report, PEERSUPPORT_ANY_LANGUAGE, &json, NULL);
    peersupport_note_report_free(report);
    return json;
}

static void *work(void *failures) {
    static const char json[] = "{\"id\": 7}";
    double values[ROWS][2];
    for (int round = 0; round < ROUNDS; ++round) {
        peersupport_error error = PEERSUPPORT_ERROR_INIT;
        peersupport_instrument *none = NULL;
        peersupport_plan *own = NULL;
        peersupport_text name;
        peersupport_score scores[2];
        int bad = score(&values[0][0]) != PEERSUPPORT_OK || memcmp(values, expected, sizeof values) != 0;
        bad |= peersupport_score_one(plan, codes[round], 4, scores, 2, NULL, &error) != PEERSUPPORT_OK;
        bad |= memcmp(&scores[0].value, &expected[round][0], sizeof(double)) != 0;
        bad |= peersupport_instrument_from_json(json, sizeof json - 1, &none, NULL, &error) == PEERSUPPORT_OK;
        bad |= peersupport_instrument_name(instrument, PEERSUPPORT_FRENCH, &name) != PEERSUPPORT_OK;
        bad |= peersupport_plan_create(instrument, "two", 3, NULL, &own, &error) != PEERSUPPORT_OK;
        peersupport_plan_free(own);
        bad |= read_definitions(round);
        if (round % 10 == 0) bad |= differs(check_note(), noted);
        *(int *)failures += bad;
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    int failures[THREADS] = {0};
    peersupport_instrument *made = small_instrument();
    peersupport_plan *compiled = small_plan();
    peersupport_definition *one = canonical_definition(), *two = small_with_overlay();
    instrument = made;
    plan = compiled;
    canonical = one;
    overlaid = two;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(two, PEERSUPPORT_CANONICAL, &exported, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, check_on(one, "2026-06-30", &reported));
    peersupport_rules *bundled = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(NULL, 0, &bundled, NULL, NULL));
    rules = bundled;
    noted = check_note();
    CHECK(noted != NULL);
    for (int r = 0; r < ROWS; ++r)
        for (int i = 0; i < 4; ++i) codes[r][i] = (r * 7 + i * 3) % 11 < 5 ? (r * 7 + i * 3) % 11 : 9;
    CHECK_STATUS(PEERSUPPORT_OK, score(&expected[0][0]));
    for (int t = 0; t < THREADS; ++t) CHECK(pthread_create(&threads[t], NULL, work, &failures[t]) == 0);
    for (int t = 0; t < THREADS; ++t) {
        CHECK(pthread_join(threads[t], NULL) == 0);
        CHECK(failures[t] == 0);
    }
    peersupport_string_free(exported);
    peersupport_string_free(reported);
    peersupport_string_free(noted);
    peersupport_rules_free(bundled);
    peersupport_definition_free(one);
    peersupport_definition_free(two);
    peersupport_plan_free(compiled);
    peersupport_instrument_free(made);
    return check_result();
}
