/* SPDX-License-Identifier: Apache-2.0 */
/* Every pointer of every function, one at a time, is NULL; every size lies. Nothing may crash or be written. */
#include "small_instrument.h"

#define REFUSED(call) CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, call)

static void instruments(void) {
    peersupport_instrument *one = small_instrument(), *made = NULL;
    peersupport_problems *problems = (peersupport_problems *)one; /* stays as it is when arguments are refused */
    peersupport_string *string = NULL;
    peersupport_text text;
    size_t count;
    int32_t number;
    REFUSED(peersupport_bundled_id(0, NULL));
    REFUSED(peersupport_instrument_open(NULL, 0, &made, NULL));
    REFUSED(peersupport_instrument_open(NULL, 5, &made, NULL));
    REFUSED(peersupport_instrument_open("small", 5, NULL, NULL));
    REFUSED(peersupport_instrument_from_json(NULL, 5, &made, &problems, NULL));
    REFUSED(peersupport_instrument_from_json("{}", 2, NULL, &problems, NULL));
    CHECK(problems == (peersupport_problems *)one && !made);
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, peersupport_instrument_from_json(NULL, 0, &made, NULL, NULL));
    REFUSED(peersupport_instrument_to_json(NULL, &string, NULL));
    REFUSED(peersupport_instrument_to_json(one, NULL, NULL));
    REFUSED(peersupport_instrument_id(NULL, &text));
    REFUSED(peersupport_instrument_id(one, NULL));
    REFUSED(peersupport_instrument_version(NULL, &text));
    REFUSED(peersupport_instrument_version(one, NULL));
    REFUSED(peersupport_instrument_name(NULL, 0, &text));
    REFUSED(peersupport_instrument_name(one, 0, NULL));
    REFUSED(peersupport_instrument_name(one, -1, &text));
    REFUSED(peersupport_instrument_about(NULL, 0, &text));
    REFUSED(peersupport_instrument_about(one, 0, NULL));
    REFUSED(peersupport_instrument_about(one, 2, &text));
    REFUSED(peersupport_instrument_subject(NULL, &number));
    REFUSED(peersupport_instrument_subject(one, NULL));
    REFUSED(peersupport_instrument_standing(NULL, &number));
    REFUSED(peersupport_instrument_standing(one, NULL));
    REFUSED(peersupport_instrument_verification(NULL, &number));
    REFUSED(peersupport_instrument_verification(one, NULL));
    CHECK(peersupport_instrument_missing_count(NULL) == 0);
    REFUSED(peersupport_instrument_missing(NULL, 0, &text));
    REFUSED(peersupport_instrument_rights_holder(NULL, &text));
    REFUSED(peersupport_instrument_rights_holder(one, NULL));
    REFUSED(peersupport_instrument_licence(NULL, &text));
    REFUSED(peersupport_instrument_licence(one, NULL));
    REFUSED(peersupport_instrument_citation(NULL, &text));
    REFUSED(peersupport_instrument_citation(one, NULL));
    CHECK(peersupport_instrument_item_count(NULL) == 0);
    REFUSED(peersupport_instrument_item_id(NULL, 0, &text));
    REFUSED(peersupport_instrument_item_id(one, 0, NULL));
    CHECK(peersupport_instrument_scale_count(NULL) == 0);
    REFUSED(peersupport_instrument_scale_id(NULL, 0, &text));
    REFUSED(peersupport_instrument_scale_id(one, 0, NULL));
    REFUSED(peersupport_instrument_scale_name(NULL, 0, 0, &text));
    REFUSED(peersupport_instrument_scale_name(one, 0, 0, NULL));
    REFUSED(peersupport_instrument_scale_name(one, 0, 9, &text));
    CHECK(peersupport_instrument_form_count(NULL) == 0);
    REFUSED(peersupport_instrument_form_id(NULL, 0, &text));
    REFUSED(peersupport_instrument_form_id(one, 0, NULL));
    REFUSED(peersupport_instrument_form_name(NULL, 0, 0, &text));
    REFUSED(peersupport_instrument_form_name(one, 0, 0, NULL));
    REFUSED(peersupport_instrument_form_name(one, 0, 9, &text));
    REFUSED(peersupport_instrument_form_perspective(NULL, 0, &number));
    REFUSED(peersupport_instrument_form_perspective(one, 0, NULL));
    REFUSED(peersupport_instrument_form_item_count(NULL, 0, &count));
    REFUSED(peersupport_instrument_form_item_count(one, 0, NULL));
    REFUSED(peersupport_instrument_form_item_text(NULL, 0, 0, 0, &text));
    REFUSED(peersupport_instrument_form_item_text(one, 0, 0, 0, NULL));
    REFUSED(peersupport_instrument_form_item_text(one, 0, 0, 9, &text));
    peersupport_instrument_free(one);
}

static void plans_and_scores(void) {
    peersupport_instrument *from = small_instrument();
    peersupport_plan *plan = small_plan(), *made = NULL;
    peersupport_text text;
    peersupport_score scores[2];
    peersupport_sample_score results[2];
    const int32_t codes[] = {1, 2, 3, 4};
    peersupport_column columns[4];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    int64_t tally[512] = {0};
    size_t size = 0;
    int32_t number;
    small_columns(codes, columns);
    REFUSED(peersupport_plan_create(NULL, "full", 4, NULL, &made, NULL));
    REFUSED(peersupport_plan_create(from, NULL, 4, NULL, &made, NULL));
    REFUSED(peersupport_plan_create(from, "full", 4, NULL, NULL, NULL));
    REFUSED(peersupport_plan_form_id(NULL, &text));
    REFUSED(peersupport_plan_form_id(plan, NULL));
    REFUSED(peersupport_plan_subject(NULL, &number));
    REFUSED(peersupport_plan_subject(plan, NULL));
    CHECK(peersupport_plan_item_count(NULL) == 0);
    REFUSED(peersupport_plan_item_id(NULL, 0, &text));
    REFUSED(peersupport_plan_item_id(plan, 0, NULL));
    CHECK(peersupport_plan_scale_count(NULL) == 0);
    REFUSED(peersupport_plan_scale_id(NULL, 0, &text));
    REFUSED(peersupport_plan_scale_id(plan, 0, NULL));
    CHECK(peersupport_plan_sample_scale_count(NULL) == 0);
    REFUSED(peersupport_plan_sample_scale_id(NULL, 0, &text));
    REFUSED(peersupport_plan_sample_scale_id(plan, 0, NULL));
    CHECK(peersupport_plan_byte_sums(NULL) == 0);
    REFUSED(peersupport_score_one(NULL, codes, 4, scores, 2, NULL, NULL));
    REFUSED(peersupport_score_one(plan, NULL, 4, scores, 2, NULL, NULL));
    REFUSED(peersupport_score_one(plan, codes, 4, NULL, 2, NULL, NULL));
    REFUSED(peersupport_score_batch(NULL, columns, 4, 1, 0, &outputs, NULL, NULL));
    REFUSED(peersupport_score_batch(plan, NULL, 4, 1, 0, &outputs, NULL, NULL));
    REFUSED(peersupport_score_batch(plan, columns, 4, 1, 0, NULL, NULL, NULL));
    REFUSED(peersupport_score_batch(plan, columns, 4, 1, -1, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, 1, &size));
    REFUSED(peersupport_sample_tally_size(NULL, 1, &size));
    REFUSED(peersupport_sample_tally_size(plan, 1, NULL));
    REFUSED(peersupport_sample_tally(NULL, columns, 4, 1, NULL, 1, 0, tally, size, NULL, NULL));
    REFUSED(peersupport_sample_tally(plan, NULL, 4, 1, NULL, 1, 0, tally, size, NULL, NULL));
    REFUSED(peersupport_sample_tally(plan, columns, 4, 1, NULL, 1, 0, NULL, size, NULL, NULL));
    REFUSED(peersupport_sample_tally(plan, columns, 4, 1, NULL, 1, 7, tally, size, NULL, NULL));
    REFUSED(peersupport_sample_finish(NULL, tally, size, 1, results, 2, NULL, NULL));
    REFUSED(peersupport_sample_finish(plan, NULL, size, 1, results, 2, NULL, NULL));
    REFUSED(peersupport_sample_finish(plan, tally, size, 1, NULL, 2, NULL, NULL));
    CHECK(!made);
    peersupport_plan_free(plan);
    peersupport_instrument_free(from);
}

static void problems_and_free(void) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    peersupport_text text;
    REFUSED(peersupport_problems_at(NULL, 0, &error));
    REFUSED(peersupport_problems_path(NULL, 0, &text));
    peersupport_instrument *none = NULL;
    peersupport_problems *problems = NULL;
    CHECK_STATUS(PEERSUPPORT_JSON_SYNTAX, peersupport_instrument_from_json("?", 1, &none, &problems, NULL));
    REFUSED(peersupport_problems_at(problems, 0, NULL));
    REFUSED(peersupport_problems_path(problems, 0, NULL));
    peersupport_problems_free(problems);
    peersupport_problems_free(NULL);
    peersupport_string_free(NULL);
    peersupport_instrument_free(NULL);
    peersupport_plan_free(NULL);
}

int main(void) {
    instruments();
    plans_and_scores();
    problems_and_free();
    return check_result();
}
