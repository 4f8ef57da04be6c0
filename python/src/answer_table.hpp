// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bindings.hpp"
#include "peersupport/exchange/arrow.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace peersupport::python {

/// A view of a Python object's memory, given back when it goes. Needs the GIL at both ends.
class buffer {
public:
    /// Raises TypeError that names `entry` when the object has no such memory.
    buffer(const py::handle& of, int flags, const char* entry);

    [[nodiscard]] const Py_buffer* operator->() const noexcept { return view_.get(); }
    /// The kind of number in it as struct's letter ('?', 'f', 'd', 'b', …); 0 when it is none or not native.
    [[nodiscard]] char letter() const noexcept;

private:
    struct give_back {
        void operator()(Py_buffer* view) const noexcept {
            PyBuffer_Release(view);
            delete view;
        }
    };
    std::unique_ptr<Py_buffer, give_back> view_;  // on the heap: its shape may point into itself
};

/// Answers in the memory of their owners: NumPy arrays, other buffers, or Arrow arrays.
struct answer_table {
    answer_table() = default;
    answer_table(answer_table&&) = default;

    std::size_t rows = 0;
    std::vector<answer_chunk> chunks;
    std::vector<buffer> buffers;
    std::optional<arrow_table> source;
};

/// A passed-on column as a list: text, whole numbers, floats, booleans; None where null.
[[nodiscard]] py::list list_of(const arrow_column& column);

/// Runs `work(answers, first_row, rows)` over the chunks that hold the rows start … stop−1.
template <class Work>
void for_each_chunk(const answer_table& of, std::size_t start, std::size_t stop, Work work) {
    std::size_t first = 0;
    for (const answer_chunk& chunk : of.chunks) {
        const std::size_t from = std::max(start, first), to = std::min(stop, first + chunk.rows);
        if (from < to) {
            std::vector<answer_column> columns = chunk.columns;
            for (answer_column& c : columns) {
                const auto skip = from - first;
                if (c.type != cell_type::bool_bit)
                    c.data = static_cast<const std::byte*>(c.data) + static_cast<std::ptrdiff_t>(skip) * c.stride;
                c.offset += skip;
            }
            work(answers{columns, to - from}, from, to - from);
        }
        first += chunk.rows;
    }
}

}  // namespace peersupport::python
