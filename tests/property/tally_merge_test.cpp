// SPDX-License-Identifier: Apache-2.0
// However the responses are cut into shards and batches, in whatever order and on however many threads they are
// counted, the bytes are the same; and the counts are those of a loop over single responses.
#include "../unit/tally_case.hpp"
#include "random_instrument.hpp"

#include "peersupport/scoring/score.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace peersupport {
namespace {

using namespace testing;

std::vector<response> random_responses(dice& d, const instrument& in, std::size_t rows) {
    const std::vector<std::int32_t> codes = random_codes(d, in, rows, true);
    const std::size_t items = in.items.size();
    std::vector<response> out;
    for (std::size_t r = 0; r < rows; ++r) {
        response& made = out.emplace_back();
        made.codes.assign(codes.begin() + static_cast<std::ptrdiff_t>(r * items),
                          codes.begin() + static_cast<std::ptrdiff_t>((r + 1) * items));
        made.key = {"", "unit-" + std::to_string(d.roll(4)), d.chance(50) ? "w1" : "w2", d.chance(30) ? "fr" : "en",
                    ""};
        if (d.chance(60)) made.person = "person-" + std::to_string(r);
        if (d.chance(60)) made.worker = "worker-" + std::to_string(d.roll(5));
        if (d.chance(80)) made.day = d.between(19000, 20000);
    }
    return out;
}

/// The same by score_one(), one response after the other.
std::vector<tally_cell> slow_cells(const tally_plan& plan, const std::vector<response>& rows) {
    const tally_form& form = plan.header().forms[0];
    std::map<tally_key, tally_cell> cells;
    for (const response& r : rows) {
        tally_key key = r.key;
        key.form = form.id;
        tally_cell& cell = cells[key];
        cell.key = key;
        ++cell.responses;
        std::vector<score> scores(form.scales.size());
        static_cast<void>(score_one(plan.form_plan(0), r.codes, scores));
        cell.scales.resize(scores.size());
        for (std::size_t s = 0; s < scores.size(); ++s) {
            ++cell.scales[s].reasons[static_cast<std::size_t>(scores[s].why)];
            if (scores[s].why != reason::scored) continue;
            const score_bin bin{scores[s].answered, scores[s].numerator, scores[s].denominator, 1};
            auto& bins = cell.scales[s].bins;
            const auto at = std::find_if(bins.begin(), bins.end(),
                                         [&](const score_bin& b) { return score_bin::order(b, bin) >= 0; });
            if (at != bins.end() && score_bin::order(*at, bin) == 0) ++at->people;
            else bins.insert(at, bin);
        }
        cell.items.resize(form.items.size());
        for (std::size_t i = 0; i < form.items.size(); ++i) {
            item_counts& item = cell.items[i];
            const auto& codes = form.items[i].codes;
            item.answers.resize(codes.size());
            const auto at = std::ranges::lower_bound(codes, r.codes[i]);
            if (at != codes.end() && *at == r.codes[i]) ++item.answers[static_cast<std::size_t>(at - codes.begin())];
            else if (r.codes[i] == blank_code) ++item.blank;
            else if (r.codes[i] == 12 || r.codes[i] == 300) ++item.does_not_apply;
            else ++item.declined;  // or invalid, or a code for blank: expect_same_counts() adds these up
        }
    }
    std::vector<tally_cell> out;
    for (auto& [key, cell] : cells) out.push_back(std::move(cell));
    return out;
}

void expect_same_counts(const tally& t, const std::vector<tally_cell>& slow) {
    ASSERT_EQ(t.cells().size(), slow.size());
    for (std::size_t c = 0; c < slow.size(); ++c) {
        const tally_cell& cell = t.cells()[c];
        EXPECT_EQ(cell.key, slow[c].key);
        EXPECT_EQ(cell.responses, slow[c].responses);
        EXPECT_EQ(cell.scales, slow[c].scales);
        for (std::size_t i = 0; i < cell.items.size(); ++i) {
            const item_counts &a = cell.items[i], &b = slow[c].items[i];
            EXPECT_EQ(a.answers, b.answers);
            EXPECT_EQ(a.does_not_apply + a.declined + a.blank + a.invalid,
                      b.does_not_apply + b.declined + b.blank + b.invalid);
            EXPECT_GE(a.blank, b.blank);
        }
    }
}

tally merged(dice& d, std::vector<tally> parts) {
    while (parts.size() > 1) {  // in any order, in any tree
        const std::size_t a = d.roll(parts.size());
        tally one = std::move(parts[a]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(a));
        EXPECT_EQ(parts[d.roll(parts.size())].merge(one), status::ok);
    }
    return parts.front();
}

/// Rows fall to shards once and for all; within a shard they come in any order, cut into any batches.
tally in_pieces(dice& d, const tally_plan& plan, const std::vector<response>& rows, std::size_t shards) {
    std::vector<tally> parts;
    for (std::size_t s = 0; s < shards; ++s) {
        std::vector<response> own;
        for (std::size_t r = s; r < rows.size(); r += shards)
            own.insert(own.begin() + static_cast<std::ptrdiff_t>(d.roll(own.size() + 1)), rows[r]);
        tally& part = parts.emplace_back(plan, shard_id{9, s});
        for (std::size_t from = 0; from < own.size();) {
            const std::size_t to = std::min(own.size(), from + 1 + d.roll(40));
            const std::vector<response> batch(own.begin() + static_cast<std::ptrdiff_t>(from),
                                              own.begin() + static_cast<std::ptrdiff_t>(to));
            EXPECT_EQ(add(part, plan, batch, 0, invalid_policy::mark), status::ok);
            from = to;
        }
    }
    parts.emplace_back(plan);
    parts.emplace_back();
    return merged(d, std::move(parts));
}

instrument_style style_of(std::size_t round) {
    instrument_style style;
    style.small_codes = round % 3 != 0;
    style.same_ranges = round % 2 == 0;
    style.weights = style.gates = round % 4 == 3;
    style.parts = round % 5 == 1;
    style.most_items = round % 7 == 0 ? 3 : 30;
    return style;
}

TEST(TallyMerge, BytesDoNotDependOnPiecesOrOrder) {
    for (std::size_t round = 0; round < 60; ++round) {
        dice d(round + 1);
        const instrument in = random_instrument(d, style_of(round));
        const auto made = tally_plan::compile(in, std::vector<std::string_view>{"default"},
                                              {counted_by::person, round % 3 != 1, false});
        if (!made) continue;  // an instrument that cannot be planned
        const auto rows = random_responses(d, in, 20 + d.roll(400));
        const std::size_t shards = 1 + d.roll(7);
        const tally first = in_pieces(d, *made, rows, shards), second = in_pieces(d, *made, rows, shards);
        EXPECT_EQ(first, second);
        EXPECT_EQ(first.to_bytes(), second.to_bytes());
        const tally whole = counted(*made, {9, 0}, rows);
        EXPECT_TRUE(std::ranges::equal(first.cells(), whole.cells()));
        expect_same_counts(whole, slow_cells(*made, rows));
        const auto read = tally::from_bytes(first.to_bytes());
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(*read, first);
        EXPECT_EQ(first.to_bytes().find("person-"), std::string::npos);
        EXPECT_EQ(first.to_bytes().find("worker-"), std::string::npos);
    }
}

TEST(TallyMerge, BytesDoNotDependOnThreads) {
    dice d(5);
    instrument_style style;
    style.parts = true;
    const instrument in = random_instrument(d, style);
    const tally_plan plan = plan_of(in, {"default"});
    const auto rows = random_responses(d, in, 2000);
    const std::string expected = counted(plan, {1, 1}, rows).to_bytes();
    for (std::size_t threads = 1; threads <= 8; ++threads) {
        std::vector<tally> parts(threads, tally(plan, {1, 1}));
        std::vector<std::thread> work;
        for (std::size_t t = 0; t < threads; ++t) {
            work.emplace_back([&, t] {
                const auto from = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() * t / threads);
                const auto to = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() * (t + 1) / threads);
                static_cast<void>(add(parts[t], plan, {from, to}, 0, invalid_policy::mark));
            });
        }
        for (std::thread& one : work) one.join();
        for (std::size_t t = 1; t < threads; ++t) ASSERT_EQ(parts[0].join(parts[t]), status::ok);
        EXPECT_EQ(parts[0].to_bytes(), expected);
    }
}

}  // namespace
}  // namespace peersupport
