// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"

#include <algorithm>

namespace peersupport::exchange {

std::optional<error> wrong_format(const json_document& document, std::string_view expected) {
    if (document.root().kind() != json_kind::object) return std::nullopt;
    problem_list problems(document);
    for (const json_member member : json_members(document.root())) {
        if (member.key.text() != "format") continue;
        if (member.value.kind() == json_kind::string && member.value.text() != expected)
            problems.add(status::format_unsupported, member.value);
    }
    if (problems.empty()) return std::nullopt;
    return problems.to_error();
}

bool is_version(std::string_view text) noexcept {
    for (int part = 0; part < 3; ++part) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > 9 || (digits > 1 && text.front() == '0')) return false;
        text.remove_prefix(digits);
        if (part == 2) return text.empty();
        if (!text.starts_with('.')) return false;
        text.remove_prefix(1);
    }
    return false;
}

bool is_digest(std::string_view text) noexcept {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void read_version(field_reader& top, std::string& out) {
    const auto version = top.find("version", presence::required);
    if (!version) return;
    const auto text = read_string(top.problems(), *version);
    if (!text) return;
    if (!is_version(*text)) top.problems().add(status::field_value, *version);
    out = *text;
}

}  // namespace peersupport::exchange
