// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_set.hpp"
#include "peersupport/review/text_finding.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace peersupport::exchange {

/// What a SARIF log says of the run beside its findings.
struct sarif_run {
    language in{};
    std::string_view uri;           ///< of what was checked; may be empty
    std::string_view kind;          ///< what stands for it then
    std::string_view against_name;  ///< "profile" or "role"
    std::string_view against;
};

/// SARIF 2.1.0 of findings of any check. Errors: json_not_utf8 (uri) with the byte.
[[nodiscard]] result<std::string> write_sarif(std::span<const text_finding> findings, const rule_set& rules, const sarif_run& run);

}  // namespace peersupport::exchange
