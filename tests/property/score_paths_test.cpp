// SPDX-License-Identifier: Apache-2.0
// One plan, one set of answers, many ways in: every way gives the same bits as a reference written from
// docs/instrument-format.md alone.
#include "peersupport/scoring/score.hpp"
#include "random_instrument.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace peersupport {
namespace {

using testing::dice;
using testing::instrument_style;

struct reference_score {
    reason why = reason::scored;
    long double numerator = 0, denominator = 1;
    std::int64_t points = 0;
    int answered = 0;
};

const answer_option* option_of(const response_scale& r, std::int32_t code) {
    for (const auto& o : r.options)
        if (o.code == code) return &o;
    return nullptr;
}

bool enough(const missing_policy& m, int answered, int applicable) {
    const int missing = applicable - answered;
    switch (m.rule) {
        case missing_rule::none_missing: return missing == 0;
        case missing_rule::minimum_answered: return answered >= m.count;
        case missing_rule::minimum_share: return answered * m.share.denominator >= m.share.numerator * applicable;
        case missing_rule::prorate_up_to_count: return missing <= m.count;
        case missing_rule::prorate_up_to_share: return missing * m.share.denominator <= m.share.numerator * applicable;
    }
    return false;
}

/// The plainest reading of the format: one row, one scale.
reference_score reference(const instrument& in, const scale& s, const std::int32_t* row) {
    reference_score to;
    long double points = 0, weight = 0, all_weight = 0, lowest = 0, highest = 0;
    int answered = 0, applicable = 0;
    bool closed = false, other = false;
    const score_rule rule = s.rule == score_rule::subset ? s.subset_of : s.rule;
    for (const std::size_t at : s.scored_items) {
        const item& i = in.items[at];
        const response_scale& r = in.response_scales[i.response_scale];
        std::int32_t low = INT32_MAX, high = INT32_MIN;
        for (const auto& o : r.options) {
            if (o.kind != option_kind::answer) continue;
            low = std::min(low, o.points), high = std::max(high, o.points);
        }
        const answer_option* given = row[at] == blank_code ? nullptr : option_of(r, row[at]);
        if (row[at] != blank_code && !given) return {reason::invalid_code, 0, 1, 0, 0};
        bool missing = !given || given->kind == option_kind::declined || given->kind == option_kind::blank;
        if (!missing && given->kind == option_kind::does_not_apply) {
            other = true;
            continue;
        }
        if (rule == score_rule::gated_mean && i.gate) {
            const std::int32_t code = row[i.gate->item];
            const auto* gate = option_of(in.response_scales[in.items[i.gate->item].response_scale], code);
            if (code != blank_code && !gate) return {reason::invalid_code, 0, 1, 0, 0};
            if (!gate || gate->kind == option_kind::declined || gate->kind == option_kind::blank) missing = true;
            else if (std::find(i.gate->open.begin(), i.gate->open.end(), code) == i.gate->open.end()) {
                closed = true;
                continue;
            }
        }
        ++applicable;
        all_weight += i.weight;
        if (missing) continue;
        const std::int32_t p = i.reverse ? low + high - given->points : given->points;
        ++answered;
        to.points += p;
        points += static_cast<long double>(i.weight) * p;
        weight += i.weight;
        lowest += static_cast<long double>(i.weight) * low;
        highest += static_cast<long double>(i.weight) * high;
    }
    to.answered = answered;
    if (applicable == 0) to.why = closed && !other ? reason::gate_closed : reason::not_applicable;
    else if (answered == 0 || !enough(s.missing, answered, applicable)) to.why = reason::too_few_answered;
    switch (rule) {
        case score_rule::sum: to.numerator = points * all_weight, to.denominator = weight; break;
        case score_rule::percent_of_maximum: to.numerator = 100 * points, to.denominator = highest; break;
        case score_rule::pomp: to.numerator = 100 * (points - lowest), to.denominator = highest - lowest; break;
        default: to.numerator = points, to.denominator = weight;
    }
    to.numerator *= s.multiplier.numerator;
    to.denominator *= s.multiplier.denominator;
    return to;
}

struct made_case {
    instrument in;
    std::vector<std::int32_t> codes;
    std::size_t rows;
    std::vector<double> expected;
    std::vector<std::uint8_t> reasons;
    std::vector<std::int32_t> answered;
    bool has_invalid = false;
};

made_case make(std::uint64_t seed, const instrument_style& style, bool with_invalid) {
    dice d(seed);
    made_case c;
    c.in = testing::random_instrument(d, style);
    c.rows = 1 + d.roll(1300);
    c.codes = testing::random_codes(d, c.in, c.rows, with_invalid);
    for (std::size_t r = 0; r < c.rows; ++r) {
        const std::int32_t* row = c.codes.data() + r * c.in.items.size();
        for (std::size_t i = 0; i < c.in.items.size(); ++i)
            c.has_invalid |= row[i] != blank_code && !option_of(c.in.response_scales[c.in.items[i].response_scale], row[i]);
        for (const scale& s : c.in.scales) {
            const reference_score ref = reference(c.in, s, row);
            c.reasons.push_back(static_cast<std::uint8_t>(ref.why));
            c.answered.push_back(ref.why == reason::invalid_code ? 0 : ref.answered);
            c.expected.push_back(ref.why == reason::scored ? static_cast<double>(ref.numerator) / static_cast<double>(ref.denominator)
                                                           : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return c;
}

/// The same answers as columns of one type; blank is NaN, a cleared bit, or a code of the item that says so.
struct stored {
    std::vector<std::vector<std::byte>> data;
    std::vector<std::vector<std::uint8_t>> bits;
    std::vector<answer_column> columns;
};

template <class T>
void put(std::vector<std::byte>& to, std::size_t at, T value) {
    std::memcpy(to.data() + at, &value, sizeof value);
}

template <class T>
stored store(const made_case& c, cell_type type, std::size_t gap, bool backwards, std::size_t offset = 3) {
    stored s;
    const std::size_t items = c.in.items.size(), step = sizeof(T) * (1 + gap);
    for (std::size_t i = 0; i < items; ++i) {
        auto& data = s.data.emplace_back(c.rows * step + 1);
        auto& bits = s.bits.emplace_back((c.rows + offset) / 8 + 1);
        for (std::size_t r = 0; r < c.rows; ++r) {
            const std::int32_t code = c.codes[r * items + i];
            const std::size_t at = (backwards ? c.rows - 1 - r : r) * step;
            if (code != blank_code) {
                bits[(r + offset) >> 3] = static_cast<std::uint8_t>(bits[(r + offset) >> 3] | 1u << ((r + offset) & 7));
                put(data, at, static_cast<T>(code));
            } else if constexpr (std::is_floating_point_v<T>) {
                put(data, at, std::numeric_limits<T>::quiet_NaN());
            } else {
                put(data, at, static_cast<T>(0));
            }
        }
        answer_column col;
        col.type = type;
        col.stride = backwards ? -static_cast<std::ptrdiff_t>(step) : static_cast<std::ptrdiff_t>(step);
        col.data = data.data() + (backwards ? (c.rows - 1) * step : 0);
        if constexpr (!std::is_floating_point_v<T>) col.validity = bits.data(), col.offset = offset;
        s.columns.push_back(col);
    }
    return s;
}

std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }

void expect_same(const made_case& c, const plan& by, std::span<const answer_column> columns, const char* what) {
    const std::size_t scales = c.in.scales.size();
    for (const instruction_set set : {instruction_set::portable, instruction_set::sse41, instruction_set::avx2}) {
        for (const bool row_major : {true, false}) {
            std::vector<double> f64(c.rows * scales, -1);
            std::vector<float> f32(c.rows * scales, -1);
            std::vector<std::uint8_t> why(c.rows * scales, 99);
            const auto rs = static_cast<std::ptrdiff_t>(row_major ? scales : 1), ss = static_cast<std::ptrdiff_t>(row_major ? 1 : c.rows);
            score_outputs out;
            out.f64 = {f64.data(), rs, ss};
            out.f32 = {f32.data(), rs, ss};
            invalid_report report;
            status s = score_batch_on(set, by, {columns, c.rows}, out, invalid_policy::mark, &report);
            if (s == status::invalid_argument && set != instruction_set::portable) continue;  // this machine lacks the set
            ASSERT_EQ(s, status::ok);
            ASSERT_EQ(report.total > 0, c.has_invalid);
            score_outputs reasons;
            std::vector<std::int32_t> answered(c.rows * scales, -1);
            reasons.reasons = {why.data(), rs, ss};
            reasons.answered = {answered.data(), rs, ss};
            ASSERT_EQ(score_batch_on(set, by, {columns, c.rows}, reasons, invalid_policy::mark), status::ok);
            for (std::size_t r = 0; r < c.rows; ++r) {
                for (std::size_t k = 0; k < scales; ++k) {
                    const std::size_t at = row_major ? r * scales + k : k * c.rows + r;
                    const double want = c.expected[r * scales + k];
                    ASSERT_EQ(bits_of(f64[at]), bits_of(want)) << what << " set " << static_cast<int>(set) << " row " << r << " scale " << k << " got " << f64[at] << " want " << want;
                    const float want32 = std::isnan(want) ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(want);
                    ASSERT_EQ(std::bit_cast<std::uint32_t>(f32[at]), std::bit_cast<std::uint32_t>(want32)) << what << " f32 row " << r;
                    ASSERT_EQ(why[at], c.reasons[r * scales + k]) << what << " reason row " << r << " scale " << k;
                    ASSERT_EQ(answered[at], c.answered[r * scales + k]) << what << " answered row " << r << " scale " << k;
                }
            }
        }
    }
}

void check_case(std::uint64_t seed, const instrument_style& style, bool with_invalid) {
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    const made_case c = make(seed, style, with_invalid);
    const auto by = plan::compile(c.in);
    ASSERT_TRUE(by.has_value()) << static_cast<int>(by.problems().code());
    // One response at a time.
    std::vector<score> one(c.in.scales.size());
    for (std::size_t r = 0; r < c.rows; ++r) {
        const std::span<const std::int32_t> row(c.codes.data() + r * c.in.items.size(), c.in.items.size());
        (void)score_one(by.value(), row, one);
        for (std::size_t s = 0; s < one.size(); ++s) {
            ASSERT_EQ(static_cast<std::uint8_t>(one[s].why), c.reasons[r * one.size() + s]) << "row " << r << " scale " << s;
            ASSERT_EQ(bits_of(one[s].value), bits_of(c.expected[r * one.size() + s])) << "row " << r << " scale " << s;
            if (one[s].why == reason::scored) {
                const reference_score ref = reference(c.in, c.in.scales[s], row.data());
                ASSERT_EQ(static_cast<long double>(one[s].numerator) * ref.denominator, ref.numerator * static_cast<long double>(one[s].denominator));
                ASSERT_EQ(one[s].answered, ref.answered);
            }
        }
    }
    expect_same(c, *by, store<double>(c, cell_type::f64, 0, false).columns, "f64");
    expect_same(c, *by, store<float>(c, cell_type::f32, 1, true).columns, "f32 strided");
    expect_same(c, *by, store<std::int64_t>(c, cell_type::i64, 0, false, 8).columns, "i64 bitmap");
    expect_same(c, *by, store<std::int32_t>(c, cell_type::i32, 2, true).columns, "i32 bitmap strided");
    if (!with_invalid && style.small_codes) {
        expect_same(c, *by, store<std::uint8_t>(c, cell_type::u8, 0, false, 0).columns, "u8 bitmap");
        expect_same(c, *by, store<std::int16_t>(c, cell_type::i16, 0, false).columns, "i16 bitmap");
    }
}

void expect_byte_sums(const made_case& c, const plan& by, std::span<const answer_column> columns) {
    const std::size_t scales = c.in.scales.size();
    for (const instruction_set set : {instruction_set::portable, instruction_set::sse41, instruction_set::avx2}) {
        for (const bool together : {true, false}) {
            std::vector<std::uint8_t> made(c.rows * 16 + c.rows * 2 * scales, 0xEE);
            score_outputs out;
            if (together) {
                out.sums = {made.data(), 16, 1}, out.counts = {made.data() + 8, 16, 1};
            } else {
                out.sums = {made.data(), 1, static_cast<std::ptrdiff_t>(c.rows)};
                out.counts = {made.data() + c.rows * scales, 1, static_cast<std::ptrdiff_t>(c.rows)};
            }
            if (together && scales > 8) continue;
            const status s = score_batch_on(set, by, {columns, c.rows}, out, invalid_policy::mark);
            if (s == status::invalid_argument && set != instruction_set::portable) continue;
            ASSERT_EQ(s, status::ok);
            for (std::size_t r = 0; r < c.rows; ++r) {
                for (std::size_t k = 0; k < scales; ++k) {
                    const reference_score ref = reference(c.in, c.in.scales[k], c.codes.data() + r * c.in.items.size());
                    if (ref.why == reason::invalid_code) continue;
                    const std::size_t at = together ? 16 * r + k : k * c.rows + r;
                    ASSERT_EQ(made[at], ref.points) << "sum, row " << r << " scale " << k;
                    ASSERT_EQ(made[at + (together ? 8 : c.rows * scales)], ref.answered) << "count, row " << r << " scale " << k;
                }
            }
        }
    }
}

/// Bytes row by row, blanks as a declared blank code: the fastest way in.
void check_byte_rows(std::uint64_t seed, std::size_t gap) {
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    dice d(seed);
    instrument_style style;
    style.same_ranges = d.chance(50);
    style.most_items = d.chance(50) ? 15 : 62;
    style.parts = d.chance(80);
    made_case c = make(seed, style, d.chance(30));
    for (auto& r : c.in.response_scales)
        if (!option_of(r, 15)) r.options.push_back({15, option_kind::blank, 0, {}});
    const std::size_t items = c.in.items.size(), stride = items + gap;
    std::vector<std::uint8_t> bytes((c.rows - 1) * stride + items);
    for (std::size_t r = 0; r < c.rows; ++r)
        for (std::size_t i = 0; i < items; ++i) {
            const std::int32_t code = c.codes[r * items + i];
            bytes[r * stride + i] = code == blank_code ? std::uint8_t{15} : code > 255 ? std::uint8_t{200} : static_cast<std::uint8_t>(code);
        }
    const auto by = plan::compile(c.in);
    ASSERT_TRUE(by.has_value());
    std::vector<answer_column> columns;
    for (std::size_t i = 0; i < items; ++i) columns.push_back({bytes.data() + i, cell_type::u8, static_cast<std::ptrdiff_t>(stride), nullptr, 0});
    expect_same(c, *by, columns, "u8 rows");
    if (by->byte_sums()) expect_byte_sums(c, *by, columns);
}

TEST(score_paths, agree_with_the_reference_for_small_codes) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) check_case(seed, {}, seed % 3 == 0);
}

TEST(score_paths, agree_with_the_reference_for_subscales_and_totals) {
    for (std::uint64_t seed = 61; seed <= 90; ++seed) check_case(seed, {true, true, false, false, 40, true}, seed % 3 == 0);
}

TEST(score_paths, agree_with_the_reference_for_mixed_ranges_and_large_codes) {
    for (std::uint64_t seed = 101; seed <= 140; ++seed) check_case(seed, {false, false, false, false, 30, false}, seed % 3 == 0);
    for (std::uint64_t seed = 141; seed <= 170; ++seed) check_case(seed, {true, false, false, false, 30, false}, seed % 3 == 0);
}

TEST(score_paths, agree_with_the_reference_for_weights_and_gates) {
    for (std::uint64_t seed = 201; seed <= 230; ++seed) check_case(seed, {true, false, true, true, 20, false}, seed % 3 == 0);
}

TEST(score_paths, agree_with_the_reference_for_byte_matrices) {
    for (std::uint64_t seed = 301; seed <= 400; ++seed) check_byte_rows(seed, seed % 3);
}

TEST(score_paths, one_invalid_byte_is_found_wherever_it_stands) {
    for (std::uint64_t seed = 501; seed <= 540; ++seed) {
        SCOPED_TRACE(::testing::Message() << "seed " << seed);
        dice d(seed);
        instrument_style style{true, d.chance(50), false, false, d.chance(50) ? 15u : 62u, true};
        const instrument in = testing::random_instrument(d, style);
        const std::size_t rows = 600, items = in.items.size();
        std::vector<std::uint8_t> bytes(rows * items);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const auto& options = in.response_scales[in.items[at % items].response_scale].options;
            bytes[at] = static_cast<std::uint8_t>(options[d.roll(options.size())].code);
        }
        std::vector<answer_column> across, down;
        std::vector<std::uint8_t> turned(rows * items);
        for (std::size_t i = 0; i < items; ++i) {
            across.push_back({bytes.data() + i, cell_type::u8, static_cast<std::ptrdiff_t>(items), nullptr, 0});
            down.push_back({turned.data() + i * rows, cell_type::u8, 1, nullptr, 0});
        }
        const auto by = plan::compile(in);
        ASSERT_TRUE(by.has_value());
        std::vector<double> made(rows * in.scales.size());
        score_outputs out;
        out.f64 = {made.data(), static_cast<std::ptrdiff_t>(in.scales.size()), 1};
        for (int trial = 0; trial < 40; ++trial) {
            const std::size_t at = d.roll(bytes.size());
            const std::uint8_t before = bytes[at];
            do bytes[at] = static_cast<std::uint8_t>(d.roll(256));
            while (option_of(in.response_scales[in.items[at % items].response_scale], bytes[at]));
            for (std::size_t r = 0; r < rows; ++r)
                for (std::size_t i = 0; i < items; ++i) turned[i * rows + r] = bytes[r * items + i];
            for (const instruction_set set : {instruction_set::portable, instruction_set::sse41, instruction_set::avx2}) {
                for (const auto& columns : {across, down}) {
                    invalid_cell place[2];
                    invalid_report report{place, 0};
                    const status s = score_batch_on(set, *by, {columns, rows}, out, invalid_policy::raise, &report);
                    if (s == status::invalid_argument && set != instruction_set::portable) continue;
                    ASSERT_EQ(s, status::invalid_code) << "code " << int{bytes[at]} << " set " << static_cast<int>(set);
                    ASSERT_EQ(report.total, 1u);
                    ASSERT_EQ(place[0].row, at / items);
                    ASSERT_EQ(place[0].item, at % items);
                }
            }
            bytes[at] = before;
        }
    }
}

}  // namespace
}  // namespace peersupport
