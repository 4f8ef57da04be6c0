// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

namespace peersupport::python {
namespace {

void bind_verification(py::module_& m) {
    using self = view<verification>;
    py::class_<self>(m, "Verification", "How far the structure was checked against the official manual.")
        .def_property_readonly("state", [](const self& v) { return id_of(v->state); })
        .def_property_readonly("missing", [](const self& v) { return tuple_of(v->missing); })
        .def_property_readonly("note", [](const self& v) { return or_none(v->note); });
}

void bind_source(py::module_& m) {
    using self = view<instrument_source>;
    py::class_<self>(m, "Source", "A source that was read.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("title", [](const self& v) { return v->title; })
        .def_property_readonly("url", [](const self& v) { return or_none(v->url); })
        .def_property_readonly("standing", [](const self& v) { return id_of(v->standing); })
        .def_property_readonly("note", [](const self& v) { return or_none(v->note); })
        .def("__repr__", [](const self& v) { return py::str("<Source {}>").format(v->id); });
}

void bind_co_production(py::module_& m) {
    using self = view<co_production>;
    py::class_<self>(m, "CoProduction", "Who with lived experience co-wrote, tested and adopted it.")
        .def_property_readonly("co_written_by", [](const self& v) { return tuple_of(v->co_written_by); })
        .def_property_readonly("tested_by", [](const self& v) { return tuple_of(v->tested_by); })
        .def_property_readonly("adopted_by", [](const self& v) { return tuple_of(v->adopted_by); });
}

}  // namespace

void bind_rights(py::module_& m) {
    using self = view<rights>;
    py::class_<self>(m, "Rights", "Who holds the rights and what may be shipped.")
        .def_property_readonly("holder", [](const self& v) { return v->holder; })
        .def_property_readonly("licence", [](const self& v) { return v->licence; })
        .def_property_readonly("wording", [](const self& v) { return v->wording_included ? "included" : "not-included"; })
        .def_property_readonly("note", [](const self& v) { return or_none(v->note); });
    bind_verification(m);
    bind_source(m);
    bind_co_production(m);
}

}  // namespace peersupport::python
