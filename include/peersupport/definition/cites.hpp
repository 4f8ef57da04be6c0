// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace peersupport {

/// A source id written as a template argument, so that it lives as long as the program.
template <std::size_t Size>
struct source_id {
    char characters[Size]{};

    // NOLINTNEXTLINE(google-explicit-constructor): written as cites<"src-a", "src-b">
    consteval source_id(const char (&text)[Size]) noexcept {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = text[i];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        return {characters, Size - 1};
    }
};

/// The sources of one row, written on the row: `.sources = cites<"src-a", "src-b">`.
template <source_id... Ids>
inline constexpr std::array<std::string_view, sizeof...(Ids)> cites{Ids.view()...};

}  // namespace peersupport
