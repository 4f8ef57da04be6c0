/* SPDX-License-Identifier: Apache-2.0 */
/* Scores one response to the Integrity Survey and says, in English and French, why a score was not given.
   Build: cc score_one.c $(pkg-config --cflags --libs peersupport) */
#include <peersupport.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ITEMS = 28, SCALES = 7 };

/* Codes in form order, four for each of the seven values: 0 never … 4 always, 8 does not apply, 9 declined. */
static const int32_t codes[ITEMS] = {
    4, 3, 3, 0, /* hope and recovery */
    3, 2, 9, 3, /* self-determination: one question declined */
    9, PEERSUPPORT_BLANK, 4, 1, /* relationships: two questions not answered */
    8, 8, 8, 8, /* dignity: nothing applied */
    4, 4, 0, 4, /* integrity and trust */
    2, 2, 2, 2, /* health and wellness */
    1, 8, 3, 2, /* learning: one question did not apply */
};

static int failed(int32_t status, const char *what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s %s\n", what, peersupport_status_text(status, PEERSUPPORT_ENGLISH),
            peersupport_status_advice(status, PEERSUPPORT_ENGLISH));
    return 1;
}

static void print(const peersupport_plan *plan, size_t scale, const peersupport_score *score) {
    peersupport_text id;
    if (failed(peersupport_plan_scale_id(plan, scale, &id), "scale")) return;
    printf("%.*s: ", (int)id.size, id.data);
    if (score->reason == PEERSUPPORT_REASON_SCORED)
        printf("%.2f (%" PRId64 "/%" PRId64 ")", score->value, score->numerator, score->denominator);
    else
        printf("%s / %s", peersupport_reason_text(score->reason, PEERSUPPORT_ENGLISH),
               peersupport_reason_text(score->reason, PEERSUPPORT_FRENCH));
    printf("; %d of %d answered\n", (int)score->answered, (int)score->applicable);
}

int main(void) {
    static const char id[] = "integrity-survey", form[] = "person";
    peersupport_instrument *survey = NULL;
    peersupport_plan *plan = NULL;
    peersupport_score scores[SCALES];
    peersupport_error error = PEERSUPPORT_ERROR_INIT;

    int bad = failed(peersupport_instrument_open(id, strlen(id), &survey, &error), "open") ||
              failed(peersupport_plan_create(survey, form, strlen(form), NULL, &plan, &error), "plan") ||
              failed(peersupport_score_one(plan, codes, ITEMS, scores, SCALES, NULL, &error), "score");
    for (size_t s = 0; !bad && s < peersupport_plan_scale_count(plan); ++s) print(plan, s, &scores[s]);

    peersupport_plan_free(plan);
    peersupport_instrument_free(survey);
    return bad;
}
