// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/exchange/arrow_abi.h"
#include "peersupport/text/status.hpp"

namespace peersupport {

/// One table of a definition as an Arrow stream of one batch; its schema carries version, digest and overlay
/// as metadata. Columns: `id`, then each field in its order:
///
/// | field | columns |
/// |---|---|
/// | text | `<id>_en`, `<id>_fr`: utf8 |
/// | string, reference, word | utf8 |
/// | references, words | list<utf8>, empty where the row has none |
/// | cues | `<id>`: list<utf8> of their ids; `<id>_en`, `<id>_fr`: list<utf8> of their texts |
/// | number | int64 |
/// | flag | bool |
///
/// What a row does not hold is null, except in lists. The stream owns all it hands out; neither the
/// definition nor its storage is needed any longer. `into` is the consumer's.
/// Returns ok or too_large (a column of 2 GiB). Throws std::bad_alloc only.
[[nodiscard]] status write_table(const definition& of, const table_description& table, ArrowArrayStream* into);

}  // namespace peersupport
