// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace peersupport {
namespace {

std::vector<std::string_view> ids(const std::vector<search_hit>& hits) {
    std::vector<std::string_view> out;
    for (const search_hit& hit : hits) out.push_back(hit.row.id());
    return out;
}

bool found(std::string_view query, std::string_view id, std::optional<language> in = {}) {
    const auto all = ids(search(canonical(), query, in));
    return std::ranges::find(all, id) != all.end();
}

TEST(definition_search, finds_a_duty_by_its_verb) {
    const auto hits = search(canonical(), "accompany");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().row.id(), "duty-accompany");
    EXPECT_TRUE(found("accompanies", "duty-accompany"));
    EXPECT_TRUE(found("accompagner", "duty-accompany"));
}

TEST(definition_search, ignores_case_and_accents) {
    EXPECT_TRUE(found("RETABLISSEMENT", "hope-and-recovery"));
    EXPECT_TRUE(found("rétablissement", "hope-and-recovery"));
    EXPECT_EQ(ids(search(canonical(), "dérive")), ids(search(canonical(), "Derive")));
}

TEST(definition_search, takes_elided_words_and_separate_accents_as_they_are_meant) {
    EXPECT_TRUE(found("l'espoir", "hope-and-recovery"));
    EXPECT_TRUE(found("re\xCC\x81tablissement", "hope-and-recovery"));
}

TEST(definition_search, needs_every_word_in_one_text) {
    EXPECT_TRUE(found("hope recovery", "hope-and-recovery"));
    EXPECT_FALSE(found("hope zebra", "hope-and-recovery"));
}

TEST(definition_search, looks_into_one_language_when_asked) {
    EXPECT_TRUE(found("espoir", "hope-and-recovery", language::fr));
    EXPECT_FALSE(found("espoir", "hope-and-recovery", language::en));
}

TEST(definition_search, each_row_once_and_the_place_is_in_the_text) {
    const auto hits = search(canonical(), "peer");
    auto all = ids(hits);
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
    for (const search_hit& hit : hits) {
        const std::string_view text =
            hit.field == nullptr ? hit.row.id() : hit.row.value(*hit.field).text.in(hit.in);
        ASSERT_LE(hit.end, text.size());
        ASSERT_LT(hit.begin, hit.end);
    }
}

TEST(definition_search, survives_anything) {
    EXPECT_TRUE(search(canonical(), "").empty());
    EXPECT_TRUE(search(canonical(), " ...  ").empty());
    EXPECT_TRUE(search(canonical(), std::string(100'000, 'x')).empty());
    EXPECT_TRUE(search(canonical(), "\xC3").empty());
    EXPECT_TRUE(search(canonical(), "\xF0\x9F\x98\x80").empty());
}

}  // namespace
}  // namespace peersupport
