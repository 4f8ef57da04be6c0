/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

enum { ROWS = 300, ITEMS = 4, SCALES = 2 };

static peersupport_plan *plan;
static int32_t codes[ROWS][ITEMS];
static peersupport_column columns[ITEMS];

static void fill(void) {
    static const int32_t choices[] = {0, 1, 2, 3, 4, 8, 9};
    uint32_t random = 1;
    for (int r = 0; r < ROWS; ++r)
        for (int i = 0; i < ITEMS; ++i) {
            random = random * 1664525U + 1013904223U;
            codes[r][i] = choices[(random >> 16) % 7];
        }
    small_columns(&codes[0][0], columns);
}

static int same(double a, double b) { return a == b || (a != a && b != b); }

static void a_batch_gives_what_one_by_one_gives(void) {
    static double f64[ROWS][SCALES];
    static float f32[SCALES][ROWS]; /* scale after scale */
    static int64_t numerators[ROWS][SCALES], denominators[ROWS][SCALES];
    static int32_t answered[ROWS][SCALES];
    static uint8_t reasons[ROWS][SCALES];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    outputs.f64.data = &f64[0][0];
    outputs.f64.size = ROWS * SCALES;
    outputs.f32.data = &f32[0][0];
    outputs.f32.size = ROWS * SCALES;
    outputs.f32.row_stride = 1;
    outputs.f32.scale_stride = ROWS;
    outputs.numerators.data = &numerators[0][0];
    outputs.numerators.size = ROWS * SCALES;
    outputs.denominators.data = &denominators[0][0];
    outputs.denominators.size = ROWS * SCALES;
    outputs.answered.data = &answered[0][0];
    outputs.answered.size = ROWS * SCALES;
    outputs.reasons.data = &reasons[0][0];
    outputs.reasons.size = ROWS * SCALES;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_RAISE,
                                                         &outputs, &report, NULL));
    CHECK(report.total == 0 && report.count == 0);
    for (int r = 0; r < ROWS; ++r) {
        peersupport_score one[SCALES];
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_one(plan, codes[r], ITEMS, one, SCALES, NULL, NULL));
        for (int s = 0; s < SCALES; ++s) {
            CHECK(same(f64[r][s], one[s].value) && same(f32[s][r], (float)one[s].value));
            CHECK(numerators[r][s] == one[s].numerator && denominators[r][s] == one[s].denominator);
            CHECK(answered[r][s] == one[s].answered && reasons[r][s] == one[s].reason);
        }
    }
}

static void sums_and_counts_come_as_bytes_where_the_plan_has_them(void) {
    uint8_t answers[28], sums[7], counts[7];
    peersupport_column survey_columns[28];
    peersupport_instrument *survey = NULL;
    peersupport_plan *survey_plan = NULL;
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open("integrity-survey", 16, &survey, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_create(survey, "person", 6, NULL, &survey_plan, NULL));
    for (int i = 0; i < 28; ++i) {
        const peersupport_column column = {&answers[i], NULL, 0, 1, PEERSUPPORT_U8, 0};
        survey_columns[i] = column;
        answers[i] = i == 0 ? 9 : 2; /* reversed or not, 2 is worth 2 */
    }
    outputs.sums.data = sums;
    outputs.sums.size = 7;
    outputs.counts.data = counts;
    outputs.counts.size = 7;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(survey_plan, survey_columns, 28, 1, PEERSUPPORT_INVALID_RAISE,
                                                         &outputs, NULL, NULL));
    for (int s = 0; s < 7; ++s) CHECK(counts[s] == (s ? 4 : 3) && sums[s] == 2 * counts[s]);
    CHECK(peersupport_plan_byte_sums(plan) == 0);
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_score_batch(plan, columns, ITEMS, 1, PEERSUPPORT_INVALID_RAISE, &outputs, NULL, NULL));
    peersupport_plan_free(survey_plan);
    peersupport_instrument_free(survey);
}

static void invalid_cells_are_placed_and_refused_or_marked(void) {
    static uint8_t reasons[ROWS][SCALES];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    outputs.reasons.data = &reasons[0][0];
    outputs.reasons.size = ROWS * SCALES;
    peersupport_invalid_cell places[2];
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    report.places = places;
    report.capacity = 2;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t kept[] = {codes[5][2], codes[17][0], codes[200][3]};
    codes[5][2] = codes[17][0] = codes[200][3] = 77;
    CHECK_STATUS(
        PEERSUPPORT_INVALID_CODE,
        peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_RAISE, &outputs, &report, &error));
    CHECK(error.row == 5 && error.column == 2 && error.total == 3 && error.code == PEERSUPPORT_INVALID_CODE);
    CHECK(report.total == 3 && report.count == 2);
    CHECK(places[0].row == 5 && places[0].item == 2 && places[0].code == PEERSUPPORT_INVALID_CODE);
    CHECK(places[1].row == 17 && places[1].item == 0 && places[1].reserved == 0);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_MARK,
                                                         &outputs, &report, &error));
    CHECK(report.total == 3 && error.code == PEERSUPPORT_OK);
    CHECK(reasons[5][0] == PEERSUPPORT_REASON_INVALID_CODE && reasons[5][1] != PEERSUPPORT_REASON_INVALID_CODE);
    CHECK(reasons[17][1] == PEERSUPPORT_REASON_INVALID_CODE);
    codes[5][2] = kept[0];
    codes[17][0] = kept[1];
    codes[200][3] = kept[2];
}

static void a_report_without_places_still_counts(void) {
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t kept = codes[9][1];
    codes[9][1] = -5;
    CHECK_STATUS(PEERSUPPORT_INVALID_CODE, peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_RAISE,
                                                                   &outputs, &report, &error));
    CHECK(report.total == 1 && report.count == 0 && error.row == 9 && error.column == 1 && error.total == 1);
    CHECK_STATUS(PEERSUPPORT_INVALID_CODE, peersupport_score_batch(plan, columns, ITEMS, ROWS, PEERSUPPORT_INVALID_RAISE,
                                                                   &outputs, NULL, &error));
    CHECK(error.row == 9 && error.column == 1);
    codes[9][1] = kept;
}

static void every_cell_type_gives_the_same_scores(void) {
    /* Two rows of four ones: the only codes a bool can hold as well. */
    static const int8_t i8[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const int16_t i16[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const int32_t i32[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const int64_t i64[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const float f32[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const double f64[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    static const uint8_t bits[1] = {0x1f};
    const struct {
        const void *data;
        int64_t size;
        int32_t type;
    } cases[] = {{i8, 1, PEERSUPPORT_I8},   {i8, 1, PEERSUPPORT_U8},   {i16, 2, PEERSUPPORT_I16},
                 {i16, 2, PEERSUPPORT_U16}, {i32, 4, PEERSUPPORT_I32}, {i32, 4, PEERSUPPORT_U32},
                 {i64, 8, PEERSUPPORT_I64}, {i64, 8, PEERSUPPORT_U64}, {f32, 4, PEERSUPPORT_F32},
                 {f64, 8, PEERSUPPORT_F64}, {i8, 1, PEERSUPPORT_BOOL_BYTE}, {bits, 1, PEERSUPPORT_BOOL_BIT}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; ++c) {
        peersupport_column typed[ITEMS];
        double values[2][SCALES] = {{0}};
        for (int i = 0; i < ITEMS; ++i) {
            const peersupport_column column = {cases[c].data, NULL, 0, cases[c].size, cases[c].type, 0};
            typed[i] = column;
        }
        peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
        outputs.f64.data = &values[0][0];
        outputs.f64.size = 4;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, typed, ITEMS, 2, PEERSUPPORT_INVALID_RAISE,
                                                             &outputs, NULL, NULL));
        CHECK(values[0][0] == 1.5 && values[1][0] == 1.5 && values[1][1] == 2.0); /* d reversed: 3 */
    }
}

static void blanks_may_be_a_bitmap_or_nan(void) {
    const double cells[2][ITEMS] = {{4, 3, 2, 1}, {4, 3, 2, 1}};
    const uint8_t validity[1] = {0x08}; /* with offset 2: row 0 blank, row 1 present */
    double values[2][SCALES];
    peersupport_column typed[ITEMS];
    for (int i = 0; i < ITEMS; ++i) {
        const peersupport_column column = {&cells[0][i], NULL, 0, sizeof cells[0], PEERSUPPORT_F64, 0};
        typed[i] = column;
    }
    typed[0].validity = validity;
    typed[0].offset = 2;
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    outputs.f64.data = &values[0][0];
    outputs.f64.size = 4;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_score_batch(plan, typed, ITEMS, 2, PEERSUPPORT_INVALID_RAISE, &outputs, NULL, NULL));
    CHECK(values[0][1] != values[0][1] && values[1][1] == 7.0);
    CHECK(values[0][0] == 8.0 / 3.0);
    double halves[2][ITEMS] = {{4, 3, 2, 1}, {4, 0.5, 2, 1}};
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    for (int i = 0; i < ITEMS; ++i) typed[i].data = &halves[0][i];
    typed[0].validity = NULL;
    typed[0].offset = 0;
    peersupport_invalid_cell place;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    report.places = &place;
    report.capacity = 1;
    CHECK_STATUS(PEERSUPPORT_INVALID_CODE, peersupport_score_batch(plan, typed, ITEMS, 2, PEERSUPPORT_INVALID_RAISE,
                                                                   &outputs, &report, &error));
    CHECK(error.row == 1 && error.column == 1 && error.total == 1);
    CHECK(place.row == 1 && place.item == 1 && place.code == PEERSUPPORT_NOT_INTEGRAL);
}

static void blocks_that_are_too_small_are_refused_before_writing(void) {
    double values[6] = {7, 7, 7, 7, 7, 7};
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    outputs.f64.data = values;
    outputs.f64.size = 5;
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL,
                 peersupport_score_batch(plan, columns, ITEMS, 3, PEERSUPPORT_INVALID_RAISE, &outputs, NULL, NULL));
    outputs.f64.size = 6;
    outputs.f64.row_stride = UINT64_MAX;
    outputs.f64.scale_stride = 1;
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL,
                 peersupport_score_batch(plan, columns, ITEMS, 3, PEERSUPPORT_INVALID_RAISE, &outputs, NULL, NULL));
    for (int i = 0; i < 6; ++i) CHECK(values[i] == 7);
    outputs.f64.row_stride = 2;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, columns, ITEMS, 3, PEERSUPPORT_INVALID_RAISE, &outputs,
                                                         NULL, NULL));
}

static void bad_arguments_are_told_apart(void) {
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    peersupport_column bad[ITEMS];
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, columns, ITEMS, 0, 0, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH, peersupport_score_batch(plan, columns, 3, 1, 0, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH, peersupport_score_batch(plan, NULL, 0, 1, 0, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_score_batch(plan, columns, ITEMS, 1, 2, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_score_batch(plan, columns, ITEMS, SIZE_MAX, 0, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_score_batch(plan, columns, ITEMS, (size_t)PTRDIFF_MAX + 1, 0, &outputs, NULL, NULL));
    peersupport_invalid_cell place;
    report.places = &place; /* a capacity no memory has */
    report.capacity = UINT64_MAX;
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_score_batch(plan, columns, ITEMS, PTRDIFF_MAX, 0, &outputs, &report, NULL));
    report.places = NULL;
    memcpy(bad, columns, sizeof bad);
    bad[2].offset = UINT64_MAX;
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE, peersupport_score_batch(plan, bad, ITEMS, 1, 0, &outputs, NULL, NULL));
    bad[2] = columns[2];
    bad[1].type = 12;
    CHECK_STATUS(PEERSUPPORT_COLUMN_TYPE, peersupport_score_batch(plan, bad, ITEMS, 1, 0, &outputs, NULL, NULL));
    bad[1].type = -1;
    CHECK_STATUS(PEERSUPPORT_COLUMN_TYPE, peersupport_score_batch(plan, bad, ITEMS, 1, 0, &outputs, NULL, NULL));
    bad[1] = columns[1];
    bad[3].data = NULL;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_score_batch(plan, bad, ITEMS, 1, 0, &outputs, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_score_batch(plan, bad, ITEMS, 0, 0, &outputs, NULL, NULL));
    bad[3] = columns[3];
    bad[0].reserved = 1;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_score_batch(plan, bad, ITEMS, 1, 0, &outputs, NULL, NULL));
    report.capacity = 1; /* without places */
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_score_batch(plan, columns, ITEMS, 1, 0, &outputs, &report, NULL));
    report.struct_size = 0;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_score_batch(plan, columns, ITEMS, 1, 0, &outputs, &report, NULL));
    outputs.struct_size = 0;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_score_batch(plan, columns, ITEMS, 1, 0, &outputs, NULL, NULL));
}

int main(void) {
    plan = small_plan();
    fill();
    a_batch_gives_what_one_by_one_gives();
    sums_and_counts_come_as_bytes_where_the_plan_has_them();
    invalid_cells_are_placed_and_refused_or_marked();
    a_report_without_places_still_counts();
    every_cell_type_gives_the_same_scores();
    blanks_may_be_a_bitmap_or_nan();
    blocks_that_are_too_small_are_refused_before_writing();
    bad_arguments_are_told_apart();
    peersupport_plan_free(plan);
    return check_result();
}
