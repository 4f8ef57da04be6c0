// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include "peersupport/exchange/definition_arrow.hpp"

#include <array>

namespace peersupport::python {
namespace {

constexpr const char* stream_name = "arrow_array_stream";

/// In the order of table_group.
constexpr std::array<const char*, 9> groups{"foundations", "role",        "organization", "governance",
                                            "evaluation",  "improvement", "words",        "codes",
                                            "integrity"};

row_object row_at(const table_object& t, std::size_t place) { return {t.of, t.table[place]}; }

py::tuple rows(const table_object& t, py::ssize_t first, py::ssize_t step, py::ssize_t count) {
    py::tuple out(count);
    for (py::ssize_t i = 0; i < count; ++i)
        out[static_cast<std::size_t>(i)] = row_at(t, static_cast<std::size_t>(first + i * step));
    return out;
}

py::object at_place(const table_object& t, const py::handle& index) {
    const auto size = static_cast<py::ssize_t>(t.table.size());
    py::ssize_t at = PyNumber_AsSsize_t(index.ptr(), PyExc_IndexError);
    if (at == -1 && PyErr_Occurred()) throw py::error_already_set();
    if (at < 0) at += size;
    if (at < 0 || at >= size) throw py::index_error(std::string(t.table.description().id) + " has fewer rows");
    return py::cast(row_at(t, static_cast<std::size_t>(at)));
}

py::object get_item(const py::args& args) {
    const auto& self = args[0].cast<const table_object&>();
    check_count(args, 2, "Table");
    const py::handle key = args[1];
    if (PyIndex_Check(key.ptr())) return at_place(self, key);
    if (PySlice_Check(key.ptr())) {
        py::ssize_t first = 0, last = 0, step = 0, count = 0;
        const auto size = static_cast<py::ssize_t>(self.table.size());
        if (!py::reinterpret_borrow<py::slice>(key).compute(size, &first, &last, &step, &count))
            throw py::error_already_set();
        return rows(self, first, step, count);
    }
    if (!PyUnicode_Check(key.ptr())) throw py::type_error("Table: a row is asked for by its place or its id");
    const auto id = characters(key);
    const auto found = id ? self.table.find(*id) : std::nullopt;
    return found ? py::cast(row_object{self.of, *found}) : in_python("no_row")(*args);
}

bool contains(const py::args& args) {
    const auto& self = args[0].cast<const table_object&>();
    check_count(args, 2, "Table");
    if (py::isinstance<row_object>(args[1])) {
        const auto& row = args[1].cast<const row_object&>();
        return &row.row.table() == &self.table.description() && row.of->identity() == self.of->identity();
    }
    const auto id = characters(args[1]);
    return id && self.table.find(*id);
}

py::tuple ids_of(const table_object& t) {
    py::tuple out(t.table.size());
    for (std::size_t i = 0; i < t.table.size(); ++i) out[i] = str(t.table[i].id());
    return out;
}

py::object equal(const table_object& a, const py::object& other) {
    if (!py::isinstance<table_object>(other)) return not_implemented();
    const auto& b = other.cast<const table_object&>();
    return py::bool_(&a.table.description() == &b.table.description() && a.of->identity() == b.of->identity());
}

/// Consumers may ask for another schema; as the standard lets us, they get ours.
py::capsule arrow_stream(const py::args& args, const py::kwargs&) {
    const auto& self = args[0].cast<const table_object&>();
    auto stream = std::make_unique<ArrowArrayStream>();
    if (const status s = write_table(*self.of, self.table.description(), stream.get()); s != status::ok)
        raise(error(s));
    return py::capsule(stream.release(), stream_name, [](PyObject* capsule) {
        auto* s = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, stream_name));
        if (s->release) s->release(s);
        delete s;
    });
}

}  // namespace

void bind_definition_table(py::module_& m) {
    using self = table_object;
    py::class_<self> c(m, "Table", "One table of a definition.");
    const auto field = [&c](const char* name, auto get) { c.def_property_readonly(name, get); };
    field("id", [](const self& t) { return t.table.description().id; });
    field("title", [](const self& t) { return text_or_none(t.table.description().title); });
    field("purpose", [](const self& t) { return text_or_none(t.table.description().purpose); });
    field("group", [](const self& t) { return groups[static_cast<std::size_t>(t.table.description().group)]; });
    field("group_title", [](const self& t) { return text_or_none(title_of(t.table.description().group)); });
    field("prefix", [](const self& t) { return t.table.description().prefix; });
    field("may_add", [](const self& t) { return t.table.description().may_add; });
    field("may_switch_off", [](const self& t) { return t.table.description().may_switch_off; });
    field("fields", [](const self& t) { return fields_of(t.table.description()); });
    field("ids", ids_of);
    field("definition", [](const self& t) { return definition_object{t.of}; });
    c.def("__len__", [](const self& t) { return t.table.size(); })
        .def("__iter__",
             [](const self& t) { return py::iter(rows(t, 0, 1, static_cast<py::ssize_t>(t.table.size()))); })
        .def("__getitem__", get_item)
        .def("__contains__", contains)
        .def("__eq__", equal, py::arg("other"))
        .def("__hash__", [](const self& t) { return hash_of(*t.of, t.table.description().id); })
        .def("__arrow_c_stream__", arrow_stream, "The table as an Arrow stream; each call gives a new one")
        .def("to_arrow", method_in_python("to_arrow"), "to_arrow(): a pyarrow.Table")
        .def("to_pandas", method_in_python("to_pandas"), "to_pandas(): a pandas.DataFrame")
        .def("to_polars", method_in_python("to_polars"), "to_polars(): a polars.DataFrame")
        .def("__repr__", method_in_python("table_text"))
        .def("_repr_html_", method_in_python("table_html"));
}

}  // namespace peersupport::python
