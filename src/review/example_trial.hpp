// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_examples.hpp"

#include <cstddef>
#include <vector>

namespace peersupport::review {

/// Every example that does not come out as its rule says. `speaks_up(rule's place, language, example)` tries one.
template <class SpeaksUp>
[[nodiscard]] std::vector<failing_example> try_examples(const rule_set& rules, SpeaksUp speaks_up) {
    std::vector<failing_example> failing;
    for (std::size_t r = 0; r < rules.rules().size(); ++r) {
        const review_rule& rule = rules.rules()[r];
        for (const language in : {language::en, language::fr}) {
            const auto& said = rule.languages[static_cast<std::size_t>(in)];
            if (!said) continue;
            for (const bool bad : {true, false}) {
                const auto& examples = bad ? said->bad : said->ok;
                for (std::size_t i = 0; i < examples.size(); ++i)
                    if (speaks_up(r, in, examples[i]) != bad) failing.push_back({rule.id, in, bad, i});
            }
        }
    }
    return failing;
}

}  // namespace peersupport::review
