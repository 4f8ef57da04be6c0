// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"

#include <cstring>

namespace peersupport::scoring {
namespace {

/// Kernels write eight values a row and read sixteen bytes a window. Where that would reach past the caller's
/// memory, rows go through a copy.
inline constexpr std::size_t copied_rows = 64;

struct row_range {
    const std::uint8_t* x;
    std::ptrdiff_t stride;
    std::size_t rows;
};

template <class T>
using row_kernel = bool (*)(const row_program&, const std::uint8_t*, std::ptrdiff_t, std::size_t, T*, std::ptrdiff_t) noexcept;

template <class T>
bool through_copy(const batch& work, row_kernel<T> kernel, const row_range& in, const score_block<T>& to, std::size_t first) noexcept {
    alignas(32) T made[copied_rows * 8];
    bool good = true;
    for (std::size_t at = 0; at < in.rows; at += copied_rows) {
        const std::size_t m = std::min(copied_rows, in.rows - at);
        good &= kernel(work.by.row, in.x + static_cast<std::ptrdiff_t>(at) * in.stride, in.stride, m, made, 8);
        for (std::size_t s = 0; s < work.by.row.scales; ++s) put_scale(made + s, 8, m, to, first + at, s);
    }
    return good;
}

/// Rows may be written straight when they stand side by side; what a row writes too much, the next one overwrites,
/// so the last eight rows of a call go through a copy.
template <class T>
bool into_block(const batch& work, row_kernel<T> kernel, const row_range& in, const score_block<T>& to, std::size_t first) noexcept {
    const auto scales = static_cast<std::ptrdiff_t>(work.by.row.scales);
    const bool whole = to.scale_stride == 1 && scales == 8 && to.row_stride >= 8;
    const bool side_by_side = to.scale_stride == 1 && to.row_stride == scales;
    const std::size_t straight = whole ? in.rows : side_by_side && in.rows > 8 ? in.rows - 8 : 0;
    bool good = true;
    if (straight > 0) good = kernel(work.by.row, in.x, in.stride, straight, &place(to, first, 0), to.row_stride);
    if (straight == in.rows) return good;
    const row_range rest{in.x + static_cast<std::ptrdiff_t>(straight) * in.stride, in.stride, in.rows - straight};
    return through_copy(work, kernel, rest, to, first + straight) && good;
}

/// For each row eight bytes: 1 where a scale has too few answers. Counts and needs are below 128, so eight bytes
/// are compared at once: 128 + count − need keeps its highest bit where the count suffices.
void find_few(const row_program& row, const std::uint8_t* sums_and_counts, std::size_t n, std::uint8_t* few) noexcept {
    constexpr std::uint64_t high = 0x8080808080808080;
    std::uint8_t bytes[8];
    for (std::size_t s = 0; s < 8; ++s) bytes[s] = static_cast<std::uint8_t>(std::min(row.need[s], 127));
    std::uint64_t need;
    std::memcpy(&need, bytes, 8);
    for (std::size_t r = 0; r < n; ++r) {
        std::uint64_t counts;
        std::memcpy(&counts, sums_and_counts + 16 * r + 8, 8);
        const std::uint64_t missing = (~((counts | high) - need) & high) >> 7;
        std::memcpy(few + 8 * r, &missing, 8);
    }
}

bool into_bytes(const batch& work, const row_range& in, std::size_t first) noexcept {
    const auto& sums = work.into.sums;
    const auto& counts = work.into.counts;
    const bool only_bytes = !work.into.answered.data && !work.into.reasons.data;
    if (only_bytes && sums.data && counts.data == sums.data + 8 && sums.scale_stride == 1 && counts.scale_stride == 1 &&
        sums.row_stride >= 16 && counts.row_stride == sums.row_stride && work.by.row.scales == 8)
        return work.with.row_bytes(work.by.row, in.x, in.stride, in.rows, &place(sums, first, 0), sums.row_stride);
    std::uint8_t made[copied_rows * 16], few[copied_rows * 8];
    bool good = true;
    for (std::size_t at = 0; at < in.rows; at += copied_rows) {
        const std::size_t m = std::min(copied_rows, in.rows - at);
        good &= work.with.row_bytes(work.by.row, in.x + static_cast<std::ptrdiff_t>(at) * in.stride, in.stride, m, made, 16);
        find_few(work.by.row, made, m, few);
        for (const lane_scale& lane : work.by.lanes.scales) {
            put_scale(made + lane.scale, 16, m, sums, first + at, lane.scale);
            put_scale(made + 8 + lane.scale, 16, m, counts, first + at, lane.scale);
            write_counts(work, lane, {made + 8 + lane.scale, 16}, {few + lane.scale, 8}, first + at, m);
        }
    }
    return good;
}

bool score_range(const batch& work, const row_range& in, std::size_t first) noexcept {
    bool good = true;
    if (work.into.f32.data) good &= into_block(work, work.with.row_f32, in, work.into.f32, first);
    if (work.into.f64.data) good &= into_block(work, work.with.row_f64, in, work.into.f64, first);
    if (work.into.sums.data || work.into.counts.data || work.into.answered.data || work.into.reasons.data) good &= into_bytes(work, in, first);
    return good;
}

/// Rows at the very end of narrow matrices, from where a window would read past the last cell.
std::size_t unsafe_rows(const row_program& row, std::ptrdiff_t stride) noexcept {
    if (row.width >= 16) return 0;
    return (16 - row.width + static_cast<std::size_t>(stride) - 1) / static_cast<std::size_t>(stride);
}

}  // namespace

bool score_rows(batch& work, std::size_t first, std::size_t n) noexcept {
    const answer_column& c = work.of.columns.front();
    const auto* x = static_cast<const std::uint8_t*>(c.data) + static_cast<std::ptrdiff_t>(first) * c.stride;
    const std::size_t last_safe = work.of.rows - std::min(work.of.rows, unsafe_rows(work.by.row, c.stride));  // may lie blocks before
    const std::size_t safe = std::min(n, last_safe - std::min(last_safe, first));
    const std::size_t unsafe = n - safe;
    bool good = safe == 0 || score_range(work, {x, c.stride, safe}, first);
    if (unsafe > 0) {
        std::uint8_t copy[16 * 16] = {};
        for (std::size_t r = 0; r < unsafe; ++r)
            std::memcpy(copy + 16 * r, x + static_cast<std::ptrdiff_t>(safe + r) * c.stride, work.by.row.width);
        good &= score_range(work, {copy, 16, unsafe}, first + safe);
    }
    return good;
}

}  // namespace peersupport::scoring
