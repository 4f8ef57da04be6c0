// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace peersupport {

/// A part of a job description under a heading of its own. `name`: the id of a component without its prefix,
/// "supervision" for jd-supervision; what stands in "out-of-scope" is what the peer does not do.
struct role_section {
    std::string_view name;
    std::string_view text;
};

/// A row of an activity log.
struct role_activity {
    std::string_view activity;  ///< what was done, in words
    std::int64_t minutes = 0;   ///< 0 to a year
    std::string_view code;      ///< id of an activity code of the definition; empty: none was given
};

/// A job description, an activity log, or both; the caller keeps the characters. Valid UTF-8.
struct role_description {
    std::string_view text;
    std::span<const role_section> sections{};
    std::span<const role_activity> activities{};
    std::optional<language> written_in{};       ///< none: told from the text
    std::string_view role = "peer-supporter";   ///< id of a role of the definition, with or without "role-"
};

}  // namespace peersupport
