/* SPDX-License-Identifier: Apache-2.0 */
/* Scores a table of answers, marks the cells that hold no code, and says where they are.
   Build: cc score_batch.c $(pkg-config --cflags --libs peersupport) */
#include <peersupport.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 3, ITEMS = 9, SCALES = 9 };

/* One row a response to the short form; -1 is a typing error. */
static const int8_t answers[ROWS][ITEMS] = {
    {4, 3, 4, 4, 3, 4, 2, 4, 4},
    {2, 2, 9, 3, 1, 2, 8, 4, 3},
    {0, 1, 1, -1, 0, 2, 1, 2, 0},
};

static int failed(int32_t status, const char *what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s\n", what, peersupport_status_text(status, PEERSUPPORT_ENGLISH));
    return 1;
}

static int score(const peersupport_plan *plan) {
    double values[ROWS][SCALES];
    uint8_t reasons[ROWS][SCALES];
    peersupport_column columns[ITEMS];
    peersupport_invalid_cell places[10];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    for (int i = 0; i < ITEMS; ++i) {
        const peersupport_column column = {&answers[0][i], NULL, 0, ITEMS, PEERSUPPORT_I8, 0};
        columns[i] = column;
    }
    outputs.f64.data = &values[0][0];
    outputs.f64.size = ROWS * SCALES;
    outputs.reasons.data = &reasons[0][0];
    outputs.reasons.size = ROWS * SCALES;
    report.places = places;
    report.capacity = sizeof places / sizeof *places;
    if (failed(peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_MARK, &outputs, &report, NULL),
               "score"))
        return 1;
    for (int r = 0; r < ROWS; ++r)
        for (int s = 0; s < SCALES; ++s) {
            if (s) printf(" ");
            if (reasons[r][s] == PEERSUPPORT_REASON_SCORED)
                printf("%.0f", values[r][s]);
            else
                printf("[%s]", peersupport_reason_id(reasons[r][s]));
            if (s == SCALES - 1) printf("\n");
        }
    for (uint64_t i = 0; i < report.count; ++i)
        printf("row %" PRIu64 ", item %" PRIu64 ": %s\n", places[i].row, places[i].item,
               peersupport_status_text(places[i].code, PEERSUPPORT_ENGLISH));
    return 0;
}

int main(void) {
    static const char id[] = "integrity-survey", form[] = "person-short";
    peersupport_instrument *survey = NULL;
    peersupport_plan *plan = NULL;
    const int bad = failed(peersupport_instrument_open(id, strlen(id), &survey, NULL), "open") ||
                    failed(peersupport_plan_create(survey, form, strlen(form), NULL, &plan, NULL), "plan") ||
                    score(plan);
    peersupport_plan_free(plan);
    peersupport_instrument_free(survey);
    return bad;
}
