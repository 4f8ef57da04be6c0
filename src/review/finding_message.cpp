// SPDX-License-Identifier: Apache-2.0
#include "review/finding_message.hpp"

#include "review/message_texts.hpp"

#include <algorithm>
#include <charconv>

namespace peersupport::review {

namespace {

/// Whether every { has its } and every choice both its words.
constexpr bool is_well_formed(std::string_view text) {
    while (true) {
        const std::size_t open = text.find_first_of("{}");
        if (open == std::string_view::npos) return true;
        const std::size_t close = text.find_first_of("{}", open + 1);
        if (text[open] != '{' || close == std::string_view::npos || text[close] != '}') return false;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const bool chooses = inside.find('?') != std::string_view::npos;
        if (inside.empty() || chooses != (inside.find('|') != std::string_view::npos)) return false;
        text.remove_prefix(close + 1);
    }
}
static_assert(std::ranges::all_of(message_texts, [](const message_text& each) {
    return is_well_formed(each.text.en) && is_well_formed(each.text.fr);
}));

void append_number(std::string& to, std::int64_t number) {
    char digits[20];
    to.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// English has one thing; French counts none as one.
bool is_singular(std::int64_t count, language in) noexcept { return count == 1 || (count == 0 && in == language::fr); }

class message_writer {
public:
    message_writer(std::span<const message_word> words, std::span<const finding_number> numbers, language in)
        : words_(words), numbers_(numbers), in_(in) {}

    std::string write(std::string_view text) {
        std::string out;
        while (true) {
            const std::size_t open = text.find('{');
            out += text.substr(0, open);
            if (open == std::string_view::npos) return out;
            const std::size_t close = text.find('}', open);
            put(out, text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
    }

private:
    void put(std::string& out, std::string_view inside) const {
        const std::size_t choice = inside.find('?');
        const auto number = std::ranges::find(numbers_, inside.substr(0, choice), &finding_number::name);
        if (choice != std::string_view::npos) {
            const std::string_view both = inside.substr(choice + 1);
            const std::size_t between = both.find('|');
            const bool one = number != numbers_.end() && is_singular(number->value, in_);
            out += one ? both.substr(0, between) : both.substr(between + 1);
        } else if (number != numbers_.end()) {
            append_number(out, number->value);
        } else {
            const auto word = std::ranges::find(words_, inside, &message_word::name);
            if (word != words_.end()) out += word->text.in(in_);
        }
    }

    std::span<const message_word> words_;
    std::span<const finding_number> numbers_;
    language in_;
};

}  // namespace

localized_string message_of(std::string_view rule, std::string_view variant, std::span<const message_word> words,
                            std::span<const finding_number> numbers) {
    const auto found = std::ranges::find_if(
        message_texts, [&](const message_text& each) { return each.rule == rule && each.variant == variant; });
    if (found == message_texts.end()) return {};
    return {message_writer(words, numbers, language::en).write(found->text.en),
            message_writer(words, numbers, language::fr).write(found->text.fr)};
}

localized_string list_of(std::span<const std::string> ids) {
    constexpr std::size_t shown_at_most = 6;
    const std::size_t shown = ids.size() > shown_at_most ? shown_at_most - 1 : ids.size();
    localized_string out;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == ids.size();
        if (i > 0) {
            out.en += last ? " and " : ", ";
            out.fr += last ? " et " : ", ";
        }
        out.en += ids[i];
        out.fr += ids[i];
    }
    if (shown < ids.size()) {
        const auto more = static_cast<std::int64_t>(ids.size() - shown);
        append_number(out.en.append(" and "), more);
        append_number(out.fr.append(" et "), more);
        out.en += " more";
        out.fr += " autres";
    }
    return out;
}

}  // namespace peersupport::review
