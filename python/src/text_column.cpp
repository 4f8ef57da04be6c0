// SPDX-License-Identifier: Apache-2.0
// Text of a column without a Python object for each cell where the column is Arrow's.
#include "text_column.hpp"

#include "arrow_cell.hpp"

#include <charconv>
#include <cmath>

namespace peersupport::python {
namespace {

using taker = std::function<void(std::optional<std::string_view>)>;

/// Digits of a number on the stack.
class digits {
public:
    template <class T>
    std::string_view of(T number) noexcept {
        return {text_, static_cast<std::size_t>(std::to_chars(text_, text_ + sizeof text_, number).ptr - text_)};
    }

private:
    char text_[24];
};

template <class T>
std::string_view number(const ArrowArray& a, std::int64_t at, digits& into) noexcept {
    return into.of(arrow_number<T>(a.buffers[1], at));
}

/// The text of a cell by the column's format; nothing for what is neither text nor a whole number.
std::optional<std::string_view> text_of(std::string_view format, const ArrowArray& a, std::int64_t at, digits& into) {
    if (format == "u") return arrow_text<std::int32_t>(a, at);
    if (format == "U") return arrow_text<std::int64_t>(a, at);
    if (format == "vu") return arrow_text_view(a, at);
    if (format == "c") return into.of(static_cast<int>(arrow_number<std::int8_t>(a.buffers[1], at)));
    if (format == "C") return into.of(static_cast<int>(arrow_number<std::uint8_t>(a.buffers[1], at)));
    if (format == "s") return number<std::int16_t>(a, at, into);
    if (format == "S") return number<std::uint16_t>(a, at, into);
    if (format == "i") return number<std::int32_t>(a, at, into);
    if (format == "I") return number<std::uint32_t>(a, at, into);
    if (format == "l") return number<std::int64_t>(a, at, into);
    if (format == "L") return number<std::uint64_t>(a, at, into);
    return std::nullopt;
}

void take_arrow(const arrow_column& column, const taker& take) {
    const std::string_view format = column.format();
    digits scratch;
    for (std::size_t c = 0; c < column.chunk_count(); ++c) {
        const auto [array, shift] = column.chunk(c);
        const std::int64_t first = array->offset + shift;
        for (std::int64_t i = 0; i < static_cast<std::int64_t>(column.chunk_rows(c)); ++i) {
            if (format == "n" || is_arrow_null(*array, first + i)) {
                take(std::nullopt);
                continue;
            }
            const auto found = text_of(format, *array, first + i, scratch);
            if (!found) raise(error(status::column_type, "/" + std::string(column.name())));
            take(found->empty() ? std::nullopt : found);
        }
    }
}

void take_object(const py::handle& cell, const taker& take) {
    if (cell.is_none()) return take(std::nullopt);
    if (PyUnicode_Check(cell.ptr())) {
        Py_ssize_t size = 0;
        const char* data = PyUnicode_AsUTF8AndSize(cell.ptr(), &size);
        if (!data) {
            PyErr_Clear();
            raise(error(status::json_not_utf8));
        }
        return take(size == 0 ? std::nullopt : std::optional(std::string_view(data, static_cast<std::size_t>(size))));
    }
    if (PyFloat_Check(cell.ptr())) {  // ids that a frame made floating because some are missing
        const double number = PyFloat_AS_DOUBLE(cell.ptr());
        if (number != number) return take(std::nullopt);
        if (number != std::floor(number) || std::fabs(number) > 9e15) raise(error(status::column_type));
        digits scratch;
        return take(scratch.of(static_cast<std::int64_t>(number)));
    }
    const bool missing = std::string_view(Py_TYPE(cell.ptr())->tp_name).ends_with("NAType");
    if (missing) return take(std::nullopt);
    if (!PyIndex_Check(cell.ptr()) || PyBool_Check(cell.ptr())) raise(error(status::column_type));
    const std::string text = py::str(py::reinterpret_steal<py::object>(PyNumber_Index(cell.ptr())));
    take(text);
}

}  // namespace

std::size_t cells_of_column(const py::handle& column) {
    if (py::isinstance<arrow_column>(column)) return column.cast<const arrow_column&>().rows();
    return py::len(column);
}

void for_each_text(const py::handle& column, const taker& take) {
    if (py::isinstance<arrow_column>(column)) return take_arrow(column.cast<const arrow_column&>(), take);
    if (!PyList_Check(column.ptr())) throw py::type_error("a column is an ArrowColumn or a list");
    for (const py::handle cell : py::reinterpret_borrow<py::list>(column)) take_object(cell, take);
}

}  // namespace peersupport::python
