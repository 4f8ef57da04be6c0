// SPDX-License-Identifier: Apache-2.0
#include "exchange/programme_draft.hpp"

#include <utility>

namespace peersupport::exchange {

namespace {

void read_hub(programme_draft& draft, field_reader& top) {
    const auto from = top.find("hub", presence::optional);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    programme_hub& out = draft.value.hub.emplace();
    fields.id(out.id);
    fields.text("name", presence::optional, out.name);
    if (const auto host = fields.find("host", presence::optional))
        out.host = read_row(draft, *host, programme_list::agencies);
    if (const auto leads = fields.find("leads", presence::optional))
        if (const auto number = read_integer(draft.problems, *leads, {0, programme_limits::people}))
            out.leads = static_cast<std::int32_t>(*number);
    fields.finish();
}

void read_meetings(programme_draft& draft, field_reader& of, meeting_days& out) {
    const auto days = of.array("meetings", presence::optional);
    if (!days) return;
    out.emplace();
    out->reserve(days->size());
    for (const json_value element : json_elements(*days))
        if (const auto day = read_date(draft.problems, element)) out->push_back(*day);
}

/// A connection whose part at this end is a network, or is none.
void read_connection(programme_draft& draft, field_reader& fields, bool of_network, std::string& out) {
    read_term(draft, fields, "connection", presence::required, "connections", out);
    const connection* row = draft.by.find<connection>(out);
    if (row == nullptr) return;
    const constellation_part* part = draft.by.find<constellation_part>(row->from);
    const bool is_network = part != nullptr && part->kind == constellation_kind::network;
    if (is_network == of_network) return;
    if (const auto at = fields.find("connection", presence::optional)) draft.problems.add(status::field_value, *at);
}

void read_networks(programme_draft& draft, field_reader& top) {
    const auto rows = top.array("networks", presence::required, {0, programme_limits::networks});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        programme_network& out = draft.value.networks.emplace_back();
        fields.id(out.id);
        fields.text("name", presence::optional, out.name);
        read_connection(draft, fields, true, out.connection);
        fields.boolean("joins_hub", presence::required, out.joins_hub);
        read_meetings(draft, fields, out.meetings);
        fields.finish();
    }
}

void read_tables(programme_draft& draft, field_reader& top) {
    const auto rows = top.array("tables", presence::required, {0, programme_limits::tables});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        programme_table& out = draft.value.tables.emplace_back();
        fields.id(out.id);
        fields.text("name", presence::optional, out.name);
        read_connection(draft, fields, false, out.connection);
        fields.boolean("hub_takes_part", presence::required, out.hub_takes_part);
        read_rows(draft, fields, "agencies", presence::optional, programme_list::agencies, out.agencies);
        read_meetings(draft, fields, out.meetings);
        fields.finish();
    }
}

std::optional<link_end_kind> end_kind(programme_list list) noexcept {
    switch (list) {
        case programme_list::hub: return link_end_kind::hub;
        case programme_list::agencies: return link_end_kind::agency;
        case programme_list::networks: return link_end_kind::network;
        case programme_list::tables: return link_end_kind::table;
        default: return std::nullopt;
    }
}

std::optional<json_value> read_end(programme_draft& draft, field_reader& fields, std::string_view name, link_end& out) {
    const auto id = fields.find(name, presence::required);
    if (!id) return std::nullopt;
    if (id->kind() != json_kind::string) {
        draft.problems.add(status::field_type, *id);
        return std::nullopt;
    }
    const auto found = draft.ids.find(id->text());
    const auto kind = found ? end_kind(found->list) : std::nullopt;
    if (!kind) {
        draft.problems.add(status::reference_unknown, *id);
        return std::nullopt;
    }
    out = {*kind, found->row};
    return id;
}

void read_links(programme_draft& draft, field_reader& top) {
    const auto rows = top.array("links", presence::optional, {0, programme_limits::links});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        programme_link& out = draft.value.links.emplace_back();
        const auto from = read_end(draft, fields, "from", out.from);
        const auto to = read_end(draft, fields, "to", out.to);
        if (from && to && out.from == out.to) draft.problems.add(status::field_value, *to);
        fields.finish();
    }
}

}  // namespace

void read_governance(programme_draft& draft, field_reader& top) {
    read_hub(draft, top);
    read_networks(draft, top);
    read_tables(draft, top);
    read_links(draft, top);
}

}  // namespace peersupport::exchange
