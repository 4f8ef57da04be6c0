/* SPDX-License-Identifier: Apache-2.0 */
/* The definition through C. That C gives every value of every row is definition_walk_test.cpp's to check. */
#include "small_definition.h"

#include <stdlib.h>

static void the_canonical_definition_is_the_librarys(void) {
    peersupport_definition *one = canonical_definition(), *two = canonical_definition();
    peersupport_text text;
    size_t count = 7;
    CHECK(one && two && one != two);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_version_of(one, &text));
    CHECK_TEXT(peersupport_definition_version(), text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_digest(one, &text));
    CHECK(is_digest(text));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_id(one, &text));
    CHECK_TEXT("", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_version(one, &text));
    CHECK_TEXT("", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_overlay_digest(one, &text));
    CHECK_TEXT("", text);
    for (int32_t change = PEERSUPPORT_CHANGE_ADDED; change <= PEERSUPPORT_CHANGE_OFF; ++change) {
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_change_count(one, change, &count));
        CHECK(count == 0);
        CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_change_id(one, change, 0, &text));
    }
    peersupport_definition_free(one); /* each handle is freed, and no other with it */
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_digest(two, &text));
    CHECK(is_digest(text));
    peersupport_definition_free(two);
}

static void groups_have_titles(void) {
    peersupport_text en, fr;
    for (int32_t g = PEERSUPPORT_GROUP_FOUNDATIONS; g <= PEERSUPPORT_GROUP_INTEGRITY; ++g) {
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_group_title(g, PEERSUPPORT_ENGLISH, &en));
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_group_title(g, PEERSUPPORT_FRENCH, &fr));
        CHECK(en.size > 0 && fr.size > 0);
    }
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_group_title(-1, PEERSUPPORT_ENGLISH, &en));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT,
                 peersupport_definition_group_title(PEERSUPPORT_GROUP_INTEGRITY + 1, PEERSUPPORT_ENGLISH, &en));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_group_title(0, 2, &en));
}

static void a_loaded_definition_is_read_as_it_stands(void) {
    peersupport_definition *one = small_definition();
    const row_place drift = place_of(one, "drift-errands"), value = place_of(one, "hope");
    const row_place person = place_of(one, "person"), worker = place_of(one, "worker");
    size_t size = 0;
    int32_t flag = -1;
    peersupport_text text;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_version_of(one, &text));
    CHECK_TEXT("2.3.4", text);
    CHECK_TEXT("Extra", text_in(one, "train-extra", "name", PEERSUPPORT_ENGLISH));
    CHECK_TEXT("Suppl\xC3\xA9ment", text_in(one, "train-extra", "name", PEERSUPPORT_FRENCH));
    CHECK_TEXT("L\xE2\x80\x99utilise.", text_in(one, "person", "meaning", PEERSUPPORT_FRENCH));
    CHECK_TEXT("https://example.org/?a=\"1\"", text_in(one, "res-site", "url", PEERSUPPORT_ENGLISH));
    CHECK_TEXT("https://example.org/?a=\"1\"", text_in(one, "res-site", "url", PEERSUPPORT_FRENCH));
    CHECK_TEXT("drift-class-power", text_in(one, "drift-force", "drift_class", PEERSUPPORT_FRENCH));
    CHECK_TEXT("could", text_in(one, "train-extra", "level", PEERSUPPORT_FRENCH));
    CHECK_TEXT("", text_in(one, "hope", "note", PEERSUPPORT_ENGLISH));
    CHECK(number_in(one, "train-basics", "hours") == 40);
    CHECK(number_in(one, "train-basics", "within_days") == 0);
    CHECK(number_in(one, "train-extra", "hours") == PEERSUPPORT_NO_NUMBER);
    CHECK(number_in(one, "src-read", "year") == 2020);
    CHECK(number_in(one, "src-ours", "year") == PEERSUPPORT_NO_NUMBER);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_flag(one, person.table, person.row,
                                                             field_of(one, person, "receives_support"), &flag));
    CHECK(flag == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_flag(one, worker.table, worker.row,
                                                             field_of(one, worker, "receives_support"), &flag));
    CHECK(flag == 0);
    const size_t rows = field_of(one, drift, "instead_rows"), words = field_of(one, drift, "cues_fr");
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_size(one, drift.table, drift.row, rows, &size));
    CHECK(size == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_at(one, drift.table, drift.row, rows, 1, &text));
    CHECK_TEXT("train-extra", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_at(one, drift.table, drift.row, words, 0, &text));
    CHECK_TEXT("course", text);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_size(one, drift.table, drift.row,
                                                                  field_of(one, drift, "roles_exempt"), &size));
    CHECK(size == 0);
    const size_t cues = field_of(one, value, "present_cues");
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_size(one, value.table, value.row, cues, &size));
    CHECK(size == 2);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_list_at(one, value.table, value.row, cues, 1, &text));
    CHECK_TEXT("cue-hope-tells", text);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_cue_text(one, value.table, value.row, cues, 1, PEERSUPPORT_FRENCH, &text));
    CHECK_TEXT("On raconte.", text);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_row_label(one, drift.table, drift.row, PEERSUPPORT_FRENCH, &text));
    CHECK_TEXT("Fait les courses.", text);
    peersupport_definition_free(one);
}

/* Each value of one row asked for with every function: the one of its kind answers, the others refuse. */
static void the_kind_of_a_field_says_which_function_reads_it(void) {
    static const char *const ids[] = {"hope", "person", "drift-errands", "train-basics", "res-site", "src-read"};
    peersupport_definition *one = small_definition();
    int32_t seen = 0;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; ++i) {
        const row_place at = place_of(one, ids[i]);
        size_t count = 0;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_field_count(one, at.table, &count));
        for (size_t f = 0; f < count; ++f) {
            peersupport_text text;
            int64_t number;
            int32_t kind = -1, flag, given = -1;
            size_t size = 0;
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_field_kind(one, at.table, f, &kind));
            CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_given(one, at.table, at.row, f, &given));
            CHECK(given == 0 || given == 1);
            seen |= 1 << kind;
            const int is_text = kind == PEERSUPPORT_KIND_TEXT || kind == PEERSUPPORT_KIND_STRING ||
                                kind == PEERSUPPORT_KIND_REFERENCE || kind == PEERSUPPORT_KIND_WORD;
            const int is_list =
                kind == PEERSUPPORT_KIND_REFERENCES || kind == PEERSUPPORT_KIND_WORDS || kind == PEERSUPPORT_KIND_CUES;
            const int32_t no = PEERSUPPORT_INVALID_ARGUMENT;
            CHECK_STATUS(is_text ? PEERSUPPORT_OK : no,
                         peersupport_definition_text(one, at.table, at.row, f, 0, &text));
            CHECK_STATUS(kind == PEERSUPPORT_KIND_NUMBER ? PEERSUPPORT_OK : no,
                         peersupport_definition_number(one, at.table, at.row, f, &number));
            CHECK_STATUS(kind == PEERSUPPORT_KIND_FLAG ? PEERSUPPORT_OK : no,
                         peersupport_definition_flag(one, at.table, at.row, f, &flag));
            CHECK_STATUS(is_list ? PEERSUPPORT_OK : no,
                         peersupport_definition_list_size(one, at.table, at.row, f, &size));
            CHECK_STATUS(is_list && size ? PEERSUPPORT_OK : no,
                         peersupport_definition_list_at(one, at.table, at.row, f, 0, &text));
            CHECK_STATUS(kind == PEERSUPPORT_KIND_CUES && size ? PEERSUPPORT_OK : no,
                         peersupport_definition_cue_text(one, at.table, at.row, f, 0, 0, &text));
        }
    }
    CHECK(seen == (1 << (PEERSUPPORT_KIND_WORD + 1)) - 1); /* every kind was there */
    peersupport_definition_free(one);
}

static void ids_are_found_or_not(void) {
    peersupport_definition *one = small_definition();
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    size_t table = 77, row = 77, field = 77;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_table_find(one, "drift", 5, &table, &error));
    CHECK(error.code == PEERSUPPORT_OK);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_find(one, table, "errands", 7, &row, &error));
    CHECK(row == 1);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_find(one, table, "drift-force", 11, &row, &error));
    CHECK(row == 0);
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_find(one, "errands", 7, &field, &row, &error));
    CHECK(error.code == PEERSUPPORT_NOT_FOUND && error.total == 1 && !error.path[0] && field == 77 && row == 0);
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_find(one, "", 0, &field, &row, NULL));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_find(one, "drift-force\0x", 13, &field, &row, NULL));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_row_find(one, table, "drift-forc", 10, &row, &error));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_row_find(one, table, "", 0, &row, &error));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_row_find(one, table, "hope", 4, &row, &error));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_table_find(one, "drifts", 6, &field, &error));
    CHECK_STATUS(PEERSUPPORT_NOT_FOUND, peersupport_definition_field_find(one, table, "id", 2, &field, &error));
    CHECK(field == 77);
    error.struct_size = 3;
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_definition_table_find(one, "drift", 5, &table, &error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_definition_field_find(one, table, "x", 1, &field, &error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_definition_row_find(one, table, "x", 1, &row, &error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_definition_find(one, "x", 1, &table, &row, &error));
    CHECK_STATUS(PEERSUPPORT_BAD_STRUCT_SIZE, peersupport_definition_search(one, "x", 1, 0, NULL, 0, NULL, &error));
    peersupport_definition_free(one);
}

#define PAST(call) CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, call)

/* Every function with this table, row and field, at least one of which is past the end. */
static void refused_at(const peersupport_definition *one, size_t table, size_t row, size_t field) {
    peersupport_text text = {NULL, 7};
    size_t size = 7;
    int32_t number = 7;
    int64_t wide = 7;
    PAST(peersupport_definition_given(one, table, row, field, &number));
    PAST(peersupport_definition_text(one, table, row, field, 0, &text));
    PAST(peersupport_definition_number(one, table, row, field, &wide));
    PAST(peersupport_definition_flag(one, table, row, field, &number));
    PAST(peersupport_definition_list_size(one, table, row, field, &size));
    PAST(peersupport_definition_list_at(one, table, row, field, 0, &text));
    PAST(peersupport_definition_cue_text(one, table, row, field, 0, 0, &text));
    CHECK(!text.data && text.size == 7 && size == 7 && number == 7 && wide == 7);
}

static void refused_fields(const peersupport_definition *one, size_t table, size_t field) {
    peersupport_text text = {NULL, 7};
    size_t size = 7;
    int32_t number = 7;
    PAST(peersupport_definition_field_id(one, table, field, &text));
    PAST(peersupport_definition_field_label(one, table, field, 0, &text));
    PAST(peersupport_definition_field_kind(one, table, field, &number));
    PAST(peersupport_definition_field_required(one, table, field, &number));
    PAST(peersupport_definition_field_replaceable(one, table, field, &number));
    PAST(peersupport_definition_field_refers_to(one, table, field, &text));
    PAST(peersupport_definition_field_word_count(one, table, field, &size));
    PAST(peersupport_definition_field_word(one, table, field, 0, &text));
    CHECK(!text.data && text.size == 7 && size == 7 && number == 7);
}

static void refused_tables(const peersupport_definition *one, size_t table) {
    peersupport_text text = {NULL, 7};
    size_t size = 7;
    int32_t number = 7;
    PAST(peersupport_definition_table_id(one, table, &text));
    PAST(peersupport_definition_table_title(one, table, 0, &text));
    PAST(peersupport_definition_table_purpose(one, table, 0, &text));
    PAST(peersupport_definition_table_prefix(one, table, &text));
    PAST(peersupport_definition_table_group(one, table, &number));
    PAST(peersupport_definition_table_may_add(one, table, &number));
    PAST(peersupport_definition_table_may_switch_off(one, table, &number));
    PAST(peersupport_definition_field_count(one, table, &size));
    PAST(peersupport_definition_field_find(one, table, "name", 4, &size, NULL));
    PAST(peersupport_definition_row_count(one, table, &size));
    PAST(peersupport_definition_row_id(one, table, 0, &text));
    PAST(peersupport_definition_row_label(one, table, 0, 0, &text));
    PAST(peersupport_definition_row_find(one, table, "hope", 4, &size, NULL));
    CHECK(!text.data && text.size == 7 && size == 7 && number == 7);
}

static void past_the_end_is_an_invalid_argument(void) {
    peersupport_definition *one = small_definition();
    const row_place drift = place_of(one, "drift-force");
    const size_t tables = peersupport_definition_table_count(one);
    const size_t words = field_of(one, drift, "cues_en"), level = field_of(one, drift, "usually_from");
    size_t rows = 0, fields = 0;
    peersupport_text text;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_count(one, drift.table, &rows));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_field_count(one, drift.table, &fields));
    CHECK(rows == 2);
    refused_tables(one, tables);
    refused_tables(one, SIZE_MAX);
    refused_fields(one, tables, 0);
    refused_fields(one, drift.table, fields);
    refused_fields(one, drift.table, SIZE_MAX);
    refused_at(one, tables, 0, 0);
    refused_at(one, drift.table, rows, words);
    refused_at(one, drift.table, SIZE_MAX, 0);
    refused_at(one, drift.table, 0, fields);
    refused_at(one, drift.table, 0, SIZE_MAX);
    refused_at(one, 0, 1, 0); /* there is a row 1 in another table */
    PAST(peersupport_definition_row_id(one, drift.table, rows, &text));
    PAST(peersupport_definition_row_label(one, drift.table, rows, 0, &text));
    PAST(peersupport_definition_list_at(one, drift.table, 0, words, 2, &text));
    PAST(peersupport_definition_list_at(one, drift.table, 0, words, SIZE_MAX, &text));
    PAST(peersupport_definition_field_word(one, drift.table, level, 3, &text));
    PAST(peersupport_definition_text(one, drift.table, 0, level, 2, &text));
    PAST(peersupport_definition_change_id(one, 0, 0, &text));
    peersupport_definition_free(one);
}

static void it_goes_out_and_comes_back_the_same(peersupport_definition *one) {
    for (int32_t layout = PEERSUPPORT_INDENTED; layout <= PEERSUPPORT_CANONICAL; ++layout) {
        peersupport_string *first = NULL, *second = NULL;
        peersupport_definition *again = NULL;
        peersupport_problems *problems = (peersupport_problems *)one; /* becomes NULL */
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(one, layout, &first, NULL));
        const size_t size = peersupport_string_size(first);
        CHECK(strlen(peersupport_string_data(first)) == size);
        CHECK_STATUS(PEERSUPPORT_OK,
                     peersupport_definition_from_json(peersupport_string_data(first), size, &again, &problems, NULL));
        CHECK(!problems);
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(again, layout, &second, NULL));
        CHECK(peersupport_string_size(second) == size);
        CHECK(memcmp(peersupport_string_data(first), peersupport_string_data(second), size) == 0);
        peersupport_string_free(first);
        peersupport_string_free(second);
        peersupport_definition_free(again);
    }
    peersupport_definition_free(one);
}

static void only_known_layouts_are_written(void) {
    peersupport_definition *one = small_definition();
    peersupport_string *json = NULL;
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_to_json(one, -1, &json, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_to_json(one, 2, &json, NULL));
    CHECK(!json);
    peersupport_definition_free(one);
}

static void rows_are_found_by_their_words(void) {
    peersupport_definition *one = small_definition();
    const row_place errands = place_of(one, "drift-errands"), extra = place_of(one, "train-extra");
    peersupport_search_hit hits[8];
    peersupport_text text;
    size_t needed = 7;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "COURSE", 6, PEERSUPPORT_ANY_LANGUAGE, hits, 8, &needed, NULL));
    CHECK(needed == 1 && hits[0].table == errands.table && hits[0].row == errands.row);
    CHECK(hits[0].language == PEERSUPPORT_FRENCH && hits[0].reserved == 0);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_text(one, hits[0].table, hits[0].row, hits[0].field, hits[0].language, &text));
    CHECK(hits[0].begin < hits[0].end && hits[0].end <= text.size);
    CHECK(memcmp(text.data + hits[0].begin, "course", 6) == 0);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "course", 6, PEERSUPPORT_ENGLISH, hits, 8, &needed, NULL));
    CHECK(needed == 0);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "supplement", 10, PEERSUPPORT_FRENCH, hits, 8, &needed, NULL));
    CHECK(needed == 1 && hits[0].table == extra.table && hits[0].row == extra.row);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "extra", 5, PEERSUPPORT_ENGLISH, hits, 8, &needed, NULL));
    CHECK(needed == 1 && hits[0].field == PEERSUPPORT_NO_FIELD && hits[0].language == PEERSUPPORT_ENGLISH);
    CHECK(hits[0].begin == 6 && hits[0].end == 11); /* in "train-extra" */
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "", 0, PEERSUPPORT_ANY_LANGUAGE, NULL, 0, &needed, NULL));
    CHECK(needed == 0);
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "\xFF\xFE\x80", 3, PEERSUPPORT_ANY_LANGUAGE, NULL, 0, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_search(one, "x", 1, 2, hits, 8, NULL, NULL));
    CHECK_STATUS(PEERSUPPORT_INVALID_ARGUMENT, peersupport_definition_search(one, "x", 1, -2, hits, 8, NULL, NULL));
    peersupport_definition_free(one);
}

static void a_small_array_is_told_the_count(void) {
    peersupport_definition *one = canonical_definition();
    const peersupport_search_hit untouched = {77, 77, 77, 77, 77, 77, 77};
    peersupport_search_hit few[2] = {untouched, untouched};
    size_t needed = 0, again = 0;
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL,
                 peersupport_definition_search(one, "peer", 4, PEERSUPPORT_ANY_LANGUAGE, few, 2, &needed, NULL));
    CHECK(needed > 2 && memcmp(&few[0], &untouched, sizeof untouched) == 0);
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL,
                 peersupport_definition_search(one, "peer", 4, PEERSUPPORT_ANY_LANGUAGE, NULL, 0, NULL, NULL));
    peersupport_search_hit *all = malloc(needed * sizeof *all);
    if (!all) return;
    CHECK_STATUS(PEERSUPPORT_BUFFER_TOO_SMALL, peersupport_definition_search(one, "peer", 4, PEERSUPPORT_ANY_LANGUAGE,
                                                                             all, needed - 1, &again, NULL));
    CHECK(again == needed);
    again = 0;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_search(one, "peer", 4, PEERSUPPORT_ANY_LANGUAGE, all, needed, &again, NULL));
    CHECK(again == needed);
    for (size_t i = 0; i < needed; ++i) {
        peersupport_text id;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_row_id(one, all[i].table, all[i].row, &id));
        for (size_t k = 0; k < i; ++k) CHECK(all[k].table != all[i].table || all[k].row != all[i].row);
    }
    free(all);
    peersupport_definition_free(one);
}

int main(void) {
    the_canonical_definition_is_the_librarys();
    groups_have_titles();
    a_loaded_definition_is_read_as_it_stands();
    the_kind_of_a_field_says_which_function_reads_it();
    ids_are_found_or_not();
    past_the_end_is_an_invalid_argument();
    it_goes_out_and_comes_back_the_same(small_definition());
    it_goes_out_and_comes_back_the_same(canonical_definition());
    only_known_layouts_are_written();
    rows_are_found_by_their_words();
    a_small_array_is_told_the_count();
    return check_result();
}
