// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/definition_json.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace peersupport {
namespace {

std::string file(const std::string& name) {
    std::ifstream in(std::string(PEERSUPPORT_SOURCE_DIR) + "/" + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

status first_problem(const std::string& json) {
    const auto read = read_definition(json);
    return read ? status::ok : read.problems().code();
}

/// scripts/update_definition.sh sets it; what changed is then read in the diff.
bool writing_golden() {
    const char* const set = std::getenv("PEERSUPPORT_GOLDEN");
    return set != nullptr && std::string_view(set) == "write";
}

void write_file(const std::string& name, const std::string& text) {
    std::ofstream out(std::string(PEERSUPPORT_SOURCE_DIR) + "/" + name, std::ios::binary);
    out << text;
    EXPECT_TRUE(out.flush()) << name;
}

TEST(definition_export, is_the_golden_one_byte_for_byte) {
    const std::string now = write_definition(canonical());
    if (writing_golden()) write_file("docs/definition/definition.json", now);
    // Not EXPECT_EQ, which would print a megabyte.
    EXPECT_TRUE(now == file("docs/definition/definition.json")) << "run scripts/update_definition.sh";
}

TEST(definition_export, digest_is_the_constant_of_the_library) {
    const std::string now = definition_digest(canonical());
    if (writing_golden()) {
        std::string header = file("include/peersupport/definition/digest.hpp");
        header.replace(header.find('"') + 1, 64, now);
        write_file("include/peersupport/definition/digest.hpp", header);
        return;  // in force once it is compiled
    }
    EXPECT_EQ(now, canonical().digest()) << "run scripts/update_definition.sh";
}

TEST(definition_export, canonical_form_has_no_white_space_between_tokens_and_sorted_members) {
    const std::string json = write_canonical_definition(canonical());
    EXPECT_TRUE(json.starts_with(R"({"format":"peersupport-definition-1","tables":{"activity_codes":[{)"));
    EXPECT_TRUE(json.ends_with(R"("version":"1.3.0"})"));
    EXPECT_EQ(json.find('\n'), std::string::npos);
}

TEST(definition_reader, reads_what_was_written) {
    const std::string json = write_definition(canonical());
    const auto read = read_definition(json);
    ASSERT_TRUE(read) << status_name(read.problems().code()) << " " << read.problems().problems.front().path;
    EXPECT_EQ(write_definition(**read), json);
    EXPECT_EQ((*read)->digest(), canonical().digest());
    EXPECT_EQ((*read)->find<role>("role-peer-supporter")->name.fr, canonical().find<role>("role-peer-supporter")->name.fr);
}

TEST(definition_reader, reads_an_older_version_and_leaves_later_tables_empty) {
    const auto read = read_definition(file("tests/definition/definition-1.0.0.json"));
    ASSERT_TRUE(read) << read.problems().problems.front().path;
    EXPECT_EQ((*read)->version(), "1.0.0");
    EXPECT_EQ((*read)->values().size(), 7u);
    EXPECT_TRUE((*read)->roles().empty());
    EXPECT_NE((*read)->digest(), canonical().digest());
}

TEST(definition_reader, reads_the_version_before_the_rules_of_service_integrity) {
    const auto read = read_definition(file("tests/definition/definition-1.1.0.json"));
    ASSERT_TRUE(read) << read.problems().problems.front().path;
    EXPECT_EQ((*read)->version(), "1.1.0");
    EXPECT_EQ((*read)->programme_rules().size(), 27u);
    EXPECT_TRUE((*read)->integrity_rules().empty());
    EXPECT_EQ((*read)->digest(), "28292a99a1cb675e5f136e5fbdb734d6542de399db2e249cc0701bde9870b2af");
}

TEST(definition_reader, outlives_the_bytes_and_the_handle_it_came_from) {
    definition_pointer kept;
    {
        std::string json = write_definition(canonical());
        kept = *read_definition(json);
        json.assign(json.size(), '\xAA');
    }
    EXPECT_EQ(write_canonical_definition(*kept), write_canonical_definition(canonical()));
}

TEST(definition_reader, says_everything_that_is_wrong_at_once) {
    std::string json = write_definition(canonical());
    json = replaced(json, R"("id": "role-peer-supporter")", R"("id": "Role Peer")");
    json = replaced(json, R"("primary_value": "self-determination")", R"("primary_value": "nowhere")");
    json = replaced(json, R"("kind": "is")", R"("kind": "was")");
    const auto read = read_definition(json);
    ASSERT_FALSE(read);
    EXPECT_GE(read.problems().total, 3u);
}

TEST(definition_reader, refuses_what_it_cannot_vouch_for) {
    const std::string json = write_definition(canonical());
    EXPECT_EQ(first_problem(replaced(json, "peersupport-definition-1", "peersupport-definition-2")),
              status::format_unsupported);
    EXPECT_EQ(first_problem(replaced(json, R"("tables": {)", R"("unheard_of": 1, "tables": {)")),
              status::field_unknown);
    EXPECT_EQ(first_problem(replaced(json, R"("id": "duty-accompany")", R"("id": "duty-one-to-one")")),
              status::id_duplicate);
    EXPECT_EQ(first_problem(replaced(json, R"("tables": {)", R"("overlay": {}, "tables": {)")),
              status::rule_conflict);
    EXPECT_EQ(first_problem("[]"), status::field_type);
    EXPECT_EQ(first_problem(""), status::json_syntax);
}

TEST(definition_reader, a_row_may_not_claim_more_than_its_sources) {
    const std::string json = R"({"format": "peersupport-definition-1", "version": "0.1.0", "tables": {
      "quality_dimensions": [{"id": "quality-safe", "name": {"en": "Safe", "fr": "Sûr"}, "meaning": {"en": "No harm", "fr": "Sans mal"},
        "standing": "published", "sources": ["src-ours"]}],
      "sources": [{"id": "src-ours", "title": {"en": "Ours", "fr": "De nous"}, "who": "us", "reading": "ours", "standing": "proposed"}]}})";
    EXPECT_EQ(first_problem(json), status::claim_uncovered);
    EXPECT_EQ(first_problem(replaced(json, R"("standing": "published")", R"("standing": "proposed")")), status::ok);
}

TEST(definition_reader, takes_the_digest_of_the_document_itself) {
    const std::string json = write_definition(canonical());
    const auto other = read_definition(replaced(json, R"("version": "1.3.0")", R"("version": "1.3.1")"));
    ASSERT_TRUE(other);
    EXPECT_NE((*other)->digest(), canonical().digest());
    EXPECT_EQ(first_problem(replaced(json, R"("year": 2018)", R"("year": 67561)")), status::field_value);
    EXPECT_EQ(first_problem(replaced(json, R"("severity": 4)", R"("severity": 1)")), status::rule_conflict);
}

TEST(definition_reader, survives_every_truncation) {
    const std::string json = file("tests/definition/definition-1.0.0.json");
    for (std::size_t size = 0; size < json.size(); size += 97) {
        EXPECT_NE(first_problem(json.substr(0, size)), status::ok) << size;
    }
}

}  // namespace
}  // namespace peersupport
