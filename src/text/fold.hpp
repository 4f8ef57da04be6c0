// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace peersupport {

/// One letter or digit as it is compared: lower case, without accents; 0 for everything else.
struct folded {
    char letter = 0;       ///< 'a'..'z', '0'..'9'; other letters keep their first byte
    char second = 0;       ///< œ and æ fold to two letters
    std::size_t bytes = 1; ///< that the character takes in the text
    bool is_mark = false;  ///< an accent that stands after its letter
};

/// Folds the character that begins at `at` in valid UTF-8. Knows the letters of English and French.
[[nodiscard]] folded fold(std::string_view text, std::size_t at) noexcept;

}  // namespace peersupport
