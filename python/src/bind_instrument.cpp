// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/instrument/bundled.hpp"

namespace peersupport::python {
namespace {

using handle = std::shared_ptr<instrument>;

/// Text or bytes; borrowed while the argument lives.
std::string_view bytes_of(const py::handle& from) {
    char* data = nullptr;
    Py_ssize_t size = 0;
    if (PyBytes_Check(from.ptr())) {
        PyBytes_AsStringAndSize(from.ptr(), &data, &size);
        return {data, static_cast<std::size_t>(size)};
    }
    if (PyUnicode_Check(from.ptr())) {
        const char* text = PyUnicode_AsUTF8AndSize(from.ptr(), &size);
        if (text) return {text, static_cast<std::size_t>(size)};
        PyErr_Clear();  // its message would hold the text
        raise(error(status::json_not_utf8));
    }
    throw py::type_error("read_instrument: the argument is text or bytes");
}

handle read(const py::args& args) {
    check_count(args, 1, "read_instrument");
    return std::make_shared<instrument>(value_or_raise(read_instrument(bytes_of(args[0]))));
}

handle open(const py::args& args) {
    check_count(args, 1, "open_instrument");
    return std::make_shared<instrument>(value_or_raise(open_instrument(argument<std::string>(args, 0, "open_instrument"))));
}

py::object default_form_id(const instrument& of) {
    const form* f = default_form(of);
    return f ? py::object(py::str(f->id)) : py::object(py::none());
}

}  // namespace

void bind_instrument(py::module_& m) {
    py::class_<instrument, handle> c(m, "Instrument", "A versioned set of items, scales, forms and rules. Immutable.");
    const auto field = [&c](const char* name, auto get) { c.def_property_readonly(name, get); };
    field("id", [](const instrument& i) { return i.id; });
    field("version", [](const instrument& i) { return i.version; });
    field("released", [](const instrument& i) { return or_none(i.released); });
    field("name", [](const instrument& i) { return i.name; });
    field("about", [](const instrument& i) { return i.about; });
    field("subject", [](const instrument& i) { return id_of(i.subject); });
    field("standing", [](const instrument& i) { return id_of(i.standing); });
    field("state", [](const instrument& i) { return id_of(i.verification.state); });
    field("missing", [](const instrument& i) { return tuple_of(i.verification.missing); });
    field("verification", [](const handle& i) { return view<verification>{i, &i->verification}; });
    field("rights", [](const handle& i) { return view<rights>{i, &i->rights}; });
    field("co_production", [](const handle& i) { return view<co_production>{i, &i->co_production}; });
    field("sources", [](const handle& i) { return views<instrument_source>(i, i->sources); });
    field("facets", [](const handle& i) { return views<facet>(i, i->facets); });
    field("response_scales", [](const handle& i) { return views<response_scale>(i, i->response_scales); });
    field("items", [](const handle& i) { return views<item>(i, i->items); });
    field("scales", [](const handle& i) { return views<scale>(i, i->scales); });
    field("sample_scales", [](const handle& i) { return views<sample_scale>(i, i->sample_scales); });
    field("forms", [](const handle& i) { return views<form>(i, i->forms); });
    field("default_form", default_form_id);
    c.def("cite", [](const instrument& i) { return i.citation; }, "One line: how to cite the instrument")
        .def("to_json", [](const instrument& i) { return write_instrument(i); }, "The instrument file as text")
        .def("__eq__", [](const instrument& i, const py::object& other) {
            return py::isinstance<instrument>(other) && other.cast<const instrument&>() == i;
        }, py::arg("other"))
        .def("__hash__", [](const instrument& i) { return py::hash(py::make_tuple(i.id, i.version)); })
        .def("__reduce__", [](const py::object& self) {
            const auto entry = py::module_::import("peersupport._core").attr("read_instrument");
            return py::make_tuple(entry, py::make_tuple(self.attr("to_json")()));
        })
        .def("__repr__", [](const py::object& self) { return rendered("instrument_text", self); })
        .def("_repr_html_", [](const py::object& self) { return rendered("instrument_html", self); });

    m.def("read_instrument", read, "Reads an instrument file from text or bytes");
    m.def("open_instrument", open, "A bundled instrument by its id");
    m.def("bundled_ids", [] {
        py::list out;
        for (const auto& row : bundled_instruments()) out.append(py::str(row.id.data(), row.id.size()));
        return py::tuple(out);
    });
}

}  // namespace peersupport::python
