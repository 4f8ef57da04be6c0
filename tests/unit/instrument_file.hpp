// SPDX-License-Identifier: Apache-2.0
// Instrument files for tests: the seeds of the fuzz target, with pieces replaced and the place of the problem marked.
#pragma once

#include "peersupport/exchange/instrument_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace peersupport::unit {

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Seeds of the fuzz target: the smallest instrument, and one with every rule of the format.
inline std::string seed(const std::string& name) {
    return file_text(std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / "tests/fuzz/corpus/instrument" / name);
}

/// The text with the first occurrence of each `from` replaced by its `to`. A ^ in a `to` (or put by the pair
/// {"", "^"} before the first byte) marks where the problem is expected, and is taken out.
struct marked_text {
    std::string text;
    std::size_t mark = problem::no_offset;
};

using replacements = std::vector<std::pair<std::string, std::string>>;

inline marked_text changed(std::string text, const replacements& all) {
    for (const auto& [from, to] : all) {
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    const std::size_t mark = text.find('^');
    if (mark != std::string::npos) text.erase(mark, 1);
    return {std::move(text), mark};
}

struct expectation {
    const char* base;
    replacements changes;
    status code;
    const char* path;
};

inline void check(const expectation& e) {
    const marked_text input = changed(seed(e.base), e.changes);
    const auto read = read_instrument(input.text);
    ASSERT_FALSE(read) << input.text;
    const auto& problems = read.problems().problems;
    std::string all;
    for (const problem& p : problems)
        all.append(status_name(p.code))
            .append(" ")
            .append(std::to_string(p.offset))
            .append(" ")
            .append(p.path)
            .append("\n");
    const problem expected{e.code, input.mark, e.path};
    EXPECT_EQ(std::ranges::count(problems, expected), 1)
        << status_name(e.code) << " expected at " << input.mark << " " << e.path << " in\n"
        << input.text << "\nfound\n"
        << all;
}

constexpr const char* tiny = "minimal.json";
constexpr const char* full = "every-rule.json";

inline void expect_only(const expectation& e) {
    check(e);
    EXPECT_EQ(read_instrument(changed(seed(e.base), e.changes).text).problems().total, 1U) << e.path;
}

}  // namespace peersupport::unit
