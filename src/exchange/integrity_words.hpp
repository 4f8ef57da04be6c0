// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/instrument_words.hpp"
#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace peersupport::exchange {

inline constexpr std::string_view collection_format = "peersupport-collection-1";
inline constexpr std::string_view snapshot_format = "peersupport-snapshot-1";
inline constexpr std::string_view integrity_request_format = "peersupport-integrity-request-1";
inline constexpr std::string_view integrity_profile_format = "peersupport-integrity-profile-1";
inline constexpr std::string_view publish_request_format = "peersupport-publish-request-1";
inline constexpr std::string_view published_format = "peersupport-published-1";
inline constexpr std::string_view ledger_format = "peersupport-ledger-1";

/// The words of an enumeration as the readers take them.
template <class Enum>
inline constexpr auto enum_words = [] {
    constexpr auto& texts = words_of<Enum>;
    std::array<word<Enum>, texts.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = {texts[i], static_cast<Enum>(i)};
    return out;
}();

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) noexcept {
    return words_of<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace peersupport::exchange
