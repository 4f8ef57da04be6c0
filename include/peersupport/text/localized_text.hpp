// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// A text in English and French that lives in a constexpr table.
struct localized_text {
    std::string_view en;
    std::string_view fr;

    [[nodiscard]] constexpr std::string_view in(language l) const noexcept {
        return l == language::fr ? fr : en;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return en.empty() && fr.empty(); }
    friend constexpr bool operator==(const localized_text&, const localized_text&) = default;
};

/// The same, owning its characters: for what was read from a file.
struct localized_string {
    std::string en;
    std::string fr;

    [[nodiscard]] std::string_view in(language l) const noexcept {
        return l == language::fr ? std::string_view(fr) : std::string_view(en);
    }
    [[nodiscard]] bool empty() const noexcept { return en.empty() && fr.empty(); }
    friend bool operator==(const localized_string&, const localized_string&) = default;
};

}  // namespace peersupport
