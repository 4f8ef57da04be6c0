// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_pack.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

namespace review {
struct compiled_rules;
}

/// Rules made ready to read texts by. Immutable; threads share it without locks; a copy is cheap.
class rule_set {
public:
    /// Packs in order: a later pack may use the classes of an earlier one and add words to them.
    /// Errors, with the path of a JSON pointer that begins with the pack's place ("/0/rules/3/en/patterns/2"):
    /// field_value (a pattern cannot be read), reference_unknown (no such class, rule or profile), id_duplicate (two packs have the
    /// same rule or profile), too_large. Throws std::bad_alloc only.
    [[nodiscard]] static result<rule_set> compile(std::vector<rule_pack> packs);

    /// Every rule, in the order of the packs.
    [[nodiscard]] std::span<const review_rule> rules() const noexcept;
    [[nodiscard]] const review_rule* find(std::string_view id) const noexcept;
    /// Every profile, in the order of the packs.
    [[nodiscard]] std::span<const note_profile> profiles() const noexcept;
    [[nodiscard]] const note_profile* find_profile(std::string_view id) const noexcept;
    /// SHA-256 over the digests of the packs.
    [[nodiscard]] std::string_view digest() const noexcept;
    [[nodiscard]] const review::compiled_rules& compiled() const noexcept { return *rules_; }

private:
    std::shared_ptr<const review::compiled_rules> rules_;
};

}  // namespace peersupport
