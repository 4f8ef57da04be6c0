// SPDX-License-Identifier: Apache-2.0
#include "review/role/excluded_lines.hpp"

#include "review/language/word_context.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

constexpr std::uint32_t longest_heading = 16;  ///< tokens of a heading without a colon
constexpr std::uint32_t colon_reach = 8;       ///< tokens between a heading's words and its colon

/// A line of the text as tokens.
struct line_view {
    std::uint32_t begin, end;
    bool item;       ///< begins with a bullet or a number
    bool paragraph;  ///< a blank line stands before it
};

bool is_numbered(const reading& in, std::uint32_t begin, std::uint32_t end) noexcept {
    return end - begin > 2 && in.tokens[begin].shape & (shape::number | shape::single) && (in.tokens[begin + 1].mark == '.' || in.tokens[begin + 1].mark == ')');
}

line_view line_at(const reading& in, std::uint32_t begin) noexcept {
    std::uint32_t end = begin + 1;
    while (end < in.tokens.size() && !(in.tokens[end].shape & shape::line)) ++end;
    const bool bullet = end - begin > 1 && in.tokens[begin].shape & shape::mark && in.tokens[begin + 1].shape & shape::item;
    return {begin, end, bullet || is_numbered(in, begin, end), (in.tokens[begin].shape & shape::paragraph) != 0};
}

bool ends_with(const reading& in, const line_view& line, char mark) noexcept { return in.tokens[line.end - 1].mark == mark; }

/// A line that names what comes below it.
bool is_heading(const reading& in, const line_view& line) noexcept {
    if (ends_with(in, line, ':')) return true;
    const char last = in.tokens[line.end - 1].mark;
    return !line.item && line.end - line.begin <= longest_heading / 2 && last != '.' && last != ';' && last != ',' && last != '!';
}

/// The last token of the words that make the line a heading of exclusions, or its end.
std::uint32_t heading_words(const reading& in, const line_view& line) noexcept {
    for (std::uint32_t t = line.end; t-- > line.begin;)
        if (in.context[t] & word_context::exclusion_heading) return t;
    return line.end;
}

/// The colon behind a heading's words, or the line's end.
std::uint32_t colon_behind(const reading& in, const line_view& line, std::uint32_t words) noexcept {
    for (std::uint32_t t = words + 1; t < line.end && t <= words + colon_reach; ++t)
        if (in.tokens[t].mark == ':') return t;
    return line.end;
}

/// The end of the sentence that stands behind a heading in its line.
std::uint32_t end_of_sentence(const reading& in, const line_view& line, std::uint32_t from) noexcept {
    std::uint32_t end = from;
    while (end < line.end && in.tokens[end].sentence == in.tokens[from].sentence) ++end;
    return end;
}

/// Where the lines below a heading end that belong to it.
std::uint32_t end_of_list(const reading& in, std::uint32_t from) noexcept {
    bool items = false, any = false;
    for (std::uint32_t at = from; at < in.tokens.size();) {
        const line_view line = line_at(in, at);
        if (any && (is_heading(in, line) || (items && !line.item) || (line.paragraph && !line.item))) return at;
        items = items || line.item;
        any = true;
        at = line.end;
    }
    return static_cast<std::uint32_t>(in.tokens.size());
}

}  // namespace

void find_excluded_lines(const reading& in, std::vector<token_range>& to) {
    to.clear();
    for (std::uint32_t at = 0; at < in.tokens.size();) {
        const line_view line = line_at(in, at);
        at = line.end;
        const std::uint32_t words = heading_words(in, line);
        if (words == line.end) continue;
        const std::uint32_t colon = colon_behind(in, line, words);
        if (colon + 1 < line.end) to.push_back({colon + 1, end_of_sentence(in, line, colon + 1)});
        else if (colon < line.end || (line.end - line.begin <= longest_heading && !ends_with(in, line, '.'))) to.push_back({line.end, end_of_list(in, line.end)});
    }
}

}  // namespace peersupport::review
