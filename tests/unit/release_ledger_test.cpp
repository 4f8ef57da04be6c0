// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/release_ledger.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace peersupport;

std::vector<std::uint64_t> persons(std::uint64_t from, std::uint64_t to) {
    std::vector<std::uint64_t> all(to - from);
    std::iota(all.begin(), all.end(), from);
    return all;
}

release_population unit(const std::string& name, std::int64_t people, std::string digest = "") {
    release_population p;
    p.key = {"person", name, "2025-2", "", ""};
    p.people = people;
    p.digest = std::move(digest);
    return p;
}

release_population named(const std::string& name, std::vector<std::uint64_t> who) {
    release_population p = unit(name, static_cast<std::int64_t>(who.size()));
    p.persons = std::move(who);
    return p;
}

release_record record(std::vector<release_population> populations, std::vector<release_figure> figures) {
    return {"digest", 11, std::move(populations), std::move(figures)};
}

const release_figure all_three{{0, 1, 2}, true, false}, first{{0}, true, false}, second{{1}, true, false};

TEST(ReleaseLedger, TheSameAgainSaysNothingNew) {
    release_ledger ledger;
    const release_record r = record({unit("a", 40), unit("b", 30), unit("c", 20)}, {all_three, first});
    EXPECT_EQ(ledger.add(r), status::ok);
    EXPECT_EQ(ledger.add(r), status::ok);
    EXPECT_EQ(ledger.releases().size(), 2U);
}

TEST(ReleaseLedger, TheRegionAndAllUnitsButOne) {
    release_ledger ledger;
    const std::vector<release_population> units{unit("a", 40), unit("b", 30), unit("c", 4)};
    EXPECT_EQ(ledger.add(record(units, {all_three})), status::ok);
    EXPECT_EQ(ledger.add(record(units, {first})), status::ok);
    EXPECT_EQ(ledger.check(record(units, {second})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record(units, {{{0, 1}, true, false}})), status::ledger_difference);
    EXPECT_EQ(ledger.releases().size(), 2U);
}

TEST(ReleaseLedger, OneMoreOneLessOneReplaced) {
    release_ledger ledger;
    EXPECT_EQ(ledger.add(record({named("a", persons(1, 41))}, {first})), status::ok);
    EXPECT_EQ(ledger.check(record({named("a", persons(1, 42))}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({named("a", persons(1, 40))}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({named("a", persons(2, 42))}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({named("a", persons(1, 52))}, {first})), status::ok);
    EXPECT_EQ(ledger.check(record({named("a", persons(12, 60))}, {first})), status::ok);
}

TEST(ReleaseLedger, WithoutPersonsCountsAndDigestsDecide) {
    release_ledger ledger;
    EXPECT_EQ(ledger.add(record({unit("a", 40, "x")}, {first})), status::ok);
    EXPECT_EQ(ledger.check(record({unit("a", 40, "x")}, {first})), status::ok);
    EXPECT_EQ(ledger.check(record({unit("a", 40, "y")}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({unit("a", 50, "y")}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({unit("a", 51, "y")}, {first})), status::ok);
}

TEST(ReleaseLedger, AGuardedFigureStaysGuarded) {
    // Forty people about one worker: hidden then, so it may not follow from the region later.
    release_ledger ledger;
    const std::vector<release_population> units{unit("a", 40), unit("b", 30), unit("c", 40)};
    EXPECT_EQ(ledger.add(record(units, {{{2}, false, true}, first, second})), status::ok);
    EXPECT_EQ(ledger.check(record(units, {all_three})), status::ledger_difference);
}

TEST(ReleaseLedger, AnIntervalByUnitsAndAHiddenUnitDoNotGoTogether) {
    const std::vector<release_population> units{unit("a", 60), unit("b", 35), unit("c", 40)};
    const release_record spread = record(units, {{{0, 1, 2}, true, false, true}});
    const release_record hidden = record(units, {{{2}, false, true}});
    release_ledger one, other;
    EXPECT_EQ(one.add(spread), status::ok);
    EXPECT_EQ(one.check(spread), status::ok);
    EXPECT_EQ(one.check(hidden), status::ledger_difference);
    EXPECT_EQ(other.add(hidden), status::ok);
    EXPECT_EQ(other.check(spread), status::ledger_difference);
    EXPECT_EQ(other.check(record(units, {all_three})), status::ok);
    const std::vector<release_population> few{unit("a", 60), unit("b", 35), unit("c", 5)};
    EXPECT_EQ(release_ledger().check(record(few, {{{0, 1, 2}, true, false, true}})), status::ledger_difference);
    EXPECT_EQ(release_ledger().check(record(units, {{{0}, false, false, true}})), status::ledger_malformed);
}

TEST(ReleaseLedger, StrataOfOneUnitAreTheSamePeople) {
    const auto stratum = [](const std::string& name, std::int64_t people) {
        release_population p = unit("a", people);
        p.key.stratum = name;
        return p;
    };
    release_ledger ledger;
    EXPECT_EQ(ledger.add(record({stratum("men", 20), stratum("women", 20)}, {{{0, 1}, true, false}})), status::ok);
    EXPECT_EQ(ledger.check(record({stratum("old", 37), stratum("young", 3)}, {first})), status::ledger_difference);
    EXPECT_EQ(ledger.check(record({stratum("old", 20), stratum("young", 20)}, {first})), status::ok);
}

TEST(ReleaseLedger, AnotherInstrumentIsAnotherMatter) {
    release_ledger ledger;
    EXPECT_EQ(ledger.add(record({unit("a", 40)}, {first})), status::ok);
    release_record other = record({unit("a", 41)}, {first});
    other.instrument_digest = "other";
    EXPECT_EQ(ledger.add(std::move(other)), status::ok);
}

TEST(ReleaseLedger, RefusesWhatIsNoRecord) {
    const auto code = [](const release_record& r) { return release_ledger().check(r); };
    EXPECT_EQ(code(record({}, {})), status::ok);
    EXPECT_EQ(code(record({}, {first})), status::ledger_malformed);
    EXPECT_EQ(code(record({unit("b", 4), unit("a", 4)}, {})), status::ledger_malformed);
    EXPECT_EQ(code(record({unit("a", -1)}, {})), status::ledger_malformed);
    EXPECT_EQ(code(record({unit("a", 4)}, {{{0, 0}, true, false}})), status::ledger_malformed);
    EXPECT_EQ(code(record({unit("a", 4)}, {{{0}, true, true}})), status::ledger_malformed);
    release_population wrong = named("a", {3, 2});
    EXPECT_EQ(code(record({wrong}, {})), status::ledger_malformed);
    const auto read = release_ledger::of({record({}, {}), record({}, {first})});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.problems().problems[0].path, "/releases/1");
}

}  // namespace
