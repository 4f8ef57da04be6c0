// SPDX-License-Identifier: Apache-2.0
#include "definition.hpp"

namespace capi = peersupport::capi;

namespace {

using peersupport::field_kind;
using peersupport::table_group;

static_assert(PEERSUPPORT_KIND_TEXT == static_cast<int>(field_kind::text));
static_assert(PEERSUPPORT_KIND_STRING == static_cast<int>(field_kind::string));
static_assert(PEERSUPPORT_KIND_REFERENCE == static_cast<int>(field_kind::reference));
static_assert(PEERSUPPORT_KIND_REFERENCES == static_cast<int>(field_kind::references));
static_assert(PEERSUPPORT_KIND_WORDS == static_cast<int>(field_kind::words));
static_assert(PEERSUPPORT_KIND_CUES == static_cast<int>(field_kind::cues));
static_assert(PEERSUPPORT_KIND_NUMBER == static_cast<int>(field_kind::number));
static_assert(PEERSUPPORT_KIND_FLAG == static_cast<int>(field_kind::flag));
static_assert(PEERSUPPORT_KIND_WORD == static_cast<int>(field_kind::word));
static_assert(PEERSUPPORT_GROUP_FOUNDATIONS == static_cast<int>(table_group::foundations));
static_assert(PEERSUPPORT_GROUP_ROLE == static_cast<int>(table_group::role));
static_assert(PEERSUPPORT_GROUP_ORGANIZATION == static_cast<int>(table_group::organization));
static_assert(PEERSUPPORT_GROUP_GOVERNANCE == static_cast<int>(table_group::governance));
static_assert(PEERSUPPORT_GROUP_EVALUATION == static_cast<int>(table_group::evaluation));
static_assert(PEERSUPPORT_GROUP_IMPROVEMENT == static_cast<int>(table_group::improvement));
static_assert(PEERSUPPORT_GROUP_WORDS == static_cast<int>(table_group::words));
static_assert(PEERSUPPORT_GROUP_CODES == static_cast<int>(table_group::codes));
static_assert(PEERSUPPORT_GROUP_INTEGRITY == static_cast<int>(table_group::integrity));

}  // namespace

size_t peersupport_definition_table_count(const peersupport_definition* definition) {
    return definition ? peersupport::table_descriptions().size() : 0;
}

int32_t peersupport_definition_table_id(const peersupport_definition* definition, size_t table, peersupport_text* id) {
    const auto* at = capi::table_at(definition, table);
    return at && id ? capi::give(at->id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_table_title(const peersupport_definition* definition, size_t table, int32_t language,
                                           peersupport_text* title) {
    const auto* at = capi::table_at(definition, table);
    if (!at || !title || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(at->title.in(capi::language_of(language)), title);
}

int32_t peersupport_definition_table_purpose(const peersupport_definition* definition, size_t table, int32_t language,
                                             peersupport_text* purpose) {
    const auto* at = capi::table_at(definition, table);
    if (!at || !purpose || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(at->purpose.in(capi::language_of(language)), purpose);
}

int32_t peersupport_definition_table_prefix(const peersupport_definition* definition, size_t table,
                                            peersupport_text* prefix) {
    const auto* at = capi::table_at(definition, table);
    return at && prefix ? capi::give(at->prefix, prefix) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_table_group(const peersupport_definition* definition, size_t table, int32_t* group) {
    const auto* at = capi::table_at(definition, table);
    return at && group ? capi::give_number(at->group, group) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_group_title(int32_t group, int32_t language, peersupport_text* title) {
    if (!title || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    if (group < PEERSUPPORT_GROUP_FOUNDATIONS || group > PEERSUPPORT_GROUP_INTEGRITY) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(peersupport::title_of(static_cast<table_group>(group)).in(capi::language_of(language)), title);
}

int32_t peersupport_definition_table_may_add(const peersupport_definition* definition, size_t table, int32_t* allowed) {
    const auto* at = capi::table_at(definition, table);
    return at && allowed ? capi::give_number(at->may_add, allowed) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_table_may_switch_off(const peersupport_definition* definition, size_t table,
                                                    int32_t* allowed) {
    const auto* at = capi::table_at(definition, table);
    return at && allowed ? capi::give_number(at->may_switch_off, allowed) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_table_find(const peersupport_definition* definition, const char* id, size_t id_size,
                                          size_t* table, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !id || !table) return PEERSUPPORT_INVALID_ARGUMENT;
        const auto* found = peersupport::find_table_description(capi::view_of(id, id_size));
        return found ? capi::give_number(capi::number_of(*found), table) : PEERSUPPORT_NOT_FOUND;
    });
}

int32_t peersupport_definition_field_count(const peersupport_definition* definition, size_t table, size_t* count) {
    const auto* at = capi::table_at(definition, table);
    return at && count ? capi::give_number(at->fields.size(), count) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_id(const peersupport_definition* definition, size_t table, size_t field,
                                        peersupport_text* id) {
    const auto* at = capi::field_at(definition, table, field);
    return at && id ? capi::give(at->id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_label(const peersupport_definition* definition, size_t table, size_t field,
                                           int32_t language, peersupport_text* label) {
    const auto* at = capi::field_at(definition, table, field);
    if (!at || !label || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(at->label.in(capi::language_of(language)), label);
}

int32_t peersupport_definition_field_kind(const peersupport_definition* definition, size_t table, size_t field,
                                          int32_t* kind) {
    const auto* at = capi::field_at(definition, table, field);
    return at && kind ? capi::give_number(at->kind, kind) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_required(const peersupport_definition* definition, size_t table, size_t field,
                                              int32_t* required) {
    const auto* at = capi::field_at(definition, table, field);
    return at && required ? capi::give_number(at->required, required) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_replaceable(const peersupport_definition* definition, size_t table, size_t field,
                                                 int32_t* replaceable) {
    const auto* at = capi::field_at(definition, table, field);
    return at && replaceable ? capi::give_number(at->replaceable, replaceable) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_refers_to(const peersupport_definition* definition, size_t table, size_t field,
                                               peersupport_text* refers_to) {
    const auto* at = capi::field_at(definition, table, field);
    return at && refers_to ? capi::give(at->refers_to, refers_to) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_word_count(const peersupport_definition* definition, size_t table, size_t field,
                                                size_t* count) {
    const auto* at = capi::field_at(definition, table, field);
    return at && count ? capi::give_number(at->words.size(), count) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_word(const peersupport_definition* definition, size_t table, size_t field,
                                          size_t index, peersupport_text* word) {
    const auto* at = capi::field_at(definition, table, field);
    return at && word && index < at->words.size() ? capi::give(at->words[index], word) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_field_find(const peersupport_definition* definition, size_t table, const char* id,
                                          size_t id_size, size_t* field, peersupport_error* error) {
    return capi::guarded(error, [=] {
        const auto* at = capi::table_at(definition, table);
        if (!at || !id || !field) return PEERSUPPORT_INVALID_ARGUMENT;
        const auto* found = peersupport::find_field(*at, capi::view_of(id, id_size));
        return found ? capi::give_number(capi::number_of(found, *at), field) : PEERSUPPORT_NOT_FOUND;
    });
}
