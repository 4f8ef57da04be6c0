// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/collection_json.hpp"
#include "integrity_document.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace peersupport;
using namespace peersupport::unit;

TEST(collection_json, reads_every_member_of_a_collection) {
    const auto read = read_collection(example("collection.json"));
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->id, "spring-2025");
    EXPECT_EQ(read->consent.en, "You can say no. Nothing changes in your support.");
    EXPECT_EQ(read->modes, (std::vector<std::string>{"online", "paper"}));
    EXPECT_EQ(read->collector.fr, "Une paire d’une autre équipe");
    EXPECT_TRUE(read->simulated);
    EXPECT_EQ(read->waves.at(1), (collection_wave{"2025-1", {2025, 1, 1}, {2025, 7, 1}}));
    EXPECT_EQ(read->heard.at(0), (collection_heard{"three-rivers", "2025-1", "person", 40, 30, 9, 3, true, 4}));
    EXPECT_EQ(read->heard.at(1), (collection_heard{"three-rivers", "2025-1", "supervisor", std::nullopt, 5, 5,
                                                   std::nullopt, std::nullopt, std::nullopt}));
}

TEST(collection_json, a_collection_needs_only_an_id) {
    const auto read = read_collection(R"({"format": "peersupport-collection-1", "id": "x"})");
    ASSERT_TRUE(read) << list_of(read.problems());
    collection expected;
    expected.id = "x";
    EXPECT_EQ(*read, expected);
}

TEST(collection_json, a_collection_comes_back_as_it_was) {
    const auto read = read_collection(example("collection.json"));
    const std::string written = write_collection(*read);
    const auto again = read_collection(written);
    ASSERT_TRUE(again) << list_of(again.problems());
    EXPECT_EQ(*again, *read);
    EXPECT_EQ(write_collection(*again), written);
}

TEST(collection_json, says_what_is_wrong_with_a_collection_and_where) {
    expect_only(
        example("collection.json"),
        {
            {{{"\"peersupport-collection-1\"", "^\"peersupport-collection-2\""}},
             status::format_unsupported,
             "/format"},
            {{{"\"id\": \"spring-2025\",", ""}}, status::field_missing, "/id"},
            {{{"\"spring-2025\"", "^\"a\\nb\""}}, status::field_value, "/id"},
            {{{"\"online\", \"paper\"", "\"online\", ^\"online\""}}, status::id_duplicate, "/mode/1"},
            {{{"\"online\"", "^\"by-eye\""}}, status::field_value, "/mode/0"},
            {{{"\"id\": \"2024-2\", \"from\"", "\"id\": \"2025-1\", \"from\""},
              {"{\"id\": \"2025-1\", \"from\": \"2025", "^{\"id\": \"2025-1\", \"from\": \"2025"}},
             status::id_duplicate,
             "/waves/1"},
            {{{"\"to\": \"2025-01-01\"", "\"to\": \"2025-01-02\""}, {"{\"id\": \"2025-1\"", "^{\"id\": \"2025-1\""}},
             status::date_out_of_range,
             "/waves/1"},
            {{{"\"to\": \"2025-07-01\"", "\"to\": ^\"2025-01-01\""}}, status::date_out_of_range, "/waves/1/to"},
            {{{"\"wave\": \"2025-1\"", "\"wave\": ^\"2030-1\""}}, status::reference_unknown, "/heard/0/wave"},
            {{{"\"perspective\": \"supervisor\"", "\"perspective\": ^\"manager\""}},
             status::field_value,
             "/heard/1/perspective"},
            {{{"\"perspective\": \"supervisor\"", "\"perspective\": \"person\""}}, status::id_duplicate, "/heard/1"},
            {{{"\"invited\": 30", "\"invited\": ^41"}}, status::field_value, "/heard/0/invited"},
            {{{"\"responded\": 9", "\"responded\": ^-1"}}, status::field_value, "/heard/0/responded"},
            {{{"\"refused\": 3", "\"refused\": ^22"}}, status::field_value, "/heard/0/refused"},
            {{{"\"workers\": 4", "\"workers\": ^4.5"}}, status::field_type, "/heard/0/workers"},
            {{{"\"leavers_invited\": true", "\"leavers_invited\": ^1"}},
             status::field_type,
             "/heard/0/leavers_invited"},
            {{{"\"workers\": 4", "\"workers\": 4, ^\"names\": []"}}, status::field_unknown, "/heard/0/names"},
            {{{"\"simulated\": true", "\"simulated\": ^\"yes\""}}, status::field_type, "/simulated"},
        },
        read_collection);
}

TEST(collection_json, no_bytes_break_the_reader) { expect_robust(example("collection.json"), 1, read_collection); }

TEST(collection_json, no_error_tells_a_value) { expect_silent(example("collection.json"), read_collection); }
