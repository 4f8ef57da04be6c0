// SPDX-License-Identifier: Apache-2.0
// The work every figure is about: respondents × 30 items 1…5, 0 = blank, six reverse-keyed, seven subscales and an
// overall score 0–100, each from at least half of its items.
#pragma once

#include "peersupport/instrument/instrument.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace peersupport::bench {

inline constexpr std::size_t items = 30;
inline constexpr std::size_t scales = 8;
inline constexpr std::size_t subscale_sizes[7] = {5, 4, 4, 4, 4, 4, 5};
inline constexpr std::size_t reversed[6] = {2, 7, 11, 16, 21, 27};

inline scale half_rule_pomp(std::string id, std::size_t first, std::size_t count) {
    scale s;
    s.id = std::move(id);
    s.items.resize(count);
    std::iota(s.items.begin(), s.items.end(), first);
    s.scored_items = s.items;
    s.rule = score_rule::pomp;
    s.missing.rule = missing_rule::minimum_share;
    s.missing.share = {1, 2};
    return s;
}

inline instrument make_instrument() {
    instrument to;
    to.id = "workload";
    to.version = "1.0.0";
    to.verification.state = verification_state::verified;
    response_scale r{"agreement-5", {{0, option_kind::blank, 0, {}}}, {}};
    for (std::int32_t c = 1; c <= 5; ++c) r.options.push_back({c, option_kind::answer, c, {}});
    to.response_scales.push_back(r);
    form f;
    f.id = "default";
    for (std::size_t i = 0; i < items; ++i) {
        item made;
        made.id = "q" + std::to_string(i);
        for (const std::size_t at : reversed) made.reverse |= at == i;
        to.items.push_back(made);
        f.items.push_back(i);
    }
    std::size_t first = 0;
    for (std::size_t s = 0; s < 7; ++s) {
        to.scales.push_back(half_rule_pomp("s" + std::to_string(s), first, subscale_sizes[s]));
        first += subscale_sizes[s];
    }
    to.scales.push_back(half_rule_pomp("overall", 0, items));
    for (std::size_t s = 0; s < scales; ++s) f.scales.push_back(s);
    to.forms.push_back(f);
    return to;
}

/// Row-major codes: 5 % blank at random, and 3 % of people who skip most questions.
inline std::vector<std::uint8_t> make_rows(std::size_t n) {
    std::vector<std::uint8_t> x(n * items);
    std::uint64_t state = 20240601;
    const auto next = [&] {
        std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
        return z ^ z >> 31;
    };
    for (std::size_t r = 0; r < n; ++r) {
        const std::uint64_t blank = next() % 100 < 3 ? 62 : 5;
        for (std::size_t i = 0; i < items; ++i) {
            const std::uint64_t word = next();
            x[r * items + i] = word % 100 < blank ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + (word >> 32) % 5);
        }
    }
    return x;
}

}  // namespace peersupport::bench
