// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/role_report.hpp"
#include "review/compiled_rules.hpp"
#include "review/finder/token_range.hpp"
#include "review/reading.hpp"
#include "review/rule_matches.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// What a job description shows of the components it should have.
class role_components {
public:
    void clear(const compiled_rules& rules, const definition& by);
    /// What the patterns found in one part of the description.
    void take(const reading& in, const rule_matches& from, std::span<const token_range> excluded, const compiled_rules& rules, std::string_view field);
    /// A section that is there shows the component it is named for.
    void take_section(std::string_view name, std::string_view text);
    /// Limits of the role and duties are components that findings show.
    void take_findings(std::span<const role_finding> findings, const compiled_rules& rules, const definition& by);
    /// One for each component of the definition that a rule speaks of, musts first, then in the order of the definition.
    [[nodiscard]] std::vector<role_component> finish(const definition& by) &&;

private:
    void show(std::string_view row, const role_finding& by);
    std::vector<role_component> of_rule_;  ///< by rule; only those of components have a row
};

}  // namespace peersupport::review
