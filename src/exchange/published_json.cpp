// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/published_json.hpp"

#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_members.hpp"
#include "peersupport/exchange/ledger_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

constexpr std::array<word<bool release_grouping::*>, 3> divider_words{{
    {"unit", &release_grouping::unit},
    {"language", &release_grouping::language},
    {"stratum", &release_grouping::stratum},
}};

std::optional<release_grouping> read_grouping(problem_list& problems, json_value from) {
    release_grouping out;
    bool sound = check_array(problems, from, {0, divider_words.size()});
    if (!sound) return std::nullopt;
    for (const json_value one : json_elements(from)) {
        const auto divider = read_word(problems, one, divider_words);
        const bool repeated = divider && out.*(*divider);
        if (repeated) problems.add(status::id_duplicate, one);
        if (divider) out.*(*divider) = true;
        sound = sound && divider && !repeated;
    }
    return sound ? std::optional(out) : std::nullopt;
}

void read_groupings(field_reader& top, std::vector<release_grouping>& out) {
    const auto rows = top.array("by", presence::required, {1, 8});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        const auto one = read_grouping(top.problems(), row);
        if (!one) continue;
        if (std::ranges::find(out, *one) != out.end()) top.problems().add(status::id_duplicate, row);
        out.push_back(*one);
    }
}

/// A figure has one decimal, also where that is 0.
void write_decimal(json_writer& to, std::string_view key, const std::optional<double>& value) {
    to.key(key);
    if (!value || !std::isfinite(*value)) return to.null();
    char digits[400];
    const double plain = *value == 0 ? 0.0 : *value;
    const auto end = std::to_chars(digits, digits + sizeof digits, plain, std::chars_format::fixed, 1).ptr;
    to.plain({digits, static_cast<std::size_t>(end - digits)});
}

void write_figure(json_writer& to, const published_figure& of) {
    to.begin_object();
    write(to, "grouping", of.grouping);
    to.key("form").string(of.form);
    to.key("perspective").string(id_of(of.perspective));
    to.key("wave").string(of.wave);
    to.key("unit").string(of.unit);
    to.key("language").string(of.language);
    to.key("stratum").string(of.stratum);
    to.key("scale").string(of.scale);
    write(to, "shown", of.shown);
    write(to, "people", of.shown ? std::optional(of.people) : std::nullopt);
    write_decimal(to, "mean", of.mean);
    write_decimal(to, "low", of.low);
    write_decimal(to, "high", of.high);
    to.end_object();
}

void write_groupings(json_writer& to, std::span<const release_grouping> groupings) {
    to.key("groupings").begin_array();
    for (const release_grouping& grouping : groupings) {
        to.begin_array();
        for (const auto& divider : divider_words)
            if (grouping.*divider.value) to.string(divider.text);
        to.end_array();
    }
    to.end_array();
}

void write_head(json_writer& to, const tally_header& of) {
    to.key("format").string(published_format);
    to.key("library").string(PEERSUPPORT_VERSION);
    to.key("instrument").begin_object();
    write_instrument_id(to, {of.instrument_id, of.instrument_version, of.instrument_digest});
    to.end_object();
    to.key("definition").begin_object();
    to.key("version").string(of.definition_version);
    to.key("digest").string(of.definition_digest);
    to.end_object();
}

}  // namespace

}  // namespace exchange

result<publish_request> read_publish_request(std::string_view json, const definition& by) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, publish_request_format)) return *other;
    problem_list problems(*document);
    field_reader top(problems, document->root());
    publish_request out;
    check_format(top, publish_request_format);
    read_policy(top, by, out.policy);
    read_groupings(top, out.groupings);
    if (const auto how = find_given(top, "collection")) out.heard = read_collection(problems, *how).heard;
    top.finish();
    if (!problems.empty()) return problems.to_error();
    return out;
}

std::string write_published(const published_table& table, bool checked) {
    using namespace exchange;
    json_writer to(json_layout::canonical);
    to.begin_object();
    write_head(to, table.header());
    write_policy(to, table.policy());
    to.key("counted_by").string(id_of(table.header().counted_by));
    write(to, "simulated", table.simulated());
    write_groupings(to, table.groupings());
    write(to, "checked", checked);
    to.key("figures").begin_array();
    for (const published_figure& figure : table.figures()) write_figure(to, figure);
    to.end_array();
    to.end_object();
    return std::move(to).finish();
}

result<published_documents> publish_json(const tally& of, const instrument& from, const definition& against,
                                         std::string_view request, std::optional<std::string_view> ledger) {
    const auto asked = read_publish_request(request, against);
    if (!asked) return asked.problems();
    auto earlier = ledger ? read_ledger(*ledger) : result<release_ledger>(release_ledger());
    if (!earlier) return earlier.problems();
    auto made = publish(of, from, *asked);
    if (!made) return made.problems();
    published_documents out{write_published(made->table, ledger.has_value()), {}};
    if (!ledger) return out;
    if (const status code = earlier->add(std::move(made->record)); code != status::ok) return error(code);
    out.ledger = write_ledger(*earlier);
    return out;
}

}  // namespace peersupport
