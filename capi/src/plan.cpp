// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"

namespace capi = peersupport::capi;

namespace {

static_assert(sizeof(peersupport_plan_options) == 8, "grows at its end only");

peersupport::plan_options options_of(const char* form, size_t form_size, const peersupport_plan_options* options) {
    return {.form = capi::view_of(form, form_size),
            .allow_unverified = options && options->allow_unverified != 0};
}

}  // namespace

int32_t peersupport_plan_create(const peersupport_instrument* instrument, const char* form, size_t form_size,
                                const peersupport_plan_options* options, peersupport_plan** plan,
                                peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!instrument || !plan || !capi::sized(form, form_size)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (options && !capi::known_size(options)) return PEERSUPPORT_BAD_STRUCT_SIZE;
        if (form && form_size == 0) return PEERSUPPORT_FORM_UNKNOWN;  // an empty id is nobody's
        auto made = peersupport::plan::compile(instrument->value, options_of(form, form_size, options));
        if (!made) return capi::report(made.problems(), error);
        *plan = new peersupport_plan{std::move(made).value()};
        return PEERSUPPORT_OK;
    });
}

void peersupport_plan_free(peersupport_plan* plan) { delete plan; }

int32_t peersupport_plan_form_id(const peersupport_plan* plan, peersupport_text* id) {
    return plan && id ? capi::give(plan->value.form_id(), id) : PEERSUPPORT_INVALID_ARGUMENT;
}

int32_t peersupport_plan_definition(const peersupport_plan* plan, peersupport_text* version, peersupport_text* digest) {
    if (!plan || !version || !digest) return PEERSUPPORT_INVALID_ARGUMENT;
    capi::give(plan->value.definition().version, version);
    return capi::give(plan->value.definition().digest, digest);
}

int32_t peersupport_plan_subject(const peersupport_plan* plan, int32_t* subject) {
    return plan && subject ? capi::give_number(plan->value.subject(), subject) : PEERSUPPORT_INVALID_ARGUMENT;
}

size_t peersupport_plan_item_count(const peersupport_plan* plan) { return plan ? plan->value.item_count() : 0; }

int32_t peersupport_plan_item_id(const peersupport_plan* plan, size_t index, peersupport_text* id) {
    if (!plan || !id || index >= plan->value.item_count()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(plan->value.item_id(index), id);
}

size_t peersupport_plan_scale_count(const peersupport_plan* plan) { return plan ? plan->value.scale_count() : 0; }

int32_t peersupport_plan_scale_id(const peersupport_plan* plan, size_t index, peersupport_text* id) {
    if (!plan || !id || index >= plan->value.scale_count()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(plan->value.scale_id(index), id);
}

size_t peersupport_plan_sample_scale_count(const peersupport_plan* plan) {
    return plan ? plan->value.sample_scale_count() : 0;
}

int32_t peersupport_plan_sample_scale_id(const peersupport_plan* plan, size_t index, peersupport_text* id) {
    if (!plan || !id || index >= plan->value.sample_scale_count()) return PEERSUPPORT_INVALID_ARGUMENT;
    return capi::give(plan->value.sample_scale_id(index), id);
}

int32_t peersupport_plan_byte_sums(const peersupport_plan* plan) { return plan && plan->value.byte_sums() ? 1 : 0; }
