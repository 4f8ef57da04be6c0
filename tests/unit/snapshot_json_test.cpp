// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/snapshot_json.hpp"
#include "integrity_document.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace peersupport;
using namespace peersupport::unit;

TEST(snapshot_json, a_snapshot_comes_back_as_it_was) {
    const auto read = read_snapshot(example("snapshot.json"));
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->cells.size(), 14U);
    EXPECT_EQ(read->counted_by, counted_by::person);
    EXPECT_EQ(read->cells.at(0).bins, (std::vector<score_bin>{{4, 25, 1, 1}, {4, 50, 1, 2}, {4, 75, 1, 3}}));
    EXPECT_EQ(read->eroded.at(0),
              (snapshot_eroded{"three-rivers", "person", "person", "", "self-determination-had-to", 6, 3, 1}));
    const std::string written = write_snapshot(*read);
    const auto again = read_snapshot(written);
    ASSERT_TRUE(again) << list_of(again.problems());
    EXPECT_EQ(*again, *read);
    EXPECT_EQ(write_snapshot(*again), written);
}

TEST(snapshot_json, a_snapshot_without_a_collection_comes_back_too) {
    auto read = read_snapshot(example("snapshot.json"));
    read->collection = {};
    read->definition.overlay_id = "acme";
    read->definition.overlay_version = "1.0.0";
    read->definition.overlay_digest = read->definition.digest;
    const std::string written = write_snapshot(*read);
    EXPECT_NE(written.find("\"collection\": null"), std::string::npos);
    const auto again = read_snapshot(written);
    ASSERT_TRUE(again) << list_of(again.problems());
    EXPECT_EQ(*again, *read);
}

TEST(snapshot_json, the_order_of_cells_does_not_matter) {
    auto read = read_snapshot(example("snapshot.json"));
    const snapshot before = *read;
    std::swap(read->cells.front(), read->cells.back());
    EXPECT_EQ(*read_snapshot(write_snapshot(*read)), before);
}

TEST(snapshot_json, says_what_is_wrong_with_a_snapshot_and_where) {
    expect_only(example("snapshot.json"),
                {
                    {{{"\"version\": \"1.0.0\"", "\"version\": ^\"1.0\""}}, status::field_value, "/instrument/version"},
                    {{{"\"digest\": \"5f0c", "\"digest\": ^\"5F0c"}}, status::field_value, "/instrument/digest"},
                    {{{"\"counted_by\": \"person\"", "\"counted_by\": ^\"row\""}}, status::field_value, "/counted_by"},
                    {{{"[4, 25, 1, 1]", "^[4, 101, 1, 1]"}}, status::field_value, "/cells/0/bins/0"},
                    {{{"[4, 25, 1, 1]", "[4, 25, ^0, 1]"}}, status::field_value, "/cells/0/bins/0/2"},
                    {{{"[4, 25, 1, 1]", "[^0, 25, 1, 1]"}}, status::field_value, "/cells/0/bins/0/0"},
                    {{{"[4, 25, 1, 1]", "[4, ^-25, 1, 1]"}}, status::field_value, "/cells/0/bins/0/1"},
                    {{{"[4, 25, 1, 1]", "^[4, 25, 1]"}}, status::field_value, "/cells/0/bins/0"},
                    {{{"[4, 25, 1, 1], [4, 50, 1, 2]", "[4, 50, 1, 1], ^[4, 50, 1, 2]"}},
                     status::field_value,
                     "/cells/0/bins/1"},
                    {{{"[[4, 25, 1, 1]", "^[[4, 25, 1, 2]"}}, status::field_value, "/cells/0/bins"},
                    {{{"\"ever\": 3", "\"ever\": ^7"}}, status::field_value, "/eroded/0/ever"},
                    {{{"\"often\": 1", "\"often\": ^4"}}, status::field_value, "/eroded/0/often"},
                    {{{"\"language\": \"\"", "\"language\": ^\"de\""}}, status::field_value, "/cells/0/language"},
                    {{{"\"language\": \"fr\"", "\"language\": \"\""}}, status::id_duplicate, "/cells/7"},
                    {{{"\"peersupport-collection-1\"", "^\"peersupport-snapshot-1\""}},
                     status::format_unsupported,
                     "/collection/format"},
                    {{{"\"value\": \"dignity-respect-inclusion\"", "\"value\": ^\"Dignity\""}},
                     status::id_malformed,
                     "/cells/0/value"},
                },
                read_snapshot);
}

TEST(snapshot_json, no_bytes_break_the_reader) { expect_robust(example("snapshot.json"), 3, read_snapshot); }

TEST(snapshot_json, no_error_tells_a_value) { expect_silent(example("snapshot.json"), read_snapshot); }
