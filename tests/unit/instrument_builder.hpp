// SPDX-License-Identifier: Apache-2.0
// Small instruments for tests, written as they would stand in a file.
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/score.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace peersupport::testing {

inline constexpr std::int32_t not_applicable_code = 88;
inline constexpr std::int32_t declined_code = 98;

inline std::vector<std::size_t> first_items(std::size_t count) {
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

inline missing_policy none_missing() { return {}; }
inline missing_policy at_least(std::int32_t count) { return {missing_rule::minimum_answered, count, {}}; }
inline missing_policy at_least_share(std::int64_t up, std::int64_t down) { return {missing_rule::minimum_share, 0, {up, down}}; }
inline missing_policy prorate(std::int32_t count) { return {missing_rule::prorate_up_to_count, count, {}}; }
inline missing_policy prorate_share(std::int64_t up, std::int64_t down) { return {missing_rule::prorate_up_to_share, 0, {up, down}}; }

/// Codes low … high worth themselves, 88 does not apply, 98 declined.
inline response_scale likert(std::int32_t low, std::int32_t high) {
    response_scale to{"likert", {}, {}};
    for (std::int32_t code = low; code <= high; ++code) to.options.push_back({code, option_kind::answer, code, {}});
    to.options.push_back({not_applicable_code, option_kind::does_not_apply, 0, {}});
    to.options.push_back({declined_code, option_kind::declined, 0, {}});
    return to;
}

/// Codes low … high worth themselves and nothing else.
inline response_scale plain(std::int32_t low, std::int32_t high) {
    response_scale to = likert(low, high);
    to.options.resize(to.options.size() - 2);
    return to;
}

inline response_scale ranged(std::int32_t low, std::int32_t high) { return {"range", {}, code_range{low, high}}; }

/// A verified instrument that grows; compile() gives it one form of everything if it has none.
struct instrument_builder {
    instrument value;

    instrument_builder() {
        value.id = "test-instrument";
        value.version = "1.2.3";
        value.verification.state = verification_state::verified;
    }
    instrument_builder(response_scale answers, std::size_t items) : instrument_builder() { add_items(std::move(answers), items); }

    /// Items that share one response scale; the place of the first.
    std::size_t add_items(response_scale answers, std::size_t count) {
        value.response_scales.push_back(std::move(answers));
        const std::size_t first = value.items.size();
        for (std::size_t at = 0; at < count; ++at) {
            item& made = value.items.emplace_back();
            made.id = "item-" + std::to_string(first + at);
            made.response_scale = value.response_scales.size() - 1;
        }
        return first;
    }
    scale& add_scale(score_rule rule, std::vector<std::size_t> items, missing_policy missing = {}) {
        scale& made = value.scales.emplace_back();
        made.id = "scale-" + std::to_string(value.scales.size() - 1);
        made.rule = rule;
        made.items = made.scored_items = std::move(items);
        made.missing = missing;
        return made;
    }
    scale& add_scale(score_rule rule, missing_policy missing = {}) { return add_scale(rule, first_items(value.items.size()), missing); }

    form& add_form(std::string id, form_kind kind, std::vector<std::size_t> items, std::vector<std::size_t> scales) {
        form& made = value.forms.emplace_back();
        made.id = std::move(id);
        made.kind = kind;
        made.items = std::move(items);
        made.scales = std::move(scales);
        return made;
    }
    result<plan> try_compile(const plan_options& options = {}) {
        if (value.forms.empty()) {
            form& whole = add_form("default", form_kind::core, first_items(value.items.size()), first_items(value.scales.size()));
            whole.sample_scales = first_items(value.sample_scales.size());
        }
        return plan::compile(value, options);
    }
    plan compile() {
        auto made = try_compile();
        if (!made) throw std::runtime_error(std::string(status_name(made.problems().code())) + " " + made.problems().problems.front().path);
        return made.value();
    }
};

/// All scores of one response. `expected` is what score_one has to return.
inline std::vector<score> scores_of(const plan& by, const std::vector<std::int32_t>& codes, status expected = status::ok) {
    std::vector<score> into(by.scale_count());
    EXPECT_EQ(score_one(by, codes, into), expected);
    return into;
}
inline score first_score(const plan& by, const std::vector<std::int32_t>& codes, status expected = status::ok) {
    return scores_of(by, codes, expected).front();
}

/// The score is exactly this fraction, and its value is the fraction's nearest double.
inline void expect_fraction(const score& s, std::int64_t numerator, std::int64_t denominator) {
    EXPECT_EQ(s.why, reason::scored);
    EXPECT_GT(s.denominator, 0);
    EXPECT_EQ(s.numerator * denominator, numerator * s.denominator) << s.numerator << '/' << s.denominator;
    EXPECT_EQ(s.value, static_cast<double>(numerator) / static_cast<double>(denominator));
}
/// The score was not given, for this reason: no number comes with it.
inline void expect_not_given(const score& s, reason why) {
    EXPECT_EQ(s.why, why);
    EXPECT_TRUE(s.value != s.value);
    EXPECT_EQ(s.numerator, 0);
    EXPECT_EQ(s.denominator, 0);
}
inline void expect_counts(const score& s, int answered, int applicable, int needed) {
    EXPECT_EQ(s.answered, answered);
    EXPECT_EQ(s.applicable, applicable);
    EXPECT_EQ(s.needed, needed);
}

}  // namespace peersupport::testing
