// SPDX-License-Identifier: Apache-2.0
// Documents around service integrity: the seeds of the fuzz target, with pieces replaced, and what every reader has to
// do.
#pragma once

#include "instrument_file.hpp"
#include "peersupport/exchange/integrity_json.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::unit {

inline std::string example(const std::string& name) {
    std::string text = file_text(std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / "tests/fuzz/corpus/integrity" / name);
    while (!text.empty() && text.back() != '}') text.pop_back();
    return text;
}

inline const instrument& survey() {
    static const instrument one = *open_instrument("integrity-survey");
    return one;
}

inline result<integrity_request> read_request(std::string_view text) {
    return read_integrity_request(text, canonical());
}
inline result<answered_request> read_answered(std::string_view text) {
    return read_answered_request(text, survey(), canonical());
}

inline std::string list_of(const error& problems) {
    std::string out;
    for (const problem& p : problems.problems) out.append(status_name(p.code)).append(" ").append(p.path).append("\n");
    return out;
}

struct refusal {
    replacements changes;
    status code;
    const char* path;
};

/// That the changed text has this one problem, at the ^ when there is one.
template <class Read>
void expect_only(const std::string& base, const std::vector<refusal>& all, Read read) {
    for (const refusal& each : all) {
        const marked_text input = changed(base, each.changes);
        const auto got = read(input.text);
        ASSERT_FALSE(got) << each.path << each.changes.front().second;
        const error& found = got.problems();
        EXPECT_EQ(found.total, 1U) << each.path << " expected, found\n" << list_of(found);
        EXPECT_EQ(found.problems.at(0).code, each.code) << list_of(found);
        EXPECT_EQ(found.problems.at(0).path, each.path);
        EXPECT_TRUE(input.mark == problem::no_offset || found.problems.at(0).offset == input.mark) << each.path;
    }
}

/// Cut off anywhere: refused. With a byte changed anywhere: read, or refused with a place. Every `step`-th byte.
template <class Read>
void expect_robust(const std::string& text, std::size_t step, Read read) {
    for (std::size_t size = 0; size < text.size(); size += step)
        ASSERT_FALSE(read(std::string_view(text).substr(0, size))) << size;
    for (std::size_t at = 0; at < text.size(); at += step)
        for (const char other : {'"', '0', '}', 'x'}) {
            std::string broken = text;
            broken[at] = other;
            const auto got = read(broken);
            if (got) continue;
            const problem& first = got.problems().problems.at(0);
            ASSERT_TRUE(first.offset <= broken.size() || first.offset == problem::no_offset);
        }
}

inline std::vector<std::string> holding(const error& problems, std::string_view text) {
    std::vector<std::string> out;
    for (const problem& p : problems.problems)
        if (p.path.find(text) != std::string::npos) out.push_back(p.path);
    return out;
}

/// No string value of a file comes back in an error, whatever takes its place.
template <class Read>
void expect_silent(const std::string& text, Read read) {
    constexpr std::string_view canary = "Jane Roe 1961-03-04";
    for (std::size_t from = text.find('"'); from != std::string::npos;) {
        const std::size_t to = text.find('"', from + 1);
        if (text.find_first_not_of(" \n", to + 1) != text.find(':', to + 1)) {
            std::string other = text;
            other.replace(from + 1, to - from - 1, canary);
            const auto got = read(other);
            if (!got) {
                EXPECT_EQ(holding(got.problems(), "Jane"), std::vector<std::string>{}) << from;
            }
        }
        from = text.find('"', to + 1);
    }
}

}  // namespace peersupport::unit
