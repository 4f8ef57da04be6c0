// SPDX-License-Identifier: Apache-2.0
#include "evidence/gram_lanes.hpp"
#include "evidence/philox.hpp"

#if PEERSUPPORT_X86

#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))
#define INLINE __attribute__((target("avx2"), always_inline)) inline

namespace peersupport::evidence {
namespace {

constexpr std::size_t width = 32;

INLINE __m256i bytes(const std::uint8_t* p) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)); }
INLINE void put(std::uint8_t* p, __m256i v) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), v); }

INLINE std::int64_t total(__m256i v) {
    const __m128i four = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    const __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
}

TARGET void look_up(const std::uint8_t* from, std::size_t n, const point_table& table, std::uint8_t* x,
                    std::uint8_t* m) noexcept {
    std::size_t r = 0;
    for (; r + width <= n; r += width) {
        const __m256i code = bytes(from + r);
        __m256i found = _mm256_setzero_si256();
        for (std::size_t g = 0; g < table.group_count; ++g) {
            // Codes of this group become 0x70 … 0x7F, all others have the highest bit set, for which a shuffle gives 0.
            const __m256i at =
                _mm256_adds_epu8(_mm256_xor_si256(code, _mm256_set1_epi8(static_cast<char>(table.groups[g].first))),
                                 _mm256_set1_epi8(0x70));
            const __m128i sixteen = _mm_load_si128(reinterpret_cast<const __m128i*>(table.groups[g].bytes.data()));
            found = _mm256_or_si256(found, _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(sixteen), at));
        }
        put(x + r, _mm256_and_si256(found, _mm256_set1_epi8(31)));
        put(m + r, _mm256_and_si256(_mm256_srli_epi16(found, 6), _mm256_set1_epi8(1)));
    }
    portable_gram_kernels().look_up(from + r, n - r, table, x + r, m + r);
}

/// Adds 16-bit lanes to 32-bit ones.
INLINE __m256i widened(__m256i sum, __m256i lanes) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(lanes, _mm256_set1_epi16(1)));
}

template <std::size_t Columns>
INLINE void cross_of(lane_column left, lane_column right, std::size_t step, std::size_t rows, std::size_t steps,
                     cross_sums* to) {
    const __m256i zero = _mm256_setzero_si256();
    __m256i product[Columns], at_left[Columns], at_right[Columns], pairs[Columns];
    for (std::size_t c = 0; c < Columns; ++c) product[c] = at_left[c] = at_right[c] = pairs[c] = zero;
    for (std::size_t first = 0; first < rows; first += width * steps) {
        const std::size_t end = rows - first < width * steps ? rows : first + width * steps;
        __m256i p[Columns], a[Columns], b[Columns], n[Columns];
        for (std::size_t c = 0; c < Columns; ++c) p[c] = a[c] = b[c] = n[c] = zero;
        for (std::size_t r = first; r < end; r += width) {
            const __m256i x = bytes(left.x + r), m = bytes(left.m + r);
            for (std::size_t c = 0; c < Columns; ++c) {
                const __m256i y = bytes(right.x + c * step + r), k = bytes(right.m + c * step + r);
                p[c] = _mm256_add_epi16(p[c], _mm256_maddubs_epi16(x, y));
                a[c] = _mm256_add_epi16(a[c], _mm256_maddubs_epi16(x, k));
                b[c] = _mm256_add_epi16(b[c], _mm256_maddubs_epi16(m, y));
                n[c] = _mm256_add_epi16(n[c], _mm256_maddubs_epi16(m, k));
            }
        }
        for (std::size_t c = 0; c < Columns; ++c) {
            product[c] = widened(product[c], p[c]), at_left[c] = widened(at_left[c], a[c]);
            at_right[c] = widened(at_right[c], b[c]), pairs[c] = widened(pairs[c], n[c]);
        }
    }
    for (std::size_t c = 0; c < Columns; ++c)
        to[c] = {total(product[c]), total(at_left[c]), total(at_right[c]), total(pairs[c])};
}

TARGET void cross(lane_column left, lane_column right, std::size_t step, std::size_t count, std::size_t rows,
                  std::size_t steps, cross_sums* to) noexcept {
    std::size_t c = 0;
    for (; c + 2 <= count; c += 2)
        cross_of<2>(left, {right.x + c * step, right.m + c * step}, step, rows, steps, to + c);
    if (c < count) cross_of<1>(left, {right.x + c * step, right.m + c * step}, step, rows, steps, to + c);
}

template <std::size_t Columns>
INLINE void product_of(const std::uint8_t* left, const std::uint8_t* right, std::size_t step, std::size_t rows,
                       std::size_t steps, std::int64_t* to) {
    __m256i sum[Columns];
    for (std::size_t c = 0; c < Columns; ++c) sum[c] = _mm256_setzero_si256();
    for (std::size_t first = 0; first < rows; first += width * steps) {
        const std::size_t end = rows - first < width * steps ? rows : first + width * steps;
        __m256i p[Columns];
        for (std::size_t c = 0; c < Columns; ++c) p[c] = _mm256_setzero_si256();
        for (std::size_t r = first; r < end; r += width) {
            const __m256i x = bytes(left + r);
            for (std::size_t c = 0; c < Columns; ++c)
                p[c] = _mm256_add_epi16(p[c], _mm256_maddubs_epi16(x, bytes(right + c * step + r)));
        }
        for (std::size_t c = 0; c < Columns; ++c) sum[c] = widened(sum[c], p[c]);
    }
    for (std::size_t c = 0; c < Columns; ++c) to[c] = total(sum[c]);
}

TARGET void product(const std::uint8_t* left, const std::uint8_t* right, std::size_t step, std::size_t count,
                    std::size_t rows, std::size_t steps, std::int64_t* to) noexcept {
    std::size_t c = 0;
    for (; c + 4 <= count; c += 4) product_of<4>(left, right + c * step, step, rows, steps, to + c);
    for (; c < count; ++c) product_of<1>(left, right + c * step, step, rows, steps, to + c);
}

TARGET std::int64_t weighted(const std::uint8_t* w, const std::int16_t* a, std::size_t rows) noexcept {
    __m256i sum = _mm256_setzero_si256();
    for (std::size_t r = 0; r < rows; r += width / 2) {
        const __m256i weight = _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(w + r)));
        sum = _mm256_add_epi32(sum,
                               _mm256_madd_epi16(weight, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + r))));
    }
    return total(sum);
}

/// High and low halves of eight products.
struct halves {
    __m256i high, low;
};

INLINE halves multiply(__m256i v, __m256i by) {
    const __m256i even = _mm256_mul_epu32(v, by), odd = _mm256_mul_epu32(_mm256_srli_epi64(v, 32), by);
    return {_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xAA),
            _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xAA)};
}

INLINE __m256i same(std::uint32_t v) { return _mm256_set1_epi32(static_cast<int>(v)); }

/// Eight blocks, a word of each in every vector.
struct eight_blocks {
    __m256i c0, c1, c2, c3;

    INLINE void round(std::uint32_t k0, std::uint32_t k1) {
        const halves p0 = multiply(c0, same(philox_multiplier[0])), p1 = multiply(c2, same(philox_multiplier[1]));
        c0 = _mm256_xor_si256(_mm256_xor_si256(p1.high, c1), same(k0));
        c2 = _mm256_xor_si256(_mm256_xor_si256(p0.high, c3), same(k1));
        c1 = p1.low;
        c3 = p0.low;
    }
    /// Block by block.
    INLINE void store(std::uint32_t* to) const {
        const __m256i a = _mm256_unpacklo_epi32(c0, c1), b = _mm256_unpackhi_epi32(c0, c1);
        const __m256i c = _mm256_unpacklo_epi32(c2, c3), d = _mm256_unpackhi_epi32(c2, c3);
        const __m256i block[4] = {_mm256_unpacklo_epi64(a, c), _mm256_unpackhi_epi64(a, c), _mm256_unpacklo_epi64(b, d),
                                  _mm256_unpackhi_epi64(b, d)};
        for (int q = 0; q < 4; ++q) {
            _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 4 * q), _mm256_castsi256_si128(block[q]));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 16 + 4 * q), _mm256_extracti128_si256(block[q], 1));
        }
    }
};

TARGET void random(std::uint32_t first, std::uint32_t replicate, std::uint32_t stream, std::uint64_t seed,
                   std::uint32_t* to) noexcept {
    const __m256i block = _mm256_add_epi32(same(first), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    eight_blocks low{block, same(replicate), same(stream), _mm256_setzero_si256()}, high = low;
    high.c0 = _mm256_add_epi32(block, same(8));
    auto k0 = static_cast<std::uint32_t>(seed), k1 = static_cast<std::uint32_t>(seed >> 32);
    // Two independent chains keep the multipliers busy.
    for (int round = 0; round < philox_rounds; ++round, k0 += philox_weyl[0], k1 += philox_weyl[1]) {
        low.round(k0, k1);
        high.round(k0, k1);
    }
    low.store(to);
    high.store(to + 32);
}

}  // namespace

const gram_kernels& avx2_gram_kernels() noexcept {
    static const gram_kernels all{look_up, sse41_gram_kernels().transpose, cross, product, weighted, random};
    return all;
}

}  // namespace peersupport::evidence

#endif
