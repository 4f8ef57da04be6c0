/* SPDX-License-Identifier: Apache-2.0 */
#include "small_instrument.h"

enum { ROWS = 4, ITEMS = 4 };

#define TEXT(s) \
    { s, sizeof(s) - 1 }
#define REFUSED(call) CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, call)

static const int32_t codes[ROWS][ITEMS] = {{4, 3, 2, 1}, {0, 9, 2, 1}, {4, 1, 0, 4}, {3, 3, 3, 0}};
static const peersupport_tally_group groups[2] = {{TEXT("unit-a"), TEXT("w1"), TEXT("en"), TEXT("")},
                                                  {TEXT("unit-b"), TEXT("w1"), TEXT("en"), TEXT("")}};
static const uint32_t group[ROWS] = {0, 1, 0, 1};
static const uint64_t person[ROWS] = {11, 12, 13, 14};
static const int32_t day[ROWS] = {20000, PEERSUPPORT_NO_DAY, 20010, PEERSUPPORT_NO_DAY};

static peersupport_tally_plan* plan;

static peersupport_tally_rows rows_from(size_t first) {
    peersupport_tally_rows by = PEERSUPPORT_TALLY_ROWS_INIT;
    by.groups = groups;
    by.group_count = 2;
    by.group = group + first;
    by.person = person + first;
    by.day = day + first;
    return by;
}

/* A tally of the shard over rows first … first + count - 1. */
static peersupport_tally* counted(uint64_t shard, size_t first, size_t count) {
    peersupport_tally *empty = NULL, *made = NULL;
    peersupport_column columns[ITEMS];
    const peersupport_tally_rows by = rows_from(first);
    small_columns(&codes[first][0], columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_create(plan, 0, shard, &empty, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_add(empty, plan, "full", 4, columns, ITEMS, count, &by,
                                                       PEERSUPPORT_INVALID_RAISE, &made, NULL, NULL));
    CHECK(peersupport_tally_cell_count(empty) == 0);
    peersupport_tally_free(empty);
    return made;
}

static int same_bytes(const peersupport_tally* a, const peersupport_tally* b) {
    peersupport_string *left = NULL, *right = NULL;
    int same;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_write(a, &left, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_write(b, &right, NULL));
    same = peersupport_string_size(left) == peersupport_string_size(right) &&
           memcmp(peersupport_string_data(left), peersupport_string_data(right), peersupport_string_size(left)) == 0;
    peersupport_string_free(left);
    peersupport_string_free(right);
    return same;
}

static void cells_hold_counts(void) {
    peersupport_tally* whole = counted(1, 0, ROWS);
    peersupport_tally_cell cell;
    CHECK(peersupport_tally_cell_count(whole) == 2 && peersupport_tally_shard_count(whole) == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_cell_at(whole, 0, &cell));
    CHECK_TEXT("full", cell.form);
    CHECK_TEXT("unit-a", cell.unit);
    CHECK_TEXT("w1", cell.wave);
    CHECK_TEXT("en", cell.language);
    CHECK_TEXT("", cell.stratum);
    CHECK(cell.responses == 2 && cell.people == 2 && cell.workers == 0 && cell.worker_responses == 0);
    CHECK(cell.first_day == 20000 && cell.last_day == 20010);
    REFUSED(peersupport_tally_cell_at(whole, 2, &cell));
    peersupport_tally_free(whole);
}

static void merging_in_any_order_gives_the_same_bytes(void) {
    peersupport_tally *a = counted(1, 0, 1), *b = counted(2, 1, 3), *ab = NULL, *ba = NULL, *refused = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_merge(a, b, &ab, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_merge(b, a, &ba, NULL));
    CHECK(same_bytes(ab, ba) && peersupport_tally_shard_count(ab) == 2);
    CHECK_STATUS(PEERSUPPORT_SHARD_REPEATED, peersupport_tally_merge(ab, a, &refused, NULL));
    peersupport_tally_free(b);
    b = counted(3, 0, 2);
    CHECK_STATUS(PEERSUPPORT_PERSON_REPEATED, peersupport_tally_merge(a, b, &refused, NULL));
    CHECK(!refused);
    peersupport_tally_free(a);
    peersupport_tally_free(b);
    peersupport_tally_free(ab);
    peersupport_tally_free(ba);
}

static void bytes_are_read_or_refused(void) {
    peersupport_tally *whole = counted(1, 0, ROWS), *read = NULL;
    peersupport_string* bytes = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    size_t size;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_write(whole, &bytes, NULL));
    size = peersupport_string_size(bytes);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_read(peersupport_string_data(bytes), size, 0, &read, &error));
    CHECK(same_bytes(whole, read));
    peersupport_tally_free(read);
    read = NULL;
    CHECK_STATUS(PEERSUPPORT_TALLY_MALFORMED,
                 peersupport_tally_read(peersupport_string_data(bytes), size - 1, 0, &read, &error));
    CHECK(error.offset < size);
    CHECK_STATUS(PEERSUPPORT_TOO_LARGE,
                 peersupport_tally_read(peersupport_string_data(bytes), size, size - 1, &read, &error));
    CHECK(!read);
    peersupport_string_free(bytes);
    peersupport_tally_free(whole);
}

static void simulated_answers_stay_marked(void) {
    peersupport_tally *a = counted(1, 0, 1), *b = counted(2, 1, 3), *marked = NULL, *both = NULL, *read = NULL;
    peersupport_string* bytes = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_mark_simulated(a, &marked, NULL));
    CHECK(!peersupport_tally_is_simulated(a) && peersupport_tally_is_simulated(marked) && !same_bytes(a, marked));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_merge(b, marked, &both, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_write(both, &bytes, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_read(peersupport_string_data(bytes),
                                                        peersupport_string_size(bytes), 0, &read, NULL));
    CHECK(!peersupport_tally_is_simulated(b) && peersupport_tally_is_simulated(read));
    peersupport_string_free(bytes);
    peersupport_tally_free(a);
    peersupport_tally_free(b);
    peersupport_tally_free(marked);
    peersupport_tally_free(both);
    peersupport_tally_free(read);
}

static void invalid_cells_are_placed(void) {
    const int32_t wrong[ITEMS] = {1, 1, 7, 1};
    peersupport_tally *empty = NULL, *made = NULL;
    peersupport_column columns[ITEMS];
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const peersupport_tally_rows by = rows_from(0);
    small_columns(wrong, columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_create(plan, 0, 1, &empty, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_CODE, peersupport_tally_add(empty, plan, "full", 4, columns, ITEMS, 1, &by,
                                                                 PEERSUPPORT_INVALID_RAISE, &made, NULL, &error));
    CHECK(error.row == 0 && error.column == 2 && !made);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_add(empty, plan, "full", 4, columns, ITEMS, 1, &by,
                                                       PEERSUPPORT_INVALID_MARK, &made, NULL, &error));
    CHECK(peersupport_tally_cell_count(made) == 1);
    peersupport_tally_free(made);
    peersupport_tally_free(empty);
}

static void arguments_are_checked(void) {
    peersupport_instrument* small = small_instrument();
    peersupport_tally_plan* other = NULL;
    peersupport_tally *one = counted(1, 0, 1), *made = NULL;
    peersupport_string* bytes = NULL;
    peersupport_tally_cell cell;
    peersupport_column columns[ITEMS];
    const peersupport_text none[] = {TEXT("nobody")}, twice[] = {TEXT("full"), TEXT("full")};
    peersupport_tally_options options = PEERSUPPORT_TALLY_OPTIONS_INIT;
    peersupport_tally_rows by = rows_from(0);
    uint64_t key = 0;
    small_columns(&codes[1][0], columns);
    REFUSED(peersupport_tally_plan_create(NULL, twice, 1, NULL, &other, NULL));
    REFUSED(peersupport_tally_plan_create(small, NULL, 1, NULL, &other, NULL));
    REFUSED(peersupport_tally_plan_create(small, twice, 1, NULL, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_FORM_REQUIRED, peersupport_tally_plan_create(small, NULL, 0, NULL, &other, NULL));
    CHECK_STATUS(PEERSUPPORT_FORM_UNKNOWN, peersupport_tally_plan_create(small, none, 1, NULL, &other, NULL));
    CHECK_STATUS(PEERSUPPORT_ID_DUPLICATE, peersupport_tally_plan_create(small, twice, 2, NULL, &other, NULL));
    options.counted_by = 2;
    REFUSED(peersupport_tally_plan_create(small, twice, 1, &options, &other, NULL));
    options.struct_size = 3;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_tally_plan_create(small, twice, 1, &options, &other, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_plan_create(small, twice, 1, NULL, &other, NULL));
    CHECK_STATUS(PEERSUPPORT_TALLY_OTHER,
                 peersupport_tally_add(one, other, "full", 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    peersupport_tally_plan_free(other);
    REFUSED(peersupport_person_key(NULL, 1, "a", 1, &key, NULL));
    REFUSED(peersupport_person_key("", 0, NULL, 1, &key, NULL));
    REFUSED(peersupport_person_key("", 0, "a", 1, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_person_key("a", 1, "bc", 2, &key, NULL));
    CHECK(key == UINT64_C(0x31d937ca1e19d433)); /* HMAC-SHA-256 of "person", 0, "bc" by Python's hmac */
    REFUSED(peersupport_worker_key(NULL, 1, "a", 1, &key, NULL));
    REFUSED(peersupport_worker_key("", 0, NULL, 1, &key, NULL));
    REFUSED(peersupport_worker_key("", 0, "a", 1, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_worker_key("", 0, "abc", 3, &key, NULL));
    CHECK(key == UINT64_C(0x5035a94b7ff8feb2)); /* of "worker", 0, "abc" */
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_worker_key("a", 1, NULL, 0, &key, NULL));
    CHECK(key == 0);
    REFUSED(peersupport_tally_create(NULL, 0, 0, &made, NULL));
    REFUSED(peersupport_tally_create(plan, 0, 0, NULL, NULL));
    REFUSED(peersupport_tally_add(NULL, plan, "full", 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, NULL, "full", 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, plan, NULL, 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, plan, "full", 4, NULL, ITEMS, 1, &by, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, plan, "full", 4, columns, ITEMS, 1, NULL, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, plan, "full", 4, columns, ITEMS, 1, &by, 2, &made, NULL, NULL));
    REFUSED(peersupport_tally_add(one, plan, "full", 4, columns, ITEMS, 1, &by, 0, NULL, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_FORM_UNKNOWN,
                 peersupport_tally_add(one, plan, "fu", 2, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_SHAPE_MISMATCH,
                 peersupport_tally_add(one, plan, "full", 4, columns, 3, 1, &by, 0, &made, NULL, NULL));
    by.groups = NULL;
    REFUSED(peersupport_tally_add(one, plan, "full", 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    by.struct_size = 1;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE,
                 peersupport_tally_add(one, plan, "full", 4, columns, ITEMS, 1, &by, 0, &made, NULL, NULL));
    REFUSED(peersupport_tally_merge(NULL, one, &made, NULL));
    REFUSED(peersupport_tally_merge(one, NULL, &made, NULL));
    REFUSED(peersupport_tally_merge(one, one, NULL, NULL));
    REFUSED(peersupport_tally_mark_simulated(NULL, &made, NULL));
    REFUSED(peersupport_tally_mark_simulated(one, NULL, NULL));
    CHECK(peersupport_tally_is_simulated(NULL) == 0);
    REFUSED(peersupport_tally_write(NULL, &bytes, NULL));
    REFUSED(peersupport_tally_write(one, NULL, NULL));
    REFUSED(peersupport_tally_read(NULL, 1, 0, &made, NULL));
    REFUSED(peersupport_tally_read("a", 1, 0, NULL, NULL));
    REFUSED(peersupport_tally_cell_at(NULL, 0, &cell));
    REFUSED(peersupport_tally_cell_at(one, 0, NULL));
    CHECK(peersupport_tally_cell_count(NULL) == 0 && peersupport_tally_shard_count(NULL) == 0 && !made && !bytes);
    peersupport_tally_free(NULL);
    peersupport_tally_plan_free(NULL);
    peersupport_tally_free(one);
    peersupport_instrument_free(small);
}

int main(void) {
    peersupport_instrument* small = small_instrument();
    const peersupport_text forms[] = {TEXT("two"), TEXT("full")};
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_plan_create(small, forms, 2, NULL, &plan, NULL));
    peersupport_instrument_free(small);
    cells_hold_counts();
    merging_in_any_order_gives_the_same_bytes();
    bytes_are_read_or_refused();
    simulated_answers_stay_marked();
    invalid_cells_are_placed();
    arguments_are_checked();
    peersupport_tally_plan_free(plan);
    return check_result();
}
