// SPDX-License-Identifier: Apache-2.0
// A passed-on column as a Python list: ids and group names are text or whole numbers.
#include "answer_table.hpp"
#include "arrow_cell.hpp"

namespace peersupport::python {
namespace {

template <class Offset>
py::object text(const ArrowArray& a, std::int64_t at) {
    return text_of_view(arrow_text<Offset>(a, at));
}

using reader = py::object (*)(const ArrowArray&, std::int64_t);

template <class T>
py::object number(const ArrowArray& a, std::int64_t at) {
    return py::cast(arrow_number<T>(a.buffers[1], at));
}

/// How to read a format; nullptr for what is neither text nor number.
reader reader_of(std::string_view format) noexcept {
    if (format == "vu")
        return [](const ArrowArray& a, std::int64_t at) -> py::object { return text_of_view(arrow_text_view(a, at)); };
    if (format.size() != 1) return nullptr;
    switch (format.front()) {
        case 'u': return text<std::int32_t>;
        case 'U': return text<std::int64_t>;
        case 'b':
            return [](const ArrowArray& a, std::int64_t at) -> py::object {
                return py::bool_(static_cast<const std::uint8_t*>(a.buffers[1])[at / 8] >> (at % 8) & 1);
            };
        case 'c': return number<signed char>;  // a char would be text
        case 'C': return number<unsigned char>;
        case 's': return number<std::int16_t>;
        case 'S': return number<std::uint16_t>;
        case 'i': return number<std::int32_t>;
        case 'I': return number<std::uint32_t>;
        case 'l': return number<std::int64_t>;
        case 'L': return number<std::uint64_t>;
        case 'f': return number<float>;
        case 'g': return number<double>;
        default: return nullptr;
    }
}

}  // namespace

py::list list_of(const arrow_column& column) {
    const reader read = reader_of(column.format());
    const bool blank = column.format() == "n";
    if (!read && !blank) raise(error(status::column_type, "/" + std::string(column.name())));
    py::list out(column.rows());
    std::size_t row = 0;
    for (std::size_t c = 0; c < column.chunk_count(); ++c) {
        const auto [array, shift] = column.chunk(c);
        const std::int64_t first = array->offset + shift;
        for (std::int64_t i = 0; i < static_cast<std::int64_t>(column.chunk_rows(c)); ++i)
            out[row++] = blank || is_arrow_null(*array, first + i) ? py::none() : read(*array, first + i);
    }
    return out;
}

}  // namespace peersupport::python
