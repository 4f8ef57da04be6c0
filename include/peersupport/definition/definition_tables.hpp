// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/activity_code.hpp"
#include "peersupport/definition/balancing_measure.hpp"
#include "peersupport/definition/change_idea.hpp"
#include "peersupport/definition/competency.hpp"
#include "peersupport/definition/competency_category.hpp"
#include "peersupport/definition/conditional_duty.hpp"
#include "peersupport/definition/conduct_rule.hpp"
#include "peersupport/definition/connection.hpp"
#include "peersupport/definition/constellation_part.hpp"
#include "peersupport/definition/core_element.hpp"
#include "peersupport/definition/crosswalk_element.hpp"
#include "peersupport/definition/cut_set.hpp"
#include "peersupport/definition/documentation_guideline.hpp"
#include "peersupport/definition/drift.hpp"
#include "peersupport/definition/drift_class.hpp"
#include "peersupport/definition/driver.hpp"
#include "peersupport/definition/duty.hpp"
#include "peersupport/definition/eroded_limit.hpp"
#include "peersupport/definition/evaluation_challenge.hpp"
#include "peersupport/definition/evaluation_element.hpp"
#include "peersupport/definition/external_code.hpp"
#include "peersupport/definition/formality.hpp"
#include "peersupport/definition/framework.hpp"
#include "peersupport/definition/french_term.hpp"
#include "peersupport/definition/frequency.hpp"
#include "peersupport/definition/gap.hpp"
#include "peersupport/definition/guiding_principle.hpp"
#include "peersupport/definition/hub_contribution.hpp"
#include "peersupport/definition/impact_condition.hpp"
#include "peersupport/definition/improvement_step.hpp"
#include "peersupport/definition/integrity_level.hpp"
#include "peersupport/definition/integrity_message.hpp"
#include "peersupport/definition/integrity_rule.hpp"
#include "peersupport/definition/job_description_component.hpp"
#include "peersupport/definition/level_of_influence.hpp"
#include "peersupport/definition/network.hpp"
#include "peersupport/definition/organizational_factor.hpp"
#include "peersupport/definition/person_guidance.hpp"
#include "peersupport/definition/perspective.hpp"
#include "peersupport/definition/principle.hpp"
#include "peersupport/definition/programme_rule.hpp"
#include "peersupport/definition/quality_dimension.hpp"
#include "peersupport/definition/reflective_area.hpp"
#include "peersupport/definition/reporting_code.hpp"
#include "peersupport/definition/resource.hpp"
#include "peersupport/definition/role.hpp"
#include "peersupport/definition/role_text.hpp"
#include "peersupport/definition/service_form.hpp"
#include "peersupport/definition/setting.hpp"
#include "peersupport/definition/showing_policy.hpp"
#include "peersupport/definition/source.hpp"
#include "peersupport/definition/staff_question.hpp"
#include "peersupport/definition/statement.hpp"
#include "peersupport/definition/supervision_model.hpp"
#include "peersupport/definition/supervision_requirement.hpp"
#include "peersupport/definition/training_benchmark.hpp"
#include "peersupport/definition/training_component.hpp"
#include "peersupport/definition/value.hpp"

#include <span>

namespace peersupport {

/// The tables a definition is made of. Whoever fills one keeps the rows alive and unchanged
/// for as long as any definition made from it.
struct definition_tables {
    std::span<const peersupport::value> values;
    std::span<const peersupport::principle> principles;
    std::span<const peersupport::perspective> perspectives;
    std::span<const peersupport::level_of_influence> levels_of_influence;
    std::span<const peersupport::statement> statements;
    std::span<const peersupport::formality> formalities;
    std::span<const peersupport::service_form> service_forms;
    std::span<const peersupport::core_element> core_elements;
    std::span<const peersupport::setting> settings;
    std::span<const peersupport::framework> frameworks;
    std::span<const peersupport::crosswalk_element> crosswalk;
    std::span<const peersupport::role> roles;
    std::span<const peersupport::competency_category> competency_categories;
    std::span<const peersupport::competency> competencies;
    std::span<const peersupport::activity_code> activity_codes;
    std::span<const peersupport::duty> duties;
    std::span<const peersupport::drift_class> drift_classes;
    std::span<const peersupport::drift> drift;
    std::span<const peersupport::conditional_duty> conditional_duties;
    std::span<const peersupport::documentation_guideline> documentation_guidelines;
    std::span<const peersupport::conduct_rule> conduct_rules;
    std::span<const peersupport::job_description_component> job_description_components;
    std::span<const peersupport::training_component> training_components;
    std::span<const peersupport::training_benchmark> training_benchmarks;
    std::span<const peersupport::supervision_requirement> supervision_requirements;
    std::span<const peersupport::supervision_model> supervision_models;
    std::span<const peersupport::frequency> frequencies;
    std::span<const peersupport::organizational_factor> organizational_factors;
    std::span<const peersupport::constellation_part> constellation;
    std::span<const peersupport::connection> connections;
    std::span<const peersupport::network> networks;
    std::span<const peersupport::evaluation_element> evaluation_elements;
    std::span<const peersupport::evaluation_challenge> evaluation_challenges;
    std::span<const peersupport::guiding_principle> guiding_principles;
    std::span<const peersupport::reflective_area> reflective_areas;
    std::span<const peersupport::hub_contribution> hub_contributions;
    std::span<const peersupport::quality_dimension> quality_dimensions;
    std::span<const peersupport::gap> gaps;
    std::span<const peersupport::driver> drivers;
    std::span<const peersupport::change_idea> change_ideas;
    std::span<const peersupport::improvement_step> improvement_steps;
    std::span<const peersupport::balancing_measure> balancing_measures;
    std::span<const peersupport::staff_question> staff_questions;
    std::span<const peersupport::role_text> role_texts;
    std::span<const peersupport::person_guidance> person_guidance;
    std::span<const peersupport::resource> resources;
    std::span<const peersupport::french_term> french_terms;
    std::span<const peersupport::reporting_code> reporting_codes;
    std::span<const peersupport::external_code> external_codes;
    std::span<const peersupport::programme_rule> programme_rules;
    std::span<const peersupport::showing_policy> showing_policies;
    std::span<const peersupport::integrity_level> integrity_levels;
    std::span<const peersupport::cut_set> cut_sets;
    std::span<const peersupport::eroded_limit> eroded_limits;
    std::span<const peersupport::impact_condition> impact_conditions;
    std::span<const peersupport::integrity_rule> integrity_rules;
    std::span<const peersupport::integrity_message> integrity_messages;
    std::span<const peersupport::source> sources;
};

/// Which of the tables holds rows of this type.
template <class Row>
inline constexpr auto table_of = nullptr;
template <>
inline constexpr auto table_of<value> = &definition_tables::values;
template <>
inline constexpr auto table_of<principle> = &definition_tables::principles;
template <>
inline constexpr auto table_of<perspective> = &definition_tables::perspectives;
template <>
inline constexpr auto table_of<level_of_influence> = &definition_tables::levels_of_influence;
template <>
inline constexpr auto table_of<statement> = &definition_tables::statements;
template <>
inline constexpr auto table_of<formality> = &definition_tables::formalities;
template <>
inline constexpr auto table_of<service_form> = &definition_tables::service_forms;
template <>
inline constexpr auto table_of<core_element> = &definition_tables::core_elements;
template <>
inline constexpr auto table_of<setting> = &definition_tables::settings;
template <>
inline constexpr auto table_of<framework> = &definition_tables::frameworks;
template <>
inline constexpr auto table_of<crosswalk_element> = &definition_tables::crosswalk;
template <>
inline constexpr auto table_of<role> = &definition_tables::roles;
template <>
inline constexpr auto table_of<competency_category> = &definition_tables::competency_categories;
template <>
inline constexpr auto table_of<competency> = &definition_tables::competencies;
template <>
inline constexpr auto table_of<activity_code> = &definition_tables::activity_codes;
template <>
inline constexpr auto table_of<duty> = &definition_tables::duties;
template <>
inline constexpr auto table_of<drift_class> = &definition_tables::drift_classes;
template <>
inline constexpr auto table_of<drift> = &definition_tables::drift;
template <>
inline constexpr auto table_of<conditional_duty> = &definition_tables::conditional_duties;
template <>
inline constexpr auto table_of<documentation_guideline> = &definition_tables::documentation_guidelines;
template <>
inline constexpr auto table_of<conduct_rule> = &definition_tables::conduct_rules;
template <>
inline constexpr auto table_of<job_description_component> = &definition_tables::job_description_components;
template <>
inline constexpr auto table_of<training_component> = &definition_tables::training_components;
template <>
inline constexpr auto table_of<training_benchmark> = &definition_tables::training_benchmarks;
template <>
inline constexpr auto table_of<supervision_requirement> = &definition_tables::supervision_requirements;
template <>
inline constexpr auto table_of<supervision_model> = &definition_tables::supervision_models;
template <>
inline constexpr auto table_of<frequency> = &definition_tables::frequencies;
template <>
inline constexpr auto table_of<organizational_factor> = &definition_tables::organizational_factors;
template <>
inline constexpr auto table_of<constellation_part> = &definition_tables::constellation;
template <>
inline constexpr auto table_of<connection> = &definition_tables::connections;
template <>
inline constexpr auto table_of<network> = &definition_tables::networks;
template <>
inline constexpr auto table_of<evaluation_element> = &definition_tables::evaluation_elements;
template <>
inline constexpr auto table_of<evaluation_challenge> = &definition_tables::evaluation_challenges;
template <>
inline constexpr auto table_of<guiding_principle> = &definition_tables::guiding_principles;
template <>
inline constexpr auto table_of<reflective_area> = &definition_tables::reflective_areas;
template <>
inline constexpr auto table_of<hub_contribution> = &definition_tables::hub_contributions;
template <>
inline constexpr auto table_of<quality_dimension> = &definition_tables::quality_dimensions;
template <>
inline constexpr auto table_of<gap> = &definition_tables::gaps;
template <>
inline constexpr auto table_of<driver> = &definition_tables::drivers;
template <>
inline constexpr auto table_of<change_idea> = &definition_tables::change_ideas;
template <>
inline constexpr auto table_of<improvement_step> = &definition_tables::improvement_steps;
template <>
inline constexpr auto table_of<balancing_measure> = &definition_tables::balancing_measures;
template <>
inline constexpr auto table_of<staff_question> = &definition_tables::staff_questions;
template <>
inline constexpr auto table_of<role_text> = &definition_tables::role_texts;
template <>
inline constexpr auto table_of<person_guidance> = &definition_tables::person_guidance;
template <>
inline constexpr auto table_of<resource> = &definition_tables::resources;
template <>
inline constexpr auto table_of<french_term> = &definition_tables::french_terms;
template <>
inline constexpr auto table_of<reporting_code> = &definition_tables::reporting_codes;
template <>
inline constexpr auto table_of<external_code> = &definition_tables::external_codes;
template <>
inline constexpr auto table_of<programme_rule> = &definition_tables::programme_rules;
template <>
inline constexpr auto table_of<showing_policy> = &definition_tables::showing_policies;
template <>
inline constexpr auto table_of<integrity_level> = &definition_tables::integrity_levels;
template <>
inline constexpr auto table_of<cut_set> = &definition_tables::cut_sets;
template <>
inline constexpr auto table_of<eroded_limit> = &definition_tables::eroded_limits;
template <>
inline constexpr auto table_of<impact_condition> = &definition_tables::impact_conditions;
template <>
inline constexpr auto table_of<integrity_rule> = &definition_tables::integrity_rules;
template <>
inline constexpr auto table_of<integrity_message> = &definition_tables::integrity_messages;
template <>
inline constexpr auto table_of<source> = &definition_tables::sources;

}  // namespace peersupport
