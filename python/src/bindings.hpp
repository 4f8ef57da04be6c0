// SPDX-License-Identifier: Apache-2.0
// What the binding files share. Entries that take text or data are bound as (py::args): pybind11 prints the
// arguments of a call that matches no signature, and those may be personal health information.
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::python {

namespace py = pybind11;

/// A row of an instrument as Python sees it: keeps the instrument alive.
template <class T>
struct view {
    std::shared_ptr<const instrument> of;
    const T* row;
    const T* operator->() const noexcept { return row; }
    const T& operator*() const noexcept { return *row; }
};

template <class T>
[[nodiscard]] py::tuple views(const std::shared_ptr<const instrument>& of, const std::vector<T>& rows) {
    py::tuple out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = view<T>{of, &rows[i]};
    return out;
}

/// The ids of the rows that `places` names.
template <class T>
[[nodiscard]] py::tuple ids(const std::vector<std::size_t>& places, const std::vector<T>& rows) {
    py::tuple out(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) out[i] = py::str(rows[places[i]].id);
    return out;
}

template <class T>
[[nodiscard]] py::tuple tuple_of(const std::vector<T>& from) {
    py::tuple out(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) out[i] = py::cast(from[i]);
    return out;
}

[[nodiscard]] inline py::str text_of_view(std::string_view s) { return {s.data(), s.size()}; }

/// None where a text or a string is empty.
[[nodiscard]] inline py::object or_none(const localized_string& s) {
    return s.empty() ? py::object(py::none()) : py::cast(s);
}
[[nodiscard]] inline py::object or_none(const std::string& s) {
    return s.empty() ? py::object(py::none()) : py::object(py::str(s));
}

/// Raises peersupport.Error with every problem found.
[[noreturn]] void raise(const error& problems);

template <class T>
[[nodiscard]] T value_or_raise(result<T> r) {
    if (!r) raise(r.problems());
    return std::move(r).value();
}

/// The arguments of a guarded entry; raises TypeError that names the entry and nothing else.
void check_count(const py::args& args, std::size_t count, const char* entry);
template <class T>
[[nodiscard]] T argument(const py::args& args, std::size_t at, const char* entry) {
    try {
        return py::cast<T>(args[at]);
    } catch (const py::cast_error&) {
        throw py::type_error(std::string(entry) + ": argument " + std::to_string(at + 1) + " has the wrong type");
    }
}

/// One row of a list argument: a tuple of that size.
[[nodiscard]] py::tuple row_of(const py::handle& row, std::size_t size, const char* entry);

/// Asks peersupport._render for the text or HTML of an object.
[[nodiscard]] py::object rendered(const char* function, const py::object& what);

void bind_errors(py::module_& m);
void bind_text(py::module_& m);
void bind_rights(py::module_& m);
void bind_items(py::module_& m);
void bind_scales(py::module_& m);
void bind_forms(py::module_& m);
void bind_instrument(py::module_& m);
void bind_plan(py::module_& m);
void bind_answers(py::module_& m);
void bind_scoring(py::module_& m);
void bind_sample(py::module_& m);
void bind_arrow(py::module_& m);
void bind_definition(py::module_& m);
void bind_programme(py::module_& m);
void bind_review(py::module_& m);
void bind_role(py::module_& m);
void bind_notes(py::module_& m);
void bind_integrity(py::module_& m);
void bind_tally(py::module_& m);
void bind_tally_columns(py::module_& m);
void bind_publish(py::module_& m);
void bind_evidence_reliability(py::module_& m);
void bind_evidence_agreement(py::module_& m);
void bind_evidence_charts(py::module_& m);

}  // namespace peersupport::python
