// SPDX-License-Identifier: Apache-2.0
#include "exchange/field_reader.hpp"

#include "exchange/decimal_text.hpp"

#include <algorithm>
#include <charconv>

namespace peersupport::exchange {

std::optional<std::int64_t> read_integer(problem_list& problems, json_value from, bounds within) {
    const auto refuse = [&](status code) -> std::optional<std::int64_t> {
        problems.add(code, from);
        return std::nullopt;
    };
    if (from.kind() != json_kind::number) return refuse(status::field_type);
    const std::string_view text = from.text();
    if (text.find_first_of(".eE") != std::string_view::npos) return refuse(status::field_type);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{}) return refuse(status::json_number);
    if (value < within.low || value > within.high) return refuse(status::field_value);
    return value;
}

std::optional<decimal> read_decimal(problem_list& problems, json_value from) {
    if (from.kind() != json_kind::number) {
        problems.add(status::field_type, from);
        return std::nullopt;
    }
    const auto value = parse_decimal(from.text());
    if (!value) problems.add(status::json_number, from);
    return value;
}

std::optional<std::string_view> read_string(problem_list& problems, json_value from) {
    if (from.kind() != json_kind::string) {
        problems.add(status::field_type, from);
        return std::nullopt;
    }
    if (from.text().empty()) {
        problems.add(status::field_value, from);
        return std::nullopt;
    }
    return from.text();
}

localized_string read_text(problem_list& problems, json_value from) {
    localized_string out;
    field_reader fields(problems, from);
    const auto read_language = [&](std::string_view name, std::string& into) {
        const auto value = fields.find(name, presence::optional);
        if (!value) {
            if (fields.is_object()) problems.add_missing(status::translation_missing, from, name);
        } else if (value->kind() != json_kind::string) {
            problems.add(status::field_type, *value);
        } else if (value->text().empty()) {
            problems.add(status::translation_missing, *value);
        } else {
            into = value->text();
        }
    };
    read_language("en", out.en);
    read_language("fr", out.fr);
    fields.finish();
    return out;
}

std::vector<std::string> read_strings(problem_list& problems, json_value from, element_count count) {
    std::vector<std::string> out;
    if (!check_array(problems, from, count)) return out;
    for (const json_value element : json_elements(from))
        if (const auto text = read_string(problems, element)) out.emplace_back(*text);
    return out;
}

std::optional<ratio> read_ratio(problem_list& problems, json_value from, bounds top, bounds bottom) {
    if (!check_pair(problems, from)) return std::nullopt;
    const auto numerator = read_integer(problems, from.first(), top);
    const auto denominator = read_integer(problems, from.first().next(), bottom);
    return numerator && denominator ? std::optional(ratio{*numerator, *denominator}) : std::nullopt;
}

bool check_pair(problem_list& problems, json_value from) {
    if (from.kind() == json_kind::array && from.size() == 2) return true;
    problems.add(from.kind() == json_kind::array ? status::field_value : status::field_type, from);
    return false;
}

bool check_array(problem_list& problems, json_value from, element_count count) {
    if (from.kind() != json_kind::array) problems.add(status::field_type, from);
    else if (from.size() < count.least) problems.add(status::field_value, from);
    else if (from.size() > count.most) problems.add(status::too_large, from);
    else return true;
    return false;
}

field_reader::field_reader(problem_list& problems, json_value object)
    : problems_(&problems), object_(object), is_object_(object.kind() == json_kind::object) {
    if (!is_object_) problems.add(status::field_type, object);
}

std::optional<json_value> field_reader::find(std::string_view name, presence p) {
    if (!is_object_) return std::nullopt;
    for (const json_member member : json_members(object_)) {
        if (member.key.text() != name) continue;
        asked_.push_back(member.key.position());
        return member.value;
    }
    if (p == presence::required) problems_->add_missing(status::field_missing, object_, name);
    return std::nullopt;
}

std::optional<json_value> field_reader::array(std::string_view name, presence p, element_count count) {
    const auto value = find(name, p);
    return value && check_array(*problems_, *value, count) ? value : std::nullopt;
}

void field_reader::id(std::string& out) {
    const auto value = find("id", presence::required);
    if (!value) return;
    if (value->kind() == json_kind::string) out = value->text();
    else problems_->add(status::field_type, *value);
}

void field_reader::string(std::string_view name, presence p, std::string& out) {
    if (const auto value = find(name, p))
        if (const auto text = read_string(*problems_, *value)) out = *text;
}

void field_reader::text(std::string_view name, presence p, localized_string& out) {
    if (const auto value = find(name, p)) out = read_text(*problems_, *value);
}

void field_reader::boolean(std::string_view name, presence p, bool& out) {
    const auto value = find(name, p);
    if (!value) return;
    if (value->kind() == json_kind::boolean) out = value->truth();
    else problems_->add(status::field_type, *value);
}

void field_reader::integer(std::string_view name, presence p, bounds within, std::int32_t& out) {
    if (const auto value = find(name, p))
        if (const auto number = read_integer(*problems_, *value, within)) out = static_cast<std::int32_t>(*number);
}

void field_reader::decimal(std::string_view name, presence p, peersupport::decimal& out) {
    if (const auto value = find(name, p))
        if (const auto number = read_decimal(*problems_, *value)) out = *number;
}

void field_reader::strings(std::string_view name, presence p, element_count count, std::vector<std::string>& out) {
    if (const auto value = find(name, p)) out = read_strings(*problems_, *value, count);
}

void field_reader::finish(unknown_names names) {
    if (!is_object_) return;
    for (const json_member member : json_members(object_)) {
        if (std::ranges::find(asked_, member.key.position()) != asked_.end()) continue;
        if (names == unknown_names::told) problems_->add(status::field_unknown, member.key);
        else problems_->add_unnamed(status::field_unknown, object_, member.key);
    }
}

}  // namespace peersupport::exchange
