// SPDX-License-Identifier: Apache-2.0
// Small packs of rules, and notes checked by them.
#pragma once

#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/note_check.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::testing {

/// A pack whose rules are given as members of "en" and "fr" each, with some words of context.
inline std::string pack_json(const std::string& rules, const std::string& id = "small") {
    return R"({"format": "peersupport-review-rules-1", "id": ")" + id + R"(", "version": "1.0.0",
      "classes": {"en": {"person": ["he", "she", "they", "client"], "kin": ["mother"], "staff": ["nurse"], "poss": ["her", "his"], "author": ["i", "we"]},
                  "fr": {"person": ["il", "elle"], "kin": ["mère"], "poss": ["sa", "son"], "author": ["je", "j'"]}},
      "context": {"en": {"negation": ["not", "n't", "never", "no"], "pseudo_negation": ["not only"], "terminator": ["but"],
                         "speech_verb": ["said", "says", "told"], "speech_by": ["according to"], "mention": ["the word"], "hypothesis": ["if"],
                         "person": ["he", "she", "they", "client"], "author": ["i", "we", "me"], "third": ["nurse", "doctor"], "family": ["mother"],
                         "common_words": ["monday"], "stopwords": ["the", "and", "of", "is"], "doubt": ["claims", "again"]},
                  "fr": {"negation": ["ne", "n'", "pas", "jamais"], "pseudo_negation": ["ne *1 que", "n' *1 que"], "speech_verb": ["dit", "dire"], "object": ["m'", "lui"],
                         "person": ["il", "elle"], "author": ["je", "j'", "m'"], "third": ["infirmière"], "stopwords": ["le", "la", "et", "est"], "terminator": ["mais"]}},
      "rules": [)" + rules + "]}";
}

/// A rule of the category STIG that looks for patterns of one language, as the file writes them.
inline std::string rule_json(const std::string& id, const std::string& language, const std::string& patterns, const std::string& more = {}, const std::string& inside = {}) {
    return R"({"id": ")" + id + R"(", "category": "STIG", "severity": "error", "sureness": "high", )" + more + "\"" + language +
           R"(": {"title": "t", "message": "m", "explanation": "e", "suggest": ["s"], "patterns": )" + patterns + inside + R"(, "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}})";
}

inline rule_set compiled(std::initializer_list<std::string> packs) {
    std::vector<rule_pack> read;
    for (const std::string& json : packs) {
        auto pack = read_rule_pack(json);
        if (!pack) ADD_FAILURE() << "pack: " << status_name(pack.problems().code()) << " " << pack.problems().problems.front().path;
        else read.push_back(*std::move(pack));
    }
    auto made = rule_set::compile(std::move(read));
    if (!made) ADD_FAILURE() << "rules: " << status_name(made.problems().code()) << " " << made.problems().problems.front().path;
    return *std::move(made);
}

inline rule_set one_rule(const std::string& language, const std::string& patterns, const std::string& more = {}, const std::string& inside = {}) {
    return compiled({pack_json(rule_json("STIG-900", language, patterns, more, inside))});
}

inline note_report checked(const rule_set& rules, std::string_view text, language in = language::en) {
    note what{text};
    what.written_in = in;
    auto report = note_checker(rules).check(what);
    EXPECT_TRUE(report.has_value());
    return report ? *std::move(report) : note_report{};
}

/// What is underlined, weight or not.
inline std::vector<std::string> found(const rule_set& rules, std::string_view text, language in = language::en) {
    std::vector<std::string> words;
    for (const text_finding& f : checked(rules, text, in).findings) words.emplace_back(text.substr(f.span.byte_begin, f.span.byte_end - f.span.byte_begin));
    return words;
}

/// Why the only finding carries no weight.
inline suppression why(const rule_set& rules, std::string_view text, language in = language::en) {
    const note_report report = checked(rules, text, in);
    EXPECT_EQ(report.findings.size(), 1U) << text;
    return report.findings.empty() ? suppression::baseline : report.findings.front().suppressed_by;
}

using words = std::vector<std::string>;

}  // namespace peersupport::testing
