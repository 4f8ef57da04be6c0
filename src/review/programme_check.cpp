// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/programme_check.hpp"

#include "review/programme_snapshot.hpp"

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

}  // namespace

}  // namespace review

result<programme_report> check_programme(const programme& what, const definition& against, const date& as_of) {
    using namespace review;
    if (as_of < what.period.from) return error(status::date_out_of_range);
    const programme_snapshot at(what, against, as_of);
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
