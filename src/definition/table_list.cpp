// SPDX-License-Identifier: Apache-2.0
//
// The list of tables, made while compiling from what the headers in fields/ say of each row type.
#include "definition/fields/codes_fields.hpp"
#include "definition/fields/evaluation_fields.hpp"
#include "definition/fields/foundations_fields.hpp"
#include "definition/fields/governance_fields.hpp"
#include "definition/fields/improvement_fields.hpp"
#include "definition/fields/integrity_fields.hpp"
#include "definition/fields/organization_fields.hpp"
#include "definition/fields/role_fields.hpp"
#include "definition/fields/words_fields.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <type_traits>

namespace peersupport {
namespace {

template <class Row>
constexpr auto fields_of = description_of<Row>::members(
    [](const auto&... each) { return std::array{field_from<Row>(each)...}; });

template <class Row>
table_description::memory rows_in(const definition_tables& of) {
    const auto rows = of.*table_of<Row>;
    return {rows.data(), rows.size(), sizeof(Row)};
}

template <class Row>
void construct_rows(void* first, std::size_t count) {
    static_assert(std::is_trivially_destructible_v<Row>);
    static_assert(alignof(Row) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
    for (std::size_t i = 0; i < count; ++i) ::new (static_cast<Row*>(first) + i) Row{};
}

template <class Row>
constexpr table_description describe() {
    constexpr const table_summary& summary = description_of<Row>::table;
    return {.id = summary.id,
            .prefix = summary.prefix,
            .title = summary.title,
            .purpose = summary.purpose,
            .group = summary.group,
            .may_add = summary.rows == adding::allowed,
            .may_switch_off = summary.off == switching_off::allowed,
            .fields = fields_of<Row>,
            .rows = &rows_in<Row>,
            .id_of = [](const void* row) { return static_cast<const Row*>(row)->id; },
            .set_id = [](void* row, std::string_view id) { static_cast<Row*>(row)->id = id; },
            .construct = &construct_rows<Row>,
            .row_size = sizeof(Row),
            .copy_row = [](void* to, const void* from) {
                *static_cast<Row*>(to) = *static_cast<const Row*>(from);
            },
            .assign = [](definition_tables& to, const void* first, std::size_t count) {
                to.*table_of<Row> = {static_cast<const Row*>(first), count};
            }};
}

template <class... Rows>
constexpr std::array<table_description, sizeof...(Rows)> describe_all() {
    return {describe<Rows>()...};
}

/// In the order in which they are shown.
constexpr auto tables_in_order = describe_all<
    value,
    principle,
    perspective,
    level_of_influence,
    statement,
    formality,
    service_form,
    core_element,
    setting,
    framework,
    crosswalk_element,
    role,
    competency_category,
    competency,
    activity_code,
    duty,
    drift_class,
    peersupport::drift,
    conditional_duty,
    documentation_guideline,
    conduct_rule,
    job_description_component,
    training_component,
    training_benchmark,
    supervision_requirement,
    supervision_model,
    frequency,
    organizational_factor,
    constellation_part,
    connection,
    network,
    evaluation_element,
    evaluation_challenge,
    guiding_principle,
    reflective_area,
    hub_contribution,
    quality_dimension,
    gap,
    driver,
    change_idea,
    improvement_step,
    balancing_measure,
    staff_question,
    role_text,
    peersupport::person_guidance,
    resource,
    french_term,
    reporting_code,
    external_code,
    programme_rule,
    showing_policy,
    integrity_level,
    cut_set,
    eroded_limit,
    impact_condition,
    integrity_rule,
    integrity_message,
    source>();

static_assert(sizeof(definition_tables) == tables_in_order.size() * sizeof(std::span<const value>),
              "every table of a definition is described here");

}  // namespace

std::span<const table_description> table_descriptions() noexcept { return tables_in_order; }

const table_description* find_table_description(std::string_view id) noexcept {
    const auto* found = std::ranges::find(tables_in_order, id, &table_description::id);
    return found == tables_in_order.end() ? nullptr : found;
}

localized_text title_of(table_group group) noexcept {
    switch (group) {
        case table_group::foundations: return {"What peer support is", "Ce qu'est le soutien par les pairs"};
        case table_group::role: return {"The role", "Le rôle"};
        case table_group::organization: return {"Hiring, training and supervision", "Embauche, formation et supervision"};
        case table_group::governance: return {"Governance and networks", "Gouvernance et réseaux"};
        case table_group::evaluation: return {"Evaluation", "Évaluation"};
        case table_group::improvement: return {"Improvement", "Amélioration"};
        case table_group::words: return {"Words for people", "Des mots pour les gens"};
        case table_group::codes: return {"Codes and sources", "Codes et sources"};
        case table_group::integrity: return {"Service integrity", "Intégrité du service"};
    }
    return {};
}

}  // namespace peersupport
