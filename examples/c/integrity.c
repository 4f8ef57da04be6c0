/* SPDX-License-Identifier: Apache-2.0 */
/* From answers to service integrity: JSON in, JSON out. Without a file it makes up the answers of twelve people.
   Build: cc integrity.c $(pkg-config --cflags --libs peersupport)
   Run:   ./integrity [request-with-answers.json] */
#include <peersupport.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 12, ITEMS = 28, LIMIT = 1 << 24 };

static int failed(int32_t status, const char* what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s\n", what, peersupport_status_text(status, PEERSUPPORT_ENGLISH));
    return 1;
}

static void print_problems(const peersupport_problems* problems) {
    for (size_t i = 0; i < peersupport_problems_count(problems); ++i) {
        peersupport_error one = PEERSUPPORT_ERROR_INIT;
        peersupport_problems_at(problems, i, &one);
        fprintf(stderr, "%s: %s\n", one.path, peersupport_status_text(one.code, PEERSUPPORT_ENGLISH));
    }
}

/* A request says who will read the figures and how few people they may stand on; there is no default. */
static size_t make_up(const peersupport_instrument* survey, char* into, size_t room) {
    size_t at = (size_t)snprintf(
        into, room,
        "{\"format\": \"peersupport-integrity-request-1\", \"policy\": {\"id\": \"k11\", \"audience\": \"service\"},"
        " \"collection\": {\"format\": \"peersupport-collection-1\", \"id\": \"example\", \"simulated\": true,"
        " \"heard\": [{\"unit\": \"three-rivers\", \"wave\": \"2025-1\", \"perspective\": \"person\", \"workers\": "
        "4}]},"
        " \"cut_set\": \"proposed-2026\", \"answers\": {");
    for (int column = 0; column < 3; ++column) {
        static const char* const names[] = {"unit", "wave", "perspective"};
        static const char* const cells[] = {"three-rivers", "2025-1", "person"};
        at += (size_t)snprintf(into + at, room - at, "\"%s\": [", names[column]);
        for (int row = 0; row < PEOPLE; ++row)
            at += (size_t)snprintf(into + at, room - at, "%s\"%s\"", row ? ", " : "", cells[column]);
        at += (size_t)snprintf(into + at, room - at, "], ");
    }
    at += (size_t)snprintf(into + at, room - at, "\"forms\": [\"person\"], \"items\": {");
    for (int item = 0; item < ITEMS; ++item) {
        peersupport_text id = {"", 0};
        if (failed(peersupport_instrument_item_id(survey, (size_t)item, &id), "item")) return 0;
        at += (size_t)snprintf(into + at, room - at, "%s\"%.*s\": [", item ? ", " : "", (int)id.size, id.data);
        for (int row = 0; row < PEOPLE; ++row) /* every fourth item asks about what should not happen */
            at += (size_t)snprintf(into + at, room - at, "%s%d", row ? ", " : "",
                                   item % 4 == 3 ? (row + item) % 2 : 4 - (row * item) % 3);
        at += (size_t)snprintf(into + at, room - at, "]");
    }
    return at + (size_t)snprintf(into + at, room - at, "}}}");
}

static size_t read_file(const char* path, char* into, size_t room) {
    FILE* file = fopen(path, "rb");
    const size_t size = file ? fread(into, 1, room, file) : 0;
    if (file) fclose(file);
    return size;
}

int main(int argc, char** argv) {
    peersupport_definition* definition = NULL;
    peersupport_instrument* survey = NULL;
    peersupport_string* profile = NULL;
    peersupport_problems* problems = NULL;
    char* request = malloc(LIMIT);
    int bad = !request || failed(peersupport_definition_canonical(&definition, NULL), "definition") ||
              failed(peersupport_instrument_open("integrity-survey", 16, &survey, NULL), "survey");
    if (!bad) {
        const size_t size = argc > 1 ? read_file(argv[1], request, LIMIT) : make_up(survey, request, LIMIT);
        bad = failed(peersupport_integrity_assess_answers(definition, survey, request, size, &profile, &problems, NULL),
                     "integrity");
    }
    print_problems(problems);
    if (profile) fwrite(peersupport_string_data(profile), 1, peersupport_string_size(profile), stdout);
    peersupport_string_free(profile);
    peersupport_problems_free(problems);
    peersupport_instrument_free(survey);
    peersupport_definition_free(definition);
    free(request);
    return bad;
}
