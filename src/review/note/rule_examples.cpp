// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/rule_examples.hpp"

#include "peersupport/review/note_check.hpp"
#include "review/example_trial.hpp"

#include <algorithm>
#include <string_view>

namespace peersupport {

std::vector<failing_example> failing_examples(const rule_set& rules) {
    note_checker checker(rules);
    note_check_options as_it_stands;
    as_it_stands.profile.clear();
    return review::try_examples(rules, [&](std::size_t rule, language in, std::string_view example) {
        note what{example};
        what.written_in = in;
        const auto& kinds = rules.rules()[rule].notes;
        what.kind = kinds.empty() ? note_kind::individual : kinds.front();
        const auto report = checker.check(what, as_it_stands);
        return report && std::ranges::any_of(report->findings, [&](const text_finding& f) { return f.rule == rule && f.suppressed_by == suppression::none; });
    });
}

}  // namespace peersupport
