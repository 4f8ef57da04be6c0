// SPDX-License-Identifier: Apache-2.0
// The programme drawn as hub, networks, tables and what joins them.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>

namespace peersupport::review {

namespace {

/// Days people met within the period as looked at; none when they were not recorded.
std::optional<bool> met_in(const programme_snapshot& at, const meeting_days& meetings) {
    if (!meetings) return std::nullopt;
    return std::any_of(meetings->begin(), meetings->end(),
                       [&](const date& day) { return at.what.period.from <= day && day <= at.end; });
}

class constellation_drawing {
public:
    constellation_drawing(const programme_snapshot& at, constellation_report& into) : at_(at), out_(into) {}

    void draw() {
        const auto& hub = at_.what.hub;
        if (hub) out_.nodes.push_back({hub->id, std::string(known::hub), hub->name});
        if (hub && hub->host) {
            const programme_agency& host = at_.what.agencies[*hub->host];
            out_.nodes.push_back({host.id, std::string(known::host), host.name});
        }
        for (const connection& row : at_.by.connections()) draw(row);
    }

private:
    void draw(const connection& row) {
        bool any = false;
        for (const programme_network& each : at_.what.networks)
            if (each.connection == row.id) {
                any = true;
                draw(row, each, each.joins_hub);
            }
        for (const programme_table& each : at_.what.tables)
            if (each.connection == row.id) {
                any = true;
                draw(row, each, each.hub_takes_part);
            }
        if (any) return;
        const std::string part(row.from);
        out_.nodes.push_back({part, part, {}});
        out_.edges.push_back({part, hub_id(), std::string(row.id), false, std::nullopt});
    }

    template <class Part>
    void draw(const connection& row, const Part& part, bool joined) {
        out_.nodes.push_back({part.id, std::string(row.from), part.name});
        out_.edges.push_back(
            {part.id, hub_id(), std::string(row.id), joined && at_.what.hub, met_in(at_, part.meetings)});
    }

    /// Without a hub its place is drawn once something needs it.
    const std::string& hub_id() {
        if (at_.what.hub) return at_.what.hub->id;
        if (absent_hub_.empty()) {
            absent_hub_ = known::hub;
            out_.nodes.push_back({absent_hub_, absent_hub_, {}});
        }
        return absent_hub_;
    }

    const programme_snapshot& at_;
    constellation_report& out_;
    std::string absent_hub_;
};

}  // namespace

void draw_constellation(const programme_snapshot& at, programme_report& report) {
    constellation_drawing(at, report.constellation).draw();
}

}  // namespace peersupport::review
