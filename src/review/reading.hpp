// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "review/compiled_rules.hpp"
#include "review/language/quotation.hpp"
#include "review/language/token.hpp"
#include "review/pattern/pattern_match.hpp"
#include "review/pattern/pattern_matcher.hpp"
#include "review/pattern/text_symbols.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// One text, read once: its tokens, what is quoted and what each word stands for. Keeps its memory from text to
/// text, never the text.
struct reading {
    std::string_view text;
    language in = language::en;
    std::vector<token> tokens;
    std::vector<std::uint32_t> context;  ///< by token: bits of word_context, phrases included
    std::vector<phrase> phrases;
    std::vector<bool> hidden;  ///< by token: part of a longer name for somebody, or of theirs: "her mother"
    std::vector<quotation> quotations;
    text_symbols symbols;
    pattern_matcher matcher;

    /// Reads valid UTF-8. Without a language the text is read in the one most of its small words belong to.
    void read(std::string_view what, const compiled_rules& rules, std::optional<language> given);

    /// The language most of the text's small words belong to; nothing else is read.
    [[nodiscard]] language tell_language(std::string_view what, const compiled_rules& rules);

private:
    void cut(std::string_view what, const compiled_rules& rules);
    void join_names(const language_rules& rules);
    void find_names(const language_rules& rules);
    void find_phrases(const language_rules& rules);
    void find_persons_words(symbol as);
    void hide_parts(const language_rules& rules);
    void find_symbols(const language_rules& rules);
    void find_parts(const language_rules& rules);

    std::vector<phrase> somebody_;  ///< phrases that say who is meant; `of`: bits of word_context
    std::vector<pattern_match> phrase_matches_;
    [[nodiscard]] language told_language(const compiled_rules& rules) const;
};

}  // namespace peersupport::review
