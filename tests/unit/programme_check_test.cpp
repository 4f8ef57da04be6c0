// SPDX-License-Identifier: Apache-2.0
// Each rule found and not found, and the borders between.
#include "programme_cases.hpp"
#include "review/calendar.hpp"

#include <random>
#include <set>
#include <utility>

using namespace peersupport;
using namespace peersupport::unit;

TEST(programme_check, finds_nothing_in_a_programme_that_follows_the_definition) {
    const programme_report report = checked(nothing);
    for (const finding& f : report.findings) ADD_FAILURE() << f.rule << " " << f.place;
    EXPECT_TRUE(checked(nothing, day(2040, 1, 1)).findings.empty());
}

TEST(programme_check, finds_each_rule_where_it_is_broken_and_says_so_in_both_languages) {
    for (const rule_case& each : all_cases()) {
        SCOPED_TRACE(std::string(each.rule) + ": " + each.what);
        const programme_report report = checked(each.apply, each.as_of);
        EXPECT_EQ(places_of(report, each.rule), each.places);
        const finding* first = first_of(report, each.rule);
        if (first == nullptr || each.en == nullptr) continue;
        EXPECT_EQ(first->message.en, each.en);
        EXPECT_EQ(first->message.fr, each.fr);
    }
}

TEST(programme_check, every_rule_of_the_definition_is_applied) {
    std::set<std::string> found, known;
    for (const rule_case& each : all_cases())
        for (const finding& f : checked(each.apply, each.as_of).findings) found.insert(f.rule);
    for (const programme_rule& rule : canonical().programme_rules()) known.emplace(rule.id);
    EXPECT_EQ(found, known);
}

TEST(programme_check, a_rule_that_is_not_there_is_not_applied) {
    for (const rule_case& each : all_cases()) {
        std::vector<programme_rule> rules;
        for (const programme_rule& rule : canonical().programme_rules())
            if (rule.id != each.rule) rules.push_back(rule);
        definition_tables tables = canonical().tables();
        tables.programme_rules = rules;
        const definition without(canonical().identity(), tables);
        EXPECT_TRUE(places_of(checked(each.apply, each.as_of, without), each.rule).empty()) << each.rule;
    }
}

TEST(programme_check, a_finding_carries_what_its_rule_says) {
    const programme_report report = checked([](programme& p) { p.positions[4].supervisor.reset(); });
    const finding* found = first_of(report, "rule-no-supervisor");
    ASSERT_NE(found, nullptr);
    const programme_rule* rule = canonical().find<programme_rule>("rule-no-supervisor");
    EXPECT_EQ(found->need, rule->need);
    EXPECT_EQ(found->level, rule->level);
    EXPECT_EQ(found->gap, rule->gap);
    EXPECT_TRUE(std::ranges::equal(found->change_ideas, rule->change_ideas));
    EXPECT_EQ(found->about, (texts{"mill-2", "mill-street"}));
    EXPECT_EQ(report.counts.missing, 1U);
    EXPECT_EQ(report.counts.check + report.counts.say, 0U);
}

TEST(programme_check, messages_are_complete_and_name_only_what_they_are_about) {
    for (const rule_case& each : all_cases()) {
        SCOPED_TRACE(each.what);
        programme what = clean();
        each.apply(what);
        texts ids;
        for (const auto& row : what.agencies) ids.push_back(row.id);
        for (const auto& row : what.positions) ids.push_back(row.id);
        for (const auto& row : what.supervisors) ids.push_back(row.id);
        for (const auto& row : what.networks) ids.push_back(row.id);
        for (const auto& row : what.tables) ids.push_back(row.id);
        for (auto* name : {&what.name, &what.regions[0].name, &what.agencies[0].name, &what.networks[0].name})
            *name = {"Secret name", "Nom secret"};
        const auto report = check_programme(what, canonical(), each.as_of);
        for (const finding& f : report->findings)
            for (const std::string& text : {f.message.en, f.message.fr}) {
                EXPECT_FALSE(text.empty());
                EXPECT_EQ(text.find_first_of("{}?|"), std::string::npos) << text;
                EXPECT_EQ(text.find("  "), std::string::npos) << text;
                EXPECT_EQ(text.find("ecret"), std::string::npos) << text;
                for (const std::string& id : ids) {
                    const bool named = text.find(id) != std::string::npos;
                    EXPECT_TRUE(!named || std::ranges::count(f.about, id) == 1) << id << " in " << text;
                }
            }
    }
}

namespace {

/// A definition with another limit of a rule, and other intervals of a frequency.
struct changed_definition {
    std::vector<programme_rule> rules;
    std::vector<frequency> frequencies;

    changed_definition() {
        const auto all = canonical().programme_rules();
        rules.assign(all.begin(), all.end());
        const auto often = canonical().frequencies();
        frequencies.assign(often.begin(), often.end());
    }
    changed_definition& limit(std::string_view id, std::int32_t count, interval_unit unit) {
        auto& row = *std::ranges::find(rules, id, &programme_rule::id);
        row.limit = count;
        row.unit = unit;
        return *this;
    }
    changed_definition& every(std::string_view id, std::int32_t count, interval_unit unit) {
        auto& row = *std::ranges::find(frequencies, id, &frequency::id);
        row.every = count;
        row.unit = unit;
        return *this;
    }
    [[nodiscard]] definition get() const {
        definition_tables tables = canonical().tables();
        tables.programme_rules = rules;
        tables.frequencies = frequencies;
        return {canonical().identity(), tables};
    }
};

/// The peer network's meetings of a period, held against a frequency.
part_meetings met(const programme_period& period, std::vector<date> meetings, std::int32_t every, interval_unit unit,
                  const date& as_of = day(2040, 1, 1)) {
    changed_definition other;
    other.every("freq-peer-network", every, unit);
    const auto report = checked(
        [&](programme& p) {
            p.period = period;
            p.networks[0].meetings = std::move(meetings);
        },
        as_of, other.get());
    return report.connections.at(0).parts.at(0);
}

using days = std::vector<date>;

}  // namespace

TEST(programme_check, a_border_belongs_to_what_is_allowed) {
    // Valley positions began on 2025-09-08, 180 days before 2026-03-07.
    const auto untrained = [](programme& p) { p.positions[0].training.clear(); };
    EXPECT_TRUE(places_of(checked(untrained, day(2026, 3, 7)), "rule-core-skills-missing").empty());
    const auto trained = [](programme& p) { p.positions[0].training[0].day = day(2026, 3, 7); };
    EXPECT_TRUE(places_of(checked(trained), "rule-core-skills-late").empty());
    const auto vacant = [](programme& p) {
        p.positions[0].started.reset();
        p.positions[0].vacant_since = day(2026, 4, 1);
    };
    EXPECT_TRUE(places_of(checked(vacant), "rule-position-vacant").empty());
    const auto open = [](programme& p) { p.improvement[0].decided.reset(); };
    EXPECT_TRUE(places_of(checked(open, day(2026, 10, 10)), "rule-cycle-open").empty());
    const auto together = [](programme& p) { p.baseline->day = p.improvement[0].started; };
    EXPECT_TRUE(places_of(checked(together), "rule-baseline-after-change").empty());
    const auto same_day = [](programme& p) { p.evaluation->impact = {{day(2026, 3, 30)}}; };
    EXPECT_TRUE(places_of(checked(same_day), "rule-impact-before-integrity").empty());
    const auto at_once = [](programme& p) { p.improvement[0].started = day(2026, 3, 30); };
    EXPECT_TRUE(places_of(checked(at_once), "rule-no-improvement-cycle").empty());
}

TEST(programme_check, what_comes_after_the_day_is_left_out) {
    const programme_report report = checked(nothing, day(2026, 2, 28));
    EXPECT_EQ(report.to, day(2026, 2, 28));
    EXPECT_EQ(report.connections.at(0).parts.at(0).expected, 2U);
    EXPECT_EQ(report.connections.at(0).parts.at(0).last, day(2026, 2, 11));
    EXPECT_EQ(report.evaluation.integrity_known, std::nullopt);
    const programme_report early =
        checked([](programme& p) { p.positions[0].started = day(2026, 3, 1); }, day(2026, 2, 28));
    EXPECT_EQ(early.counts.positions, 5U);
    EXPECT_EQ(early.counts.filled, 5U);
    EXPECT_EQ(early.core_skills, (training_count{4, 4}));
    const auto trained_later = [](programme& p) { p.positions[0].training[0].day = day(2026, 4, 1); };
    EXPECT_EQ(checked(trained_later, day(2026, 3, 31)).core_skills, (training_count{4, 5}));
}

TEST(programme_check, a_day_before_the_period_is_refused) {
    const programme what = clean();
    EXPECT_TRUE(check_programme(what, canonical(), day(2026, 1, 1)));
    const auto refused = check_programme(what, canonical(), day(2025, 12, 31));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().code(), status::date_out_of_range);
}

TEST(programme_check, a_period_is_cut_into_whole_intervals) {
    constexpr auto week = interval_unit::week, month = interval_unit::month, year = interval_unit::year;
    const programme_period quarter{day(2026, 1, 1), day(2026, 3, 31)};
    EXPECT_EQ(met(quarter, {}, 1, month).missed, (days{day(2026, 1, 1), day(2026, 2, 1), day(2026, 3, 1)}));
    EXPECT_EQ(met({quarter.from, day(2026, 3, 30)}, {}, 1, month).expected, 2U);
    EXPECT_EQ(met(quarter, {day(2026, 1, 31), day(2026, 2, 1)}, 1, month).missed, (days{day(2026, 3, 1)}));
    EXPECT_EQ(met(quarter, {day(2026, 2, 14)}, 1, interval_unit::quarter).missed, days{});
    EXPECT_EQ(met({day(2024, 1, 31), day(2024, 4, 29)}, {}, 1, month).missed,
              (days{day(2024, 1, 31), day(2024, 2, 29), day(2024, 3, 31)}));
    EXPECT_EQ(met({day(2026, 1, 15), day(2026, 3, 14)}, {day(2026, 2, 14)}, 1, month).missed, (days{day(2026, 2, 15)}));
    EXPECT_EQ(met({day(2026, 1, 1), day(2026, 1, 28)}, {day(2026, 1, 14)}, 2, week).missed, (days{day(2026, 1, 15)}));
    EXPECT_EQ(met({day(2026, 1, 1), day(2026, 1, 27)}, {}, 2, week).expected, 1U);
    EXPECT_EQ(met({day(2024, 2, 29), day(2026, 2, 27)}, {}, 1, year).missed,
              (days{day(2024, 2, 29), day(2025, 2, 28)}));
    EXPECT_EQ(met(quarter, {day(2026, 1, 5), day(2026, 3, 9), day(2026, 1, 5)}, 0, month).held, 2U);
    EXPECT_EQ(met(quarter, {}, 2'000'000'000, year).expected, 0U);
    EXPECT_EQ(met(quarter, {day(2026, 1, 5)}, 1, month, day(2026, 1, 31)).expected, 1U);
}

TEST(programme_check, an_organization_may_set_limits_and_frequencies) {
    changed_definition other;
    other.limit("rule-meetings-rare", 1, interval_unit::none).every("freq-peer-network", 2, interval_unit::week);
    other.limit("rule-core-skills-late", 6, interval_unit::month);
    const auto change = [](programme& p) {
        p.tables[0].meetings->pop_back();
        p.positions[0].training[0].day = day(2026, 3, 9);
    };
    const programme_report report = checked(change, last_day, other.get());
    const finding* rare = first_of(report, "rule-meetings-rare");
    ASSERT_NE(rare, nullptr);
    EXPECT_EQ(places_of(report, "rule-meetings-rare"), (texts{"/networks/0"}));
    EXPECT_EQ(rare->message.en, "valley-peers: no meeting in 6 of 12 periods of 2 weeks (limit: 1).");
    EXPECT_EQ(rare->message.fr, "valley-peers : aucune rencontre pendant 6 périodes de 2 semaines sur 12 (seuil : 1).");
    EXPECT_EQ(rare->days.size(), 6U);
    EXPECT_EQ(first_of(report, "rule-core-skills-late")->message.fr,
              "La formation de base pour le poste valley-1 de l'organisme valley-centre est venue 182 jours après "
              "l'entrée en poste (seuil : 6 mois).");
}

TEST(programme_check, later_days_are_found_across_the_calendar) {
    using review::later_by;
    date today = day(1900, 1, 1);
    while (today < day(2200, 12, 31)) {
        const date next = later_by(today, {1, interval_unit::day});
        ASSERT_TRUE(is_valid(next)) << to_text(today);
        ASSERT_EQ(days_between(today, next), 1) << to_text(today);
        today = next;
    }
    EXPECT_EQ(later_by(day(2024, 10, 31), {4, interval_unit::month}), day(2025, 2, 28));
    EXPECT_EQ(later_by(day(2026, 12, 31), {1, interval_unit::quarter}), day(2027, 3, 31));
    EXPECT_EQ(later_by(day(2026, 5, 5), {-3, interval_unit::month}), day(2026, 5, 5));
    EXPECT_EQ(later_by(day(2026, 5, 5), {2'147'483'647, interval_unit::year}), day(9999, 12, 31));
    EXPECT_EQ(later_by(day(2026, 5, 5), {2'147'483'647, interval_unit::day}), day(9999, 12, 31));
}

TEST(programme_check, other_links_carry_issues_too) {
    const auto apart = [](programme& p) {
        p.tables[1].hub_takes_part = false;
        p.links = {{{link_end_kind::table, 0}, {link_end_kind::table, 1}}};
    };
    const programme_report report = checked(apart);
    EXPECT_TRUE(places_of(report, "rule-issue-path-missing").empty());
    EXPECT_EQ(report.paths.at(1).path,
              (texts{"valley-1", "valley-peers", "valley-hub", "valley-planning", "valley-stewards"}));
    const auto from_agency = [](programme& p) {
        p.hub.reset();
        p.links = {{{link_end_kind::network, 0}, {link_end_kind::agency, 1}}};
    };
    EXPECT_EQ(checked(from_agency).paths.at(0).path,
              (texts{"valley-1", "valley-peers", "mill-street", "valley-planning"}));
    const auto backwards = [](programme& p) {
        p.hub.reset();
        p.links = {{{link_end_kind::agency, 1}, {link_end_kind::network, 0}},
                   {{link_end_kind::table, 0}, {link_end_kind::network, 0}}};
    };
    EXPECT_EQ(checked(backwards).paths.at(0).reached, 0U);
}

TEST(programme_check, an_outer_ring_is_shown_and_nothing_is_asked_of_it) {
    const auto ring = [](programme& p) {
        p.tables.push_back({"far-away", {}, "connection-outer-ring", false, {}, std::nullopt});
    };
    const programme_report report = checked(ring);
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.paths.at(2).not_reached.size(), 6U);
    EXPECT_FALSE(report.connections.at(4).exists);
    EXPECT_EQ(report.constellation.edges.back(),
              (constellation_edge{"far-away", "valley-hub", "connection-outer-ring", false, std::nullopt}));
}

TEST(programme_check, the_constellation_draws_also_what_is_missing) {
    const programme_report whole = checked(nothing);
    EXPECT_EQ(whole.constellation.nodes.at(0).part, "part-hub");
    EXPECT_EQ(whole.constellation.nodes.at(1), (constellation_node{"valley-centre", "part-host", {}}));
    EXPECT_EQ(whole.constellation.edges.at(0),
              (constellation_edge{"valley-peers", "valley-hub", "connection-peer-network", true, true}));
    const programme_report broken = checked([](programme& p) { p.hub.reset(), p.tables.pop_back(); });
    EXPECT_EQ(std::ranges::count(broken.constellation.nodes, constellation_node{"part-hub", "part-hub", {}}), 1);
    EXPECT_EQ(broken.constellation.edges.at(3),
              (constellation_edge{"part-stewardship-group", "part-hub", "connection-stewardship-group", false,
                                  std::nullopt}));
}

TEST(programme_check, some_roles_need_no_supervisor_and_no_core_skills) {
    const auto evaluator = [](programme& p) {
        p.positions[0].role = "role-peer-evaluator";
        p.positions[0].training.clear();
        p.positions[0].supervisor.reset();
    };
    const programme_report report = checked(evaluator);
    EXPECT_EQ(report.core_skills, (training_count{4, 4}));
    EXPECT_EQ(places_of(report, "rule-no-supervisor"), (texts{"/positions/0"}));
}

TEST(programme_check, without_a_framework_nothing_is_said_of_numbers) {
    const programme_report report = checked([](programme& p) { p.funding_framework.reset(); });
    EXPECT_TRUE(report.findings.empty());
    EXPECT_FALSE(report.funding);
    EXPECT_FALSE(report.system_leads);
}

namespace {

/// The same programme with agencies and positions in another order.
programme shuffled(programme what, std::mt19937& random) {
    std::vector<std::size_t> order(what.agencies.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::shuffle(order, random);
    const auto before = what.agencies;
    for (std::size_t i = 0; i < order.size(); ++i) what.agencies[order[i]] = before[i];
    const auto move = [&](std::size_t& agency) { agency = order[agency]; };
    for (auto& each : what.positions) move(each.agency);
    for (auto& each : what.supervisors) move(each.agency);
    for (auto& each : what.tables) std::ranges::for_each(each.agencies, move);
    if (what.hub && what.hub->host) move(*what.hub->host);
    if (what.funding_framework)
        for (auto& line : what.funding_framework->positions) move(line.agency);
    std::ranges::shuffle(what.positions, random);
    return what;
}

std::multiset<std::string> rules_in(const programme_report& report) {
    std::multiset<std::string> rules;
    for (const finding& f : report.findings) rules.insert(f.rule);
    return rules;
}

}  // namespace

TEST(programme_check, the_order_of_agencies_and_positions_changes_no_count) {
    std::mt19937 random(20260630);
    for (const rule_case& each : all_cases()) {
        SCOPED_TRACE(each.what);
        programme what = clean();
        each.apply(what);
        const auto before = check_programme(what, canonical(), each.as_of);
        for (int round = 0; round < 5; ++round) {
            const auto after = check_programme(shuffled(what, random), canonical(), each.as_of);
            EXPECT_EQ(after->counts, before->counts);
            EXPECT_EQ(after->core_skills, before->core_skills);
            EXPECT_EQ(after->supervision, before->supervision);
            EXPECT_EQ(after->connections, before->connections);
            EXPECT_EQ(rules_in(*after), rules_in(*before));
            for (std::size_t i = 0; i < before->paths.size(); ++i)
                EXPECT_EQ(after->paths[i].reached, before->paths[i].reached);
        }
    }
}

TEST(programme_check, findings_stand_in_the_order_of_the_rules_and_the_file) {
    const auto broken = [](programme& p) {
        p.funder.reset();
        p.networks[1].meetings.reset();
        p.networks[0].meetings.reset();
        for (std::size_t i = 5; i-- > 0;) p.positions[i].supervisor.reset();
        p.baseline.reset();
    };
    const programme_report report = checked(broken);
    EXPECT_TRUE(checked(broken) == report);
    texts found;
    for (const finding& f : report.findings) found.push_back(f.place);
    EXPECT_EQ(found, (texts{"/networks/0", "/networks/1", "/positions/0", "/positions/1", "/positions/2",
                            "/positions/3", "/positions/4", "/funder", "/baseline"}));
}
