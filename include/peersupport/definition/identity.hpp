// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport {

/// What distinguishes one definition from another. Every result carries it, so that a reader knows
/// against which words it was made.
struct definition_identity {
    std::string_view version;  ///< the definition's own `major.minor.patch`, not the library's
    std::string_view digest;   ///< SHA-256 of its canonical JSON, 64 hexadecimal digits
    // Of the overlay, when an organization's was laid over it; otherwise empty.
    std::string_view overlay_id{};
    std::string_view overlay_version{};
    std::string_view overlay_digest{};

    friend bool operator==(const definition_identity&, const definition_identity&) = default;
};

/// Of the definition this library was built with.
[[nodiscard]] const definition_identity& canonical_identity() noexcept;

}  // namespace peersupport
