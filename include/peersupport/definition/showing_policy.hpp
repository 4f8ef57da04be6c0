// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// A row of `showing_policies`. When a figure may be shown. Whoever asks for figures names one; there is no default.
struct showing_policy {
    std::string_view id;
    localized_text name;
    std::int32_t minimum_people = 0;   ///< people behind a figure, at least; never below 5
    std::int32_t minimum_workers = 0;  ///< different workers the answers are about, at least
    localized_text used_where;         ///< who is known to use such a number, and for what it is meant
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
