// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_fields.hpp"

#include "exchange/instrument_words.hpp"
#include "exchange/programme_draft.hpp"
#include "text/id.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace peersupport::exchange {

namespace {

constexpr std::array<word<std::string_view>, 3> language_words{{{"en", "en"}, {"fr", "fr"}, {"", ""}}};

}  // namespace

std::optional<json_value> find_given(field_reader& fields, std::string_view name) {
    const auto value = fields.find(name, presence::optional);
    return value && value->kind() != json_kind::null ? value : std::nullopt;
}

std::optional<std::string_view> read_label(problem_list& problems, json_value from) {
    const auto text = read_string(problems, from);
    if (!text) return std::nullopt;
    const bool plain = std::ranges::none_of(*text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (plain && text->size() <= integrity_limits::label_bytes) return text;
    problems.add(status::field_value, from);
    return std::nullopt;
}

void read_label(field_reader& fields, std::string_view name, presence p, std::string& out) {
    const auto value = p == presence::required ? fields.find(name, p) : find_given(fields, name);
    if (!value) return;
    if (const auto text = read_label(fields.problems(), *value)) out = *text;
}

void read_id(field_reader& fields, std::string_view name, std::string& out) {
    const auto value = fields.find(name, presence::required);
    if (!value) return;
    const auto text = read_string(fields.problems(), *value);
    if (!text) return;
    if (!is_id(*text)) fields.problems().add(status::id_malformed, *value);
    out = *text;
}

void read_perspective(field_reader& fields, std::string& out) {
    const auto kind = fields.word("perspective", presence::required, perspective_words);
    if (kind) out = id_of(*kind);
}

void read_language(field_reader& fields, std::string& out) {
    const auto value = find_given(fields, "language");
    if (!value) return;
    if (const auto language = read_word(fields.problems(), *value, language_words)) out = *language;
}

std::optional<json_value> read_count(field_reader& fields, std::string_view name, std::optional<std::int64_t>& out) {
    const auto value = find_given(fields, name);
    if (value) out = read_integer(fields.problems(), *value, {0, integrity_limits::people});
    return value;
}

void read_count(field_reader& fields, std::string_view name, bounds within, std::int64_t& out) {
    const auto value = fields.find(name, presence::required);
    if (!value) return;
    if (const auto number = read_integer(fields.problems(), *value, within)) out = *number;
}

void read_given_text(field_reader& fields, std::string_view name, localized_string& out) {
    const auto value = find_given(fields, name);
    if (!value) return;
    out = read_text(fields.problems(), *value);
    if (std::max(out.en.size(), out.fr.size()) > integrity_limits::text_bytes)
        fields.problems().add(status::too_large, *value);
}

void read_half_open(field_reader& fields, date& from, date& to) {
    const auto first = read_date(fields, "from", presence::required);
    const auto after = read_date(fields, "to", presence::required);
    if (first) from = first->day;
    if (after) to = after->day;
    if (first && after && after->day <= first->day) fields.problems().add(status::date_out_of_range, after->at);
}

void label_set::add(std::vector<std::string> labels, json_value at) {
    if (!seen_.insert(std::move(labels)).second) problems_->add(status::id_duplicate, at);
}

void check_format(field_reader& fields, std::string_view expected) {
    const auto value = fields.find("format", presence::required);
    if (!value) return;
    if (value->kind() != json_kind::string) fields.problems().add(status::field_type, *value);
    else if (value->text() != expected) fields.problems().add(status::format_unsupported, *value);
}

}  // namespace peersupport::exchange
