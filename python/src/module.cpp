// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

PYBIND11_MODULE(_core_inside, m, pybind11::multiple_interpreters::not_supported()) {
    using namespace peersupport::python;
    m.doc() = "The compiled part of peersupport; use the names of the package peersupport.";
    m.attr("__version__") = PEERSUPPORT_VERSION;
    bind_errors(m);
    bind_text(m);
    bind_rights(m);
    bind_items(m);
    bind_scales(m);
    bind_forms(m);
    bind_instrument(m);
    bind_plan(m);
    bind_answers(m);
    bind_scoring(m);
    bind_sample(m);
    bind_arrow(m);
    bind_definition(m);
    bind_programme(m);
    bind_review(m);
    bind_role(m);
    bind_notes(m);
    bind_integrity(m);
    bind_tally_columns(m);
    bind_tally(m);
    bind_publish(m);
    bind_evidence_reliability(m);
    bind_evidence_agreement(m);
    bind_evidence_charts(m);
}

/// Before Python 3.12 a module cannot tell Python that it does not work in sub-interpreters, and pybind11's
/// own set-up hangs there for ever (pybind11 issue 1975; seen with 3.1.0 on Python 3.11). So it is refused first.
extern "C" PYBIND11_EXPORT PyObject* PyInit__core() {
    if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
        PyErr_SetString(PyExc_ImportError, "peersupport works in the main interpreter only, not in sub-interpreters");
        return nullptr;
    }
    return PyInit__core_inside();
}
