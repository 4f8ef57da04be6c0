// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

namespace peersupport::python {

void bind_text(py::module_& m) {
    py::class_<localized_string>(m, "Text", "A text in English and French; str() gives the current language.")
        .def_readonly("en", &localized_string::en)
        .def_readonly("fr", &localized_string::fr)
        .def("__str__", [](const localized_string& t) {
            const auto code = py::module_::import("peersupport._language").attr("language")().cast<std::string>();
            return code == "fr" ? t.fr : t.en;
        })
        .def("__repr__", [](const localized_string& t) {
            return py::str("Text(en={!r}, fr={!r})").format(t.en, t.fr);
        })
        .def("__eq__", [](const localized_string& t, const py::object& other) {
            return py::isinstance<localized_string>(other) && other.cast<const localized_string&>() == t;
        }, py::arg("other"))
        .def("__hash__", [](const localized_string& t) { return py::hash(py::make_tuple(t.en, t.fr)); });
}

}  // namespace peersupport::python
