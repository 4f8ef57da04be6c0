// SPDX-License-Identifier: Apache-2.0
//
// The programmes in tests/definition/programmes: planted faults, worked out by hand from the
// specification without sight of the code. Each is found, and nothing else is.
#include "exchange/json_document.hpp"
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"
#include "peersupport/text/date.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace peersupport {
namespace {

using exchange::json_document;
using exchange::json_elements;
using exchange::json_kind;
using exchange::json_members;
using exchange::json_value;

std::string file(const std::string& name) {
    std::ifstream in(std::string(PEERSUPPORT_SOURCE_DIR) + "/tests/definition/programmes/" + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

json_value member(json_value object, std::string_view name) {
    for (const auto each : json_members(object))
        if (each.key.text() == name) return each.value;
    ADD_FAILURE() << "no " << name;
    return object;
}

struct expectation {
    std::string rule;
    std::vector<std::string> about;
};

std::vector<expectation> expectations(json_value of) {
    std::vector<expectation> out;
    for (const json_value each : json_elements(member(of, "findings"))) {
        expectation& one = out.emplace_back();
        one.rule = member(each, "rule").text();
        for (const json_value id : json_elements(member(each, "about"))) one.about.emplace_back(id.text());
    }
    return out;
}

bool meets(const finding& found, const expectation& expected) {
    return found.rule == expected.rule && std::ranges::all_of(expected.about, [&](const std::string& id) {
               return std::ranges::find(found.about, id) != found.about.end();
           });
}

/// Takes each expected finding out of those found; what is left on either side is a failure.
void compare(const std::string& name, std::vector<finding> found, const std::vector<expectation>& expected) {
    for (const expectation& each : expected) {
        const auto at = std::ranges::find_if(found, [&](const finding& f) { return meets(f, each); });
        if (at == found.end()) {
            ADD_FAILURE() << name << ": " << each.rule << " not found" << (each.about.empty() ? "" : " about " + each.about[0]);
            continue;
        }
        found.erase(at);
    }
    for (const finding& each : found)
        ADD_FAILURE() << name << ": " << each.rule << " invented" << (each.about.empty() ? "" : " about " + std::string(each.about[0]));
}

TEST(programme_accuracy, every_planted_fault_is_found_and_none_is_invented) {
    const std::string text = file("expected.json");
    const auto expected = json_document::parse(text);
    ASSERT_TRUE(expected);
    std::size_t files = 0;
    for (const auto each : json_members(expected->root())) {
        const std::string name(each.key.text());
        if (each.value.kind() != json_kind::object) continue;
        ++files;
        const auto read = read_programme(file(name), canonical());
        if (!read) {
            ADD_FAILURE() << name << " not read: " << read.problems().problems.front().path;
            continue;
        }
        const auto as_of = parse_date(member(each.value, "as_of").text());
        ASSERT_TRUE(as_of) << name;
        const auto report = check_programme(*read, canonical(), *as_of);
        ASSERT_TRUE(report) << name;
        compare(name, report->findings, expectations(each.value));
    }
    EXPECT_GE(files, 69u);
}

bool is_at(const problem& found, json_value expected) {
    if (status_name(found.code) != member(expected, "code").text()) return false;
    if (member(expected, "pointer").text() == found.path) return true;
    for (const auto each : json_members(expected)) {
        if (each.key.text() != "or") continue;
        if (each.value.kind() == json_kind::string && each.value.text() == found.path) return true;
        if (each.value.kind() != json_kind::array) continue;
        for (const json_value also : json_elements(each.value))
            if (also.text() == found.path) return true;
    }
    return false;
}

TEST(programme_accuracy, broken_programmes_are_refused_with_every_reason_and_its_place) {
    const std::string text = file("expected_errors.json");
    const auto expected = json_document::parse(text);
    ASSERT_TRUE(expected);
    for (const auto each : json_members(expected->root())) {
        const std::string name(each.key.text());
        const auto read = read_programme(file(name), canonical());
        if (read) {
            ADD_FAILURE() << name << " was read";
            continue;
        }
        const json_value errors = each.value.kind() == json_kind::array ? each.value : member(each.value, "errors");
        EXPECT_EQ(read.problems().total, errors.size()) << name;
        for (const json_value wanted : json_elements(errors)) {
            EXPECT_TRUE(std::ranges::any_of(read.problems().problems, [&](const problem& p) { return is_at(p, wanted); }))
                << name << ": " << member(wanted, "code").text() << " at " << member(wanted, "pointer").text() << "; first found "
                << status_name(read.problems().problems[0].code) << " at " << read.problems().problems[0].path;
        }
    }
}

}  // namespace
}  // namespace peersupport
