// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/symbol_list.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Where to look from: an edge that every match of a pattern goes over, or over another of the same pattern.
struct anchor {
    std::uint32_t expression;
    std::uint32_t from, to : 31;  ///< nodes
    std::uint32_t ends : 1;       ///< whether nothing more need follow
};

/// An anchor, listed under each symbol that it takes.
struct index_entry {
    std::uint64_t before, behind;  ///< signatures that the tokens beside it may have
    std::uint32_t anchor;
    std::uint32_t guard;  ///< what else must stand in the sentence; 0: nothing
    std::uint32_t rule;
};

/// One pattern: some of the index's nodes. Brackets stand at `open` and `close`; without any, at both ends.
struct expression {
    std::uint32_t pattern;
    std::uint32_t first_node, nodes;
    std::uint32_t open, close;
    bool begins_sentence;
};

/// From one node of an expression to another, by a token of a set or by none.
struct expression_edge {
    std::uint64_t signature;  ///< of the set; where the set is one symbol, that symbol
    std::uint32_t set;
    std::uint32_t node : 31;
    std::uint32_t ends : 1;  ///< whether nothing more need follow
};

/// Patterns of one language as they are looked for: each is listed under the rarest symbols it cannot do without.
struct pattern_index {
    std::vector<expression> expressions;
    std::vector<std::uint32_t> first_out, first_in;  ///< by node, one more at the end
    std::vector<std::uint32_t> first_single_out, first_single_in;  ///< by node: its edges that take one symbol, ascending by it
    std::vector<expression_edge> out, in;
    std::vector<anchor> anchors;

    symbol_list<index_entry> entries;
    symbol_list<std::uint32_t> guards;
    std::uint32_t guard_count = 1;
};

}  // namespace peersupport::review
