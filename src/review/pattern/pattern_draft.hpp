// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/element_sets.hpp"
#include "review/pattern/pattern.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Elements one after the other, wherever each of them is kept.
using element_row = std::vector<const pattern_element*>;

/// One pattern as nodes between its elements. Nodes ascend from the beginning to the end, so that whoever goes through
/// them in order never comes back; every way passes the nodes where brackets open and close.
class pattern_draft {
public:
    static constexpr std::uint32_t nothing = 0xFFFFFFFFU;  ///< the set of an edge that takes no token
    struct edge {
        std::uint32_t from, set, to;
        std::uint32_t most = 0;  ///< of a gap: how many tokens it may take
    };

    explicit pattern_draft(element_sets& sets) : sets_(sets) {}

    /// Makes the draft of a row without ^; an opening or closing bracket stands at the top only. False when it names a
    /// class nobody knows.
    [[nodiscard]] bool make(const element_row& row);

    std::vector<edge> edges;
    std::vector<std::uint32_t> anchors;  ///< edges: every match goes over one of them; none when nothing can match
    std::vector<std::uint32_t> guards;   ///< sets: every match also needs a token of one of them; none when it needs no more
    std::uint32_t nodes = 0, open = 0, close = 0;

private:
    struct choice {
        std::uint64_t cost = dearest;
        std::vector<std::uint32_t> edges;
    };
    static constexpr std::uint64_t dearest = ~0ULL;
    static constexpr std::uint64_t dearest_guard = 1600;  ///< what stands in every second sentence guards little

    bool row(std::span<const pattern_element* const> elements, std::uint32_t from, bool first, choice& best);
    bool element(const pattern_element& e, std::uint32_t from, bool first, choice& best);
    bool words(const pattern_element& e, std::uint32_t from, choice& best);
    bool group(const pattern_element& e, std::uint32_t from, bool first, choice& best);
    void gap(std::uint32_t from, unsigned most);
    std::uint32_t add_edge(std::uint32_t from, std::uint32_t set);
    void keep(choice& best, std::uint64_t cost, std::uint32_t at) const;
    std::uint32_t land(std::size_t mark);
    void choose(choice& best, const choice& second);

    element_sets& sets_;
    std::vector<std::uint32_t> pending_;  ///< edges that do not know yet where they lead
};

}  // namespace peersupport::review
