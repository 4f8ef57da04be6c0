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
    void add(const pattern_draft& draft, std::uint32_t number, std::uint32_t rule, bool begins_sentence, const word_set_table& table);
    /// How many words, classes and accented words there are is known at the end.
    [[nodiscard]] pattern_index finish(const word_set_table& table, const symbol_counts& counts) &&;

private:
    struct listed {
        std::uint64_t before, behind;
        std::uint32_t set, guard, rule;
    };
    struct guard_set {
        std::uint32_t guard, set;
    };
    [[nodiscard]] std::uint32_t guard_of(const std::vector<std::uint32_t>& sets);
    void find_ends(const pattern_draft& draft);
    void sort_edges(const pattern_draft& draft, const word_set_table& table);
    [[nodiscard]] std::uint64_t before(const pattern_draft& draft, std::uint32_t node, const word_set_table& table);
    [[nodiscard]] std::uint64_t behind(const pattern_draft& draft, std::uint32_t node, const word_set_table& table);

    pattern_index made_;
    std::vector<listed> listed_;  ///< by anchor
    std::vector<guard_set> guard_sets_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> guards_;
    std::vector<std::uint32_t> counts_;
    std::vector<bool> reached_, ends_;
};

}  // namespace peersupport::review
