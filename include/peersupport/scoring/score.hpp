// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/scoring/answers.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/reason.hpp"
#include "peersupport/text/status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport {

/// One score and what it stands on. Where `why` is not scored, value is NaN and numerator and denominator are 0.
struct score {
    double value = 0;              ///< numerator ÷ denominator in one IEEE division
    std::int64_t numerator = 0;    ///< exact
    std::int64_t denominator = 0;  ///< exact, > 0 where scored
    std::int32_t answered = 0;     ///< items answered
    std::int32_t applicable = 0;   ///< items that applied (answered + missing)
    std::int32_t needed = 0;       ///< answers the missing rule asks for, given `applicable`
    reason why = reason::scored;
};

/// A cell that holds no code of its item. Rows and items count from 0. Never the value.
struct invalid_cell {
    std::size_t row = 0;
    std::size_t item = 0;
    status code = status::invalid_code;  ///< or not_integral
};

/// What to do with invalid cells: refuse the batch, or give reason invalid_code to the scales they touch.
enum class invalid_policy : std::uint8_t { raise, mark };

/// Where invalid cells are reported: the first places.size() of them in row order, and the total.
struct invalid_report {
    std::span<invalid_cell> places;
    std::size_t total = 0;
};

/// A block of the caller's memory, one element for each row and scale; data == nullptr: not wanted.
/// Strides are in elements.
template <class T>
struct score_block {
    T* data = nullptr;
    std::ptrdiff_t row_stride = 0;
    std::ptrdiff_t scale_stride = 0;
};

/// What a batch writes. Values of scores that were not given are NaN (the quiet NaN 0x7ff8000000000000 or
/// 0x7fc00000); ask for `reasons` to tell why.
struct score_outputs {
    score_block<float> f32;    ///< (float)(double value)
    score_block<double> f64;
    score_block<std::uint8_t> sums;    ///< Σ points of the answered items, scored or not; needs plan.byte_sums()
    score_block<std::uint8_t> counts;  ///< answered items; needs plan.byte_sums()
    score_block<std::int64_t> numerators;
    score_block<std::int64_t> denominators;
    score_block<std::int32_t> answered;
    score_block<std::uint8_t> reasons;  ///< the numbers of enum reason
};

/// Scores one response. `codes` has item_count() codes in form order (blank_code = blank), `into`
/// scale_count() places. Returns ok, shape_mismatch or buffer_too_small (sizes), or invalid_code: then the scales that hold an
/// invalid code have that reason and the others are scored. Does not allocate.
status score_one(const plan& by, std::span<const std::int32_t> codes, std::span<score> into) noexcept;

/// Scores a batch into the caller's arrays. Returns ok; shape_mismatch; invalid_argument (byte sums asked of
/// a plan without them); with invalid_policy::raise also invalid_code when any cell is invalid: the outputs
/// are then unspecified and `report` (optional) says where. Does not allocate; starts no threads; rows are
/// independent, so callers may score ranges of rows in threads of their own: the bytes are the same.
status score_batch(const plan& by, const answers& of, const score_outputs& into, invalid_policy policy,
                   invalid_report* report = nullptr) noexcept;

/// The instruction sets scoring can run on. `best` is what this machine offers.
enum class instruction_set : std::uint8_t { portable, sse41, avx2 };
[[nodiscard]] instruction_set best_instruction_set() noexcept;
/// For tests and benchmarks: score_batch on a named set; invalid_argument when the machine lacks it.
status score_batch_on(instruction_set set, const plan& by, const answers& of, const score_outputs& into,
                      invalid_policy policy, invalid_report* report = nullptr) noexcept;

}  // namespace peersupport
