// SPDX-License-Identifier: Apache-2.0
#include "exchange/programme_draft.hpp"

namespace peersupport::exchange {

namespace {

constexpr bounds counts{0, programme_limits::people};

void read_funder(programme_draft& draft, field_reader& top) {
    const auto from = top.find("funder", presence::optional);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    programme_funder& out = draft.value.funder.emplace();
    fields.id(out.id);
    fields.text("name", presence::optional, out.name);
    fields.finish();
}

void read_lines(programme_draft& draft, field_reader& framework, std::vector<funding_line>& out) {
    const auto rows = framework.array("positions", presence::required, {0, programme_limits::funding_lines});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        funding_line& line = out.emplace_back();
        read_row(draft, fields, "agency", programme_list::agencies, line.agency);
        fields.integer("count", presence::required, counts, line.count);
        read_term(draft, fields, "service_form", presence::optional, "service_forms", line.service_form);
        fields.finish();
    }
}

}  // namespace

void read_funding(programme_draft& draft, field_reader& top) {
    read_funder(draft, top);
    const auto from = top.find("funding_framework", presence::optional);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    funding_framework& out = draft.value.funding_framework.emplace();
    read_lines(draft, fields, out.positions);
    if (const auto leads = fields.find("system_leads", presence::optional))
        if (const auto number = read_integer(draft.problems, *leads, counts))
            out.system_leads = static_cast<std::int32_t>(*number);
    fields.finish();
}

}  // namespace peersupport::exchange
