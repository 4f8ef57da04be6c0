// SPDX-License-Identifier: Apache-2.0
// A passed-on column as a Python list: ids and group names are text or whole numbers.
#include "answer_table.hpp"

#include <cstring>

namespace peersupport::python {
namespace {

template <class T>
T cell(const void* of, std::int64_t at) noexcept {
    T out{};
    std::memcpy(&out, static_cast<const std::byte*>(of) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return out;
}

template <class Offset>
py::object text(const ArrowArray& a, std::int64_t at) {
    const auto from = cell<Offset>(a.buffers[1], at), to = cell<Offset>(a.buffers[1], at + 1);
    return py::str(static_cast<const char*>(a.buffers[2]) + from, static_cast<std::size_t>(to - from));
}

/// The string view layout: 4 bytes of length, then the text, or a prefix, a buffer number and an offset.
py::object text_view(const ArrowArray& a, std::int64_t at) {
    const auto* view = static_cast<const char*>(a.buffers[1]) + at * 16;
    const auto size = cell<std::int32_t>(view, 0);
    if (size <= 12) return py::str(view + 4, static_cast<std::size_t>(size));
    const auto number = cell<std::int32_t>(view, 2), offset = cell<std::int32_t>(view, 3);
    return py::str(static_cast<const char*>(a.buffers[2 + number]) + offset, static_cast<std::size_t>(size));
}

using reader = py::object (*)(const ArrowArray&, std::int64_t);

template <class T>
py::object number(const ArrowArray& a, std::int64_t at) {
    return py::cast(cell<T>(a.buffers[1], at));
}

/// How to read a format; nullptr for what is neither text nor number.
reader reader_of(std::string_view format) noexcept {
    if (format == "vu") return text_view;
    if (format.size() != 1) return nullptr;
    switch (format.front()) {
        case 'u': return text<std::int32_t>;
        case 'U': return text<std::int64_t>;
        case 'b': return [](const ArrowArray& a, std::int64_t at) -> py::object {
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

bool is_null(const ArrowArray& a, std::int64_t at) noexcept {
    const auto* bits = a.null_count == 0 || a.n_buffers == 0 ? nullptr : static_cast<const std::uint8_t*>(a.buffers[0]);
    return bits && !(bits[at / 8] >> (at % 8) & 1);
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
            out[row++] = blank || is_null(*array, first + i) ? py::none() : read(*array, first + i);
    }
    return out;
}

}  // namespace peersupport::python
