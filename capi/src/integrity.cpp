// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/exchange/integrity_json.hpp"
#include "peersupport/exchange/published_json.hpp"
#include "tally_handle.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace capi = peersupport::capi;

namespace {

int32_t refuse(const peersupport::error& found, peersupport_problems** problems, peersupport_error* error) {
    if (problems) *problems = new peersupport_problems{found};
    return capi::report(found, error);
}

/// Gives out the document, or what is wrong.
int32_t give(peersupport::result<std::string> made, peersupport_string** into, peersupport_problems** problems,
             peersupport_error* error) {
    if (!made) return refuse(made.problems(), problems, error);
    *into = new peersupport_string{std::move(*made)};
    return PEERSUPPORT_OK;
}

}  // namespace

int32_t peersupport_integrity_assess(const peersupport_definition* definition, const peersupport_instrument* instrument,
                                     const peersupport_tally* tally, const char* request, size_t request_size,
                                     peersupport_string** profile, peersupport_problems** problems,
                                     peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !instrument || !tally || !capi::sized(request, request_size) || !profile)
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return give(peersupport::assess_integrity_json(tally->value, instrument->value, *definition->value,
                                                       capi::view_of(request, request_size)),
                    profile, problems, error);
    });
}

int32_t peersupport_integrity_assess_answers(const peersupport_definition* definition,
                                             const peersupport_instrument* instrument, const char* request,
                                             size_t request_size, peersupport_string** profile,
                                             peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !instrument || !capi::sized(request, request_size) || !profile)
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return give(peersupport::assess_integrity_json(instrument->value, *definition->value,
                                                       capi::view_of(request, request_size)),
                    profile, problems, error);
    });
}

int32_t peersupport_integrity_snapshot(const peersupport_definition* definition,
                                       const peersupport_instrument* instrument, const peersupport_tally* tally,
                                       const char* request, size_t request_size, peersupport_string** snapshot,
                                       peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !instrument || !tally || !capi::sized(request, request_size) || !snapshot)
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return give(peersupport::take_snapshot_json(tally->value, instrument->value, *definition->value,
                                                    capi::view_of(request, request_size)),
                    snapshot, problems, error);
    });
}

int32_t peersupport_integrity_snapshot_answers(const peersupport_definition* definition,
                                               const peersupport_instrument* instrument, const char* request,
                                               size_t request_size, peersupport_string** snapshot,
                                               peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !instrument || !capi::sized(request, request_size) || !snapshot)
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        return give(peersupport::take_snapshot_json(instrument->value, *definition->value,
                                                    capi::view_of(request, request_size)),
                    snapshot, problems, error);
    });
}

int32_t peersupport_tally_publish(const peersupport_definition* definition, const peersupport_instrument* instrument,
                                  const peersupport_tally* tally, const char* request, size_t request_size,
                                  const char* ledger, size_t ledger_size, peersupport_string** published,
                                  peersupport_string** kept, peersupport_problems** problems,
                                  peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !instrument || !tally || !capi::sized(request, request_size))
            return PEERSUPPORT_INVALID_ARGUMENT;
        if (!capi::sized(ledger, ledger_size) || !published || (ledger && !kept)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        const std::optional<std::string_view> earlier =
            ledger ? std::optional(capi::view_of(ledger, ledger_size)) : std::nullopt;
        auto made = peersupport::publish_json(tally->value, instrument->value, *definition->value,
                                              capi::view_of(request, request_size), earlier);
        if (!made) return refuse(made.problems(), problems, error);
        auto figures = std::make_unique<peersupport_string>(peersupport_string{std::move(made->published)});
        if (ledger) *kept = new peersupport_string{std::move(made->ledger)};
        *published = figures.release();
        return PEERSUPPORT_OK;
    });
}
