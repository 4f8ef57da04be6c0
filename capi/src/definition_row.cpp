// SPDX-License-Identifier: Apache-2.0
#include "definition.hpp"
#include "peersupport/definition/search.hpp"

#include <algorithm>

namespace capi = peersupport::capi;

namespace {

using peersupport::definition_row;
using peersupport::field_kind;
using peersupport::field_value;

static_assert(sizeof(peersupport_search_hit) == 5 * sizeof(void*) + 8, "frozen");
static_assert(offsetof(peersupport_search_hit, language) == 5 * sizeof(void*), "frozen");

/// What a row holds in a field, if there is such a row and the field is of a kind that is `wanted`.
template <class Wanted>
std::optional<field_value> value_at(const peersupport_definition* of, size_t table, size_t row, size_t field,
                                    Wanted wanted) {
    const auto* at = capi::field_at(of, table, field);
    const auto held = capi::row_at(of, table, row);
    return at && held && wanted(at->kind) ? std::optional(held->value(*at)) : std::nullopt;
}

constexpr bool is_any(field_kind) noexcept { return true; }
constexpr bool is_one_text(field_kind k) noexcept {
    return k == field_kind::text || k == field_kind::string || k == field_kind::reference || k == field_kind::word;
}
constexpr bool is_list(field_kind k) noexcept {
    return k == field_kind::references || k == field_kind::words || k == field_kind::cues;
}

size_t number_of(const definition_row& row, const peersupport_definition& in) noexcept {
    const auto rows = row.table().rows(in.value->tables());
    const auto bytes = static_cast<const char*>(row.memory()) - static_cast<const char*>(rows.first);
    return static_cast<size_t>(bytes) / rows.stride;
}

peersupport_search_hit in_c(const peersupport::search_hit& hit, const peersupport_definition& in) noexcept {
    const auto& table = hit.row.table();
    return {capi::number_of(table),
            number_of(hit.row, in),
            capi::number_of(hit.field, table),
            hit.begin,
            hit.end,
            static_cast<int32_t>(hit.in),
            0};
}

std::optional<peersupport::language> languages_of(int32_t l) noexcept {
    return l == PEERSUPPORT_ANY_LANGUAGE ? std::nullopt : std::optional(capi::language_of(l));
}

}  // namespace

int32_t peersupport_definition_row_count(const peersupport_definition* definition, size_t table, size_t* count) {
    const auto rows = capi::rows_of(definition, table);
    return rows && count ? capi::give_number(rows->size(), count) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_row_id(const peersupport_definition* definition, size_t table, size_t row,
                                      peersupport_text* id) {
    const auto at = capi::row_at(definition, table, row);
    return at && id ? capi::give(at->id(), id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_row_label(const peersupport_definition* definition, size_t table, size_t row,
                                         int32_t language, peersupport_text* label) {
    const auto at = capi::row_at(definition, table, row);
    if (!at || !label || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(at->label().in(capi::language_of(language)), label);
}

int32_t peersupport_definition_row_find(const peersupport_definition* definition, size_t table, const char* id,
                                        size_t id_size, size_t* row, peersupport_error* error) {
    return capi::guarded(error, [=] {
        const auto rows = capi::rows_of(definition, table);
        if (!rows || !id || !row) return PEERSUPPORT_INVALID_ARGUMENT;
        const auto place = rows->place_of(capi::view_of(id, id_size));
        return place < rows->size() ? capi::give_number(place, row) : PEERSUPPORT_NOT_FOUND;
    });
}

int32_t peersupport_definition_find(const peersupport_definition* definition, const char* id, size_t id_size,
                                    size_t* table, size_t* row, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !id || !table || !row) return PEERSUPPORT_INVALID_ARGUMENT;
        const auto found = definition->value->row(capi::view_of(id, id_size));
        if (!found) return PEERSUPPORT_NOT_FOUND;
        *table = capi::number_of(found->table());
        return capi::give_number(number_of(*found, *definition), row);
    });
}

int32_t peersupport_definition_given(const peersupport_definition* definition, size_t table, size_t row, size_t field,
                                     int32_t* given) {
    const auto held = value_at(definition, table, row, field, is_any);
    return held && given ? capi::give_number(held->given, given) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_text(const peersupport_definition* definition, size_t table, size_t row, size_t field,
                                    int32_t language, peersupport_text* text) {
    const auto held = value_at(definition, table, row, field, is_one_text);
    if (!held || !text || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    const bool has_languages = capi::field_at(definition, table, field)->kind == field_kind::text;
    return capi::give(has_languages ? held->text.in(capi::language_of(language)) : held->string, text);
}

int32_t peersupport_definition_number(const peersupport_definition* definition, size_t table, size_t row, size_t field,
                                      int64_t* number) {
    const auto held = value_at(definition, table, row, field, [](field_kind k) { return k == field_kind::number; });
    if (!held || !number) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give_number(held->given ? held->number : PEERSUPPORT_NO_NUMBER, number);
}

int32_t peersupport_definition_flag(const peersupport_definition* definition, size_t table, size_t row, size_t field,
                                    int32_t* flag) {
    const auto held = value_at(definition, table, row, field, [](field_kind k) { return k == field_kind::flag; });
    return held && flag ? capi::give_number(held->number != 0, flag) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_list_size(const peersupport_definition* definition, size_t table, size_t row,
                                         size_t field, size_t* size) {
    const auto held = value_at(definition, table, row, field, is_list);
    return held && size ? capi::give_number(held->list.size() + held->cues.size(), size)
                        : PEERSUPPORT_INVALID_ARGUMENT;  // a value has one of the two
}

int32_t peersupport_definition_list_at(const peersupport_definition* definition, size_t table, size_t row, size_t field,
                                       size_t index, peersupport_text* entry) {
    const auto held = value_at(definition, table, row, field, is_list);
    if (!held || !entry) return PEERSUPPORT_INVALID_ARGUMENT;
    if (index < held->list.size()) return capi::give(held->list[index], entry);
    return index < held->cues.size() ? capi::give(held->cues[index].id, entry) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_cue_text(const peersupport_definition* definition, size_t table, size_t row,
                                        size_t field, size_t index, int32_t language, peersupport_text* text) {
    const auto held = value_at(definition, table, row, field, is_list);
    if (!held || !text || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    if (index >= held->cues.size()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(held->cues[index].text.in(capi::language_of(language)), text);
}

int32_t peersupport_definition_search(const peersupport_definition* definition, const char* query, size_t query_size,
                                      int32_t language, peersupport_search_hit* hits, size_t capacity, size_t* needed,
                                      peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !capi::sized(query, query_size) || !capi::sized(hits, capacity))
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (language != PEERSUPPORT_ANY_LANGUAGE && !capi::known_language(language))
            return PEERSUPPORT_INVALID_ARGUMENT;
        const auto found =
            peersupport::search(*definition->value, capi::view_of(query, query_size), languages_of(language));
        if (needed) *needed = found.size();
        if (found.size() > capacity) return PEERSUPPORT_BUFFER_TOO_SMALL;
        std::ranges::transform(found, hits, [=](const auto& hit) { return in_c(hit, *definition); });
        return PEERSUPPORT_OK;
    });
}
