// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/problem_list.hpp"
#include "peersupport/definition/definition.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// What rows may claim. What an organization adds is its own proposal, whatever it cites.
enum class claim_rule : std::uint8_t { as_sources_carry, proposals_only };

/// What can be said of a definition only when all of its rows are known: that ids are unique, that
/// references resolve, and that no row claims more than its sources carry. Ordered maps, so that no
/// input can flood a hash. Ids are views that must outlive the object.
class definition_references {
public:
    explicit definition_references(problem_list& problems, claim_rule allowed = claim_rule::as_sources_carry) noexcept
        : problems_(&problems), allowed_(allowed) {}

    /// A row that was there before the file.
    void know(const definition_row& row);
    /// A row that is no longer there.
    void forget(std::string_view id) { table_by_id_.erase(id); }
    /// A row of the file; problems: id_malformed, id_duplicate.
    void add_row(std::string_view id, std::string_view table, json_value at);
    void add_reference(std::string_view id, std::string_view to, json_value at);
    /// A standing, and what is cited for it.
    void add_claim(std::string_view standing, std::span<const std::string_view> sources,
                   json_value at);
    void add_source(std::string_view id, std::string_view standing);
    /// Drift, whose severity is that of its class.
    void add_drift(std::string_view its_class, std::int64_t severity, json_value at);
    void add_drift_class(std::string_view id, std::int64_t severity);

    [[nodiscard]] bool knows(std::string_view id) const { return table_by_id_.contains(id); }
    /// Problems: reference_unknown, claim_uncovered, rule_conflict.
    void check();

    /// The table name under which cues are known: they have ids, and nothing refers to them.
    static constexpr std::string_view cues = "cues";

private:
    struct reference {
        std::string_view id;
        std::string_view to;
        json_value at;
    };
    struct claim {
        std::string_view standing;
        std::span<const std::string_view> sources;
        json_value at;
    };
    struct graded {
        std::string_view its_class;
        std::int64_t severity;
        json_value at;
    };
    [[nodiscard]] bool resolves(const reference& r) const;
    [[nodiscard]] bool is_covered(const claim& c) const;

    problem_list* problems_;
    claim_rule allowed_;
    std::map<std::string_view, std::string_view> table_by_id_;
    std::map<std::string_view, std::string_view> standing_by_source_;
    std::vector<reference> references_;
    std::vector<claim> claims_;
    std::map<std::string_view, std::int64_t> severity_by_class_;
    std::vector<graded> drift_;
};

}  // namespace peersupport::exchange
