// SPDX-License-Identifier: Apache-2.0
#include "exchange/definition_references.hpp"

#include "exchange/id_table.hpp"

#include <algorithm>
#include <cstddef>

namespace peersupport::exchange {
namespace {

/// 0 is the most that can be claimed.
std::size_t rank_of(std::string_view word) {
    const auto& words = words_of<standing>;
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

}  // namespace

void definition_references::know(const definition_row& row) {
    table_by_id_.try_emplace(row.id(), row.table().id);
    if (row.table().id == "sources") add_source(row.id(), row.value("standing").string);
    if (row.table().id == "drift_classes") add_drift_class(row.id(), row.value("severity").number);
}

void definition_references::add_row(std::string_view id, std::string_view table, json_value at) {
    if (!is_id(id)) problems_->add(status::id_malformed, at);
    if (!table_by_id_.try_emplace(id, table).second) problems_->add(status::id_duplicate, at);
}

void definition_references::add_reference(std::string_view id, std::string_view to,
                                          json_value at) {
    references_.push_back({id, to, at});
}

void definition_references::add_claim(std::string_view standing,
                                      std::span<const std::string_view> sources, json_value at) {
    claims_.push_back({standing, sources, at});
}

void definition_references::add_source(std::string_view id, std::string_view standing) {
    standing_by_source_.try_emplace(id, standing);
}

bool definition_references::resolves(const reference& r) const {
    const auto found = table_by_id_.find(r.id);
    const bool any_row = r.to == "*" && found != table_by_id_.end() && found->second != cues;
    return any_row || (found != table_by_id_.end() && found->second == r.to);
}

bool definition_references::is_covered(const claim& c) const {
    if (allowed_ == claim_rule::proposals_only) return c.standing == words_of<standing>.back();
    // What is proposed is ours or the organization's own, and may cite whatever it builds on.
    std::size_t best = rank_of("proposed");
    for (const std::string_view id : c.sources) {
        const auto found = standing_by_source_.find(id);
        // An unknown source is a problem of its own.
        if (found == standing_by_source_.end()) return true;
        best = std::min(best, rank_of(found->second));
    }
    return rank_of(c.standing) >= best;
}

void definition_references::add_drift(std::string_view its_class, std::int64_t severity, json_value at) {
    drift_.push_back({its_class, severity, at});
}

void definition_references::add_drift_class(std::string_view id, std::int64_t severity) {
    severity_by_class_.try_emplace(id, severity);
}

void definition_references::check() {
    for (const graded& each : drift_) {
        const auto found = severity_by_class_.find(each.its_class);
        if (found != severity_by_class_.end() && found->second != each.severity)
            problems_->add(status::rule_conflict, each.at);
    }
    for (const reference& r : references_)
        if (!resolves(r)) problems_->add(status::reference_unknown, r.at);
    for (const claim& c : claims_)
        if (!is_covered(c)) problems_->add(status::claim_uncovered, c.at);
}

}  // namespace peersupport::exchange
