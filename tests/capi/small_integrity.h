/* SPDX-License-Identifier: Apache-2.0 */
/* Eight people and six peer supporters of one service answer the core of the Integrity Survey; as JSON and as columns.
 */
#ifndef PEERSUPPORT_TEST_SMALL_INTEGRITY_H
#define PEERSUPPORT_TEST_SMALL_INTEGRITY_H

#include "small_definition.h"

enum { INTEGRITY_ROWS = 14, INTEGRITY_PEOPLE = 8, INTEGRITY_ITEMS = 28, INTEGRITY_TEXT = 8192 };

static const char integrity_head[] =
    "{\"format\": \"peersupport-integrity-request-1\",\n"
    " \"policy\": {\"minimum_people\": 5, \"minimum_workers\": 3, \"audience\": \"service\"},\n"
    " \"collection\": {\"format\": \"peersupport-collection-1\", \"id\": \"spring\", \"simulated\": true,\n"
    "   \"consent\": {\"en\": \"You can say no.\", \"fr\": \"Vous pouvez dire non.\"},\n"
    "   \"waves\": [{\"id\": \"2025-1\", \"from\": \"2025-01-01\", \"to\": \"2025-07-01\"}],\n"
    "   \"heard\": [{\"unit\": \"north\", \"wave\": \"2025-1\", \"perspective\": \"person\", \"invited\": 20,\n"
    "     \"responded\": 8, \"workers\": 4}]},\n"
    " \"wave\": \"2025-1\", \"cut_set\": \"proposed-2026\",\n"
    " \"done\": [{\"said\": {\"en\": \"We want a choice.\", \"fr\": \"Nous voulons choisir.\"}}]";

static const char publish_request[] =
    "{\"format\": \"peersupport-publish-request-1\",\n"
    " \"policy\": {\"id\": \"k5\", \"audience\": \"team\", \"workers_agreed\": true}, \"by\": [[\"unit\"]]}";

static const char empty_ledger[] = "{\"format\":\"peersupport-ledger-1\",\"releases\":[]}";

static inline int32_t integrity_code(size_t row, size_t item) { return (int32_t)((row * 3 + item * 5) % 5); }
static inline int integrity_is_person(size_t row) { return row < INTEGRITY_PEOPLE; }

static inline peersupport_instrument* integrity_survey(void) {
    peersupport_instrument* survey = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open("integrity-survey", 16, &survey, NULL));
    return survey;
}

/* A request without answers; `more` is put at its end. Returns its size. */
static inline size_t integrity_request(char* into, const char* more) {
    return (size_t)snprintf(into, INTEGRITY_TEXT, "%s%s}", integrity_head, more);
}

/* A column of strings; with numbers each ends with that of its row. */
static inline size_t put_column(char* into, size_t at, const char* name, const char* person, const char* staff,
                                int numbers) {
    at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "\"%s\": [", name);
    for (int row = 0; row < INTEGRITY_ROWS; ++row) {
        char number[16] = "";
        if (numbers) snprintf(number, sizeof number, "%02d", row);
        at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "\"%s%s\"%s",
                               integrity_is_person((size_t)row) ? person : staff, number,
                               row + 1 < INTEGRITY_ROWS ? ", " : "],\n  ");
    }
    return at;
}

/* The request with its answers. Returns its size. */
static inline size_t answered_request(const peersupport_instrument* survey, char* into) {
    size_t at = (size_t)snprintf(into, INTEGRITY_TEXT, "%s,\n \"answers\": {", integrity_head);
    at = put_column(into, at, "unit", "north", "north", 0);
    at = put_column(into, at, "perspective", "person", "peer-supporter", 0);
    at = put_column(into, at, "date", "2025-03-", "2025-04-", 1);
    char* no_day = strstr(into, "2025-03-00");
    if (no_day) memcpy(no_day, "2025-03-31", 10);
    at = put_column(into, at, "person_id", "person-", "worker-", 1);
    at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "\"forms\": [\"person\", \"peer-supporter\"], \"items\": {");
    for (size_t item = 0; item < INTEGRITY_ITEMS; ++item) {
        peersupport_text id = {"", 0};
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_item_id(survey, item, &id));
        at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "%s\n  \"%.*s\": [", item ? "," : "", (int)id.size,
                               id.data);
        for (size_t row = 0; row < INTEGRITY_ROWS; ++row)
            at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "%d%s", (int)integrity_code(row, item),
                                   row + 1 < INTEGRITY_ROWS ? ", " : "]");
    }
    at += (size_t)snprintf(into + at, INTEGRITY_TEXT - at, "}}}\n");
    CHECK(at < INTEGRITY_TEXT);
    return at;
}

static inline void add_integrity_form(const peersupport_tally_plan* plan, const char* form, int of_people,
                                      peersupport_tally** tally) {
    static const peersupport_tally_group group = {{"north", 5}, {"2025-1", 6}, {"", 0}, {"", 0}};
    int32_t codes[INTEGRITY_ITEMS][INTEGRITY_ROWS], days[INTEGRITY_ROWS];
    uint64_t people[INTEGRITY_ROWS];
    uint32_t groups[INTEGRITY_ROWS];
    peersupport_column columns[INTEGRITY_ITEMS];
    peersupport_tally_rows rows = PEERSUPPORT_TALLY_ROWS_INIT;
    peersupport_tally* more = NULL;
    for (size_t row = 0; row < INTEGRITY_ROWS; ++row) {
        char id[16];
        const int size = snprintf(id, sizeof id, integrity_is_person(row) ? "person-%02d" : "worker-%02d", (int)row);
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_person_key(NULL, 0, id, (size_t)size, &people[row], NULL));
        groups[row] = integrity_is_person(row) == of_people ? 0 : PEERSUPPORT_NO_GROUP;
        days[row] = integrity_is_person(row) ? 20147 + (row ? (int32_t)row : 31) : 20178 + (int32_t)row;
        for (size_t item = 0; item < INTEGRITY_ITEMS; ++item) codes[item][row] = integrity_code(row, item);
    }
    for (size_t item = 0; item < INTEGRITY_ITEMS; ++item) {
        const peersupport_column column = {codes[item], NULL, 0, sizeof codes[item][0], PEERSUPPORT_I32, 0};
        columns[item] = column;
    }
    rows.groups = &group;
    rows.group_count = 1;
    rows.group = groups;
    rows.person = people;
    rows.day = days;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_tally_add(*tally, plan, form, strlen(form), columns, INTEGRITY_ITEMS, INTEGRITY_ROWS,
                                       &rows, PEERSUPPORT_INVALID_RAISE, &more, NULL, NULL));
    peersupport_tally_free(*tally);
    *tally = more;
}

/* What the answers of answered_request() are counted to. */
static inline peersupport_tally* integrity_tally(const peersupport_instrument* survey) {
    static const peersupport_text forms[] = {{"person", 6}, {"peer-supporter", 14}};
    peersupport_tally_plan* plan = NULL;
    peersupport_tally* tally = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_plan_create(survey, forms, 2, NULL, &plan, NULL));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_create(plan, 0, 1, &tally, NULL));
    add_integrity_form(plan, "person", 1, &tally);
    add_integrity_form(plan, "peer-supporter", 0, &tally);
    peersupport_tally_plan_free(plan);
    return tally;
}

#endif
