// SPDX-License-Identifier: Apache-2.0
// Equal instruments have equal digests, and every change shows.
#include "peersupport/instrument/digest.hpp"

#include "instrument_builder.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/instrument/bundled.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace peersupport {
namespace {

using namespace testing;

TEST(InstrumentDigest, DoesNotDependOnHowTheFileIsWritten) {
    for (const bundled_instrument& file : bundled_instruments()) {
        const auto read = read_instrument(file.json);
        ASSERT_TRUE(read.has_value());
        const std::string digest = instrument_digest(*read);
        EXPECT_EQ(digest.size(), 64U);
        const auto again = read_instrument(write_instrument(*read));
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(instrument_digest(*again), digest) << file.id;
    }
}

TEST(InstrumentDigest, EveryChangeShows) {
    instrument_builder made(likert(0, 4), 2);
    made.add_scale(score_rule::pomp, at_least(1));
    made.try_compile();
    const std::vector<std::function<void(instrument&)>> changes{
        [](instrument&) {},
        [](instrument& i) { i.version = "1.2.4"; },
        [](instrument& i) { i.name.fr = "x"; },
        [](instrument& i) { i.about.fr = "x"; },
        [](instrument& i) { i.subject = instrument_subject::service; },
        [](instrument& i) { i.verification.missing.push_back("x"); },
        [](instrument& i) { i.rights.wording_included = true; },
        [](instrument& i) { i.sources.emplace_back(); },
        [](instrument& i) { i.facets.emplace_back(); },
        [](instrument& i) { i.response_scales[0].options[0].points = 7; },
        [](instrument& i) { i.response_scales[0].options[0].kind = option_kind::blank; },
        [](instrument& i) {
            i.response_scales[0].range = code_range{0, 1};
        },
        [](instrument& i) { i.items[1].reverse = true; },
        [](instrument& i) { i.items[0].weight = 2; },
        [](instrument& i) { i.items[0].code_divisor = 2; },
        [](instrument& i) {
            i.items[0].gate = importance_gate{1, {3}};
        },
        [](instrument& i) { i.items[0].text.en = "x"; },
        [](instrument& i) { i.scales[0].missing.count = 2; },
        [](instrument& i) { i.scales[0].multiplier.numerator = 2; },
        [](instrument& i) { i.scales[0].scored_items.pop_back(); },
        [](instrument& i) {
            i.scales[0].table.push_back({1, {2, 3}});
        },
        [](instrument& i) {
            i.scales[0].model.slope = {3, 0};
        },
        [](instrument& i) { i.sample_scales.emplace_back(); },
        [](instrument& i) { i.forms[0].recall_days = 7; },
        [](instrument& i) {
            i.forms[0].wording.push_back({0, {"a", "b"}});
        },
        [](instrument& i) {
            i.forms[0].wording.push_back({0, {"ab", ""}});
        },
        [](instrument& i) {
            i.open_questions.push_back({"q", {}});
        },
        [](instrument& i) {
            i.collection_rules.push_back({"q", {}});
        },
        [](instrument& i) { i.co_production.tested_by.push_back("x"); },
        [](instrument& i) { i.co_production.adopted_by.push_back("x"); },
    };
    std::set<std::string> digests;
    for (const auto& change : changes) {
        instrument other = made.value;
        change(other);
        digests.insert(instrument_digest(other));
    }
    EXPECT_EQ(digests.size(), changes.size());
}

}  // namespace
}  // namespace peersupport
