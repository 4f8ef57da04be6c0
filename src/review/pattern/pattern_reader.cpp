// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/pattern.hpp"

#include <algorithm>
#include <optional>

namespace peersupport::review {
namespace {

constexpr std::string_view reserved = "()[]|<>^*#?~=\\ ";

class reader {
public:
    explicit reader(std::string_view text) : text_(text) {}

    result<pattern> part() {
        pattern read;
        if (!sequence(read, 0) || at_ != text_.size()) return error(status::field_value, {}, at_);
        return read;
    }

    result<pattern> run() {
        auto made = part();
        if (!made) return made;
        const pattern& read = *made;
        const bool says_something = std::ranges::any_of(read, [](const pattern_element& e) {
            return e.kind != element_kind::gap && e.kind != element_kind::open && e.kind != element_kind::close &&
                   e.kind != element_kind::begin && !e.optional;
        });
        if (!says_something || !brackets_pair(read)) return error(status::field_value, {}, 0);
        return made;
    }

private:
    /// One pair of square brackets or none, with something between them.
    [[nodiscard]] static bool brackets_pair(const pattern& read) noexcept {
        const auto open = std::ranges::find(read, element_kind::open, &pattern_element::kind);
        const auto close = std::ranges::find(read, element_kind::close, &pattern_element::kind);
        if (open == read.end() && close == read.end()) return true;
        const auto brackets = std::ranges::count_if(read, [](const pattern_element& e) { return e.kind == element_kind::open || e.kind == element_kind::close; });
        return brackets == 2 && open < close && close - open > 1;
    }

    [[nodiscard]] bool more() const noexcept { return at_ < text_.size(); }
    [[nodiscard]] char now() const noexcept { return text_[at_]; }
    bool take(char c) noexcept {
        if (!more() || now() != c) return false;
        ++at_;
        return true;
    }
    void skip_spaces() noexcept {
        while (more() && now() == ' ') ++at_;
    }

    bool sequence(pattern& to, std::size_t depth) {
        for (skip_spaces(); more() && now() != ')' && now() != '|'; skip_spaces())
            if (!element(to, depth)) return false;
        return true;
    }

    bool element(pattern& to, std::size_t depth) {
        const std::size_t begin = at_;
        pattern_element made;
        bool read = false;
        if (take('[')) {
            if (depth > 0) return false;
            made.kind = element_kind::open;
            to.push_back(std::move(made));
            to.back().written = "[";
            return true;
        }
        if (take(']')) {
            if (depth > 0) return false;
            made.kind = element_kind::close;
            to.push_back(std::move(made));
            to.back().written = "]";
            return true;
        }
        if (take('^')) {
            made.kind = element_kind::begin;
            read = to.empty();
        } else if (take('*')) {
            made.kind = element_kind::gap;
            read = number(made.low) && made.low >= 1 && made.low <= pattern_limits::gap;
        } else if (take('#')) {
            made.kind = element_kind::number;
            read = digits(made);
        } else if (take('<')) {
            made.kind = element_kind::word_class;
            read = class_name(made.text);
        } else if (take('(')) {
            made.kind = element_kind::group;
            read = depth < pattern_limits::depth && ways(made, depth + 1);
        } else {
            read = word(made);
        }
        if (!read) return false;
        made.optional = take('?');
        made.written = std::string(text_.substr(begin, at_ - begin));
        to.push_back(std::move(made));
        return true;
    }

    bool number(unsigned& to) noexcept {
        const std::size_t begin = at_;
        to = 0;
        while (more() && now() >= '0' && now() <= '9' && at_ - begin < 3) to = to * 10 + static_cast<unsigned>(text_[at_++] - '0');
        return at_ != begin;
    }

    bool digits(pattern_element& made) noexcept {
        if (!more() || now() < '0' || now() > '9') return true;
        if (!number(made.low)) return false;
        made.high = made.low;
        if (take('-') && !number(made.high)) return false;
        return made.low >= 1 && made.low <= made.high && made.high <= 99;
    }

    bool class_name(std::string& to) {
        const std::size_t end = text_.find('>', at_);
        if (end == std::string_view::npos || end == at_) return false;
        to = text_.substr(at_, end - at_);
        at_ = end + 1;
        return std::ranges::all_of(to, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    }

    bool ways(pattern_element& made, std::size_t depth) {
        do {
            pattern& way = made.ways.emplace_back();
            if (!sequence(way, depth) || way.empty()) return false;
        } while (take('|'));
        return take(')');
    }

    bool word(pattern_element& made) {
        // = and ~ stand for themselves where no letters follow or precede them.
        made.exact = now() == '=' && at_ + 1 < text_.size() && reserved.find(text_[at_ + 1]) == std::string_view::npos;
        if (made.exact || now() == '=' || now() == '~' || now() == '?') {
            if (!made.exact) made.text += now();
            ++at_;
            if (!made.exact) return true;
        }
        while (more()) {
            char c = now();
            if (c == '\\' && at_ + 1 < text_.size()) {
                c = text_[++at_];
            } else if (reserved.find(c) != std::string_view::npos) {
                break;
            }
            made.text += c;
            ++at_;
        }
        if (made.text.empty()) return false;
        if (!take('~')) return true;
        if (take('v')) made.forms = inflection::verb;
        else if (take('n') || take('a')) made.forms = inflection::noun;
        else return false;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

result<pattern> read_pattern(std::string_view text) {
    if (text.size() > pattern_limits::bytes) return error(status::too_large);
    return reader(text).run();
}

result<pattern> read_part_of_pattern(std::string_view text) {
    if (text.size() > pattern_limits::bytes) return error(status::too_large);
    return reader(text).part();
}

}  // namespace peersupport::review
