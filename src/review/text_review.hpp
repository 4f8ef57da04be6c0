// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/text_finding.hpp"
#include "review/compiled_rules.hpp"
#include "review/reading.hpp"
#include "review/rule_matches.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::review {

/// Reads one text and says what the patterns of the rules find in it, context weighed.
struct text_review {
    reading read;
    rule_matches matches;

    /// Appends to `to`, ascending by place. `persons` says that the whole text is the person's words.
    void run(std::string_view text, std::string_view field, bool persons, std::optional<language> given, const compiled_rules& rules,
             std::vector<text_finding>& to);

private:
    [[nodiscard]] bool ask_once(const rule_match& found);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> asked_;  ///< rule and sentence
};

}  // namespace peersupport::review
