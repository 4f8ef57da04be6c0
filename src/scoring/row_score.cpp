// SPDX-License-Identifier: Apache-2.0
#include "scoring/row_score.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace peersupport::scoring {
namespace {

constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

struct fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;  ///< 0: there is none
};

fraction look_up(const compiled_scale& s, const sums& t) noexcept {
    const std::int64_t whole = t.points * t.applicable_weight;
    if (whole % t.weight != 0) return {};
    const auto row = std::ranges::lower_bound(s.table, whole / t.weight, {}, &table_score::sum);
    if (row == s.table.end() || row->sum != whole / t.weight) return {};
    return {row->value.numerator, row->value.denominator};
}

/// The score before the multiplier; formulas in docs/instrument-format.md.
fraction value_of(const compiled_scale& s, const sums& t) noexcept {
    switch (s.rule) {
        case score_rule::mean:
        case score_rule::gated_mean: return {t.points, t.weight * s.divisor};
        case score_rule::sum:
            if (t.weight == t.applicable_weight) return {t.points, s.divisor};
            return {t.points * t.applicable_weight, t.weight * s.divisor};
        case score_rule::percent_of_maximum: return {100 * t.points, t.highest};
        case score_rule::pomp: return {100 * (t.points - t.lowest), t.highest - t.lowest};
        case score_rule::table: return look_up(s, t);
        case score_rule::subset:
        case score_rule::grm_eap: break;
    }
    return {};
}

void give(score& to, const compiled_scale& s, fraction f) noexcept {
    if (f.denominator == 0) {
        to.why = reason::not_in_table;
        return;
    }
    to.numerator = f.numerator * s.multiplier.numerator;
    to.denominator = f.denominator * s.multiplier.denominator;
    to.value = static_cast<double>(to.numerator) / static_cast<double>(to.denominator);
}

/// Counts and, where they do not suffice, the reason.
score start(const sums& t, std::int32_t needed, bool gates_closed) noexcept {
    score to;
    to.value = not_given;
    to.answered = t.answered;
    to.applicable = t.applicable;
    to.needed = needed;
    if (t.applicable == 0) to.why = gates_closed ? reason::gate_closed : reason::not_applicable;
    else if (t.answered < needed) to.why = reason::too_few_answered;
    return to;
}

score invalid_score(const compiled_scale& s) noexcept {
    score to;
    to.value = not_given;
    to.needed = answers_needed(s.missing, static_cast<std::int32_t>(s.items.size()));
    to.why = reason::invalid_code;
    return to;
}

void score_lane(const compiled_scale& of, const lane_scale& lane, const slot_words& slots, score& to) noexcept {
    const std::uint64_t word = slots.of(lane);
    if (word >> 48) {
        to = invalid_score(of);
        return;
    }
    const auto sum = static_cast<std::int64_t>(word & 0xFFFFFFFF);
    const auto answered = static_cast<std::int32_t>(word >> 32 & 0xFF);
    const auto applicable = static_cast<std::int32_t>(word >> 40 & 0xFF);
    to.answered = answered;
    to.applicable = applicable;
    to.needed = applicable == lane.items ? lane.need : answers_needed(of.missing, applicable);
    if (answered < to.needed) {
        to.value = not_given;
        to.numerator = to.denominator = 0;
        to.why = applicable == 0 ? reason::not_applicable : reason::too_few_answered;
        return;
    }
    const lane_fraction& f = lane.fraction;
    to.numerator = f.s * sum + f.c * answered + f.one;
    to.denominator = f.d * answered + f.all;
    if (f.prorated && answered != applicable) to.numerator *= applicable, to.denominator *= answered;
    to.value = static_cast<double>(to.numerator) / static_cast<double>(to.denominator);
    to.why = reason::scored;
}

/// Codes beyond the packed table; kept out of the loop, which has no registers to spare for it.
#if defined(__GNUC__)
__attribute__((noinline))
#endif
std::uint64_t far_word(const compiled& by, std::size_t item, std::int32_t code) noexcept {
    return packed_meaning(by.items[item].far_meaning(code), by.lanes.base_of_item[item]);
}

/// `step` is a number or a constant of 1, for which the compiler leaves the multiplication out.
template <class Step>
void walk_slots(const compiled& by, const std::int32_t* codes, Step step, slot_words& to) noexcept {
    const std::array<std::uint64_t, near_codes>* const packed = by.packed.data();
    const std::uint16_t* const items = by.lanes.walk.items.data();
    const std::uint16_t* const ends = by.lanes.walk.ends.data();
    const std::size_t slots = by.lanes.walk.ends.size();
    std::uint64_t all = 0;
    std::size_t at = 0;
    for (std::size_t s = 0; s < slots; ++s) {
        std::uint64_t word = 0;
        for (const std::size_t end = ends[s]; at < end; ++at) {
            const std::size_t item = items[at];
            const std::int32_t code = codes[item * step];
            word += static_cast<std::uint32_t>(code) < near_codes ? packed[item][static_cast<std::uint32_t>(code)] : far_word(by, item, code);
        }
        to.word[s] = word;
        all |= word;
    }
    to.invalid = all >> 48 != 0;
}

enum class gate_state : std::uint8_t { open, closed, missing, invalid };

gate_state gate_of(const compiled& by, const compiled_item& i, const std::int32_t* codes, std::size_t step) noexcept {
    if (!i.gate) return gate_state::open;
    const std::int32_t code = codes[*i.gate * step];
    switch (by.items[*i.gate].meaning(code).kind) {
        case meaning_kind::invalid: return gate_state::invalid;
        case meaning_kind::missing: return gate_state::missing;
        default: return std::ranges::find(i.open, code) != i.open.end() ? gate_state::open : gate_state::closed;
    }
}

/// Adds one item; false when a code is invalid.
bool add_item(const compiled& by, const compiled_scale& s, std::uint16_t at, const std::int32_t* codes, std::size_t step,
              sums& t, bool& closed, bool& other) noexcept {
    const compiled_item& i = by.items[at];
    code_meaning m = i.meaning(codes[at * step]);
    if (m.kind == meaning_kind::invalid) return false;
    if (s.rule == score_rule::gated_mean && m.kind != meaning_kind::does_not_apply) {
        switch (gate_of(by, i, codes, step)) {
            case gate_state::invalid: return false;
            case gate_state::closed: closed = true; return true;
            case gate_state::missing: m.kind = meaning_kind::missing; break;
            case gate_state::open: break;
        }
    }
    if (m.kind == meaning_kind::does_not_apply) return other = true;
    ++t.applicable;
    t.applicable_weight += i.weight;
    if (m.kind == meaning_kind::missing) return true;
    const std::int64_t w = i.weight;
    ++t.answered;
    t.points += w * m.points, t.weight += w, t.lowest += w * i.lowest, t.highest += w * i.highest;
    return true;
}

std::int64_t graded_score(const compiled& by, const compiled_scale& s, const std::int32_t* codes, std::size_t step) noexcept {
    std::array<std::int8_t, 128> category{};
    for (std::size_t q = 0; q < s.items.size(); ++q) {
        const code_meaning m = by.items[s.items[q]].meaning(codes[s.items[q] * step]);
        const auto at = std::ranges::lower_bound(s.categories[q], m.points);
        category[q] = m.kind == meaning_kind::answer ? static_cast<std::int8_t>(at - s.categories[q].begin()) : std::int8_t{-1};
    }
    return s.model.score({category.data(), s.items.size()});
}

}  // namespace

slot_words add_slots(const compiled& by, const std::int32_t* codes, std::size_t step) noexcept {
    slot_words to;
    if (by.lanes.walk.items.empty()) {
        to.invalid = false;
        for (std::size_t i = 0; i < by.items.size(); ++i)
            to.invalid |= by.items[i].meaning(codes[i * step]).kind == meaning_kind::invalid;
    } else if (step == 1) {
        walk_slots(by, codes, std::integral_constant<std::size_t, 1>{}, to);
    } else {
        walk_slots(by, codes, step, to);
    }
    return to;
}

score score_scale(const compiled& by, const compiled_scale& of, const slot_words& slots, const std::int32_t* codes,
                  std::size_t step) noexcept {
    score to;
    if (of.lane >= 0) {
        score_lane(of, by.lanes.scales[static_cast<std::size_t>(of.lane)], slots, to);
        return to;
    }
    sums t;
    bool closed = false, other = false;  // why items did not apply
    for (const std::uint16_t at : of.items)
        if (!add_item(by, of, at, codes, step, t, closed, other)) return invalid_score(of);
    to = start(t, answers_needed(of.missing, t.applicable), closed && !other);
    if (to.why != reason::scored) return to;
    if (of.rule == score_rule::grm_eap) give(to, of, {graded_score(by, of, codes, step), graded_response::resolution});
    else give(to, of, value_of(of, t));
    return to;
}

void score_scales(const compiled& by, const slot_words& slots, const std::int32_t* codes, std::size_t step, score* into) noexcept {
    if (by.all_lanes) {
        for (const lane_scale& lane : by.lanes.scales) score_lane(by.scales[lane.scale], lane, slots, into[lane.scale]);
    } else {
        for (std::size_t s = 0; s < by.scales.size(); ++s) into[s] = score_scale(by, by.scales[s], slots, codes, step);
    }
}

}  // namespace peersupport::scoring
