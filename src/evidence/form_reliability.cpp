// SPDX-License-Identifier: Apache-2.0
#include "evidence/form_reliability.hpp"

#include "peersupport/evidence/reliability.hpp"

#include <algorithm>
#include <map>

namespace peersupport::evidence {
namespace {

struct value_reliability {
    std::int64_t people = 0;
    std::optional<double> lower;
};

/// Alpha of a value's items alone; n is the smallest number of people behind a pair of them.
value_reliability alpha_of(const covariance_matrix& form, const std::vector<std::size_t>& items, double confidence) {
    std::vector<double> part;
    std::int64_t n = form.rows();
    for (const std::size_t i : items)
        for (const std::size_t j : items) {
            part.push_back(form(i, j));
            n = std::min(n, form.pairs(i, j));
        }
    const auto matrix = covariance_matrix::of(part, items.size(), n);
    if (!matrix) return {n, std::nullopt};
    reliability_rule rule;
    rule.confidence = confidence;
    const statistic alpha = cronbach_alpha(matrix.value(), rule);
    return {n, alpha.why == statistic_reason::computed ? std::optional(alpha.low) : std::nullopt};
}

}  // namespace

std::vector<form_reliability> reliability_of(const assessment& at, std::string_view wave) {
    const read_form& form = at.structure.receivers();
    std::map<std::string_view, gram> languages;
    for (const tally_cell& c : at.from.cells()) {
        if (c.key.form != form.asked->id || c.key.wave != wave || c.points.columns() == 0) continue;
        gram& sums = languages.try_emplace(c.key.language, c.points.columns()).first->second;
        if (sums.merge(c.points) != status::ok) return {};
    }
    std::vector<form_reliability> to;
    for (const auto& [language, sums] : languages) {
        const covariance_matrix matrix = covariance_matrix::of(sums, missing_rows::pairwise);
        form_reliability found{language, sums.rows(), 1.0};
        for (const value_place& v : form.values) {
            const value_reliability r = alpha_of(matrix, v.items, at.rules.interval.confidence);
            found.people = std::min(found.people, r.people);
            found.lower = found.lower && r.lower ? std::optional(std::min(*found.lower, *r.lower)) : std::nullopt;
        }
        to.push_back(found);
    }
    return to;
}

}  // namespace peersupport::evidence
