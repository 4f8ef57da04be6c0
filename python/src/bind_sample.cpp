// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"

#include "peersupport/scoring/sample_score.hpp"

#include <algorithm>
#include <array>

namespace peersupport::python {
namespace {

constexpr const char* entry = "tally_rows";
constexpr std::size_t most_places = 100;

template <class T>
std::span<T> span_of(const buffer& b) {
    if (b->ndim != 1 || b->itemsize != sizeof(T)) raise(error(status::invalid_argument));
    return {static_cast<T*>(b->buf), static_cast<std::size_t>(b->shape[0])};
}

/// tally_rows(plan, answers, group of each row or None, groups, tally, mark) -> (invalid cells, places)
py::tuple tally_rows(const py::args& args) {
    check_count(args, 6, entry);
    const auto& by = argument<const plan&>(args, 0, entry);
    const auto& of = argument<const answer_table&>(args, 1, entry);
    const auto groups = argument<std::size_t>(args, 3, entry);
    const auto policy = argument<bool>(args, 5, entry) ? invalid_policy::mark : invalid_policy::raise;
    const buffer tally_memory(args[4], PyBUF_ND | PyBUF_WRITABLE, entry);
    const auto tally = span_of<std::int64_t>(tally_memory);
    std::optional<buffer> group_memory;
    std::span<const std::uint32_t> group;
    if (!args[2].is_none()) {
        group_memory.emplace(args[2], PyBUF_ND, entry);
        group = span_of<const std::uint32_t>(*group_memory);
        if (group.size() != of.rows) raise(error(status::shape_mismatch));
    }
    py::list cells;
    std::size_t total = 0;
    for_each_chunk(of, 0, of.rows, [&](const answers& part, std::size_t first, std::size_t rows) {
        std::array<invalid_cell, most_places> places;
        invalid_report report{places, 0};
        status s = status::ok;
        {
            const py::gil_scoped_release others_may_run;
            s = tally_samples(by, part, group.empty() ? group : group.subspan(first, rows), groups, tally, policy, &report);
        }
        if (s != status::ok && s != status::invalid_code && s != status::not_integral) raise(error(s));
        total += report.total;
        for (std::size_t i = 0; i < std::min(report.total, most_places) && cells.size() < most_places; ++i)
            cells.append(py::make_tuple(places[i].row + first, places[i].item, static_cast<std::int32_t>(places[i].code)));
    });
    return py::make_tuple(total, cells);
}

/// finish_tally(plan, tally, groups) -> [(value, positive, answered, responses, reason number), …]
py::list finish_tally(const py::args& args) {
    check_count(args, 3, "finish_tally");
    const auto& by = argument<const plan&>(args, 0, "finish_tally");
    const buffer memory(args[1], PyBUF_ND, "finish_tally");
    const auto groups = argument<std::size_t>(args, 2, "finish_tally");
    std::vector<sample_score> scores(groups * by.sample_scale_count());
    const status s = finish_samples(by, span_of<const std::int64_t>(memory), groups, scores);
    if (s != status::ok) raise(error(s));
    py::list out;
    for (const sample_score& row : scores)
        out.append(py::make_tuple(row.value, row.positive, row.answered, row.responses, static_cast<int>(row.why)));
    return out;
}

}  // namespace

void bind_sample(py::module_& m) {
    m.def("sample_tally_size", [](const plan& by, std::size_t groups) { return sample_tally_size(by, groups); },
          py::arg("plan"), py::arg("groups"));
    m.def(entry, tally_rows, "Adds answers to a tally of groups");
    m.def("finish_tally", finish_tally, "The results of a tally");
}

}  // namespace peersupport::python
