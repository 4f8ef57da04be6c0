// SPDX-License-Identifier: Apache-2.0
#include "review/role/role_log.hpp"

#include <algorithm>
#include <string>

namespace peersupport::review {
namespace {

constexpr std::string_view prefix = "activity-", outside = "activity-outside-role", unclassified = "activity-unclassified";

bool carries_weight(const role_finding& f) noexcept { return f.found.suppressed_by == suppression::none; }

const role_finding* first_of(std::span<const role_finding> findings, const compiled_rules& rules, review_category category) noexcept {
    const auto at = std::ranges::find_if(findings, [&](const role_finding& f) {
        if (rules.rules[f.found.rule].category != category) return false;
        return carries_weight(f) || (category == review_category::duty && f.polarity == duty_polarity::helps);
    });
    return at == findings.end() ? nullptr : &*at;
}

}  // namespace

const activity_code* find_activity(const definition& by, std::string_view id) noexcept {
    if (const auto* row = by.find<activity_code>(id)) return row;
    for (const activity_code& row : by.activity_codes())
        if (row.id.substr(prefix.size()) == id) return &row;
    return nullptr;
}

role_entry entry_of(const role_activity& row, std::span<const role_finding> findings, const compiled_rules& rules, const definition& by) {
    role_entry made{activity_kind::review, std::string(unclassified), {}, row.minutes};
    if (const role_finding* drifted = first_of(findings, rules, review_category::drift)) {
        made.kind = activity_kind::outside;
        made.code = outside;
        made.row = drifted->row;
        return made;
    }
    const role_finding* done = first_of(findings, rules, review_category::duty);
    const duty* known = done ? by.find<duty>(done->row) : nullptr;
    const activity_code* code = find_activity(by, row.code.empty() && known ? known->activity : row.code);
    if (!code) return made;
    made.kind = code->kind;
    made.code = code->id;
    if (row.code.empty()) made.row = known->id;
    return made;
}

}  // namespace peersupport::review
