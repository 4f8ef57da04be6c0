// SPDX-License-Identifier: Apache-2.0
#include "exchange/field_reader.hpp"
#include "exchange/format_check.hpp"
#include "exchange/json_document.hpp"
#include "exchange/rule_words.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/exchange/role_request_json.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::string_view role_format = "peersupport-role-description-1";
constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr std::size_t most_entries = 500, most_rows = 10000;
constexpr std::int32_t most_minutes = 366 * 24 * 60;
constexpr std::array language_words{word<language>{"en", language::en}, word<language>{"fr", language::fr}};

/// A line for each, so that each is a statement of its own. Problems are placed at `whole` where no place may be told.
wiped_string as_lines(problem_list& problems, json_value list, bool may_tell, json_value whole) {
    wiped_string made;
    for (const json_value entry : json_elements(list)) {
        if (entry.kind() != json_kind::string) {
            problems.add(status::field_type, may_tell ? entry : whole);
            continue;
        }
        made.append(made.empty() ? "- " : "\n- ").append(entry.text());
    }
    return made;
}

wiped_string part_text(problem_list& problems, json_value from, bool may_tell, json_value whole) {
    switch (from.kind()) {
        case json_kind::null: return {};
        case json_kind::string: return wiped_string(from.text());
        case json_kind::array: return check_array(problems, from, {0, most_entries}) ? as_lines(problems, from, may_tell, whole) : wiped_string{};
        default: problems.add(status::field_type, may_tell ? from : whole); return {};
    }
}

bool is_component(std::string_view name) {
    return canonical().find<job_description_component>(wiped_string("jd-") += name) != nullptr;
}

void read_plain(field_reader& fields, std::string_view name, presence needed, wiped_string& to) {
    const auto from = fields.find(name, needed);
    if (!from || (from->kind() == json_kind::null && needed == presence::optional)) return;
    if (from->kind() != json_kind::string) return fields.problems().add(status::field_type, *from);
    to = from->text();
}

/// Names are ids of components, with _ or -. One that is none of ours may be anything, so no place holds it.
void read_sections(problem_list& problems, json_value from, role_request& to) {
    if (from.kind() == json_kind::null) return;
    if (from.kind() != json_kind::object) return problems.add(status::field_type, from);
    for (const json_member member : json_members(from)) {
        wiped_string name(member.key.text());
        std::ranges::replace(name, '_', '-');
        const bool may_tell = is_component(name);
        if (std::ranges::find(to.sections, name, &role_request::section::name) != to.sections.end()) problems.add(status::json_duplicate_key, from);
        to.sections.push_back({std::move(name), part_text(problems, member.value, may_tell, from)});
    }
}

void read_activity(problem_list& problems, json_value from, role_request& to) {
    field_reader fields(problems, from);
    role_request::activity& made = to.activities.emplace_back();
    read_plain(fields, "activity", presence::required, made.activity);
    std::int32_t minutes = 0;
    fields.integer("minutes", presence::optional, {0, most_minutes}, minutes);
    made.minutes = minutes;
    read_plain(fields, "code", presence::optional, made.code);
    fields.finish(unknown_names::withheld);
}

std::optional<language> read_language(field_reader& fields) {
    const auto from = fields.find("language", presence::optional);
    if (!from || from->kind() == json_kind::null || (from->kind() == json_kind::string && from->text() == "auto")) return std::nullopt;
    return read_word(fields.problems(), *from, language_words);
}

role_request read_request(problem_list& problems, json_value root) {
    role_request read;
    field_reader top(problems, root);
    (void)top.find("format", presence::required);
    read_plain(top, "text", presence::optional, read.text);
    if (const auto sections = top.find("sections", presence::optional)) read_sections(problems, *sections, read);
    if (const auto rows = top.array("activities", presence::optional, {0, most_rows}))
        for (const json_value row : json_elements(*rows)) read_activity(problems, row, read);
    read.written_in = read_language(top);
    read_plain(top, "role", presence::optional, read.role);
    top.finish(unknown_names::withheld);
    return read;
}

}  // namespace

}  // namespace exchange

role_description role_request::what() {
    section_views_.clear();
    activity_views_.clear();
    for (const section& s : sections) section_views_.push_back({s.name, s.text});
    for (const activity& a : activities) activity_views_.push_back({a.activity, a.minutes, a.code});
    return {text, section_views_, activity_views_, written_in, role};
}

result<role_request> read_role_request(std::string_view json) {
    using namespace exchange;
    if (json.size() > most_bytes) return error(status::too_large);
    auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (auto wrong = wrong_format(*document, role_format)) return *std::move(wrong);
    problem_list problems(*document);
    role_request read = read_request(problems, document->root());
    if (!problems.empty()) return problems.to_error();
    return read;
}

}  // namespace peersupport
