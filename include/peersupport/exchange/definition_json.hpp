// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/text/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace peersupport {

/// A definition that somebody owns. It keeps alive everything its rows look at.
using definition_pointer = std::shared_ptr<const definition>;

/// The definition this library was built with, for functions that take a pointer. Costs nothing.
[[nodiscard]] definition_pointer canonical_pointer() noexcept;

/// The whole definition as JSON, format `peersupport-definition-1` (docs/definition-format.md): two
/// spaces of indent, tables and members in their own order. What an overlay changed is in it.
[[nodiscard]] std::string write_definition(const definition& what);

/// The same in RFC 8785 form, of which the digest is taken.
[[nodiscard]] std::string write_canonical_definition(const definition& what);

/// SHA-256 of write_canonical_definition(), 64 hexadecimal digits.
[[nodiscard]] std::string definition_digest(const definition& what);

/// Reads an exported definition: an older version, or the one of another library. Tables that it
/// does not have are empty. Its digest is computed from the document, in
/// RFC 8785 form, as the library that wrote it did.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, as
/// read_instrument() reports them; also reference_unknown, claim_uncovered. Throws std::bad_alloc
/// only.
[[nodiscard]] result<definition_pointer> read_definition(std::string_view json);

/// Lays an organization's overlay (format `peersupport-overlay-1`, docs/overlay-format.md) over a
/// definition that has none: adds rows, switches rows off, replaces labels, limits, frequencies and
/// hours. Ids keep their meaning; what may not be touched is refused. The result keeps `base` alive.
///
/// Errors: as above, and definition_other, table_fixed, row_fixed, row_in_use, member_fixed,
/// id_foreign; rule_conflict when one row is replaced and switched off, or `base` has an overlay.
[[nodiscard]] result<definition_pointer> lay_over(const definition_pointer& base,
                                                  std::string_view overlay_json);

}  // namespace peersupport
