// SPDX-License-Identifier: Apache-2.0
// What Python holds of a definition. Each object keeps its definition alive; descriptions of tables and
// fields are the library's own and always there.
#pragma once

#include "bindings.hpp"

#include "peersupport/exchange/definition_json.hpp"

#include <optional>

namespace peersupport::python {

struct definition_object {
    definition_pointer of;
};

struct table_object {
    definition_pointer of;
    definition_table table;
};

struct row_object {
    definition_pointer of;
    definition_row row;
};

struct field_object {
    const definition_field* field;
};

struct cue_object {
    std::string id;
    localized_string text;
};

/// A text that is None where there is none.
[[nodiscard]] py::object text_or_none(const localized_text& text);
[[nodiscard]] py::str str(std::string_view text);
[[nodiscard]] py::tuple strings(std::span<const std::string_view> of);
[[nodiscard]] py::tuple fields_of(const table_description& table);

/// The characters of a str while it lives; nothing when it is no str, or not one that UTF-8 can hold.
[[nodiscard]] std::optional<std::string_view> characters(const py::handle& from);

/// The argument of an entry that takes JSON: text or bytes; borrowed while the argument lives.
[[nodiscard]] std::string_view json_of(const py::handle& from, const char* entry);

/// A function of peersupport._definition.
[[nodiscard]] py::object in_python(const char* function);

/// A method that peersupport._definition implements, for what takes options or is made for people.
[[nodiscard]] inline auto method_in_python(const char* function) {
    return [function](const py::args& args, const py::kwargs& options) -> py::object {
        return in_python(function)(*args, **options);
    };
}

[[nodiscard]] py::object hash_of(const definition& of, std::string_view id);
[[nodiscard]] py::object not_implemented();

void bind_definition_row(py::module_& m);
void bind_definition_table(py::module_& m);

}  // namespace peersupport::python
