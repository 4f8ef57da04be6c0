// SPDX-License-Identifier: Apache-2.0
// Batches: what is read, what is written and what is said about cells that hold no code. score_test.cpp has the rules.
#include "peersupport/scoring/score.hpp"
#include "guarded_memory.hpp"
#include "instrument_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace peersupport {
namespace {

using namespace testing;

/// Items 1…5 with declined 9 and, where asked for, does-not-apply 8; scale s is the mean of items s and s + 1.
plan pairs_plan(std::size_t items, std::size_t scales, bool may_not_apply = true) {
    response_scale answers = plain(1, 5);
    if (may_not_apply) answers.options.push_back({8, option_kind::does_not_apply, 0, {}});
    answers.options.push_back({9, option_kind::declined, 0, {}});
    instrument_builder b(answers, items);
    for (std::size_t s = 0; s < scales; ++s) b.add_scale(score_rule::mean, {s % items, (s + 1) % items}, at_least(1)).id = "s" + std::to_string(s);
    for (scale& s : b.value.scales)
        if (s.items[0] == s.items[1]) s.items.pop_back(), s.scored_items.pop_back();
    return b.compile();
}

/// Valid codes, different in every cell, row by row.
std::vector<std::uint8_t> some_codes(std::size_t rows, std::size_t items, std::size_t stride, bool may_not_apply = true) {
    static constexpr std::uint8_t codes[] = {1, 2, 3, 4, 5, 9, 8};
    std::vector<std::uint8_t> to(rows == 0 ? 0 : (rows - 1) * stride + items, 77);
    std::uint64_t state = 88172645463325252ULL;
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t i = 0; i < items; ++i) {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            to[r * stride + i] = codes[state % (may_not_apply ? 7 : 6)];
        }
    return to;
}

std::vector<answer_column> byte_columns(const std::uint8_t* data, std::size_t items, std::ptrdiff_t stride, std::ptrdiff_t step = 1) {
    std::vector<answer_column> to(items);
    for (std::size_t i = 0; i < items; ++i) to[i] = {data + static_cast<std::ptrdiff_t>(i) * step, cell_type::u8, stride, nullptr, 0};
    return to;
}

std::vector<score> row_scores(const plan& p, const std::uint8_t* row) {
    std::vector<std::int32_t> codes(row, row + p.item_count());
    std::vector<score> to(p.scale_count());
    (void)score_one(p, codes, to);
    return to;
}

bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }
bool same_bits(float a, double of) {
    const float b = of == of ? static_cast<float>(of) : std::numeric_limits<float>::quiet_NaN();
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

std::vector<instruction_set> sets_for(const plan& p) {
    const std::vector<answer_column> none(p.item_count());
    std::vector<instruction_set> to;
    for (const instruction_set set : {instruction_set::portable, instruction_set::sse41, instruction_set::avx2})
        if (score_batch_on(set, p, {none, 0}, {}, invalid_policy::raise) == status::ok) to.push_back(set);
    return to;
}

TEST(ScoreBatch, WritesEveryLayoutAndNothingBesideIt) {
    for (const std::size_t scales : {1u, 2u, 3u, 7u, 8u, 9u}) {
        const std::size_t items = 10;
        const plan p = pairs_plan(items, scales);
        for (const instruction_set set : sets_for(p)) {
            for (std::size_t rows : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 12u, 13u, 14u, 15u, 16u, 17u, 72u, 513u}) {
                const auto codes = some_codes(rows, items, items);
                const auto columns = byte_columns(codes.data(), items, static_cast<std::ptrdiff_t>(items));
                for (const block_layout& as : layouts_of(rows, scales)) {
                    for (const bool exact : {false, true}) {
                        SCOPED_TRACE(::testing::Message() << scales << " scales, " << rows << " rows, " << as.name << ", set " << static_cast<int>(set));
                        guarded_block<float> f32(as, rows, scales);
                        guarded_block<double> f64(as, rows, scales);
                        guarded_block<std::int64_t> up(as, rows, scales), down(as, rows, scales);
                        guarded_block<std::int32_t> answered(as, rows, scales);
                        guarded_block<std::uint8_t> reasons(as, rows, scales), sums(as, rows, scales), counts(as, rows, scales);
                        score_outputs into;
                        into.f32 = f32.block(), into.f64 = f64.block(), into.answered = answered.block(), into.reasons = reasons.block();
                        if (p.byte_sums()) into.sums = sums.block(), into.counts = counts.block();
                        if (exact) into.numerators = up.block(), into.denominators = down.block();
                        ASSERT_EQ(score_batch_on(set, p, {columns, rows}, into, invalid_policy::raise), status::ok);
                        ASSERT_TRUE(f32.only_the_block_was_written() && f64.only_the_block_was_written());
                        ASSERT_TRUE(answered.only_the_block_was_written() && reasons.only_the_block_was_written());
                        ASSERT_TRUE(sums.only_the_block_was_written() && counts.only_the_block_was_written());
                        ASSERT_TRUE(up.only_the_block_was_written() && down.only_the_block_was_written());
                        for (std::size_t r = 0; r < rows; ++r) {
                            const auto one = row_scores(p, codes.data() + r * items);
                            for (std::size_t s = 0; s < scales; ++s) {
                                ASSERT_TRUE(same_bits(f64.at(r, s), one[s].value) && same_bits(f32.at(r, s), one[s].value)) << r << ' ' << s;
                                ASSERT_EQ(answered.at(r, s), one[s].answered);
                                ASSERT_EQ(reasons.at(r, s), static_cast<std::uint8_t>(one[s].why));
                                if (!exact) continue;
                                ASSERT_EQ(up.at(r, s), one[s].numerator);
                                ASSERT_EQ(down.at(r, s), one[s].denominator);
                            }
                        }
                    }
                }
            }
        }
    }
}

TEST(ScoreBatch, WritesEachOutputAloneAndNothingBesideIt) {
    for (const std::size_t scales : {1u, 5u, 8u}) {
        const plan p = pairs_plan(10, scales, false);
        ASSERT_TRUE(p.byte_sums());
        for (const instruction_set set : sets_for(p)) {
            for (const std::size_t rows : {1u, 7u, 8u, 9u, 17u, 65u, 520u}) {
                const auto codes = some_codes(rows, 10, 10, false);
                const auto columns = byte_columns(codes.data(), 10, 10);
                for (const block_layout& as : layouts_of(rows, scales)) {
                    const auto run = [&](auto member, auto value) {
                        guarded_block<decltype(value)> block(as, rows, scales);
                        score_outputs into;
                        into.*member = block.block();
                        EXPECT_EQ(score_batch_on(set, p, {columns, rows}, into, invalid_policy::raise), status::ok);
                        EXPECT_TRUE(block.only_the_block_was_written()) << as.name << ' ' << rows << ' ' << scales;
                        return block;
                    };
                    const auto f32 = run(&score_outputs::f32, 0.0F);
                    const auto f64 = run(&score_outputs::f64, 0.0);
                    const auto sums = run(&score_outputs::sums, std::uint8_t{});
                    const auto counts = run(&score_outputs::counts, std::uint8_t{});
                    for (std::size_t r = 0; r < rows; ++r) {
                        const auto one = row_scores(p, codes.data() + r * 10);
                        for (std::size_t s = 0; s < scales; ++s) {
                            ASSERT_TRUE(same_bits(f64.at(r, s), one[s].value) && same_bits(f32.at(r, s), one[s].value));
                            ASSERT_EQ(counts.at(r, s), one[s].answered);
                            ASSERT_EQ(sums.at(r, s), one[s].why == reason::scored ? one[s].numerator : 0);
                        }
                    }
                }
            }
        }
    }
}

// A form may have no scale: an output of no columns has no element to write.
TEST(ScoreBatch, WritesNothingForAFormWithoutScales) {
    const plan p = pairs_plan(4, 0);
    const auto codes = some_codes(40, 4, 4);
    const auto columns = byte_columns(codes.data(), 4, 4);
    for (const instruction_set set : sets_for(p)) {
        guarded_block<float> f32({"no column", 0, 1}, 40, 0);
        guarded_block<double> f64({"no column", 0, 1}, 40, 0);
        score_outputs into;
        into.f32 = f32.block(), into.f64 = f64.block();
        EXPECT_EQ(score_batch_on(set, p, {columns, 40}, into, invalid_policy::raise), status::ok);
        EXPECT_TRUE(f32.only_the_block_was_written() && f64.only_the_block_was_written());
    }
}

#if PEERSUPPORT_TEST_PAGES
/// Scores bytes that end with their page; a read past them ends the (child) process with a signal.
void score_at_page_end(instruction_set set, std::size_t width, bool row_major) {
    const plan p = pairs_plan(width, std::min<std::size_t>(width, 8));
    for (const std::size_t rows : {1u, 2u, 8u, 17u, 512u, 513u, 514u, 520u, 1026u}) {
        for (const std::size_t gap : {0u, 3u}) {
            const auto codes = row_major ? some_codes(rows, width, width + gap) : some_codes(width, rows, rows + gap);
            const bytes_at_page_end memory(codes);
            const auto columns = row_major ? byte_columns(memory.data(), width, static_cast<std::ptrdiff_t>(width + gap))
                                           : byte_columns(memory.data(), width, 1, static_cast<std::ptrdiff_t>(rows + gap));
            std::vector<float> values(rows * p.scale_count());
            score_outputs into;
            into.f32 = {values.data(), static_cast<std::ptrdiff_t>(p.scale_count()), 1};
            if (score_batch_on(set, p, {columns, rows}, into, invalid_policy::raise) != status::ok) std::_Exit(1);
        }
    }
    std::_Exit(0);
}

TEST(ScoreBatchDeathTest, NeverReadsPastTheLastCellOfAMatrix) {
    for (const instruction_set set : sets_for(pairs_plan(2, 1)))
        for (std::size_t width = 1; width <= 64; ++width)
            EXPECT_EXIT(score_at_page_end(set, width, true), ::testing::ExitedWithCode(0), "") << "width " << width << ", set " << static_cast<int>(set);
}

TEST(ScoreBatchDeathTest, NeverReadsPastTheLastCellOfAColumn) {
    for (const instruction_set set : sets_for(pairs_plan(2, 1)))
        for (const std::size_t width : {1u, 2u, 9u, 33u})
            EXPECT_EXIT(score_at_page_end(set, width, false), ::testing::ExitedWithCode(0), "") << "width " << width << ", set " << static_cast<int>(set);
}

TEST(ScoreBatchDeathTest, NeverReadsPastTheLastByteOfAValidityBitmap) {
    const plan p = pairs_plan(1, 1);
    const auto run = [&p](std::size_t rows, std::size_t offset) {
        const bytes_at_page_end bits(std::vector<std::uint8_t>((rows + offset + 7) / 8, 0xFF));
        const auto codes = some_codes(rows, 1, 1);
        const answer_column column{codes.data(), cell_type::u8, 1, bits.data(), offset};
        std::vector<double> values(rows);
        score_outputs into;
        into.f64 = {values.data(), 1, 1};
        std::_Exit(score_batch(p, {{&column, 1}, rows}, into, invalid_policy::raise) == status::ok ? 0 : 1);
    };
    for (const std::size_t rows : {1u, 8u, 31u, 32u, 33u, 512u, 513u})
        for (const std::size_t offset : {0u, 1u, 8u, 15u}) EXPECT_EXIT(run(rows, offset), ::testing::ExitedWithCode(0), "") << rows << ' ' << offset;
}
#endif

TEST(ScoreBatch, ReadsCellsThatAreNotAligned) {
    const plan p = pairs_plan(3, 2);
    const std::size_t rows = 70;
    const auto codes = some_codes(rows, 3, 3);
    const auto check = [&](auto value, cell_type type) {
        using T = decltype(value);
        for (std::size_t shift = 0; shift < sizeof(T); ++shift) {
            for (const std::size_t stride : {3 * sizeof(T), 3 * sizeof(T) + 1}) {
                std::vector<std::uint8_t> memory(shift + rows * stride + sizeof(T));
                for (std::size_t r = 0; r < rows; ++r)
                    for (std::size_t i = 0; i < 3; ++i) {
                        const T cell = static_cast<T>(codes[3 * r + i]);
                        std::memcpy(memory.data() + shift + r * stride + i * sizeof(T), &cell, sizeof cell);
                    }
                std::array<answer_column, 3> columns;
                for (std::size_t i = 0; i < 3; ++i)
                    columns[i] = {memory.data() + shift + i * sizeof(T), type, static_cast<std::ptrdiff_t>(stride), nullptr, 0};
                std::vector<double> values(2 * rows);
                score_outputs into;
                into.f64 = {values.data(), 2, 1};
                ASSERT_EQ(score_batch(p, {columns, rows}, into, invalid_policy::raise), status::ok);
                for (std::size_t r = 0; r < rows; ++r)
                    for (std::size_t s = 0; s < 2; ++s) ASSERT_TRUE(same_bits(values[2 * r + s], row_scores(p, &codes[3 * r])[s].value));
            }
        }
    };
    check(std::int8_t{}, cell_type::i8), check(std::uint8_t{}, cell_type::u8), check(std::int16_t{}, cell_type::i16);
    check(std::uint16_t{}, cell_type::u16), check(std::int32_t{}, cell_type::i32), check(std::uint32_t{}, cell_type::u32);
    check(std::int64_t{}, cell_type::i64), check(std::uint64_t{}, cell_type::u64), check(0.0F, cell_type::f32), check(0.0, cell_type::f64);
}

TEST(ScoreBatch, ReadsRowsBackwardsAndOneCellForAllRows) {
    const plan p = pairs_plan(1, 1);
    const std::uint8_t codes[] = {1, 2, 3};
    std::array<double, 3> values{};
    score_outputs into;
    into.f64 = {values.data(), 1, 1};
    const answer_column backwards{codes + 2, cell_type::u8, -1, nullptr, 0};
    ASSERT_EQ(score_batch(p, {{&backwards, 1}, 3}, into, invalid_policy::raise), status::ok);
    EXPECT_EQ(values, (std::array{3.0, 2.0, 1.0}));
    const answer_column same{codes + 1, cell_type::u8, 0, nullptr, 0};
    ASSERT_EQ(score_batch(p, {{&same, 1}, 3}, into, invalid_policy::raise), status::ok);
    EXPECT_EQ(values, (std::array{2.0, 2.0, 2.0}));
}

TEST(ScoreBatch, GivesTheSameBytesForRangesOfRowsAsForTheWhole) {
    const plan p = pairs_plan(9, 5);
    const std::size_t rows = 1100;
    const auto codes = some_codes(rows, 9, 9);
    std::vector<float> whole(rows * 5), parts(rows * 5);
    const auto score_rows = [&](std::size_t from, std::size_t to, std::vector<float>& values) {
        score_outputs into;
        into.f32 = {values.data() + from * 5, 5, 1};
        EXPECT_EQ(score_batch(p, {byte_columns(codes.data() + from * 9, 9, 9), to - from}, into, invalid_policy::raise), status::ok);
    };
    score_rows(0, rows, whole);
    for (const std::size_t cut : {1u, 8u, 9u, 511u, 513u, 1099u}) {
        std::ranges::fill(parts, 0.0F);
        score_rows(cut, rows, parts);  // the later part first, as a thread might
        score_rows(0, cut, parts);
        EXPECT_EQ(std::memcmp(whole.data(), parts.data(), whole.size() * sizeof(float)), 0) << cut;
    }
}

TEST(ScoreBatch, RefusesColumnsThatDoNotFitThePlan) {
    const plan p = pairs_plan(3, 2);
    const auto codes = some_codes(1, 3, 3);
    auto columns = byte_columns(codes.data(), 3, 3);
    EXPECT_EQ(score_batch(p, {std::span(columns).first(2), 1}, {}, invalid_policy::raise), status::shape_mismatch);
    columns[1].data = nullptr;
    EXPECT_EQ(score_batch(p, {columns, 1}, {}, invalid_policy::raise), status::invalid_argument);
    EXPECT_EQ(score_batch(p, {columns, 0}, {}, invalid_policy::raise), status::ok);
    columns[1] = columns[0], columns[1].type = static_cast<cell_type>(12);
    EXPECT_EQ(score_batch(p, {columns, 1}, {}, invalid_policy::raise), status::invalid_argument);
}

TEST(ScoreBatch, RefusesByteSumsOfAPlanWithoutThem) {
    instrument_builder b(likert(-1, 5), 2);
    b.add_scale(score_rule::sum);
    const std::uint8_t codes[] = {1, 2};
    std::uint8_t to[1];
    const plan p = b.compile();
    for (auto member : {&score_outputs::sums, &score_outputs::counts}) {
        score_outputs into;
        into.*member = {to, 1, 1};
        EXPECT_EQ(score_batch(p, {byte_columns(codes, 2, 2), 1}, into, invalid_policy::raise), status::invalid_argument);
    }
}

TEST(ScoreBatch, TellsTheFirstInvalidCellsInRowOrderAndTheirTotal) {
    const plan p = pairs_plan(3, 2);
    std::vector<std::uint8_t> codes = some_codes(2000, 3, 3);
    std::vector<std::size_t> wrong;
    for (std::size_t at = 5; at < codes.size(); at += 17) codes[at] = at % 2 ? 6 : 200, wrong.push_back(at);
    for (const bool by_columns : {false, true}) {
        std::vector<std::uint8_t> turned(codes.size());
        for (std::size_t at = 0; at < codes.size(); ++at) turned[at % 3 * 2000 + at / 3] = codes[at];
        const auto columns = by_columns ? byte_columns(turned.data(), 3, 1, 2000) : byte_columns(codes.data(), 3, 3);
        std::vector<invalid_cell> places(100);
        invalid_report report{places, 99};
        std::vector<float> values(4000);
        score_outputs into;
        into.f32 = {values.data(), 2, 1};
        EXPECT_EQ(score_batch(p, {columns, 2000}, into, invalid_policy::raise, &report), status::invalid_code);
        EXPECT_EQ(report.total, wrong.size());
        for (std::size_t at = 0; at < places.size(); ++at)
            EXPECT_TRUE(places[at].row * 3 + places[at].item == wrong[at] && places[at].code == status::invalid_code) << at;
        EXPECT_EQ(score_batch(p, {columns, 2000}, into, invalid_policy::mark, &report), status::ok);
        EXPECT_EQ(report.total, wrong.size());
        EXPECT_EQ(score_batch(p, {columns, 1}, into, invalid_policy::raise, &report), status::ok);
        EXPECT_EQ(report.total, 0u);
    }
}

TEST(ScoreBatch, FindsInvalidCodesWhenNothingIsToBeWritten) {
    const plan p = pairs_plan(3, 2);
    const std::uint8_t codes[] = {1, 2, 3, 4, 6, 5};
    for (const auto& columns : {byte_columns(codes, 3, 1, 2), byte_columns(codes, 3, 3)})
        EXPECT_EQ(score_batch(p, {columns, 2}, {}, invalid_policy::raise), status::invalid_code);
}

TEST(ScoreBatch, MarksOnlyTheScalesAnInvalidCodeTouches) {
    const plan p = pairs_plan(4, 3, false);
    std::uint8_t codes[] = {1, 2, 3, 5, 1, 6, 3, 5};
    const auto columns = byte_columns(codes, 4, 4);
    double f64[6];
    std::uint8_t reasons[6], sums[6], counts[6];
    const score_outputs into{.f32 = {}, .f64 = {f64, 3, 1}, .sums = {sums, 3, 1}, .counts = {counts, 3, 1}, .numerators = {},
                             .denominators = {}, .answered = {}, .reasons = {reasons, 3, 1}};
    ASSERT_EQ(score_batch(p, {columns, 2}, into, invalid_policy::mark), status::ok);
    const std::uint8_t expected[] = {0, 0, 0, 4, 4, 0}, added[] = {3, 5, 8, 1, 3, 8}, answered[] = {2, 2, 2, 1, 1, 2};
    for (std::size_t at = 0; at < 6; ++at) {
        EXPECT_EQ(reasons[at], expected[at]);
        EXPECT_EQ(std::bit_cast<std::uint64_t>(f64[at]) == 0x7ff8000000000000ULL, expected[at] != 0);
        EXPECT_EQ(sums[at], added[at]);
        EXPECT_EQ(counts[at], answered[at]);
    }
    EXPECT_EQ(f64[5], 4);
}

/// What one cell of a column is: its code, −1 blank, −2 no code, −3 not whole.
template <class T>
int cell_is(T cell, cell_type type, std::size_t offset = 0, const std::uint8_t* validity = nullptr) {
    instrument_builder b(plain(0, 5), 1);
    b.add_scale(score_rule::sum);
    const std::array<T, 3> three{cell, cell, cell};
    const answer_column column{three.data(), type, sizeof(T), validity, offset};
    double value = 0;
    std::uint8_t why = 9;
    invalid_cell place;
    invalid_report report{{&place, 1}, 0};
    score_outputs into;
    into.f64 = {&value, 1, 1}, into.reasons = {&why, 1, 1};
    const status s = score_batch(b.compile(), {{&column, 1}, 1}, into, invalid_policy::raise, &report);
    if (s == status::invalid_code) return place.code == status::not_integral ? -3 : -2;
    return why == 1 ? -1 : static_cast<int>(value);
}

TEST(ScoreBatch, ReadsEachCellAsTheCodeItHoldsOrAsNone) {
    constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [cell, is] : {std::pair{3.0, 3}, {-0.0, 0}, {nan, -1}, {-nan, -1}, {inf, -2}, {-inf, -2}, {2.5, -3}, {-0.5, -3}, {1e300, -2}, {6.0, -2}, 
                                  {5e-324, -3}}) {
        EXPECT_EQ(cell_is(cell, cell_type::f64), is) << cell;
        const bool fits_float = cell != 5e-324 && cell != 1e300;
        EXPECT_EQ(fits_float ? cell_is(static_cast<float>(cell), cell_type::f32) : is, is) << cell;
    }
    EXPECT_EQ(cell_is(std::uint64_t{1} << 63, cell_type::u64), -2);
    EXPECT_EQ(cell_is((std::uint64_t{1} << 32) + 3, cell_type::u64), -2);
    EXPECT_EQ(cell_is(~std::uint64_t{0}, cell_type::u64), -2);
    EXPECT_EQ(cell_is(std::int64_t{-1}, cell_type::i64), -2);
    EXPECT_EQ(cell_is(INT64_MIN, cell_type::i64), -2);
    EXPECT_EQ(cell_is(INT32_MIN, cell_type::i32), -2);  // blank_code is score_one's alone
    EXPECT_EQ(cell_is(std::uint16_t{259}, cell_type::u16), -2);
    EXPECT_EQ(cell_is(std::int8_t{-1}, cell_type::i8), -2);
    EXPECT_EQ(cell_is(std::uint8_t{1}, cell_type::bool_byte), 1);
    EXPECT_EQ(cell_is(std::uint8_t{0xFE}, cell_type::bool_bit), 0);
    EXPECT_EQ(cell_is(std::uint8_t{0x08}, cell_type::bool_bit, 3), 1);
    EXPECT_EQ(cell_is(std::uint8_t{0xF7}, cell_type::bool_bit, 11), 0);
    const std::uint8_t absent[] = {0xFF, 0xF7};
    EXPECT_EQ(cell_is(std::uint8_t{0xFF}, cell_type::bool_bit, 11, absent), -1);
    EXPECT_EQ(cell_is(std::uint8_t{99}, cell_type::u8, 11, absent), -1);  // an absent cell holds nothing, whatever its bytes
    EXPECT_EQ(cell_is(nan, cell_type::f64, 10, absent), -1);
}

}  // namespace
}  // namespace peersupport
