/* SPDX-License-Identifier: Apache-2.0 */
/* An instrument small enough to compute by hand: four items 0 … 4, the last reversed. */
#ifndef PEERSUPPORT_TEST_SMALL_INSTRUMENT_H
#define PEERSUPPORT_TEST_SMALL_INSTRUMENT_H

#include "check.h"

static const char small_json[] =
    "{\"format\": \"peersupport-instrument-1\", \"id\": \"small\", \"version\": \"1.2.3\",\n"
    " \"name\": {\"en\": \"Small\", \"fr\": \"Petit\"}, \"about\": {\"en\": \"For tests.\", \"fr\": \"Pour les tests.\"},\n"
    " \"subject\": \"respondent\", \"standing\": \"proposed\", \"verification\": {\"state\": \"verified\"},\n"
    " \"rights\": {\"holder\": \"us\", \"licence\": \"CC-BY-4.0\", \"wording\": \"included\"}, \"citation\": \"Small, 2026\",\n"
    " \"sources\": [{\"id\": \"ours\", \"title\": \"Ours\", \"standing\": \"proposed\"}],\n"
    " \"response_scales\": [{\"id\": \"five\", \"options\": [{\"code\": 0}, {\"code\": 1}, {\"code\": 2}, {\"code\": 3},\n"
    "   {\"code\": 4}, {\"code\": 8, \"kind\": \"does-not-apply\"}, {\"code\": 9, \"kind\": \"declined\"}]}],\n"
    " \"items\": [\n"
    "   {\"id\": \"a\", \"response_scale\": \"five\", \"topic\": {\"en\": \"A\", \"fr\": \"Un\"}},\n"
    "   {\"id\": \"b\", \"response_scale\": \"five\", \"topic\": {\"en\": \"B\", \"fr\": \"Deux\"}},\n"
    "   {\"id\": \"c\", \"response_scale\": \"five\", \"topic\": {\"en\": \"C\", \"fr\": \"Trois\"}},\n"
    "   {\"id\": \"d\", \"response_scale\": \"five\", \"reverse\": true, \"topic\": {\"en\": \"D\", \"fr\": \"Quatre\"}}],\n"
    " \"scales\": [\n"
    "   {\"id\": \"mean-all\", \"name\": {\"en\": \"Mean\", \"fr\": \"Moyenne\"}, \"items\": [\"a\", \"b\", \"c\", \"d\"],\n"
    "    \"direction\": \"higher-is-better\", \"score\": {\"rule\": \"mean\"},\n"
    "    \"missing\": {\"rule\": \"minimum_answered\", \"count\": 3}},\n"
    "   {\"id\": \"sum-two\", \"name\": {\"en\": \"Sum\", \"fr\": \"Somme\"}, \"items\": [\"a\", \"b\"],\n"
    "    \"direction\": \"higher-is-better\", \"score\": {\"rule\": \"sum\"}, \"missing\": {\"rule\": \"none_missing\"}}],\n"
    " \"sample_scales\": [\n"
    "   {\"id\": \"often\", \"name\": {\"en\": \"Often\", \"fr\": \"Souvent\"}, \"rule\": \"percent_positive\",\n"
    "    \"items\": [\"a\", \"b\"], \"positive\": [3, 4], \"combine\": \"pooled\"},\n"
    "   {\"id\": \"past-two\", \"name\": {\"en\": \"Past two\", \"fr\": \"Plus de deux\"}, \"rule\": \"threshold_share\",\n"
    "    \"scale\": \"mean-all\", \"cut\": 2.5, \"side\": \"above\", \"inclusive\": true}],\n"
    " \"forms\": [\n"
    "   {\"id\": \"full\", \"kind\": \"core\", \"name\": {\"en\": \"Full\", \"fr\": \"Complet\"}, \"perspective\": \"person\",\n"
    "    \"items\": [\"a\", \"b\", \"c\", \"d\"], \"scales\": [\"mean-all\", \"sum-two\"],\n"
    "    \"sample_scales\": [\"often\", \"past-two\"]},\n"
    "   {\"id\": \"two\", \"kind\": \"core\", \"name\": {\"en\": \"Two\", \"fr\": \"Deux\"}, \"perspective\": \"supervisor\",\n"
    "    \"items\": [\"b\", \"a\"], \"scales\": [\"sum-two\"], \"wording\": {\"b\": {\"en\": \"B?\", \"fr\": \"Deux?\"}}}]}\n";

static inline peersupport_instrument *small_instrument(void) {
    peersupport_instrument *made = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_instrument_from_json(small_json, sizeof small_json - 1, &made, NULL, &error));
    if (!made) printf("at %s (byte %llu)\n", error.path, (unsigned long long)error.offset);
    return made;
}

static inline peersupport_plan *small_plan(void) {
    peersupport_instrument *from = small_instrument();
    peersupport_plan *made = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_plan_create(from, "full", 4, NULL, &made, NULL));
    peersupport_instrument_free(from); /* a plan does not need its instrument */
    return made;
}

/* Column i of rows × 4 codes that stand row after row. */
static inline void small_columns(const int32_t *codes, peersupport_column columns[4]) {
    for (int i = 0; i < 4; ++i) {
        const peersupport_column column = {codes + i, NULL, 0, 4 * (int64_t)sizeof *codes, PEERSUPPORT_I32, 0};
        columns[i] = column;
    }
}

#endif
