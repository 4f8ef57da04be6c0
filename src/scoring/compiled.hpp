// SPDX-License-Identifier: Apache-2.0
// What a plan holds: a form of an instrument, compiled so that scoring is table look-ups and additions.
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/scoring/reason.hpp"
#include "scoring/graded_response.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace peersupport::scoring {

enum class meaning_kind : std::uint8_t { answer, missing, does_not_apply, invalid };

/// What a code says about its item. Points are after reversal.
struct code_meaning {
    meaning_kind kind = meaning_kind::invalid;
    std::int32_t points = 0;
};

/// Codes a cell reader writes for cells that hold no code at all; outside the ±1,000,000 an instrument may use.
inline constexpr std::int32_t no_answer = INT32_MIN;
inline constexpr std::int32_t out_of_range = INT32_MIN + 1;
inline constexpr std::int32_t not_whole = INT32_MIN + 2;

inline constexpr std::size_t near_codes = 64;

struct compiled_item {
    std::string id;
    std::array<code_meaning, near_codes> near{};                    ///< codes 0…63
    std::vector<std::pair<std::int32_t, code_meaning>> far;         ///< other codes, ascending
    std::optional<code_range> range;
    std::int32_t range_flip = 0;  ///< reversed: points = range_flip − code
    bool range_reversed = false;
    std::int32_t lowest = 0;   ///< fewest points of an answer
    std::int32_t highest = 0;  ///< most points of an answer
    std::int32_t weight = 1;
    std::int32_t divisor = 1;
    bool may_not_apply = false;  ///< has a does-not-apply option
    std::optional<std::size_t> gate;
    std::vector<std::int32_t> open;

    [[nodiscard]] code_meaning meaning(std::int32_t code) const noexcept {
        return static_cast<std::uint32_t>(code) < near_codes ? near[static_cast<std::size_t>(code)]
                                                             : far_meaning(code);
    }
    [[nodiscard]] code_meaning far_meaning(std::int32_t code) const noexcept;
};

/// Sums over the answered items of one scale in one response.
struct sums {
    std::int64_t points = 0;             ///< Σ weight·points
    std::int64_t weight = 0;             ///< Σ weight
    std::int64_t lowest = 0;             ///< Σ weight·lowest points
    std::int64_t highest = 0;            ///< Σ weight·highest points
    std::int64_t applicable_weight = 0;  ///< Σ weight over answered and missing items
    std::int32_t answered = 0;
    std::int32_t applicable = 0;
};

/// One row of a sum-to-score table, its value as a fraction of whole numbers up to 2^53.
struct table_score {
    std::int64_t sum = 0;
    ratio value;
};

struct compiled_scale {
    std::string id;
    score_rule rule = score_rule::mean;  ///< never subset: that is resolved
    std::vector<std::uint16_t> items;    ///< positions in the form
    ratio multiplier{1, 1};
    std::int64_t divisor = 1;
    missing_policy missing;
    std::vector<table_score> table;  ///< ascending by sum
    graded_response model;       ///< grm_eap only
    std::vector<std::vector<std::int32_t>> categories;  ///< grm_eap only: an item's points, ascending
    bool may_not_apply = false;  ///< an item has a does-not-apply option
    std::int32_t lane = -1;      ///< index into compiled::lanes, or −1: scored row by row
};

/// At most this many items share a slot, so that counts and sums of a slot fit in seven bits of a byte pair.
inline constexpr std::size_t slot_items = 8;
inline constexpr std::size_t slot_points = 63;
inline constexpr std::size_t most_slots = 16;

/// Bytes that readers of columns write beside the classes 0…15.
inline constexpr std::uint8_t blank_class = 0x80;    ///< an empty cell: shuffles turn it into 0
inline constexpr std::uint8_t invalid_class = 0x7F;  ///< a code that is none of the item's

/// A byte-wide view of an item's codes: every code is a class 0…15 with a value and a flag.
struct lane_table {
    alignas(16) std::array<std::uint8_t, 16> value{};     ///< points − base; 0 where not answered
    alignas(16) std::array<std::uint8_t, 16> answered{};  ///< 1 answered, 0 not, 0x80 invalid
    bool direct = true;                                   ///< a code is its own class
    std::array<std::uint8_t, 256> classes{};              ///< otherwise: class of a code 0…255
    std::array<std::uint16_t, 256> word{};                ///< of a class: value + 256·answered, 0x8000 invalid
    friend bool operator==(const lane_table&, const lane_table&) = default;
};

/// Items that belong to the same scales, added up together.
struct slot {
    std::vector<std::uint16_t> items;
};

/// For every slot in turn, its items: what the row-by-row way walks.
struct slot_walk {
    std::vector<std::uint16_t> items;
    std::vector<std::uint16_t> ends;  ///< one past each slot's last place in `items`
};

/// The score as the format writes it: (s·S + c·C + one) ÷ (d·C + all). A sum with items missing is prorated:
/// × applicable ÷ answered.
struct lane_fraction {
    std::int64_t s = 0, c = 0, one = 0;
    std::int64_t d = 0, all = 0;
    bool prorated = false;
};

/// A scale whose score is (m·S + k·C) ÷ (d·C), S the sum of values and C the count of answers, given when C ≥ need.
struct lane_scale {
    std::uint16_t scale = 0;
    std::vector<std::uint8_t> slots;
    std::int64_t m = 0;
    std::int64_t k = 0;
    std::int64_t d = 0;
    std::int32_t need = 1;
    std::int32_t base = 0;        ///< points of value 0
    bool exact_in_float = false;  ///< numerators and denominators stay below 2^24
    std::int32_t most_sum = 0;
    lane_fraction fraction;
    std::int32_t items = 0;                      ///< of the scale
    std::uint8_t slot_count = 0;                 ///< the slots again, where one response is scored from
    std::array<std::uint8_t, most_slots> slot{};
};

/// The byte-wide program of a plan: which items go to which slots, and how slots become scales.
struct lane_program {
    std::vector<lane_table> tables;
    std::vector<std::int16_t> table_of_item;  ///< −1: the item is in no slot
    std::vector<slot> slots;
    slot_walk walk;
    std::vector<std::int32_t> base_of_item;  ///< points of value 0
    std::vector<lane_scale> scales;
};

inline constexpr std::size_t row_windows = 4;
inline constexpr std::size_t row_tables = 4;
inline constexpr std::size_t row_scales = 8;
inline constexpr std::size_t row_pairs = 4;  ///< of slots: eight slots at most

/// The same for a row of bytes in memory, ready for 16-byte shuffles; every array is doubled for 32-byte ones.
struct row_program {
    bool usable = false;
    std::size_t width = 0;    ///< bytes of a row that are read
    std::size_t windows = 0;  ///< 16-byte loads that cover them
    std::array<std::uint16_t, row_windows> offset{};
    std::size_t tables = 0;
    alignas(32) std::uint8_t table[row_tables][32]{};                   ///< value + 64·answered, 0x80 invalid
    alignas(32) std::uint8_t table_mask[row_windows][row_tables][32]{};  ///< 0xFF where the item uses the table
    alignas(32) std::uint8_t item_bytes[32]{};                          ///< 0xFF where a window's byte is an item's
    std::size_t across = row_pairs;                                     ///< leading pairs with items in several windows
    std::array<std::uint8_t, row_pairs> window{};                       ///< of the other pairs
    alignas(32) std::uint8_t gather[row_pairs][row_windows][32]{};      ///< items of a pair of slots, by window
    std::size_t scales = 0;
    alignas(32) std::uint8_t pick[32]{};                                ///< scales that are one slot
    std::size_t totals = 0;                                             ///< scales that are several slots
    alignas(32) std::uint8_t total_mask[row_scales][32]{};
    std::array<int, row_scales> total_shift{};
    alignas(32) float m32[row_scales]{}, k32[row_scales]{}, d32[row_scales]{};
    alignas(32) double m64[row_scales]{}, k64[row_scales]{}, d64[row_scales]{};
    alignas(32) std::int32_t need[row_scales]{};
    bool exact_in_float = false;
    std::array<std::uint8_t, 64> slot_of_byte{};   ///< for machines without shuffles: the place of an item's slot
    std::array<std::uint8_t, 64> table_of_byte{};  ///< and its table
    std::array<std::array<std::uint16_t, 256>, row_tables> word{};
};

/// A sample-level rule over form positions.
struct compiled_sample {
    std::string id;
    sample_rule rule = sample_rule::percent_positive;
    std::vector<std::uint16_t> items;
    std::vector<std::int32_t> positive;
    positive_combination combine = positive_combination::mean_of_items;
    std::uint16_t scale = 0;
    ratio cut;  ///< both parts at most 2^53, so that comparing by cross-multiplication fits in 128 bits
    cut_side side = cut_side::above;
    bool inclusive = false;
    std::size_t tally_at = 0;  ///< first place in a group's tally
};

struct compiled {
    std::string instrument_id;
    std::string instrument_version;
    std::string form_id;
    instrument_subject subject = instrument_subject::respondent;
    std::vector<compiled_item> items;
    std::vector<compiled_scale> scales;
    std::vector<compiled_sample> samples;
    std::size_t tally_size = 1;  ///< int64 places a group takes; the first counts responses
    lane_program lanes;
    std::vector<std::array<std::uint64_t, near_codes>> packed;  ///< see packed_meaning
    row_program row;
    bool all_lanes = false;  ///< every scale is a lane scale
    bool byte_sums = false;
};

/// One answer's part in its slot as one word, so that a response is added up with one addition an item:
/// value in bits 0–31, answered in 32–39, applicable in 40–47, invalid from 48 on.
[[nodiscard]] constexpr std::uint64_t packed_meaning(code_meaning m, std::int32_t base) noexcept {
    switch (m.kind) {
        case meaning_kind::answer:
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(m.points - base)) | (1ULL << 32) | (1ULL << 40);
        case meaning_kind::missing: return 1ULL << 40;
        case meaning_kind::does_not_apply: return 0;
        case meaning_kind::invalid: break;
    }
    return 1ULL << 48;
}

/// Answers the missing rule asks for when `applicable` items apply; at least 1.
[[nodiscard]] std::int32_t answers_needed(const missing_policy& by, std::int32_t applicable) noexcept;

}  // namespace peersupport::scoring
