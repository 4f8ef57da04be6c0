// SPDX-License-Identifier: Apache-2.0
//
// What must hold for the tables of the definition, proved once, when this file is compiled: ids
// unique across tables and well formed, references resolve in the table they name, every text in
// both languages, no claim beyond its sources. Ids are compared by 64-bit FNV-1a hashes, which
// keeps the work linear in the rows; a collision could only refuse a sound table, or miss an
// unknown reference whose hash equals a known one.
#include "definition/fields/codes_fields.hpp"
#include "definition/fields/evaluation_fields.hpp"
#include "definition/fields/foundations_fields.hpp"
#include "definition/fields/governance_fields.hpp"
#include "definition/fields/improvement_fields.hpp"
#include "definition/fields/integrity_fields.hpp"
#include "definition/fields/organization_fields.hpp"
#include "definition/fields/role_fields.hpp"
#include "definition/fields/words_fields.hpp"
#include "definition/id_index.hpp"
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
#include "peersupport/definition/digest.hpp"
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
#include "peersupport/definition/version.hpp"
#include "text/id.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {
namespace {

/// The hashes of one table's ids, in its order.
template <class Table>
constexpr auto hashes(const Table& table) {
    std::array<std::uint64_t, std::tuple_size_v<Table>> out{};
    for (std::size_t i = 0; i < table.size(); ++i) out[i] = id_index::hash(table[i].id);
    return out;
}

// Every evaluation is a constant of its own, so that none comes near a compiler's default limit.
template <auto& Table>
constexpr auto hashes_of = hashes(Table);

template <auto& Table>
constexpr std::string_view table_id = description_of<typename std::remove_cvref_t<decltype(Table)>::value_type>::table.id;

template <auto& Table>
constexpr void add(id_index& index) {
    for (const std::uint64_t hash : hashes_of<Table>) index.add(hash, table_id<Table>);
}

template <auto&... Tables>
constexpr id_index index_of() {
    id_index index;
    (add<Tables>(index), ...);
    return index;
}

constexpr id_index known = index_of<
    tables::values,
    tables::principles,
    tables::perspectives,
    tables::levels_of_influence,
    tables::statements,
    tables::formalities,
    tables::service_forms,
    tables::core_elements,
    tables::settings,
    tables::frameworks,
    tables::crosswalk,
    tables::roles,
    tables::competency_categories,
    tables::competencies,
    tables::activity_codes,
    tables::duties,
    tables::drift_classes,
    tables::drift,
    tables::conditional_duties,
    tables::documentation_guidelines,
    tables::conduct_rules,
    tables::job_description_components,
    tables::training_components,
    tables::training_benchmarks,
    tables::supervision_requirements,
    tables::supervision_models,
    tables::frequencies,
    tables::organizational_factors,
    tables::constellation,
    tables::connections,
    tables::networks,
    tables::evaluation_elements,
    tables::evaluation_challenges,
    tables::guiding_principles,
    tables::reflective_areas,
    tables::hub_contributions,
    tables::quality_dimensions,
    tables::gaps,
    tables::drivers,
    tables::change_ideas,
    tables::improvement_steps,
    tables::balancing_measures,
    tables::staff_questions,
    tables::role_texts,
    tables::person_guidance,
    tables::resources,
    tables::french_terms,
    tables::reporting_codes,
    tables::external_codes,
    tables::programme_rules,
    tables::showing_policies,
    tables::integrity_levels,
    tables::cut_sets,
    tables::eroded_limits,
    tables::impact_conditions,
    tables::integrity_rules,
    tables::integrity_messages,
    tables::sources>();

/// What a source allows rows to claim, in the order of the table.
constexpr standing standing_of_source(std::string_view id) {
    const std::uint64_t hash = id_index::hash(id);
    for (std::size_t i = 0; i < tables::sources.size(); ++i) {
        if (hashes_of<tables::sources>[i] == hash) return tables::sources[i].standing;
    }
    return standing::proposed;
}

/// The most that may be claimed on these sources; `published` is the smallest enumerator.
constexpr standing best_standing(std::span<const std::string_view> cited) {
    standing best = standing::proposed;
    for (const auto id : cited) best = std::min(best, standing_of_source(id));
    return best;
}

/// No row claims more than its sources carry, and what is proposed names our own entry.
constexpr bool claim_is_covered(standing claimed, std::span<const std::string_view> cited) {
    if (claimed != standing::proposed) return claimed >= best_standing(cited);
    return std::ranges::find(cited, std::string_view("src-design")) != cited.end();
}

constexpr bool complete(const localized_text& text) { return !text.en.empty() && !text.fr.empty(); }

constexpr bool resolves(std::string_view id, std::string_view table) {
    return table == "*" ? known.contains(id) : known.table_of(id) == table;
}

template <class Row, auto Pointer>
constexpr bool sound_member(const Row& row, const member<Pointer>& m) {
    const auto& held_by_row = row.*Pointer;
    using type = std::remove_cvref_t<decltype(held_by_row)>;
    const field_value value = held(held_by_row);
    if (!value.given) return m.needed == presence::optional;
    if constexpr (std::is_same_v<type, localized_text>) return complete(value.text);
    if constexpr (std::is_same_v<type, std::span<const cue>>)
        return std::ranges::all_of(value.cues, [](const cue& c) {
            return c.id.starts_with("cue-") && is_id(c.id) && complete(c.text);
        });
    if (m.kind == field_kind::reference) return resolves(value.string, m.refers_to);
    if (m.kind == field_kind::references)
        return std::ranges::all_of(value.list, [&](auto id) { return resolves(id, m.refers_to); });
    if constexpr (std::is_same_v<type, standing> && !std::is_same_v<Row, source>)
        return claim_is_covered(held_by_row, row.sources);
    return true;
}

template <class Row>
constexpr bool sound(const Row& row) {
    using description = description_of<Row>;
    return is_id(row.id) && row.id.starts_with(description::table.prefix) &&
           description::members(
               [&](const auto&... each) { return (sound_member(row, each) && ...); });
}

template <class Table>
constexpr bool sound_rows(const Table& table) {
    return std::ranges::all_of(table, [](const auto& row) { return sound(row); });
}

constexpr standing standing_of(reading how) {
    switch (how) {
        case reading::read: return standing::published;
        case reading::partly_read: return standing::derived;
        case reading::from_memory:
        case reading::ours: break;
    }
    return standing::proposed;
}

constexpr bool source_is_honest(const source& row) {
    // A source that was read may be a weak one; a source without an address says why in its note.
    return row.standing >= standing_of(row.reading) &&
           (row.reading == reading::ours ? row.url.empty() : !row.url.empty() || !row.note.empty());
}

constexpr bool cue_ids_unique() {
    id_index index;
    const auto add_cues = [&index](const auto& table) {
        for (const auto& row : table) {
            for (const cue& c : row.present_cues) index.add(id_index::hash(c.id), "cues");
            for (const cue& c : row.eroded_cues) index.add(id_index::hash(c.id), "cues");
        }
    };
    add_cues(tables::values);
    add_cues(tables::principles);
    return index.unique();
}

constexpr bool severities_agree() {
    return std::ranges::all_of(tables::drift, [](const peersupport::drift& row) {
        return std::ranges::any_of(tables::drift_classes, [&](const drift_class& its) {
            return its.id == row.drift_class && its.severity == row.severity;
        });
    });
}

constexpr bool within(std::int32_t number, std::int32_t least, std::int32_t most) {
    return least <= number && number <= most;
}

/// Levels stand in order, from 1, without a gap.
constexpr bool levels_in_order() {
    std::int32_t next = 1;
    return std::ranges::all_of(tables::integrity_levels,
                               [&](const integrity_level& row) { return row.order == next++; });
}

constexpr bool cuts_ascend(const cut_set& row) {
    return within(row.sometimes_from, 1, 100) && row.sometimes_from < row.often_from &&
           row.often_from < row.nearly_always_from && row.nearly_always_from <= 100;
}

/// A number has a unit, and no unit stands without a number.
constexpr bool number_has_unit(optional_number number, number_unit unit) {
    return number.given ? number.value > 0 && unit != number_unit::none : unit == number_unit::none;
}

static_assert(standing::published < standing::derived && standing::derived < standing::proposed,
              "best_standing counts on this order");
static_assert(!tables::version.empty() && tables::digest.size() == 64);

static_assert(known.unique(), "an id stands in two rows");
static_assert(cue_ids_unique());
static_assert(severities_agree());
static_assert(std::ranges::all_of(tables::sources, source_is_honest));
static_assert(tables::integrity_levels.size() == 4 && levels_in_order());
static_assert(std::ranges::all_of(tables::cut_sets, cuts_ascend));
static_assert(std::ranges::all_of(tables::showing_policies, [](const showing_policy& row) {
    return row.minimum_people >= 5 && row.minimum_workers >= 1;
}));
static_assert(std::ranges::all_of(tables::eroded_limits,
                                  [](const eroded_limit& row) { return within(row.percent, 1, 100); }));
static_assert(std::ranges::all_of(tables::impact_conditions, [](const impact_condition& row) {
    return number_has_unit(row.limit, row.unit);
}));
static_assert(std::ranges::all_of(tables::integrity_rules, [](const integrity_rule& row) {
    return number_has_unit(row.number, row.unit);
}));

static_assert(sound_rows(tables::values));
static_assert(sound_rows(tables::principles));
static_assert(sound_rows(tables::perspectives));
static_assert(sound_rows(tables::levels_of_influence));
static_assert(sound_rows(tables::statements));
static_assert(sound_rows(tables::formalities));
static_assert(sound_rows(tables::service_forms));
static_assert(sound_rows(tables::core_elements));
static_assert(sound_rows(tables::settings));
static_assert(sound_rows(tables::frameworks));
static_assert(sound_rows(tables::crosswalk));
static_assert(sound_rows(tables::roles));
static_assert(sound_rows(tables::competency_categories));
static_assert(sound_rows(tables::competencies));
static_assert(sound_rows(tables::activity_codes));
static_assert(sound_rows(tables::duties));
static_assert(sound_rows(tables::drift_classes));
static_assert(sound_rows(tables::drift));
static_assert(sound_rows(tables::conditional_duties));
static_assert(sound_rows(tables::documentation_guidelines));
static_assert(sound_rows(tables::conduct_rules));
static_assert(sound_rows(tables::job_description_components));
static_assert(sound_rows(tables::training_components));
static_assert(sound_rows(tables::training_benchmarks));
static_assert(sound_rows(tables::supervision_requirements));
static_assert(sound_rows(tables::supervision_models));
static_assert(sound_rows(tables::frequencies));
static_assert(sound_rows(tables::organizational_factors));
static_assert(sound_rows(tables::constellation));
static_assert(sound_rows(tables::connections));
static_assert(sound_rows(tables::networks));
static_assert(sound_rows(tables::evaluation_elements));
static_assert(sound_rows(tables::evaluation_challenges));
static_assert(sound_rows(tables::guiding_principles));
static_assert(sound_rows(tables::reflective_areas));
static_assert(sound_rows(tables::hub_contributions));
static_assert(sound_rows(tables::quality_dimensions));
static_assert(sound_rows(tables::gaps));
static_assert(sound_rows(tables::drivers));
static_assert(sound_rows(tables::change_ideas));
static_assert(sound_rows(tables::improvement_steps));
static_assert(sound_rows(tables::balancing_measures));
static_assert(sound_rows(tables::staff_questions));
static_assert(sound_rows(tables::role_texts));
static_assert(sound_rows(tables::person_guidance));
static_assert(sound_rows(tables::resources));
static_assert(sound_rows(tables::french_terms));
static_assert(sound_rows(tables::reporting_codes));
static_assert(sound_rows(tables::external_codes));
static_assert(sound_rows(tables::programme_rules));
static_assert(sound_rows(tables::showing_policies));
static_assert(sound_rows(tables::integrity_levels));
static_assert(sound_rows(tables::cut_sets));
static_assert(sound_rows(tables::eroded_limits));
static_assert(sound_rows(tables::impact_conditions));
static_assert(sound_rows(tables::integrity_rules));
static_assert(sound_rows(tables::integrity_messages));
static_assert(sound_rows(tables::sources));

}  // namespace
}  // namespace peersupport
