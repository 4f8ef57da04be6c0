// SPDX-License-Identifier: Apache-2.0
// Seeded instruments and answers for property tests: every rule, odd codes, overlaps, reversals.
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/scoring/answers.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport::testing {

/// SplitMix64: small, seeded, the same everywhere.
class dice {
public:
    explicit dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t word() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
        return z ^ z >> 31;
    }
    /// 0 … below−1
    std::size_t roll(std::size_t below) { return static_cast<std::size_t>(word() % below); }
    std::int32_t between(std::int32_t low, std::int32_t high) {
        return low + static_cast<std::int32_t>(roll(static_cast<std::size_t>(high - low) + 1));
    }
    bool chance(std::size_t percent) { return roll(100) < percent; }

private:
    std::uint64_t state_;
};

struct instrument_style {
    bool small_codes = true;   ///< codes 0…15 only
    bool same_ranges = true;   ///< one response scale for all items
    bool weights = false;
    bool gates = false;
    std::size_t most_items = 40;
    bool parts = false;  ///< subscales that divide the items, and sometimes totals over them
};

inline response_scale random_responses(dice& d, const instrument_style& style, std::size_t at) {
    response_scale to{"r" + std::to_string(at), {}, {}};
    const std::int32_t first = style.small_codes ? d.between(0, 2) : d.between(-3, 90);
    const std::int32_t options = d.between(2, 7);
    for (std::int32_t o = 0; o < options; ++o) to.options.push_back({first + o, option_kind::answer, first + o, {}});
    const std::int32_t special = style.small_codes ? 12 : 300;
    if (d.chance(50)) to.options.push_back({special, option_kind::does_not_apply, 0, {}});
    if (d.chance(50)) to.options.push_back({special + 1, option_kind::declined, 0, {}});
    if (style.small_codes && first > 0 && d.chance(50)) to.options.push_back({0, option_kind::blank, 0, {}});
    return to;
}

inline missing_policy random_missing(dice& d, std::int32_t items) {
    missing_policy m;
    m.rule = static_cast<missing_rule>(d.roll(5));
    m.count = d.between(1, items);
    if (m.rule == missing_rule::prorate_up_to_count) m.count = d.between(0, items - 1);
    m.share = {d.between(1, 3), 3};
    if (m.rule == missing_rule::prorate_up_to_share) m.share = {d.between(0, 2), 3};
    return m;
}

inline scale random_scale(dice& d, const instrument& in, std::size_t at, const instrument_style& style) {
    scale s;
    s.id = "s" + std::to_string(at);
    const std::size_t part = style.parts ? std::max<std::size_t>(1, in.items.size() / 6) : 0;
    for (std::size_t i = 0; i < in.items.size(); ++i)
        if (style.parts ? at == 0 || at == 7 || i / part == at - 1 : d.chance(at == 0 ? 100 : 35)) s.items.push_back(i);
    if (s.items.empty()) s.items.push_back(d.roll(in.items.size()));
    s.scored_items = s.items;
    static constexpr score_rule rules[] = {score_rule::mean, score_rule::sum, score_rule::percent_of_maximum, score_rule::pomp,
                                           score_rule::gated_mean, score_rule::subset};
    s.rule = rules[d.roll(style.gates ? 6 : 4)];
    if (s.rule == score_rule::subset) {
        s.subset_of = rules[d.roll(4)];
        s.scored_items.resize(1 + d.roll(s.items.size()));
    }
    s.missing = random_missing(d, static_cast<std::int32_t>(s.scored_items.size()));
    if (d.chance(20)) s.multiplier = {d.between(1, 25), d.between(1, 4)};
    return s;
}

inline instrument random_instrument(dice& d, const instrument_style& style) {
    instrument to;
    to.id = "random";
    to.version = "1.0.0";
    to.verification.state = verification_state::verified;
    const std::size_t items = 1 + d.roll(style.most_items);
    const std::size_t responses = style.same_ranges ? 1 : 1 + d.roll(4);
    for (std::size_t r = 0; r < responses; ++r) to.response_scales.push_back(random_responses(d, style, r));
    for (std::size_t i = 0; i < items; ++i) {
        item made;
        made.id = "i" + std::to_string(i);
        made.response_scale = d.roll(responses);
        made.reverse = d.chance(30);
        if (style.weights) made.weight = d.between(1, 3);
        if (style.gates && i > 0 && d.chance(30)) {
            const std::size_t gate = d.roll(i);
            made.gate = importance_gate{gate, {to.response_scales[to.items[gate].response_scale].options[0].code}};
        }
        to.items.push_back(made);
    }
    const std::size_t scales = 1 + d.roll(style.parts ? 8 : 9);
    for (std::size_t s = 0; s < scales; ++s) to.scales.push_back(random_scale(d, to, s, style));
    form f;
    f.id = "default";
    for (std::size_t i = 0; i < items; ++i) f.items.push_back(i);
    for (std::size_t s = 0; s < scales; ++s) f.scales.push_back(s);
    to.forms.push_back(f);
    return to;
}

/// Row-major codes; blanks as blank_code, some codes invalid when asked for.
inline std::vector<std::int32_t> random_codes(dice& d, const instrument& in, std::size_t rows, bool with_invalid) {
    std::vector<std::int32_t> codes;
    for (std::size_t r = 0; r < rows; ++r) {
        const bool skips = d.chance(20);
        for (const item& i : in.items) {
            const auto& options = in.response_scales[i.response_scale].options;
            if (d.chance(skips ? 60 : 6)) codes.push_back(blank_code);
            else if (with_invalid && d.chance(1)) codes.push_back(d.chance(50) ? 11 : 77777);
            else codes.push_back(options[d.roll(options.size())].code);
        }
    }
    return codes;
}

}  // namespace peersupport::testing
