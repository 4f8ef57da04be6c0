// SPDX-License-Identifier: Apache-2.0
#include "scoring/lanes.hpp"
#include "scoring/row_dispatch.hpp"

#if PEERSUPPORT_X86

#include <immintrin.h>

#include <cstring>
#include <limits>

#define TARGET __attribute__((target("sse4.1")))
#define INLINE __attribute__((target("sse4.1"), always_inline)) inline

namespace peersupport::scoring {
namespace {

INLINE __m128i constant(const std::uint8_t* p) { return _mm_load_si128(reinterpret_cast<const __m128i*>(p)); }
INLINE __m128i bytes(const std::uint8_t* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); }

/// A row program in registers, or at least in locals that no store can alias.
template <std::size_t Windows, std::size_t Tables>
struct held {
    std::size_t offset[Windows], window[row_pairs];
    __m128i table[Tables], mask[Windows][Tables], gather[row_pairs][Windows], one[row_pairs], pick, total_mask[row_scales];
    __m128i total_shift[row_scales];
    std::size_t totals;
};

template <std::size_t Windows, std::size_t Tables>
INLINE void hold(const row_program& row, held<Windows, Tables>& p) {
    for (std::size_t t = 0; t < Tables; ++t) p.table[t] = constant(row.table[t]);
    for (std::size_t w = 0; w < Windows; ++w) {
        p.offset[w] = row.offset[w];
        for (std::size_t t = 0; t < Tables; ++t) p.mask[w][t] = constant(row.table_mask[w][t]);
        for (std::size_t q = 0; q < row_pairs; ++q) p.gather[q][w] = constant(row.gather[q][w]);
    }
    for (std::size_t q = 0; q < row_pairs; ++q) {
        p.window[q] = row.window[q];
        p.one[q] = constant(row.gather[q][row.window[q]]);
    }
    p.pick = constant(row.pick);
    p.totals = row.totals;
    for (std::size_t t = 0; t < row.totals; ++t) {
        p.total_mask[t] = constant(row.total_mask[t]);
        p.total_shift[t] = _mm_cvtsi32_si128(row.total_shift[t]);
    }
}

/// What the codes seen so far have in common: bits that no code or no mapped value may have.
struct seen {
    __m128i codes, mapped;
};

/// One row: sums in bytes 0–7, counts in bytes 8–15. A pshufb maps codes to value + 64·answered, a second one
/// gathers each slot's items into eight bytes, and psadbw adds those up: sum and count at once.
template <std::size_t Across, std::size_t Windows, std::size_t Tables>
INLINE __m128i add_row(const held<Windows, Tables>& p, const std::uint8_t* x, seen& all) {
    const __m128i zero = _mm_setzero_si128();
    __m128i mapped[Windows];
    for (std::size_t w = 0; w < Windows; ++w) {
        const __m128i codes = bytes(x + p.offset[w]);
        __m128i m = _mm_shuffle_epi8(p.table[0], codes);
        for (std::size_t t = 1; t < Tables; ++t) m = _mm_blendv_epi8(m, _mm_shuffle_epi8(p.table[t], codes), p.mask[w][t]);
        all.codes = _mm_or_si128(all.codes, codes);
        all.mapped = _mm_or_si128(all.mapped, m);
        mapped[w] = m;
    }
    __m128i total[row_pairs];
    for (std::size_t q = 0; q < Across; ++q) {
        __m128i g = _mm_shuffle_epi8(mapped[0], p.gather[q][0]);
        for (std::size_t w = 1; w < Windows; ++w) g = _mm_or_si128(g, _mm_shuffle_epi8(mapped[w], p.gather[q][w]));
        total[q] = _mm_sad_epu8(g, zero);
    }
    for (std::size_t q = Across; q < row_pairs; ++q)
        total[q] = _mm_sad_epu8(_mm_shuffle_epi8(mapped[p.window[q]], p.one[q]), zero);
    const __m128i both = _mm_packs_epi32(_mm_packs_epi32(total[0], total[1]), _mm_packs_epi32(total[2], total[3]));
    const __m128i slots = _mm_packus_epi16(_mm_and_si128(both, _mm_set1_epi16(63)), _mm_srli_epi16(both, 6));
    __m128i out = _mm_shuffle_epi8(slots, p.pick);
    for (std::size_t t = 0; t < p.totals; ++t) {
        const __m128i sum = _mm_sad_epu8(_mm_and_si128(slots, p.total_mask[t]), zero);
        out = _mm_or_si128(out, _mm_sll_epi64(sum, p.total_shift[t]));
    }
    return out;
}

/// Only bytes of items count: a row narrower than a window is read together with what follows it.
INLINE bool all_valid(const row_program& row, const seen& all) {
    const __m128i high = _mm_and_si128(constant(row.item_bytes), _mm_set1_epi8(static_cast<char>(own_invalid_bits)));
    const __m128i flag = _mm_and_si128(constant(row.item_bytes), _mm_set1_epi8(-128));
    return _mm_testz_si128(all.codes, high) && _mm_testz_si128(all.mapped, flag);
}

struct to_f32 {
    using type = float;
    struct constants {
        __m128 m[2], k[2], d[2];
        __m128i need[2];
        INLINE explicit constants(const row_program& row) {
            for (int h = 0; h < 2; ++h) {
                m[h] = _mm_load_ps(row.m32 + 4 * h), k[h] = _mm_load_ps(row.k32 + 4 * h), d[h] = _mm_load_ps(row.d32 + 4 * h);
                need[h] = _mm_load_si128(reinterpret_cast<const __m128i*>(row.need + 4 * h));
            }
        }
    };
    INLINE static void store(const constants& k, __m128i o, float* to) {
        const __m128i counts = _mm_srli_si128(o, 8);
        for (int h = 0; h < 2; ++h) {
            const __m128i c = _mm_cvtepu8_epi32(h ? _mm_srli_si128(counts, 4) : counts);
            const __m128 sum = _mm_cvtepi32_ps(_mm_cvtepu8_epi32(h ? _mm_srli_si128(o, 4) : o));
            const __m128 count = _mm_cvtepi32_ps(c);
            const __m128 up = _mm_add_ps(_mm_mul_ps(k.m[h], sum), _mm_mul_ps(k.k[h], count));
            const __m128 value = _mm_div_ps(up, _mm_mul_ps(k.d[h], count));
            const __m128 few = _mm_castsi128_ps(_mm_cmpgt_epi32(k.need[h], c));
            _mm_storeu_ps(to + 4 * h, _mm_blendv_ps(value, _mm_set1_ps(std::numeric_limits<float>::quiet_NaN()), few));
        }
    }
};

struct to_f64 {
    using type = double;
    struct constants {
        __m128d m[4], k[4], d[4];
        __m128i need[4];
        INLINE explicit constants(const row_program& row) {
            for (int q = 0; q < 4; ++q) {
                m[q] = _mm_load_pd(row.m64 + 2 * q), k[q] = _mm_load_pd(row.k64 + 2 * q), d[q] = _mm_load_pd(row.d64 + 2 * q);
                need[q] = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row.need + 2 * q));
            }
        }
    };
    INLINE static __m128i two_of(__m128i v16, int q) {
        const __m128i half = q & 2 ? _mm_srli_si128(v16, 8) : v16;
        return _mm_cvtepu16_epi32(q & 1 ? _mm_srli_si128(half, 4) : half);
    }
    INLINE static void store(const constants& k, __m128i o, double* to) {
        const __m128i s16 = _mm_cvtepu8_epi16(o), c16 = _mm_cvtepu8_epi16(_mm_srli_si128(o, 8));
        for (int q = 0; q < 4; ++q) {
            const __m128i c = two_of(c16, q);
            const __m128d sum = _mm_cvtepi32_pd(two_of(s16, q)), count = _mm_cvtepi32_pd(c);
            const __m128d up = _mm_add_pd(_mm_mul_pd(k.m[q], sum), _mm_mul_pd(k.k[q], count));
            const __m128d value = _mm_div_pd(up, _mm_mul_pd(k.d[q], count));
            const __m128d few = _mm_castsi128_pd(_mm_cvtepi32_epi64(_mm_cmpgt_epi32(k.need[q], c)));
            _mm_storeu_pd(to + 2 * q, _mm_blendv_pd(value, _mm_set1_pd(std::numeric_limits<double>::quiet_NaN()), few));
        }
    }
};

struct to_bytes {
    using type = std::uint8_t;
    struct constants {
        INLINE explicit constants(const row_program&) {}
    };
    INLINE static void store(const constants&, __m128i o, std::uint8_t* to) { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), o); }
};

template <class Output>
struct loop {
    using type = typename Output::type;
    template <std::size_t Windows, std::size_t Tables, std::size_t Across>
    TARGET static bool run(const row_program& row, const std::uint8_t* x, std::ptrdiff_t stride, std::size_t n, type* to,
                           std::ptrdiff_t to_stride) noexcept {
        held<Windows, Tables> p;
        hold(row, p);
        const typename Output::constants c(row);
        seen all{_mm_setzero_si128(), _mm_setzero_si128()};
        for (std::size_t r = 0; r < n; ++r, x += stride, to += to_stride) Output::store(c, add_row<Across>(p, x, all), to);
        return all_valid(row, all);
    }
};

TARGET bool slot_sums(const std::uint8_t* const* classes, const lane_table* const* tables, std::size_t items, std::size_t n,
                 std::uint8_t invalid_bits, std::uint8_t* value, std::uint8_t* count) noexcept {
    __m128i bad_class = _mm_setzero_si128(), bad_code = _mm_setzero_si128();
    std::size_t r = 0;
    for (; r + 16 <= n; r += 16) {
        __m128i v = _mm_setzero_si128(), c = _mm_setzero_si128();
        for (std::size_t i = 0; i < items; ++i) {
            const __m128i x = bytes(classes[i] + r);
            const __m128i answered = _mm_shuffle_epi8(constant(tables[i]->answered.data()), x);
            v = _mm_add_epi8(v, _mm_shuffle_epi8(constant(tables[i]->value.data()), x));
            c = _mm_add_epi8(c, answered);
            bad_class = _mm_or_si128(bad_class, x);
            bad_code = _mm_or_si128(bad_code, answered);
        }
        _mm_storeu_si128(reinterpret_cast<__m128i*>(value + r), v);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(count + r), c);
    }
    const bool good = _mm_testz_si128(bad_class, _mm_set1_epi8(static_cast<char>(invalid_bits))) && _mm_testz_si128(bad_code, _mm_set1_epi8(-128));
    if (r == n) return good;
    const std::uint8_t* rest[slot_items];
    for (std::size_t i = 0; i < items; ++i) rest[i] = classes[i] + r;
    return portable_kernels().slot(rest, tables, items, n - r, invalid_bits, value + r, count + r) && good;
}

struct eight_rows {
    __m128i sum, count;  ///< sixteen bits each
};

INLINE eight_rows total(const slot_columns& of, std::size_t r) {
    const auto at = [r](const std::uint8_t* p) __attribute__((target("sse4.1"), always_inline)) {
        return _mm_cvtepu8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p + r)));
    };
    eight_rows t{at(of.value[0]), at(of.count[0])};
    for (std::size_t s = 1; s < of.slots; ++s) {
        t.sum = _mm_add_epi16(t.sum, at(of.value[s]));
        t.count = _mm_add_epi16(t.count, at(of.count[s]));
    }
    return t;
}

TARGET void finish_f64(const slot_columns& of, std::size_t n, const finish_constants& k, double* to) noexcept {
    const __m128d m = _mm_set1_pd(k.m), kk = _mm_set1_pd(k.k), d = _mm_set1_pd(k.d);
    const __m128d none = _mm_set1_pd(std::numeric_limits<double>::quiet_NaN());
    const __m128i need = _mm_set1_epi32(k.need);
    std::size_t r = 0;
    for (; r + 8 <= n; r += 8) {
        const eight_rows t = total(of, r);
        for (int q = 0; q < 4; ++q) {
            const __m128i c = to_f64::two_of(t.count, q);
            const __m128d sum = _mm_cvtepi32_pd(to_f64::two_of(t.sum, q)), count = _mm_cvtepi32_pd(c);
            const __m128d v = _mm_div_pd(_mm_add_pd(_mm_mul_pd(m, sum), _mm_mul_pd(kk, count)), _mm_mul_pd(d, count));
            const __m128d few = _mm_castsi128_pd(_mm_cvtepi32_epi64(_mm_cmpgt_epi32(need, c)));
            _mm_storeu_pd(to + r + 2 * static_cast<std::size_t>(q), _mm_blendv_pd(v, none, few));
        }
    }
    portable_kernels().finish_f64(of.from(r), n - r, k, to + r);
}

TARGET void finish_f32(const slot_columns& of, std::size_t n, const finish_constants& k, float* to) noexcept {
    if (!k.exact_in_float) return portable_kernels().finish_f32(of, n, k, to);
    const __m128 m = _mm_set1_ps(static_cast<float>(k.m)), kk = _mm_set1_ps(static_cast<float>(k.k)), d = _mm_set1_ps(static_cast<float>(k.d));
    const __m128 none = _mm_set1_ps(std::numeric_limits<float>::quiet_NaN());
    const __m128i need = _mm_set1_epi32(k.need);
    std::size_t r = 0;
    for (; r + 8 <= n; r += 8) {
        const eight_rows t = total(of, r);
        for (int h = 0; h < 2; ++h) {
            const __m128i c4 = _mm_cvtepu16_epi32(h ? _mm_srli_si128(t.count, 8) : t.count);
            const __m128 s = _mm_cvtepi32_ps(_mm_cvtepu16_epi32(h ? _mm_srli_si128(t.sum, 8) : t.sum)), c = _mm_cvtepi32_ps(c4);
            const __m128 v = _mm_div_ps(_mm_add_ps(_mm_mul_ps(m, s), _mm_mul_ps(kk, c)), _mm_mul_ps(d, c));
            const __m128 few = _mm_castsi128_ps(_mm_cmpgt_epi32(need, c4));
            _mm_storeu_ps(to + r + 4 * static_cast<std::size_t>(h), _mm_blendv_ps(v, none, few));
        }
    }
    portable_kernels().finish_f32(of.from(r), n - r, k, to + r);
}

TARGET void classes_f64(const double* from, std::size_t n, std::uint8_t* to) noexcept {
    const __m128d most = _mm_set1_pd(15.0), least = _mm_setzero_pd();
    const __m128i blanks = _mm_set1_epi32(blank_class);
    std::size_t r = 0;
    for (; r + 4 <= n; r += 4) {
        __m128i half[2];
        for (int h = 0; h < 2; ++h) {
            const __m128d v = _mm_loadu_pd(from + r + 2 * static_cast<std::size_t>(h));
            const __m128i whole = _mm_cvttpd_epi32(v);
            const __m128d good = _mm_and_pd(_mm_cmpeq_pd(_mm_cvtepi32_pd(whole), v), _mm_and_pd(_mm_cmpge_pd(v, least), _mm_cmple_pd(v, most)));
            const __m128i good32 = _mm_shuffle_epi32(_mm_castpd_si128(good), 0x08);
            const __m128i nan32 = _mm_shuffle_epi32(_mm_castpd_si128(_mm_cmpunord_pd(v, v)), 0x08);
            const __m128i cls = _mm_blendv_epi8(_mm_set1_epi32(invalid_class), whole, good32);
            half[h] = _mm_blendv_epi8(cls, blanks, nan32);
        }
        const __m128i four = _mm_unpacklo_epi64(half[0], half[1]);
        const __m128i packed = _mm_shuffle_epi8(four, _mm_setr_epi8(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
        const int word = _mm_cvtsi128_si32(packed);
        std::memcpy(to + r, &word, 4);
    }
    portable_kernels().classes_f64(from + r, n - r, to + r);
}

TARGET void mask(const std::uint8_t* validity, std::size_t offset, std::size_t n,
                 std::uint8_t* classes) noexcept {
    if (offset % 8 != 0) return portable_kernels().mask(validity, offset, n, classes);
    const std::uint8_t* bits = validity + offset / 8;
    const __m128i bit_of = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
    const __m128i byte_of = _mm_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    const __m128i blanks = _mm_set1_epi8(static_cast<char>(blank_class));
    std::size_t r = 0;
    for (; r + 16 <= n; r += 16) {
        std::uint16_t sixteen;
        std::memcpy(&sixteen, bits + r / 8, 2);
        if (sixteen == 0xFFFF) continue;
        const __m128i spread = _mm_shuffle_epi8(_mm_cvtsi32_si128(sixteen), byte_of);
        const __m128i present = _mm_cmpeq_epi8(_mm_and_si128(spread, bit_of), bit_of);
        __m128i* at = reinterpret_cast<__m128i*>(classes + r);
        _mm_storeu_si128(at, _mm_blendv_epi8(blanks, _mm_loadu_si128(at), present));
    }
    portable_kernels().mask(validity, offset + r, n - r, classes + r);
}

}  // namespace

const kernels& sse41_kernels() noexcept {
    static constexpr kernels all{run_rows<loop<to_f32>>, run_rows<loop<to_f64>>, run_rows<loop<to_bytes>>, slot_sums,
                                 finish_f32, finish_f64, classes_f64, mask};
    return all;
}

}  // namespace peersupport::scoring

#endif
