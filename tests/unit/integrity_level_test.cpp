// SPDX-License-Identifier: Apache-2.0
// Levels, views and the impact gate.
#include "integrity_case.hpp"
#include "peersupport/evidence/impact_gate.hpp"

#include <gtest/gtest.h>

namespace peersupport::testing {
namespace {

unit_level level(const integrity_case& of, std::int32_t k = 5) {
    integrity_request asked = request_at(k);
    asked.cut_set = "proposed-2026";
    return *assessed(of, asked).units[0].level;
}

TEST(integrity_level, needs_a_cut_set_that_is_named) {
    EXPECT_FALSE(assessed(integrity_case().with({}), request_at(5)).units[0].level);
    integrity_request asked = request_at(5);
    asked.cut_set = "cuts-proposed-2026";
    const integrity_profile p = assessed(integrity_case().with({}), asked);
    EXPECT_EQ(p.cut_set->often_from, 70);
    EXPECT_TRUE(says(p, "msg-cut-set-not-adopted"));
}

TEST(integrity_level, is_firm_when_the_interval_lies_inside) {
    const unit_level firm = level(integrity_case().with({.people = 40, .level = 4}));
    EXPECT_EQ(firm.verdict, level_verdict::firm);
    EXPECT_EQ(firm.id, "experienced-nearly-always");
    const unit_level open = level(integrity_case().with({.people = 8, .level = 4}));
    EXPECT_EQ(open.verdict, level_verdict::cannot_tell) << "eight people leave the lower end below 85";
    EXPECT_EQ(open.from_means, "experienced-nearly-always");
    EXPECT_TRUE(open.id.empty());
    const unit_level none = level(integrity_case().with({.people = 4}));
    EXPECT_EQ(none.verdict, level_verdict::not_established);
    EXPECT_EQ(level(integrity_case().with({.people = 40, .level = 1})).id, "experienced-rarely");
}

TEST(integrity_level, is_that_of_the_lowest_value) {
    integrity_case of;
    of.with({.people = 60, .level = 4, .instead = {{"trust-clear-role", 1}, {"trust-see-notes", 1}}});  // trust: 62.5
    EXPECT_EQ(level(of).id, "experienced-sometimes");
}

TEST(integrity_level, takes_the_lower_end_of_every_value) {
    integrity_case of;  // hope: the lowest mean, from many; trust: a little higher, from few and far apart
    of.with({.people = 100, .level = 3, .instead = {{"trust-clear-role", 8}, {"trust-see-notes", 8}}});
    of.with({.people = 6, .level = 4, .instead = {{"trust-clear-role", 0}, {"trust-see-notes", 4}}});
    const unit_level found = level(of);
    EXPECT_EQ(found.from_means, "experienced-often");
    EXPECT_EQ(found.verdict, level_verdict::cannot_tell) << "trust may lie below 70";
}

TEST(integrity_level, is_held_down_whatever_the_means) {
    integrity_case often;
    often.with({.people = 45}).with({.people = 15, .instead = {{"trust-passed-on", 4}}});  // one in four, often
    const unit_level held = level(often);
    EXPECT_EQ(held.from_means, "experienced-nearly-always");
    EXPECT_EQ(held.id, "experienced-sometimes");
    ASSERT_EQ(held.held_by.size(), 1U);
    EXPECT_EQ(held.held_by[0].limit, "limit-confidentiality-often");
    EXPECT_EQ(held.held_by[0].item, "trust-passed-on");
    EXPECT_DOUBLE_EQ(*held.held_by[0].share, 25);
    integrity_case low = often;
    low.with({.people = 400, .level = 1, .instead = {{"trust-passed-on", 4}}});
    EXPECT_EQ(level(low).id, "experienced-rarely");
    EXPECT_TRUE(level(low).held_by.empty()) << "the means lead lower than the limit does";
    integrity_case ever;
    ever.with({.people = 30}).with({.people = 30, .instead = {{"self-determination-had-to", 1}}});  // half, ever
    EXPECT_EQ(level(ever).id, "experienced-often");
    integrity_case other;
    other.with({.people = 54}).with({.people = 6, .instead = {{"hope-expect-less", 4}}});
    EXPECT_TRUE(level(other).held_by.empty()) << "no limit is declared for it";
    EXPECT_EQ(level(other).verdict, level_verdict::firm);
}

// Three of forty and five of forty are less and more than one in ten; neither is so beyond doubt.
TEST(integrity_level, is_not_firm_where_a_share_may_lie_on_either_side) {
    for (const int people : {6, 9}) {
        integrity_case of;
        of.with({.people = 60 - people}).with({.people = people, .instead = {{"trust-passed-on", 4}}});
        EXPECT_EQ(level(of).verdict, level_verdict::cannot_tell) << people;
        EXPECT_EQ(level(of).held_by.size(), 1U) << people;
    }
    integrity_case fewer;
    fewer.with({.people = 55}).with({.people = 5, .instead = {{"trust-passed-on", 4}}});
    EXPECT_TRUE(level(fewer).held_by.empty());
    EXPECT_EQ(level(fewer).verdict, level_verdict::cannot_tell);
}

// A level that moved with a count that is not shown would give the count away.
TEST(integrity_level, knows_no_more_than_its_readers) {
    const int k = 11, people = 95;
    std::optional<unit_level> first;
    for (int some = 1; some < k; ++some) {
        integrity_case of;
        of.with({.people = people - some}).with({.people = some, .instead = {{"trust-passed-on", 4}}});
        const unit_level found = level(of, k);
        if (!first) first = found;
        EXPECT_EQ(found, *first) << some;
    }
    EXPECT_EQ(first->verdict, level_verdict::cannot_tell);
}

std::vector<integrity_view> views_in(const integrity_case& of) { return assessed(of, request_at(5)).units[0].views; }

TEST(integrity_views, differ_or_are_similar_or_nobody_can_tell) {
    integrity_case of;
    of.everybody("north", 30, 2, 30, 4);
    for (const integrity_view& v : views_in(of)) {
        EXPECT_EQ(v.verdict, view_verdict::different) << v.perspective << v.value;
        EXPECT_EQ(v.higher, higher_side::staff);
        EXPECT_DOUBLE_EQ(v.difference->value, 50);
        EXPECT_DOUBLE_EQ(*v.adjusted, std::min(1.0, 14 * *v.p)) << "Holm over fourteen equal tests";
    }
    integrity_case alike;
    alike.everybody("north", 200, 4, 200, 4);
    for (const integrity_view& v : views_in(alike)) EXPECT_EQ(v.verdict, view_verdict::similar);
    integrity_case few;
    few.everybody("north", 6, 4, 6, 4);
    for (const integrity_view& v : views_in(few)) EXPECT_EQ(v.verdict, view_verdict::cannot_tell);
    integrity_case hidden;
    hidden.everybody("north", 20, 4, 4, 4);
    const unit_profile u = assessed(hidden, request_at(5)).units[0];
    ASSERT_EQ(u.views.size(), 14U);
    EXPECT_EQ(u.views[0].verdict, view_verdict::not_shown);
    EXPECT_FALSE(u.views[0].difference || u.views[0].p);
}

const gate_condition& condition(const impact_gate& of, std::string_view id) {
    return *std::ranges::find(of.conditions, id, &gate_condition::id);
}

TEST(impact_gate, names_every_condition_that_is_open) {
    const impact_gate gate = assessed(integrity_case().with({.people = 6, .level = 3}), request_at(5)).units[0].gate;
    EXPECT_FALSE(gate.open);
    EXPECT_EQ(gate.statement.id, "msg-impact-withheld");
    EXPECT_FALSE(gate.statement.text.fr.empty());
    EXPECT_EQ(condition(gate, "impact-values-established").met, true);
    EXPECT_EQ(condition(gate, "impact-lower-ends").met, false);
    EXPECT_EQ(condition(gate, "impact-lower-ends").limit, 70);
    EXPECT_EQ(condition(gate, "impact-baseline").met, false);
    EXPECT_EQ(condition(gate, "impact-collection-described").met, false);
    EXPECT_EQ(condition(gate, "impact-reliability-people").met, false);
    EXPECT_FALSE(condition(gate, "impact-reliability-people").found)
        << "it would give away the others in the same language";
    EXPECT_FALSE(condition(gate, "impact-reliability").met) << "all alike: not known";
    EXPECT_FALSE(condition(gate, "impact-reliability").advice.en.empty());
}

TEST(impact_gate, opens_when_every_condition_is_met) {
    integrity_case of;
    of.with({.wave = "2025-1", .people = 60, .level = 3}).with({.people = 60, .level = 4});
    integrity_case told = of;
    told.with({.form = "person-outcomes", .people = 20, .level = 3});
    integrity_request asked = request_at(5);
    asked.baseline = take_snapshot(of.counted(), integrity_survey(), canonical(), {}, "2025-1").value();
    collection_heard heard = stated_of();
    heard.invited = 80;
    asked.collection = described(heard);
    asked.reliability = given_reliability{250, 0.81, "a study"};
    const impact_gate gate = assessed(told, asked).units[0].gate;
    EXPECT_TRUE(gate.open);
    EXPECT_EQ(gate.statement.id, "msg-impact-alongside");
    EXPECT_NE(assessed(of, asked).units[0].gate.statement.id, "msg-impact-alongside") << "nobody reported outcomes";
    asked.reliability->lower = 0.69;
    EXPECT_FALSE(assessed(of, asked).units[0].gate.open);
    asked.reliability = given_reliability{199, 0.81, "a study"};
    EXPECT_EQ(condition(assessed(of, asked).units[0].gate, "impact-reliability-people").met, false);
}

TEST(impact_gate, never_withholds_what_people_report) {
    integrity_case of;
    of.with({.form = "person-outcomes", .people = 14, .level = 3})
        .with({.form = "person-outcomes", .people = 6, .level = 3, .instead = {{"outcomes-left-worse", 4}}});
    const unit_profile u = assessed(of, request_at(5)).units[0];
    EXPECT_FALSE(u.gate.open);
    ASSERT_TRUE(u.outcomes);
    EXPECT_DOUBLE_EQ(u.outcomes->scales.at(0).mean->value, 75);
    EXPECT_EQ(u.outcomes->harm->often->people, 6);
    EXPECT_EQ(u.outcomes->harm->ever_met, how_many::everybody);
}

}  // namespace
}  // namespace peersupport::testing
