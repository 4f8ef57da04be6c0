// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads one instrument file (docs/instrument-format.md) from UTF-8 bytes.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order
/// of the file. Syntax errors, duplicate keys, bad UTF-8 and limits (16 MiB, 32 levels, 1,000,000 nodes,
/// 10,000 members an object, 1 MiB a string) end reading at the first. Throws std::bad_alloc only.
[[nodiscard]] result<instrument> read_instrument(std::string_view json);

/// Reads a bundled instrument; not_found when there is none with this id.
[[nodiscard]] result<instrument> open_instrument(std::string_view id);

/// The instrument as JSON again: members in the order of docs/instrument-format.md, two spaces of indent,
/// members that hold only their default left out. Reading it gives an equal instrument.
[[nodiscard]] std::string write_instrument(const instrument& what);

}  // namespace peersupport
