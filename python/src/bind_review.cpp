// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include "peersupport/exchange/baseline_json.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/note_check.hpp"

namespace peersupport::python {
namespace {

std::vector<rule_pack> packs_of(const py::handle& from, const char* entry) {
    std::vector<rule_pack> packs;
    for (const py::handle one : py::cast<py::sequence>(from)) packs.push_back(value_or_raise(read_rule_pack(json_of(one, entry))));
    return packs;
}

/// compile_rules([pack as JSON, …], with the library's own) -> RuleSet
rule_set compiled(const py::args& args) {
    constexpr const char* entry = "compile_rules";
    check_count(args, 2, entry);
    std::vector<rule_pack> packs = packs_of(args[0], entry);
    if (!argument<bool>(args, 1, entry)) return value_or_raise(rule_set::compile(std::move(packs)));
    if (packs.empty()) return value_or_raise(result<rule_set>(canonical_rules()));
    return value_or_raise(compile_rules(std::move(packs)));
}

std::string_view text_of(const py::handle& from, const char* entry) {
    if (const auto text = characters(from)) return *text;
    throw py::type_error(std::string(entry) + ": a text is not a str that UTF-8 can hold");
}

template <class Enum, std::size_t N>
std::optional<Enum> word_of(const py::handle& from, const std::array<std::string_view, N>& words, const char* entry) {
    if (from.is_none()) return std::nullopt;
    const std::string_view text = text_of(from, entry);
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == text) return static_cast<Enum>(i);
    throw py::value_error(std::string(entry) + ": an option has a value that is not known");
}

/// A checked note: what was found, and the rules that found it. Holds no text of the note.
struct checked_note {
    rule_set rules;
    note_report report;
};

/// Today's date and time, and what was decided to stay; the options keep views of both.
struct check_surroundings {
    note_check_options options;
    std::optional<baseline> left_alone;
};

note note_of(const py::args& args, const char* entry) {
    constexpr std::array<std::string_view, 2> languages{"en", "fr"};
    constexpr std::array<std::string_view, note_kinds> kinds{"individual", "group", "crisis", "late", "minimal"};
    note what{text_of(args[1], entry)};
    for (const auto& [name, value] : argument<py::dict>(args, 2, entry)) {
        const auto field = find_note_field(text_of(name, entry));
        if (!field) raise(error(status::field_unknown, "/fields"));
        what.fields[static_cast<std::size_t>(*field)] = text_of(value, entry);
    }
    what.written_in = word_of<language>(args[3], languages, entry);
    what.kind = word_of<note_kind>(args[4], kinds, entry);
    return what;
}

/// check_note(RuleSet, text, {field: text}, language or None, kind or None, profile, now or None, baseline as JSON or None)
checked_note checked(const py::args& args) {
    constexpr const char* entry = "check_note";
    check_count(args, 8, entry);
    const auto& rules = argument<const rule_set&>(args, 0, entry);
    const note what = note_of(args, entry);
    check_surroundings around;
    around.options.profile = text_of(args[5], entry);
    if (!args[6].is_none()) around.options.now = text_of(args[6], entry);
    if (!args[7].is_none()) around.left_alone = value_or_raise(read_baseline(json_of(args[7], entry)));
    if (around.left_alone) around.options.left_alone = &*around.left_alone;
    auto report = [&] {
        const py::gil_scoped_release others;
        note_checker checker(rules);
        return checker.check(what, around.options);
    }();
    return {rules, value_or_raise(std::move(report))};
}

std::string report_json(const checked_note& checked, const py::handle& shown_in) {
    constexpr std::array<std::string_view, 2> languages{"en", "fr"};
    return write_note_report(checked.report, checked.rules, word_of<language>(shown_in, languages, "json").value_or(checked.report.in));
}

std::string report_sarif(const checked_note& checked, const py::handle& shown_in, const py::handle& uri) {
    constexpr std::array<std::string_view, 2> languages{"en", "fr"};
    const language in = word_of<language>(shown_in, languages, "sarif").value_or(checked.report.in);
    return value_or_raise(write_note_sarif(checked.report, checked.rules, in, uri.is_none() ? std::string_view{} : text_of(uri, "sarif")));
}

py::list profiles_of(const rule_set& rules) {
    const auto both = [](const localized_string& text) {
        py::dict made;
        made["en"] = text.en;
        made["fr"] = text.fr;
        return made;
    };
    py::list made;
    for (const note_profile& p : rules.profiles()) {
        py::dict one;
        one["id"] = p.id;
        one["name"] = both(p.name);
        one["description"] = both(p.description);
        one["adopted_by"] = both(p.adopted_by);
        made.append(one);
    }
    return made;
}

}  // namespace

void bind_review(py::module_& m) {
    py::class_<rule_set>(m, "RuleSet", "Rules of the note check and the role check, ready to read by.")
        .def_property_readonly("digest", [](const rule_set& r) { return std::string(r.digest()); })
        .def_property_readonly("ids", [](const rule_set& r) {
            py::list ids;
            for (const review_rule& rule : r.rules()) ids.append(rule.id);
            return py::tuple(ids);
        })
        .def_property_readonly("profiles", profiles_of);
    py::class_<checked_note>(m, "CheckedNote", "What the check of one note says; holds no text of it.")
        .def("json", [](const checked_note& c, const py::object& shown_in) { return report_json(c, shown_in); }, py::arg("shown_in") = py::none())
        .def("sarif", [](const checked_note& c, const py::object& shown_in, const py::object& uri) { return report_sarif(c, shown_in, uri); },
             py::arg("shown_in") = py::none(), py::arg("uri") = py::none());
    m.def("compile_rules", compiled, "Rules made ready: packs as JSON, with the library's own or without");
    m.def("check_note", checked, "A note held against rules");
}

}  // namespace peersupport::python
