// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_pack.hpp"
#include "peersupport/text/result.hpp"

#include <string_view>

namespace peersupport {

/// Reads one file of rules (docs/rule-format.md) from UTF-8 bytes. Whether its patterns can be read is for
/// rule_set::compile to say.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order of the file.
/// Syntax errors, duplicate keys, bad UTF-8 and limits end reading at the first; a file may have 4 MiB. Throws
/// std::bad_alloc only.
[[nodiscard]] result<rule_pack> read_rule_pack(std::string_view json);

}  // namespace peersupport
