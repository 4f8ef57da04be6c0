// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bindings.hpp"

#include "peersupport/exchange/arrow_texts.hpp"
#include "peersupport/review/note_batch.hpp"

#include <optional>
#include <span>
#include <vector>

namespace peersupport::python {

/// A column of notes as it was handed in: a list, or what a producer of Arrow gave. Keeps it alive and copies no text, so
/// that it can be read without the interpreter's lock.
class note_cells {
public:
    /// A list, a stream capsule, or a pair of schema and array capsules. Raises what arrow_texts finds wrong.
    explicit note_cells(const py::handle& from);

    [[nodiscard]] std::span<const note_cell> cells() const noexcept { return arrow_ ? arrow_->cells() : std::span<const note_cell>(cells_); }
    /// Cells of a list that are no text, or none that UTF-8 can hold; they are left out.
    [[nodiscard]] const error& wrong() const noexcept { return wrong_; }

private:
    void take_list(const py::handle& from);
    void take(const py::handle& cell);

    std::optional<arrow_texts> arrow_;
    py::tuple kept_;  ///< the list may change while it is read
    std::vector<note_cell> cells_;
    error wrong_;
};

}  // namespace peersupport::python
