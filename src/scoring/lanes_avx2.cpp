// SPDX-License-Identifier: Apache-2.0
#include "scoring/lanes.hpp"
#include "scoring/row_dispatch.hpp"

#if PEERSUPPORT_X86

#include <immintrin.h>

#include <cstring>
#include <limits>

#define TARGET __attribute__((target("avx2")))
#define INLINE __attribute__((target("avx2"), always_inline)) inline

namespace peersupport::scoring {
namespace {

INLINE __m256i constant(const std::uint8_t* p) { return _mm256_load_si256(reinterpret_cast<const __m256i*>(p)); }
INLINE __m256i doubled(const std::uint8_t* p) {
    return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(p)));
}
INLINE __m256i bytes(const std::uint8_t* p) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)); }
INLINE __m256i two_rows(const std::uint8_t* first, const std::uint8_t* second) {
    return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(first))),
                                   _mm_loadu_si128(reinterpret_cast<const __m128i*>(second)), 1);
}

/// A row program in registers, or at least in locals that no store can alias.
template <std::size_t Windows, std::size_t Tables>
struct held {
    std::size_t offset[Windows], window[row_pairs];
    __m256i table[Tables], mask[Windows][Tables], gather[row_pairs][Windows], one[row_pairs], pick, total_mask[row_scales];
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
    __m256i codes, mapped;
};

/// Two rows at a time, one in each half; otherwise as in lanes_sse41.cpp.
template <std::size_t Across, std::size_t Windows, std::size_t Tables>
INLINE __m256i add_rows(const held<Windows, Tables>& p, const std::uint8_t* x, const std::uint8_t* y, seen& all) {
    const __m256i zero = _mm256_setzero_si256();
    __m256i mapped[Windows];
    for (std::size_t w = 0; w < Windows; ++w) {
        const __m256i codes = two_rows(x + p.offset[w], y + p.offset[w]);
        __m256i m = _mm256_shuffle_epi8(p.table[0], codes);
        for (std::size_t t = 1; t < Tables; ++t) m = _mm256_blendv_epi8(m, _mm256_shuffle_epi8(p.table[t], codes), p.mask[w][t]);
        all.codes = _mm256_or_si256(all.codes, codes);
        all.mapped = _mm256_or_si256(all.mapped, m);
        mapped[w] = m;
    }
    __m256i total[row_pairs];
    for (std::size_t q = 0; q < Across; ++q) {
        __m256i g = _mm256_shuffle_epi8(mapped[0], p.gather[q][0]);
        for (std::size_t w = 1; w < Windows; ++w) g = _mm256_or_si256(g, _mm256_shuffle_epi8(mapped[w], p.gather[q][w]));
        total[q] = _mm256_sad_epu8(g, zero);
    }
    for (std::size_t q = Across; q < row_pairs; ++q)
        total[q] = _mm256_sad_epu8(_mm256_shuffle_epi8(mapped[p.window[q]], p.one[q]), zero);
    const __m256i both = _mm256_packs_epi32(_mm256_packs_epi32(total[0], total[1]), _mm256_packs_epi32(total[2], total[3]));
    const __m256i slots = _mm256_packus_epi16(_mm256_and_si256(both, _mm256_set1_epi16(63)), _mm256_srli_epi16(both, 6));
    __m256i out = _mm256_shuffle_epi8(slots, p.pick);
    for (std::size_t t = 0; t < p.totals; ++t) {
        const __m256i sum = _mm256_sad_epu8(_mm256_and_si256(slots, p.total_mask[t]), zero);
        out = _mm256_or_si256(out, _mm256_sll_epi64(sum, p.total_shift[t]));
    }
    return out;
}

/// Only bytes of items count: a row narrower than a window is read together with what follows it.
INLINE bool all_valid(const row_program& row, const seen& all) {
    const __m256i high = _mm256_and_si256(constant(row.item_bytes), _mm256_set1_epi8(static_cast<char>(own_invalid_bits)));
    const __m256i flag = _mm256_and_si256(constant(row.item_bytes), _mm256_set1_epi8(-128));
    return _mm256_testz_si256(all.codes, high) && _mm256_testz_si256(all.mapped, flag);
}

struct to_f32 {
    using type = float;
    struct constants {
        __m256 m, k, d;
        __m256i need;
        INLINE explicit constants(const row_program& row)
            : m(_mm256_load_ps(row.m32)), k(_mm256_load_ps(row.k32)), d(_mm256_load_ps(row.d32)),
              need(_mm256_load_si256(reinterpret_cast<const __m256i*>(row.need))) {}
    };
    INLINE static void store(const constants& k, __m128i o, float* to) {
        const __m256i c = _mm256_cvtepu8_epi32(_mm_srli_si128(o, 8));
        const __m256 sum = _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(o)), count = _mm256_cvtepi32_ps(c);
        const __m256 up = _mm256_add_ps(_mm256_mul_ps(k.m, sum), _mm256_mul_ps(k.k, count));
        const __m256 value = _mm256_div_ps(up, _mm256_mul_ps(k.d, count));
        const __m256 few = _mm256_castsi256_ps(_mm256_cmpgt_epi32(k.need, c));
        _mm256_storeu_ps(to, _mm256_blendv_ps(value, _mm256_set1_ps(std::numeric_limits<float>::quiet_NaN()), few));
    }
};

struct to_f64 {
    using type = double;
    struct constants {
        __m256d m[2], k[2], d[2];
        __m128i need[2];
        INLINE explicit constants(const row_program& row) {
            for (int h = 0; h < 2; ++h) {
                m[h] = _mm256_load_pd(row.m64 + 4 * h), k[h] = _mm256_load_pd(row.k64 + 4 * h), d[h] = _mm256_load_pd(row.d64 + 4 * h);
                need[h] = _mm_load_si128(reinterpret_cast<const __m128i*>(row.need + 4 * h));
            }
        }
    };
    INLINE static void store(const constants& k, __m128i o, double* to) {
        const __m256i s8 = _mm256_cvtepu8_epi32(o), c8 = _mm256_cvtepu8_epi32(_mm_srli_si128(o, 8));
        for (int h = 0; h < 2; ++h) {
            const __m128i c = h ? _mm256_extracti128_si256(c8, 1) : _mm256_castsi256_si128(c8);
            const __m128i s = h ? _mm256_extracti128_si256(s8, 1) : _mm256_castsi256_si128(s8);
            const __m256d sum = _mm256_cvtepi32_pd(s), count = _mm256_cvtepi32_pd(c);
            const __m256d up = _mm256_add_pd(_mm256_mul_pd(k.m[h], sum), _mm256_mul_pd(k.k[h], count));
            const __m256d value = _mm256_div_pd(up, _mm256_mul_pd(k.d[h], count));
            const __m256d few = _mm256_castsi256_pd(_mm256_cvtepi32_epi64(_mm_cmpgt_epi32(k.need[h], c)));
            _mm256_storeu_pd(to + 4 * h, _mm256_blendv_pd(value, _mm256_set1_pd(std::numeric_limits<double>::quiet_NaN()), few));
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
        seen all{_mm256_setzero_si256(), _mm256_setzero_si256()};
        std::size_t r = 0;
        for (; r + 2 <= n; r += 2, x += 2 * stride, to += 2 * to_stride) {
            const __m256i o = add_rows<Across>(p, x, x + stride, all);
            Output::store(c, _mm256_castsi256_si128(o), to);
            Output::store(c, _mm256_extracti128_si256(o, 1), to + to_stride);
        }
        if (r < n) Output::store(c, _mm256_castsi256_si128(add_rows<Across>(p, x, x, all)), to);
        return all_valid(row, all);
    }
};

TARGET bool slot_sums(const std::uint8_t* const* classes, const lane_table* const* tables, std::size_t items, std::size_t n,
                 std::uint8_t invalid_bits, std::uint8_t* value, std::uint8_t* count) noexcept {
    __m256i bad_class = _mm256_setzero_si256(), bad_code = _mm256_setzero_si256();
    std::size_t r = 0;
    for (; r + 32 <= n; r += 32) {
        __m256i v = _mm256_setzero_si256(), c = _mm256_setzero_si256();
        for (std::size_t i = 0; i < items; ++i) {
            const __m256i x = bytes(classes[i] + r);
            const __m256i answered = _mm256_shuffle_epi8(doubled(tables[i]->answered.data()), x);
            v = _mm256_add_epi8(v, _mm256_shuffle_epi8(doubled(tables[i]->value.data()), x));
            c = _mm256_add_epi8(c, answered);
            bad_class = _mm256_or_si256(bad_class, x);
            bad_code = _mm256_or_si256(bad_code, answered);
        }
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(value + r), v);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(count + r), c);
    }
    const bool good = _mm256_testz_si256(bad_class, _mm256_set1_epi8(static_cast<char>(invalid_bits))) &&
                      _mm256_testz_si256(bad_code, _mm256_set1_epi8(-128));
    if (r == n) return good;
    const std::uint8_t* rest[slot_items];
    for (std::size_t i = 0; i < items; ++i) rest[i] = classes[i] + r;
    return portable_kernels().slot(rest, tables, items, n - r, invalid_bits, value + r, count + r) && good;
}

struct eight_rows {
    __m128i sum, count;  ///< sixteen bits each
};

INLINE eight_rows total(const slot_columns& of, std::size_t r) {
    const auto at = [r](const std::uint8_t* p) __attribute__((target("avx2"), always_inline)) {
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
    const __m256d m = _mm256_set1_pd(k.m), kk = _mm256_set1_pd(k.k), d = _mm256_set1_pd(k.d);
    const __m256d none = _mm256_set1_pd(std::numeric_limits<double>::quiet_NaN());
    const __m128i need = _mm_set1_epi32(k.need);
    std::size_t r = 0;
    for (; r + 8 <= n; r += 8) {
        const eight_rows t = total(of, r);
        for (int h = 0; h < 2; ++h) {
            const __m128i c4 = _mm_cvtepu16_epi32(h ? _mm_srli_si128(t.count, 8) : t.count);
            const __m256d s = _mm256_cvtepi32_pd(_mm_cvtepu16_epi32(h ? _mm_srli_si128(t.sum, 8) : t.sum)), c = _mm256_cvtepi32_pd(c4);
            const __m256d v = _mm256_div_pd(_mm256_add_pd(_mm256_mul_pd(m, s), _mm256_mul_pd(kk, c)), _mm256_mul_pd(d, c));
            const __m256d few = _mm256_castsi256_pd(_mm256_cvtepi32_epi64(_mm_cmpgt_epi32(need, c4)));
            _mm256_storeu_pd(to + r + 4 * static_cast<std::size_t>(h), _mm256_blendv_pd(v, none, few));
        }
    }
    portable_kernels().finish_f64(of.from(r), n - r, k, to + r);
}

TARGET void finish_f32(const slot_columns& of, std::size_t n, const finish_constants& k, float* to) noexcept {
    if (!k.exact_in_float) return portable_kernels().finish_f32(of, n, k, to);
    const __m256 m = _mm256_set1_ps(static_cast<float>(k.m)), kk = _mm256_set1_ps(static_cast<float>(k.k)), d = _mm256_set1_ps(static_cast<float>(k.d));
    const __m256 none = _mm256_set1_ps(std::numeric_limits<float>::quiet_NaN());
    const __m256i need = _mm256_set1_epi32(k.need);
    std::size_t r = 0;
    for (; r + 8 <= n; r += 8) {
        const eight_rows t = total(of, r);
        const __m256i c8 = _mm256_cvtepu16_epi32(t.count);
        const __m256 s = _mm256_cvtepi32_ps(_mm256_cvtepu16_epi32(t.sum)), c = _mm256_cvtepi32_ps(c8);
        const __m256 v = _mm256_div_ps(_mm256_add_ps(_mm256_mul_ps(m, s), _mm256_mul_ps(kk, c)), _mm256_mul_ps(d, c));
        _mm256_storeu_ps(to + r, _mm256_blendv_ps(v, none, _mm256_castsi256_ps(_mm256_cmpgt_epi32(need, c8))));
    }
    portable_kernels().finish_f32(of.from(r), n - r, k, to + r);
}

INLINE __m128i four_classes(__m256d v, __m128i blanks) {
    const __m128i whole = _mm256_cvttpd_epi32(v);
    const __m256d good = _mm256_and_pd(_mm256_cmp_pd(_mm256_cvtepi32_pd(whole), v, _CMP_EQ_OQ),
                                       _mm256_and_pd(_mm256_cmp_pd(v, _mm256_setzero_pd(), _CMP_GE_OQ),
                                                     _mm256_cmp_pd(v, _mm256_set1_pd(15.0), _CMP_LE_OQ)));
    const auto narrow = [](__m256d mask) __attribute__((target("avx2"), always_inline)) {
        const __m256i picked = _mm256_permutevar8x32_epi32(_mm256_castpd_si256(mask), _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
        return _mm256_castsi256_si128(picked);
    };
    const __m128i cls = _mm_blendv_epi8(_mm_set1_epi32(invalid_class), whole, narrow(good));
    return _mm_blendv_epi8(cls, blanks, narrow(_mm256_cmp_pd(v, v, _CMP_UNORD_Q)));
}

TARGET void classes_f64(const double* from, std::size_t n, std::uint8_t* to) noexcept {
    const __m128i blanks = _mm_set1_epi32(blank_class);
    std::size_t r = 0;
    for (; r + 16 <= n; r += 16) {
        __m128i four[4];
        for (std::size_t q = 0; q < 4; ++q) four[q] = four_classes(_mm256_loadu_pd(from + r + 4 * q), blanks);
        const __m128i all = _mm_packus_epi16(_mm_packs_epi32(four[0], four[1]), _mm_packs_epi32(four[2], four[3]));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + r), all);
    }
    portable_kernels().classes_f64(from + r, n - r, to + r);
}

TARGET void mask(const std::uint8_t* validity, std::size_t offset, std::size_t n,
                 std::uint8_t* classes) noexcept {
    if (offset % 8 != 0) return portable_kernels().mask(validity, offset, n, classes);
    const std::uint8_t* bits = validity + offset / 8;
    const __m256i bit_of = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201ULL));
    const __m256i byte_of = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
    const __m256i blanks = _mm256_set1_epi8(static_cast<char>(blank_class));
    std::size_t r = 0;
    for (; r + 32 <= n; r += 32) {
        std::uint32_t word;
        std::memcpy(&word, bits + r / 8, 4);
        if (word == 0xFFFFFFFFu) continue;
        const __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<int>(word)), byte_of);
        const __m256i present = _mm256_cmpeq_epi8(_mm256_and_si256(spread, bit_of), bit_of);
        __m256i* at = reinterpret_cast<__m256i*>(classes + r);
        _mm256_storeu_si256(at, _mm256_blendv_epi8(blanks, _mm256_loadu_si256(at), present));
    }
    portable_kernels().mask(validity, offset + r, n - r, classes + r);
}

}  // namespace

const kernels& avx2_kernels() noexcept {
    static constexpr kernels all{run_rows<loop<to_f32>>, run_rows<loop<to_f64>>, run_rows<loop<to_bytes>>, slot_sums,
                                 finish_f32, finish_f64, classes_f64, mask};
    return all;
}

}  // namespace peersupport::scoring

#endif
