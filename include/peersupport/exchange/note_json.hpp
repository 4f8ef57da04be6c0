// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note_report.hpp"
#include "peersupport/review/rule_set.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// The library's own rules and those of organizations behind them, ready to read by. Errors: as rule_set::compile.
[[nodiscard]] result<rule_set> compile_rules(std::vector<rule_pack> more);
/// The library's own, made once, when they are first asked for. Every build has read and tried them.
[[nodiscard]] const result<rule_set>& canonical_rules();

/// The report as JSON (docs/schema/note-report-1.schema.json), its words in one language: the same report gives the same
/// bytes. Holds offsets and the words of rules, never the note's.
[[nodiscard]] std::string write_note_report(const note_report& report, const rule_set& rules, language in);

/// The report as SARIF 2.1.0, for tools that show findings of any checker. `uri` names what was checked; it may be empty.
/// What carries no weight stands in it as suppressed. Holds offsets and the words of rules, never the note's. Errors:
/// json_not_utf8 (`uri`) with the byte.
[[nodiscard]] result<std::string> write_note_sarif(const note_report& report, const rule_set& rules, language in, std::string_view uri);

}  // namespace peersupport
