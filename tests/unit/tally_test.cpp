// SPDX-License-Identifier: Apache-2.0
// Counting responses and adding counts up, on examples worked out by hand.
#include "tally_case.hpp"

#include "peersupport/evidence/answered_rows.hpp"
#include "peersupport/instrument/digest.hpp"
#include "text/sha256.hpp"

#include <gtest/gtest.h>

namespace peersupport {
namespace {

using namespace testing;

constexpr std::int32_t blank = blank_code;
constexpr shard_id one{0, 1}, two{0, 2};

/// Two items 0 … 4, the second reversed, and their share of the possible range.
instrument_builder two_items() {
    instrument_builder made(likert(0, 4), 2);
    made.value.items[1].reverse = true;
    made.add_scale(score_rule::pomp, at_least(1));
    made.try_compile();
    made.value.forms.front().id = "person";
    form& other = made.add_form("supervisor", form_kind::core, {0, 1}, {0});
    other.perspective = perspective_kind::supervisor;
    return made;
}

tally_plan small_plan(const tally_options& options = {}) {
    return plan_of(two_items().value, {"supervisor", "person"}, options);
}

TEST(Tally, HeaderSaysWhatItIsATallyOf) {
    const tally_plan plan = small_plan();
    const tally_header& header = plan.header();
    EXPECT_EQ(header.instrument_id, "test-instrument");
    EXPECT_EQ(header.instrument_digest, instrument_digest(two_items().value));
    EXPECT_EQ(header.definition_digest, canonical_identity().digest);
    ASSERT_EQ(header.forms.size(), 2U);
    EXPECT_EQ(header.forms[0].id, "person");
    EXPECT_EQ(header.forms[1].perspective, perspective_kind::supervisor);
    EXPECT_EQ(header.forms[0].items[1].codes, (std::vector<std::int32_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(header.forms[0].items[1].points, (std::vector<std::int32_t>{4, 3, 2, 1, 0}));
    EXPECT_EQ(header.forms[0].scales[0].items, (std::vector<std::size_t>{0, 1}));
}

TEST(Tally, CountsAnswersScoresAndProducts) {
    const tally_plan plan = small_plan();
    const tally t =
        counted(plan, one, {{{4, 0}}, {{3, blank}}, {{not_applicable_code, declined_code}}, {{4, 0}}, {{77, 1}}});
    ASSERT_EQ(t.cells().size(), 1U);
    const tally_cell& cell = t.cells()[0];
    EXPECT_EQ(cell.key.form, "person");
    EXPECT_EQ(cell.responses, 5);
    EXPECT_EQ(cell.items[0].answers, (std::vector<std::int64_t>{0, 0, 0, 1, 2}));
    EXPECT_EQ(cell.items[0].does_not_apply, 1);
    EXPECT_EQ(cell.items[0].invalid, 1);
    EXPECT_EQ(cell.items[1].answers, (std::vector<std::int64_t>{2, 1, 0, 0, 0}));
    EXPECT_EQ(cell.items[1].declined, 1);
    EXPECT_EQ(cell.items[1].blank, 1);
    const scale_counts& scale = cell.scales[0];
    EXPECT_EQ(scale.reasons[static_cast<std::size_t>(reason::scored)], 3);
    EXPECT_EQ(scale.reasons[static_cast<std::size_t>(reason::too_few_answered)], 1);
    EXPECT_EQ(scale.reasons[static_cast<std::size_t>(reason::invalid_code)], 1);
    ASSERT_EQ(scale.bins.size(), 2U);
    EXPECT_EQ(scale.bins[0], (score_bin{1, 300, 4, 1}));  // 100·3/4
    EXPECT_EQ(scale.bins[1], (score_bin{2, 800, 8, 2}));  // 100·(4+4)/8
    EXPECT_EQ(cell.points.rows(), 5);
    EXPECT_EQ(cell.points.complete_rows(), 2);
    EXPECT_EQ(cell.points.pairs(0, 1), 2);
    EXPECT_EQ(cell.points.sum(0, 0), 11);
    EXPECT_EQ(cell.points.sum(1, 0), 8);
    EXPECT_EQ(cell.points.product(0, 1), 32);
    EXPECT_EQ(t.responses(), 5);
}

TEST(Tally, EveryCellTypeGivesTheSame) {
    const tally_plan plan = small_plan();
    const tally expected = counted(plan, one, {{{4, 0}}, {{3, 88}}, {{98, 1}}});
    const tally_key key{"", "unit-a", "2025-2", "en", ""};
    const auto check = [&]<class T>(cell_type type, const std::vector<T>& matrix) {
        for (const bool by_column : {false, true}) {
            std::vector<T> cells = matrix;
            if (by_column) cells = {matrix[0], matrix[2], matrix[4], matrix[1], matrix[3], matrix[5]};
            const auto size = static_cast<std::ptrdiff_t>(sizeof(T));
            const answer_column columns[] = {{cells.data(), type, by_column ? size : 2 * size},
                                             {cells.data() + (by_column ? 3 : 1), type, by_column ? size : 2 * size}};
            tally t(plan, one);
            EXPECT_EQ(t.add(plan, 0, {columns, 3}, {.groups = {&key, 1}}, invalid_policy::raise), status::ok);
            EXPECT_EQ(t, expected);
            EXPECT_EQ(t.to_bytes(), expected.to_bytes());
        }
    };
    check(cell_type::u8, std::vector<std::uint8_t>{4, 0, 3, 88, 98, 1});
    check(cell_type::i8, std::vector<std::int8_t>{4, 0, 3, 88, 98, 1});
    check(cell_type::i64, std::vector<std::int64_t>{4, 0, 3, 88, 98, 1});
    check(cell_type::f32, std::vector<float>{4, 0, 3, 88, 98, 1});
    check(cell_type::f64, std::vector<double>{4, 0, 3, 88, 98, 1});
}

TEST(Tally, PeopleAreDistinctAndWorkersAreASet) {
    const tally_plan plan = small_plan();
    const tally t = counted(plan, one,
                            {{{4, 0}, {"", "u", "w", "en", ""}, "ada", "w1", 20400},
                             {{4, 0}, {"", "u", "w", "en", ""}, "", "w1", no_day},
                             {{4, 0}, {"", "u", "w", "en", ""}, "bo", "w2", 20300}});
    const tally_cell& cell = t.cells()[0];
    EXPECT_EQ(cell.people.size(), 2U);
    EXPECT_EQ(cell.responses, 3);
    EXPECT_EQ(cell.workers.size(), 2U);
    EXPECT_EQ(cell.worker_responses, 3);
    EXPECT_EQ(cell.first_day, 20300);
    EXPECT_EQ(cell.last_day, 20400);
}

TEST(Tally, NobodyCountsTwiceInAWave) {
    const tally_plan plan = small_plan();
    const response ada{{4, 0}, {"", "u", "w", "en", ""}, "ada"};
    response in_french = ada;
    in_french.key.language = "fr";
    response next_wave = ada;
    next_wave.key.wave = "x";
    tally t(plan, one);
    EXPECT_EQ(add(t, plan, {ada, ada}), status::person_repeated);
    EXPECT_EQ(add(t, plan, {ada, in_french}), status::person_repeated);
    EXPECT_TRUE(t.cells().empty());
    EXPECT_EQ(add(t, plan, {ada, next_wave}), status::ok);
    const std::string before = t.to_bytes();
    EXPECT_EQ(add(t, plan, {in_french}), status::person_repeated);
    EXPECT_EQ(t.merge(counted(plan, two, {{{1, 1}, {"", "a", "w", "", ""}, "new"}, in_french})),
              status::person_repeated);
    EXPECT_EQ(t.to_bytes(), before);
    EXPECT_EQ(add(t, plan, {ada}, 1), status::ok);  // the same person on another form
}

TEST(Tally, CountedByResponseEverybodyMayAnswerAgain) {
    const tally_plan plan = small_plan({counted_by::response, true, false});
    const response ada{{4, 0}, {"", "u", "w", "en", ""}, "ada"};
    const tally t = counted(plan, one, {ada, ada});
    EXPECT_EQ(t.cells()[0].responses, 2);
    EXPECT_TRUE(t.cells()[0].people.empty());
}

TEST(Tally, LatestResponseOfEachPerson) {
    const std::vector<std::uint32_t> scope{0, 0, 0, 1, 0, no_group, 0, 0};
    const std::vector<std::uint64_t> person{7, 7, 7, 7, 0, 7, 0, 8};
    const std::vector<std::int32_t> day{5, 9, 9, 1, 1, 99, 1, no_day};
    std::vector<std::uint8_t> keep(8);
    select_latest(scope, person, day, keep);
    EXPECT_EQ(keep, (std::vector<std::uint8_t>{0, 0, 1, 1, 1, 0, 1, 1}));
}

TEST(Tally, InvalidCellsAreRefusedOrCounted) {
    const tally_plan plan = small_plan();
    std::vector<invalid_cell> places(2);
    invalid_report report{places, 0};
    tally t(plan, one);
    EXPECT_EQ(add(t, plan, {{{4, 0}}, {{7, 7}}, {{1, 7}}}, 0, invalid_policy::raise, &report), status::invalid_code);
    EXPECT_TRUE(t.cells().empty());
    EXPECT_EQ(report.total, 3U);
    EXPECT_EQ(places[0].row, 1U);
    EXPECT_EQ(places[1].item, 1U);
}

TEST(Tally, BlankRowsOfAFormNotHandedOut) {
    const tally_plan plan = small_plan();
    tally t(plan, one);
    const response_table table({{{blank, blank}}, {{1, blank}}}, true);
    EXPECT_EQ(t.add(plan, 0, table.of(), table.by(), invalid_policy::raise), status::ok);
    EXPECT_EQ(t.responses(), 1);
}

TEST(Tally, RowsThatHoldAnAnswer) {
    const tally_plan plan = small_plan();
    const response_table table({{{blank, blank}}, {{declined_code, blank}}, {{blank, 77}}});
    std::vector<std::uint8_t> answered(3);
    EXPECT_EQ(answered_rows(plan, 0, table.of(), answered), status::ok);
    EXPECT_EQ(answered, (std::vector<std::uint8_t>{0, 1, 1}));
    EXPECT_EQ(answered_rows(plan, 2, table.of(), answered), status::invalid_argument);
    answered.pop_back();
    EXPECT_EQ(answered_rows(plan, 0, table.of(), answered), status::shape_mismatch);
}

TEST(Tally, ArgumentsThatDoNotFit) {
    const tally_plan plan = small_plan(), other = plan_of(two_items().value, {"person"});
    tally t(plan, one), none(plan);
    const std::vector<response> rows{{{1, 1}}};
    EXPECT_EQ(add(t, other, rows), status::tally_other);
    EXPECT_EQ(add(none, plan, rows), status::tally_other);
    EXPECT_EQ(add(t, plan, {{{1}}}), status::shape_mismatch);
    EXPECT_EQ(add(t, plan, rows, 2), status::invalid_argument);
    for (const tally_key& key : {tally_key{"", "", "w", "", ""}, tally_key{"supervisor", "u", "w", "", ""},
                                 tally_key{"", "u", "w", "de", ""}, tally_key{"", "u\n", "w", "", ""},
                                 tally_key{"", "\xFF", "w", "", ""}, tally_key{"", std::string(257, 'u'), "w", "", ""}})
        EXPECT_EQ(add(t, plan, {{{1, 1}, key}}), status::invalid_argument);
    EXPECT_EQ(add(t, plan, {{{1, 1}, {"", "u", "", "", ""}, "", "", 1'000'000}}), status::invalid_argument);
    EXPECT_EQ(add(t, plan, {{{1, 1}, {"person", "Les Trois-Rivières", "", "", "47"}}}), status::ok);
}

TEST(Tally, MergingRefusesOthersAndRepeats) {
    const tally_plan plan = small_plan();
    const tally a = counted(plan, one, {{{4, 0}}}), b = counted(plan, two, {{{1, 1}}});
    tally both = a;
    EXPECT_EQ(both.merge(b), status::ok);
    EXPECT_EQ(both.shards().size(), 2U);
    EXPECT_EQ(both.cells()[0].responses, 2);
    const std::string before = both.to_bytes();
    EXPECT_EQ(both.merge(b), status::shard_repeated);
    EXPECT_EQ(both.merge(both), status::shard_repeated);
    EXPECT_EQ(both.merge(tally(small_plan({counted_by::response, true, false}))), status::tally_other);
    instrument changed = two_items().value;
    changed.items[0].topic.fr = "autre";
    EXPECT_EQ(both.merge(tally(plan_of(changed, {"person", "supervisor"}))), status::tally_other);
    EXPECT_EQ(both.merge(tally()), status::ok);
    EXPECT_EQ(both.merge(tally(plan)), status::ok);
    EXPECT_EQ(both.to_bytes(), before);
    tally from_nothing;
    EXPECT_EQ(from_nothing.merge(both), status::ok);
    EXPECT_EQ(from_nothing, both);
    EXPECT_EQ(add(both, plan, {{{1, 1}}}), status::tally_other);  // of which shard would it be?
}

TEST(Tally, PartsOfOneShard) {
    const tally_plan plan = small_plan();
    tally first = counted(plan, one, {{{4, 0}}});
    EXPECT_EQ(first.join(counted(plan, one, {{{1, 1}}})), status::ok);
    EXPECT_EQ(first, counted(plan, one, {{{4, 0}}, {{1, 1}}}));
    EXPECT_EQ(first.join(counted(plan, two, {{{1, 1}}})), status::tally_other);
}

TEST(Tally, SeriesAddUp) {
    const tally_plan plan = small_plan();
    tally a(plan, one), b(plan, two);
    EXPECT_EQ(a.add_series({"u", "notes", "2025-02", 1, 4}), status::ok);
    EXPECT_EQ(a.add_series({"u", "notes", "2025-01", 2, 4}), status::ok);
    EXPECT_EQ(b.add_series({"u", "notes", "2025-02", 3, 5}), status::ok);
    EXPECT_EQ(a.merge(b), status::ok);
    ASSERT_EQ(a.series().size(), 2U);
    EXPECT_EQ(a.series()[1], (series_count{"u", "notes", "2025-02", 4, 9}));
    tally huge(plan, {0, 3});
    EXPECT_EQ(huge.add_series({"u", "notes", "2025-02", INT64_MAX, INT64_MAX}), status::ok);
    EXPECT_EQ(a.merge(huge), status::count_overflow);
    EXPECT_EQ(a.series()[1].events, 4);
    EXPECT_EQ(huge.add_series({"u", "notes", "2025-02", 1, 0}), status::count_overflow);
    EXPECT_EQ(huge.add_series({"u", "", "2025-02", 1, 0}), status::invalid_argument);
    EXPECT_EQ(huge.add_series({"u", "s", "2025-02", -1, 0}), status::invalid_argument);
}

TEST(Tally, BytesComeBackAsTheyWere) {
    const tally_plan plan = small_plan();
    tally t = counted(plan, one,
                      {{{4, 0}, {"", "u", "w", "fr", "s"}, "ada", "w", 20000},
                       {{3, blank}, {"", "u", "w", "en", ""}, "bo", "", no_day}});
    EXPECT_EQ(t.add_series({"u", "notes", "2025-02", 1, 4}), status::ok);
    for (const tally& of : {t, tally(), tally(plan), tally(plan, two)}) {
        const std::string bytes = of.to_bytes();
        const auto read = tally::from_bytes(bytes);
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(*read, of);
        EXPECT_EQ(read->to_bytes(), bytes);
    }
    tally again = *tally::from_bytes(t.to_bytes());
    EXPECT_EQ(again.merge(counted(plan, two, {{{1, 1}}})), status::ok);
    EXPECT_EQ(t.to_bytes().find("ada"), std::string::npos);
}

TEST(Tally, DamagedBytesAreRefused) {
    const tally_plan plan = small_plan();
    const std::string bytes = counted(plan, one, {{{4, 0}, {"", "u", "w", "en", ""}, "ada"}}).to_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto read = tally::from_bytes(bytes.substr(0, size));
        ASSERT_FALSE(read.has_value());
        EXPECT_LE(read.problems().problems.front().offset, size);
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        EXPECT_FALSE(tally::from_bytes(flipped).has_value()) << at;
    }
    EXPECT_EQ(tally::from_bytes(bytes, bytes.size() - 1).problems().code(), status::too_large);
    std::string later = bytes;
    for (const char version : {char{0}, char{1}, char{3}}) {
        later[8] = version;
        EXPECT_EQ(tally::from_bytes(later).problems().code(), status::format_unsupported);
    }
}

/// Whoever can make the digest can change a byte; then the numbers must still agree with each other or be refused.
TEST(Tally, NumbersThatContradictEachOtherAreRefused) {
    const tally_plan plan = small_plan();
    const std::string bytes =
        counted(plan, one, {{{4, 0}, {"", "u", "w", "en", ""}, "ada", "w1", 20000}, {{2, 3}}}).to_bytes();
    const std::string body = bytes.substr(0, bytes.size() - 64);
    std::size_t read_again = 0;
    for (std::size_t at = 0; at < body.size(); ++at) {
        for (const int change : {1, 2, 128, 255}) {
            std::string other = body;
            other[at] = static_cast<char>(other[at] ^ change);
            const std::string whole = other + sha256(other);
            const auto read = tally::from_bytes(whole);
            if (!read) continue;
            ++read_again;
            EXPECT_EQ(read->to_bytes(), whole);  // no state has two spellings
        }
    }
    EXPECT_GT(read_again, 0U);  // names and keys can be any
}

TEST(Tally, CountsStopBeforeTheyWrap) {
    const tally_plan plan = small_plan({counted_by::response, true, false});
    tally all = counted(plan, {1, 0}, {{{4, 0}}});
    status last = status::ok;
    while (last == status::ok && all.responses() < 2 * tally::most_responses) last = all.join(tally(all));
    EXPECT_EQ(last, status::count_overflow);
    EXPECT_EQ(all.responses(), tally::most_responses);
    EXPECT_EQ(all.cells()[0].points.product(0, 0), tally::most_responses * 16);
    ASSERT_TRUE(tally::from_bytes(all.to_bytes()).has_value());
}

TEST(Tally, PlansThatCannotBeCounted) {
    const instrument_builder from = two_items();
    const auto code_of = [&](std::vector<std::string_view> forms) {
        return tally_plan::compile(from.value, forms).problems().code();
    };
    EXPECT_EQ(code_of({}), status::form_required);
    EXPECT_EQ(code_of({"nobody"}), status::form_unknown);
    EXPECT_EQ(code_of({""}), status::form_unknown);
    EXPECT_EQ(code_of({"person", "person"}), status::id_duplicate);
    instrument_builder wide(ranged(0, 240), 1);
    wide.add_scale(score_rule::mean);
    wide.try_compile();
    const std::string_view forms[] = {"default"};
    EXPECT_EQ(tally_plan::compile(wide.value, forms).problems().code(), status::too_large);
}

TEST(Tally, PointsBeyondAByteTable) {
    instrument_builder from(ranged(-50, 100), 2);
    from.add_scale(score_rule::mean);
    from.try_compile();
    const tally_plan plan = plan_of(from.value, {"default"});
    const tally t = counted(plan, one, {{{-50, 100}}, {{7, blank}}});
    const gram& points = t.cells()[0].points;
    EXPECT_EQ(points.product(0, 1), -5000);
    EXPECT_EQ(points.sum(0, 0), -43);
    EXPECT_EQ(points.complete_rows(), 1);
    EXPECT_TRUE(tally::from_bytes(t.to_bytes()).has_value());
}

TEST(PersonKey, DependsOnSecretRoleAndId) {
    EXPECT_EQ(person_key("", "abc"), 0x582b3e179d709034ULL);  // by Python's hmac: key "", message "person\0abc"
    EXPECT_EQ(person_key("a", "bc"), 0x31d937ca1e19d433ULL);
    EXPECT_EQ(worker_key("", "abc"), 0x5035a94b7ff8feb2ULL);
    EXPECT_NE(person_key("ab", "c"), person_key("a", "bc"));
    EXPECT_NE(person_key("x", "abc"), person_key("y", "abc"));
    EXPECT_NE(person_key("x", "abc"), worker_key("x", "abc"));
    EXPECT_EQ(person_key("x", ""), no_person);
    EXPECT_EQ(worker_key("x", ""), no_person);
}

TEST(ShardId, OfAName) { EXPECT_EQ(shard_named("abc"), (shard_id{0xba7816bf8f01cfeaULL, 0x414140de5dae2223ULL})); }

TEST(DayNumber, ThereAndBack) {
    EXPECT_EQ(day_number({1970, 1, 1}), 0);
    EXPECT_EQ(day_number({2000, 3, 1}), 11017);
    for (const std::int32_t day : {-25567, -1, 0, 59, 11016, 20000, 84371}) EXPECT_EQ(day_number(date_of(day)), day);
    EXPECT_TRUE(is_day_number(no_day));
    EXPECT_FALSE(is_day_number(-30000));
}

}  // namespace
}  // namespace peersupport
