// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/pattern_draft.hpp"
#include "review/pattern/pattern_index.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace peersupport::review {

/// Puts drafts of patterns together and lists their anchors.
class pattern_index_builder {
public:
    void add(const pattern_draft& draft, std::uint32_t number, std::uint32_t topic, bool begins_sentence, const word_set_table& table);
    /// How many words, classes and accented words there are is known at the end.
    [[nodiscard]] pattern_index finish(const word_set_table& table, const symbol_counts& counts) &&;

private:
    struct listed {
        std::uint32_t set, guard, topic;
    };
    struct guard_set {
        std::uint32_t guard, set;
    };
    void list(const word_set_table& table, const symbol_counts& counts);
    [[nodiscard]] std::uint32_t guard_of(const std::vector<std::uint32_t>& sets);
    void sort_ways(const pattern_draft& draft);
    /// The draft's edges in the order of reading on, or back, from the nearer node to the farther.
    struct way {
        const std::vector<pattern_draft::edge>* ways;
        std::uint32_t pattern_draft::edge::*near;
        std::uint32_t pattern_draft::edge::*far;
    };
    void place(const pattern_draft& draft, const way& along, const word_set_table& table, pattern_index::direction& to);
    [[nodiscard]] anchor_side beside(const way& along, std::uint32_t node, std::uint32_t goal, const word_set_table& table);

    pattern_index made_;
    std::vector<listed> listed_;  ///< by anchor
    std::vector<guard_set> guard_sets_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> guards_;
    std::vector<std::uint32_t> counts_;
    std::vector<bool> ends_;
    std::vector<std::uint32_t> distance_;
    std::vector<pattern_draft::edge> onward_, back_;  ///< of the draft that is being added
};

}  // namespace peersupport::review
