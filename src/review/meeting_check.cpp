// SPDX-License-Identifier: Apache-2.0
// Connections of the hub and how often people meet along them.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace peersupport::review {

namespace {

/// How often the people of one connection meet.
struct rhythm {
    time_span each;             ///< a count of 0: not set
    std::vector<date> borders;  ///< first days of the intervals, and the day after the last
    [[nodiscard]] bool is_set() const noexcept { return each.count > 0; }
    [[nodiscard]] std::size_t intervals() const noexcept { return borders.empty() ? 0 : borders.size() - 1; }
};

/// A network or table, as one part of a connection.
struct connected_part {
    place where;
    const std::string& id;
    bool joined;
    const meeting_days& meetings;
};

rhythm rhythm_of(const programme_snapshot& at, const connection& row) {
    rhythm out;
    const frequency* how_often = at.by.find<frequency>(row.frequency);
    if (how_often == nullptr || !how_often->every.given || how_often->unit == interval_unit::none) return out;
    out.each = {how_often->every.value, how_often->unit};
    out.borders = cut_period(at.what.period.from, at.end, out.each);
    return out;
}

/// The days up to the end of the period, in order and each once.
std::vector<date> days_until(const date& end, const std::vector<date>& meetings) {
    std::vector<date> days;
    std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(days),
                 [&](const date& day) { return day <= end; });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

part_meetings look_at(const programme_snapshot& at, const connected_part& part, const rhythm& r) {
    part_meetings out;
    out.id = part.id;
    out.recorded = part.meetings.has_value();
    if (r.is_set()) out.expected = r.intervals();
    if (!out.recorded) return out;
    const std::vector<date> days = days_until(at.end, *part.meetings);
    if (!days.empty()) out.last = days.back();
    auto next = std::lower_bound(days.begin(), days.end(), at.what.period.from);
    if (!r.is_set()) {
        out.held = static_cast<std::size_t>(days.end() - next);
        return out;
    }
    for (std::size_t i = 0; i < r.intervals(); ++i) {
        const auto after = std::lower_bound(next, days.end(), r.borders[i + 1]);
        if (after == next) out.missed.push_back(r.borders[i]);
        next = after;
    }
    out.held = r.intervals() - out.missed.size();
    return out;
}

void find_rare(finding_list& findings, const connected_part& part, const part_meetings& seen, const rhythm& r) {
    if (!r.is_set()) {
        if (*seen.held == 0) {
            finding_draft draft(part.where, "never");
            draft.id("part", part.id).number("held", 0);
            findings.add(rules::meetings_rare, std::move(draft));
        }
        return;
    }
    const std::int32_t limit = std::max(findings.limit_of(rules::meetings_rare).count, 0);
    if (seen.missed.size() <= static_cast<std::size_t>(limit)) return;
    finding_draft draft(part.where, limit > 0 ? "limit" : "");
    draft.id("part", part.id)
        .number("expected", static_cast<std::int64_t>(*seen.expected))
        .number("held", static_cast<std::int64_t>(*seen.held))
        .number("missed", static_cast<std::int64_t>(seen.missed.size()))
        .number("limit", limit)
        .intervals("missed_span", static_cast<std::int64_t>(seen.missed.size()), r.each)
        .intervals("expected_span", static_cast<std::int64_t>(*seen.expected), r.each)
        .days(seen.missed);
    findings.add(rules::meetings_rare, std::move(draft));
}

std::vector<connected_part> parts_of(const programme& what, std::string_view connection) {
    std::vector<connected_part> parts;
    for (std::size_t i = 0; i < what.networks.size(); ++i) {
        const programme_network& n = what.networks[i];
        if (n.connection == connection)
            parts.push_back({{programme_member::networks, i}, n.id, n.joins_hub, n.meetings});
    }
    for (std::size_t i = 0; i < what.tables.size(); ++i) {
        const programme_table& t = what.tables[i];
        if (t.connection == connection)
            parts.push_back({{programme_member::tables, i}, t.id, t.hub_takes_part, t.meetings});
    }
    return parts;
}

void find_missing(const programme_snapshot& at, finding_list& findings, const connection& row,
                  const std::vector<connected_part>& parts) {
    const bool network = at.kind_of(row.id) == constellation_kind::network;
    place where{network ? programme_member::networks : programme_member::tables};
    std::string_view variant = parts.empty() ? "none" : "apart";
    if (!at.what.hub) {
        where.member = programme_member::hub;
        variant = "no-hub";
    }
    finding_draft draft(where, variant);
    draft.row("connection", row.id, row.name);
    if (variant == "apart") {
        std::vector<std::string> ids;
        ids.reserve(parts.size());
        for (const connected_part& part : parts) ids.push_back(part.id);
        draft.ids("parts", ids).number("count", static_cast<std::int64_t>(ids.size()));
    }
    findings.add(rules::connection_missing, std::move(draft));
}

connection_report look_at(const programme_snapshot& at, finding_list& findings, const connection& row) {
    // The outer ring is wide and loose: it is shown, and nothing is asked of it.
    const bool asked = at.kind_of(row.id) != constellation_kind::ring;
    const rhythm r = rhythm_of(at, row);
    const std::vector<connected_part> parts = parts_of(at.what, row.id);
    connection_report out;
    out.connection = row.id;
    out.frequency = row.frequency;
    for (const connected_part& part : parts) {
        out.exists = out.exists || (part.joined && at.what.hub);
        const part_meetings& seen = out.parts.emplace_back(look_at(at, part, r));
        if (!asked) continue;
        if (seen.recorded) {
            find_rare(findings, part, seen, r);
        } else {
            finding_draft draft(part.where);
            draft.id("part", part.id);
            findings.add(rules::meetings_unrecorded, std::move(draft));
        }
    }
    if (asked && !out.exists) find_missing(at, findings, row, parts);
    return out;
}

}  // namespace

void check_meetings(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    for (const connection& row : at.by.connections()) report.connections.push_back(look_at(at, findings, row));
}

}  // namespace peersupport::review
