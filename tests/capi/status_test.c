/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

static int has_text(const char *text) { return text && strlen(text) >= 5 && strlen(text) < 300; }

static void every_status_has_a_name_and_texts_in_both_languages(void) {
    int32_t before = -1;
    CHECK(peersupport_status_count() > 30);
    for (size_t i = 0; i < peersupport_status_count(); ++i) {
        int32_t code = -1;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_status_at(i, &code));
        CHECK(code > before);
        before = code;
        const size_t length = strlen(peersupport_status_name(code));
        CHECK(length >= 2 && length == strspn(peersupport_status_name(code), "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"));
        for (int32_t l = PEERSUPPORT_ENGLISH; l <= PEERSUPPORT_FRENCH; ++l) {
            CHECK(has_text(peersupport_status_text(code, l)));
            CHECK(code == PEERSUPPORT_OK || has_text(peersupport_status_advice(code, l)));
        }
    }
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_status_at(peersupport_status_count(), &before));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_status_at(0, NULL));
}

static void unknown_numbers_have_texts_too(void) {
    static const int32_t unknown[] = {-1, 99, 12345, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; ++i) {
        CHECK(strcmp(peersupport_status_name(unknown[i]), "UNKNOWN") == 0);
        CHECK(has_text(peersupport_status_text(unknown[i], PEERSUPPORT_ENGLISH)));
        CHECK(has_text(peersupport_status_text(unknown[i], 77)));
        CHECK(strcmp(peersupport_status_advice(unknown[i], PEERSUPPORT_FRENCH), "") == 0);
        if (unknown[i] < 0 || unknown[i] > 5) {
            CHECK(strcmp(peersupport_reason_id(unknown[i]), "") == 0);
            CHECK(strcmp(peersupport_reason_text(unknown[i], PEERSUPPORT_ENGLISH), "") == 0);
        }
    }
    CHECK(strcmp(peersupport_status_advice(PEERSUPPORT_OK, PEERSUPPORT_ENGLISH), "") == 0);
}

static void names_are_those_of_the_header(void) {
    CHECK(strcmp(peersupport_status_name(PEERSUPPORT_OK), "OK") == 0);
    CHECK(strcmp(peersupport_status_name(PEERSUPPORT_INVALID_CODE), "INVALID_CODE") == 0);
    CHECK(strcmp(peersupport_status_text(PEERSUPPORT_OUT_OF_MEMORY, PEERSUPPORT_ENGLISH), "Not enough memory.") == 0);
    CHECK(strcmp(peersupport_status_text(PEERSUPPORT_OUT_OF_MEMORY, PEERSUPPORT_FRENCH), "Mémoire insuffisante.") == 0);
}

static void every_reason_has_an_id_and_texts(void) {
    for (int32_t r = PEERSUPPORT_REASON_SCORED; r <= PEERSUPPORT_REASON_NOT_IN_TABLE; ++r) {
        CHECK(has_text(peersupport_reason_id(r)));
        CHECK(has_text(peersupport_reason_text(r, PEERSUPPORT_ENGLISH)));
        CHECK(has_text(peersupport_reason_text(r, PEERSUPPORT_FRENCH)));
    }
    CHECK(strcmp(peersupport_reason_id(PEERSUPPORT_REASON_TOO_FEW_ANSWERED), "too-few-answered") == 0);
}

int main(void) {
    every_status_has_a_name_and_texts_in_both_languages();
    unknown_numbers_have_texts_too();
    names_are_those_of_the_header();
    every_reason_has_an_id_and_texts();
    return check_result();
}
