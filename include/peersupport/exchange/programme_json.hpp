// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/programme.hpp"
#include "peersupport/review/programme_report.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads one programme file (docs/programme-format.md) from UTF-8 bytes. Ids of rows of the definition may stand
/// with or without their table's prefix; the programme holds them in full.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order of the
/// file. Syntax errors, duplicate keys, bad UTF-8 and limits (as for instruments) end reading at the first.
/// Throws std::bad_alloc only.
[[nodiscard]] result<programme> read_programme(std::string_view json, const definition& by);

/// The report as JSON (docs/schema/programme-report-1.schema.json): the same report gives the same bytes.
[[nodiscard]] std::string write_programme_report(const programme_report& report);

}  // namespace peersupport
