// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"

namespace peersupport::python {
namespace {

constexpr int readable = PyBUF_STRIDED_RO | PyBUF_FORMAT;

/// The cells of a buffer, or nothing when they are no numbers.
std::optional<cell_type> cells_of(const buffer& b) noexcept {
    const char letter = b.letter();
    if (letter == 0) return std::nullopt;
    if (letter == '?') return cell_type::bool_byte;
    if (letter == 'f') return cell_type::f32;
    if (letter == 'd') return cell_type::f64;
    const bool is_signed = std::string_view("bhilqn").find(letter) != std::string_view::npos;
    switch (b->itemsize) {
        case 1: return is_signed ? cell_type::i8 : cell_type::u8;
        case 2: return is_signed ? cell_type::i16 : cell_type::u16;
        case 4: return is_signed ? cell_type::i32 : cell_type::u32;
        case 8: return is_signed ? cell_type::i64 : cell_type::u64;
        default: return std::nullopt;
    }
}

/// A matrix: rows × items, any strides.
answer_table from_matrix(const py::args& args) {
    check_count(args, 2, "from_matrix");
    answer_table out;
    const buffer& b = out.buffers.emplace_back(args[0], readable, "from_matrix");
    const auto items = argument<py::ssize_t>(args, 1, "from_matrix");
    const auto cells = cells_of(b);
    if (!cells) raise(error(status::column_type));
    if (b->ndim != 2 || b->shape[1] != items) raise(error(status::shape_mismatch));
    out.rows = static_cast<std::size_t>(b->shape[0]);
    answer_chunk& chunk = out.chunks.emplace_back();
    chunk.rows = out.rows;
    for (py::ssize_t i = 0; i < items; ++i)
        chunk.columns.push_back({static_cast<const std::byte*>(b->buf) + i * b->strides[1], *cells, b->strides[0]});
    return out;
}

/// Columns: a list of (item id, array, validity bitmap or None).
answer_table from_columns(const py::args& args) {
    check_count(args, 1, "from_columns");
    answer_table out;
    answer_chunk chunk;
    error wrong;
    for (const py::handle row : argument<py::list>(args, 0, "from_columns")) {
        const py::tuple cell = row_of(row, 3, "from_columns");
        const std::string path = "/" + cell[0].cast<std::string>();
        const buffer& b = out.buffers.emplace_back(cell[1], readable, "from_columns");
        const auto cells = cells_of(b);
        if (!cells || b->ndim != 1) {
            wrong.add(status::column_type, path);
            continue;
        }
        const auto rows = static_cast<std::size_t>(b->shape[0]);
        if (chunk.columns.empty()) chunk.rows = rows;
        if (rows != chunk.rows) wrong.add(status::shape_mismatch, path);
        answer_column column{b->buf, *cells, b->strides[0]};
        if (!cell[2].is_none()) {
            const buffer& bits = out.buffers.emplace_back(cell[2], PyBUF_SIMPLE, "from_columns");
            if (static_cast<std::size_t>(bits->len) < (rows + 7) / 8) wrong.add(status::shape_mismatch, path);
            column.validity = static_cast<const std::uint8_t*>(bits->buf);
        }
        chunk.columns.push_back(column);
    }
    if (wrong.total) raise(wrong);
    out.rows = chunk.rows;
    out.chunks.push_back(std::move(chunk));
    return out;
}

}  // namespace

void bind_answers(py::module_& m) {
    py::class_<answer_table>(m, "Answers", "Answers in the memory of their owners; nothing is copied.")
        .def_static("from_matrix", from_matrix, "A two-dimensional array and the number of items")
        .def_static("from_columns", from_columns, "A list of (item id, array, validity bitmap or None)")
        .def_readonly("rows", &answer_table::rows);
}

}  // namespace peersupport::python
