// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include <algorithm>
#include <array>

namespace peersupport::python {
namespace {

/// In the order of field_kind.
constexpr std::array<const char*, 9> kinds{"text", "string", "reference", "references", "words",
                                           "cues", "number", "flag",      "word"};

py::tuple cues(std::span<const cue> of) {
    py::tuple out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) {
        const localized_text& text = of[i].text;
        out[i] = cue_object{std::string(of[i].id), {std::string(text.en), std::string(text.fr)}};
    }
    return out;
}

py::object object_of(field_kind kind, const field_value& value) {
    switch (kind) {
        case field_kind::references:
        case field_kind::words: return strings(value.list);
        case field_kind::cues: return cues(value.cues);
        case field_kind::text: return text_or_none(value.text);
        case field_kind::flag: return py::bool_(value.number != 0);
        default: break;
    }
    if (!value.given) return py::none();
    if (kind == field_kind::number) return py::int_(value.number);
    return str(value.string);
}

/// What a row holds under this name; nothing when its table has no such field.
std::optional<py::object> member(const row_object& of, const py::handle& name) {
    const auto id = characters(name);
    const definition_field* field = id ? find_field(of.row.table(), *id) : nullptr;
    if (!field) return std::nullopt;
    return object_of(field->kind, of.row.value(*field));
}

py::object get_attribute(const py::args& args) {
    const auto& self = args[0].cast<const row_object&>();
    if (auto found = member(self, args[1])) return *std::move(found);
    throw py::attribute_error("rows of " + std::string(self.row.table().id) + " have no such attribute");
}

py::object get_item(const py::args& args) {
    const auto& self = args[0].cast<const row_object&>();
    check_count(args, 2, "Row");
    if (characters(args[1]) == "id") return str(self.row.id());
    if (auto found = member(self, args[1])) return *std::move(found);
    return in_python("no_field")(*args);
}

py::object directory(const py::object& self) {
    py::set names(py::module_::import("builtins").attr("object").attr("__dir__")(self));
    for (const definition_field& field : self.cast<const row_object&>().row.table().fields) names.add(str(field.id));
    return py::module_::import("builtins").attr("sorted")(names);
}

const char* origin(const row_object& of) {
    const overlay_changes& changes = of.of->changes();
    if (std::ranges::binary_search(changes.added, of.row.id())) return "added";
    if (std::ranges::binary_search(changes.replaced, of.row.id())) return "replaced";
    return "definition";
}

py::object equal(const row_object& a, const py::object& other) {
    if (!py::isinstance<row_object>(other)) return not_implemented();
    const auto& b = other.cast<const row_object&>();
    return py::bool_(a.row.id() == b.row.id() && a.of->identity() == b.of->identity());
}

void bind_cue(py::module_& m) {
    using self = cue_object;
    py::class_<self>(m, "Cue", "A phrase by which something is recognized.")
        .def_readonly("id", &self::id)
        .def_readonly("text", &self::text)
        .def("__str__", [](const self& c) { return py::str(py::cast(c.text)); })
        .def("__repr__", [](const self& c) { return py::str("Cue(id={!r}, text={!r})").format(c.id, c.text); })
        .def(
            "__eq__",
            [](const self& c, const py::object& other) -> py::object {
                if (!py::isinstance<self>(other)) return not_implemented();
                const auto& o = other.cast<const self&>();
                return py::bool_(o.id == c.id && o.text == c.text);
            },
            py::arg("other"))
        .def("__hash__", [](const self& c) { return py::hash(py::make_tuple(c.id, c.text)); });
}

void bind_field(py::module_& m) {
    using self = field_object;
    py::class_<self>(m, "Field", "A member of the rows of one table.")
        .def_property_readonly("id", [](const self& f) { return f.field->id; })
        .def_property_readonly("label", [](const self& f) { return text_or_none(f.field->label); })
        .def_property_readonly("kind", [](const self& f) { return kinds[static_cast<std::size_t>(f.field->kind)]; })
        .def_property_readonly("required", [](const self& f) { return f.field->required; })
        .def_property_readonly("replaceable", [](const self& f) { return f.field->replaceable; })
        .def_property_readonly("refers_to", [](const self& f) { return or_none(std::string(f.field->refers_to)); })
        .def_property_readonly("words", [](const self& f) { return strings(f.field->words); })
        .def("__repr__",
             [](const self& f) {
                 return py::str("<Field {}: {}>").format(f.field->id, kinds[static_cast<std::size_t>(f.field->kind)]);
             })
        .def(
            "__eq__",
            [](const self& f, const py::object& other) -> py::object {
                if (!py::isinstance<self>(other)) return not_implemented();
                return py::bool_(other.cast<const self&>().field == f.field);
            },
            py::arg("other"))
        .def("__hash__", [](const self& f) { return py::hash(py::int_(reinterpret_cast<std::uintptr_t>(f.field))); });
}

}  // namespace

py::tuple fields_of(const table_description& table) {
    py::tuple out(table.fields.size());
    for (std::size_t i = 0; i < table.fields.size(); ++i) out[i] = field_object{&table.fields[i]};
    return out;
}

void bind_definition_row(py::module_& m) {
    bind_cue(m);
    bind_field(m);
    using self = row_object;
    py::class_<self>(m, "Row", "One row of a definition; each of its fields is an attribute.")
        .def_property_readonly("id", [](const self& r) { return r.row.id(); })
        .def_property_readonly("table", [](const self& r) { return r.row.table().id; })
        .def_property_readonly("definition", [](const self& r) { return definition_object{r.of}; })
        .def_property_readonly("label", [](const self& r) { return text_or_none(r.row.label()); })
        .def_property_readonly("origin", origin)
        .def_property_readonly("fields", [](const self& r) { return fields_of(r.row.table()); })
        .def("cite", method_in_python("cite_row"), "cite(format=\"text\", language=None): how to cite the row")
        .def("__getattr__", get_attribute)
        .def("__getitem__", get_item)
        .def("__dir__", directory)
        .def("__eq__", equal, py::arg("other"))
        .def("__hash__", [](const self& r) { return hash_of(*r.of, r.row.id()); })
        .def("__repr__", method_in_python("row_text"))
        .def("_repr_html_", method_in_python("row_html"));
}

}  // namespace peersupport::python
