// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace peersupport {

struct bundled_rules {
    std::string_view id;
    std::string_view json;
};

using bundled_role_rules = bundled_rules;

/// The library's own rules of the note check, a pack a file, ascending by id. exchange/rule_pack_json.hpp reads them.
[[nodiscard]] std::span<const bundled_rules> bundled_rule_packs() noexcept;

/// Null when there is none with this id.
[[nodiscard]] const bundled_rules* find_bundled_rules(std::string_view id) noexcept;

/// The same for the role check.
[[nodiscard]] std::span<const bundled_role_rules> bundled_role_rule_packs() noexcept;
[[nodiscard]] const bundled_role_rules* find_bundled_role_rules(std::string_view id) noexcept;

}  // namespace peersupport
