// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/snapshot.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads the state of one wave, `peersupport-snapshot-1`, from UTF-8 bytes. **Private**: a snapshot holds exact counts.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order of the file;
/// field_value also where counts contradict each other (bins out of order, a score outside 0…100, more people who met
/// something often than ever). Syntax errors, duplicate keys, bad UTF-8 and limits (as for instruments; 100 000 cells)
/// end reading at the first. Cells may stand in any order; they come out ascending. Throws std::bad_alloc only.
[[nodiscard]] result<snapshot> read_snapshot(std::string_view json);

/// The snapshot as JSON: what read_snapshot() reads; the same snapshot gives the same bytes.
[[nodiscard]] std::string write_snapshot(const snapshot& of);

}  // namespace peersupport
