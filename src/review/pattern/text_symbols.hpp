// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/signature.hpp"
#include "review/pattern/symbol.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// A shape only patterns ask for: a mark that ends what a gap may reach over.
inline constexpr std::uint32_t breaks_gap = 1U << 15U;

/// A text as patterns see it: what each token is, and the phrases that begin and end beside it. Keeps its memory.
struct text_symbols {
    /// Where an index lists something under the token's symbols.
    struct token_places {
        const std::uint32_t* first = nullptr;
        std::uint32_t count = 0;
    };
    struct token_symbols {
        const symbol* all;
        std::uint32_t count;
        std::uint32_t shape;
        std::array<token_places, 3> places{};  ///< by pattern_purpose
    };
    std::vector<token_symbols> tokens;
    std::vector<signature> signatures;       ///< of token t at t + 1; of no token at both ends
    std::vector<phrase> phrases;            ///< ascending by their first token
    std::vector<std::uint32_t> first_phrase;  ///< by token, one more at the end
    std::vector<phrase> ending;             ///< the same phrases, ascending by the token behind them
    std::vector<std::uint32_t> first_ending;  ///< by the token behind them, one more at the end

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens.size()); }
    /// The token behind the sentence that begins with `from`.
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t from) const noexcept {
        std::uint32_t to = from + 1;
        while (to < size() && !(tokens[to].shape & shape::sentence)) ++to;
        return to;
    }
    /// Makes a phrase's class known to the tokens at its ends, and lists phrases by where they begin and end.
    void take_phrases(std::span<const phrase> all);
    void take_no_phrases();
};

}  // namespace peersupport::review
