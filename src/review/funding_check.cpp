// SPDX-License-Identifier: Apache-2.0
// Positions that are funded, listed, filled and vacant.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

namespace {

bool is_system_lead(const programme_position& position) { return position.role == known::system_lead; }

void add_position(funding_count& to, bool filled) {
    ++to.positions;
    if (filled) ++to.filled;
}

void compare(finding_list& findings, const funding_count& count, finding_draft&& draft) {
    const auto listed = static_cast<std::int64_t>(count.positions);
    if (listed == count.funded) return;
    draft.number("funded", count.funded).number("positions", listed);
    findings.add(listed < count.funded ? rules::positions_under : rules::positions_over, std::move(draft));
}

/// An agency may have several lines, but a position does not say to which it belongs: they are taken together.
void check_agencies(const programme_snapshot& at, finding_list& findings, const funding_framework& framework,
                    programme_report& report) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<agency_funding>& out = report.funding.emplace();
    std::vector<std::size_t> row_of(at.what.agencies.size(), none);
    std::vector<std::size_t> first_lines;
    for (std::size_t i = 0; i < framework.positions.size(); ++i) {
        const funding_line& line = framework.positions[i];
        if (row_of[line.agency] == none) {
            row_of[line.agency] = out.size();
            out.push_back({at.agency_id(line.agency), {}});
            first_lines.push_back(i);
        }
        out[row_of[line.agency]].count.funded += line.count;
    }
    for (std::size_t i = 0; i < at.what.positions.size(); ++i) {
        const programme_position& position = at.what.positions[i];
        const std::size_t row = row_of[position.agency];
        if (row != none && at.is_listed(i) && position.funded && !is_system_lead(position))
            add_position(out[row].count, at.is_filled(i));
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const place where{programme_member::funding_framework, place::none, "positions", first_lines[i]};
        finding_draft draft(where);
        draft.id("agency", out[i].agency);
        compare(findings, out[i].count, std::move(draft));
    }
}

void check_system_leads(const programme_snapshot& at, finding_list& findings, std::int32_t funded,
                        programme_report& report) {
    funding_count& count = report.system_leads.emplace();
    count.funded = funded;
    for (std::size_t i = 0; i < at.what.positions.size(); ++i)
        if (at.is_listed(i) && at.what.positions[i].funded && is_system_lead(at.what.positions[i]))
            add_position(count, at.is_filled(i));
    compare(findings, count,
            finding_draft({programme_member::funding_framework, place::none, "system_leads"}, "system-leads"));
}

void check_vacancies(const programme_snapshot& at, finding_list& findings) {
    const time_span limit = findings.limit_of(rules::position_vacant);
    for (std::size_t i = 0; i < at.what.positions.size(); ++i) {
        const programme_position& position = at.what.positions[i];
        if (!at.is_listed(i) || at.is_filled(i)) continue;
        if (at.as_of <= later_by(*position.vacant_since, limit)) continue;
        finding_draft draft({programme_member::positions, i});
        draft.id("position", position.id)
            .id("agency", at.agency_id(position.agency))
            .number("days", days_between(*position.vacant_since, at.as_of))
            .number("limit", limit.count)
            .span("limit_span", limit);
        findings.add(rules::position_vacant, std::move(draft));
    }
}

}  // namespace

void check_funding(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    if (const auto& framework = at.what.funding_framework) {
        check_agencies(at, findings, *framework, report);
        if (framework->system_leads) check_system_leads(at, findings, *framework->system_leads, report);
    }
    check_vacancies(at, findings);
    if (!at.what.funder) findings.add(rules::funder_unnamed, finding_draft({programme_member::funder}));
}

}  // namespace peersupport::review
