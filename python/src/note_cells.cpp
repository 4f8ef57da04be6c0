// SPDX-License-Identifier: Apache-2.0
#include "note_cells.hpp"

#include <cstddef>
#include <string>

namespace peersupport::python {
namespace {

template <class Abi>
Abi* abi(const py::handle& capsule, const char* name) {
    if (!PyCapsule_IsValid(capsule.ptr(), name)) raise(error(status::arrow_invalid));
    return static_cast<Abi*>(PyCapsule_GetPointer(capsule.ptr(), name));
}

/// The byte of UTF-8 at which the first half of a surrogate pair would stand.
std::size_t first_half_pair(const py::handle& text) {
    const int kind = PyUnicode_KIND(text.ptr());
    const void* data = PyUnicode_DATA(text.ptr());
    std::size_t byte = 0;
    for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(text.ptr()); ++i) {
        const Py_UCS4 c = PyUnicode_READ(kind, data, i);
        if (c >= 0xD800 && c <= 0xDFFF) break;
        byte += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return byte;
}

/// None, NaN and pandas' NA stand for no note.
bool is_missing(const py::handle& cell) {
    if (cell.is_none()) return true;
    if (PyFloat_Check(cell.ptr())) return PyFloat_AS_DOUBLE(cell.ptr()) != PyFloat_AS_DOUBLE(cell.ptr());
    return std::string_view(Py_TYPE(cell.ptr())->tp_name).ends_with("NAType");
}

}  // namespace

note_cells::note_cells(const py::handle& from) {
    if (PyList_Check(from.ptr())) {
        take_list(from);
        return;
    }
    if (!PyTuple_Check(from.ptr())) {
        arrow_ = value_or_raise(arrow_texts::from_stream(abi<ArrowArrayStream>(from, "arrow_array_stream")));
        return;
    }
    const auto pair = py::reinterpret_borrow<py::tuple>(from);
    if (pair.size() != 2) raise(error(status::arrow_invalid));
    arrow_ = value_or_raise(arrow_texts::from_array(abi<ArrowSchema>(pair[0], "arrow_schema"), abi<ArrowArray>(pair[1], "arrow_array")));
}

void note_cells::take_list(const py::handle& from) {
    kept_ = py::reinterpret_steal<py::tuple>(PyList_AsTuple(from.ptr()));
    if (!kept_) throw py::error_already_set();
    cells_.reserve(kept_.size());
    for (const py::handle cell : kept_) take(cell);
}

void note_cells::take(const py::handle& cell) {
    const auto place = [&] { return "/" + std::to_string(cells_.size()); };
    note_cell text;
    if (PyUnicode_Check(cell.ptr())) {
        Py_ssize_t size = 0;
        if (const char* data = PyUnicode_AsUTF8AndSize(cell.ptr(), &size)) {
            text.emplace(data, static_cast<std::size_t>(size));
        } else {
            PyErr_Clear();  // Python's own error would carry the text
            wrong_.add(status::json_not_utf8, place(), first_half_pair(cell));
        }
    } else if (!is_missing(cell)) {
        wrong_.add(status::field_type, place());
    }
    cells_.push_back(text);
}

}  // namespace peersupport::python
