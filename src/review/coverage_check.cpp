// SPDX-License-Identifier: Apache-2.0
// What a region offers of what people named as core.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

namespace {

template <class List>
bool holds(const List& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// Infrastructure and advocacy can be carried without a peer position.
bool needs_position(std::string_view core_element) noexcept {
    return core_element != known::infrastructure && core_element != known::advocacy;
}

using rows = std::vector<std::size_t>;

void find_uncovered(const programme_snapshot& at, finding_list& findings, std::size_t region, const core_element& row,
                    const std::vector<std::string>& not_filled) {
    finding_draft draft({programme_member::regions, region}, not_filled.empty() ? "none" : "not-filled");
    draft.id("region", at.what.regions[region].id).row("element", row.id, row.name);
    if (!not_filled.empty())
        draft.ids("agencies", not_filled).number("count", static_cast<std::int64_t>(not_filled.size()));
    findings.add(rules::core_element_uncovered, std::move(draft));
}

element_coverage look_at(const programme_snapshot& at, finding_list& findings, std::size_t region, const rows& agencies,
                         const core_element& row) {
    element_coverage out;
    out.core_element = row.id;
    std::vector<std::string> not_filled;
    for (const std::size_t i : agencies) {
        const programme_agency& agency = at.what.agencies[i];
        if (!holds(agency.core_elements, row.id)) continue;
        const bool covers = at.filled_at[i] > 0 || !needs_position(row.id);
        (covers ? out.agencies : not_filled).push_back(agency.id);
    }
    if (out.agencies.empty()) find_uncovered(at, findings, region, row, not_filled);
    return out;
}

void check_forms(const programme_snapshot& at, finding_list& findings, std::size_t agency) {
    const programme_agency& of = at.what.agencies[agency];
    for (std::size_t i = 0; i < of.core_elements.size(); ++i) {
        const core_element* row = at.by.find<core_element>(of.core_elements[i]);
        if (row == nullptr || row->service_forms.empty()) continue;
        if (std::any_of(of.service_forms.begin(), of.service_forms.end(),
                        [&](const std::string& form) { return holds(row->service_forms, form); }))
            continue;
        finding_draft draft({programme_member::agencies, agency, "core_elements", i});
        draft.id("agency", of.id).row("element", row->id, row->name);
        findings.add(rules::service_form_unlinked, std::move(draft));
    }
}

}  // namespace

void check_coverage(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    std::vector<rows> agencies(at.what.regions.size());
    for (std::size_t i = 0; i < at.what.agencies.size(); ++i) agencies[at.what.agencies[i].region].push_back(i);
    for (std::size_t region = 0; region < at.what.regions.size(); ++region) {
        region_coverage& out = report.coverage.emplace_back();
        out.region = at.what.regions[region].id;
        for (const core_element& row : at.by.core_elements())
            out.elements.push_back(look_at(at, findings, region, agencies[region], row));
    }
    for (std::size_t i = 0; i < at.what.agencies.size(); ++i) check_forms(at, findings, i);
}

}  // namespace peersupport::review
