// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/review_rule.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport {

/// A stretch of a text in three units, and where it begins for people.
struct text_span {
    std::size_t byte_begin = 0, byte_end = 0;    ///< UTF-8
    std::size_t begin = 0, end = 0;              ///< code points
    std::size_t utf16_begin = 0, utf16_end = 0;  ///< UTF-16 code units
    std::size_t line = 0, column = 0;            ///< from 1, code points; 0: no place in the text
    std::size_t end_line = 0, end_column = 0;    ///< behind the last character
    friend bool operator==(const text_span&, const text_span&) = default;
};

/// What stands around a finding. Bits of text_finding::context.
enum class finding_context : std::uint8_t {
    persons_words = 1,   ///< quoted or reported words of the person
    authors_words = 2,   ///< quoted words of the writer
    others_words = 4,    ///< quoted or reported words of somebody else
    negated = 8,
    hypothetical = 16,
    mentioned = 32,      ///< talked about as a word
    about_others = 64,   ///< the sentence is about family or others
};

/// Why a finding carries no weight.
enum class suppression : std::uint8_t { none, quotation, negation, hypothesis, mention, profile, baseline, polarity, exemption };

/// One place of a text, or one thing it lacks, and the rule that speaks of it. Holds no text of the note.
struct text_finding {
    std::size_t rule = 0;  ///< place in rule_set::rules()
    review_severity severity{};
    review_sureness sureness{};
    std::string field;   ///< "text", or the field the span counts in; for what is missing: the field that would hold it
    text_span span;      ///< of what is missing: the nearest that comes near it, or nothing
    std::uint8_t context = 0;
    suppression suppressed_by = suppression::none;
    std::vector<std::string> suggestions;  ///< in the language of the text
    std::string fingerprint;  ///< 16 hexadecimal digits: rule, words and their neighbours, whatever the place
    friend bool operator==(const text_finding&, const text_finding&) = default;
};

}  // namespace peersupport
