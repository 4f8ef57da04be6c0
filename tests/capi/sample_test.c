/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

enum { ROWS = 5, ITEMS = 4, GROUPS = 3, RESULTS = 2, MOST = 512 };

static peersupport_plan *plan;
static const int32_t codes[ROWS][ITEMS] = {
    {4, 3, 2, 1},                  /* group 0: both often, mean 3 */
    {0, 9, 2, 1},                  /* group 1: not often and declined, mean 5/3 */
    {4, 1, 0, 4},                  /* group 0: one often, mean 5/4 */
    {3, 3, 3, 0},                  /* group 1: both often, mean 13/4 */
    {8, 9, 9, 8}}; /* group 2: nothing */
static const uint32_t group[ROWS] = {0, 1, 0, 1, 2};

static void groups_are_counted_exactly(void) {
    int64_t tally[MOST] = {0};
    size_t size = 0, needed = 0;
    peersupport_column columns[ITEMS];
    peersupport_sample_score results[GROUPS * RESULTS];
    small_columns(&codes[0][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, GROUPS, &size));
    CHECK(size > 0 && size <= MOST);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally(plan, columns, ITEMS, ROWS, group, GROUPS,
                                                          PEERSUPPORT_INVALID_RAISE, tally, size, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_finish(plan, tally, size, GROUPS, results, GROUPS * RESULTS,
                                                           &needed, NULL));
    CHECK(needed == GROUPS * RESULTS);
    CHECK(results[0].positive == 3 && results[0].answered == 4 && results[0].value == 75.0);
    CHECK(results[0].responses == 2 && results[0].reason == PEERSUPPORT_REASON_SCORED && results[0].reserved == 0);
    CHECK(results[1].positive == 1 && results[1].answered == 2 && results[1].value == 50.0);
    CHECK(results[2].positive == 2 && results[2].answered == 3);
    CHECK(results[3].positive == 1 && results[3].answered == 2);
    CHECK(results[4].answered == 0 && results[4].value != results[4].value && results[4].responses == 1);
    CHECK(results[4].reason == PEERSUPPORT_REASON_TOO_FEW_ANSWERED);
}

static void shards_add_up_place_by_place(void) {
    int64_t whole[MOST] = {0}, first[MOST] = {0}, second[MOST] = {0};
    size_t size = 0;
    peersupport_column columns[ITEMS];
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, GROUPS, &size));
    small_columns(&codes[0][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_sample_tally(plan, columns, ITEMS, ROWS, group, GROUPS, 0, whole, size, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_sample_tally(plan, columns, ITEMS, 2, group, GROUPS, 0, first, size, NULL, NULL));
    small_columns(&codes[2][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally(plan, columns, ITEMS, ROWS - 2, group + 2, GROUPS, 0, second,
                                                          size, NULL, NULL));
    for (size_t i = 0; i < size; ++i) CHECK(whole[i] == first[i] + second[i]);
}

static void bad_sizes_and_groups_are_refused(void) {
    int64_t tally[MOST] = {0};
    size_t size = 0, needed = 0;
    uint32_t wrong[ROWS] = {0, 1, GROUPS, 1, 2};
    peersupport_column columns[ITEMS];
    peersupport_sample_score results[GROUPS * RESULTS];
    small_columns(&codes[0][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, GROUPS, &size));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_sample_tally(plan, columns, ITEMS, ROWS, wrong, GROUPS, 0, tally, size, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_sample_tally(plan, columns, ITEMS, ROWS, group, GROUPS, 0, tally, size - 1, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_sample_finish(plan, tally, size - 1, GROUPS, results, 0, &needed, NULL));
    CHECK(needed == 0);
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL,
                 peersupport_sample_finish(plan, tally, size, GROUPS, results, 5, &needed, NULL));
    CHECK(needed == 6);
#if SIZE_MAX > UINT32_MAX
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE, peersupport_sample_tally_size(plan, SIZE_MAX, &size));
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_sample_tally(plan, columns, ITEMS, ROWS, group, SIZE_MAX, 0, tally, size, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_sample_finish(plan, tally, size, SIZE_MAX, results, 6, &needed, NULL));
#endif
}

static void without_groups_all_rows_are_one_group(void) {
    int64_t tally[MOST] = {0};
    size_t size = 0;
    peersupport_column columns[ITEMS];
    peersupport_sample_score results[RESULTS];
    small_columns(&codes[0][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, 1, &size));
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_sample_tally(plan, columns, ITEMS, ROWS, NULL, 1, 0, tally, size, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_finish(plan, tally, size, 1, results, RESULTS, NULL, NULL));
    CHECK(results[0].positive == 5 && results[0].answered == 7 && results[0].responses == ROWS);
}

int main(void) {
    plan = small_plan();
    groups_are_counted_exactly();
    shards_add_up_place_by_place();
    bad_sizes_and_groups_are_refused();
    without_groups_all_rows_are_one_group();
    peersupport_plan_free(plan);
    return check_result();
}
