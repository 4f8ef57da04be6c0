// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/statement_kind.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `statements`. Short sentences that say what peer support is, and what it must not be taken for.
struct statement {
    std::string_view id;
    peersupport::statement_kind kind{};
    localized_text text;
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
