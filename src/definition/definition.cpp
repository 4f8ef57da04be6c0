// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition/definition.hpp"

#include "peersupport/definition/digest.hpp"
#include "peersupport/definition/version.hpp"

#include "peersupport/definition/activity_code_table.hpp"
#include "peersupport/definition/balancing_measure_table.hpp"
#include "peersupport/definition/change_idea_table.hpp"
#include "peersupport/definition/competency_category_table.hpp"
#include "peersupport/definition/competency_table.hpp"
#include "peersupport/definition/conditional_duty_table.hpp"
#include "peersupport/definition/conduct_rule_table.hpp"
#include "peersupport/definition/connection_table.hpp"
#include "peersupport/definition/constellation_part_table.hpp"
#include "peersupport/definition/core_element_table.hpp"
#include "peersupport/definition/crosswalk_element_table.hpp"
#include "peersupport/definition/cut_set_table.hpp"
#include "peersupport/definition/documentation_guideline_table.hpp"
#include "peersupport/definition/drift_class_table.hpp"
#include "peersupport/definition/drift_table.hpp"
#include "peersupport/definition/driver_table.hpp"
#include "peersupport/definition/duty_table.hpp"
#include "peersupport/definition/eroded_limit_table.hpp"
#include "peersupport/definition/evaluation_challenge_table.hpp"
#include "peersupport/definition/evaluation_element_table.hpp"
#include "peersupport/definition/external_code_table.hpp"
#include "peersupport/definition/formality_table.hpp"
#include "peersupport/definition/framework_table.hpp"
#include "peersupport/definition/french_term_table.hpp"
#include "peersupport/definition/frequency_table.hpp"
#include "peersupport/definition/gap_table.hpp"
#include "peersupport/definition/guiding_principle_table.hpp"
#include "peersupport/definition/hub_contribution_table.hpp"
#include "peersupport/definition/impact_condition_table.hpp"
#include "peersupport/definition/improvement_step_table.hpp"
#include "peersupport/definition/integrity_level_table.hpp"
#include "peersupport/definition/integrity_message_table.hpp"
#include "peersupport/definition/integrity_rule_table.hpp"
#include "peersupport/definition/job_description_component_table.hpp"
#include "peersupport/definition/level_of_influence_table.hpp"
#include "peersupport/definition/network_table.hpp"
#include "peersupport/definition/organizational_factor_table.hpp"
#include "peersupport/definition/person_guidance_table.hpp"
#include "peersupport/definition/perspective_table.hpp"
#include "peersupport/definition/principle_table.hpp"
#include "peersupport/definition/programme_rule_table.hpp"
#include "peersupport/definition/quality_dimension_table.hpp"
#include "peersupport/definition/reflective_area_table.hpp"
#include "peersupport/definition/reporting_code_table.hpp"
#include "peersupport/definition/resource_table.hpp"
#include "peersupport/definition/role_table.hpp"
#include "peersupport/definition/role_text_table.hpp"
#include "peersupport/definition/service_form_table.hpp"
#include "peersupport/definition/setting_table.hpp"
#include "peersupport/definition/showing_policy_table.hpp"
#include "peersupport/definition/source_table.hpp"
#include "peersupport/definition/staff_question_table.hpp"
#include "peersupport/definition/statement_table.hpp"
#include "peersupport/definition/supervision_model_table.hpp"
#include "peersupport/definition/supervision_requirement_table.hpp"
#include "peersupport/definition/training_benchmark_table.hpp"
#include "peersupport/definition/training_component_table.hpp"
#include "peersupport/definition/value_table.hpp"

namespace peersupport {
namespace {

constinit const definition canonical_definition{
    {.version = tables::version, .digest = tables::digest},
    {
        .values = tables::values,
        .principles = tables::principles,
        .perspectives = tables::perspectives,
        .levels_of_influence = tables::levels_of_influence,
        .statements = tables::statements,
        .formalities = tables::formalities,
        .service_forms = tables::service_forms,
        .core_elements = tables::core_elements,
        .settings = tables::settings,
        .frameworks = tables::frameworks,
        .crosswalk = tables::crosswalk,
        .roles = tables::roles,
        .competency_categories = tables::competency_categories,
        .competencies = tables::competencies,
        .activity_codes = tables::activity_codes,
        .duties = tables::duties,
        .drift_classes = tables::drift_classes,
        .drift = tables::drift,
        .conditional_duties = tables::conditional_duties,
        .documentation_guidelines = tables::documentation_guidelines,
        .conduct_rules = tables::conduct_rules,
        .job_description_components = tables::job_description_components,
        .training_components = tables::training_components,
        .training_benchmarks = tables::training_benchmarks,
        .supervision_requirements = tables::supervision_requirements,
        .supervision_models = tables::supervision_models,
        .frequencies = tables::frequencies,
        .organizational_factors = tables::organizational_factors,
        .constellation = tables::constellation,
        .connections = tables::connections,
        .networks = tables::networks,
        .evaluation_elements = tables::evaluation_elements,
        .evaluation_challenges = tables::evaluation_challenges,
        .guiding_principles = tables::guiding_principles,
        .reflective_areas = tables::reflective_areas,
        .hub_contributions = tables::hub_contributions,
        .quality_dimensions = tables::quality_dimensions,
        .gaps = tables::gaps,
        .drivers = tables::drivers,
        .change_ideas = tables::change_ideas,
        .improvement_steps = tables::improvement_steps,
        .balancing_measures = tables::balancing_measures,
        .staff_questions = tables::staff_questions,
        .role_texts = tables::role_texts,
        .person_guidance = tables::person_guidance,
        .resources = tables::resources,
        .french_terms = tables::french_terms,
        .reporting_codes = tables::reporting_codes,
        .external_codes = tables::external_codes,
        .programme_rules = tables::programme_rules,
        .showing_policies = tables::showing_policies,
        .integrity_levels = tables::integrity_levels,
        .cut_sets = tables::cut_sets,
        .eroded_limits = tables::eroded_limits,
        .impact_conditions = tables::impact_conditions,
        .integrity_rules = tables::integrity_rules,
        .integrity_messages = tables::integrity_messages,
        .sources = tables::sources,
    }};

}  // namespace

const definition& canonical() noexcept { return canonical_definition; }

const definition_identity& canonical_identity() noexcept { return canonical_definition.identity(); }

std::optional<definition_table> definition::table(std::string_view id) const noexcept {
    const table_description* found = find_table_description(id);
    if (found == nullptr) return std::nullopt;
    return definition_table(*found, tables_);
}

std::optional<definition_row> definition::row(std::string_view id) const noexcept {
    for (const table_description& each : table_descriptions()) {
        const definition_table rows(each, tables_);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].id() == id) return rows[i];
        }
    }
    return std::nullopt;
}

}  // namespace peersupport
