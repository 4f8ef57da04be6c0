// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "peersupport/scoring/reason.hpp"

namespace capi = peersupport::capi;

namespace {

using peersupport::reason;

static_assert(PEERSUPPORT_REASON_SCORED == static_cast<int>(reason::scored));
static_assert(PEERSUPPORT_REASON_TOO_FEW_ANSWERED == static_cast<int>(reason::too_few_answered));
static_assert(PEERSUPPORT_REASON_NOT_APPLICABLE == static_cast<int>(reason::not_applicable));
static_assert(PEERSUPPORT_REASON_GATE_CLOSED == static_cast<int>(reason::gate_closed));
static_assert(PEERSUPPORT_REASON_INVALID_CODE == static_cast<int>(reason::invalid_code));
static_assert(PEERSUPPORT_REASON_NOT_IN_TABLE == static_cast<int>(reason::not_in_table));
static_assert(peersupport::reason_count == 6, "give the new reason a constant in peersupport.h");

bool known(int32_t r) noexcept { return r >= 0 && r < peersupport::reason_count; }

}  // namespace

// The texts of statuses and reasons are string literals, so their views end in a NUL; a test holds them to it.

size_t peersupport_status_count(void) { return peersupport::statuses().size(); }

int32_t peersupport_status_at(size_t index, int32_t* code) {
    const auto all = peersupport::statuses();
    if (!code || index >= all.size()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give_number(all[index], code);
}

const char* peersupport_status_name(int32_t code) {
    return peersupport::status_name(static_cast<peersupport::status>(code)).data();
}

const char* peersupport_status_text(int32_t code, int32_t language) {
    return peersupport::status_text(static_cast<peersupport::status>(code), capi::language_of(language)).data();
}

const char* peersupport_status_advice(int32_t code, int32_t language) {
    const auto text =
        peersupport::status_advice(static_cast<peersupport::status>(code), capi::language_of(language));
    return text.empty() ? "" : text.data();
}

const char* peersupport_reason_id(int32_t reason) {
    return known(reason) ? peersupport::id_of(static_cast<peersupport::reason>(reason)).data() : "";
}

const char* peersupport_reason_text(int32_t reason, int32_t language) {
    if (!known(reason)) return "";
    return peersupport::text_of(static_cast<peersupport::reason>(reason), capi::language_of(language)).data();
}
