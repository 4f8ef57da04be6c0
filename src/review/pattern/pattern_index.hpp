// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/signature.hpp"
#include "review/pattern/symbol_places.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// What patterns are looked for.
enum class pattern_purpose : std::uint8_t {
    phrases,     ///< of several words that stand for a member of a class
    finds,       ///< what rules look for
    exceptions,  ///< what takes it back
};

/// What the nearest token that a pattern names on one side of an anchor may be.
struct anchor_side {
    signature told;
    std::uint32_t reach = 0;  ///< how many tokens away it is at most; 0: there need be none
};

/// Where to look from: an edge that every match of a pattern goes over, or over another of the same pattern.
struct anchor {
    anchor_side before, behind;
    std::uint32_t expression;
    std::uint32_t from, to : 31;  ///< nodes
    std::uint32_t ends : 1;       ///< whether nothing more need follow
};

/// An anchor, listed under each symbol that it takes. Most of those that a text comes to go no further than this.
struct index_entry {
    std::uint32_t topic;  ///< what whoever looks may not want to hear of
    std::uint32_t guard;  ///< what else must stand in the sentence; 0: nothing
    std::uint32_t anchor;
};

/// One pattern: some of the index's nodes. Brackets stand at `open` and `close`; without any, at both ends.
struct expression {
    std::uint32_t pattern;
    std::uint32_t first_node, nodes;
    std::uint32_t open, close;
    bool begins_sentence;
};

/// Where the edges of a node begin, onward or back: those that take no token, gaps, those that take a token of a set, and
/// those that take one symbol, ascending by it.
struct expression_node {
    std::uint32_t first, gaps, sets, singles, end;
    signature next;  ///< what the next token may be; whatever, where a walk may be asked to come to this node
};

/// From one node of an expression to another, by a token of a set or by none.
struct expression_edge {
    std::uint32_t takes;  ///< a set; where the set is one symbol, that symbol
    std::uint32_t node : 27;
    std::uint32_t most : 4;  ///< of a gap: how many tokens it may take
    std::uint32_t ends : 1;  ///< whether nothing more need follow
};

/// What is listed under a symbol or a shape begins here, and ends where that of the next begins.
struct listed_here {
    std::uint32_t entries, guards;
};

/// Patterns of one language as they are looked for: each is listed under the rarest symbols it cannot do without.
struct pattern_index {
    std::vector<expression> expressions;
    struct direction {
        std::vector<expression_node> nodes;
        std::vector<expression_edge> edges;
    };
    direction onward, back;
    std::vector<anchor> anchors;

    pattern_purpose purpose{};
    symbol_places places;
    std::vector<listed_here> listed;  ///< by place, one more at the end
    std::vector<index_entry> entries;
    std::vector<std::uint32_t> guards;
    std::uint32_t guard_count = 1;
};

}  // namespace peersupport::review
