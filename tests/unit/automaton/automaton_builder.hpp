// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "automaton.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace peersupport::automaton_oracle {

using namespace review;

/// Puts an automaton together. Patterns that begin alike share their beginning.
class automaton_builder {
public:
    using node_number = std::uint32_t;
    automaton_builder();

    [[nodiscard]] node_number root() const noexcept { return 0; }
    [[nodiscard]] node_number sentence_root() const noexcept { return 1; }
    [[nodiscard]] node_number add_node();
    /// The node behind an element that is written so, and whether it is new.
    [[nodiscard]] std::pair<node_number, bool> child(node_number from, const std::string& written);
    void add_edge(node_number from, symbol s, node_number to);
    void add_shape_edge(node_number from, std::uint32_t any_of, node_number to);
    void add_epsilon(node_number from, node_number to);
    void set_gap(node_number at, unsigned most);
    void set_open(node_number at);
    void set_close(node_number at);
    void accept(node_number at, std::uint32_t pattern);

    [[nodiscard]] automaton finish() &&;

private:
    struct draft {
        automaton::node node;
        std::map<symbol, std::vector<node_number>> edges;
        std::vector<automaton::shape_edge> shapes;
        std::vector<node_number> epsilons;
        std::vector<std::uint32_t> accepts;
        std::unordered_map<std::string, node_number> children;
    };
    std::vector<draft> nodes_;
};

}  // namespace peersupport::automaton_oracle
