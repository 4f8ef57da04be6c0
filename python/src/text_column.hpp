// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bindings.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

namespace peersupport::python {

/// Calls `take` for each cell of an Arrow column or a list with its text, or nothing where there is none: null, None,
/// NaN, empty text. Whole numbers are their digits. The view lives as long as the call. Raises column_type for other
/// cells.
void for_each_text(const py::handle& column, const std::function<void(std::optional<std::string_view>)>& take);
/// How many cells it has.
[[nodiscard]] std::size_t cells_of_column(const py::handle& column);

}  // namespace peersupport::python
