// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/score.hpp"

#include <algorithm>

namespace peersupport::python {
namespace {

plan compile(const instrument& from, const std::string& form, bool allow_unverified) {
    return value_or_raise(plan::compile(from, {form, allow_unverified}));
}

template <class Id>
py::tuple ids_of(std::size_t count, Id id) {
    py::tuple out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view text = id(i);
        out[i] = py::str(text.data(), text.size());
    }
    return out;
}

/// A list of codes, one for each item in form order; None is blank. Never says what a code was.
std::vector<score> score_codes(const plan& by, const py::handle& from) {
    const py::object list = py::reinterpret_steal<py::object>(PySequence_Fast(from.ptr(), ""));
    if (!list) {
        PyErr_Clear();
        throw py::type_error("score_one: the argument is a list of codes");
    }
    const auto count = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(list.ptr()));
    if (count != by.item_count()) raise(error(status::shape_mismatch));
    std::vector<std::int32_t> codes(count);
    PyObject** cells = PySequence_Fast_ITEMS(list.ptr());
    for (std::size_t i = 0; i < count; ++i) {
        if (cells[i] == Py_None) {
            codes[i] = blank_code;
            continue;
        }
        const long code = PyLong_Check(cells[i]) ? PyLong_AsLong(cells[i]) : -1;
        if (!PyLong_Check(cells[i]) || (code == -1 && PyErr_Occurred())) {
            PyErr_Clear();
            raise(error(status::not_integral, "/" + std::string(by.item_id(i))));
        }
        codes[i] = static_cast<std::int32_t>(std::clamp<long>(code, INT32_MIN + 1, INT32_MAX));
    }
    std::vector<score> scores(by.scale_count());
    const status s = score_one(by, codes, scores);
    if (s != status::ok && s != status::invalid_code) raise(error(s));
    return scores;
}

void bind_score(py::module_& m) {
    py::class_<score>(m, "Score", "One score and what it stands on.")
        .def_property_readonly("value", [](const score& s) -> py::object {
            return s.why == reason::scored ? py::object(py::float_(s.value)) : py::object(py::none());
        })
        .def_readonly("numerator", &score::numerator)
        .def_readonly("denominator", &score::denominator)
        .def_readonly("answered", &score::answered)
        .def_readonly("applicable", &score::applicable)
        .def_readonly("needed", &score::needed)
        .def_property_readonly("reason", [](const score& s) { return id_of(s.why); })
        .def("__repr__", [](const py::object& self) {
            return py::str("<Score {} {}, {} of {} answered>").format(
                self.attr("value"), self.attr("reason"), self.attr("answered"), self.attr("applicable"));
        });
}

}  // namespace

void bind_plan(py::module_& m) {
    bind_score(m);
    py::class_<plan>(m, "Plan", "One form of an instrument, compiled once. Immutable.")
        .def(py::init(&compile), py::arg("instrument"), py::arg("form") = "", py::arg("allow_unverified") = false)
        .def_property_readonly("instrument_id", [](const plan& p) { return p.instrument_id(); })
        .def_property_readonly("instrument_version", [](const plan& p) { return p.instrument_version(); })
        .def_property_readonly("definition_version", [](const plan& p) { return p.definition().version; })
        .def_property_readonly("definition_digest", [](const plan& p) { return p.definition().digest; })
        .def_property_readonly("form", [](const plan& p) { return p.form_id(); })
        .def_property_readonly("subject", [](const plan& p) { return id_of(p.subject()); })
        .def_property_readonly("items", [](const plan& p) {
            return ids_of(p.item_count(), [&p](std::size_t i) { return p.item_id(i); });
        })
        .def_property_readonly("scales", [](const plan& p) {
            return ids_of(p.scale_count(), [&p](std::size_t i) { return p.scale_id(i); });
        })
        .def_property_readonly("sample_scales", [](const plan& p) {
            return ids_of(p.sample_scale_count(), [&p](std::size_t i) { return p.sample_scale_id(i); });
        })
        .def("score_one", [](const plan& p, const py::args& args) {
            check_count(args, 1, "score_one");
            const auto scores = score_codes(p, args[0]);
            py::list out(scores.size());
            for (std::size_t i = 0; i < scores.size(); ++i) out[i] = scores[i];
            return out;
        }, "Scores one response: a list of codes in form order, None for blank")
        .def("__repr__", [](const plan& p) {
            return py::str("<Plan {} {}, form {}>").format(p.instrument_id(), p.instrument_version(), p.form_id());
        });
}

}  // namespace peersupport::python
