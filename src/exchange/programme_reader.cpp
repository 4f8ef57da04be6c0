// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/json_document.hpp"
#include "exchange/programme_draft.hpp"
#include "exchange/programme_words.hpp"
#include "peersupport/exchange/programme_json.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void read_citation(programme_draft& draft, field_reader& top) {
    const auto from = top.find("definition", presence::optional);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    definition_citation& out = draft.value.definition.emplace();
    read_version(fields, out.version);
    if (const auto digest = fields.find("digest", presence::optional))
        if (const auto text = read_string(draft.problems, *digest)) {
            if (!is_digest(*text)) draft.problems.add(status::field_value, *digest);
            out.digest = *text;
        }
    fields.finish();
}

void read_period(programme_draft& draft, field_reader& top) {
    const auto from = top.find("period", presence::required);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    const auto first = read_date(fields, "from", presence::required);
    const auto last = read_date(fields, "to", presence::required);
    fields.finish();
    if (!first || !last) return;
    const std::int32_t days = days_between(first->day, last->day);
    if (days < 0) draft.problems.add(status::date_out_of_range, last->at);
    if (days >= programme_limits::period_days) draft.problems.add(status::too_large, last->at);
    draft.value.period = {first->day, last->day};
}

void read_regions(programme_draft& draft, field_reader& top) {
    const auto rows = top.array("regions", presence::required, {1, programme_limits::regions});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        programme_region& out = draft.value.regions.emplace_back();
        fields.id(out.id);
        fields.text("name", presence::optional, out.name);
        fields.finish();
    }
}

void read_agencies(programme_draft& draft, field_reader& top) {
    const auto rows = top.array("agencies", presence::required, {0, programme_limits::agencies});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        programme_agency& out = draft.value.agencies.emplace_back();
        fields.id(out.id);
        fields.text("name", presence::optional, out.name);
        read_row(draft, fields, "region", programme_list::regions, out.region);
        read_term(draft, fields, "setting", presence::required, "settings", out.setting);
        read_terms(draft, fields, "core_elements", "core_elements", out.core_elements);
        read_terms(draft, fields, "service_forms", "service_forms", out.service_forms);
        fields.finish();
    }
}

void read_all(programme_draft& draft, field_reader& top) {
    top.id(draft.value.id);
    top.text("name", presence::optional, draft.value.name);
    read_citation(draft, top);
    read_period(draft, top);
    read_regions(draft, top);
    read_funding(draft, top);
    read_agencies(draft, top);
    read_people(draft, top);
    read_governance(draft, top);
    read_evaluation(draft, top);
    top.finish();
}

}  // namespace

}  // namespace exchange

result<programme> read_programme(std::string_view json, const definition& by) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, programme_format)) return *other;
    problem_list problems(*document);
    field_reader top(problems, document->root());
    (void)top.find("format", presence::required);
    programme_draft draft(problems, by, document->root());
    read_all(draft, top);
    if (!problems.empty()) return problems.to_error();
    return std::move(draft.value);
}

}  // namespace peersupport
