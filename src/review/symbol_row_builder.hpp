// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/element_sets.hpp"
#include "review/pattern/symbol_places.hpp"
#include "review/symbol_rows.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Puts together what each word is.
class symbol_row_builder {
public:
    symbol_row_builder(std::span<const symbol> people, std::span<const std::uint32_t> class_context, std::array<const symbol_places*, 3> indexes)
        : people_(people), class_context_(class_context), indexes_(indexes) {}
    [[nodiscard]] symbol_rows build(const element_sets& from);

private:
    [[nodiscard]] bool is_people(symbol s) const noexcept;
    void add_places(symbol_row& row);
    [[nodiscard]] symbol_row add(std::uint32_t word, std::span<const symbol> classes, symbol accented);

    std::span<const symbol> people_;
    std::span<const std::uint32_t> class_context_;
    std::array<const symbol_places*, 3> indexes_;  ///< by pattern_purpose
    symbol_rows made_;
};

}  // namespace peersupport::review
