// SPDX-License-Identifier: Apache-2.0
// Read-only: the canonical definition's rows live as long as the library.
#include "bindings.hpp"

#include "peersupport/definition/definition.hpp"

namespace peersupport::python {
namespace {

template <class Row>
using row_class = py::class_<Row, std::unique_ptr<Row, py::nodelete>>;

py::object text(const localized_text& t) { return or_none(localized_string{std::string(t.en), std::string(t.fr)}); }

template <class Row>
py::tuple rows(std::span<const Row> of) {
    py::tuple out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) out[i] = py::cast(&of[i], py::return_value_policy::reference);
    return out;
}

py::tuple texts(std::span<const cue> of) {
    py::tuple out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) out[i] = text(of[i].text);
    return out;
}

py::tuple strings(std::span<const std::string_view> of) {
    py::tuple out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) out[i] = py::str(of[i].data(), of[i].size());
    return out;
}

/// What every row has.
template <class Row>
row_class<Row> bind_row(py::module_& m, const char* name, const char* doc) {
    row_class<Row> c(m, name, doc);
    c.def_property_readonly("id", [](const Row& r) { return r.id; })
        .def_property_readonly("standing", [](const Row& r) { return id_of(r.standing); })
        .def("__repr__", [](const py::object& self) {
            return py::str("<{} {}>").format(py::type::of(self).attr("__name__"), self.attr("id"));
        });
    return c;
}

template <class Row>
row_class<Row> bind_named(py::module_& m, const char* name, const char* doc) {
    auto c = bind_row<Row>(m, name, doc);
    c.def_property_readonly("name", [](const Row& r) { return text(r.name); })
        .def_property_readonly("sources", [](const Row& r) { return strings(r.sources); });
    return c;
}

void bind_rows(py::module_& m) {
    bind_named<value>(m, "Value", "One of the seven values of peer support.")
        .def_property_readonly("code", [](const value& v) { return v.code; })
        .def_property_readonly("meaning", [](const value& v) { return text(v.meaning); })
        .def_property_readonly("present_cues", [](const value& v) { return texts(v.present_cues); })
        .def_property_readonly("eroded_cues", [](const value& v) { return texts(v.eroded_cues); })
        .def_property_readonly("note", [](const value& v) { return text(v.note); });
    bind_named<principle>(m, "Principle", "A cross-cutting principle.")
        .def_property_readonly("meaning", [](const principle& p) { return text(p.meaning); })
        .def_property_readonly("primary_value", [](const principle& p) { return p.primary_value; })
        .def_property_readonly("secondary_value", [](const principle& p) { return p.secondary_value; })
        .def_property_readonly("present_cues", [](const principle& p) { return texts(p.present_cues); })
        .def_property_readonly("eroded_cues", [](const principle& p) { return texts(p.eroded_cues); });
    bind_named<perspective>(m, "Perspective", "From where somebody sees a service.")
        .def_property_readonly("meaning", [](const perspective& p) { return text(p.meaning); })
        .def_property_readonly("receives_support", [](const perspective& p) { return p.receives_support; });
    bind_named<level_of_influence>(m, "LevelOfInfluence", "A level at which something helps or hinders peer support.")
        .def_property_readonly("look_at", [](const level_of_influence& l) { return text(l.look_at); })
        .def_property_readonly("indicators", [](const level_of_influence& l) { return text(l.indicators); })
        .def_property_readonly("reflection", [](const level_of_influence& l) { return text(l.reflection); });
    bind_row<source>(m, "DefinitionSource", "Where a row comes from.")
        .def_property_readonly("title", [](const source& s) { return text(s.title); })
        .def_property_readonly("who", [](const source& s) { return s.who; })
        .def_property_readonly("year", [](const source& s) -> py::object {
            return s.year == 0 ? py::object(py::none()) : py::object(py::int_(s.year));
        })
        .def_property_readonly("url", [](const source& s) { return or_none(std::string(s.url)); })
        .def_property_readonly("note", [](const source& s) { return text(s.note); });
}

}  // namespace

void bind_definition(py::module_& m) {
    bind_rows(m);
    py::class_<definition, std::unique_ptr<definition, py::nodelete>>(m, "Definition", "What peer support is, one version of it.")
        .def_property_readonly("version", [](const definition& d) { return d.version(); })
        .def_property_readonly("values", [](const definition& d) { return rows(d.values()); })
        .def_property_readonly("principles", [](const definition& d) { return rows(d.principles()); })
        .def_property_readonly("perspectives", [](const definition& d) { return rows(d.perspectives()); })
        .def_property_readonly("levels", [](const definition& d) { return rows(d.levels_of_influence()); })
        .def_property_readonly("sources", [](const definition& d) { return rows(d.sources()); })
        .def("__repr__", [](const definition& d) { return py::str("<Definition {}>").format(d.version()); });
    m.attr("definition") = py::cast(&canonical(), py::return_value_policy::reference);
}

}  // namespace peersupport::python
