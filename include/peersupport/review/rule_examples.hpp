// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_set.hpp"
#include "peersupport/text/language.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace peersupport {

/// An example of a rule that does not come out as the rule says.
struct failing_example {
    std::string rule;
    language in{};
    bool bad = false;       ///< one in which the rule should speak up, and stays silent; otherwise the other way round
    std::size_t place = 0;  ///< among the rule's examples of this kind
    friend bool operator==(const failing_example&, const failing_example&) = default;
};

/// Checks every example of every rule as a note of the kind the rule is about, without a profile. Empty when all come
/// out right. For writers of rules, and for the build of this library, which fails otherwise.
[[nodiscard]] std::vector<failing_example> failing_examples(const rule_set& rules);

/// The same for rules of the role check: of a component, `bad` examples lack it and `ok` examples show it.
[[nodiscard]] std::vector<failing_example> failing_role_examples(const rule_set& rules);

}  // namespace peersupport
