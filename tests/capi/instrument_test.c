/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

static void every_bundled_instrument_opens_and_describes_itself(void) {
    CHECK(peersupport_bundled_count() > 10);
    for (size_t i = 0; i < peersupport_bundled_count(); ++i) {
        peersupport_text id, text;
        peersupport_instrument *one = NULL;
        int32_t state = -1, subject = -1, standing = -1;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_bundled_id(i, &id));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open(id.data, id.size, &one, NULL));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_id(one, &text));
        CHECK(text.size == id.size && memcmp(text.data, id.data, id.size) == 0);
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_version(one, &text));
        CHECK(text.size >= 5);
        for (int32_t l = PEERSUPPORT_ENGLISH; l <= PEERSUPPORT_FRENCH; ++l) {
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_name(one, l, &text));
            CHECK(text.size > 0);
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_about(one, l, &text));
            CHECK(text.size > 0);
        }
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_citation(one, &text));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_licence(one, &text));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_rights_holder(one, &text));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_subject(one, &subject));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_standing(one, &standing));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_verification(one, &state));
        CHECK(subject == PEERSUPPORT_SUBJECT_RESPONDENT || subject == PEERSUPPORT_SUBJECT_SERVICE);
        CHECK((state == PEERSUPPORT_INCOMPLETE) == (peersupport_instrument_missing_count(one) > 0));
        peersupport_instrument_free(one);
    }
}

static void an_unknown_id_is_not_found(void) {
    peersupport_instrument *none = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_instrument_open("nothing", 7, &none, &error));
    CHECK(!none && error.code == PEERSUPPORT_NOT_FOUND);
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_instrument_open("", 0, &none, &error));
}

static void a_file_is_read_as_it_stands(void) {
    peersupport_instrument *one = small_instrument();
    peersupport_text text;
    int32_t number = -1;
    size_t count = 0;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_id(one, &text));
    CHECK_TEXT("small", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_version(one, &text));
    CHECK_TEXT("1.2.3", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_name(one, PEERSUPPORT_FRENCH, &text));
    CHECK_TEXT("Petit", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_rights_holder(one, &text));
    CHECK_TEXT("us", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_licence(one, &text));
    CHECK_TEXT("CC-BY-4.0", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_citation(one, &text));
    CHECK_TEXT("Small, 2026", text);
    CHECK(peersupport_instrument_item_count(one) == 4);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_item_id(one, 3, &text));
    CHECK_TEXT("d", text);
    CHECK(peersupport_instrument_scale_count(one) == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_scale_id(one, 1, &text));
    CHECK_TEXT("sum-two", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_scale_name(one, 0, PEERSUPPORT_FRENCH, &text));
    CHECK_TEXT("Moyenne", text);
    CHECK(peersupport_instrument_form_count(one) == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_id(one, 1, &text));
    CHECK_TEXT("two", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_name(one, 0, PEERSUPPORT_ENGLISH, &text));
    CHECK_TEXT("Full", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_perspective(one, 1, &number));
    CHECK(number == PEERSUPPORT_PERSPECTIVE_SUPERVISOR);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_item_count(one, 1, &count));
    CHECK(count == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_item_text(one, 1, 0, PEERSUPPORT_ENGLISH, &text));
    CHECK_TEXT("B?", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_form_item_text(one, 1, 1, PEERSUPPORT_FRENCH, &text));
    CHECK_TEXT("Un", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_verification(one, &number));
    CHECK(number == PEERSUPPORT_VERIFIED);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_standing(one, &number));
    CHECK(number == PEERSUPPORT_STANDING_PROPOSED);
    peersupport_instrument_free(one);
}

static void past_the_end_is_an_invalid_argument(void) {
    peersupport_instrument *one = small_instrument();
    peersupport_text text;
    int32_t number;
    size_t count;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_item_id(one, 4, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_scale_id(one, 2, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_scale_name(one, 2, 0, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_form_id(one, 2, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_form_name(one, 2, 0, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_form_perspective(one, SIZE_MAX, &number));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_form_item_count(one, 2, &count));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_form_item_text(one, 1, 2, 0, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_missing(one, 0, &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_bundled_id(peersupport_bundled_count(), &text));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_instrument_name(one, 2, &text));
    peersupport_instrument_free(one);
}

static void json_goes_out_and_comes_back_equal(void) {
    peersupport_instrument *one = small_instrument(), *again = NULL;
    peersupport_problems *problems = (peersupport_problems *)one; /* becomes NULL */
    peersupport_string *first = NULL, *second = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_to_json(one, &first, NULL));
    CHECK(strlen(peersupport_string_data(first)) == peersupport_string_size(first));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_from_json(peersupport_string_data(first),
                                                                  peersupport_string_size(first), &again, &problems,
                                                                  NULL));
    CHECK(!problems);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_to_json(again, &second, NULL));
    CHECK(peersupport_string_size(first) == peersupport_string_size(second));
    CHECK(memcmp(peersupport_string_data(first), peersupport_string_data(second), peersupport_string_size(first)) == 0);
    peersupport_string_free(first);
    peersupport_string_free(second);
    peersupport_instrument_free(one);
    peersupport_instrument_free(again);
}

int main(void) {
    every_bundled_instrument_opens_and_describes_itself();
    an_unknown_id_is_not_found();
    a_file_is_read_as_it_stands();
    past_the_end_is_an_invalid_argument();
    json_goes_out_and_comes_back_equal();
    return check_result();
}
