// SPDX-License-Identifier: Apache-2.0
#include "batch.hpp"
#include "handles.hpp"
#include "peersupport/scoring/sample_score.hpp"

#include <algorithm>

namespace capi = peersupport::capi;

namespace {

static_assert(sizeof(peersupport_sample_score) == 40 && offsetof(peersupport_sample_score, reason) == 32, "frozen");

// Groups are numbered by uint32_t; the bound also keeps sizes computed from them far from overflow.
bool too_many(size_t groups) noexcept { return groups > UINT32_MAX; }

peersupport_sample_score in_c(const peersupport::sample_score& s) noexcept {
    return {s.value, s.positive, s.answered, s.responses, static_cast<int32_t>(s.why), 0};
}

}  // namespace

int32_t peersupport_sample_tally_size(const peersupport_plan* plan, size_t groups, size_t* size) {
    if (!plan || !size) return PEERSUPPORT_INVALID_ARGUMENT;
    if (too_many(groups)) return PEERSUPPORT_TOO_LARGE;
    return capi::give_number(peersupport::sample_tally_size(plan->value, groups), size);
}

int32_t peersupport_sample_tally(const peersupport_plan* plan, const peersupport_column* columns, size_t column_count,
                                 size_t rows, const uint32_t* group, size_t groups, int32_t policy, int64_t* tally,
                                 size_t tally_size, peersupport_invalid_report* report, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!plan || !tally) return PEERSUPPORT_INVALID_ARGUMENT;
        if (too_many(groups)) return PEERSUPPORT_TOO_LARGE;
        capi::batch batch(plan->value, columns, column_count, rows, policy, report);
        if (batch.check() != peersupport::status::ok) return capi::code_of(batch.check());
        const std::span<const uint32_t> of_row(group, group ? rows : 0);
        const auto code = peersupport::tally_samples(plan->value, batch.of(), of_row, groups, {tally, tally_size},
                                                     batch.policy(), batch.found());
        return batch.finish(code, error);
    });
}

int32_t peersupport_sample_finish(const peersupport_plan* plan, const int64_t* tally, size_t tally_size,
                                  size_t groups, peersupport_sample_score* scores, size_t capacity, size_t* needed,
                                  peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!plan || !tally || !capi::sized(scores, capacity)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (too_many(groups)) return PEERSUPPORT_TOO_LARGE;
        if (tally_size != peersupport::sample_tally_size(plan->value, groups)) return PEERSUPPORT_INVALID_ARGUMENT;
        const size_t results = groups * plan->value.sample_scale_count();
        if (needed) *needed = results;
        if (capacity < results) return PEERSUPPORT_BUFFER_TOO_SMALL;
        std::vector<peersupport::sample_score> made(results);
        const auto code = peersupport::finish_samples(plan->value, {tally, tally_size}, groups, made);
        if (code == peersupport::status::ok) std::transform(made.begin(), made.end(), scores, in_c);
        return capi::code_of(code);
    });
}
