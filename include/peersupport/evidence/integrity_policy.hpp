// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/definition/words_of.hpp"
#include "peersupport/text/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport {

/// Who will read an output. `team`: only the people who work in the service, and only with their agreement does it
/// lift the smallest number of workers.
enum class readership : std::uint8_t { general_public, partners, service, team };

template <>
inline constexpr auto words_of<readership> = std::to_array<std::string_view>({"public", "partners", "service", "team"});

/// What may be shown to whom. Always an argument and recorded in every output; there is no default.
struct integrity_policy {
    std::string id;                    ///< row of `showing_policies`, or empty when the numbers were given
    std::int32_t minimum_people = 0;   ///< k, at least 5
    std::int32_t minimum_workers = 0;  ///< distinct workers rated, at least 1
    readership audience = readership::general_public;
    bool workers_agreed = false;  ///< the workers agreed to a finding for their own team
    friend bool operator==(const integrity_policy&, const integrity_policy&) = default;
};

/// The smallest k any policy may have, whatever an overlay says.
inline constexpr std::int32_t least_minimum_people = 5;

/// The policy of a row of `showing_policies` ("k11" or "policy-k11"). Errors: not_found.
[[nodiscard]] result<integrity_policy> policy_of(const definition& from, std::string_view id, readership audience,
                                                 bool workers_agreed);

}  // namespace peersupport
