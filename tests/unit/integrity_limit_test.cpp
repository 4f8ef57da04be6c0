// SPDX-License-Identifier: Apache-2.0
// How many units a profile may have, whoever names them.
#include "integrity_case.hpp"

#include <gtest/gtest.h>

namespace peersupport::testing {
namespace {

constexpr std::size_t most_units = 2000;

integrity_request naming(std::size_t units, const std::string& wave) {
    integrity_request asked = request_at(5);
    asked.collection = described(stated_of());
    asked.collection->heard.clear();
    for (std::size_t u = 0; u < units; ++u) {
        collection_heard heard = stated_of("unit-" + std::to_string(u));
        heard.wave = wave;
        asked.collection->heard.push_back(heard);
    }
    return asked;
}

TEST(integrity_limit, a_collection_may_not_name_more_units_than_fit) {
    const tally of = integrity_case().with({}).counted();  // one unit of its own
    const auto refused = assess_integrity(of, integrity_survey(), canonical(), naming(most_units, "2025-2"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().code(), status::too_large);
    EXPECT_EQ(refused.problems().problems.front().path, "/collection/heard");
    EXPECT_TRUE(assess_integrity(of, integrity_survey(), canonical(), naming(100, "2025-2")));
    EXPECT_TRUE(
        assess_integrity(of, integrity_survey(), canonical(), naming(most_units, "another")));  // makes no units
}

TEST(integrity_limit, a_tally_may_not_hold_more_units_than_fit) {
    const tally_plan plan = plan_of(integrity_survey(), {"person"}, {counted_by::response, false, false});
    const auto codes = codes_at(*find_form(integrity_survey(), "person"), 3);
    std::vector<response> rows;
    for (std::size_t u = 0; u <= most_units; ++u)
        rows.push_back({codes, {"", "unit-" + std::to_string(u), "2025-2", "", ""}, "", "", no_day});
    const auto refused = assess_integrity(counted(plan, {0, 1}, rows), integrity_survey(), canonical(), request_at(5));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().code(), status::too_large);
    EXPECT_EQ(refused.problems().problems.front().path, "/wave");
}

}  // namespace
}  // namespace peersupport::testing
