/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

static peersupport_instrument *open_bundled(const char *id) {
    peersupport_instrument *one = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open(id, strlen(id), &one, NULL));
    return one;
}

static void a_plan_lists_items_and_scales_in_form_order(void) {
    peersupport_instrument *from = small_instrument();
    peersupport_plan *plan = NULL;
    peersupport_text text, digest;
    int32_t subject = -1;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_create(from, "two", 3, NULL, &plan, NULL));
    peersupport_instrument_free(from);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_form_id(plan, &text));
    CHECK_TEXT("two", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_definition(plan, &text, &digest));
    CHECK_TEXT(peersupport_definition_version(), text);
    CHECK(digest.size == 64);
    CHECK(peersupport_plan_item_count(plan) == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_item_id(plan, 0, &text));
    CHECK_TEXT("b", text);
    CHECK(peersupport_plan_scale_count(plan) == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_scale_id(plan, 0, &text));
    CHECK_TEXT("sum-two", text);
    CHECK(peersupport_plan_sample_scale_count(plan) == 0);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_subject(plan, &subject));
    CHECK(subject == PEERSUPPORT_SUBJECT_RESPONDENT);
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_plan_item_id(plan, 2, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_plan_scale_id(plan, 1, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_plan_sample_scale_id(plan, 0, &text));
    peersupport_plan_free(plan);
}

static void the_form_must_be_said_where_it_is_not_clear(void) {
    peersupport_instrument *from = small_instrument();
    peersupport_plan *plan = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_FORM_REQUIRED, peersupport_plan_create(from, NULL, 0, NULL, &plan, &error));
    CHECK_STATUS(PEERSUPPORT_FORM_UNKNOWN, peersupport_plan_create(from, "three", 5, NULL, &plan, &error));
    CHECK_STATUS(PEERSUPPORT_FORM_UNKNOWN, peersupport_plan_create(from, "", 0, NULL, &plan, &error));
    CHECK(!plan && error.code == PEERSUPPORT_FORM_UNKNOWN && error.total == 1);
    peersupport_instrument_free(from);
}

static void aligned_forms_need_no_name(void) {
    peersupport_instrument *from = open_bundled("integrity-survey");
    peersupport_plan *plan = NULL;
    int32_t subject = -1;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_create(from, NULL, 0, NULL, &plan, NULL));
    CHECK(peersupport_plan_item_count(plan) == 28 && peersupport_plan_scale_count(plan) == 7);
    CHECK(peersupport_plan_byte_sums(plan) == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_subject(plan, &subject));
    CHECK(subject == PEERSUPPORT_SUBJECT_SERVICE);
    peersupport_plan_free(plan);
    peersupport_instrument_free(from);
}

static void what_was_not_checked_is_planned_only_on_request(void) {
    peersupport_instrument *from = open_bundled("barc-10");
    peersupport_plan *plan = NULL;
    peersupport_plan_options options = PEERSUPPORT_PLAN_OPTIONS_INIT;
    CHECK_STATUS(PEERSUPPORT_INSTRUMENT_UNVERIFIED, peersupport_plan_create(from, NULL, 0, NULL, &plan, NULL));
    CHECK_STATUS(PEERSUPPORT_INSTRUMENT_UNVERIFIED, peersupport_plan_create(from, NULL, 0, &options, &plan, NULL));
    options.allow_unverified = 1;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_create(from, NULL, 0, &options, &plan, NULL));
    options.struct_size = 4;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_plan_create(from, NULL, 0, &options, &plan, NULL));
    peersupport_plan_free(plan);
    peersupport_instrument_free(from);
}

static void what_is_incomplete_is_never_planned(void) {
    peersupport_instrument *from = open_bundled("upsides");
    peersupport_plan *plan = NULL;
    peersupport_plan_options options = PEERSUPPORT_PLAN_OPTIONS_INIT;
    options.allow_unverified = 1;
    CHECK_STATUS(PEERSUPPORT_INSTRUMENT_INCOMPLETE, peersupport_plan_create(from, NULL, 0, &options, &plan, NULL));
    CHECK(!plan);
    peersupport_instrument_free(from);
}

int main(void) {
    a_plan_lists_items_and_scales_in_form_order();
    the_form_must_be_said_where_it_is_not_clear();
    aligned_forms_need_no_name();
    what_was_not_checked_is_planned_only_on_request();
    what_is_incomplete_is_never_planned();
    return check_result();
}
