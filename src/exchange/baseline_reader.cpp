// SPDX-License-Identifier: Apache-2.0
#include "exchange/baseline_members.hpp"
#include "exchange/field_reader.hpp"
#include "exchange/format_check.hpp"
#include "exchange/json_document.hpp"
#include "peersupport/exchange/baseline_json.hpp"

#include <algorithm>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr std::size_t most_entries = 20000;

bool is_fingerprint(std::string_view text) noexcept {
    return text.size() == 16 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void read_fingerprint(field_reader& fields, baseline_entry& to) {
    const auto from = fields.find("fingerprint", presence::required);
    if (!from) return;
    const auto text = read_string(fields.problems(), *from);
    if (!text) return;
    if (!is_fingerprint(*text)) return fields.problems().add(status::id_malformed, *from);
    to.fingerprint = *text;
}

void read_until(field_reader& fields, baseline_entry& to) {
    const auto from = fields.find("until", presence::optional);
    if (!from || from->kind() == json_kind::null) return;
    const auto text = read_string(fields.problems(), *from);
    if (!text) return;
    const auto day = parse_date(*text);
    if (!day) return fields.problems().add(day.problems().code(), *from);
    to.until = *day;
}

void read_entry(problem_list& problems, json_value from, baseline_entry& to) {
    field_reader fields(problems, from);
    read_fingerprint(fields, to);
    fields.string("rule", presence::required, to.rule);
    fields.string("who", presence::required, to.who);
    fields.string("why", presence::required, to.why);
    read_until(fields, to);
    fields.finish();
}

}  // namespace

void read_baseline_members(problem_list& problems, json_value from, baseline& to) {
    field_reader top(problems, from);
    (void)top.find("format", presence::required);
    if (const auto entries = top.array("entries", presence::required, {0, most_entries}))
        for (const json_value entry : json_elements(*entries)) read_entry(problems, entry, to.entries.emplace_back());
    top.finish();
    std::ranges::stable_sort(to.entries, {}, &baseline_entry::fingerprint);
}

}  // namespace exchange

result<baseline> read_baseline(std::string_view json) {
    using namespace exchange;
    if (json.size() > most_bytes) return error(status::too_large);
    auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (auto wrong = wrong_format(*document, baseline_format)) return *std::move(wrong);
    problem_list problems(*document);
    baseline read;
    read_baseline_members(problems, document->root(), read);
    if (!problems.empty()) return problems.to_error();
    return read;
}

}  // namespace peersupport
