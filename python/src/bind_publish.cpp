// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

#include "peersupport/evidence/published_table.hpp"
#include "peersupport/evidence/suppression.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <string_view>

namespace peersupport::python {
namespace {

// Places and counts go in and out as plain lists and tuples: these are small tables, some of them read from JSON.

py::args parts_of(const py::handle& row, std::size_t size, const char* entry) {
    if ((PyTuple_Check(row.ptr()) || PyList_Check(row.ptr())) &&
        static_cast<std::size_t>(PySequence_Fast_GET_SIZE(row.ptr())) == size)
        return py::args(py::tuple(py::reinterpret_borrow<py::object>(row)));
    throw py::type_error(std::string(entry) + ": a row of the list has the wrong type");
}

suppression_table table_from(const py::args& args, const char* entry) {
    suppression_table to;
    const auto people = argument<std::vector<std::int64_t>>(args, 0, entry);
    const auto rules = argument<std::vector<int>>(args, 1, entry);
    if (rules.size() != people.size()) raise(error(status::shape_mismatch));
    for (std::size_t c = 0; c < people.size(); ++c) {
        if (rules[c] < 0 || rules[c] > 2) raise(error(status::invalid_argument));
        to.cells.push_back({people[c], static_cast<cell_rule>(rules[c])});
    }
    for (const py::handle row : argument<py::list>(args, 2, entry)) {
        const py::args pair = parts_of(row, 2, entry);
        to.sums.push_back({argument<std::size_t>(pair, 0, entry), argument<std::vector<std::size_t>>(pair, 1, entry)});
    }
    return to;
}

/// suppress(people, rules, [(total, parts), …], minimum people) -> [cell_state, …]
py::list suppress_table(const py::args& args) {
    check_count(args, 4, "suppress");
    const suppression_table of = table_from(args, "suppress");
    py::list to;
    for (const cell_state s : value_or_raise(suppress(of, argument<std::int64_t>(args, 3, "suppress"))))
        to.append(static_cast<int>(s));
    return to;
}

/// feasible_widths(people, rules, sums, states, enough) -> [width, …]
std::vector<std::int64_t> widths(const py::args& args) {
    check_count(args, 5, "feasible_widths");
    const suppression_table of = table_from(args, "feasible_widths");
    std::vector<cell_state> states;
    for (const int s : argument<std::vector<int>>(args, 3, "feasible_widths")) {
        if (s < 0 || s > 3) raise(error(status::invalid_argument));
        states.push_back(static_cast<cell_state>(s));
    }
    return value_or_raise(feasible_widths(of, states, argument<std::int64_t>(args, 4, "feasible_widths")));
}

/// (id, minimum people, minimum workers, audience, whether the workers agreed)
integrity_policy policy_from(const py::tuple& row, const char* entry) {
    const py::args parts = parts_of(row, 5, entry);
    integrity_policy to;
    to.id = argument<std::string>(parts, 0, entry);
    to.minimum_people = argument<std::int32_t>(parts, 1, entry);
    to.minimum_workers = argument<std::int32_t>(parts, 2, entry);
    const auto audience = argument<std::string>(parts, 3, entry);
    const auto& words = words_of<readership>;
    const auto found = std::find(words.begin(), words.end(), audience);
    if (found == words.end()) raise(error(status::invalid_argument));
    to.audience = static_cast<readership>(found - words.begin());
    to.workers_agreed = argument<bool>(parts, 4, entry);
    return to;
}

publish_request request_from(const py::args& args, const char* entry) {
    publish_request to;
    to.policy = policy_from(argument<py::tuple>(args, 2, entry), entry);
    for (const py::handle row : argument<py::list>(args, 3, entry)) {
        const py::args parts = parts_of(row, 3, entry);
        to.groupings.push_back(
            {argument<bool>(parts, 0, entry), argument<bool>(parts, 1, entry), argument<bool>(parts, 2, entry)});
    }
    for (const py::handle row : argument<py::list>(args, 4, entry)) {
        const py::args parts = parts_of(row, 4, entry);
        collection_heard heard;
        heard.unit = argument<std::string>(parts, 0, entry);
        heard.wave = argument<std::string>(parts, 1, entry);
        heard.perspective = argument<std::string>(parts, 2, entry);
        heard.workers = argument<std::int64_t>(parts, 3, entry);
        to.heard.push_back(std::move(heard));
    }
    return to;
}

py::object number_or_none(const std::optional<double>& x) {
    return x ? py::object(py::float_(*x)) : py::object(py::none());
}

py::tuple figures_of(const published_table& of) {
    py::list to;
    for (const published_figure& f : of.figures())
        to.append(py::make_tuple(f.grouping, f.form, std::string(id_of(f.perspective)), f.wave, f.unit, f.language,
                                 f.stratum, f.scale, f.shown,
                                 f.shown ? py::object(py::int_(f.people)) : py::object(py::none()),
                                 number_or_none(f.mean), number_or_none(f.low), number_or_none(f.high)));
    return py::tuple(to);
}

/// publish(tally, instrument, policy, [(unit, language, stratum), …], [(unit, wave, perspective, workers), …])
/// -> ((instrument id, version, digest, definition version, digest, counted by, simulated), figures,
/// record)
py::tuple publish_tally(const py::args& args) {
    check_count(args, 5, "publish");
    const auto& of = argument<const tally&>(args, 0, "publish");
    const auto from = argument<std::shared_ptr<instrument>>(args, 1, "publish");
    publication made = value_or_raise(publish(of, *from, request_from(args, "publish")));
    const tally_header& h = made.table.header();
    const py::tuple head =
        py::make_tuple(h.instrument_id, h.instrument_version, h.instrument_digest, h.definition_version,
                       h.definition_digest, std::string(id_of(h.counted_by)), made.table.simulated());
    return py::make_tuple(head, figures_of(made.table), std::move(made.record));
}

// ---- what the ledger keeps, as plain values for JSON

py::tuple plain(const release_record& of) {
    py::list populations, figures;
    for (const release_population& p : of.populations)
        populations.append(py::make_tuple(p.key.form, p.key.unit, p.key.wave, p.key.language, p.key.stratum, p.scale,
                                          p.people, p.digest, p.persons));
    for (const release_figure& f : of.figures)
        if (f.by_units) figures.append(py::make_tuple(f.populations, f.shown, f.guarded, true));
        else figures.append(py::make_tuple(f.populations, f.shown, f.guarded));
    return py::make_tuple(of.instrument_digest, of.minimum_people, populations, figures);
}

release_record record_from(const py::args& args) {
    constexpr const char* entry = "ReleaseRecord";
    check_count(args, 4, entry);
    release_record to;
    to.instrument_digest = argument<std::string>(args, 0, entry);
    to.minimum_people = argument<std::int64_t>(args, 1, entry);
    for (const py::handle row : argument<py::list>(args, 2, entry)) {
        const py::args p = parts_of(row, 9, entry);
        const auto text = [&](std::size_t at) { return argument<std::string>(p, at, entry); };
        to.populations.push_back({{text(0), text(1), text(2), text(3), text(4)},
                                  text(5),
                                  argument<std::int64_t>(p, 6, entry),
                                  text(7),
                                  argument<std::vector<std::uint64_t>>(p, 8, entry)});
    }
    for (const py::handle row : argument<py::list>(args, 3, entry)) {
        const bool with_interval = PySequence_Check(row.ptr()) != 0 && py::len(row) == 4;
        const py::args f = parts_of(row, with_interval ? 4 : 3, entry);
        to.figures.push_back({argument<std::vector<std::size_t>>(f, 0, entry), argument<bool>(f, 1, entry),
                              argument<bool>(f, 2, entry), with_interval && argument<bool>(f, 3, entry)});
    }
    return to;
}

void raise_unless_ok(status s) {
    if (s != status::ok) raise(error(s));
}

}  // namespace

void bind_publish(py::module_& m) {
    m.def("suppress", suppress_table, "What of a table may be shown");
    m.def("feasible_widths", widths, "How narrowly hidden cells can be bounded");
    m.def("publish", publish_tally, "Figures that may be given away, and what the ledger keeps");
    py::class_<release_record>(m, "ReleaseRecord")
        .def(py::init([](const py::args& args) { return record_from(args); }))
        .def("plain", plain);
    py::class_<release_ledger>(m, "ReleaseLedger")
        .def(py::init<>())
        .def_static("of",
                    [](const py::args& args) {
                        check_count(args, 1, "ReleaseLedger.of");
                        auto records = argument<std::vector<release_record>>(args, 0, "ReleaseLedger.of");
                        return value_or_raise(release_ledger::of(std::move(records)));
                    })
        .def("check", [](const release_ledger& l, const release_record& next) { raise_unless_ok(l.check(next)); })
        .def("add", [](release_ledger& l, const release_record& next) { raise_unless_ok(l.add(next)); })
        .def("__len__", [](const release_ledger& l) { return l.releases().size(); })
        .def("records", [](const release_ledger& l) {
            return std::vector<release_record>(l.releases().begin(), l.releases().end());
        });
}

}  // namespace peersupport::python
