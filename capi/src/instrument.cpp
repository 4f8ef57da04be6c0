// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/instrument/bundled.hpp"

#include <memory>

namespace capi = peersupport::capi;

namespace {

using peersupport::form;
using peersupport::instrument_subject;
using peersupport::perspective_kind;
using peersupport::standing;
using peersupport::verification_state;

static_assert(PEERSUPPORT_ENGLISH == static_cast<int>(peersupport::language::en));
static_assert(PEERSUPPORT_FRENCH == static_cast<int>(peersupport::language::fr));
static_assert(PEERSUPPORT_SUBJECT_RESPONDENT == static_cast<int>(instrument_subject::respondent));
static_assert(PEERSUPPORT_SUBJECT_SERVICE == static_cast<int>(instrument_subject::service));
static_assert(PEERSUPPORT_STANDING_PUBLISHED == static_cast<int>(standing::published));
static_assert(PEERSUPPORT_STANDING_DERIVED == static_cast<int>(standing::derived));
static_assert(PEERSUPPORT_STANDING_PROPOSED == static_cast<int>(standing::proposed));
static_assert(PEERSUPPORT_VERIFIED == static_cast<int>(verification_state::verified));
static_assert(PEERSUPPORT_UNVERIFIED == static_cast<int>(verification_state::unverified));
static_assert(PEERSUPPORT_INCOMPLETE == static_cast<int>(verification_state::incomplete));
static_assert(PEERSUPPORT_PERSPECTIVE_PERSON == static_cast<int>(perspective_kind::person));
static_assert(PEERSUPPORT_PERSPECTIVE_FAMILY == static_cast<int>(perspective_kind::family));
static_assert(PEERSUPPORT_PERSPECTIVE_PEER_SUPPORTER == static_cast<int>(perspective_kind::peer_supporter));
static_assert(PEERSUPPORT_PERSPECTIVE_SUPERVISOR == static_cast<int>(perspective_kind::supervisor));
static_assert(PEERSUPPORT_PERSPECTIVE_ASSESSOR == static_cast<int>(perspective_kind::assessor));

/// Gives out what a reader made: a handle, or what is wrong.
int32_t finish(peersupport::result<peersupport::instrument>&& read, peersupport_instrument** into,
               peersupport_error* error) {
    if (!read) return capi::report(read.problems(), error);
    *into = new peersupport_instrument{std::move(read).value()};
    return PEERSUPPORT_OK;
}

const form* form_at(const peersupport_instrument* from, size_t index) noexcept {
    return from ? capi::row_of(from->value.forms, index) : nullptr;
}

const peersupport::scale* scale_at(const peersupport_instrument* from, size_t index) noexcept {
    return from ? capi::row_of(from->value.scales, index) : nullptr;
}

}  // namespace

size_t peersupport_bundled_count(void) { return peersupport::bundled_instruments().size(); }

int32_t peersupport_bundled_id(size_t index, peersupport_text* id) {
    const auto all = peersupport::bundled_instruments();
    if (!id || index >= all.size()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(all[index].id, id);
}

int32_t peersupport_instrument_open(const char* id, size_t id_size, peersupport_instrument** instrument,
                                    peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!id || !instrument) return PEERSUPPORT_INVALID_ARGUMENT;
        return finish(peersupport::open_instrument(capi::view_of(id, id_size)), instrument, error);
    });
}

int32_t peersupport_instrument_from_json(const char* data, size_t size, peersupport_instrument** instrument,
                                         peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized(data, size) || !instrument) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        auto read = peersupport::read_instrument(capi::view_of(data, size));
        if (!read && problems) *problems = new peersupport_problems{read.problems()};
        return finish(std::move(read), instrument, error);
    });
}

int32_t peersupport_instrument_to_json(const peersupport_instrument* instrument, peersupport_string** json,
                                       peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!instrument || !json) return PEERSUPPORT_INVALID_ARGUMENT;
        *json = new peersupport_string{peersupport::write_instrument(instrument->value)};
        return PEERSUPPORT_OK;
    });
}

void peersupport_instrument_free(peersupport_instrument* instrument) { delete instrument; }

int32_t peersupport_instrument_id(const peersupport_instrument* instrument, peersupport_text* id) {
    return instrument && id ? capi::give(instrument->value.id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_version(const peersupport_instrument* instrument, peersupport_text* version) {
    return instrument && version ? capi::give(instrument->value.version, version) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_name(const peersupport_instrument* instrument, int32_t language,
                                    peersupport_text* name) {
    if (!instrument || !name || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(instrument->value.name.in(capi::language_of(language)), name);
}

int32_t peersupport_instrument_about(const peersupport_instrument* instrument, int32_t language,
                                     peersupport_text* about) {
    if (!instrument || !about || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(instrument->value.about.in(capi::language_of(language)), about);
}

int32_t peersupport_instrument_subject(const peersupport_instrument* instrument, int32_t* subject) {
    return instrument && subject ? capi::give_number(instrument->value.subject, subject)
                                 : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_standing(const peersupport_instrument* instrument, int32_t* standing) {
    return instrument && standing ? capi::give_number(instrument->value.standing, standing)
                                  : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_verification(const peersupport_instrument* instrument, int32_t* state) {
    return instrument && state ? capi::give_number(instrument->value.verification.state, state)
                               : PEERSUPPORT_INVALID_ARGUMENT;
}

size_t peersupport_instrument_missing_count(const peersupport_instrument* instrument) {
    return instrument ? instrument->value.verification.missing.size() : 0;
}

int32_t peersupport_instrument_missing(const peersupport_instrument* instrument, size_t index,
                                       peersupport_text* missing) {
    const auto* row = instrument ? capi::row_of(instrument->value.verification.missing, index) : nullptr;
    return row && missing ? capi::give(*row, missing) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_rights_holder(const peersupport_instrument* instrument, peersupport_text* holder) {
    return instrument && holder ? capi::give(instrument->value.rights.holder, holder) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_licence(const peersupport_instrument* instrument, peersupport_text* licence) {
    return instrument && licence ? capi::give(instrument->value.rights.licence, licence)
                                 : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_citation(const peersupport_instrument* instrument, peersupport_text* citation) {
    return instrument && citation ? capi::give(instrument->value.citation, citation) : PEERSUPPORT_INVALID_ARGUMENT;
}

size_t peersupport_instrument_item_count(const peersupport_instrument* instrument) {
    return instrument ? instrument->value.items.size() : 0;
}

int32_t peersupport_instrument_item_id(const peersupport_instrument* instrument, size_t index,
                                       peersupport_text* id) {
    const auto* row = instrument ? capi::row_of(instrument->value.items, index) : nullptr;
    return row && id ? capi::give(row->id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

size_t peersupport_instrument_scale_count(const peersupport_instrument* instrument) {
    return instrument ? instrument->value.scales.size() : 0;
}

int32_t peersupport_instrument_scale_id(const peersupport_instrument* instrument, size_t index,
                                        peersupport_text* id) {
    const auto* row = scale_at(instrument, index);
    return row && id ? capi::give(row->id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_scale_name(const peersupport_instrument* instrument, size_t index, int32_t language,
                                          peersupport_text* name) {
    const auto* row = scale_at(instrument, index);
    if (!row || !name || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(row->name.in(capi::language_of(language)), name);
}

size_t peersupport_instrument_form_count(const peersupport_instrument* instrument) {
    return instrument ? instrument->value.forms.size() : 0;
}

int32_t peersupport_instrument_form_id(const peersupport_instrument* instrument, size_t index,
                                       peersupport_text* id) {
    const auto* row = form_at(instrument, index);
    return row && id ? capi::give(row->id, id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_form_name(const peersupport_instrument* instrument, size_t index, int32_t language,
                                         peersupport_text* name) {
    const auto* row = form_at(instrument, index);
    if (!row || !name || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(row->name.in(capi::language_of(language)), name);
}

int32_t peersupport_instrument_form_perspective(const peersupport_instrument* instrument, size_t index,
                                                int32_t* perspective) {
    const auto* row = form_at(instrument, index);
    return row && perspective ? capi::give_number(row->perspective, perspective) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_form_item_count(const peersupport_instrument* instrument, size_t index,
                                               size_t* count) {
    const auto* row = form_at(instrument, index);
    return row && count ? capi::give_number(row->items.size(), count) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_instrument_form_item_text(const peersupport_instrument* instrument, size_t index,
                                              size_t position, int32_t language, peersupport_text* text) {
    const auto* row = form_at(instrument, index);
    const auto* item = row ? capi::row_of(row->items, position) : nullptr;
    if (!item || !text || !capi::known_language(language)) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(peersupport::item_text(instrument->value, *row, *item, capi::language_of(language)), text);
}
