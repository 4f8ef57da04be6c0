/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

static peersupport_plan *plan;

static void a_response_is_scored_with_exact_counts(void) {
    const int32_t codes[] = {4, 3, 2, 1}; /* d reversed: 3; mean 12/4, sum 7 */
    peersupport_score scores[2];
    size_t needed = 0;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_one(plan, codes, 4, scores, 2, &needed, &error));
    CHECK(needed == 2);
    CHECK(scores[0].value == 3.0 && scores[0].numerator == 3 * scores[0].denominator);
    CHECK(scores[0].answered == 4 && scores[0].applicable == 4 && scores[0].needed == 3);
    CHECK(scores[0].reason == PEERSUPPORT_REASON_SCORED);
    CHECK(scores[1].value == 7.0 && scores[1].needed == 2 && scores[1].applicable == 2);
}

static void a_score_that_is_not_given_has_a_reason(void) {
    const int32_t codes[] = {4, PEERSUPPORT_BLANK, 9, 1};
    peersupport_score scores[2];
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_one(plan, codes, 4, scores, 2, NULL, NULL));
    for (int i = 0; i < 2; ++i) {
        CHECK(scores[i].reason == PEERSUPPORT_REASON_TOO_FEW_ANSWERED);
        CHECK(scores[i].value != scores[i].value && scores[i].numerator == 0 && scores[i].denominator == 0);
    }
    CHECK(scores[0].answered == 2 && scores[0].applicable == 4 && scores[0].needed == 3);
    const int32_t nothing[] = {8, 8, 8, 8};
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_one(plan, nothing, 4, scores, 2, NULL, NULL));
    CHECK(scores[0].reason == PEERSUPPORT_REASON_NOT_APPLICABLE && scores[0].applicable == 0);
}

static void an_invalid_code_is_told_and_the_rest_is_scored(void) {
    const int32_t codes[] = {4, 3, 77, 1}; /* c is only in the first scale */
    peersupport_score scores[2];
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_INVALID_CODE, peersupport_score_one(plan, codes, 4, scores, 2, NULL, &error));
    CHECK(error.code == PEERSUPPORT_INVALID_CODE);
    CHECK(scores[0].reason == PEERSUPPORT_REASON_INVALID_CODE);
    CHECK(scores[1].reason == PEERSUPPORT_REASON_SCORED && scores[1].value == 7.0);
}

static void sizes_are_checked_before_anything_is_written(void) {
    const int32_t codes[] = {4, 3, 2, 1};
    peersupport_score scores[2], before[2];
    size_t needed = 0;
    memset(scores, 0x5a, sizeof scores);
    memcpy(before, scores, sizeof scores);
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL, peersupport_score_one(plan, codes, 4, scores, 1, &needed, NULL));
    CHECK(needed == 2);
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL, peersupport_score_one(plan, codes, 4, NULL, 0, &needed, NULL));
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH, peersupport_score_one(plan, codes, 3, scores, 2, &needed, NULL));
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH, peersupport_score_one(plan, NULL, 0, scores, 2, &needed, NULL));
    CHECK(memcmp(scores, before, sizeof scores) == 0);
}

int main(void) {
    plan = small_plan();
    a_response_is_scored_with_exact_counts();
    a_score_that_is_not_given_has_a_reason();
    an_invalid_code_is_told_and_the_rest_is_scored();
    sizes_are_checked_before_anything_is_written();
    peersupport_plan_free(plan);
    return check_result();
}
