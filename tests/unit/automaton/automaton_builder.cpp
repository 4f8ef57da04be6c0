// SPDX-License-Identifier: Apache-2.0
#include "automaton_builder.hpp"

#include <algorithm>

namespace peersupport::automaton_oracle {

using namespace review;

automaton_builder::automaton_builder() : nodes_(2) {}

automaton_builder::node_number automaton_builder::add_node() {
    nodes_.emplace_back();
    return static_cast<node_number>(nodes_.size() - 1);
}

std::pair<automaton_builder::node_number, bool> automaton_builder::child(node_number from, const std::string& written) {
    if (const auto at = nodes_[from].children.find(written); at != nodes_[from].children.end()) return {at->second, false};
    const node_number made = add_node();
    nodes_[from].children.emplace(written, made);
    return {made, true};
}

void automaton_builder::add_edge(node_number from, symbol s, node_number to) {
    auto& targets = nodes_[from].edges[s];
    if (std::ranges::find(targets, to) == targets.end()) targets.push_back(to);
}

void automaton_builder::add_shape_edge(node_number from, std::uint32_t any_of, node_number to) {
    nodes_[from].shapes.push_back({any_of, to});
}

void automaton_builder::add_epsilon(node_number from, node_number to) { nodes_[from].epsilons.push_back(to); }
void automaton_builder::set_gap(node_number at, unsigned most) { nodes_[at].node.gap = static_cast<std::uint8_t>(most); }
void automaton_builder::set_open(node_number at) { nodes_[at].node.open = true; }
void automaton_builder::set_close(node_number at) { nodes_[at].node.close = true; }
void automaton_builder::accept(node_number at, std::uint32_t pattern) { nodes_[at].accepts.push_back(pattern); }

automaton automaton_builder::finish() && {
    automaton made;
    std::size_t edges = 0;
    for (const draft& d : nodes_) edges += d.edges.size();
    std::size_t slots = 16;
    while (slots < edges * 2) slots *= 2;
    made.slots_.resize(slots);
    for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
        draft& from = nodes_[at];
        automaton::node n = from.node;
        n.goes_on = !from.edges.empty() || !from.shapes.empty() || n.gap > 0;
        n.first_accept = static_cast<std::uint32_t>(made.accepts_.size());
        n.accept_count = static_cast<std::uint32_t>(from.accepts.size());
        made.accepts_.insert(made.accepts_.end(), from.accepts.begin(), from.accepts.end());
        n.first_epsilon = static_cast<std::uint32_t>(made.epsilons_.size());
        n.epsilon_count = static_cast<std::uint32_t>(from.epsilons.size());
        made.epsilons_.insert(made.epsilons_.end(), from.epsilons.begin(), from.epsilons.end());
        n.first_shape = static_cast<std::uint32_t>(made.shapes_.size());
        n.shape_count = static_cast<std::uint32_t>(from.shapes.size());
        made.shapes_.insert(made.shapes_.end(), from.shapes.begin(), from.shapes.end());
        for (const auto& [s, targets] : from.edges) {
            n.filter |= automaton::bit(s);
            const std::uint64_t key = automaton::key(at, s);
            std::size_t slot = (key * 0x9E3779B97F4A7C15ULL) >> 40U;
            while (made.slots_[slot & (slots - 1)].key) ++slot;
            made.slots_[slot & (slots - 1)] = {key, {static_cast<std::uint32_t>(made.targets_.size()), static_cast<std::uint32_t>(targets.size())}};
            made.targets_.insert(made.targets_.end(), targets.begin(), targets.end());
        }
        made.nodes_.push_back(n);
    }
    return made;
}

}  // namespace peersupport::automaton_oracle
