/* SPDX-License-Identifier: Apache-2.0 */
/* Eight threads begin at once, make the rules of notes and of roles ready, then check with each other's rules and read
   each other's reports, without locks. All get the bytes that one thread gets. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "small_note.h"
#include "small_role.h"

#include <pthread.h>

enum { THREADS = 8, ROUNDS = 24, NOTES = 4, ROLES = 3, TEXTS = NOTES + ROLES };

#define NOTE "{\"format\": \"peersupport-note-1\", \"text\": "
#define ROLE "{\"format\": \"peersupport-role-description-1\", "
static const char *const texts[TEXTS] = {
    small_note_json,
    NOTE "\"Elle a dit : \\u00AB Je suis toxicomane. \\u00BB Il refuse ses m\\u00E9dicaments. De 15 h \\u00E0 14 h.\"}",
    NOTE "\"Sam threatened to hurt himself, an ambulance came. She is non-compliant again.\", \"kind\": \"crisis\"}",
    NOTE
    "\"\\uD83D\\uDE00 We met.\\r\\n\\r\\nWe met at the library and talked for an hour about her goal.\", \"fields\": "
    "{\"goal\": \"A job\"}}",
    small_role_json,
    small_log_json,
    ROLE
    "\"text\": \"Vous donnez les m\\u00E9dicaments. Les infirmi\\u00E8res fouillent les chambres. Pas dans vos "
    "t\\u00E2ches :\\n- conduire\"}",
};

/* What a thread makes and the others read once all have made it. */
static struct {
    peersupport_rules *notes, *roles;
    peersupport_note_report *note;
    peersupport_role_report *role;
    peersupport_string *json[TEXTS];
    int failures;
} made[THREADS];

/* Opens when as many came as there are threads; once. */
typedef struct {
    pthread_mutex_t mutex;
    pthread_cond_t open;
    int came;
} gate;

static gate before_rules = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
static gate behind_rules = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};

static void pass(gate *by) {
    pthread_mutex_lock(&by->mutex);
    if (++by->came == THREADS) pthread_cond_broadcast(&by->open);
    while (by->came < THREADS) pthread_cond_wait(&by->open, &by->mutex);
    pthread_mutex_unlock(&by->mutex);
}

static peersupport_note_report *check_note(const peersupport_rules *by, int text) {
    peersupport_note_report *report = NULL;
    (void)peersupport_note_check(by, texts[text], strlen(texts[text]), &report, NULL, NULL);
    return report;
}

static peersupport_role_report *check_role(const peersupport_rules *by, int text) {
    peersupport_role_report *report = NULL;
    (void)peersupport_role_check(by, texts[text], strlen(texts[text]), &report, NULL, NULL);
    return report;
}

static peersupport_string *note_json(const peersupport_note_report *report) {
    peersupport_string *json = NULL;
    if (report) (void)peersupport_note_report_json(report, PEERSUPPORT_ANY_LANGUAGE, &json, NULL);
    return json;
}

static peersupport_string *role_json(const peersupport_role_report *report) {
    peersupport_string *json = NULL;
    if (report) (void)peersupport_role_report_json(report, PEERSUPPORT_ANY_LANGUAGE, &json, NULL);
    return json;
}

/* The report of a text as JSON, made by the rules of thread `by`. */
static peersupport_string *json_of(int by, int text) {
    peersupport_string *json;
    if (text < NOTES) {
        peersupport_note_report *report = check_note(made[by].notes, text);
        json = note_json(report);
        peersupport_note_report_free(report);
    } else {
        peersupport_role_report *report = check_role(made[by].roles, text);
        json = role_json(report);
        peersupport_role_report_free(report);
    }
    return json;
}

/* Whether both are there and hold the same bytes. */
static int same(const peersupport_string *a, const peersupport_string *b) {
    return a && b && peersupport_string_size(a) == peersupport_string_size(b) &&
           memcmp(peersupport_string_data(a), peersupport_string_data(b), peersupport_string_size(a)) == 0;
}

/* Whether what was got is something else; frees it. */
static int differs(peersupport_string *got, const peersupport_string *from) {
    const int bad = !same(got, from);
    peersupport_string_free(got);
    return bad;
}

/* What every finding of both reports of a thread says can be read by all. */
static int read_findings(int of) {
    int bad = 0;
    for (size_t i = 0; i < peersupport_note_report_count(made[of].note); ++i) {
        peersupport_note_finding f = PEERSUPPORT_NOTE_FINDING_INIT;
        bad |= peersupport_note_report_at(made[of].note, i, PEERSUPPORT_FRENCH, &f) != PEERSUPPORT_OK ||
               f.message.size == 0;
    }
    for (size_t i = 0; i < peersupport_role_report_count(made[of].role); ++i) {
        peersupport_role_finding f = PEERSUPPORT_ROLE_FINDING_INIT;
        bad |= peersupport_role_report_at(made[of].role, i, PEERSUPPORT_FRENCH, &f) != PEERSUPPORT_OK ||
               f.message.size == 0;
    }
    return bad;
}

static void *work(void *number) {
    const int own = *(const int *)number;
    int bad = 0;
    pass(&before_rules);
    bad |= peersupport_rules_create(NULL, 0, &made[own].notes, NULL, NULL) != PEERSUPPORT_OK;
    bad |= peersupport_role_rules_create(NULL, 0, &made[own].roles, NULL, NULL) != PEERSUPPORT_OK;
    made[own].note = check_note(made[own].notes, 0);
    made[own].role = check_role(made[own].roles, NOTES);
    for (int t = 0; t < TEXTS; ++t) made[own].json[t] = json_of(own, t);
    pass(&behind_rules);
    for (int round = 0; round < ROUNDS; ++round) {
        const int other = (own + round) % THREADS, text = (own + round) % TEXTS;
        bad |= differs(json_of(other, text), made[other].json[text]);
        bad |= differs(note_json(made[other].note), made[own].json[0]);
        bad |= differs(role_json(made[other].role), made[own].json[NOTES]);
        bad |= read_findings(other);
    }
    made[own].failures = bad;
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    int numbers[THREADS];
    for (int t = 0; t < THREADS; ++t) {
        numbers[t] = t;
        if (pthread_create(&threads[t], NULL, work, &numbers[t]) != 0) return 1; /* the others would wait for ever */
    }
    for (int t = 0; t < THREADS; ++t) CHECK(pthread_join(threads[t], NULL) == 0);
    for (int text = 0; text < TEXTS; ++text) {
        peersupport_string *alone = json_of(0, text);
        CHECK(alone && strstr(peersupport_string_data(alone), "\"fingerprint\"") != NULL);
        for (int t = 0; t < THREADS; ++t) {
            CHECK(same(made[t].json[text], alone));
            peersupport_string_free(made[t].json[text]);
        }
        peersupport_string_free(alone);
    }
    for (int t = 0; t < THREADS; ++t) {
        CHECK(made[t].failures == 0);
        peersupport_note_report_free(made[t].note);
        peersupport_role_report_free(made[t].role);
        peersupport_rules_free(made[t].notes);
        peersupport_rules_free(made[t].roles);
    }
    return check_result();
}
