// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/role_check.hpp"
#include "peersupport/review/rule_examples.hpp"

#include <algorithm>
#include <string_view>

namespace peersupport {

namespace {

class trial {
public:
    explicit trial(const rule_set& rules) : rules_(rules), checker_(rules) {}

    std::vector<failing_example> run() && {
        for (std::size_t r = 0; r < rules_.rules().size(); ++r)
            for (const language in : {language::en, language::fr})
                if (const auto& said = rules_.rules()[r].languages[static_cast<std::size_t>(in)]) {
                    try_all(r, in, true, said->bad);
                    try_all(r, in, false, said->ok);
                }
        return std::move(failing_);
    }

private:
    void try_all(std::size_t rule, language in, bool bad, const std::vector<std::string>& examples) {
        for (std::size_t i = 0; i < examples.size(); ++i)
            if (speaks_up(rule, in, examples[i]) != bad) failing_.push_back({rules_.rules()[rule].id, in, bad, i});
    }

    bool speaks_up(std::size_t rule, language in, std::string_view example) {
        role_description what{example};
        what.written_in = in;
        const auto report = checker_.check(what);
        if (!report) return false;
        if (rules_.rules()[rule].category == review_category::part)
            return std::ranges::any_of(report->components, [&](const role_component& c) { return c.rule == rule && c.state != component_state::present; });
        return std::ranges::any_of(report->findings, [&](const role_finding& f) { return f.found.rule == rule && f.found.suppressed_by == suppression::none; });
    }

    const rule_set& rules_;
    role_checker checker_;
    std::vector<failing_example> failing_;
};

}  // namespace

std::vector<failing_example> failing_role_examples(const rule_set& rules) { return trial(rules).run(); }

}  // namespace peersupport
