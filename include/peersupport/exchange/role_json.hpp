// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/role_report.hpp"
#include "peersupport/review/rule_set.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// The library's own rules of the role check and those of organizations behind them, ready to read by. Errors: as
/// rule_set::compile.
[[nodiscard]] result<rule_set> compile_role_rules(std::vector<rule_pack> more);
/// The library's own, made once, when they are first asked for. Every build has read and tried them.
[[nodiscard]] const result<rule_set>& canonical_role_rules();

/// The report as JSON (docs/schema/role-report-1.schema.json), its words in one language: the same report gives the same
/// bytes. Holds offsets and the words of rules and of the definition, never those of the text.
[[nodiscard]] std::string write_role_report(const role_report& report, const rule_set& rules, const definition& by, language in);

/// Drift that is done and components that are missing, as SARIF 2.1.0. `uri` names what was checked; it may be empty. What
/// the peer does not do, or helps with, stands in it as suppressed. Errors: json_not_utf8 (`uri`) with the byte.
[[nodiscard]] result<std::string> write_role_sarif(const role_report& report, const rule_set& rules, language in, std::string_view uri);

}  // namespace peersupport
