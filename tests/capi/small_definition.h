/* SPDX-License-Identifier: Apache-2.0 */
/* A definition that holds every kind of field, and an overlay over it. What is in it moves with nothing else. */
#ifndef PEERSUPPORT_TEST_SMALL_DEFINITION_H
#define PEERSUPPORT_TEST_SMALL_DEFINITION_H

#include "check.h"

#define SMALL_CITED "\"standing\": \"published\", \"sources\": [\"src-read\"]"

static const char small_definition_json[] =
    "{\"format\": \"peersupport-definition-1\", \"version\": \"2.3.4\", \"tables\": {\n"
    " \"values\": [{\"id\": \"hope\", \"code\": \"ho\", \"name\": {\"en\": \"Hope\", \"fr\": \"Espoir\"},\n"
    "   \"french_status\": \"official\", \"meaning\": {\"en\": \"It gets better.\", \"fr\": \"\xC3\x87" "a s\xE2\x80\x99" "am\xC3\xA9liore.\"},\n"
    "   \"present_cues\": [{\"id\": \"cue-hope-plans\", \"text\": {\"en\": \"People plan.\", \"fr\": \"On fait des plans.\"}},\n"
    "     {\"id\": \"cue-hope-tells\", \"text\": {\"en\": \"People tell.\", \"fr\": \"On raconte.\"}}],\n"
    "   \"eroded_cues\": [{\"id\": \"cue-hope-never\", \"text\": {\"en\": \"Never.\", \"fr\": \"Jamais.\"}}],\n"
    "   \"meaning_standing\": \"proposed\", \"cues_standing\": \"derived\", " SMALL_CITED "}],\n"
    " \"perspectives\": [{\"id\": \"person\", \"name\": {\"en\": \"Person\", \"fr\": \"Personne\"},\n"
    "   \"french_status\": \"usage\", \"meaning\": {\"en\": \"Uses it.\", \"fr\": \"L\\u2019utilise.\"},\n"
    "   \"group\": {\"en\": \"People\", \"fr\": \"Personnes\"}, \"receives_support\": true,\n"
    "   \"meaning_standing\": \"proposed\", " SMALL_CITED "},\n"
    "  {\"id\": \"worker\", \"name\": {\"en\": \"Worker\", \"fr\": \"Pair\"}, \"french_status\": \"usage\",\n"
    "   \"meaning\": {\"en\": \"Does it.\", \"fr\": \"Le fait.\"}, \"group\": {\"en\": \"Workers\", \"fr\": \"Pairs\"},\n"
    "   \"meaning_standing\": \"proposed\", " SMALL_CITED "}],\n"
    " \"drift_classes\": [{\"id\": \"drift-class-power\", \"name\": {\"en\": \"Power\", \"fr\": \"Pouvoir\"}, \"severity\": 4,\n"
    "   \"meaning\": {\"en\": \"Over people.\", \"fr\": \"Sur les gens.\"}, " SMALL_CITED "},\n"
    "  {\"id\": \"drift-class-tasks\", \"name\": {\"en\": \"Tasks\", \"fr\": \"T\xC3\xA2" "ches\"}, \"severity\": 2,\n"
    "   \"meaning\": {\"en\": \"Left over.\", \"fr\": \"Qui restent.\"}, " SMALL_CITED "}],\n"
    " \"drift\": [{\"id\": \"drift-force\", \"drift_class\": \"drift-class-power\", \"severity\": 4,\n"
    "   \"text\": {\"en\": \"Helps to restrain.\", \"fr\": \"Aide \xC3\xA0 contenir.\"}, \"values_eroded\": [\"hope\"],\n"
    "   \"usually_from\": \"organization\", \"cues_en\": [\"restrain\", \"hold down\"], \"cues_fr\": [\"contenir\"],\n"
    "   \"instead\": {\"en\": \"Stays near.\", \"fr\": \"Reste pr\xC3\xA8s.\"}, \"mapping_standing\": \"proposed\", " SMALL_CITED "},\n"
    "  {\"id\": \"drift-errands\", \"drift_class\": \"drift-class-tasks\", \"severity\": 2,\n"
    "   \"text\": {\"en\": \"Runs errands.\", \"fr\": \"Fait les courses.\"}, \"values_eroded\": [\"hope\"],\n"
    "   \"usually_from\": \"either\", \"cues_en\": [\"errand\"], \"cues_fr\": [\"course\"],\n"
    "   \"instead\": {\"en\": \"Goes along.\", \"fr\": \"Accompagne.\"}, \"instead_rows\": [\"train-basics\", \"train-extra\"],\n"
    "   \"mapping_standing\": \"proposed\", " SMALL_CITED "}],\n"
    " \"settings\": [{\"id\": \"setting-ward\", \"name\": {\"en\": \"Ward\", \"fr\": \"Unit\xC3\xA9\"}, \"french_status\": \"usage\",\n"
    "   \"pressures\": {\"en\": \"Tasks.\", \"fr\": \"Des t\xC3\xA2" "ches.\"}, \"drift\": [\"drift-errands\"],\n"
    "   \"adaptation\": {\"en\": \"Say no.\", \"fr\": \"Dire non.\"}, " SMALL_CITED "}],\n"
    " \"training_components\": [{\"id\": \"train-basics\", \"level\": \"must\", \"name\": {\"en\": \"Basics\", \"fr\": \"Bases\"},\n"
    "   \"hours\": 40, \"within_days\": 0, " SMALL_CITED "},\n"
    "  {\"id\": \"train-extra\", \"level\": \"could\", \"name\": {\"en\": \"Extra\", \"fr\": \"Suppl\xC3\xA9ment\"}, " SMALL_CITED "}],\n"
    " \"resources\": [{\"id\": \"res-site\", \"name\": {\"en\": \"Site\", \"fr\": \"Site\"}, \"meaning\": {\"en\": \"Texts.\", \"fr\": \"Textes.\"},\n"
    "   \"url\": \"https://example.org/?a=\\\"1\\\"\", \"languages\": \"en, fr\", " SMALL_CITED "}],\n"
    " \"sources\": [{\"id\": \"src-read\", \"title\": {\"en\": \"Read\", \"fr\": \"Lu\"}, \"who\": \"Somebody\", \"year\": 2020,\n"
    "   \"reading\": \"read\", \"standing\": \"published\"},\n"
    "  {\"id\": \"src-ours\", \"title\": {\"en\": \"Ours\", \"fr\": \"De nous\"}, \"who\": \"Us\", \"reading\": \"ours\", \"standing\": \"proposed\"}]}}\n";

#define SMALL_OVERLAY_HEAD                                                                                 \
    "{\"format\": \"peersupport-overlay-1\", \"id\": \"acme\", \"version\": \"1.0.0\",\n"                   \
    " \"organization\": {\"en\": \"Acme\", \"fr\": \"Acm\xC3\xA9\"}, \"base\": {\"version\": \"2.3.4\"}"

static const char small_overlay_json[] =
    SMALL_OVERLAY_HEAD ", \"off\": [\"train-extra\"],\n"
    " \"replace\": {\"train-basics\": {\"name\": {\"en\": \"First days\", \"fr\": \"Premiers jours\"}, \"hours\": 35}},\n"
    " \"add\": {\"training_components\": [{\"id\": \"train-acme-keys\", \"level\": \"should\",\n"
    "   \"name\": {\"en\": \"Keys\", \"fr\": \"Cl\xC3\xA9s\"}, \"standing\": \"proposed\", \"sources\": [\"src-ours\"]}]}}\n";

static inline peersupport_definition *loaded_definition(const char *json) {
    peersupport_definition *made = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_from_json(json, strlen(json), &made, NULL, &error));
    if (!made) printf("at %s (byte %llu)\n", error.path, (unsigned long long)error.offset);
    return made;
}

static inline peersupport_definition *canonical_definition(void) {
    peersupport_definition *made = NULL;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_canonical(&made, NULL));
    return made;
}

static inline peersupport_definition *small_definition(void) { return loaded_definition(small_definition_json); }

static inline peersupport_definition *small_with_overlay(void) {
    peersupport_definition *base = small_definition(), *made = NULL;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_lay_over(base, small_overlay_json, sizeof small_overlay_json - 1,
                                                                 &made, NULL, &error));
    if (!made) printf("at %s (byte %llu)\n", error.path, (unsigned long long)error.offset);
    peersupport_definition_free(base); /* it is not needed any more */
    return made;
}

/* Where a row stands; the definition is known to have it. */
typedef struct row_place {
    size_t table, row;
} row_place;

static inline row_place place_of(const peersupport_definition *in, const char *id) {
    row_place at = {0, 0};
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_find(in, id, strlen(id), &at.table, &at.row, NULL));
    return at;
}

static inline size_t field_of(const peersupport_definition *in, row_place at, const char *id) {
    size_t field = 0;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_field_find(in, at.table, id, strlen(id), &field, NULL));
    return field;
}

static inline peersupport_text text_in(const peersupport_definition *in, const char *id, const char *field, int32_t language) {
    const row_place at = place_of(in, id);
    peersupport_text text = {"", 0};
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_text(in, at.table, at.row, field_of(in, at, field), language, &text));
    return text;
}

static inline int64_t number_in(const peersupport_definition *in, const char *id, const char *field) {
    const row_place at = place_of(in, id);
    int64_t number = -1;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_number(in, at.table, at.row, field_of(in, at, field), &number));
    return number;
}

static inline int is_digest(peersupport_text text) {
    if (text.size != 64) return 0;
    for (size_t i = 0; i < text.size; ++i)
        if (!strchr("0123456789abcdef", text.data[i])) return 0;
    return 1;
}

#endif
