// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition_tables.hpp"
#include "peersupport/definition/identity.hpp"
#include "peersupport/definition/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace peersupport {

/// What an organization's overlay did to a definition. Ids, each list sorted.
struct overlay_changes {
    std::span<const std::string_view> added{};
    std::span<const std::string_view> replaced{};  ///< rows of which it replaced something
    std::span<const std::string_view> off{};       ///< rows that are no longer there
};

/// The row with this id, or nullptr.
template <class Row>
[[nodiscard]] constexpr const Row* find_row(std::span<const Row> rows,
                                            std::string_view id) noexcept {
    for (const Row& row : rows) {
        if (row.id == id) return &row;
    }
    return nullptr;
}

/// One version of what peer support is. Immutable; a copy is a handful of pointers and looks at
/// the same rows. The canonical one is compiled in; an overlay or an exported older version
/// makes another. Everything that reads a definition takes a `const definition&`.
class definition {
public:
    constexpr definition(const definition_identity& identity, const definition_tables& tables,
                         const overlay_changes& changes = {}) noexcept
        : identity_(identity), tables_(tables), changes_(changes) {}

    [[nodiscard]] constexpr const definition_identity& identity() const noexcept {
        return identity_;
    }
    [[nodiscard]] constexpr std::string_view version() const noexcept { return identity_.version; }
    [[nodiscard]] constexpr std::string_view digest() const noexcept { return identity_.digest; }
    [[nodiscard]] constexpr const overlay_changes& changes() const noexcept { return changes_; }

    // Rows in the order in which they are shown.
    [[nodiscard]] constexpr std::span<const peersupport::value> values() const noexcept { return tables_.values; }
    [[nodiscard]] constexpr std::span<const peersupport::principle> principles() const noexcept { return tables_.principles; }
    [[nodiscard]] constexpr std::span<const peersupport::perspective> perspectives() const noexcept { return tables_.perspectives; }
    [[nodiscard]] constexpr std::span<const peersupport::level_of_influence> levels_of_influence() const noexcept { return tables_.levels_of_influence; }
    [[nodiscard]] constexpr std::span<const peersupport::statement> statements() const noexcept { return tables_.statements; }
    [[nodiscard]] constexpr std::span<const peersupport::formality> formalities() const noexcept { return tables_.formalities; }
    [[nodiscard]] constexpr std::span<const peersupport::service_form> service_forms() const noexcept { return tables_.service_forms; }
    [[nodiscard]] constexpr std::span<const peersupport::core_element> core_elements() const noexcept { return tables_.core_elements; }
    [[nodiscard]] constexpr std::span<const peersupport::setting> settings() const noexcept { return tables_.settings; }
    [[nodiscard]] constexpr std::span<const peersupport::framework> frameworks() const noexcept { return tables_.frameworks; }
    [[nodiscard]] constexpr std::span<const peersupport::crosswalk_element> crosswalk() const noexcept { return tables_.crosswalk; }
    [[nodiscard]] constexpr std::span<const peersupport::role> roles() const noexcept { return tables_.roles; }
    [[nodiscard]] constexpr std::span<const peersupport::competency_category> competency_categories() const noexcept { return tables_.competency_categories; }
    [[nodiscard]] constexpr std::span<const peersupport::competency> competencies() const noexcept { return tables_.competencies; }
    [[nodiscard]] constexpr std::span<const peersupport::activity_code> activity_codes() const noexcept { return tables_.activity_codes; }
    [[nodiscard]] constexpr std::span<const peersupport::duty> duties() const noexcept { return tables_.duties; }
    [[nodiscard]] constexpr std::span<const peersupport::drift_class> drift_classes() const noexcept { return tables_.drift_classes; }
    [[nodiscard]] constexpr std::span<const peersupport::drift> drift() const noexcept { return tables_.drift; }
    [[nodiscard]] constexpr std::span<const peersupport::conditional_duty> conditional_duties() const noexcept { return tables_.conditional_duties; }
    [[nodiscard]] constexpr std::span<const peersupport::documentation_guideline> documentation_guidelines() const noexcept { return tables_.documentation_guidelines; }
    [[nodiscard]] constexpr std::span<const peersupport::conduct_rule> conduct_rules() const noexcept { return tables_.conduct_rules; }
    [[nodiscard]] constexpr std::span<const peersupport::job_description_component> job_description_components() const noexcept { return tables_.job_description_components; }
    [[nodiscard]] constexpr std::span<const peersupport::training_component> training_components() const noexcept { return tables_.training_components; }
    [[nodiscard]] constexpr std::span<const peersupport::training_benchmark> training_benchmarks() const noexcept { return tables_.training_benchmarks; }
    [[nodiscard]] constexpr std::span<const peersupport::supervision_requirement> supervision_requirements() const noexcept { return tables_.supervision_requirements; }
    [[nodiscard]] constexpr std::span<const peersupport::supervision_model> supervision_models() const noexcept { return tables_.supervision_models; }
    [[nodiscard]] constexpr std::span<const peersupport::frequency> frequencies() const noexcept { return tables_.frequencies; }
    [[nodiscard]] constexpr std::span<const peersupport::organizational_factor> organizational_factors() const noexcept { return tables_.organizational_factors; }
    [[nodiscard]] constexpr std::span<const peersupport::constellation_part> constellation() const noexcept { return tables_.constellation; }
    [[nodiscard]] constexpr std::span<const peersupport::connection> connections() const noexcept { return tables_.connections; }
    [[nodiscard]] constexpr std::span<const peersupport::network> networks() const noexcept { return tables_.networks; }
    [[nodiscard]] constexpr std::span<const peersupport::evaluation_element> evaluation_elements() const noexcept { return tables_.evaluation_elements; }
    [[nodiscard]] constexpr std::span<const peersupport::evaluation_challenge> evaluation_challenges() const noexcept { return tables_.evaluation_challenges; }
    [[nodiscard]] constexpr std::span<const peersupport::guiding_principle> guiding_principles() const noexcept { return tables_.guiding_principles; }
    [[nodiscard]] constexpr std::span<const peersupport::reflective_area> reflective_areas() const noexcept { return tables_.reflective_areas; }
    [[nodiscard]] constexpr std::span<const peersupport::hub_contribution> hub_contributions() const noexcept { return tables_.hub_contributions; }
    [[nodiscard]] constexpr std::span<const peersupport::quality_dimension> quality_dimensions() const noexcept { return tables_.quality_dimensions; }
    [[nodiscard]] constexpr std::span<const peersupport::gap> gaps() const noexcept { return tables_.gaps; }
    [[nodiscard]] constexpr std::span<const peersupport::driver> drivers() const noexcept { return tables_.drivers; }
    [[nodiscard]] constexpr std::span<const peersupport::change_idea> change_ideas() const noexcept { return tables_.change_ideas; }
    [[nodiscard]] constexpr std::span<const peersupport::improvement_step> improvement_steps() const noexcept { return tables_.improvement_steps; }
    [[nodiscard]] constexpr std::span<const peersupport::balancing_measure> balancing_measures() const noexcept { return tables_.balancing_measures; }
    [[nodiscard]] constexpr std::span<const peersupport::staff_question> staff_questions() const noexcept { return tables_.staff_questions; }
    [[nodiscard]] constexpr std::span<const peersupport::role_text> role_texts() const noexcept { return tables_.role_texts; }
    [[nodiscard]] constexpr std::span<const peersupport::person_guidance> person_guidance() const noexcept { return tables_.person_guidance; }
    [[nodiscard]] constexpr std::span<const peersupport::resource> resources() const noexcept { return tables_.resources; }
    [[nodiscard]] constexpr std::span<const peersupport::french_term> french_terms() const noexcept { return tables_.french_terms; }
    [[nodiscard]] constexpr std::span<const peersupport::reporting_code> reporting_codes() const noexcept { return tables_.reporting_codes; }
    [[nodiscard]] constexpr std::span<const peersupport::external_code> external_codes() const noexcept { return tables_.external_codes; }
    [[nodiscard]] constexpr std::span<const peersupport::programme_rule> programme_rules() const noexcept { return tables_.programme_rules; }
    [[nodiscard]] constexpr std::span<const peersupport::showing_policy> showing_policies() const noexcept { return tables_.showing_policies; }
    [[nodiscard]] constexpr std::span<const peersupport::integrity_level> integrity_levels() const noexcept { return tables_.integrity_levels; }
    [[nodiscard]] constexpr std::span<const peersupport::cut_set> cut_sets() const noexcept { return tables_.cut_sets; }
    [[nodiscard]] constexpr std::span<const peersupport::eroded_limit> eroded_limits() const noexcept { return tables_.eroded_limits; }
    [[nodiscard]] constexpr std::span<const peersupport::impact_condition> impact_conditions() const noexcept { return tables_.impact_conditions; }
    [[nodiscard]] constexpr std::span<const peersupport::integrity_rule> integrity_rules() const noexcept { return tables_.integrity_rules; }
    [[nodiscard]] constexpr std::span<const peersupport::integrity_message> integrity_messages() const noexcept { return tables_.integrity_messages; }
    [[nodiscard]] constexpr std::span<const peersupport::source> sources() const noexcept { return tables_.sources; }

    /// The row of this type with this id, or nullptr: `find<role>("role-peer-supporter")`. Ids are
    /// compared byte for byte; the row lives as long as the tables, not as this object.
    template <class Row>
    [[nodiscard]] constexpr const Row* find(std::string_view id) const noexcept {
        return find_row(tables_.*table_of<Row>, id);
    }

    /// All tables, for code that knows no row type: exports, look-ups, other languages.
    [[nodiscard]] constexpr const definition_tables& tables() const noexcept { return tables_; }
    /// The table with this id, such as "service_forms".
    [[nodiscard]] std::optional<definition_table> table(std::string_view id) const noexcept;
    /// The row with this id, whatever its table; ids are unique across tables.
    [[nodiscard]] std::optional<definition_row> row(std::string_view id) const noexcept;

private:
    definition_identity identity_;
    definition_tables tables_;
    overlay_changes changes_;
};

/// The definition this library was built with. Constant-initialised: usable at any time, also
/// before main and from any thread, and never destroyed.
[[nodiscard]] const definition& canonical() noexcept;

}  // namespace peersupport
