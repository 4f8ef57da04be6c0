// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note.hpp"
#include "peersupport/review/note_report.hpp"
#include "review/applied_profile.hpp"
#include "review/compiled_rules.hpp"
#include "review/text_review.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// What the texts of one note show of the elements it is asked for, and of what its cues call for.
class note_elements {
public:
    void clear(std::size_t rules);
    /// Takes in what was read last, the text or a field; `field` is a literal. Places are kept for the note's text only.
    void take(const text_review& from, const compiled_rules& rules, std::string_view field, bool persons);
    /// Takes from the report the cues that the note answers, and says those nothing in the text called up.
    void answer_cues(const note& what, const compiled_rules& rules, note_report& to) const;
    /// Writes the state of every element, and a finding for each that is missing.
    void ask(const note& what, const compiled_rules& rules, const applied_profile& profile, note_report& to) const;
    [[nodiscard]] std::uint8_t kinds() const noexcept { return kinds_; }

private:
    [[nodiscard]] bool answered(const note& what, const compiled_rules& rules, const note_report& in, std::size_t rule) const;

    std::vector<std::string_view> shown_in_;  ///< by rule: the text or field that first shows it; empty: none does
    std::vector<std::uint8_t> called_for_;    ///< by rule: a bit for each list of `unless`
    std::vector<text_span> where_, near_;     ///< by rule, in the text
    std::size_t words_ = 0;
    std::uint8_t kinds_ = 0;
};

}  // namespace peersupport::review
