// SPDX-License-Identifier: Apache-2.0
// Written over tables and fields, never over one row type: a new table is here without a line.
#include "definition_objects.hpp"

#include "peersupport/definition/search.hpp"

#include <algorithm>

namespace peersupport::python {
namespace {

table_object table_at(const definition_pointer& of, const table_description& table) {
    return {of, definition_table(table, of->tables())};
}

std::optional<table_object> table_named(const definition_pointer& of, const py::handle& name) {
    const auto id = characters(name);
    const table_description* found = id ? find_table_description(*id) : nullptr;
    return found ? std::optional(table_at(of, *found)) : std::nullopt;
}

py::tuple table_ids() {
    const auto all = table_descriptions();
    py::tuple out(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) out[i] = str(all[i].id);
    return out;
}

py::object iterate(const definition_object& d) {
    const auto all = table_descriptions();
    py::tuple out(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) out[i] = table_at(d.of, all[i]);
    return py::iter(out);
}

py::object get_attribute(const py::args& args) {
    auto found = table_named(args[0].cast<const definition_object&>().of, args[1]);
    if (!found) throw py::attribute_error("a definition has no such attribute or table");
    return py::cast(*std::move(found));
}

py::object get_item(const py::args& args) {
    check_count(args, 2, "Definition");
    if (!PyUnicode_Check(args[1].ptr())) throw py::type_error("Definition: a table is asked for by its id");
    auto found = table_named(args[0].cast<const definition_object&>().of, args[1]);
    return found ? py::cast(*std::move(found)) : in_python("no_table")(*args);
}

bool contains(const py::args& args) {
    check_count(args, 2, "Definition");
    return table_named(args[0].cast<const definition_object&>().of, args[1]).has_value();
}

py::object directory(const py::object& self) {
    py::set names(py::module_::import("builtins").attr("object").attr("__dir__")(self));
    for (const table_description& table : table_descriptions()) names.add(str(table.id));
    return py::module_::import("builtins").attr("sorted")(names);
}

py::object find(const py::args& args) {
    check_count(args, 2, "find");
    const auto& self = args[0].cast<const definition_object&>();
    if (!PyUnicode_Check(args[1].ptr())) throw py::type_error("find: the id is a str");
    const auto id = characters(args[1]);
    const auto found = id ? self.of->row(*id) : std::nullopt;
    return found ? py::cast(row_object{self.of, *found}) : in_python("not_found")(*args);
}

py::object overlay(const definition_object& d) {
    const definition_identity& its = d.of->identity();
    if (its.overlay_id.empty()) return py::none();
    return in_python("Overlay")(str(its.overlay_id), str(its.overlay_version), str(its.overlay_digest));
}

py::object changes(const definition_object& d) {
    const overlay_changes& made = d.of->changes();
    return in_python("Changes")(strings(made.added), strings(made.replaced), strings(made.off));
}

py::object equal(const definition_object& a, const py::object& other) {
    if (!py::isinstance<definition_object>(other)) return not_implemented();
    return py::bool_(other.cast<const definition_object&>().of->identity() == a.of->identity());
}

// ---- entries for peersupport._definition

definition_object read(const py::args& args) {
    check_count(args, 1, "read_definition");
    const std::string_view json = json_of(args[0], "read_definition");
    auto made = [&] {
        const py::gil_scoped_release others;
        return read_definition(json);
    }();
    return {value_or_raise(std::move(made))};
}

definition_object laid_over(const py::args& args) {
    constexpr const char* entry = "lay_over";
    check_count(args, 2, entry);
    const definition_pointer base = argument<definition_object>(args, 0, entry).of;
    const std::string_view json = json_of(args[1], entry);
    auto made = [&] {
        const py::gil_scoped_release others;
        return lay_over(base, json);
    }();
    return {value_or_raise(std::move(made))};
}

std::string written(const py::args& args) {
    constexpr const char* entry = "write_definition";
    check_count(args, 2, entry);
    const definition_pointer of = argument<definition_object>(args, 0, entry).of;
    const bool for_people = argument<bool>(args, 1, entry);
    const py::gil_scoped_release others;
    return for_people ? write_definition(*of) : write_canonical_definition(*of);
}

/// How many characters these bytes of UTF-8 are.
std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The text a hit stands in.
std::string_view text_of(const search_hit& hit) {
    if (!hit.field) return hit.row.id();
    const field_value held = hit.row.value(*hit.field);
    return hit.field->kind == field_kind::text ? held.text.in(hit.in) : held.string;
}

/// None for what is the same in every language.
py::object language_of(const search_hit& hit) {
    if (!hit.field || hit.field->kind != field_kind::text) return py::none();
    return py::str(hit.in == language::fr ? "fr" : "en");
}

py::tuple hit_of(const definition_pointer& of, const search_hit& hit) {
    const std::string_view text = text_of(hit);
    const std::size_t begin = std::min(hit.begin, text.size());
    const std::size_t end = std::clamp(hit.end, begin, text.size());
    const std::size_t start = characters_in(text.substr(0, begin));
    const py::str field = str(hit.field ? hit.field->id : "id");
    return py::make_tuple(row_object{of, hit.row}, field, language_of(hit), str(text), start,
                          start + characters_in(text.substr(begin, end - begin)));
}

/// search_definition(definition, query, "en" | "fr" | None) -> [(row, field, language, text, start, end), …]
py::list searched(const py::args& args) {
    constexpr const char* entry = "search_definition";
    check_count(args, 3, entry);
    const definition_pointer of = argument<definition_object>(args, 0, entry).of;
    const auto query = characters(args[1]);
    if (!query && !PyUnicode_Check(args[1].ptr())) throw py::type_error("search_definition: the query is a str");
    std::optional<language> in;
    if (!args[2].is_none()) in = argument<std::string>(args, 2, entry) == "fr" ? language::fr : language::en;
    py::list out;
    if (!query) return out;
    const auto hits = [&] {
        const py::gil_scoped_release others;
        return search(*of, *query, in);
    }();
    for (const search_hit& hit : hits) out.append(hit_of(of, hit));
    return out;
}

}  // namespace

std::string_view json_of(const py::handle& from, const char* entry) {
    if (PyBytes_Check(from.ptr()))
        return {PyBytes_AS_STRING(from.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(from.ptr()))};
    if (!PyUnicode_Check(from.ptr())) throw py::type_error(std::string(entry) + ": JSON is text or bytes");
    const auto text = characters(from);
    if (!text) raise(error(status::json_not_utf8));
    return *text;
}

py::str str(std::string_view text) { return {text.data(), text.size()}; }

py::object text_or_none(const localized_text& text) {
    return or_none(localized_string{std::string(text.en), std::string(text.fr)});
}

py::tuple strings(std::span<const std::string_view> of) {
    py::tuple out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) out[i] = str(of[i]);
    return out;
}

std::optional<std::string_view> characters(const py::handle& from) {
    if (!PyUnicode_Check(from.ptr())) return std::nullopt;
    Py_ssize_t size = 0;
    if (const char* text = PyUnicode_AsUTF8AndSize(from.ptr(), &size))
        return std::string_view(text, static_cast<std::size_t>(size));
    PyErr_Clear();  // its message would hold the text
    return std::nullopt;
}

py::object in_python(const char* function) { return py::module_::import("peersupport._definition").attr(function); }

py::object hash_of(const definition& of, std::string_view id) {
    return py::int_(py::hash(py::make_tuple(of.digest(), of.identity().overlay_digest, id)));
}

py::object not_implemented() { return py::reinterpret_borrow<py::object>(Py_NotImplemented); }

void bind_definition(py::module_& m) {
    using self = definition_object;
    py::class_<self> c(m, "Definition", "What peer support is, one version of it. Each table is an attribute.");
    bind_definition_row(m);
    bind_definition_table(m);
    c.def_property_readonly("version", [](const self& d) { return d.of->version(); })
        .def_property_readonly("digest", [](const self& d) { return d.of->digest(); })
        .def_property_readonly("overlay", overlay)
        .def_property_readonly("changes", changes)
        .def_property_readonly("tables", [](const self&) { return table_ids(); })
        .def_property_readonly(
            "levels", [](const self& d) { return table_at(d.of, *find_table_description("levels_of_influence")); })
        .def("__getattr__", get_attribute)
        .def("__getitem__", get_item)
        .def("__contains__", contains)
        .def("__iter__", iterate)
        .def("__len__", [](const self&) { return table_descriptions().size(); })
        .def("__dir__", directory)
        .def("__eq__", equal, py::arg("other"))
        .def("__hash__", [](const self& d) { return hash_of(*d.of, {}); })
        .def("find", find, "find(id): the row with this id, whatever its table")
        .def("search", method_in_python("search"), "search(query, language=None, table=None): hits, the best first")
        .def("cite", method_in_python("cite"), "cite(format=\"text\", language=None): how to cite the definition")
        .def("to_json", method_in_python("to_json"), "to_json(indent=True): the export, or the bytes of the digest")
        .def("with_overlay", method_in_python("with_overlay"), "with_overlay(overlay): the definition with it on top")
        .def("pin", method_in_python("pin"), "pin(version, digest=None): itself, or an Error when it is another")
        .def("__repr__", method_in_python("definition_text"))
        .def("_repr_html_", method_in_python("definition_html"));

    m.def("read_definition", read, "Reads an exported definition from text or bytes");
    m.def("lay_over", laid_over, "A definition with an overlay on top");
    m.def("write_definition", written, "The export; without indent, the bytes of the digest");
    m.def("search_definition", searched, "Hits as tuples");
    m.attr("definition") = py::cast(self{canonical_pointer()});
}

}  // namespace peersupport::python
