// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include "peersupport/exchange/role_json.hpp"
#include "peersupport/exchange/role_request_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/role_check.hpp"

namespace peersupport::python {
namespace {

/// A checked job description or activity log: what was found, and the rules that found it. Holds no text of it.
struct checked_role {
    rule_set rules;
    role_report report;
    definition_pointer by;
};

/// compile_role_rules([pack as JSON, …], with the library's own) -> RuleSet
rule_set compiled(const py::args& args) {
    constexpr const char* entry = "compile_role_rules";
    check_count(args, 2, entry);
    std::vector<rule_pack> packs;
    for (const py::handle one : py::cast<py::sequence>(args[0])) packs.push_back(value_or_raise(read_rule_pack(json_of(one, entry))));
    if (!argument<bool>(args, 1, entry)) return value_or_raise(rule_set::compile(std::move(packs)));
    if (packs.empty()) return value_or_raise(result<rule_set>(canonical_role_rules()));
    return value_or_raise(compile_role_rules(std::move(packs)));
}

/// check_role(RuleSet, request as JSON, definition)
checked_role checked(const py::args& args) {
    constexpr const char* entry = "check_role";
    check_count(args, 3, entry);
    const auto& rules = argument<const rule_set&>(args, 0, entry);
    const definition_pointer by = argument<definition_object>(args, 2, entry).of;
    role_request request = value_or_raise(read_role_request(json_of(args[1], entry)));
    auto report = [&] {
        const py::gil_scoped_release others;
        return role_checker(rules, *by).check(request.what());
    }();
    return {rules, value_or_raise(std::move(report)), by};
}

language shown_in(const checked_role& checked, const py::handle& given) {
    if (given.is_none()) return checked.report.in;
    const auto text = characters(given);
    return text && *text == "fr" ? language::fr : language::en;
}

/// suggested_role(CheckedRole, request as JSON, language or None): of the same request.
std::string suggested(const py::args& args) {
    constexpr const char* entry = "suggested_role";
    check_count(args, 3, entry);
    const auto& checked = argument<const checked_role&>(args, 0, entry);
    role_request request = value_or_raise(read_role_request(json_of(args[1], entry)));
    return suggested_description(request.what(), checked.report, checked.rules, *checked.by, shown_in(checked, args[2]));
}

}  // namespace

void bind_role(py::module_& m) {
    py::class_<checked_role>(m, "CheckedRole", "What the check of a job description or an activity log says; holds no text of it.")
        .def("json", [](const checked_role& c, const py::object& in) { return write_role_report(c.report, c.rules, *c.by, shown_in(c, in)); }, py::arg("shown_in") = py::none())
        .def("sarif", [](const checked_role& c, const py::object& in, const py::object& uri) {
            const auto named = uri.is_none() ? std::optional<std::string_view>(std::string_view{}) : characters(uri);
            return value_or_raise(write_role_sarif(c.report, c.rules, shown_in(c, in), named.value_or(std::string_view{})));
        }, py::arg("shown_in") = py::none(), py::arg("uri") = py::none());
    m.def("compile_role_rules", compiled, "Rules of the role check made ready: packs as JSON, with the library's own or without");
    m.def("check_role", checked, "A job description or an activity log held against a role");
    m.def("suggested_role", suggested, "A whole job description, from what is there and what is proposed");
}

}  // namespace peersupport::python
