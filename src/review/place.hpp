// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport::review {

/// Members of a programme file, in the order of docs/programme-format.md.
enum class programme_member : std::uint8_t {
    definition,
    regions,
    funder,
    funding_framework,
    hub,
    agencies,
    positions,
    supervisors,
    networks,
    tables,
    baseline,
    evaluation,
    improvement,
};

/// Where in a programme file something stands, or would stand if it were there: a member, a row of its list, a
/// member of that, a row again.
struct place {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    programme_member member{};
    std::size_t row = none;
    std::string_view inner{};  ///< a literal
    std::size_t inner_row = none;

    [[nodiscard]] std::string pointer() const;
    /// The order of the file; `none` comes first.
    [[nodiscard]] std::strong_ordering order(const place& other) const noexcept;
};

}  // namespace peersupport::review
