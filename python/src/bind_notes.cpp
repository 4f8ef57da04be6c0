// SPDX-License-Identifier: Apache-2.0
// Many notes at once: the entry, and its columns for NumPy and for Arrow.
#include "definition_objects.hpp"
#include "note_cells.hpp"
#include "note_threads.hpp"

#include "peersupport/exchange/baseline_json.hpp"
#include "peersupport/exchange/note_batch_arrow.hpp"

#include <algorithm>

namespace peersupport::python {
namespace {

/// What was found in many notes, and the rules that found it. Holds no text of a note.
struct checked_notes {
    rule_set rules;
    std::shared_ptr<const note_batch> found;
};

std::string_view option(const py::args& args, std::size_t at, const char* entry) {
    if (const auto text = characters(args[at])) return *text;
    throw py::type_error(std::string(entry) + ": argument " + std::to_string(at + 1) + " has the wrong type");
}

template <class Enum>
std::optional<Enum> choice(const py::args& args, std::size_t at, std::string_view column, const char* entry) {
    if (args[at].is_none()) return std::nullopt;
    const auto words = batch_words(column);
    const auto found = std::ranges::find(words, option(args, at, entry));
    if (found == words.end()) raise(error(status::invalid_argument));
    return static_cast<Enum>(found - words.begin());
}

std::size_t row_of(const problem& p) { return p.path.empty() ? 0 : static_cast<std::size_t>(std::stoull(p.path.substr(1))); }

/// Problems of cells and of texts in the order of their rows.
error merged(const error& cells, const error& texts) {
    std::vector<problem> all = cells.problems;
    all.insert(all.end(), texts.problems.begin(), texts.problems.end());
    std::ranges::stable_sort(all, {}, row_of);
    error made;
    for (const problem& p : all) made.add(p.code, p.path, p.offset);
    made.total = cells.total + texts.total;
    return made;
}

/// What is wrong with the options is told before any note is looked at, and also when there is none.
void try_options(const rule_set& rules, const note_check_options& options) {
    if (const auto tried = note_checker(rules).check({}, options); !tried) raise(tried.problems());
}

/// check_notes(RuleSet, cells, language or None, kind or None, profile, now or None, baseline as JSON or None, threads)
checked_notes checked(const py::args& args) {
    constexpr const char* entry = "check_notes";
    check_count(args, 8, entry);
    const rule_set rules = argument<const rule_set&>(args, 0, entry);
    note_batch_options options;
    options.written_in = choice<language>(args, 2, "language", entry);
    options.kind = choice<note_kind>(args, 3, "note_kind", entry);
    options.check.profile = option(args, 4, entry);
    if (!args[5].is_none()) options.check.now = option(args, 5, entry);
    std::optional<baseline> left_alone;
    if (!args[6].is_none()) left_alone = value_or_raise(read_baseline(json_of(args[6], entry)));
    if (left_alone) options.check.left_alone = &*left_alone;
    const auto threads = argument<std::size_t>(args, 7, entry);
    try_options(rules, options.check);
    const note_cells cells(args[1]);
    error wrong;
    auto found = [&] {
        const py::gil_scoped_release others;
        return std::make_shared<const note_batch>(check_side_by_side(rules, cells.cells(), options, threads, wrong));
    }();
    if (wrong.total + cells.wrong().total > 0) raise(merged(cells.wrong(), wrong));
    return {rules, std::move(found)};
}

// ---- columns

template <class T>
py::bytes bytes_of(const std::vector<T>& of) {
    return {reinterpret_cast<const char*>(of.data()), of.size() * sizeof(T)};
}

/// The numbers of a column as bytes in the machine's order: note in 8 bytes, rule, offsets and counts in 4, others in 1.
py::bytes numbers(const checked_notes& c, const std::string& name) {
    const finding_columns& f = c.found->findings;
    const note_row_columns& n = c.found->notes;
    const auto offset = batch_words("offset");
    if (const auto at = std::ranges::find(offset, name); at != offset.end()) return bytes_of(f.offsets[static_cast<std::size_t>(at - offset.begin())]);
    if (name == "note") return bytes_of(f.note);
    if (name == "rule") return bytes_of(f.rule);
    if (name == "severity") return bytes_of(f.severity);
    if (name == "sureness") return bytes_of(f.sureness);
    if (name == "field") return bytes_of(f.field);
    if (name == "context") return bytes_of(f.context);
    if (name == "suppressed_by") return bytes_of(f.suppressed_by);
    if (name == "fingerprint") return {f.fingerprints};
    if (name == "checked") return bytes_of(n.checked);
    if (name == "language") return bytes_of(n.written_in);
    if (name == "note_kind") return bytes_of(n.kind);
    if (name == "infos") return bytes_of(n.counts[0]);
    if (name == "warnings") return bytes_of(n.counts[1]);
    if (name == "errors") return bytes_of(n.counts[2]);
    throw py::key_error(name);
}

py::tuple words(const checked_notes& c, const std::string& name) {
    auto found = batch_words(name);
    if (found.empty()) found = batch_words(name, c.rules);
    return strings(found);
}

batch_metadata metadata_of(const py::dict& given) {
    batch_metadata made;
    for (const auto& [key, value] : given) made.emplace_back(py::cast<std::string>(key), py::cast<std::string>(value));
    return made;
}

template <class Write>
py::capsule stream(Write write) {
    auto made = std::make_unique<ArrowArrayStream>();
    write(made.get());
    return py::capsule(made.release(), "arrow_array_stream", [](PyObject* capsule) {
        auto* s = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
        if (s->release) s->release(s);
        delete s;
    });
}

}  // namespace

void bind_notes(py::module_& m) {
    py::class_<checked_notes>(m, "CheckedNotes", "What the check of many notes says; holds no text of them.")
        .def_property_readonly("findings", [](const checked_notes& c) { return c.found->findings.size(); })
        .def_property_readonly("notes", [](const checked_notes& c) { return c.found->notes.size(); })
        .def("numbers", numbers, py::arg("name"))
        .def("words", words, py::arg("name"))
        .def("findings_stream", [](const checked_notes& c, const py::dict& metadata) {
            return stream([&](ArrowArrayStream* into) { write_note_findings(c.found, c.rules, metadata_of(metadata), into); });
        }, py::arg("metadata"))
        .def("notes_stream", [](const checked_notes& c, const py::dict& metadata) {
            return stream([&](ArrowArrayStream* into) { write_note_rows(c.found, metadata_of(metadata), into); });
        }, py::arg("metadata"))
        .def("same", [](const checked_notes& a, const checked_notes& b) { return a.rules.digest() == b.rules.digest() && *a.found == *b.found; }, py::arg("other"));
    m.def("check_notes", checked, "Many notes held against rules");
}

}  // namespace peersupport::python
