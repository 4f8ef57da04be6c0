// SPDX-License-Identifier: Apache-2.0
// Every table, field and row of a definition, read through C only. The canonical JSON made of it is what the
// library exports, byte for byte, and what C says of tables and fields is what C++ says.
#include "peersupport/exchange/definition_json.hpp"
#include "small_definition.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string_view view(const peersupport_text& text) { return {text.data, text.size}; }

// Getters that give one text, number or size; each refusal is a failed check.
template <class... Arguments, class... Given>
std::string_view text(int32_t (*get)(Arguments...), Given... given) {
    peersupport_text out = {"", 0};
    CHECK_STATUS(PEERSUPPORT_OK, get(given..., &out));
    return view(out);
}
template <class Number, class... Arguments, class... Given>
Number number(int32_t (*get)(Arguments...), Given... given) {
    Number out = 0;
    CHECK_STATUS(PEERSUPPORT_OK, get(given..., &out));
    return out;
}

// RFC 8785, as far as a definition needs it: sorted members, no space, the shortest escapes.
std::string quoted(std::string_view text) {
    static const std::map<char, std::string> escapes = {{'"', "\\\""}, {'\\', "\\\\"}, {'\b', "\\b"}, {'\f', "\\f"},
                                                        {'\n', "\\n"}, {'\r', "\\r"},  {'\t', "\\t"}};
    std::string out = "\"";
    for (const char c : text) {
        const auto found = escapes.find(c);
        if (found != escapes.end()) out += found->second;
        else out += c;
    }
    return out + '"';
}

std::string object(const std::map<std::string, std::string>& members) {
    std::string out;
    for (const auto& [name, value] : members) out += (out.empty() ? "" : ",") + quoted(name) + ':' + value;
    return '{' + out + '}';
}

std::string array(const std::vector<std::string>& elements) {
    std::string out;
    for (const auto& each : elements) out += (out.empty() ? "" : ",") + each;
    return '[' + out + ']';
}

std::string both(std::string_view en, std::string_view fr) { return object({{"en", quoted(en)}, {"fr", quoted(fr)}}); }

std::string list(const peersupport_definition* in, size_t t, size_t r, size_t f, bool cues) {
    std::vector<std::string> out;
    const auto size = number<size_t>(peersupport_definition_list_size, in, t, r, f);
    for (size_t i = 0; i < size; ++i) {
        out.push_back(quoted(text(peersupport_definition_list_at, in, t, r, f, i)));
        if (!cues) continue;
        const auto en = text(peersupport_definition_cue_text, in, t, r, f, i, PEERSUPPORT_ENGLISH);
        const auto fr = text(peersupport_definition_cue_text, in, t, r, f, i, PEERSUPPORT_FRENCH);
        out.back() = object({{"id", out.back()}, {"text", both(en, fr)}});
    }
    return array(out);
}

std::string value(const peersupport_definition* in, size_t t, size_t r, size_t f) {
    const auto kind = number<int32_t>(peersupport_definition_field_kind, in, t, f);
    switch (kind) {
        case PEERSUPPORT_KIND_REFERENCES:
        case PEERSUPPORT_KIND_WORDS:
        case PEERSUPPORT_KIND_CUES: return list(in, t, r, f, kind == PEERSUPPORT_KIND_CUES);
        case PEERSUPPORT_KIND_NUMBER:
            return std::to_string(number<int64_t>(peersupport_definition_number, in, t, r, f));
        case PEERSUPPORT_KIND_FLAG: return number<int32_t>(peersupport_definition_flag, in, t, r, f) ? "true" : "false";
        default: break;
    }
    const auto en = text(peersupport_definition_text, in, t, r, f, PEERSUPPORT_ENGLISH);
    const auto fr = text(peersupport_definition_text, in, t, r, f, PEERSUPPORT_FRENCH);
    if (kind == PEERSUPPORT_KIND_TEXT) return both(en, fr);
    CHECK(en == fr);
    return quoted(en);
}

std::string row(const peersupport_definition* in, size_t t, size_t r) {
    std::map<std::string, std::string> members{{"id", quoted(text(peersupport_definition_row_id, in, t, r))}};
    const auto fields = number<size_t>(peersupport_definition_field_count, in, t);
    for (size_t f = 0; f < fields; ++f) {
        const bool given = number<int32_t>(peersupport_definition_given, in, t, r, f) != 0;
        const bool required = number<int32_t>(peersupport_definition_field_required, in, t, f) != 0;
        CHECK(given || !required);
        if (given) members[std::string(text(peersupport_definition_field_id, in, t, f))] = value(in, t, r, f);
        else if (number<int32_t>(peersupport_definition_field_kind, in, t, f) == PEERSUPPORT_KIND_NUMBER)
            CHECK(number<int64_t>(peersupport_definition_number, in, t, r, f) == PEERSUPPORT_NO_NUMBER);
    }
    return object(members);
}

std::string identity_of_overlay(const peersupport_definition* in) {
    return object({{"base_digest", quoted(text(peersupport_definition_digest, in))},
                   {"digest", quoted(text(peersupport_definition_overlay_digest, in))},
                   {"id", quoted(text(peersupport_definition_overlay_id, in))},
                   {"version", quoted(text(peersupport_definition_overlay_version, in))}});
}

std::string whole(const peersupport_definition* in) {
    std::map<std::string, std::string> tables;
    for (size_t t = 0; t < peersupport_definition_table_count(in); ++t) {
        std::vector<std::string> rows;
        const auto count = number<size_t>(peersupport_definition_row_count, in, t);
        for (size_t r = 0; r < count; ++r) rows.push_back(row(in, t, r));
        if (count) tables[std::string(text(peersupport_definition_table_id, in, t))] = array(rows);
    }
    std::map<std::string, std::string> members{{"format", quoted("peersupport-definition-1")},
                                               {"tables", object(tables)},
                                               {"version", quoted(text(peersupport_definition_version_of, in))}};
    if (!text(peersupport_definition_overlay_id, in).empty()) members["overlay"] = identity_of_overlay(in);
    return object(members);
}

std::string exported(const peersupport_definition* in, int32_t layout) {
    peersupport_string* json = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_definition_to_json(in, layout, &json, nullptr));
    std::string out(peersupport_string_data(json), peersupport_string_size(json));
    peersupport_string_free(json);
    return out;
}

void what_c_gives_is_what_is_exported(peersupport_definition* of) {
    const std::string made = whole(of), expected = exported(of, PEERSUPPORT_CANONICAL);
    CHECK(made == expected);
    if (made != expected) {
        const auto at = static_cast<size_t>(
            std::mismatch(made.begin(), made.end(), expected.begin(), expected.end()).first - made.begin());
        const size_t from = at < 60 ? 0 : at - 60;
        std::printf("at byte %zu of %zu:\n%s\n%s\n", at, expected.size(), made.substr(from, 120).c_str(),
                    expected.substr(std::min(from, expected.size()), 120).c_str());
    }
    peersupport_definition_free(of);
}

/// Every row is found by its id, whole and short, and has a label.
void every_row_is_found(peersupport_definition* of) {
    size_t rows_in_all = 0;
    for (size_t t = 0; t < peersupport_definition_table_count(of); ++t) {
        const auto prefix = text(peersupport_definition_table_prefix, of, t);
        const auto rows = number<size_t>(peersupport_definition_row_count, of, t);
        rows_in_all += rows;
        for (size_t r = 0; r < rows; ++r) {
            const auto id = text(peersupport_definition_row_id, of, t, r);
            size_t table = SIZE_MAX, found = SIZE_MAX, by_short_id = SIZE_MAX;
            CHECK_STATUS(PEERSUPPORT_OK,
                         peersupport_definition_find(of, id.data(), id.size(), &table, &found, nullptr));
            CHECK(table == t && found == r);
            CHECK(id.substr(0, prefix.size()) == prefix);
            const auto rest = id.substr(prefix.size());
            CHECK_STATUS(PEERSUPPORT_OK,
                         peersupport_definition_row_find(of, t, rest.data(), rest.size(), &by_short_id, nullptr));
            CHECK(by_short_id == r);
            CHECK(!text(peersupport_definition_row_label, of, t, r, PEERSUPPORT_ENGLISH).empty());
            CHECK(!text(peersupport_definition_row_label, of, t, r, PEERSUPPORT_FRENCH).empty());
        }
    }
    CHECK(rows_in_all > 100);
    std::printf("%zu tables, %zu rows\n", peersupport_definition_table_count(of), rows_in_all);
    peersupport_definition_free(of);
}

void field_is(const peersupport_definition* of, size_t t, size_t f, const peersupport::definition_field& expected) {
    CHECK(text(peersupport_definition_field_id, of, t, f) == expected.id);
    CHECK(text(peersupport_definition_field_label, of, t, f, PEERSUPPORT_ENGLISH) == expected.label.en);
    CHECK(text(peersupport_definition_field_label, of, t, f, PEERSUPPORT_FRENCH) == expected.label.fr);
    CHECK(number<int32_t>(peersupport_definition_field_kind, of, t, f) == static_cast<int32_t>(expected.kind));
    CHECK(number<int32_t>(peersupport_definition_field_required, of, t, f) == expected.required);
    CHECK(number<int32_t>(peersupport_definition_field_replaceable, of, t, f) == expected.replaceable);
    CHECK(text(peersupport_definition_field_refers_to, of, t, f) == expected.refers_to);
    CHECK(number<size_t>(peersupport_definition_field_word_count, of, t, f) == expected.words.size());
    for (size_t i = 0; i < expected.words.size(); ++i)
        CHECK(text(peersupport_definition_field_word, of, t, f, i) == expected.words[i]);
    size_t found = SIZE_MAX;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_field_find(of, t, expected.id.data(), expected.id.size(), &found, nullptr));
    CHECK(found == f);
}

void table_is(const peersupport_definition* of, size_t t, const peersupport::table_description& expected) {
    CHECK(text(peersupport_definition_table_id, of, t) == expected.id);
    CHECK(text(peersupport_definition_table_title, of, t, PEERSUPPORT_ENGLISH) == expected.title.en);
    CHECK(text(peersupport_definition_table_title, of, t, PEERSUPPORT_FRENCH) == expected.title.fr);
    CHECK(text(peersupport_definition_table_purpose, of, t, PEERSUPPORT_ENGLISH) == expected.purpose.en);
    CHECK(text(peersupport_definition_table_purpose, of, t, PEERSUPPORT_FRENCH) == expected.purpose.fr);
    CHECK(text(peersupport_definition_table_prefix, of, t) == expected.prefix);
    CHECK(number<int32_t>(peersupport_definition_table_group, of, t) == static_cast<int32_t>(expected.group));
    CHECK(number<int32_t>(peersupport_definition_table_may_add, of, t) == expected.may_add);
    CHECK(number<int32_t>(peersupport_definition_table_may_switch_off, of, t) == expected.may_switch_off);
    CHECK(number<size_t>(peersupport_definition_field_count, of, t) == expected.fields.size());
    size_t found = SIZE_MAX;
    CHECK_STATUS(PEERSUPPORT_OK,
                 peersupport_definition_table_find(of, expected.id.data(), expected.id.size(), &found, nullptr));
    CHECK(found == t);
    for (size_t f = 0; f < expected.fields.size(); ++f) field_is(of, t, f, expected.fields[f]);
}

void tables_and_fields_are_those_of_cpp(peersupport_definition* of) {
    const auto expected = peersupport::table_descriptions();
    CHECK(peersupport_definition_table_count(of) == expected.size());
    for (size_t t = 0; t < expected.size(); ++t) table_is(of, t, expected[t]);
    const auto& same = peersupport::canonical();
    CHECK(text(peersupport_definition_version_of, of) == same.version());
    CHECK(text(peersupport_definition_digest, of) == same.digest());
    CHECK(exported(of, PEERSUPPORT_INDENTED) == peersupport::write_definition(same));
    peersupport_definition_free(of);
}

/// The digest of a loaded definition is that of its canonical bytes.
void digests_are_computed() {
    peersupport_definition* canonical = canonical_definition();
    peersupport_definition* again = loaded_definition(exported(canonical, PEERSUPPORT_CANONICAL).c_str());
    CHECK(text(peersupport_definition_digest, again) == peersupport::definition_digest(peersupport::canonical()));
    peersupport_definition_free(again);
    peersupport_definition_free(canonical);
}

}  // namespace

int main() {
    what_c_gives_is_what_is_exported(canonical_definition());
    what_c_gives_is_what_is_exported(small_definition());
    what_c_gives_is_what_is_exported(small_with_overlay());
    every_row_is_found(canonical_definition());
    tables_and_fields_are_those_of_cpp(canonical_definition());
    digests_are_computed();
    return check_result();
}
