// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/published_table.hpp"

#include "peersupport/instrument/digest.hpp"
#include "tally_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace peersupport;
using namespace peersupport::testing;

// Published figures are the end of the road: nothing makes counts of them again, nothing makes them but publish().
template <class T>
concept has_merge = requires(T& a, const T& b) {
    a.merge(b);
};
template <class T>
concept has_sum = requires(const T& a, const T& b) {
    a + b;
};
template <class T>
concept has_bytes = requires(const T& a) {
    a.to_bytes();
};
static_assert(has_merge<tally> && !has_merge<published_table>);
static_assert(!has_sum<published_table> && !has_bytes<published_table>);
static_assert(!std::is_default_constructible_v<published_table> && !std::is_aggregate_v<published_table>);
static_assert(!std::is_constructible_v<tally, published_table> && !std::is_convertible_v<published_table, tally>);
static_assert(!std::is_constructible_v<published_table, tally>);
static_assert(!std::is_constructible_v<published_table, std::string>);

const integrity_policy k11{"policy-k11", 11, 3, readership::general_public, false};
constexpr release_grouping by_unit{true, false, false}, together{};

instrument survey() {
    instrument_builder b(likert(0, 4), 2);
    b.value.subject = instrument_subject::service;
    b.add_scale(score_rule::pomp, {0, 1}, at_least(1)).id = "hope";
    b.add_form("person", form_kind::core, {0, 1}, {0});
    return b.value;
}

/// `count` people of a unit who all answer `codes`, about `workers` workers in turn (0: nobody named).
void add_people(std::vector<response>& to, const std::string& unit, int count, std::vector<std::int32_t> codes,
                int workers = 4) {
    for (int i = 0; i < count; ++i) {
        response r;
        r.codes = codes;
        r.key = {"", unit, "2025-2", "en", ""};
        r.person = unit + std::to_string(to.size());
        if (workers > 0) r.worker = unit + "-worker-" + std::to_string(i % workers);
        to.push_back(std::move(r));
    }
}

struct region {
    instrument from = survey();
    std::vector<response> rows;

    void unit(const std::string& name, int count, std::vector<std::int32_t> codes = {3, 3}, int workers = 4) {
        add_people(rows, name, count, std::move(codes), workers);
    }
    [[nodiscard]] tally counts() const {
        const std::vector<std::string_view> forms{"person"};
        return counted(plan_of(from, forms), shard_named("one"), rows);
    }
    [[nodiscard]] result<publication> published(publish_request request) const {
        return publish(counts(), from, request);
    }
    [[nodiscard]] publication published(std::vector<release_grouping> groupings, integrity_policy policy = k11) const {
        return published(publish_request{std::move(policy), std::move(groupings), {}}).value();
    }
};

const published_figure& find(const published_table& in, const std::string& unit, const std::string& scale) {
    const auto found = std::find_if(in.figures().begin(), in.figures().end(),
                                    [&](const published_figure& f) { return f.unit == unit && f.scale == scale; });
    if (found == in.figures().end()) throw std::runtime_error("no such figure");
    return *found;
}

TEST(PublishedTable, ShowsPeopleMeanAndInterval) {
    region r;
    r.unit("a", 10, {4, 4});
    r.unit("a", 2, {4, 3});
    const published_table t = r.published({by_unit}).table;
    ASSERT_EQ(t.figures().size(), 2U);
    EXPECT_EQ(find(t, "a", "").people, 12);
    EXPECT_FALSE(find(t, "a", "").mean);
    const published_figure& hope = find(t, "a", "hope");
    EXPECT_TRUE(hope.shown);
    EXPECT_EQ(hope.people, 12);
    EXPECT_EQ(hope.mean, 97.9);  // (10 × 100 + 2 × 87.5) ÷ 12 = 97.916…
    ASSERT_TRUE(hope.low && hope.high);
    EXPECT_LT(*hope.low, 97.9);
    EXPECT_LE(*hope.high, 100);
    EXPECT_TRUE(t.header().forms[0].items.empty());
    EXPECT_EQ(t.policy(), k11);
}

TEST(PublishedTable, AHiddenFigureHasNoNumbers) {
    region r;
    r.unit("a", 90);
    r.unit("b", 20);
    r.unit("c", 3, {0, 0});
    r.unit("d", 30);
    const published_table t = r.published({by_unit, together}).table;
    for (const std::string scale : {"", "hope"}) {
        EXPECT_TRUE(find(t, "a", scale).shown);
        EXPECT_TRUE(find(t, "", scale).shown);
        EXPECT_EQ(find(t, "", scale).people, 143);
        for (const std::string unit : {"b", "c", "d"}) {
            const published_figure& hidden = find(t, unit, scale);
            EXPECT_FALSE(hidden.shown);
            EXPECT_EQ(hidden.people, 0);
            EXPECT_FALSE(hidden.mean || hidden.low || hidden.high);
        }
    }
    EXPECT_TRUE(find(t, "", "hope").mean);
    EXPECT_FALSE(find(t, "", "hope").low) << "the spread between units would say something about c";
}

TEST(PublishedTable, UnitsThatNobodyNamesAreAtLeastThreeAndNoneOutweighsTheRest) {
    region two;
    two.unit("a", 40);
    two.unit("b", 30);
    EXPECT_FALSE(find(two.published({together}).table, "", "hope").shown);
    EXPECT_TRUE(find(two.published({by_unit, together}).table, "a", "hope").shown);
    region three = two;
    three.unit("c", 20);
    EXPECT_TRUE(find(three.published({together}).table, "", "hope").shown);
    EXPECT_TRUE(find(three.published({together}).table, "", "hope").low);
    region heavy;
    heavy.unit("a", 90);
    heavy.unit("b", 5);
    heavy.unit("c", 5);
    EXPECT_FALSE(find(heavy.published({together}).table, "", "hope").shown);
}

TEST(PublishedTable, TheIntervalDoesNotDependOnWhatIsAskedFor) {
    region r;
    r.unit("a", 60);
    r.unit("b", 35, {4, 2});
    r.unit("c", 40, {2, 2});
    r.unit("z", 5, {0, 0});
    r.unit("y", 30, {1, 1});
    const published_figure alone = find(r.published({together}).table, "", "hope");
    EXPECT_TRUE(alone.shown);
    EXPECT_FALSE(alone.low) << "z could not be shown, so the spread between units may not be told";
    region open = r;
    open.unit("z", 20, {0, 0});
    EXPECT_TRUE(find(open.published({together}).table, "", "hope").low);
}

TEST(PublishedTable, NoIntervalWhereAPartOfAUnitIsSmall) {
    region r;
    for (const auto& [unit, french] : {std::pair("a", 9), std::pair("b", 8), std::pair("c", 9)}) {
        r.unit(unit, 40);
        for (std::size_t i = r.rows.size() - static_cast<std::size_t>(french); i < r.rows.size(); ++i)
            r.rows[i].key.language = "fr";
    }
    constexpr release_grouping by_language{false, true, false};
    const published_table t = r.published({by_unit, by_language}).table;
    std::size_t means = 0;
    for (const published_figure& f : t.figures()) {
        if (!f.unit.empty() || !f.mean) continue;
        ++means;
        EXPECT_FALSE(f.low) << f.language;
    }
    EXPECT_GT(means, 0U);
    EXPECT_FALSE(find(r.published({together}).table, "", "hope").low);
}

TEST(PublishedTable, AHiddenServiceThatTakesItselfAwayIsNotLeftWithAFew) {
    // Without this c, hidden for z, knew z: 112 − 60 − 35 − 12 = 5.
    region r;
    r.unit("a", 60);
    r.unit("b", 35);
    r.unit("c", 12);
    r.unit("z", 5);
    const published_table t = r.published({by_unit, together}).table;
    std::int64_t hidden = 0, largest = 0;
    for (const auto& [unit, people] : {std::pair("a", 60), std::pair("b", 35), std::pair("c", 12), std::pair("z", 5)})
        if (!find(t, unit, "").shown) {
            hidden += people;
            largest = std::max<std::int64_t>(largest, people);
        }
    EXPECT_TRUE(!find(t, "", "").shown || hidden - largest >= 11) << hidden << ' ' << largest;
    EXPECT_TRUE(find(t, "a", "").shown);
    EXPECT_TRUE(find(t, "", "").shown) << "one unit more is less than half of all";
}

TEST(PublishedTable, TheSamePeopleInTwoForms) {
    instrument_builder b(likert(0, 4), 3);
    b.value.subject = instrument_subject::service;
    b.add_scale(score_rule::pomp, {0, 1}, at_least(1)).id = "hope";
    b.add_scale(score_rule::pomp, {2}, at_least(1)).id = "kindness";
    b.add_form("person", form_kind::core, {0, 1}, {0});
    b.add_form("person-more", form_kind::module, {2}, {1});
    const std::vector<std::string_view> both{"person", "person-more"};
    const auto count = [&](std::size_t form, const std::vector<response>& rows) {
        return counted(plan_of(b.value, both), shard_named(both[form]), rows, form);
    };
    std::vector<response> core, more;
    for (const auto& [unit, people] :
         {std::pair("a", 60), std::pair("b", 55), std::pair("c", 20), std::pair("d", 30), std::pair("z", 8)}) {
        add_people(core, unit, people, {3, 3});
        if (unit != std::string("z")) add_people(more, unit, people, {3});
    }
    tally all = count(0, core);
    ASSERT_EQ(all.merge(count(1, more)), status::ok);
    const publication made = publish(all, b.value, {k11, {by_unit, together}, {}}).value();
    std::size_t hidden = 0;
    for (const published_figure& f : made.table.figures())
        for (const published_figure& g : made.table.figures())
            if (f.form == "person" && g.form == "person-more" && f.unit == g.unit && f.scale.empty() && f.unit != "z" &&
                !f.unit.empty() && !f.shown) {
                ++hidden;
                EXPECT_FALSE(g.shown) << g.unit << " says how many answered the other form";
            }
    EXPECT_GT(hidden, 0U);
}

TEST(PublishedTable, FewWorkersOrNobodyKnows) {
    region r;
    r.unit("a", 40, {3, 3}, 2);
    r.unit("b", 40, {3, 3}, 0);
    r.unit("c", 40, {3, 3}, 3);
    const published_table t = r.published({by_unit}).table;
    EXPECT_FALSE(find(t, "a", "hope").shown);
    EXPECT_FALSE(find(t, "b", "hope").shown);
    EXPECT_TRUE(find(t, "c", "hope").shown);
    publish_request stated{k11, {by_unit}, {}};
    stated.heard.push_back({"b", "2025-2", "person", {}, {}, {}, {}, {}, 5});
    EXPECT_TRUE(find(r.published(stated).value().table, "b", "hope").shown);
    integrity_policy team = k11;
    team.audience = readership::team;
    EXPECT_FALSE(find(r.published({by_unit}, team).table, "a", "hope").shown);
    team.workers_agreed = true;
    EXPECT_TRUE(find(r.published({by_unit}, team).table, "a", "hope").shown);
}

TEST(PublishedTable, TheSamePersonInTwoUnitsIsOnePerson) {
    region r;
    r.unit("a", 5);
    r.unit("b", 5);
    r.unit("c", 5);
    for (std::size_t i = 0; i < r.rows.size(); ++i) r.rows[i].person = "p" + std::to_string(i % 5);
    integrity_policy k5 = k11;
    k5.minimum_people = 6;
    EXPECT_FALSE(find(r.published({together}, k5).table, "", "").shown) << "fifteen answers, five people";
}

TEST(PublishedTable, PeopleHeardMinusPeopleScoredIsNoWayRound) {
    region r;
    r.unit("a", 30);
    r.unit("b", 12);
    r.unit("c", 12);
    r.unit("c", 5, {declined_code, declined_code});
    r.unit("b", 3, {declined_code, declined_code});
    const publication made = r.published({by_unit, together});
    release_ledger ledger;
    EXPECT_EQ(ledger.add(made.record), status::ok);
    EXPECT_EQ(find(made.table, "c", "").people, 17);
    EXPECT_EQ(find(made.table, "c", "hope").people, 12);
}

TEST(PublishedTable, WhatTheLedgerKeeps) {
    region r;
    r.unit("a", 90);
    r.unit("b", 20);
    r.unit("c", 3);
    r.unit("d", 30);
    const release_record record = r.published({by_unit, together}).record;
    EXPECT_EQ(record.populations.size(), 8U);
    EXPECT_EQ(record.figures.size(), 10U);
    EXPECT_EQ(record.populations[0].persons.size(), 90U);
    EXPECT_EQ(std::count_if(record.figures.begin(), record.figures.end(), [](const auto& f) { return f.guarded; }), 6);
    release_ledger ledger;
    EXPECT_EQ(ledger.add(record), status::ok);
    EXPECT_EQ(ledger.add(record), status::ok);
    region later = r;
    later.unit("a", 1);
    EXPECT_EQ(ledger.check(later.published({by_unit, together}).record), status::ledger_difference);
    EXPECT_EQ(ledger.check(r.published({by_unit}).record), status::ledger_difference)
        << "without the region b need not be hidden, but the region is known";
}

TEST(PublishedTable, RefusesWhatItCannotDo) {
    region r;
    r.unit("a", 40);
    const auto code = [&](publish_request request) { return r.published(std::move(request)).problems().code(); };
    EXPECT_EQ(code({integrity_policy{}, {by_unit}, {}}), status::policy_missing);
    integrity_policy low = k11;
    low.minimum_people = 4;
    EXPECT_EQ(code({low, {by_unit}, {}}), status::policy_too_low);
    EXPECT_EQ(code({k11, {}, {}}), status::grouping_unknown);
    EXPECT_EQ(code({k11, {by_unit, by_unit}, {}}), status::grouping_unknown);
    instrument other = r.from;
    other.scales[0].id = "trust";
    EXPECT_EQ(publish(r.counts(), other, {k11, {by_unit}, {}}).problems().code(), status::tally_other);
    EXPECT_EQ(publish(tally(), r.from, {k11, {by_unit}, {}}).problems().code(), status::tally_other);
}

}  // namespace
