/* SPDX-License-Identifier: Apache-2.0 */
/* Prints a role of the definition in French; with a file and a day, holds a programme against the definition.
   Build: cc definition.c $(pkg-config --cflags --libs peersupport)
   Run:   ./definition [programme.json 2026-06-30] */
#include <peersupport.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed(int32_t status, const char *what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s\n", what, peersupport_status_text(status, PEERSUPPORT_FRENCH));
    return 1;
}

static void print(const char *before, peersupport_text text, const char *after) {
    printf("%s%.*s%s", before, (int)text.size, text.data, after);
}

/* What a row holds in one field, if anything: texts as they are, of lists how many entries. */
static int print_field(const peersupport_definition *in, size_t table, size_t row, size_t field) {
    peersupport_text label, text;
    int32_t kind, given, flag;
    int64_t number;
    size_t size;
    if (failed(peersupport_definition_field_label(in, table, field, PEERSUPPORT_FRENCH, &label), "label") ||
        failed(peersupport_definition_field_kind(in, table, field, &kind), "kind") ||
        failed(peersupport_definition_given(in, table, row, field, &given), "given"))
        return 1;
    if (!given) return 0;
    print("  ", label, ": ");
    switch (kind) {
        case PEERSUPPORT_KIND_REFERENCES:
        case PEERSUPPORT_KIND_WORDS:
        case PEERSUPPORT_KIND_CUES:
            if (failed(peersupport_definition_list_size(in, table, row, field, &size), "list")) return 1;
            printf("%lu\n", (unsigned long)size);
            return 0;
        case PEERSUPPORT_KIND_NUMBER:
            if (failed(peersupport_definition_number(in, table, row, field, &number), "number")) return 1;
            printf("%" PRId64 "\n", number);
            return 0;
        case PEERSUPPORT_KIND_FLAG:
            if (failed(peersupport_definition_flag(in, table, row, field, &flag), "flag")) return 1;
            puts(flag ? "oui" : "non");
            return 0;
        default:
            if (failed(peersupport_definition_text(in, table, row, field, PEERSUPPORT_FRENCH, &text), "text")) return 1;
            print("", text, "\n");
            return 0;
    }
}

static int print_row(const peersupport_definition *in, const char *id) {
    peersupport_text title, name;
    size_t table, row, fields;
    if (failed(peersupport_definition_find(in, id, strlen(id), &table, &row, NULL), id) ||
        failed(peersupport_definition_table_title(in, table, PEERSUPPORT_FRENCH, &title), "title") ||
        failed(peersupport_definition_row_label(in, table, row, PEERSUPPORT_FRENCH, &name), "name") ||
        failed(peersupport_definition_field_count(in, table, &fields), "fields"))
        return 1;
    print("", title, ": ");
    print("", name, "\n");
    for (size_t field = 0; field < fields; ++field)
        if (print_field(in, table, row, field)) return 1;
    return 0;
}

/* The bytes of a file, to be freed; NULL when it cannot be read or is longer than a programme may be. */
static char *read_file(const char *path, size_t *size) {
    const size_t limit = (size_t)16 << 20;
    FILE *file = fopen(path, "rb");
    char *bytes = file ? malloc(limit + 1) : NULL;
    *size = bytes ? fread(bytes, 1, limit + 1, file) : 0;
    if (file) fclose(file);
    if (bytes && *size <= limit) return bytes;
    free(bytes);
    return NULL;
}

static void print_problems(const peersupport_problems *problems) {
    for (size_t i = 0; i < peersupport_problems_count(problems); ++i) {
        peersupport_error one = PEERSUPPORT_ERROR_INIT;
        peersupport_problems_at(problems, i, &one);
        fprintf(stderr, "%s: %s\n", one.path, peersupport_status_text(one.code, PEERSUPPORT_FRENCH));
    }
}

static int check_programme(const peersupport_definition *by, const char *path, const char *day) {
    peersupport_string *report = NULL;
    peersupport_problems *problems = NULL;
    size_t size;
    char *bytes = read_file(path, &size);
    if (!bytes) return failed(PEERSUPPORT_FILE_UNREADABLE, path);
    const int bad =
        failed(peersupport_programme_check(by, bytes, size, day, strlen(day), &report, &problems, NULL), path);
    print_problems(problems);
    if (report) fwrite(peersupport_string_data(report), 1, peersupport_string_size(report), stdout);
    peersupport_string_free(report);
    peersupport_problems_free(problems);
    free(bytes);
    return bad;
}

int main(int argc, char **argv) {
    peersupport_definition *definition = NULL;
    int bad = failed(peersupport_definition_canonical(&definition, NULL), "definition");
    if (!bad)
        bad = argc == 3 ? check_programme(definition, argv[1], argv[2]) : print_row(definition, "role-peer-supporter");
    peersupport_definition_free(definition);
    return bad;
}
