// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/element_sets.hpp"
#include "review/pattern/pattern.hpp"
#include "review/pattern/pattern_draft.hpp"
#include "review/pattern/pattern_index_builder.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// Turns patterns into indexes over a vocabulary, and classes into symbols of words and phrases.
class pattern_compiler {
public:
    pattern_compiler(language of, vocabulary& words) : sets(of, words), words_(words), draft_(sets) {}

    /// Adds a member to a class. False when it names a class nobody has made known.
    [[nodiscard]] bool add_member(std::uint32_t of, const pattern& member);
    /// Adds a row of elements under a number. False when it names a class nobody has made known.
    [[nodiscard]] bool add(pattern_purpose of, element_row row, std::uint32_t number, std::uint32_t topic);

    struct compiled {
        pattern_index phrases;  ///< its pattern numbers are classes
        pattern_index finds, exceptions;
    };
    [[nodiscard]] compiled finish() &&;

    element_sets sets;

private:
    [[nodiscard]] bool add_from(pattern_purpose of, const element_row& row, std::uint32_t number, std::uint32_t topic, bool begins_sentence);
    [[nodiscard]] bool draft(pattern_purpose of, const element_row& row, std::uint32_t number, std::uint32_t topic, bool begins_sentence);

    vocabulary& words_;
    pattern_draft draft_;
    pattern_index_builder builders_[3];
};

}  // namespace peersupport::review
