// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace peersupport {

/// A text written as a template argument, so that it lives as long as the program.
template <std::size_t Size>
struct literal {
    char characters[Size]{};

    // NOLINTNEXTLINE(google-explicit-constructor): written as cites<"src-a", "src-b">
    consteval literal(const char (&text)[Size]) noexcept {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = text[i];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        return {characters, Size - 1};
    }
};

/// The sources of one row, written on the row: `.sources = cites<"src-a", "src-b">`.
template <literal... Ids>
inline constexpr std::array<std::string_view, sizeof...(Ids)> cites{Ids.view()...};

/// The rows one row refers to: `.values = ids<"self-determination">`.
template <literal... Ids>
inline constexpr std::array<std::string_view, sizeof...(Ids)> ids{Ids.view()...};

/// Words to look for in a text: `.cues_en = phrases<"room search", "bag check">`.
template <literal... Phrases>
inline constexpr std::array<std::string_view, sizeof...(Phrases)> phrases{Phrases.view()...};

}  // namespace peersupport
