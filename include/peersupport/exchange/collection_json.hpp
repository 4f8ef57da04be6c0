// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/collection.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads how answers were collected, `peersupport-collection-1`, from UTF-8 bytes.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order of the file;
/// field_value where a part is larger than its whole (more responded than were invited). Syntax errors, duplicate keys,
/// bad UTF-8 and limits (as for instruments) end reading at the first. Throws std::bad_alloc only.
[[nodiscard]] result<collection> read_collection(std::string_view json);

/// The collection as JSON: what read_collection() reads; the same collection gives the same bytes.
[[nodiscard]] std::string write_collection(const collection& of);

}  // namespace peersupport
