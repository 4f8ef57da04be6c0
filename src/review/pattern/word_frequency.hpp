// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/language/vocabulary.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// How often words stand in texts like those that will be read: the examples of rules.
class word_frequency {
public:
    void read(std::string_view text);
    /// In how many places the word stands.
    [[nodiscard]] std::uint32_t count_of(std::string_view folded) const noexcept;

private:
    vocabulary words_;
    std::vector<std::uint32_t> counts_;  ///< by word
    std::vector<token> tokens_;
};

}  // namespace peersupport::review
