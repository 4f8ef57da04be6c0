// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note_batch.hpp"

#include <cstddef>
#include <span>

namespace peersupport::python {

/// check_notes() by several threads, each with its own checker; the caller's is one of them. The same result for any
/// number. Problems are added to `wrong`. Needs no interpreter lock. Throws std::bad_alloc only.
[[nodiscard]] note_batch check_side_by_side(const rule_set& rules, std::span<const note_cell> cells, const note_batch_options& options, std::size_t threads, error& wrong);

}  // namespace peersupport::python
