// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// One survey round: a half-open interval of days.
struct collection_wave {
    std::string id;
    date from{};
    date to{};  ///< the first day that no longer belongs to it
    friend bool operator==(const collection_wave&, const collection_wave&) = default;
};

/// How many were asked in one unit, wave and perspective. Every count is optional and at least 0.
struct collection_heard {
    std::string unit;
    std::string wave;
    std::string perspective;
    std::optional<std::int64_t> eligible;
    std::optional<std::int64_t> invited;
    std::optional<std::int64_t> responded;
    std::optional<std::int64_t> refused;
    std::optional<bool> leavers_invited;
    std::optional<std::int64_t> workers;  ///< distinct workers the answers are about
    friend bool operator==(const collection_heard&, const collection_heard&) = default;
};

/// How answers were collected: what the instrument's collection rules ask for. `peersupport-collection-1`.
struct collection {
    std::string id;
    localized_string consent;        ///< the words people agreed to; may be empty
    std::vector<std::string> modes;  ///< such as "online", "paper"
    localized_string collector;      ///< who collected: never the worker concerned; may be empty
    bool simulated = false;          ///< the answers were made up
    std::vector<collection_wave> waves;
    std::vector<collection_heard> heard;
    friend bool operator==(const collection&, const collection&) = default;
};

/// Whether consent, mode and collector are all stated.
[[nodiscard]] bool is_described(const collection& of) noexcept;
/// The wave, or the entry of a unit, wave and perspective, or nullptr.
[[nodiscard]] const collection_wave* find_wave(const collection& in, std::string_view id) noexcept;
[[nodiscard]] const collection_heard* find_heard(const collection& in, std::string_view unit, std::string_view wave,
                                                 std::string_view perspective) noexcept;

}  // namespace peersupport
