// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `staff_questions`. What colleagues ask, and short answers.
struct staff_question {
    std::string_view id;
    localized_text question;
    localized_text answer;
    std::span<const std::string_view> see{};  ///< ids of any table
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
