// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

#include "peersupport/scoring/reason.hpp"

namespace peersupport::python {
namespace {

language language_of(std::string_view code) {
    if (code == "fr") return language::fr;
    if (code == "en") return language::en;
    throw py::value_error("the language is \"en\" or \"fr\"");
}

}  // namespace

void raise(const error& problems) {
    py::list rows;
    for (const problem& p : problems.problems) {
        rows.append(py::make_tuple(static_cast<std::int32_t>(p.code),
                                   p.offset == problem::no_offset ? py::object(py::none()) : py::cast(p.offset),
                                   or_none(p.path)));
    }
    const py::object type = py::module_::import("peersupport._errors").attr("Error");
    const py::object made = type.attr("_of")(rows, problems.total);
    PyErr_SetObject(type.ptr(), made.ptr());
    throw py::error_already_set();
}

void check_count(const py::args& args, std::size_t count, const char* entry) {
    if (args.size() != count)
        throw py::type_error(std::string(entry) + ": takes " + std::to_string(count) + " arguments");
}

py::tuple row_of(const py::handle& row, std::size_t size, const char* entry) {
    if (!PyTuple_Check(row.ptr()) || static_cast<std::size_t>(PyTuple_GET_SIZE(row.ptr())) != size ||
        !PyUnicode_Check(PyTuple_GET_ITEM(row.ptr(), 0)))
        throw py::type_error(std::string(entry) + ": a row of the list has the wrong type");
    return py::reinterpret_borrow<py::tuple>(row);
}

py::object rendered(const char* function, const py::object& what) {
    return py::module_::import("peersupport._render").attr(function)(what);
}

void bind_errors(py::module_& m) {
    m.def(
        "status_name", [](std::int32_t code) { return text_of_view(status_name(static_cast<status>(code))); },
        py::arg("code"));
    m.def(
        "status_text",
        [](std::int32_t code, const std::string& l) {
            return text_of_view(status_text(static_cast<status>(code), language_of(l)));
        },
        py::arg("code"), py::arg("language"));
    m.def(
        "status_advice",
        [](std::int32_t code, const std::string& l) {
            return text_of_view(status_advice(static_cast<status>(code), language_of(l)));
        },
        py::arg("code"), py::arg("language"));
    m.def("statuses", [] {
        py::dict out;
        for (const status s : statuses()) out[text_of_view(status_name(s))] = static_cast<std::int32_t>(s);
        return out;
    });
    m.def("reasons", [] {
        py::tuple out(reason_count);
        for (std::uint8_t i = 0; i < reason_count; ++i) out[i] = text_of_view(id_of(static_cast<reason>(i)));
        return out;
    });
    m.def(
        "reason_text",
        [](std::uint8_t number, const std::string& l) {
            if (number >= reason_count) throw py::index_error("there is no such reason");
            return text_of_view(text_of(static_cast<reason>(number), language_of(l)));
        },
        py::arg("number"), py::arg("language"));
}

}  // namespace peersupport::python
