// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/instrument_draft.hpp"
#include "exchange/json_document.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/instrument/bundled.hpp"
#include "peersupport/text/date.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void read_released(field_reader& top, std::string& out) {
    const auto day = top.find("released", presence::optional);
    if (!day) return;
    if (day->kind() != json_kind::string) return top.problems().add(status::field_type, *day);
    const auto read = parse_date(day->text());
    if (!read) return top.problems().add(read.problems().code(), *day);
    out = day->text();
}

void read_identity(instrument_draft& draft, field_reader& top) {
    instrument& out = draft.value;
    top.id(out.id);
    if (const auto id = top.find("id", presence::optional); id && id->kind() == json_kind::string && !is_id(out.id))
        draft.problems.add(status::id_malformed, *id);
    read_version(top, out.version);
    read_released(top, out.released);
    top.text("name", presence::required, out.name);
    top.text("about", presence::required, out.about);
    out.subject = top.word("subject", presence::required, subject_words).value_or(out.subject);
    out.standing = top.word("standing", presence::required, standing_words).value_or(out.standing);
    if (const auto citation = top.find("citation", presence::required))
        if (const auto text = read_string(draft.problems, *citation)) {
            if (text->find_first_of("\r\n") != std::string_view::npos)
                draft.problems.add(status::field_value, *citation);
            out.citation = *text;
        }
}

void read_verification(instrument_draft& draft, field_reader& top) {
    const auto from = top.find("verification", presence::required);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    verification& out = draft.value.verification;
    const auto state = fields.word("state", presence::required, verification_words);
    out.state = state.value_or(verification_state::unverified);
    draft.incomplete = state == verification_state::incomplete;
    if (const auto missing = fields.find("missing", draft.incomplete ? presence::required : presence::optional)) {
        out.missing = read_strings(draft.problems, *missing, {draft.incomplete ? 1U : 0U});
        if (state && !draft.incomplete && missing->kind() == json_kind::array && missing->size() > 0)
            draft.problems.add(status::rule_conflict, *missing);
    }
    fields.text("note", presence::optional, out.note);
    fields.finish();
}

void read_rights(instrument_draft& draft, field_reader& top) {
    rights& out = draft.value.rights;
    const auto from = top.find("rights", presence::required);
    // What may be shipped is unknown without this member: then no text is called a conflict.
    out.wording_included = true;
    if (!from) return;
    field_reader fields(draft.problems, *from);
    fields.string("holder", presence::required, out.holder);
    fields.string("licence", presence::required, out.licence);
    out.wording_included = fields.word("wording", presence::required, wording_words).value_or(true);
    fields.text("note", presence::optional, out.note);
    fields.finish();
}

void read_sources(instrument_draft& draft, field_reader& top) {
    const auto rows = top.array("sources", presence::required, {1, instrument_limits::sources});
    if (!rows) return;
    id_table ids;
    ids.add_rows(draft.problems, *rows);
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        instrument_source& out = draft.value.sources.emplace_back();
        fields.id(out.id);
        fields.string("title", presence::required, out.title);
        fields.string("url", presence::optional, out.url);
        out.standing = fields.word("standing", presence::required, standing_words).value_or(out.standing);
        fields.string("note", presence::optional, out.note);
        fields.finish();
    }
}

void read_named_texts(field_reader& from, std::string_view name, presence p, std::vector<named_text>& out) {
    const auto rows = from.array(name, p);
    if (!rows) return;
    id_table ids;
    ids.add_rows(from.problems(), *rows);
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(from.problems(), row);
        named_text& one = out.emplace_back();
        fields.id(one.id);
        fields.text("text", presence::required, one.text);
        fields.finish();
    }
}

void read_practice(instrument_draft& draft, field_reader& top) {
    read_named_texts(top, "open_questions", presence::optional, draft.value.open_questions);
    if (const auto collection = top.find("collection", presence::optional)) {
        field_reader fields(draft.problems, *collection);
        read_named_texts(fields, "rules", presence::required, draft.value.collection_rules);
        fields.finish();
    }
    if (const auto by = top.find("co_production", presence::optional)) {
        field_reader fields(draft.problems, *by);
        co_production& out = draft.value.co_production;
        fields.strings("co_written_by", presence::optional, {}, out.co_written_by);
        fields.strings("tested_by", presence::optional, {}, out.tested_by);
        fields.strings("adopted_by", presence::optional, {}, out.adopted_by);
        fields.finish();
    }
}

void read_all(instrument_draft& draft, field_reader& top) {
    read_identity(draft, top);
    read_verification(draft, top);
    read_rights(draft, top);
    read_sources(draft, top);
    read_facets(draft, top);
    read_response_scales(draft, top);
    read_items(draft, top);
    read_scales(draft, top);
    read_sample_scales(draft, top);
    read_forms(draft, top);
    read_practice(draft, top);
    top.finish();
}

}  // namespace

}  // namespace exchange

result<instrument> read_instrument(std::string_view json) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    problem_list problems(*document);
    instrument_draft draft(problems);
    if (const auto other = wrong_format(*document, instrument_format)) return *other;
    field_reader top(problems, document->root());
    (void)top.find("format", presence::required);
    read_all(draft, top);
    if (!problems.empty()) return problems.to_error();
    return std::move(draft.value);
}

result<instrument> open_instrument(std::string_view id) {
    const auto all = bundled_instruments();
    const auto found = std::ranges::find(all, id, &bundled_instrument::id);
    if (found == all.end()) return error(status::not_found);
    return read_instrument(found->json);
}

}  // namespace peersupport
