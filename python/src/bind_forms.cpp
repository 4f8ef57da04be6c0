// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

#include <algorithm>

namespace peersupport::python {
namespace {

py::object positive_or_none(std::int32_t number) {
    return number == 0 ? py::object(py::none()) : py::object(py::int_(number));
}

/// The words of an item in this form, in the two languages; None where there are none.
py::object words(const view<form>& v, const std::string& id) {
    const auto at = std::ranges::find(v.of->items, id, &item::id);
    const auto place = static_cast<std::size_t>(at - v.of->items.begin());
    if (std::ranges::find(v->items, place) == v->items.end()) throw py::key_error(id);
    return or_none(localized_string{std::string(item_text(*v.of, *v, place, language::en)),
                                    std::string(item_text(*v.of, *v, place, language::fr))});
}

}  // namespace

void bind_forms(py::module_& m) {
    using self = view<form>;
    py::class_<self>(m, "Form", "The version of an instrument for one perspective.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("kind", [](const self& v) { return id_of(v->kind); })
        .def_property_readonly("name", [](const self& v) { return v->name; })
        .def_property_readonly("perspective", [](const self& v) { return id_of(v->perspective); })
        .def_property_readonly("items", [](const self& v) { return ids(v->items, v.of->items); })
        .def_property_readonly("scales", [](const self& v) { return ids(v->scales, v.of->scales); })
        .def_property_readonly("sample_scales", [](const self& v) { return ids(v->sample_scales, v.of->sample_scales); })
        .def_property_readonly("intro", [](const self& v) { return or_none(v->intro); })
        .def_property_readonly("recall_days", [](const self& v) { return positive_or_none(v->recall_days); })
        .def_property_readonly("minimum_contacts", [](const self& v) { return positive_or_none(v->minimum_contacts); })
        .def_property_readonly("modes", [](const self& v) { return tuple_of(v->modes); })
        .def("words", words, py::arg("item"), "The words of an item in this form, or None")
        .def("__repr__", [](const self& v) { return py::str("<Form {}>").format(v->id); });
}

}  // namespace peersupport::python
