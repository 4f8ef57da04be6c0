// SPDX-License-Identifier: Apache-2.0
// Whatever the answers: nothing below the policy is shown, and what is hidden changes nothing that is shown.
#include "../unit/integrity_case.hpp"

#include <gtest/gtest.h>
#include <cmath>

#include <cstdint>
#include <random>

namespace peersupport::testing {
namespace {

constexpr std::int32_t k = 5;

/// The engine alone: the library's distributions differ by platform, so none is used.
int below(std::mt19937& from, int limit) { return static_cast<int>(from() % static_cast<std::uint32_t>(limit)); }

struct random_group {
    std::string unit;
    std::string form;
    int people;
};

integrity_case random_case(std::mt19937& from, std::vector<random_group>& groups) {
    integrity_case of;
    const int units = 1 + below(from, 5);
    for (int u = 0; u < units; ++u)
        for (const char* form : {"person", "peer-supporter", "supervisor"}) {
            const random_group g{"unit-" + std::to_string(u), form,
                                 below(from, 3) == 0 ? below(from, 5) : 5 + below(from, 12)};
            groups.push_back(g);
            for (int i = 0; i < g.people; ++i) {
                group_of_people one{.form = form, .unit = g.unit, .people = 1, .level = below(from, 5), .workers = 1};
                one.instead["hope-possibility"] = below(from, 4) == 0 ? 8 : below(from, 5);
                one.instead["hope-shared-story"] = below(from, 4) == 0 ? 9 : below(from, 5);
                one.instead["trust-passed-on"] = below(from, 5);
                of.with(one);
            }
        }
    return of;
}

integrity_request asked_of(const std::vector<random_group>& groups) {
    integrity_request asked = request_at(k);
    asked.cut_set = "proposed-2026";
    asked.overall = true;
    asked.policy.audience = readership::team;  // one worker: so that people are what is looked at
    asked.policy.workers_agreed = true;
    asked.collection = collection{};
    for (const random_group& g : groups) {
        asked.collection->heard.push_back(stated_of(g.unit, g.form));
        asked.collection->heard.back().invited = 30;
    }
    return asked;
}

void expect_large(std::optional<std::int64_t> people) { EXPECT_TRUE(!people || *people == 0 || *people >= k); }

void expect_nothing_small(const unit_profile& u) {
    for (const heard_people& h : u.heard) {
        expect_large(h.people);
        EXPECT_EQ(h.people.has_value(), h.showing == showing::shown);
    }
    for (const integrity_cell& c : u.cells) {
        expect_large(c.people);
        EXPECT_EQ(c.mean.has_value(), c.showing == showing::shown);
        if (c.complete_case) expect_large(*c.people - c.complete_case->people);
    }
    for (const item_result& i : u.items) {
        expect_large(i.people);
        EXPECT_TRUE(i.showing == showing::shown || (!i.people && !i.answers && !i.gap));
        if (i.answers)
            for (const answer_count& a : *i.answers) expect_large(a.people);
        expect_large(i.does_not_apply);
        expect_large(i.declined);
        expect_large(i.blank);
    }
    for (const eroded_result& e : u.eroded) {
        if (e.ever) expect_large(e.ever->people);
        if (e.often) expect_large(e.often->people);
        if (e.ever) expect_large(*e.people - e.ever->people);
        if (e.ever && e.often) expect_large(e.ever->people - e.often->people);
    }
    for (const integrity_view& v : u.views) EXPECT_EQ(v.difference.has_value(), v.showing == showing::shown);
}

TEST(integrity_showing_property, nothing_below_the_policy_is_shown) {
    std::mt19937 from(20250701);
    for (int round = 0; round < 60; ++round) {
        std::vector<random_group> groups;
        const integrity_case of = random_case(from, groups);
        const auto counted = of.counted();
        if (counted.responses() == 0) continue;
        const auto found = assess_integrity(counted, integrity_survey(), canonical(), asked_of(groups));
        ASSERT_TRUE(found);
        for (const unit_profile& u : found->units) expect_nothing_small(u);
        if (!found->region) continue;
        for (const region_cell& c : found->region->cells) {
            EXPECT_EQ(c.mean.has_value(), c.showing == showing::shown);
            if (c.showing != showing::shown) continue;
            std::int64_t shown = 0;
            int hidden = 0;
            for (const unit_profile& u : found->units) {
                const integrity_cell& part = cell(u, c.perspective, c.value);
                shown += part.people.value_or(0);
                hidden += part.showing != showing::shown && part.showing != showing::nobody;
            }
            EXPECT_NE(hidden, 1);
            EXPECT_EQ(c.people.has_value(), hidden == 0) << "a hidden service could take its own people away";
            if (hidden > 0) {
                EXPECT_EQ(c.mean->value, std::floor(c.mean->value));
                EXPECT_FALSE(c.mean->low || c.mean->high);
            } else {
                expect_large(c.people);
                EXPECT_EQ(*c.people, shown);
            }
        }
    }
}

/// The answers of hidden people changed: as many, but all of another kind. A region that is shown holds everybody, so
/// it may change; nothing said of a service may.
TEST(integrity_showing_property, hidden_answers_change_nothing_that_is_shown) {
    for (int small = 1; small < k; ++small)
        for (const bool alone : {true, false}) {
            integrity_case one, other;
            for (integrity_case* of : {&one, &other})
                for (const char* unit : {"large", "larger", "largest"})
                    if (!alone || std::string(unit) == "large") of->with({.unit = unit, .people = 20, .level = 3});
            one.with({.form = "peer-supporter", .unit = "large", .people = small, .level = 0});
            other.with({.form = "peer-supporter", .unit = "large", .people = small, .level = 4});
            if (!alone) {
                one.with({.unit = "small", .people = small, .level = 0, .instead = {{"trust-passed-on", 4}}});
                other.with({.unit = "small", .people = small, .level = 4, .instead = {{"trust-passed-on", 0}}});
            }
            integrity_request asked = request_at(k);
            asked.cut_set = "proposed-2026";
            asked.overall = true;
            asked.policy.minimum_workers = 1;
            const integrity_profile a = assessed(one, asked), b = assessed(other, asked);
            EXPECT_EQ(a.units, b.units) << small;
            EXPECT_EQ(a.messages, b.messages);
            EXPECT_TRUE(!alone || a == b);
            int shown = 0;
            for (const unit_profile& u : a.units) shown += cell(u, "person", hope).showing == showing::shown;
            EXPECT_GE(shown, alone ? 1 : 2);
        }
}

}  // namespace
}  // namespace peersupport::testing
