// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"

#include "peersupport/scoring/score.hpp"

#include <algorithm>
#include <array>

namespace peersupport::python {
namespace {

constexpr const char* entry = "score_rows";
constexpr std::size_t most_places = 100;

/// The arrays a call writes: each rows × scales, or None.
class outputs {
public:
    outputs(std::size_t rows, std::size_t scales) : rows_(rows), scales_(scales) {}

    void values(const py::handle& array) {
        if (array.is_none()) return;
        const buffer& b = open(array);
        if (b.letter() == 'f') into_.f32 = block<float>(b);
        else if (b.letter() == 'd') into_.f64 = block<double>(b);
        else raise(error(status::invalid_argument));
    }
    template <class T>
    void whole(const py::handle& array, score_block<T> score_outputs::* to) {
        if (array.is_none()) return;
        const buffer& b = open(array);
        if (b->itemsize != sizeof(T) || b.letter() == 0) raise(error(status::invalid_argument));
        into_.*to = block<T>(b);
    }
    /// The same arrays from a row on.
    [[nodiscard]] score_outputs from(std::size_t row) const noexcept {
        score_outputs at = into_;
        const auto move = [row](auto& b) {
            if (b.data) b.data += static_cast<std::ptrdiff_t>(row) * b.row_stride;
        };
        move(at.f32), move(at.f64), move(at.numerators), move(at.denominators), move(at.answered), move(at.reasons);
        return at;
    }

private:
    const buffer& open(const py::handle& array) {
        const buffer& b = buffers_.emplace_back(array, PyBUF_STRIDED | PyBUF_FORMAT, entry);
        const bool fits = b->ndim == 2 && static_cast<std::size_t>(b->shape[0]) == rows_ &&
                          static_cast<std::size_t>(b->shape[1]) == scales_;
        if (!fits) raise(error(status::shape_mismatch));
        return b;
    }
    template <class T>
    static score_block<T> block(const buffer& b) {
        constexpr auto size = static_cast<py::ssize_t>(sizeof(T));
        if (b->strides[0] % size != 0 || b->strides[1] % size != 0) raise(error(status::invalid_argument));
        return {static_cast<T*>(b->buf), b->strides[0] / size, b->strides[1] / size};
    }

    std::size_t rows_, scales_;
    std::vector<buffer> buffers_;
    score_outputs into_;
};

/// score_rows(plan, answers, start, stop, mark, values, reasons, answered, numerators, denominators)
/// -> (invalid cells in all, [(row, item, code), …]). Lets other threads run while it computes.
py::tuple score_rows(const py::args& args) {
    check_count(args, 10, entry);
    const auto& by = argument<const plan&>(args, 0, entry);
    const auto& of = argument<const answer_table&>(args, 1, entry);
    const auto start = argument<std::size_t>(args, 2, entry), stop = argument<std::size_t>(args, 3, entry);
    const auto policy = argument<bool>(args, 4, entry) ? invalid_policy::mark : invalid_policy::raise;
    if (start > stop || stop > of.rows) raise(error(status::invalid_argument));
    outputs into(of.rows, by.scale_count());
    into.values(args[5]);
    into.whole(args[6], &score_outputs::reasons);
    into.whole(args[7], &score_outputs::answered);
    into.whole(args[8], &score_outputs::numerators);
    into.whole(args[9], &score_outputs::denominators);

    std::vector<invalid_cell> found;
    std::size_t total = 0;
    status failed = status::ok;
    {
        const py::gil_scoped_release others_may_run;
        for_each_chunk(of, start, stop, [&](const answers& part, std::size_t first, std::size_t) {
            std::array<invalid_cell, most_places> places;
            invalid_report report{places, 0};
            const status s = score_batch(by, part, into.from(first), policy, &report);
            if (s != status::ok && s != status::invalid_code && s != status::not_integral) failed = s;
            total += report.total;
            for (std::size_t i = 0; i < std::min(report.total, most_places) && found.size() < most_places; ++i) {
                places[i].row += first;
                found.push_back(places[i]);
            }
        });
    }
    if (failed != status::ok) raise(error(failed));
    py::list cells;
    for (const invalid_cell& c : found) cells.append(py::make_tuple(c.row, c.item, static_cast<std::int32_t>(c.code)));
    return py::make_tuple(total, cells);
}

}  // namespace

void bind_scoring(py::module_& m) { m.def(entry, score_rows, "Scores a range of rows into the caller's arrays"); }

}  // namespace peersupport::python
