// SPDX-License-Identifier: Apache-2.0
#include "exchange/baseline_members.hpp"
#include "exchange/field_reader.hpp"
#include "exchange/format_check.hpp"
#include "exchange/json_document.hpp"
#include "exchange/rule_words.hpp"
#include "peersupport/exchange/note_request_json.hpp"

#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::string_view note_format = "peersupport-note-1";
constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr std::size_t most_entries = 200;
constexpr std::array language_words{word<language>{"en", language::en}, word<language>{"fr", language::fr}};

/// "auto" is the same as leaving it out.
template <class T, std::size_t N>
std::optional<T> word_or_auto(field_reader& fields, std::string_view name, const std::array<word<T>, N>& words) {
    const auto from = fields.find(name, presence::optional);
    if (!from || from->kind() == json_kind::null || (from->kind() == json_kind::string && from->text() == "auto")) return std::nullopt;
    return read_word(fields.problems(), *from, words);
}

wiped_string joined(problem_list& problems, json_value list) {
    wiped_string made;
    for (const json_value entry : json_elements(list)) {
        if (entry.kind() != json_kind::string) {
            problems.add(status::field_type, entry);
            continue;
        }
        if (!made.empty()) made += ", ";
        made += entry.text();
    }
    return made;
}

/// A text, which may be empty, yes or no, or a list of texts.
wiped_string field_text(problem_list& problems, json_value from) {
    switch (from.kind()) {
        case json_kind::null: return {};
        case json_kind::string: return wiped_string(from.text());
        case json_kind::boolean: return from.truth() ? "yes" : "no";
        case json_kind::array: return check_array(problems, from, {0, most_entries}) ? joined(problems, from) : wiped_string{};
        default: problems.add(status::field_type, from); return {};
    }
}

void read_fields(problem_list& problems, json_value from, note_request& to) {
    field_reader fields(problems, from);
    for (std::size_t i = 0; i < note_fields; ++i)
        if (const auto value = fields.find(name_of(static_cast<note_field>(i)), presence::optional)) to.fields[i] = field_text(problems, *value);
    fields.finish(unknown_names::withheld);
}

template <class String>
void read_plain(field_reader& fields, std::string_view name, String& to) {
    const auto from = fields.find(name, presence::optional);
    if (!from || from->kind() == json_kind::null) return;
    if (from->kind() != json_kind::string) return fields.problems().add(status::field_type, *from);
    to = from->text();
}

note_request read_request(problem_list& problems, json_value root) {
    note_request read;
    field_reader top(problems, root);
    (void)top.find("format", presence::required);
    read_plain(top, "text", read.text);
    if (const auto fields = top.find("fields", presence::optional)) read_fields(problems, *fields, read);
    read.written_in = word_or_auto(top, "language", language_words);
    read.kind = word_or_auto(top, "kind", note_kind_words);
    read_plain(top, "profile", read.profile);
    read_plain(top, "now", read.now);
    if (const auto left_alone = top.find("baseline", presence::optional); left_alone && left_alone->kind() != json_kind::null)
        read_baseline_members(problems, *left_alone, read.left_alone.emplace());
    top.finish(unknown_names::withheld);
    return read;
}

}  // namespace

}  // namespace exchange

note note_request::what() const noexcept {
    note made{text, {}, written_in, kind};
    for (std::size_t i = 0; i < note_fields; ++i) made.fields[i] = fields[i];
    return made;
}

note_check_options note_request::options() const { return {profile, now, left_alone ? &*left_alone : nullptr}; }

result<note_request> read_note_request(std::string_view json) {
    using namespace exchange;
    if (json.size() > most_bytes) return error(status::too_large);
    auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (auto wrong = wrong_format(*document, note_format)) return *std::move(wrong);
    problem_list problems(*document);
    note_request read = read_request(problems, document->root());
    if (!problems.empty()) return problems.to_error();
    return read;
}

}  // namespace peersupport
