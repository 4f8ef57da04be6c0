// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How much of a source was read before anything was said on its authority.
enum class reading : std::uint8_t {
    read,
    partly_read,  ///< a summary, an abstract, the first pages
    from_memory,
    ours,  ///< written by this project
};

template <>
inline constexpr auto words_of<reading> =
    std::to_array<std::string_view>({"read", "partly-read", "from-memory", "ours"});

/// Where a row comes from. The table holds what is cited, and the two seed texts.
struct source {
    std::string_view id;
    localized_text title;  ///< both alike when the work has one language
    std::string_view who;
    std::uint16_t year = 0;  ///< 0: the source gives none
    std::string_view url{};  ///< where it was read; empty for our own
    peersupport::reading reading{};
    peersupport::standing standing{};  ///< the most a row may claim on this source alone
    localized_text note{};             ///< what was not read or is in doubt; may be empty
};

}  // namespace peersupport
