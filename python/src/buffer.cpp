// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"

#include <bit>
#include <string_view>

namespace peersupport::python {

buffer::buffer(const py::handle& of, int flags, const char* entry) : view_(new Py_buffer{}) {
    if (PyObject_GetBuffer(of.ptr(), view_.get(), flags) != 0) {
        PyErr_Clear();
        throw py::type_error(std::string(entry) + ": an array is expected");
    }
}

char buffer::letter() const noexcept {
    std::string_view f = view_->format ? view_->format : "B";
    constexpr char native = std::endian::native == std::endian::little ? '<' : '>';
    if (f.size() == 2 && (f[0] == '@' || f[0] == '=' || f[0] == native)) f.remove_prefix(1);
    if (f.size() != 1 || std::string_view("?bBhHiIlLqQnNfd").find(f[0]) == std::string_view::npos) return 0;
    return f[0];
}

}  // namespace peersupport::python
