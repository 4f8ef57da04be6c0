/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a note and says what a reader may want to look at again, with the words of the note where they stand.
   Build: cc check_note.c $(pkg-config --cflags --libs peersupport) */
#include <peersupport.h>

#include <stdio.h>
#include <string.h>

static const char note[] =
    "Met with Sam for 45 minutes at the library. He said, \"I'm done being called an addict.\" "
    "He refused to fill in the form, so we went for a walk.";

static int failed(int32_t status, const char *what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s %s\n", what, peersupport_status_text(status, PEERSUPPORT_ENGLISH),
            peersupport_status_advice(status, PEERSUPPORT_ENGLISH));
    return 1;
}

/* The words of the note are yours: the report holds only where they stand. */
static void print(const peersupport_note_finding *found) {
    printf("%.*s", (int)found->rule.size, found->rule.data);
    if (found->line > 0)
        printf(" %zu:%zu \"%.*s\"", found->line, found->column, (int)(found->byte_end - found->byte_start),
               note + found->byte_start);
    printf(": %.*s\n", (int)found->message.size, found->message.data);
}

int main(void) {
    peersupport_rules *rules = NULL;
    peersupport_note_report *report = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    int bad = failed(peersupport_rules_create(NULL, 0, &rules, NULL, &error), "rules") ||
              failed(peersupport_note_check_text(rules, note, strlen(note), PEERSUPPORT_ENGLISH, &report, &error), "note");
    for (size_t i = 0; i < peersupport_note_report_count(report); ++i) {
        peersupport_note_finding found = PEERSUPPORT_NOTE_FINDING_INIT;
        if (failed(peersupport_note_report_at(report, i, PEERSUPPORT_ENGLISH, &found), "finding")) return 1;
        if (found.weight == PEERSUPPORT_WEIGHT_FULL && found.severity > PEERSUPPORT_SEVERITY_INFO) print(&found);
    }
    peersupport_note_report_free(report);
    peersupport_rules_free(rules);
    return bad;
}
