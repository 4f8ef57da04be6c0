// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/pattern_draft.hpp"
#include "review/pattern/pattern_index.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// Puts drafts of patterns together and lists their anchors.
class pattern_index_builder {
public:
    void add(const pattern_draft& draft, std::uint32_t number, std::uint32_t rule, bool begins_sentence, const word_set_table& table);
    /// How many words, classes and accented words there are is known at the end.
    [[nodiscard]] pattern_index finish(const word_set_table& table, std::uint32_t words, std::uint32_t classes, std::uint32_t accented) &&;

private:
    struct listed {
        std::uint64_t before, behind;
        std::uint32_t set, rule;
    };
    void find_ends(const pattern_draft& draft);
    void sort_edges(const pattern_draft& draft, const word_set_table& table);
    [[nodiscard]] std::uint64_t before(const pattern_draft& draft, std::uint32_t node, const word_set_table& table);
    [[nodiscard]] std::uint64_t behind(const pattern_draft& draft, std::uint32_t node, const word_set_table& table);
    template <class Take>
    void each_place(const word_set& set, const word_set_table& table, Take take) const;

    pattern_index made_;
    std::vector<listed> listed_;  ///< by anchor
    std::vector<std::uint32_t> counts_;
    std::vector<bool> reached_, ends_;
};

}  // namespace peersupport::review
