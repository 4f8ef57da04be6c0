// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"

#include <span>
#include <string_view>
#include <utility>

namespace capi = peersupport::capi;

namespace {

using peersupport::definition_pointer;

/// Gives out what a reader made: a handle, or what is wrong.
int32_t finish(peersupport::result<definition_pointer>&& read, peersupport_definition** into,
               peersupport_problems** problems, peersupport_error* error) {
    if (!read && problems) *problems = new peersupport_problems{read.problems()};
    if (!read) return capi::report(read.problems(), error);
    *into = new peersupport_definition{std::move(read).value()};
    return PEERSUPPORT_OK;
}

int32_t give_identity(const peersupport_definition* of, std::string_view peersupport::definition_identity::*part,
                      peersupport_text* into) noexcept {
    return of && into ? capi::give(of->value->identity().*part, into) : PEERSUPPORT_INVALID_ARGUMENT;
}

/// The ids of one kind of change; nullptr when there is no such kind.
const std::span<const std::string_view>* changes_of(const peersupport_definition* of, int32_t change) noexcept {
    if (!of) return nullptr;
    const auto& all = of->value->changes();
    if (change == PEERSUPPORT_CHANGE_ADDED) return &all.added;
    if (change == PEERSUPPORT_CHANGE_REPLACED) return &all.replaced;
    return change == PEERSUPPORT_CHANGE_OFF ? &all.off : nullptr;
}

}  // namespace

int32_t peersupport_definition_canonical(peersupport_definition** definition, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition) return PEERSUPPORT_INVALID_ARGUMENT;
        *definition = new peersupport_definition{peersupport::canonical_pointer()};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_definition_from_json(const char* data, size_t size, peersupport_definition** definition,
                                    peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized(data, size) || !definition) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return finish(peersupport::read_definition(capi::view_of(data, size)), definition, problems, error);
    });
}

int32_t peersupport_definition_lay_over(const peersupport_definition* base, const char* data, size_t size,
                                        peersupport_definition** definition, peersupport_problems** problems,
                                        peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!base || !capi::sized(data, size) || !definition) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return finish(peersupport::lay_over(base->value, capi::view_of(data, size)), definition, problems, error);
    });
}

int32_t peersupport_definition_to_json(const peersupport_definition* definition, int32_t layout,
                                           peersupport_string** json, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !json) return PEERSUPPORT_INVALID_ARGUMENT;
        if (layout != PEERSUPPORT_INDENTED && layout != PEERSUPPORT_CANONICAL) return PEERSUPPORT_INVALID_ARGUMENT;
        *json = new peersupport_string{layout == PEERSUPPORT_INDENTED
                                           ? peersupport::write_definition(*definition->value)
                                           : peersupport::write_canonical_definition(*definition->value)};
        return PEERSUPPORT_OK;
    });
}

void peersupport_definition_free(peersupport_definition* definition) { delete definition; }

int32_t peersupport_definition_version_of(const peersupport_definition* definition, peersupport_text* version) {
    return give_identity(definition, &peersupport::definition_identity::version, version);
}

int32_t peersupport_definition_digest(const peersupport_definition* definition, peersupport_text* digest) {
    return give_identity(definition, &peersupport::definition_identity::digest, digest);
}

int32_t peersupport_definition_overlay_id(const peersupport_definition* definition, peersupport_text* id) {
    return give_identity(definition, &peersupport::definition_identity::overlay_id, id);
}

int32_t peersupport_definition_overlay_version(const peersupport_definition* definition, peersupport_text* version) {
    return give_identity(definition, &peersupport::definition_identity::overlay_version, version);
}

int32_t peersupport_definition_overlay_digest(const peersupport_definition* definition, peersupport_text* digest) {
    return give_identity(definition, &peersupport::definition_identity::overlay_digest, digest);
}

int32_t peersupport_definition_change_count(const peersupport_definition* definition, int32_t change, size_t* count) {
    const auto* ids = changes_of(definition, change);
    return ids && count ? capi::give_number(ids->size(), count) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_definition_change_id(const peersupport_definition* definition, int32_t change, size_t index,
                                         peersupport_text* id) {
    const auto* ids = changes_of(definition, change);
    return ids && id && index < ids->size() ? capi::give((*ids)[index], id) : PEERSUPPORT_INVALID_ARGUMENT;
}
