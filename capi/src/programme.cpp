// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"

namespace capi = peersupport::capi;

namespace {

/// Checks what was read and gives out the report, or what is wrong with the day.
int32_t finish(const peersupport::programme& read, const peersupport_definition& against,
               const peersupport::date& as_of, peersupport_string** into, peersupport_error* error) {
    const auto report = peersupport::check_programme(read, *against.value, as_of);
    if (!report) return capi::report(report.problems(), error);
    *into = new peersupport_string{peersupport::write_programme_report(*report)};
    return PEERSUPPORT_OK;
}

}  // namespace

int32_t peersupport_programme_check(const peersupport_definition* definition, const char* data, size_t size,
                                    const char* as_of, size_t as_of_size, peersupport_string** report,
                                    peersupport_problems** problems, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!definition || !capi::sized(data, size) || !as_of || !report) return PEERSUPPORT_INVALID_ARGUMENT;
        if (problems) *problems = nullptr;
        const auto day = peersupport::parse_date(capi::view_of(as_of, as_of_size));
        if (!day) return capi::report(day.problems(), error);
        const auto read = peersupport::read_programme(capi::view_of(data, size), *definition->value);
        if (!read && problems) *problems = new peersupport_problems{read.problems()};
        return read ? finish(*read, *definition, *day, report, error) : capi::report(read.problems(), error);
    });
}
