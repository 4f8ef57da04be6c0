// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

namespace peersupport::python {
namespace {

std::string_view id_of(option_kind k) noexcept {
    switch (k) {
        case option_kind::answer: return "answer";
        case option_kind::does_not_apply: return "does-not-apply";
        case option_kind::declined: return "declined";
        case option_kind::blank: return "blank";
    }
    return {};
}

void bind_response_scale(py::module_& m) {
    using option = view<answer_option>;
    py::class_<option>(m, "Option", "One option of a response scale.")
        .def_property_readonly("code", [](const option& v) { return v->code; })
        .def_property_readonly("kind", [](const option& v) { return id_of(v->kind); })
        .def_property_readonly("points", [](const option& v) -> py::object {
            if (v->kind != option_kind::answer) return py::none();
            return py::int_(v->points);
        })
        .def_property_readonly("label", [](const option& v) { return or_none(v->label); })
        .def("__repr__", [](const option& v) { return py::str("<Option {} {}>").format(v->code, id_of(v->kind)); });

    using self = view<response_scale>;
    py::class_<self>(m, "ResponseScale", "The options an item offers.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("options", [](const self& v) { return views(v.of, v->options); })
        .def_property_readonly("range", [](const self& v) -> py::object {
            if (!v->range) return py::none();
            return py::make_tuple(v->range->from, v->range->to);
        })
        .def("__repr__", [](const self& v) { return py::str("<ResponseScale {}>").format(v->id); });
}

void bind_facet(py::module_& m) {
    using self = view<facet>;
    py::class_<self>(m, "Facet", "A grouping of items other than a scale.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("kind", [](const self& v) { return v->kind; })
        .def_property_readonly("name", [](const self& v) { return v->name; })
        .def("__repr__", [](const self& v) { return py::str("<Facet {}>").format(v->id); });
}

}  // namespace

void bind_items(py::module_& m) {
    bind_response_scale(m);
    bind_facet(m);
    using self = view<item>;
    py::class_<self>(m, "Item", "One question: how its codes become points.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("topic", [](const self& v) { return or_none(v->topic); })
        .def_property_readonly("text", [](const self& v) { return or_none(v->text); })
        .def_property_readonly("reverse", [](const self& v) { return v->reverse; })
        .def_property_readonly("weight", [](const self& v) { return v->weight; })
        .def_property_readonly("code_divisor", [](const self& v) { return v->code_divisor; })
        .def_property_readonly("facets", [](const self& v) { return ids(v->facets, v.of->facets); })
        .def_property_readonly("response_scale", [](const self& v) {
            return view<response_scale>{v.of, &v.of->response_scales[v->response_scale]};
        })
        .def_property_readonly("gate", [](const self& v) -> py::object {
            if (!v->gate) return py::none();
            return py::make_tuple(v.of->items[v->gate->item].id, tuple_of(v->gate->open));
        }, "(id of the gate item, codes that open it), or None")
        .def("__repr__", [](const self& v) { return py::str("<Item {}>").format(v->id); });
}

}  // namespace peersupport::python
