/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a job description and an activity log: drift with what to do instead, what is missing, and how time is shared.
   Build: cc check_role.c $(pkg-config --cflags --libs peersupport) */
#include <peersupport.h>

#include <stdio.h>
#include <string.h>

static const char posting[] = "You facilitate a weekly group. You do room checks every hour.\nYou do not give medication.\n";
static const char week[] = "{\"format\": \"peersupport-role-description-1\", \"language\": \"en\", \"activities\": ["
                           "{\"activity\": \"Met one-to-one with K.\", \"minutes\": 75}, "
                           "{\"activity\": \"Covered the front desk\", \"minutes\": 90}]}";

static int failed(int32_t status, const char *what) {
    if (status == PEERSUPPORT_OK) return 0;
    fprintf(stderr, "%s: %s %s\n", what, peersupport_status_text(status, PEERSUPPORT_ENGLISH),
            peersupport_status_advice(status, PEERSUPPORT_ENGLISH));
    return 1;
}

static void print(const peersupport_role_finding *found) {
    const int missing = found->part == PEERSUPPORT_ROLE_COMPONENT && found->state == PEERSUPPORT_COMPONENT_MISSING;
    const int drift = found->part == PEERSUPPORT_ROLE_DRIFT;
    if (drift && found->weight == PEERSUPPORT_WEIGHT_FULL)
        printf("drift %.*s, line %zu, instead: %.*s\n", (int)found->row.size, found->row.data, found->line,
               (int)found->instead.size, found->instead.data);
    else if (drift && found->polarity == PEERSUPPORT_POLARITY_DOES_NOT)
        printf("limit %.*s, line %zu\n", (int)found->row.size, found->row.data, found->line);
    else if (missing && found->severity == PEERSUPPORT_SEVERITY_WARNING)
        printf("missing %.*s\n", (int)found->row.size, found->row.data);
}

int main(void) {
    peersupport_rules *rules = NULL;
    peersupport_role_report *described = NULL, *logged = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    int bad = failed(peersupport_role_rules_create(NULL, 0, &rules, NULL, &error), "rules") ||
              failed(peersupport_role_check_text(rules, posting, strlen(posting), PEERSUPPORT_ENGLISH, &described, &error), "posting") ||
              failed(peersupport_role_check(rules, week, strlen(week), &logged, NULL, &error), "week");
    for (size_t i = 0; i < peersupport_role_report_count(described); ++i) {
        peersupport_role_finding found = PEERSUPPORT_ROLE_FINDING_INIT;
        if (failed(peersupport_role_report_at(described, i, PEERSUPPORT_ENGLISH, &found), "finding")) return 1;
        print(&found);
    }
    printf("minutes with people: %d, outside the role: %d\n",
           (int)peersupport_role_report_minutes(logged, PEERSUPPORT_ACTIVITY_DIRECT),
           (int)peersupport_role_report_minutes(logged, PEERSUPPORT_ACTIVITY_OUTSIDE));
    peersupport_role_report_free(described);
    peersupport_role_report_free(logged);
    peersupport_rules_free(rules);
    return bad;
}
