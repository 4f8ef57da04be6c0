// SPDX-License-Identifier: Apache-2.0
// Bytes of a tally that somebody wrote who can make the digest: what they say of the instrument and of scores is
// checked again.
#include "evidence/byte_reader.hpp"
#include "evidence/score_range.hpp"
#include "integrity_case.hpp"
#include "peersupport/evidence/published_table.hpp"
#include "peersupport/instrument/bundled.hpp"
#include "text/sha256.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace peersupport::testing {
namespace {

constexpr shard_id one{0, 1}, two{0, 2};
constexpr std::size_t digest_size = 64;

/// Where parts of a tally begin whose header has a first form with items.
struct places {
    std::size_t items = 0;        ///< the number of items of the first form
    std::size_t first_codes = 0;  ///< the number of codes of its first item
    std::size_t codes_end = 0;    ///< behind codes and points of that item
    std::size_t scales = 0;       ///< the number of scales of the form
    std::size_t header_end = 0;
};

void skip_form(evidence::byte_reader& in, places* to) {
    (void)in.take_text();
    (void)in.take<std::uint8_t>();
    if (to) to->items = in.offset();
    const auto items = in.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < items; ++i) {
        (void)in.take_text();
        if (to && i == 0) to->first_codes = in.offset();
        (void)in.take_numbers(2 * std::size_t{in.take<std::uint32_t>()});
        if (to && i == 0) to->codes_end = in.offset();
    }
    if (to) to->scales = in.offset();
    const auto scales = in.take<std::uint32_t>();
    for (std::uint32_t s = 0; s < scales; ++s) {
        (void)in.take_text();
        (void)in.take_all<std::uint32_t>(in.take<std::uint32_t>());
        (void)in.take_numbers(4);
    }
}

places find_places(std::string_view bytes) {
    evidence::byte_reader in(bytes);
    places to;
    (void)in.take_bytes(12);
    for (int text = 0; text < 5; ++text) (void)in.take_text();
    (void)in.take_bytes(2);
    const auto forms = in.take<std::uint32_t>();
    for (std::uint32_t f = 0; f < forms; ++f) skip_form(in, f == 0 ? &to : nullptr);
    to.header_end = in.offset();
    EXPECT_TRUE(in.ok());
    return to;
}

std::string sealed(std::string body) { return body + sha256(body); }
std::string body_of(const tally& of) { return of.to_bytes().substr(0, of.to_bytes().size() - digest_size); }
std::string counted_text(std::uint32_t n) {
    std::string out;
    for (int i = 0; i < 4; ++i) out += static_cast<char>(static_cast<unsigned char>(n >> (8 * i)));
    return out;
}

/// A tally without cells whose header was changed; it can still be read.
tally changed(const instrument& from, const std::vector<std::string_view>& forms,
              const std::function<void(std::string& body, const places&)>& change) {
    std::string body = body_of(tally(plan_of(from, forms), one));
    change(body, find_places(body));
    auto read = tally::from_bytes(sealed(body));
    if (!read) throw std::runtime_error(std::string(status_name(read.problems().code())));
    return std::move(read).value();
}

void expect_other(const tally& of) {
    const instrument& survey = integrity_survey();
    const auto assessed = assess_integrity(of, survey, canonical(), request_at(5));
    ASSERT_FALSE(assessed);
    EXPECT_EQ(assessed.problems().code(), status::tally_other);
    const auto taken = take_snapshot(of, survey, canonical(), {}, {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.problems().code(), status::tally_other);
    publish_request asked;
    asked.policy = request_at(5).policy;
    asked.groupings = {{true, false, false}};
    const auto published = publish(of, survey, asked);
    ASSERT_FALSE(published);
    EXPECT_EQ(published.problems().code(), status::tally_other);
}

TEST(TallyBytes, FormsOfAnotherInstrumentAreRefusedUnderItsDigest) {
    const std::vector<std::string_view> person{"person"};
    const instrument& survey = integrity_survey();
    expect_other(changed(survey, person, [](std::string& body, const places& at) {  // one item less, and its scales
        body.replace(at.scales, at.header_end - at.scales, counted_text(0));
        std::string items = counted_text(1) + body.substr(at.items + 4, at.codes_end - at.items - 4);
        body.replace(at.items, at.scales - at.items, items);
    }));
    expect_other(changed(survey, person, [](std::string& body, const places& at) {  // no codes of the first item
        body.replace(at.first_codes, at.codes_end - at.first_codes, counted_text(0));
    }));
    expect_other(changed(survey, person, [](std::string& body, const places& at) {  // other points
        body[at.codes_end - 1] = 120;
    }));
    expect_other(changed(survey, person, [](std::string& body, const places& at) {  // no scales
        body.replace(at.scales, at.header_end - at.scales, counted_text(0));
    }));
    expect_other(changed(survey, person, [](std::string& body, const places& at) {  // another highest score
        ASSERT_EQ(body.substr(at.header_end - 3), std::string("\xC8\x01\x02", 3) + body.substr(at.header_end));
        body.replace(at.header_end - 3, 3, "\xE8\x07\x02");
    }));
    expect_other(changed(survey, person, [](std::string& body, const places&) {  // a form it does not have
        body.replace(body.find("person"), 6, "parson");
    }));
}

TEST(TallyBytes, ItsOwnFormsAreRead) {
    const tally own = integrity_case().with({}).counted();
    EXPECT_TRUE(assess_integrity(*tally::from_bytes(own.to_bytes()), integrity_survey(), canonical(), request_at(5)));
}

/// Two items 0 … 4, both of one scale, one response: 100·(4+3)/8.
std::string one_score(const std::string& numbers) {
    instrument_builder from(likert(0, 4), 2);
    from.add_scale(score_rule::pomp, at_least(1));
    from.try_compile();
    const tally_plan plan = plan_of(from.value, {"default"}, {counted_by::response, false, false});
    std::string body = body_of(counted(plan, one, {{{4, 3}}}));
    const std::string bin{"\x04\xF8\x0A\x10\x02", 5};  // numbers 2, 700, 8, 1
    const std::size_t at = body.rfind(bin);
    EXPECT_NE(at, std::string::npos);
    return sealed(body.replace(at, bin.size(), numbers));
}

TEST(TallyBytes, ScoresBeyondTheScaleAreRefusedWhereTheyStand) {
    EXPECT_TRUE(tally::from_bytes(one_score({"\x04\xF8\x0A\x10\x02", 5})));
    EXPECT_TRUE(tally::from_bytes(one_score({"\x04\xC0\x0C\x10\x02", 5})));  // 800/8
    EXPECT_TRUE(tally::from_bytes(one_score({"\x04\x00\x10\x02", 4})));      // 0/8
    const std::string_view refused[] = {
        {"\x04\xC2\x0C\x10\x02", 5},                                   // 801/8
        {"\x04\x01\x10\x02", 4},                                       // -1/8
        {"\x04\xF8\x0A\x00\x02", 5},                                   // 700/0
        {"\x06\xF8\x0A\x10\x02", 5},                                   // three answers to two items
        {"\x04\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01\x02\x02", 13},  // 2^62
        {"\x04\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01\x02\x02", 13},  // -2^63
    };
    for (const std::string_view numbers : refused) {
        const std::string bytes = one_score(std::string(numbers));
        const auto read = tally::from_bytes(bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.problems().code(), status::tally_malformed);
        const std::size_t at = bytes.rfind(numbers);
        EXPECT_EQ(read.problems().problems.front().offset, at + numbers.size());  // behind the bin
    }
}

ratio lowest_of(const instrument& from) { return plan_of(from, {"default"}).header().forms[0].scales[0].lowest; }
ratio highest_of(const instrument& from) { return plan_of(from, {"default"}).header().forms[0].scales[0].highest; }

TEST(TallyBytes, RangesOfScalesFollowTheirRules) {
    const auto range_of = [](score_rule rule, std::int32_t from_code, std::int32_t to_code) {
        instrument_builder from(ranged(from_code, to_code), 3);
        from.add_scale(rule, at_least(1));
        from.try_compile();
        return std::pair(lowest_of(from.value), highest_of(from.value));
    };
    using ends = std::pair<ratio, ratio>;
    EXPECT_EQ(range_of(score_rule::mean, 1, 5), (ends{{1, 1}, {5, 1}}));
    EXPECT_EQ(range_of(score_rule::sum, 1, 5), (ends{{0, 1}, {15, 1}}));
    EXPECT_EQ(range_of(score_rule::sum, -2, 5), (ends{{-6, 1}, {15, 1}}));
    EXPECT_EQ(range_of(score_rule::pomp, 1, 5), (ends{{0, 1}, {100, 1}}));
    EXPECT_EQ(range_of(score_rule::percent_of_maximum, 1, 5), (ends{{100, 5}, {100, 1}}));
}

/// Every answer to every bundled instrument lies in the range its header states.
TEST(TallyBytes, WhatIsCountedCanBeRead) {
    std::size_t read = 0;
    for (const bundled_instrument& bundled : bundled_instruments()) {
        const instrument from = open_instrument(bundled.id).value();
        for (const form& f : from.forms) {
            const auto plan =
                tally_plan::compile(from, std::vector<std::string_view>{f.id}, {.allow_unverified = true});
            if (!plan) continue;
            std::vector<response> rows;
            const auto& items = plan->header().forms[0].items;
            for (std::size_t turn = 0; turn < 12; ++turn) {
                response r;
                for (std::size_t i = 0; i < items.size(); ++i) {
                    const auto& codes = items[i].codes;
                    if (turn == 0) r.codes.push_back(codes.front());
                    else if (turn == 1) r.codes.push_back(codes.back());
                    else r.codes.push_back(codes[(turn * 7 + i * (turn + 3)) % codes.size()]);
                }
                r.person = std::to_string(turn);
                rows.push_back(r);
            }
            const tally made = counted(*plan, one, rows);
            EXPECT_TRUE(tally::from_bytes(made.to_bytes())) << bundled.id << ' ' << f.id;
            ++read;
        }
    }
    EXPECT_GT(read, 15U);
}

TEST(TallyBytes, SimulatedAnswersStayMarked) {
    instrument_builder from(likert(0, 4), 2);
    from.add_scale(score_rule::pomp, at_least(1));
    from.try_compile();
    const tally_plan plan = plan_of(from.value, {"default"});
    const tally real = counted(plan, one, {{{4, 3}}});
    tally marked = real, nothing;
    marked.mark_simulated();
    nothing.mark_simulated();
    EXPECT_FALSE(real.simulated());
    EXPECT_FALSE(nothing.simulated());
    EXPECT_TRUE(marked.simulated());
    EXPECT_FALSE(marked == real);
    EXPECT_EQ(marked.to_bytes().size(), real.to_bytes().size());
    EXPECT_TRUE(tally::from_bytes(marked.to_bytes())->simulated());
    tally both = counted(plan, two, {{{1, 1}}});
    EXPECT_EQ(both.merge(marked), status::ok);
    EXPECT_TRUE(both.simulated());
    tally other = counted(plan, two, {{{1, 1}}});
    EXPECT_EQ(other.merge(real), status::ok);
    EXPECT_FALSE(other.simulated());
    EXPECT_EQ(other.merge(marked), status::shard_repeated);
    EXPECT_FALSE(other.simulated());
    tally part = real;
    EXPECT_EQ(part.join(marked), status::ok);
    EXPECT_TRUE(part.simulated());
    EXPECT_EQ(nothing.merge(marked), status::ok);
    EXPECT_EQ(nothing, marked);
}

TEST(TallyBytes, SimulatedAnswersAreSaidInWhatIsMadeOfThem) {
    tally of = integrity_case().with({}).counted();
    const instrument& survey = integrity_survey();
    publish_request asked;
    asked.policy = request_at(5).policy;
    asked.groupings = {{true, false, false}};
    for (const bool simulated : {false, true}) {
        if (simulated) of.mark_simulated();
        const auto profile = assess_integrity(of, survey, canonical(), request_at(5));
        ASSERT_TRUE(profile);
        EXPECT_EQ(profile->collection.simulated, simulated);
        EXPECT_EQ(says(*profile, "msg-simulated-data"), simulated);
        EXPECT_EQ(take_snapshot(of, survey, canonical(), {}, {})->collection.simulated, simulated);
        EXPECT_EQ(publish(of, survey, asked)->table.simulated(), simulated);
    }
}

}  // namespace
}  // namespace peersupport::testing
