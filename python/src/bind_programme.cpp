// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"

namespace peersupport::python {
namespace {

result<std::string> report_of(std::string_view json, const definition& against, std::string_view as_of) {
    const auto day = parse_date(as_of);
    if (!day) return day.problems();
    const auto read = read_programme(json, against);
    if (!read) return read.problems();
    const auto report = check_programme(*read, against, *day);
    if (!report) return report.problems();
    return write_programme_report(*report);
}

/// check_programme(JSON, definition, "YYYY-MM-DD") -> the report as JSON
std::string checked(const py::args& args) {
    constexpr const char* entry = "check_programme";
    check_count(args, 3, entry);
    const std::string_view json = json_of(args[0], entry);
    const definition_pointer against = argument<definition_object>(args, 1, entry).of;
    const auto as_of = argument<std::string>(args, 2, entry);
    auto made = [&] {
        const py::gil_scoped_release others;
        return report_of(json, *against, as_of);
    }();
    return value_or_raise(std::move(made));
}

/// make_text(English, French) -> Text
localized_string made_text(const py::args& args) {
    constexpr const char* entry = "make_text";
    check_count(args, 2, entry);
    return {argument<std::string>(args, 0, entry), argument<std::string>(args, 1, entry)};
}

}  // namespace

void bind_programme(py::module_& m) {
    m.def("check_programme", checked, "A programme held against a definition: the report as JSON");
    m.def("make_text", made_text, "A text in both languages");
}

}  // namespace peersupport::python
