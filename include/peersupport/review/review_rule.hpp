// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// What a rule of the note check or the role check is about.
enum class review_category : std::uint8_t {
    clin,   ///< clinical or diagnostic language
    stig,   ///< stigmatizing terms
    judg,   ///< judgment, doubt, inference
    powr,   ///< power over the person
    req,    ///< what a note lacks
    priv,   ///< privacy, of the person and of others
    safe,   ///< crisis and duties to report: questions, never accusations
    acc,    ///< accuracy and form
    drift,  ///< work that is not peer support
    duty,   ///< work within a role
    cond,   ///< work that is within a role under conditions: ask first
    part,   ///< what a job description lacks
};
inline constexpr std::size_t review_categories = 12;

enum class review_severity : std::uint8_t { info, warning, error };
/// How often a rule that speaks up is right.
enum class review_sureness : std::uint8_t { low, medium, high };

/// How a rule finds what it speaks of.
enum class review_kind : std::uint8_t {
    term,    ///< its patterns, wherever they stand
    absent,  ///< the whole note, when nothing shows an element
    cue,     ///< its patterns, unless the note has what they call for
    engine,  ///< what patterns cannot say
};

/// What the library finds without patterns, beside those a rule may have.
enum class review_finder : std::uint8_t {
    none,
    scare_quotes,      ///< one to three words in quotation marks that put somebody in doubt
    impossible_times,  ///< times and dates that cannot be, in the text or between fields
    repeated_text,     ///< a sentence that stands twice
};

/// In whose quoted or reported words a rule stays silent.
enum class review_quotation : std::uint8_t { person, any, keep };
/// Whether a context takes the weight from a finding.
enum class review_context : std::uint8_t { suppress, keep };

/// What kind of note it is.
enum class note_kind : std::uint8_t { individual, group, crisis, late, minimal };
inline constexpr std::size_t note_kinds = 5;

struct review_pattern {
    std::string find;
    std::string row;  ///< id of the definition that it stands for; empty: the rule's
    std::vector<std::string> suggest;  ///< instead of the rule's
    std::vector<std::string> not_before, not_after, not_within;
    std::optional<review_severity> severity;
    std::optional<review_sureness> sureness;
    friend bool operator==(const review_pattern&, const review_pattern&) = default;
};

/// What a rule says and looks for in one language.
struct review_language {
    std::string title;
    std::string message;
    std::string explanation;
    std::vector<std::string> suggest;
    std::vector<review_pattern> patterns;
    std::vector<std::string> except;
    std::vector<review_pattern> evidence;  ///< any of them shows the element
    std::vector<std::string> partial;   ///< comes near it
    std::vector<std::vector<review_pattern>> unless;  ///< one of each list is called for
    std::vector<std::string> bad, ok;              ///< examples: the rule speaks up, or stays silent
    friend bool operator==(const review_language&, const review_language&) = default;
};

struct review_rule {
    std::string id;  ///< "STIG-001"
    review_category category{};
    review_kind kind{};
    review_severity severity{};
    review_sureness sureness{};
    std::string row;  ///< id of the definition: a duty, a conditional duty, a drift, a component of job descriptions
    std::vector<std::string> guidelines, values, sources;  ///< ids of the definition
    peersupport::standing standing{};
    review_quotation quotation = review_quotation::person;
    review_context negation = review_context::suppress;
    review_context mention = review_context::suppress;
    review_context hypothesis = review_context::keep;
    review_finder finder{};
    std::uint32_t least_words = 0;           ///< of an element or a finder: asked of texts so long
    bool unquoted = false;                   ///< evidence within the person's quoted words does not count
    std::vector<std::string> fields;         ///< any of them filled shows the element
    std::vector<std::string> cue_fields;     ///< a yes in any of them is a cue, a no says there is none
    bool always = false;                     ///< a cue for every note of the kinds in `notes`
    std::vector<std::string> unless_fields;  ///< any of them filled is what a cue calls for
    std::vector<note_kind> notes;            ///< asked of these; empty: of all
    std::array<std::optional<review_language>, 2> languages;  ///< by `language`

    /// What it says in one language, or in the other where it knows only that.
    [[nodiscard]] const review_language& words_in(language in) const {
        const auto& wanted = languages[static_cast<std::size_t>(in)];
        return wanted ? *wanted : *languages[in == language::fr ? 0 : 1];
    }
    friend bool operator==(const review_rule&, const review_rule&) = default;
};

}  // namespace peersupport
