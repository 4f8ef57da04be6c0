/* SPDX-License-Identifier: Apache-2.0 */
/* parity_c ROOT WAY: the same cases as parity.cpp through the C library. WAY: batch, one. */
#include <peersupport.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CODES = 64 };

typedef struct parity_case {
    char name[64], instrument[256], form[64];
    size_t rows;
    uint64_t seed, blank;
    int32_t codes[MOST_CODES];
    size_t count;
} parity_case;

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static int read_case(FILE *file, parity_case *c) {
    char line[1024];
    while (fgets(line, sizeof line, file)) {
        int used = 0;
        char *at = line;
        unsigned long rows, seed, blank;
        if (line[0] == '#' || line[0] == '\n') continue;
        if (sscanf(line, "%63s %255s %63s %lu %lu %lu%n", c->name, c->instrument, c->form, &rows, &seed, &blank, &used) != 6)
            return 0;
        c->rows = rows, c->seed = seed, c->blank = blank, c->count = 0;
        at += used;
        for (;;) {
            char *end;
            const long code = strtol(at, &end, 10);
            if (end == at || c->count == MOST_CODES) break;
            c->codes[c->count++] = (int32_t)code;
            at = end;
        }
        return 1;
    }
    return 0;
}

static peersupport_instrument *open_instrument(const char *root, const char *name) {
    peersupport_instrument *in = NULL;
    char path[1024];
    FILE *file;
    char *text;
    size_t size;
    if (!strchr(name, '/'))
        return peersupport_instrument_open(name, strlen(name), &in, NULL) == PEERSUPPORT_OK ? in : NULL;
    snprintf(path, sizeof path, "%s/%s", root, name);
    file = fopen(path, "rb");
    if (!file) return NULL;
    text = malloc(1 << 20);
    size = text ? fread(text, 1, 1 << 20, file) : 0;
    fclose(file);
    if (peersupport_instrument_from_json(text, size, &in, NULL, NULL) != PEERSUPPORT_OK) in = NULL;
    free(text);
    return in;
}

typedef struct results {
    double *f64;
    float *f32;
    int64_t *numerators, *denominators;
    int32_t *answered;
    uint8_t *reasons;
} results;

static int score_batch(const peersupport_plan *plan, const double *cells, size_t rows, size_t items, const results *to, uint64_t size) {
    peersupport_column *columns = calloc(items, sizeof *columns);
    peersupport_outputs values = PEERSUPPORT_OUTPUTS_INIT, exact = PEERSUPPORT_OUTPUTS_INIT;
    int32_t status;
    size_t i;
    for (i = 0; i < items; ++i) {
        columns[i].data = cells + i;
        columns[i].stride = (int64_t)(items * sizeof(double));
        columns[i].type = PEERSUPPORT_F64;
    }
    values.f64.data = to->f64, values.f64.size = size;
    values.f32.data = to->f32, values.f32.size = size;
    exact.numerators.data = to->numerators, exact.numerators.size = size;
    exact.denominators.data = to->denominators, exact.denominators.size = size;
    exact.answered.data = to->answered, exact.answered.size = size;
    exact.reasons.data = to->reasons, exact.reasons.size = size;
    status = peersupport_score_batch(plan, columns, items, rows, PEERSUPPORT_INVALID_MARK, &values, NULL, NULL);
    if (status == PEERSUPPORT_OK)
        status = peersupport_score_batch(plan, columns, items, rows, PEERSUPPORT_INVALID_MARK, &exact, NULL, NULL);
    free(columns);
    return status == PEERSUPPORT_OK;
}

static int score_singly(const peersupport_plan *plan, const int32_t *codes, size_t rows, size_t items, size_t scales, const results *to) {
    peersupport_score *scores = calloc(scales, sizeof *scores);
    size_t r, s;
    for (r = 0; r < rows; ++r) {
        size_t needed;
        (void)peersupport_score_one(plan, codes + r * items, items, scores, scales, &needed, NULL);
        for (s = 0; s < scales; ++s) {
            const size_t at = r * scales + s;
            to->f64[at] = scores[s].value;
            to->f32[at] = scores[s].reason == PEERSUPPORT_REASON_SCORED ? (float)scores[s].value : NAN;
            to->numerators[at] = scores[s].numerator, to->denominators[at] = scores[s].denominator;
            to->answered[at] = scores[s].answered, to->reasons[at] = (uint8_t)scores[s].reason;
        }
    }
    free(scores);
    return 1;
}

static int run(const char *root, const parity_case *c, int singly) {
    peersupport_instrument *in = open_instrument(root, c->instrument);
    peersupport_plan_options options = PEERSUPPORT_PLAN_OPTIONS_INIT;
    peersupport_plan *plan = NULL;
    results to;
    size_t items, scales, cells, size, i;
    uint64_t state = c->seed;
    int32_t *codes;
    double *doubles;
    int good;
    options.allow_unverified = 1;
    if (!in) return 0;
    if (strcmp(c->form, "-") == 0) good = peersupport_plan_create(in, NULL, 0, &options, &plan, NULL) == PEERSUPPORT_OK;
    else good = peersupport_plan_create(in, c->form, strlen(c->form), &options, &plan, NULL) == PEERSUPPORT_OK;
    peersupport_instrument_free(in);
    if (!good) return 0;
    items = peersupport_plan_item_count(plan), scales = peersupport_plan_scale_count(plan);
    cells = c->rows * items, size = c->rows * scales;
    codes = malloc(cells * sizeof *codes), doubles = malloc(cells * sizeof *doubles);
    to.f64 = calloc(size, sizeof *to.f64), to.f32 = calloc(size, sizeof *to.f32);
    to.numerators = calloc(size, sizeof *to.numerators), to.denominators = calloc(size, sizeof *to.denominators);
    to.answered = calloc(size, sizeof *to.answered), to.reasons = calloc(size, sizeof *to.reasons);
    for (i = 0; i < cells; ++i) {
        const uint64_t word = next(&state);
        codes[i] = word % 100 < c->blank ? PEERSUPPORT_BLANK : c->codes[(word >> 32) % c->count];
        doubles[i] = codes[i] == PEERSUPPORT_BLANK ? NAN : codes[i];
    }
    good = singly ? score_singly(plan, codes, c->rows, items, scales, &to) : score_batch(plan, doubles, c->rows, items, &to, size);
    fwrite(to.f64, sizeof *to.f64, size, stdout), fwrite(to.f32, sizeof *to.f32, size, stdout);
    fwrite(to.numerators, sizeof *to.numerators, size, stdout), fwrite(to.denominators, sizeof *to.denominators, size, stdout);
    fwrite(to.answered, sizeof *to.answered, size, stdout), fwrite(to.reasons, sizeof *to.reasons, size, stdout);
    free(codes), free(doubles), free(to.f64), free(to.f32), free(to.numerators), free(to.denominators), free(to.answered), free(to.reasons);
    peersupport_plan_free(plan);
    return good;
}

/* The integrity profile of a few answers, as JSON. */
static int write_profile(const char *root) {
    static char text[1 << 16];
    char path[1024];
    peersupport_definition *definition = NULL;
    peersupport_instrument *survey = NULL;
    peersupport_string *profile = NULL;
    snprintf(path, sizeof path, "%s/tests/fuzz/corpus/integrity/answered.json", root);
    FILE *file = fopen(path, "rb");
    const size_t size = file ? fread(text, 1, sizeof text, file) : 0;
    if (file) fclose(file);
    const int good = peersupport_definition_canonical(&definition, NULL) == PEERSUPPORT_OK &&
                     peersupport_instrument_open("integrity-survey", 16, &survey, NULL) == PEERSUPPORT_OK &&
                     peersupport_integrity_assess_answers(definition, survey, text, size, &profile, NULL, NULL) ==
                         PEERSUPPORT_OK;
    if (good) fwrite(peersupport_string_data(profile), 1, peersupport_string_size(profile), stdout);
    peersupport_string_free(profile);
    peersupport_instrument_free(survey);
    peersupport_definition_free(definition);
    return good;
}

int main(int argc, char **argv) {
    char path[1024];
    parity_case c;
    FILE *file;
    int good = 1;
    if (argc != 3) return 2;
    snprintf(path, sizeof path, "%s/tests/parity/cases.tsv", argv[1]);
    file = fopen(path, "r");
    if (!file) return 2;
    while (good && read_case(file, &c)) {
        good = run(argv[1], &c, strcmp(argv[2], "one") == 0);
        if (!good) fprintf(stderr, "case %s failed\n", c.name);
    }
    fclose(file);
    return good && write_profile(argv[1]) ? 0 : 1;
}
