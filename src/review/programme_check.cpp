// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/programme_check.hpp"

#include "review/programme_snapshot.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace peersupport {

namespace review {

namespace {

checked_definition owned(const definition_identity& identity) {
    return {std::string(identity.version), std::string(identity.digest), std::string(identity.overlay_id),
            std::string(identity.overlay_version), std::string(identity.overlay_digest)};
}

void write_head(const programme_snapshot& at, programme_report& report) {
    report.definition = owned(at.by.identity());
    report.programme = at.what.id;
    report.as_of = at.as_of;
    report.from = at.what.period.from;
    report.to = at.end;
    report.counts.agencies = at.what.agencies.size();
    report.counts.positions = at.filled + at.vacant;
    report.counts.filled = at.filled;
    report.counts.vacant = at.vacant;
    for (std::size_t i = 0; i < at.what.supervisors.size(); ++i)
        if (at.has_begun(i)) ++report.counts.supervisors;
    report.counts.networks = at.what.networks.size();
}

/// No interval is shorter.
std::int64_t least_days(interval_unit unit) noexcept {
    switch (unit) {
        case interval_unit::none:
        case interval_unit::day: break;
        case interval_unit::week: return 7;
        case interval_unit::month: return 28;
        case interval_unit::quarter: return 90;
        case interval_unit::year: return 365;
    }
    return 1;
}

/// The most intervals that the report may have to list.
std::int64_t intervals_at_most(const programme_snapshot& at) {
    const std::int64_t days = days_between(at.what.period.from, at.end) + 1;
    std::int64_t most = 0;
    for (const connection& row : at.by.connections()) {
        const frequency* how_often = at.by.find<frequency>(row.frequency);
        if (how_often == nullptr || how_often->every.value <= 0) continue;
        std::int64_t parts = 0;
        for (const programme_network& n : at.what.networks) parts += n.connection == row.id ? 1 : 0;
        for (const programme_table& t : at.what.tables) parts += t.connection == row.id ? 1 : 0;
        most += parts * (days / (how_often->every.value * least_days(how_often->unit)));
    }
    return most;
}

/// Parts of the report are products of two lists; a definition from elsewhere can make them huge.
bool is_too_large(const programme_snapshot& at) {
    constexpr std::size_t coverage = 500'000;
    constexpr std::size_t reach = 1'000'000;
    constexpr std::int64_t intervals = 4'000'000;
    return at.what.regions.size() * at.by.core_elements().size() > coverage ||
           at.what.tables.size() * at.filled > reach || intervals_at_most(at) > intervals;
}

}  // namespace

}  // namespace review

result<programme_report> check_programme(const programme& what, const definition& against, const date& as_of) {
    using namespace review;
    if (as_of < what.period.from) return error(status::date_out_of_range);
    const programme_snapshot at(what, against, as_of);
    if (is_too_large(at)) return error(status::too_large);
    finding_list findings(against);
    programme_report report;
    write_head(at, report);
    check_meetings(at, findings, report);
    check_membership(at, findings);
    check_paths(at, findings, report);
    check_training(at, findings, report);
    check_coverage(at, findings, report);
    check_funding(at, findings, report);
    check_evaluation(at, findings, report);
    check_citation(at, findings);
    draw_constellation(at, report);
    std::move(findings).finish(report);
    return report;
}

}  // namespace peersupport
