// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/integrity_assessment.hpp"

#include "integrity_case.hpp"

#include <gtest/gtest.h>

namespace peersupport::testing {
namespace {

status refused(const tally& from, const instrument& by, const integrity_request& asked) {
    const auto found = assess_integrity(from, by, canonical(), asked);
    return found ? status::ok : found.problems().code();
}

status refused(const integrity_request& asked) {
    return refused(integrity_case().with({}).counted(), integrity_survey(), asked);
}

TEST(integrity_assessment, refuses_what_is_not_about_a_service) {
    const instrument other = open_instrument("barc-10").value();
    EXPECT_EQ(refused(tally{}, other, request_at(5)), status::subject_refused);
    EXPECT_EQ(refused(tally{}, integrity_survey(), request_at(5)), status::tally_other);
    const instrument facit = open_instrument("mhsip-adult").value();
    const tally_plan plan = plan_of(facit, {"person"}, {.allow_unverified = true});
    tally counted(plan, shard_named("a"));
    const std::vector<std::int32_t> codes(plan.form_plan(0).item_count(), 1);
    ASSERT_EQ(add(counted, plan, {{codes}}), status::ok);
    EXPECT_EQ(refused(counted, facit, request_at(5)), status::no_values);
}

TEST(integrity_assessment, has_no_default_policy) {
    EXPECT_EQ(refused({}), status::policy_missing);
    EXPECT_EQ(refused(request_at(4)), status::policy_too_low);
    integrity_request asked = request_at(5);
    asked.policy.minimum_workers = 0;
    EXPECT_EQ(refused(asked), status::policy_too_low);
    EXPECT_EQ(refused(request_at(5)), status::ok);
    const auto k11 = policy_of(canonical(), "k11", readership::service, false);
    ASSERT_TRUE(k11);
    EXPECT_EQ(k11->minimum_people, 11);
    EXPECT_EQ(k11->id, "policy-k11");
    EXPECT_FALSE(policy_of(canonical(), "k3", readership::service, false));
}

TEST(integrity_assessment, names_what_it_does_not_know) {
    integrity_request asked = request_at(5);
    asked.wave = "2019";
    EXPECT_EQ(refused(asked), status::wave_unknown);
    asked = request_at(5);
    asked.cut_set = "no-such";
    EXPECT_EQ(refused(asked), status::cut_set_unknown);
    asked = request_at(5);
    asked.stratifier = "age";
    EXPECT_EQ(refused(asked), status::stratifier_unknown);
    asked.stratifier = "Indigenous-identity";
    EXPECT_EQ(refused(asked), status::governance_missing);
    asked = request_at(5);
    asked.own_unit = "south";
    EXPECT_EQ(refused(asked), status::unit_unknown);
    asked = request_at(5);
    collection_heard heard = stated_of();
    heard.invited = -1;
    asked.collection = described(heard);
    EXPECT_EQ(refused(asked), status::field_value);
    asked.collection->heard.clear();
    asked.collection->waves.push_back({"2025-2", {2025, 7, 1}, {2025, 7, 1}});
    EXPECT_EQ(refused(asked), status::date_out_of_range);
}

TEST(integrity_assessment, shows_the_mean_with_its_bounded_interval) {
    // Ten people at 75: with a quarter of a respondent at 0 and at 100 the mean is (750 + 25) / 10.5.
    const integrity_profile p = assessed(integrity_case().with({.people = 10, .level = 3}), request_at(5));
    const integrity_cell& c = cell(p.units.at(0), "person", hope);
    ASSERT_EQ(c.showing, showing::shown);
    EXPECT_EQ(c.people, 10);
    EXPECT_DOUBLE_EQ(c.mean->value, 75);
    EXPECT_NEAR(c.mean->low, 64.899, 0.0005);  // 73.8095 − 2.262157 · √15.5147
    EXPECT_NEAR(c.mean->high, 82.720, 0.0005);
    EXPECT_EQ(c.complete_case, (complete_case{10, 75}));
    EXPECT_EQ(c.does_not_apply, 0);
    EXPECT_EQ(c.declined, 0);
    EXPECT_EQ(p.values.size(), 7U);
    EXPECT_EQ(p.wave, "2025-2");
    EXPECT_EQ(p.counted_by, counted_by::person);
    EXPECT_TRUE(says(p, "msg-not-validated"));
    EXPECT_TRUE(says(p, "msg-not-co-produced"));
    EXPECT_TRUE(says(p, "msg-collection-missing"));
    EXPECT_TRUE(says(p, "msg-no-cut-set"));
}

TEST(integrity_assessment, keeps_does_not_apply_and_declined_apart) {
    // Six of eighteen leave out one item of four: the score stands on the others.
    integrity_case of;
    of.with({.people = 12, .level = 4})
        .with({.people = 6, .level = 4, .instead = {{"hope-possibility", 8}, {"trust-clear-role", 9}}});
    const integrity_profile p = assessed(of, request_at(6));
    const integrity_cell& c = cell(p.units[0], "person", hope);
    EXPECT_EQ(c.people, 18);
    EXPECT_DOUBLE_EQ(*c.does_not_apply, 100.0 * 6 / 72);
    EXPECT_EQ(*c.declined, 0);
    EXPECT_EQ(c.complete_case->people, 12);
    EXPECT_DOUBLE_EQ(*cell(p.units[0], "person", trust).declined, 100.0 * 6 / 72);
    const integrity_profile strict = assessed(of, request_at(8));
    EXPECT_FALSE(cell(strict.units[0], "person", hope).does_not_apply) << "six answers are fewer than eight";
    EXPECT_FALSE(cell(strict.units[0], "person", hope).complete_case) << "it would give away the mean of the other six";
}

TEST(integrity_assessment, counts_who_was_heard) {
    integrity_request asked = request_at(5);
    collection_heard heard = stated_of();
    heard.eligible = 60;
    heard.invited = 40;
    heard.responded = 20;
    heard.refused = 3;
    heard.leavers_invited = false;
    asked.collection = described(heard);
    const integrity_profile p = assessed(integrity_case().with({.people = 20, .level = 4}), asked);
    const heard_people& h = p.units[0].heard.at(0);
    EXPECT_EQ(h.people, 20);
    EXPECT_EQ(h.workers, 4);
    EXPECT_EQ(h.invited, 40);
    EXPECT_FALSE(h.refused) << "three people";
    EXPECT_DOUBLE_EQ(h.response_rate->value, 50);
    EXPECT_NEAR(h.response_rate->low, 35.20, 0.005);  // Wilson, 20 of 40
    EXPECT_NEAR(h.response_rate->high, 64.80, 0.005);
    EXPECT_EQ(cell(p.units[0], "person", hope).if_not_heard, (response_bounds{50, 100}));
    EXPECT_TRUE(p.collection.described);
    EXPECT_TRUE(says(p, "msg-leavers-not-invited"));
    EXPECT_FALSE(says(p, "msg-collection-missing"));
    asked.policy.minimum_people = 30;
    const heard_people hidden = assessed(integrity_case().with({.people = 20, .level = 4}), asked).units[0].heard.at(0);
    EXPECT_FALSE(hidden.people || hidden.invited || hidden.eligible) << "they would bound the hidden answers";
}

TEST(integrity_assessment, a_language_of_few_people_is_not_named) {
    const auto languages = [](int french) {
        integrity_case of;
        of.with({.people = 12, .level = 3}).with({.people = french, .level = 3, .language = "fr"});
        const integrity_profile found = assessed(of, request_at(5));
        EXPECT_EQ(says(found, "msg-language-pooled"), french >= 5);
        return cell(found.units[0], "person", hope).languages;
    };
    EXPECT_EQ(languages(4), std::vector<std::string>{"en"});
    EXPECT_EQ(languages(5), (std::vector<std::string>{"en", "fr"}));
}

TEST(integrity_assessment, a_number_that_is_not_shown_is_not_called_unknown) {
    const integrity_case of = integrity_case().with({.people = 20, .level = 4});
    integrity_request asked = request_at(5);
    collection_heard heard = stated_of();
    heard.invited = 22;
    asked.collection = described(heard);
    const integrity_profile close = assessed(of, asked);
    EXPECT_FALSE(close.units[0].heard.at(0).invited) << "two people were not heard";
    EXPECT_FALSE(says(close, "msg-response-rate-unknown"));
    heard.invited.reset();
    asked.collection = described(heard);
    EXPECT_TRUE(says(assessed(of, asked), "msg-response-rate-unknown"));
}

TEST(integrity_assessment, speaks_only_for_those_who_receive_support) {
    integrity_case of;
    of.with({.form = "peer-supporter", .people = 20, .level = 4})
        .with({.form = "supervisor", .people = 20, .level = 4});
    const integrity_profile p = assessed(of, request_at(5));
    EXPECT_FALSE(p.units[0].integrity.established);
    EXPECT_EQ(p.units[0].integrity.reason, "msg-too-few-heard");
    EXPECT_EQ(cell(p.units[0], "peer-supporter", hope).showing, showing::shown);
    EXPECT_EQ(cell(p.units[0], "person", hope).showing, showing::nobody);
    EXPECT_TRUE(p.units[0].gaps.empty());
}

TEST(integrity_assessment, gives_the_lowest_value_and_overall_only_when_asked) {
    integrity_case of;
    of.with({.people = 20, .level = 4, .instead = {{"trust-clear-role", 0}, {"trust-see-notes", 0}}});  // trust: 50
    integrity_request asked = request_at(5);
    EXPECT_FALSE(assessed(of, asked).units[0].integrity.overall);
    asked.overall = true;
    const unit_integrity found = assessed(of, asked).units[0].integrity;
    EXPECT_TRUE(found.established);
    EXPECT_EQ(found.values_established, 7);
    EXPECT_EQ(found.lowest->value, trust);
    EXPECT_DOUBLE_EQ(found.lowest->mean.value, 50);
    EXPECT_DOUBLE_EQ(found.overall->value, (6 * 100 + 50) / 7.0);
}

TEST(integrity_assessment, orders_gaps_by_size) {
    integrity_case of;
    of.with({.people = 20, .level = 4, .instead = {{"trust-clear-role", 0}, {"trust-see-notes", 0}}});
    const unit_profile found = assessed(of, request_at(5)).units[0];
    ASSERT_GE(found.gaps.size(), 3U);
    EXPECT_EQ(found.gaps[0].id, "trust-clear-role");
    EXPECT_EQ(found.gaps[1].id, "trust-see-notes");
    EXPECT_EQ(found.gaps[2].id, trust);
    EXPECT_EQ(found.gaps[2].kind, gap_kind::value);
    EXPECT_DOUBLE_EQ(found.gaps[2].size, 100 - cell(found, "person", trust).mean->high);
    for (std::size_t i = 1; i < found.gaps.size(); ++i) EXPECT_GE(found.gaps[i - 1].size, found.gaps[i].size);
}

TEST(integrity_assessment, does_not_depend_on_the_order_of_answers) {
    integrity_case of;
    of.everybody("north", 20, 3, 6, 4).everybody("south", 14, 2, 7, 3).with({.unit = "east", .people = 9, .level = 1});
    const integrity_request asked = request_at(6);
    const auto one = assess_integrity(of.counted(), integrity_survey(), canonical(), asked);
    const auto other = assess_integrity(of.counted(true), integrity_survey(), canonical(), asked);
    EXPECT_EQ(one.value(), other.value());
    EXPECT_EQ(one->units[0].unit, "east") << "by id, never by score";
}

TEST(integrity_assessment, plans_for_the_organization_first) {
    integrity_case of;
    of.with({.people = 20,
             .level = 4,
             .instead = {{"trust-clear-role", 0}, {"trust-see-notes", 0}, {"trust-passed-on", 4}}});
    integrity_request asked = request_at(5);
    asked.collection = collection{};
    asked.collection->waves.push_back({"2025-2", {2025, 7, 1}, {2026, 1, 1}});
    asked.done.push_back({"", {"said", "dit"}, {}, {}, {}});
    asked.done.push_back({"elsewhere", {"said", "dit"}, {}, {}, {}});
    const unit_profile found = assessed(of, asked).units[0];
    const improvement_plan& plan = found.improvement;
    ASSERT_EQ(plan.ideas.size(), 5U);
    // First what helps with words passed on, which is over a limit; then what the organization can change.
    EXPECT_EQ(plan.ideas[0].idea, "ci-notes-guide");
    EXPECT_EQ(plan.ideas[1].idea, "ci-intro-script");
    for (std::size_t i = 0; i < plan.ideas.size(); ++i) {
        const planned_idea& idea = plan.ideas[i];
        EXPECT_TRUE(i == 1 || idea.level == "level-organization" || idea.level == "level-system") << idea.idea;
        EXPECT_EQ(idea.values, std::vector<std::string>{std::string(trust)});
        EXPECT_EQ(idea.items, i < 2 ? std::vector<std::string>{"trust-passed-on"} : std::vector<std::string>{});
        EXPECT_FALSE(idea.process_measure.fr.empty());
    }
    EXPECT_EQ(plan.reflection.size(), 6U);
    EXPECT_EQ(plan.steps.size(), 5U);
    EXPECT_FALSE(plan.aim.en.empty());
    EXPECT_FALSE(plan.balancing.empty());
    EXPECT_EQ(plan.look_again, "2026-07-04");  // 184 days on
    EXPECT_EQ(found.done->size(), 1U);
}

TEST(integrity_assessment, every_item_over_a_limit_has_an_idea_before_another_has_two) {
    integrity_case of;
    of.with({.people = 20,
             .level = 4,
             .instead = {{"self-determination-had-to", 4}, {"dignity-looked-down-on", 4}, {"trust-passed-on", 4}}});
    const auto ideas = assessed(of, request_at(5)).units[0].improvement.ideas;
    ASSERT_EQ(ideas.size(), 5U);
    EXPECT_EQ(std::ranges::count(ideas[0].items, "self-determination-had-to"), 1) << "the first of the limits";
    for (const std::string_view item : {"self-determination-had-to", "trust-passed-on", "dignity-looked-down-on"})
        EXPECT_TRUE(std::ranges::any_of(ideas.begin(), ideas.begin() + 3, [&](const planned_idea& idea) {
            return std::ranges::count(idea.items, item) == 1;
        })) << item;
}

TEST(integrity_assessment, takes_a_snapshot_that_is_exact) {
    integrity_case of;
    of.with({.people = 7, .level = 3})
        .with({.people = 5, .level = 1, .language = "fr"})
        .with({.people = 2, .level = 4, .language = "fr"});
    const auto stored = take_snapshot(of.counted(), integrity_survey(), canonical(), {}, "");
    ASSERT_TRUE(stored);
    ASSERT_EQ(stored->cells.size(), 14U);
    EXPECT_EQ(stored->cells[0].language, "en");
    EXPECT_EQ(stored->cells[0].people, 7);
    EXPECT_EQ(stored->cells[0].workers, 4);
    const auto& fr = stored->cells[7];
    EXPECT_EQ(fr.language, "fr");
    ASSERT_EQ(fr.bins.size(), 2U);
    EXPECT_EQ(fr.bins[0].people, 5);
    EXPECT_EQ(fr.bins[0].numerator * 4, fr.bins[0].denominator * 100);
    EXPECT_EQ(stored->eroded.size(), 14U);
    EXPECT_EQ(take_snapshot(of.counted(), integrity_survey(), canonical(), {}, "2019").problems().code(),
              status::wave_unknown);
}

}  // namespace
}  // namespace peersupport::testing
