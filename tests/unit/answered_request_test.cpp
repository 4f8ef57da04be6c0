// SPDX-License-Identifier: Apache-2.0
#include "integrity_document.hpp"
#include "peersupport/exchange/integrity_json.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

#include <cstdint>
#include <string>

using namespace peersupport;
using namespace peersupport::unit;

TEST(answered_request, answers_become_a_tally) {
    const auto read = read_answered(example("answered.json"));
    ASSERT_TRUE(read) << list_of(read.problems());
    const tally& counted = read->answers;
    EXPECT_EQ(counted.header().counted_by, counted_by::person);
    EXPECT_EQ(counted.responses(), 9 + 6);  // one person twice, one answer in no wave
    std::int64_t people = 0;
    for (const tally_cell& cell : counted.cells()) {
        EXPECT_EQ(cell.key.wave, "2025-1");
        EXPECT_EQ(cell.key.unit, "three-rivers");
        if (cell.key.form == "person") people += cell.responses;
        else EXPECT_EQ(cell.key.form, "peer-supporter");
    }
    EXPECT_EQ(people, 9);
    EXPECT_EQ(counted.to_bytes().find("p-1"), std::string::npos);
}

TEST(answered_request, says_what_is_wrong_with_answers_and_where) {
    const std::string text = example("answered.json");
    const std::size_t at = text.find("\"hope-possibility\": [") + 21;
    const std::string first =
        text.substr(text.find("\"hope-possibility\""), at - text.find("\"hope-possibility\"")) + "null, ";
    ASSERT_NE(text.find(first), std::string::npos);
    const std::string begin = first.substr(0, first.size() - 6);
    std::string nothing = "[null", quality;
    for (int row = 1; row < 17; ++row) nothing += ", null";
    nothing += "]";
    for (const char* item : {"soon-enough", "hours", "getting-there", "glad-i-came", "my-language"})
        quality += std::string("\"quality-") + item + "\": " + nothing + ", ";
    expect_only(text,
                {
                    {{{first, begin + "^7, "}}, status::invalid_code, "/answers/items/hope-possibility/0"},
                    {{{first, begin + "^2.5, "}}, status::field_type, "/answers/items/hope-possibility/0"},
                    {{{first, begin + "^\"4\", "}}, status::field_type, "/answers/items/hope-possibility/0"},
                    {{{"\"hope-possibility\"", "^\"hope-probability\""},
                      {"\"hope-shared-story\"", "\"hope-possibility\": " + nothing + ", \"hope-shared-story\""}},
                     status::field_unknown,
                     "/answers/items"},
                    {{{"\"perspective\": [\"person\"", "\"perspective\": [^\"manager\""}},
                     status::field_value,
                     "/answers/perspective/0"},
                    {{{"\"date\": [\"2025-01-10\"", "\"date\": [^\"2025-02-30\""}},
                     status::date_out_of_range,
                     "/answers/date/0"},
                    {{{"\"date\": [\"2025-01-10\"", "\"date\": [^null"}}, status::field_missing, "/answers/date/0"},
                    {{{"\"perspective\": [\"person\"", "\"perspective\": [^\"family\""}},
                     status::form_unknown,
                     "/answers/perspective/0"},
                    {{{"\"worker\": [\"w-0\", ", "\"worker\": ^["}}, status::shape_mismatch, "/answers/worker"},
                    {{{"\"items\": {", "\"forms\": [\"person\", ^\"child\"], \"items\": {"}},
                     status::form_unknown,
                     "/answers/forms/1"},
                    {{{"\"items\": {", "\"forms\": [\"person-quality\"], \"items\": {" + quality}},
                     status::column_missing,
                     "/answers/items/quality-who-to-tell"},
                },
                read_answered);
}

/// The head of a column can be anything, a name too.
TEST(answered_request, no_path_repeats_the_name_of_a_column_it_does_not_know) {
    const std::string canary = "Canary 1980-01-02";
    for (const char* inside : {"\"answers\": {", "\"items\": {"}) {
        std::string text = example("answered.json");
        text.insert(text.find(inside) + std::string(inside).size(), '"' + canary + "\": [\"" + canary + "\"], ");
        const auto read = read_answered(text);
        ASSERT_FALSE(read);
        ASSERT_EQ(read.problems().total, 1U) << list_of(read.problems());
        const problem& found = read.problems().problems.front();
        EXPECT_EQ(found.code, status::field_unknown);
        EXPECT_EQ(found.path, inside[1] == 'a' ? "/answers" : "/answers/items");
        EXPECT_EQ(text.compare(found.offset, canary.size() + 1, '"' + canary), 0);
        const auto without_answers = read_integrity_request(text, canonical());
        ASSERT_FALSE(without_answers);
        EXPECT_EQ(list_of(without_answers.problems()).find(canary), std::string::npos);
    }
}

TEST(answered_request, one_column_too_few_is_said_as_such) {
    const std::string text = example("answered.json");
    const std::size_t from = text.find("\"learning-ready-made\""), to = text.find(']', from);
    std::string less = text.substr(0, text.rfind(',', from)) + text.substr(to + 1);
    const auto read = read_answered(less);
    ASSERT_FALSE(read);
    EXPECT_EQ(list_of(read.problems()), "COLUMN_MISSING /answers/items/learning-ready-made\n");
}

TEST(answered_request, a_tally_and_its_answers_give_the_same_documents) {
    const std::string text = example("answered.json");
    const auto read = assess_integrity_json(survey(), canonical(), text);
    ASSERT_TRUE(read) << list_of(read.problems());
    for (const char* id : {"p-0", "w-0", "s-1"}) EXPECT_EQ(read->find(id), std::string::npos);
    const auto with_tally = read_answered(text);
    const std::string request = text.substr(0, text.rfind(',', text.find("\"answers\""))) + "}";
    const auto again = tally::from_bytes(with_tally->answers.to_bytes());
    EXPECT_EQ(*assess_integrity_json(*again, survey(), canonical(), request), *read);
    const auto taken = take_snapshot_json(survey(), canonical(), text);
    ASSERT_TRUE(taken) << list_of(taken.problems());
    EXPECT_EQ(*take_snapshot_json(*again, survey(), canonical(), request), *taken);
    EXPECT_EQ(write_snapshot(*read_snapshot(*taken)), *taken);
}

TEST(answered_request, no_bytes_break_the_reader) { expect_robust(example("answered.json"), 29, read_answered); }

TEST(answered_request, no_error_tells_a_value) { expect_silent(example("answered.json"), read_answered); }
