// SPDX-License-Identifier: Apache-2.0
#include "evidence/gram_lanes.hpp"
#include "evidence/philox.hpp"

namespace peersupport::evidence {
namespace {

void look_up(const std::uint8_t* from, std::size_t n, const point_table& table, std::uint8_t* x,
             std::uint8_t* m) noexcept {
    for (std::size_t r = 0; r < n; ++r) {
        const std::uint8_t byte = table.byte[from[r]];
        x[r] = byte & 31;
        m[r] = byte >> 6;
    }
}

void transpose(const std::uint8_t* from, std::ptrdiff_t stride, std::uint8_t* to, std::size_t to_stride) noexcept {
    for (std::size_t c = 0; c < 16; ++c)
        for (std::size_t r = 0; r < 16; ++r)
            to[c * to_stride + r] = from[static_cast<std::ptrdiff_t>(r) * stride + static_cast<std::ptrdiff_t>(c)];
}

std::int64_t dot(const std::uint8_t* a, const std::uint8_t* b, std::size_t rows) noexcept {
    std::int64_t sum = 0;
    // 2^16 products of bytes stay below 2^32, and 32 bits are twice as many lanes.
    for (std::size_t first = 0; first < rows; first += 65536) {
        const std::size_t end = rows - first < 65536 ? rows : first + 65536;
        std::uint32_t part = 0;
        for (std::size_t r = first; r < end; ++r) part += static_cast<std::uint32_t>(a[r]) * b[r];
        sum += part;
    }
    return sum;
}

void cross(lane_column left, lane_column right, std::size_t step, std::size_t count, std::size_t rows, std::size_t,
           cross_sums* to) noexcept {
    for (std::size_t c = 0; c < count; ++c) {
        const std::uint8_t *x = right.x + c * step, *m = right.m + c * step;
        to[c] = {dot(left.x, x, rows), dot(left.x, m, rows), dot(left.m, x, rows), dot(left.m, m, rows)};
    }
}

void product(const std::uint8_t* left, const std::uint8_t* right, std::size_t step, std::size_t count, std::size_t rows,
             std::size_t, std::int64_t* to) noexcept {
    for (std::size_t c = 0; c < count; ++c) to[c] = dot(left, right + c * step, rows);
}

std::int64_t weighted(const std::uint8_t* w, const std::int16_t* a, std::size_t rows) noexcept {
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < rows; ++r) sum += static_cast<std::int32_t>(w[r]) * a[r];
    return sum;
}

void random(std::uint32_t first, std::uint32_t replicate, std::uint32_t stream, std::uint64_t seed,
            std::uint32_t* to) noexcept {
    for (std::uint32_t b = 0; b < 16; ++b) {
        const philox_block block = philox({first + b, replicate, stream, 0}, seed);
        for (std::size_t q = 0; q < 4; ++q) to[4 * b + q] = block[q];
    }
}

}  // namespace

const gram_kernels& portable_gram_kernels() noexcept {
    static constexpr gram_kernels all{look_up, transpose, cross, product, weighted, random};
    return all;
}

const gram_kernels& best_gram_kernels() noexcept {
#if PEERSUPPORT_X86
    if (__builtin_cpu_supports("avx2")) return avx2_gram_kernels();
    if (__builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3")) return sse41_gram_kernels();
#endif
    return portable_gram_kernels();
}

}  // namespace peersupport::evidence
