// SPDX-License-Identifier: Apache-2.0
// Who is in which network, who supervises whom, and who works without a peer beside them.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

namespace {

/// Whether one of the networks is of the same part of the constellation as this connection; an overlay may add
/// connections beside it.
bool is_in(const programme_snapshot& at, const std::vector<std::size_t>& networks, std::string_view connection_id) {
    const connection* expected = at.by.find<connection>(connection_id);
    return std::any_of(networks.begin(), networks.end(), [&](std::size_t n) {
        const std::string& its = at.what.networks[n].connection;
        const connection* row = at.by.find<connection>(its);
        return its == connection_id || (expected != nullptr && row != nullptr && row->from == expected->from);
    });
}

bool joins_hub(const programme& what, const std::vector<std::size_t>& networks) {
    return std::any_of(networks.begin(), networks.end(), [&](std::size_t n) { return what.networks[n].joins_hub; });
}

void check_positions(const programme_snapshot& at, finding_list& findings) {
    for (std::size_t i = 0; i < at.what.positions.size(); ++i) {
        if (!at.is_filled(i)) continue;
        const programme_position& position = at.what.positions[i];
        const auto draft = [&] {
            finding_draft about({programme_member::positions, i});
            about.id("position", position.id).id("agency", at.agency_id(position.agency));
            return about;
        };
        if (!is_in(at, position.networks, known::peer_network)) findings.add(rules::peer_not_connected, draft());
        if (position.role != known::system_lead && !at.supervisor_of(i)) findings.add(rules::no_supervisor, draft());
    }
}

void check_supervisors(const programme_snapshot& at, finding_list& findings) {
    for (std::size_t i = 0; i < at.what.supervisors.size(); ++i) {
        const programme_supervisor& supervisor = at.what.supervisors[i];
        if (at.supervised[i] == 0 || is_in(at, supervisor.networks, known::supervisor_network)) continue;
        finding_draft draft({programme_member::supervisors, i});
        draft.id("supervisor", supervisor.id)
            .id("agency", at.agency_id(supervisor.agency))
            .number("count", static_cast<std::int64_t>(at.supervised[i]));
        findings.add(rules::supervisor_not_connected, std::move(draft));
    }
}

/// Of each agency: whether it reaches a planning table, by sitting there or through the hub.
std::vector<bool> agencies_at_planning(const programme_snapshot& at) {
    const programme& what = at.what;
    std::vector<bool> reach(what.agencies.size());
    bool through_hub = false;
    for (const programme_table& table : what.tables) {
        if (table.connection != known::planning_table) continue;
        through_hub = through_hub || (table.hub_takes_part && what.hub);
        for (const std::size_t agency : table.agencies) reach[agency] = true;
    }
    if (!through_hub) return reach;
    for (std::size_t i = 0; i < what.positions.size(); ++i)
        if (at.is_filled(i) && joins_hub(what, what.positions[i].networks)) reach[what.positions[i].agency] = true;
    for (std::size_t i = 0; i < what.supervisors.size(); ++i)
        if (at.has_begun(i) && joins_hub(what, what.supervisors[i].networks)) reach[what.supervisors[i].agency] = true;
    return reach;
}

void check_agencies(const programme_snapshot& at, finding_list& findings) {
    const std::vector<bool> reach = agencies_at_planning(at);
    for (std::size_t i = 0; i < at.what.agencies.size(); ++i) {
        if (at.listed_at[i] == 0 || reach[i]) continue;
        finding_draft draft({programme_member::agencies, i});
        draft.id("agency", at.agency_id(i)).number("count", static_cast<std::int64_t>(at.listed_at[i]));
        findings.add(rules::agency_not_connected, std::move(draft));
    }
}

void check_lone_peers(const programme_snapshot& at, finding_list& findings) {
    for (std::size_t i = 0; i < at.what.positions.size(); ++i) {
        const programme_position& position = at.what.positions[i];
        if (!at.is_filled(i) || at.filled_at[position.agency] != 1) continue;
        finding_draft draft({programme_member::agencies, position.agency});
        draft.id("agency", at.agency_id(position.agency)).id("position", position.id);
        findings.add(rules::lone_peer, std::move(draft));
    }
}

}  // namespace

void check_membership(const programme_snapshot& at, finding_list& findings) {
    check_positions(at, findings);
    check_supervisors(at, findings);
    check_agencies(at, findings);
    check_lone_peers(at, findings);
}

}  // namespace peersupport::review
