/* SPDX-License-Identifier: Apache-2.0 */
/* Eight threads use one instrument and one plan, without locks, and get the bytes one thread gets. */
#define _POSIX_C_SOURCE 200809L
#include "small_instrument.h"

#include <pthread.h>

enum { THREADS = 8, ROUNDS = 200, ROWS = 512 };

static const peersupport_instrument *instrument;
static const peersupport_plan *plan;
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
        *(int *)failures += bad;
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    int failures[THREADS] = {0};
    peersupport_instrument *made = small_instrument();
    peersupport_plan *compiled = small_plan();
    instrument = made;
    plan = compiled;
    for (int r = 0; r < ROWS; ++r)
        for (int i = 0; i < 4; ++i) codes[r][i] = (r * 7 + i * 3) % 11 < 5 ? (r * 7 + i * 3) % 11 : 9;
    CHECK_STATUS(PEERSUPPORT_OK, score(&expected[0][0]));
    for (int t = 0; t < THREADS; ++t) CHECK(pthread_create(&threads[t], NULL, work, &failures[t]) == 0);
    for (int t = 0; t < THREADS; ++t) {
        CHECK(pthread_join(threads[t], NULL) == 0);
        CHECK(failures[t] == 0);
    }
    peersupport_plan_free(compiled);
    peersupport_instrument_free(made);
    return check_result();
}
