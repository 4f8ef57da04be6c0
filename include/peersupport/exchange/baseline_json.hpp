// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/baseline.hpp"
#include "peersupport/text/result.hpp"

#include <string_view>

namespace peersupport {

/// Reads what was decided to stay as it is (docs/schema/baseline-1.schema.json) from UTF-8 bytes. Errors: every problem
/// of the file at once, with code, byte offset and JSON pointer; syntax errors and limits (4 MiB) end reading at the
/// first. Throws std::bad_alloc only.
[[nodiscard]] result<baseline> read_baseline(std::string_view json);

}  // namespace peersupport
