// SPDX-License-Identifier: Apache-2.0
// What may be shown, and every reason for not showing it.
#include "integrity_case.hpp"
#include "peersupport/evidence/showing.hpp"

#include <gtest/gtest.h>

namespace peersupport::testing {
namespace {

showing of_hope(const integrity_case& of, const integrity_request& asked) {
    return cell(assessed(of, asked).units[0], "person", hope).showing;
}

TEST(integrity_showing, asks_for_enough_people) {
    EXPECT_EQ(of_hope(integrity_case().with({.people = 11}), request_at(11)), showing::shown);
    const integrity_profile p = assessed(integrity_case().with({.people = 10}), request_at(11));
    const unit_profile& u = p.units[0];
    EXPECT_EQ(cell(u, "person", hope).showing, showing::too_few_people);
    EXPECT_FALSE(cell(u, "person", hope).people);
    EXPECT_FALSE(cell(u, "person", hope).mean);
    EXPECT_FALSE(u.heard[0].people);
    EXPECT_EQ(u.integrity.reason, "msg-too-few-heard");
    EXPECT_FALSE(u.integrity.lowest);
    EXPECT_TRUE(u.gaps.empty());
    for (const item_result& i : u.items) EXPECT_FALSE(i.gap || i.people || i.answers);
    for (const eroded_result& e : u.eroded) EXPECT_EQ(e.ever_met, how_many::not_known);
    EXPECT_EQ(message_of(showing::too_few_people), "msg-too-few-people");
    for (const showing s : {showing::too_few_people, showing::too_few_workers, showing::no_worker_count,
                            showing::hidden_to_protect, showing::nobody})
        EXPECT_NE(canonical().find<integrity_message>(message_of(s)), nullptr);
}

TEST(integrity_showing, asks_for_enough_workers) {
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 2}), request_at(5)), showing::too_few_workers);
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 0}), request_at(5)), showing::no_worker_count);
    EXPECT_EQ(assessed(integrity_case().with({.workers = 0}), request_at(5)).units[0].integrity.reason,
              "msg-no-worker-count");
    EXPECT_EQ(assessed(integrity_case().with({.workers = 2}), request_at(5)).units[0].integrity.reason,
              "msg-too-few-workers");
    integrity_request team = request_at(5);
    team.policy.audience = readership::team;
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 1}), team), showing::too_few_workers)
        << "without their agreement";
    team.policy.workers_agreed = true;
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 1}), team), showing::shown);
    EXPECT_TRUE(says(assessed(integrity_case().with({.workers = 1}), team), "msg-worker-agreement"));
    team.policy.audience = readership::service;
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 1}), team), showing::too_few_workers)
        << "agreement is for the team only";
}

TEST(integrity_showing, takes_stated_workers_where_answers_name_none) {
    integrity_request asked = request_at(5);
    collection_heard heard = stated_of();
    heard.workers = 3;
    asked.collection = described(heard);
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 0}), asked), showing::shown);
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 2}), asked), showing::too_few_workers)
        << "what is named is known better";
    asked.collection->heard[0].workers = 2;
    EXPECT_EQ(of_hope(integrity_case().with({.workers = 0}), asked), showing::too_few_workers);
}

TEST(integrity_showing, holds_staff_to_the_same_number) {
    integrity_case of;
    of.with({.people = 20})
        .with({.form = "peer-supporter", .people = 6, .workers = 0})
        .with({.form = "supervisor", .people = 4});
    const integrity_profile p = assessed(of, request_at(6));
    EXPECT_EQ(cell(p.units[0], "peer-supporter", hope).showing, showing::shown) << "their own workers";
    EXPECT_EQ(cell(p.units[0], "supervisor", hope).showing, showing::too_few_people);
}

TEST(integrity_showing, hides_answers_as_soon_as_one_count_is_small) {
    integrity_case of;
    of.with({.people = 14, .level = 4}).with({.people = 1, .level = 4, .instead = {{"hope-possibility", 3}}});
    const unit_profile u = assessed(of, request_at(5)).units[0];
    for (const item_result& i : u.items) {
        if (i.perspective != "person") continue;
        EXPECT_EQ(i.showing, showing::shown);
        EXPECT_EQ(i.answers.has_value(), i.item != "hope-possibility") << i.item;
        EXPECT_EQ(i.blank.has_value(), i.item != "hope-possibility");
    }
}

TEST(integrity_showing, says_in_words_what_it_may_not_count) {
    const auto met = [](int people, int ever, int often, std::int32_t k) {
        integrity_case of;
        of.with({.people = people - ever}).with({.people = ever - often, .instead = {{"trust-passed-on", 1}}});
        of.with({.people = often, .instead = {{"trust-passed-on", 4}}});
        const unit_profile u = assessed(of, request_at(k)).units[0];
        return *std::ranges::find(u.eroded, "trust-passed-on", &eroded_result::item);
    };
    const eroded_result none = met(20, 0, 0, 5);
    EXPECT_EQ(none.ever_met, how_many::nobody);
    EXPECT_EQ(none.ever->people, 0);
    EXPECT_NEAR(none.ever->share.high, 16.11, 0.005);  // Wilson, 0 of 20
    EXPECT_EQ(none.facet, "confidentiality");
    const eroded_result some = met(20, 3, 1, 5);
    EXPECT_EQ(some.ever_met, how_many::some);
    EXPECT_FALSE(some.ever || some.often);
    const eroded_result counted = met(20, 12, 6, 5);
    EXPECT_EQ(counted.ever->people, 12);
    EXPECT_EQ(counted.often->people, 6);
    EXPECT_DOUBLE_EQ(counted.often->share.value, 30);
    const eroded_result apart = met(20, 9, 7, 5);
    EXPECT_EQ(apart.often->people, 7);
    EXPECT_EQ(apart.ever_met, how_many::counted);
    EXPECT_FALSE(apart.ever) << "two people met it rarely or sometimes";
    EXPECT_EQ(met(20, 18, 18, 5).often_met, how_many::nearly_all);
    EXPECT_EQ(met(20, 20, 20, 5).often_met, how_many::everybody);
}

TEST(integrity_showing, protects_a_small_service_in_a_region) {
    integrity_case of;
    of.with({.unit = "a", .people = 30}).with({.unit = "b", .people = 20}).with({.unit = "c", .people = 3, .level = 0});
    const integrity_profile p = assessed(of, request_at(5));
    int hidden = 0;
    for (const unit_profile& u : p.units) {
        const integrity_cell& c = cell(u, "person", hope);
        EXPECT_TRUE(c.showing == showing::shown || c.showing == showing::hidden_to_protect)
            << "small and protecting look the same";
        hidden += c.showing != showing::shown;
        EXPECT_EQ(u.heard[0].people.has_value(), c.showing == showing::shown);
    }
    ASSERT_TRUE(p.region);
    const bool region = p.region->cells[0].showing == showing::shown;
    EXPECT_EQ(hidden, region ? 2 : 1);
    for (const region_cell& c : p.region->cells)
        EXPECT_FALSE(c.mean && (c.mean->low || c.mean->high)) << "sum and spread would give both hidden ones away";
    EXPECT_FALSE(p.region->integrity.lowest && p.region->integrity.lowest->mean.low);
    EXPECT_TRUE(says(p, "msg-no-comparison-of-services"));
}

TEST(integrity_showing, leaves_other_services_unnamed) {
    integrity_case of;
    of.with({.unit = "a", .people = 30}).with({.unit = "b", .people = 20});
    integrity_request asked = request_at(5);
    asked.own_unit = "a";
    EXPECT_FALSE(assessed(of, asked).region) << "beside one's own figure it would be the other's";
    of.with({.unit = "c", .people = 25});
    const integrity_profile p = assessed(of, asked);
    EXPECT_EQ(p.units.size(), 1U);
    EXPECT_TRUE(p.region->units_unnamed);
    EXPECT_EQ(p.region->units, 3);
    EXPECT_TRUE(says(p, "msg-units-unnamed"));
    EXPECT_TRUE(p.region->cells[0].mean && !p.region->cells[0].mean->low) << "sum and spread would tell two others apart";
    of.with({.unit = "d", .people = 25});
    EXPECT_TRUE(assessed(of, asked).region->cells[0].mean->low) << "three others can not be told apart";
}

TEST(integrity_showing, gives_a_region_by_units) {
    integrity_case of;
    of.with({.unit = "a", .people = 10, .level = 4}).with({.unit = "b", .people = 10, .level = 2});
    const integrity_profile p = assessed(of, request_at(5));
    const region_cell& c = p.region->cells[0];
    EXPECT_EQ(c.people, 20);
    EXPECT_EQ(c.units, 2);
    EXPECT_DOUBLE_EQ(c.mean->value, 75);
    EXPECT_EQ(c.mean->low, 0) << "two services: t with one degree of freedom";
    EXPECT_EQ(c.mean->high, 100);
    EXPECT_TRUE(p.region->integrity.established);
    EXPECT_EQ(p.region->integrity.lowest->mean, *c.mean);
    integrity_case thirds;
    thirds.with({.unit = "a", .people = 10, .level = 4}).with({.unit = "b", .people = 5, .level = 2});
    EXPECT_DOUBLE_EQ(assessed(thirds, request_at(5)).region->cells[0].mean->value, 83.3) << "one decimal";
}

TEST(integrity_showing, pools_a_stratifier_over_units) {
    integrity_case of;
    for (const char* unit : {"a", "b", "c"})
        of.with({.unit = unit, .people = 10, .level = 4, .stratum = "x"})
            .with({.unit = unit, .people = 10, .level = 2, .stratum = "y"});
    integrity_request asked = request_at(5);
    asked.stratifier = "gender";
    const integrity_profile p = assessed(of, asked);
    ASSERT_TRUE(p.equity && p.equity->shown);
    ASSERT_EQ(p.equity->strata.size(), 2U);
    EXPECT_EQ(p.equity->strata[0].cells[0].people, 30);
    EXPECT_DOUBLE_EQ(p.equity->strata[1].cells[0].mean->value, 50);
    of.with({.unit = "a", .people = 2, .level = 0, .stratum = "z"});
    const integrity_profile small = assessed(of, asked);
    int shown = 0;
    for (const equity_stratum& s : small.equity->strata) shown += s.cells[0].showing == showing::shown;
    EXPECT_LE(shown, 1) << "the region is known, so the small group needs another beside it";
    asked.stratifier = "indigenous-identity";
    asked.community_governance = {"the community's own board", "le conseil de la communauté"};
    EXPECT_EQ(assessed(of, asked).equity->community_governance, asked.community_governance);
}

}  // namespace
}  // namespace peersupport::testing
