// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Ids of rows of the definition that the check knows by name. What they ask for is the row's to say.
namespace peersupport::review {

namespace rules {
inline constexpr std::string_view connection_missing = "rule-connection-missing";
inline constexpr std::string_view meetings_rare = "rule-meetings-rare";
inline constexpr std::string_view meetings_unrecorded = "rule-meetings-unrecorded";
inline constexpr std::string_view peer_not_connected = "rule-peer-not-connected";
inline constexpr std::string_view supervisor_not_connected = "rule-supervisor-not-connected";
inline constexpr std::string_view agency_not_connected = "rule-agency-not-connected";
inline constexpr std::string_view issue_path_missing = "rule-issue-path-missing";
inline constexpr std::string_view core_skills_missing = "rule-core-skills-missing";
inline constexpr std::string_view core_skills_late = "rule-core-skills-late";
inline constexpr std::string_view supervision_training_missing = "rule-supervision-training-missing";
inline constexpr std::string_view supervision_training_late = "rule-supervision-training-late";
inline constexpr std::string_view no_supervisor = "rule-no-supervisor";
inline constexpr std::string_view lone_peer = "rule-lone-peer";
inline constexpr std::string_view core_element_uncovered = "rule-core-element-uncovered";
inline constexpr std::string_view service_form_unlinked = "rule-service-form-unlinked";
inline constexpr std::string_view positions_under = "rule-positions-under";
inline constexpr std::string_view positions_over = "rule-positions-over";
inline constexpr std::string_view position_vacant = "rule-position-vacant";
inline constexpr std::string_view funder_unnamed = "rule-funder-unnamed";
inline constexpr std::string_view no_baseline = "rule-no-baseline";
inline constexpr std::string_view impact_before_integrity = "rule-impact-before-integrity";
inline constexpr std::string_view baseline_after_change = "rule-baseline-after-change";
inline constexpr std::string_view evaluator_absent = "rule-evaluator-absent";
inline constexpr std::string_view perspective_missing = "rule-perspective-missing";
inline constexpr std::string_view no_improvement_cycle = "rule-no-improvement-cycle";
inline constexpr std::string_view cycle_open = "rule-cycle-open";
inline constexpr std::string_view definition_other = "rule-definition-other";
}  // namespace rules

namespace known {
inline constexpr std::string_view peer_network = "connection-peer-network";
inline constexpr std::string_view supervisor_network = "connection-supervisor-network";
inline constexpr std::string_view planning_table = "connection-planning-table";
inline constexpr std::string_view host = "part-host";
inline constexpr std::string_view hub = "part-hub";
inline constexpr std::string_view system_lead = "role-peer-system-lead";
inline constexpr std::string_view evaluator = "role-peer-evaluator";
inline constexpr std::string_view core_skills = "train-foundations";
inline constexpr std::string_view supervision_training = "train-supervisor";
inline constexpr std::string_view infrastructure = "core-infrastructure";
inline constexpr std::string_view advocacy = "core-advocacy-services";
}  // namespace known

}  // namespace peersupport::review
