// SPDX-License-Identifier: Apache-2.0
#include "exchange/programme_draft.hpp"

#include <utility>

namespace peersupport::exchange {

namespace {

void read_training(programme_draft& draft, field_reader& of, std::vector<training_record>& out) {
    const auto rows = of.array("training", presence::required);
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        training_record& record = out.emplace_back();
        read_term(draft, fields, "component", presence::required, "training_components", record.component);
        read_date(fields, "date", record.day);
        fields.finish();
    }
}

/// Filled since a day or vacant since one.
void read_state(programme_draft& draft, field_reader& fields, programme_position& out) {
    const auto started = fields.find("started", presence::optional);
    const auto vacant = fields.find("vacant_since", presence::optional);
    if (started) out.started = read_date(draft.problems, *started);
    if (vacant) out.vacant_since = read_date(draft.problems, *vacant);
    if (started && vacant) draft.problems.add(status::field_value, *vacant);
    if (!started && !vacant && fields.is_object())
        draft.problems.add_missing(status::field_missing, fields.object(), "started");
}

programme_position read_position(programme_draft& draft, json_value from) {
    field_reader fields(draft.problems, from);
    programme_position out;
    fields.id(out.id);
    read_row(draft, fields, "agency", programme_list::agencies, out.agency);
    read_term(draft, fields, "role", presence::required, "roles", out.role);
    fields.boolean("funded", presence::optional, out.funded);
    read_state(draft, fields, out);
    if (const auto supervisor = fields.find("supervisor", presence::optional))
        out.supervisor = read_row(draft, *supervisor, programme_list::supervisors);
    read_rows(draft, fields, "networks", presence::required, programme_list::networks, out.networks);
    read_training(draft, fields, out.training);
    fields.finish();
    return out;
}

programme_supervisor read_supervisor(programme_draft& draft, json_value from) {
    field_reader fields(draft.problems, from);
    programme_supervisor out;
    fields.id(out.id);
    read_row(draft, fields, "agency", programme_list::agencies, out.agency);
    read_date(fields, "started", out.started);
    read_rows(draft, fields, "networks", presence::required, programme_list::networks, out.networks);
    read_training(draft, fields, out.training);
    fields.finish();
    return out;
}

}  // namespace

void read_people(programme_draft& draft, field_reader& top) {
    if (const auto rows = top.array("positions", presence::required, {0, programme_limits::positions}))
        for (const json_value row : json_elements(*rows)) draft.value.positions.push_back(read_position(draft, row));
    if (const auto rows = top.array("supervisors", presence::required, {0, programme_limits::supervisors}))
        for (const json_value row : json_elements(*rows))
            draft.value.supervisors.push_back(read_supervisor(draft, row));
}

}  // namespace peersupport::exchange
