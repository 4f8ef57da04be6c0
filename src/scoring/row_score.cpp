// SPDX-License-Identifier: Apache-2.0
#include "scoring/row_score.hpp"

#include <algorithm>
#include <limits>

namespace peersupport::scoring {
namespace {

constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

struct fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;  ///< 0: there is none
};

fraction decimal_fraction(decimal d) noexcept {
    std::int64_t power = 1;
    for (std::int32_t e = d.exponent < 0 ? -d.exponent : d.exponent; e > 0; --e) power *= 10;
    return d.exponent < 0 ? fraction{d.mantissa, power} : fraction{d.mantissa * power, 1};
}

fraction look_up(const compiled_scale& s, const sums& t) noexcept {
    const std::int64_t whole = t.points * t.applicable_weight;
    if (whole % t.weight != 0) return {};
    const auto row = std::ranges::lower_bound(s.table, whole / t.weight, {}, &table_row::sum);
    if (row == s.table.end() || row->sum != whole / t.weight) return {};
    return decimal_fraction(row->value);
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
score start(const compiled_scale& s, std::int32_t answered, std::int32_t applicable, bool gates_closed) noexcept {
    score to;
    to.value = not_given;
    to.answered = answered;
    to.applicable = applicable;
    to.needed = answers_needed(s.missing, applicable);
    if (applicable == 0) to.why = gates_closed ? reason::gate_closed : reason::not_applicable;
    else if (answered < to.needed) to.why = reason::too_few_answered;
    return to;
}

score invalid_score(const compiled_scale& s) noexcept {
    score to;
    to.value = not_given;
    to.needed = answers_needed(s.missing, static_cast<std::int32_t>(s.items.size()));
    to.why = reason::invalid_code;
    return to;
}

std::uint64_t word_of(const lane_scale& of, const slot_words& slots) noexcept {
    std::uint64_t word = 0;
    for (const std::uint8_t slot : of.slots) word += slots.word[slot];
    return word;
}

/// The sums of a lane scale from its slots: items weigh the same, or all are answered.
sums sums_of(const compiled& by, const compiled_scale& s, const lane_scale& lane, std::uint64_t word) noexcept {
    sums t;
    t.answered = static_cast<std::int32_t>(word >> 32 & 0xFF);
    t.applicable = static_cast<std::int32_t>(word >> 40 & 0xFF);
    const compiled_item& first = by.items[s.items.front()];
    const std::int64_t weight = first.weight;
    t.points = weight * (static_cast<std::int64_t>(word & 0xFFFFFFFF) + std::int64_t{lane.base} * t.answered);
    t.weight = weight * t.answered;
    t.applicable_weight = weight * t.applicable;
    if (t.answered == static_cast<std::int32_t>(s.items.size())) {
        for (const std::uint16_t at : s.items) {
            t.lowest += weight * by.items[at].lowest;
            t.highest += weight * by.items[at].highest;
        }
    } else {
        t.lowest = weight * first.lowest * t.answered;
        t.highest = weight * first.highest * t.answered;
    }
    return t;
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
              sums& t, bool& closed) noexcept {
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
    if (m.kind == meaning_kind::does_not_apply) return true;
    ++t.applicable;
    t.applicable_weight += i.weight;
    if (m.kind == meaning_kind::missing) return true;
    const std::int64_t w = i.weight;
    ++t.answered;
    t.points += w * m.points, t.weight += w, t.lowest += w * i.lowest, t.highest += w * i.highest;
    return true;
}

/// Categories are counted from the fewest points; an item's answer options have points lowest … highest.
std::int64_t graded_score(const compiled& by, const compiled_scale& s, const std::int32_t* codes, std::size_t step) noexcept {
    std::array<std::int8_t, 128> category{};
    for (std::size_t q = 0; q < s.items.size(); ++q) {
        const compiled_item& i = by.items[s.items[q]];
        const code_meaning m = i.meaning(codes[s.items[q] * step]);
        category[q] = m.kind == meaning_kind::answer ? static_cast<std::int8_t>(m.points - i.lowest) : std::int8_t{-1};
    }
    return s.model.score({category.data(), s.items.size()});
}

}  // namespace

slot_words add_slots(const compiled& by, const std::int32_t* codes, std::size_t step) noexcept {
    slot_words to;
    const std::size_t n = by.items.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t code = codes[i * step];
        const std::size_t slot = by.lanes.slot_of_item[i];
        if (slot == most_slots) {
            to.invalid |= by.items[i].meaning(code).kind == meaning_kind::invalid;
        } else {
            to.word[slot] += static_cast<std::uint32_t>(code) < near_codes
                                 ? by.packed[i][static_cast<std::size_t>(code)]
                                 : packed_meaning(by.items[i].far_meaning(code), by.lanes.base_of_item[i]);
        }
    }
    for (std::size_t s = 0; s < by.lanes.slots.size(); ++s) to.invalid |= to.word[s] >> 48 != 0;
    return to;
}

std::int64_t points_of(const compiled&, const lane_scale& of, const slot_words& slots) noexcept {
    const std::uint64_t word = word_of(of, slots);
    return static_cast<std::int64_t>(word & 0xFFFFFFFF) + std::int64_t{of.base} * static_cast<std::int64_t>(word >> 32 & 0xFF);
}

score score_scale(const compiled& by, const compiled_scale& of, const slot_words& slots, const std::int32_t* codes,
                  std::size_t step) noexcept {
    sums t;
    bool closed = false;
    if (of.lane >= 0) {
        const lane_scale& lane = by.lanes.scales[static_cast<std::size_t>(of.lane)];
        const std::uint64_t word = word_of(lane, slots);
        if (word >> 48) return invalid_score(of);
        t = sums_of(by, of, lane, word);
    } else {
        for (const std::uint16_t at : of.items)
            if (!add_item(by, of, at, codes, step, t, closed)) return invalid_score(of);
    }
    score to = start(of, t.answered, t.applicable, closed);
    if (to.why != reason::scored) return to;
    if (of.rule == score_rule::grm_eap) give(to, of, {graded_score(by, of, codes, step), graded_response::resolution});
    else give(to, of, value_of(of, t));
    return to;
}

}  // namespace peersupport::scoring
