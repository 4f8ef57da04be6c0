// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"
#include "definition_objects.hpp"

#include "peersupport/evidence/answered_rows.hpp"
#include "peersupport/evidence/tally.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <array>

namespace peersupport::python {
namespace {

constexpr const char* entry = "Tally.add";
constexpr std::size_t most_places = 100;

void check(status s) {
    if (s != status::ok) raise(error(s));
}

/// TallyPlan(instrument, forms, by person, with gram, allow unverified, definition or None)
tally_plan compile(const py::args& args) {
    constexpr const char* name = "TallyPlan";
    check_count(args, 6, name);
    const auto of = argument<std::shared_ptr<instrument>>(args, 0, name);
    const auto forms = argument<std::vector<std::string>>(args, 1, name);
    const std::vector<std::string_view> ids(forms.begin(), forms.end());
    tally_options options;
    options.counted_by = argument<bool>(args, 2, name) ? counted_by::person : counted_by::response;
    options.with_gram = argument<bool>(args, 3, name);
    options.allow_unverified = argument<bool>(args, 4, name);
    if (!args[5].is_none()) options.definition = argument<const definition_object&>(args, 5, name).of->identity();
    return value_or_raise(tally_plan::compile(*of, ids, options));
}

/// A column of the caller's, or nothing.
template <class T>
class row_column {
public:
    explicit row_column(const py::handle& from) {
        if (from.is_none()) return;
        memory_.emplace(from, PyBUF_ND, entry);
        if ((*memory_)->ndim != 1 || (*memory_)->itemsize != sizeof(T)) raise(error(status::invalid_argument));
        all_ = {static_cast<const T*>((*memory_)->buf), static_cast<std::size_t>((*memory_)->shape[0])};
    }
    void expect(std::size_t rows) const {
        if (memory_ && all_.size() != rows) raise(error(status::shape_mismatch));
    }
    [[nodiscard]] std::span<const T> rows(std::size_t first, std::size_t n) const {
        return memory_ ? all_.subspan(first, n) : all_;
    }

private:
    std::optional<buffer> memory_;
    std::span<const T> all_;
};

std::vector<tally_key> keys_of(const py::handle& from) {
    std::vector<tally_key> keys;
    for (const py::handle row : from) {
        const py::tuple parts = row_of(row, 4, entry);
        keys.push_back({"", parts[0].cast<std::string>(), parts[1].cast<std::string>(), parts[2].cast<std::string>(),
                        parts[3].cast<std::string>()});
    }
    return keys;
}

/// add(plan, form, answers, start, stop, [(unit, wave, language, stratum), …], group, person, worker, day of each row
/// or None, mark, skip blank) -> (invalid cells in all, [(row, item, code), …])
py::tuple add(tally& to, const py::args& args) {
    check_count(args, 12, entry);
    const auto& by = argument<const tally_plan&>(args, 0, entry);
    const auto form = argument<std::size_t>(args, 1, entry);
    const auto& of = argument<const answer_table&>(args, 2, entry);
    const auto start = argument<std::size_t>(args, 3, entry), stop = argument<std::size_t>(args, 4, entry);
    const std::vector<tally_key> keys = keys_of(args[5]);
    const row_column<std::uint32_t> group(args[6]);
    const row_column<std::uint64_t> person(args[7]), worker(args[8]);
    const row_column<std::int32_t> day(args[9]);
    group.expect(of.rows), person.expect(of.rows), worker.expect(of.rows), day.expect(of.rows);
    const auto policy = argument<bool>(args, 10, entry) ? invalid_policy::mark : invalid_policy::raise;
    const auto skip_blank = argument<bool>(args, 11, entry);
    if (start > stop || stop > of.rows) raise(error(status::invalid_argument));
    std::vector<invalid_cell> found;
    std::size_t total = 0;
    status failed = status::ok;
    {
        const py::gil_scoped_release others_may_run;
        for_each_chunk(of, start, stop, [&](const answers& part, std::size_t first, std::size_t n) {
            std::array<invalid_cell, most_places> places;
            invalid_report report{places, 0};
            const tally_rows rows{
                keys,      group.rows(first, n), person.rows(first, n), worker.rows(first, n), day.rows(first, n),
                skip_blank};
            const status s = to.add(by, form, part, rows, policy, &report);
            if (s != status::ok && s != status::invalid_code && failed == status::ok) failed = s;
            total += report.total;
            for (std::size_t i = 0; i < std::min(report.total, most_places) && found.size() < most_places; ++i)
                found.push_back({places[i].row + first, places[i].item, places[i].code});
        });
    }
    check(failed);
    py::list cells;
    for (const invalid_cell& c : found) cells.append(py::make_tuple(c.row, c.item, static_cast<std::int32_t>(c.code)));
    return py::make_tuple(total, cells);
}

py::object day_text(std::int32_t day) {
    return day == no_day ? py::object(py::none()) : py::object(py::str(to_text(date_of(day))));
}

/// [(form, perspective, unit, wave, language, stratum, responses, with a person's id, workers, responses that name one,
/// first day, last day), …]
py::list cells_of(const tally& t) {
    py::list out;
    for (const tally_cell& c : t.cells()) {
        const std::string_view perspective = id_of(find_form(t.header(), c.key.form)->perspective);
        out.append(py::make_tuple(c.key.form, perspective, c.key.unit, c.key.wave, c.key.language, c.key.stratum,
                                  c.responses, c.people.size(), c.workers.size(), c.worker_responses,
                                  day_text(c.first_day), day_text(c.last_day)));
    }
    return out;
}

py::list series_of(const tally& t) {
    py::list out;
    for (const series_count& s : t.series()) out.append(py::make_tuple(s.unit, s.series, s.period, s.events, s.of));
    return out;
}

tally from_bytes(const py::args& args) {
    check_count(args, 2, "Tally.from_bytes");
    if (!PyBytes_Check(args[0].ptr())) throw py::type_error("Tally.from_bytes: bytes are expected");
    const std::string_view bytes(PyBytes_AS_STRING(args[0].ptr()),
                                 static_cast<std::size_t>(PyBytes_GET_SIZE(args[0].ptr())));
    return value_or_raise(tally::from_bytes(bytes, argument<std::size_t>(args, 1, "Tally.from_bytes")));
}

py::list forms_of(const tally_header& header) {
    py::list out;
    for (const tally_form& form : header.forms) {
        py::list items;
        for (const tally_item& item : form.items) items.append(item.id);
        out.append(py::make_tuple(form.id, id_of(form.perspective), py::tuple(items)));
    }
    return out;
}

/// answered_rows(plan, form, answers) -> uint8 of each row: whether anything of the form was answered
py::bytes answered_of(const py::args& args) {
    constexpr const char* name = "answered_rows";
    check_count(args, 3, name);
    const auto& by = argument<const tally_plan&>(args, 0, name);
    const auto form = argument<std::size_t>(args, 1, name);
    const auto& of = argument<const answer_table&>(args, 2, name);
    std::vector<std::uint8_t> answered(of.rows);
    for_each_chunk(of, 0, of.rows, [&](const answers& part, std::size_t first, std::size_t n) {
        check(answered_rows(by, form, part, std::span(answered).subspan(first, n)));
    });
    return {reinterpret_cast<const char*>(answered.data()), answered.size()};
}

void add_series(tally& to, const py::args& args) {
    constexpr const char* name = "Tally.add_series";
    check_count(args, 5, name);
    check(to.add_series({argument<std::string>(args, 0, name), argument<std::string>(args, 1, name),
                         argument<std::string>(args, 2, name), argument<std::int64_t>(args, 3, name),
                         argument<std::int64_t>(args, 4, name)}));
}

}  // namespace

void bind_tally(py::module_& m) {
    py::class_<tally_plan>(m, "TallyPlan", "Forms of one instrument made ready for counting.")
        .def(py::init(&compile))
        .def_property_readonly("forms", [](const tally_plan& p) { return forms_of(p.header()); });
    py::class_<tally>(m, "Tally", "Counts of responses that add up. Personal information.")
        .def(py::init<>())
        .def(py::init<const tally_plan&>())
        .def(py::init<const tally&>())
        .def(py::init([](const tally_plan& p, std::uint64_t high, std::uint64_t low) {
            return tally(p, {high, low});
        }))
        .def("_add", add)
        .def("_add_series", add_series)
        .def("_join", [](tally& to, const tally& part) { check(to.join(part)); })
        .def("_mark_simulated", &tally::mark_simulated)
        .def_property_readonly("simulated", &tally::simulated)
        .def("_merge", [](tally& to, const tally& other) { check(to.merge(other)); })
        .def("to_bytes", [](const tally& t) { return py::bytes(t.to_bytes()); })
        .def_static("_from_bytes", from_bytes)
        .def("_cells", cells_of)
        .def("_series", series_of)
        .def_property_readonly("_forms", [](const tally& t) { return forms_of(t.header()); })
        .def_property_readonly("instrument_id", [](const tally& t) { return t.header().instrument_id; })
        .def_property_readonly("instrument_version", [](const tally& t) { return t.header().instrument_version; })
        .def_property_readonly("instrument_digest", [](const tally& t) { return t.header().instrument_digest; })
        .def_property_readonly("definition_version", [](const tally& t) { return t.header().definition_version; })
        .def_property_readonly("definition_digest", [](const tally& t) { return t.header().definition_digest; })
        .def_property_readonly("counted_by", [](const tally& t) { return id_of(t.header().counted_by); })
        .def_property_readonly("with_gram", [](const tally& t) { return t.header().with_gram; })
        .def_property_readonly("responses", &tally::responses)
        .def_property_readonly("shards", [](const tally& t) { return t.shards().size(); })
        .def("__len__", [](const tally& t) { return t.cells().size(); })
        .def("__eq__", [](const tally& a, const py::object& b) {
            return py::isinstance<tally>(b) && a == b.cast<const tally&>();
        });
    m.def("answered_rows", answered_of, "Which rows hold an answer to a form");
    m.def("shard_named", [](const std::string& name) {
        const shard_id id = shard_named(name);
        return py::make_tuple(id.high, id.low);
    });
}

}  // namespace peersupport::python
