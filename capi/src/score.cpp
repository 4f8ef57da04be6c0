// SPDX-License-Identifier: Apache-2.0
#include "batch.hpp"
#include "handles.hpp"

#include <type_traits>

namespace capi = peersupport::capi;

namespace {

using peersupport::plan;
using peersupport::score_block;
using peersupport::status;

// The frozen layout: eight-byte members first, no padding.
static_assert(sizeof(peersupport_score) == 40 && std::is_trivially_copyable_v<peersupport_score>);
static_assert(offsetof(peersupport_score, value) == 0 && offsetof(peersupport_score, numerator) == 8);
static_assert(offsetof(peersupport_score, denominator) == 16 && offsetof(peersupport_score, answered) == 24);
static_assert(offsetof(peersupport_score, applicable) == 28 && offsetof(peersupport_score, needed) == 32);
static_assert(offsetof(peersupport_score, reason) == 36);
static_assert(sizeof(peersupport_f64_block) == 32 || sizeof(void*) != 8, "frozen");
static_assert(sizeof(peersupport_outputs) == 8 + 8 * sizeof(peersupport_f64_block), "grows at its end only");
static_assert(PEERSUPPORT_BLANK == peersupport::blank_code);

// score_one() makes C++ scores in the caller's array and turns each into a C one where it stands, so that it
// needs no memory of its own.
static_assert(sizeof(peersupport::score) == sizeof(peersupport_score));
static_assert(alignof(peersupport::score) <= alignof(peersupport_score));
static_assert(std::is_trivially_destructible_v<peersupport::score>);

std::span<peersupport::score> made_in(peersupport_score* place, size_t count) noexcept {
    peersupport::score* first = nullptr;
    for (size_t i = count; i-- > 0;) first = ::new (static_cast<void*>(place + i)) peersupport::score();
    return {first, count};
}

void turn_into_c(std::span<peersupport::score> made) noexcept {
    for (auto& place : made) {
        const peersupport::score s = place;
        ::new (static_cast<void*>(&place)) peersupport_score{s.value,    s.numerator,  s.denominator,
                                                            s.answered, s.applicable, s.needed,
                                                            static_cast<int32_t>(s.why)};
    }
}

/// Whether element [rows - 1, scales - 1] lies inside `size` elements; divisions, because products could overflow.
bool holds(uint64_t size, uint64_t row, size_t rows, uint64_t scale, size_t scales) noexcept {
    if (rows == 0 || scales == 0) return true;
    if (size == 0 || (row != 0 && rows - 1 > (size - 1) / row)) return false;
    const uint64_t left = size - 1 - row * (rows - 1);
    return scale == 0 || scales - 1 <= left / scale;
}

/// The caller's block as the C++ one; `check` tells when it is too small.
template <class Block>
auto block_of(const Block& b, size_t rows, size_t scales, status& check) noexcept {
    const bool dense = b.row_stride == 0 && b.scale_stride == 0;
    const uint64_t row = dense ? scales : b.row_stride;
    const uint64_t scale = dense ? 1 : b.scale_stride;
    if (b.data && !holds(b.size, row, rows, scale, scales)) check = status::buffer_too_small;
    using element = std::remove_pointer_t<decltype(b.data)>;
    return score_block<element>{b.data, static_cast<ptrdiff_t>(row), static_cast<ptrdiff_t>(scale)};
}

peersupport::score_outputs outputs_of(const peersupport_outputs& o, size_t rows, const plan& by,
                                      status& check) noexcept {
    const size_t scales = by.scale_count();
    peersupport::score_outputs into;
    into.f64 = block_of(o.f64, rows, scales, check);
    into.f32 = block_of(o.f32, rows, scales, check);
    into.numerators = block_of(o.numerators, rows, scales, check);
    into.denominators = block_of(o.denominators, rows, scales, check);
    into.answered = block_of(o.answered, rows, scales, check);
    into.reasons = block_of(o.reasons, rows, scales, check);
    into.sums = block_of(o.sums, rows, scales, check);
    into.counts = block_of(o.counts, rows, scales, check);
    return into;
}

}  // namespace

int32_t peersupport_score_one(const peersupport_plan* plan, const int32_t* codes, size_t count,
                              peersupport_score* scores, size_t capacity, size_t* needed, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!plan || !capi::sized(codes, count) || !capi::sized(scores, capacity)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (count != plan->value.item_count()) return PEERSUPPORT_SHAPE_MISMATCH;
        const size_t scales = plan->value.scale_count();
        if (needed) *needed = scales;
        if (capacity < scales) return PEERSUPPORT_BUFFER_TOO_SMALL;
        const auto made = made_in(scores, scales);
        const auto code = peersupport::score_one(plan->value, {codes, count}, made);
        turn_into_c(made);
        return capi::code_of(code);
    });
}

int32_t peersupport_score_batch(const peersupport_plan* plan, const peersupport_column* columns, size_t column_count,
                                size_t rows, int32_t policy, const peersupport_outputs* outputs,
                                peersupport_invalid_report* report, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!plan || !outputs) return PEERSUPPORT_INVALID_ARGUMENT;
        if (!capi::known_size(outputs)) return PEERSUPPORT_BAD_STRUCT_SIZE;
        capi::batch batch(plan->value, columns, column_count, rows, policy, report);
        status check = batch.check();
        if (check != status::ok) return capi::code_of(check);
        const auto into = outputs_of(*outputs, rows, plan->value, check);
        if (check != status::ok) return capi::code_of(check);
        const auto code = peersupport::score_batch(plan->value, batch.of(), into, batch.policy(), batch.found());
        return batch.finish(code, error);
    });
}
