// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/role_check.hpp"
#include "peersupport/review/rule_examples.hpp"
#include "review/example_trial.hpp"

#include <algorithm>
#include <string_view>

namespace peersupport {

std::vector<failing_example> failing_role_examples(const rule_set& rules) {
    role_checker checker(rules);
    return review::try_examples(rules, [&](std::size_t rule, language in, std::string_view example) {
        role_description what{example};
        what.written_in = in;
        const auto report = checker.check(what);
        if (!report) return false;
        if (rules.rules()[rule].category == review_category::part)
            return std::ranges::any_of(report->components, [&](const role_component& c) { return c.rule == rule && c.state != component_state::present; });
        return std::ranges::any_of(report->findings, [&](const role_finding& f) { return f.found.rule == rule && f.found.suppressed_by == suppression::none; });
    });
}

}  // namespace peersupport
