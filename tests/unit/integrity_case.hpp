// SPDX-License-Identifier: Apache-2.0
// Made-up services whose figures can be worked out by hand.
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/integrity_assessment.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "tally_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace peersupport::testing {

inline const instrument& integrity_survey() {
    static const instrument survey = open_instrument("integrity-survey").value();
    return survey;
}

/// How often the values are met, 0 (never) … 4 (always); items are set so that every value's score is 25 × level.
inline std::vector<std::int32_t> codes_at(const form& in, std::int32_t level) {
    std::vector<std::int32_t> codes;
    for (const std::size_t i : in.items) codes.push_back(integrity_survey().items[i].reverse ? 4 - level : level);
    return codes;
}

inline std::size_t place_of(const form& in, std::string_view item) {
    for (std::size_t i = 0; i < in.items.size(); ++i)
        if (integrity_survey().items[in.items[i]].id == item) return i;
    throw std::runtime_error("no such item");
}

/// So many alike.
struct group_of_people {
    std::string form = "person";
    std::string unit = "north";
    std::string wave = "2025-2";
    int people = 12;
    std::int32_t level = 4;
    int workers = 4;                                ///< whom the answers are about, by turns; 0: nobody named
    std::map<std::string, std::int32_t> instead{};  ///< codes of single items
    std::string stratum{};
    std::string language = "en";
};

/// Answers of several services.
class integrity_case {
public:
    integrity_case& with(const group_of_people& g) {
        const form& in = *find_form(integrity_survey(), g.form);
        std::vector<std::int32_t> codes = codes_at(in, g.level);
        for (const auto& [item, code] : g.instead) codes[place_of(in, item)] = code;
        for (int i = 0; i < g.people; ++i) {
            const std::string worker = g.workers == 0 ? "" : g.unit + "-worker-" + std::to_string(i % g.workers);
            rows_[g.form].push_back({codes,
                                     {"", g.unit, g.wave, g.language, g.stratum},
                                     "person-" + std::to_string(++people_),
                                     worker,
                                     no_day});
        }
        return *this;
    }
    /// The same in all three perspectives.
    integrity_case& everybody(const std::string& unit, int people, std::int32_t level, int staff,
                              std::int32_t staff_level) {
        with({.unit = unit, .people = people, .level = level});
        with({.form = "peer-supporter", .unit = unit, .people = staff, .level = staff_level});
        return with({.form = "supervisor", .unit = unit, .people = staff, .level = staff_level});
    }
    [[nodiscard]] tally counted(bool backwards = false) const {
        const tally_plan plan =
            plan_of(integrity_survey(), {"person", "peer-supporter", "supervisor", "person-outcomes", "person-quality",
                                         "peer-supporter-conditions"});
        tally to(plan, shard_named("case"));
        for (auto [form, rows] : rows_) {
            if (backwards) std::ranges::reverse(rows);
            EXPECT_EQ(add(to, plan, rows, plan.place_of(form)), status::ok) << form;
        }
        return to;
    }

private:
    std::map<std::string, std::vector<response>> rows_;
    int people_ = 0;
};

inline integrity_request request_at(std::int32_t k) {
    integrity_request to;
    to.policy = {"", k, 3, readership::general_public, false};
    return to;
}

/// What a collection states of a unit in the wave of the tests; counts are set by the test.
inline collection_heard stated_of(const std::string& unit = "north", const std::string& perspective = "person") {
    collection_heard to;
    to.unit = unit;
    to.wave = "2025-2";
    to.perspective = perspective;
    return to;
}

/// A collection that says all that is asked of one, with one statement.
inline collection described(const collection_heard& heard) {
    collection to;
    to.id = "spring";
    to.consent = {"words", "mots"};
    to.modes = {"online"};
    to.collector = {"a team", "une équipe"};
    to.heard.push_back(heard);
    return to;
}

inline integrity_profile assessed(const integrity_case& of, const integrity_request& asked) {
    auto found = assess_integrity(of.counted(), integrity_survey(), canonical(), asked);
    if (!found) throw std::runtime_error(std::string(status_name(found.problems().code())));
    return std::move(found).value();
}

inline const integrity_cell& cell(const unit_profile& in, std::string_view perspective, std::string_view value) {
    for (const integrity_cell& c : in.cells)
        if (c.perspective == perspective && c.value == value) return c;
    throw std::runtime_error("no such cell");
}

inline const unit_profile& unit(const integrity_profile& in, std::string_view id) {
    for (const unit_profile& u : in.units)
        if (u.unit == id) return u;
    throw std::runtime_error("no such unit");
}

inline bool says(const integrity_profile& in, std::string_view message) {
    return std::ranges::any_of(in.messages, [&](const named_text& m) { return m.id == message; });
}

inline constexpr std::string_view hope = "hope-and-recovery";
inline constexpr std::string_view trust = "integrity-authenticity-trust";

}  // namespace peersupport::testing
