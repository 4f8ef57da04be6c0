// SPDX-License-Identifier: Apache-2.0
#include "evidence/gram_lanes.hpp"

#if PEERSUPPORT_X86

#include <immintrin.h>

#define TARGET __attribute__((target("sse4.1,ssse3")))
#define INLINE __attribute__((target("sse4.1,ssse3"), always_inline)) inline

namespace peersupport::evidence {
namespace {

constexpr std::size_t width = 16;

INLINE __m128i bytes(const std::uint8_t* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); }
INLINE void put(std::uint8_t* p, __m128i v) { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), v); }

INLINE std::int64_t total(__m128i v) {
    const __m128i four = v;
    const __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
}

TARGET void look_up(const std::uint8_t* from, std::size_t n, const point_table& table, std::uint8_t* x,
                    std::uint8_t* m) noexcept {
    std::size_t r = 0;
    for (; r + width <= n; r += width) {
        const __m128i code = bytes(from + r);
        __m128i found = _mm_setzero_si128();
        for (std::size_t g = 0; g < table.group_count; ++g) {
            // Codes of this group become 0x70 … 0x7F, all others have the highest bit set, for which a shuffle gives 0.
            const __m128i at = _mm_adds_epu8(
                _mm_xor_si128(code, _mm_set1_epi8(static_cast<char>(table.groups[g].first))), _mm_set1_epi8(0x70));
            const __m128i sixteen = _mm_load_si128(reinterpret_cast<const __m128i*>(table.groups[g].bytes.data()));
            found = _mm_or_si128(found, _mm_shuffle_epi8(sixteen, at));
        }
        put(x + r, _mm_and_si128(found, _mm_set1_epi8(31)));
        put(m + r, _mm_and_si128(_mm_srli_epi16(found, 6), _mm_set1_epi8(1)));
    }
    portable_gram_kernels().look_up(from + r, n - r, table, x + r, m + r);
}

TARGET void transpose(const std::uint8_t* from, std::ptrdiff_t stride, std::uint8_t* to,
                      std::size_t to_stride) noexcept {
    __m128i a[16], b[16];
    for (int r = 0; r < 16; ++r) a[r] = bytes(from + r * stride);
    // Four rounds of interleaving row r with row r + 8 turn rows into columns.
    for (int round = 0; round < 4; ++round) {
        for (int r = 0; r < 8; ++r) {
            b[2 * r] = _mm_unpacklo_epi8(a[r], a[r + 8]);
            b[2 * r + 1] = _mm_unpackhi_epi8(a[r], a[r + 8]);
        }
        for (int r = 0; r < 16; ++r) a[r] = b[r];
    }
    for (std::size_t c = 0; c < 16; ++c) put(to + c * to_stride, a[c]);
}

/// Adds 16-bit lanes to 32-bit ones.
INLINE __m128i widened(__m128i sum, __m128i lanes) {
    return _mm_add_epi32(sum, _mm_madd_epi16(lanes, _mm_set1_epi16(1)));
}

template <std::size_t Columns>
INLINE void cross_of(lane_column left, lane_column right, std::size_t step, std::size_t rows, std::size_t steps,
                     cross_sums* to) {
    const __m128i zero = _mm_setzero_si128();
    __m128i product[Columns], at_left[Columns], at_right[Columns], pairs[Columns];
    for (std::size_t c = 0; c < Columns; ++c) product[c] = at_left[c] = at_right[c] = pairs[c] = zero;
    for (std::size_t first = 0; first < rows; first += width * steps) {
        const std::size_t end = rows - first < width * steps ? rows : first + width * steps;
        __m128i p[Columns], a[Columns], b[Columns], n[Columns];
        for (std::size_t c = 0; c < Columns; ++c) p[c] = a[c] = b[c] = n[c] = zero;
        for (std::size_t r = first; r < end; r += width) {
            const __m128i x = bytes(left.x + r), m = bytes(left.m + r);
            for (std::size_t c = 0; c < Columns; ++c) {
                const __m128i y = bytes(right.x + c * step + r), k = bytes(right.m + c * step + r);
                p[c] = _mm_add_epi16(p[c], _mm_maddubs_epi16(x, y));
                a[c] = _mm_add_epi16(a[c], _mm_maddubs_epi16(x, k));
                b[c] = _mm_add_epi16(b[c], _mm_maddubs_epi16(m, y));
                n[c] = _mm_add_epi16(n[c], _mm_maddubs_epi16(m, k));
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
    __m128i sum[Columns];
    for (std::size_t c = 0; c < Columns; ++c) sum[c] = _mm_setzero_si128();
    for (std::size_t first = 0; first < rows; first += width * steps) {
        const std::size_t end = rows - first < width * steps ? rows : first + width * steps;
        __m128i p[Columns];
        for (std::size_t c = 0; c < Columns; ++c) p[c] = _mm_setzero_si128();
        for (std::size_t r = first; r < end; r += width) {
            const __m128i x = bytes(left + r);
            for (std::size_t c = 0; c < Columns; ++c)
                p[c] = _mm_add_epi16(p[c], _mm_maddubs_epi16(x, bytes(right + c * step + r)));
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
    __m128i sum = _mm_setzero_si128();
    for (std::size_t r = 0; r < rows; r += width / 2) {
        const __m128i weight = _mm_cvtepu8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(w + r)));
        sum = _mm_add_epi32(sum, _mm_madd_epi16(weight, _mm_loadu_si128(reinterpret_cast<const __m128i*>(a + r))));
    }
    return total(sum);
}

}  // namespace

const gram_kernels& sse41_gram_kernels() noexcept {
    static const gram_kernels all{look_up, transpose, cross, product, weighted, portable_gram_kernels().random};
    return all;
}

}  // namespace peersupport::evidence

#endif
