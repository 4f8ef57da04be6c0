// SPDX-License-Identifier: Apache-2.0
#include "answer_table.hpp"

#include <pybind11/stl.h>

namespace peersupport::python {
namespace {

constexpr const char* stream_name = "arrow_array_stream";

template <class Abi>
Abi* abi(const py::handle& capsule, const char* name) {
    if (!PyCapsule_IsValid(capsule.ptr(), name)) raise(error(status::arrow_invalid));
    return static_cast<Abi*>(PyCapsule_GetPointer(capsule.ptr(), name));
}

/// A stream capsule, or a pair of schema and array capsules.
arrow_table read(const py::args& args) {
    check_count(args, 1, "ArrowTable");
    if (!PyTuple_Check(args[0].ptr()))
        return value_or_raise(arrow_table::from_stream(abi<ArrowArrayStream>(args[0], stream_name)));
    const auto pair = args[0].cast<py::tuple>();
    if (pair.size() != 2) raise(error(status::arrow_invalid));
    return value_or_raise(arrow_table::from_array(abi<ArrowSchema>(pair[0], "arrow_schema"),
                                                  abi<ArrowArray>(pair[1], "arrow_array")));
}

answer_table answers_of(const arrow_table& from, const py::args& args) {
    check_count(args, 1, "answers");
    answer_table out;
    out.chunks = value_or_raise(from.answers(argument<std::vector<std::string>>(args, 0, "answers")));
    out.rows = from.rows();
    out.source = from;
    return out;
}

arrow_batches open(const py::args& args) {
    check_count(args, 1, "ArrowBatches");
    return value_or_raise(arrow_batches::open(abi<ArrowArrayStream>(args[0], stream_name)));
}

/// Keeps what Python owns while a consumer holds our arrays; consumers let go on any thread.
std::shared_ptr<const void> keep(std::vector<buffer>&& buffers) {
    return {new std::vector<buffer>(std::move(buffers)), [](const std::vector<buffer>* b) {
                if (!Py_IsInitialized()) return;  // the interpreter is gone and its memory with it
                const py::gil_scoped_acquire ours;
                delete b;
            }};
}

/// score_stream(rows, [(name, values, reasons), …], {key: text}, kept columns) -> capsule
py::capsule score_stream(const py::args& args) {
    constexpr const char* entry = "score_stream";
    check_count(args, 4, entry);
    auto table = std::make_shared<score_table>();
    table->rows = argument<std::size_t>(args, 0, entry);
    std::vector<buffer> buffers;
    for (const py::handle row : argument<py::list>(args, 1, entry)) {
        const py::tuple cell = row_of(row, 3, entry);
        const buffer& values = buffers.emplace_back(cell[1], PyBUF_ND | PyBUF_FORMAT, entry);
        const bool narrow = values.letter() == 'f';
        const void* data = values->buf;
        const bool fits = static_cast<std::size_t>(values->shape[0]) == table->rows;
        const buffer& reasons = buffers.emplace_back(cell[2], PyBUF_SIMPLE, entry);
        if (!fits || static_cast<std::size_t>(reasons->len) != table->rows) raise(error(status::shape_mismatch));
        table->fields.push_back({cell[0].cast<std::string>(), narrow ? score_cell::f32 : score_cell::f64, data,
                                 static_cast<const std::uint8_t*>(reasons->buf)});
    }
    for (const auto& [key, value] : argument<py::dict>(args, 2, entry))
        table->metadata.emplace_back(key.cast<std::string>(), value.cast<std::string>());
    for (const py::handle column : argument<py::list>(args, 3, entry))
        table->kept.push_back(column.cast<const arrow_column&>());
    table->owner = keep(std::move(buffers));

    auto stream = std::make_unique<ArrowArrayStream>();
    if (const status s = write_scores(table, stream.get()); s != status::ok) raise(error(s));
    return py::capsule(stream.release(), stream_name, [](PyObject* capsule) {
        auto* s = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, stream_name));
        if (s->release) s->release(s);
        delete s;
    });
}

}  // namespace

void bind_arrow(py::module_& m) {
    py::class_<arrow_column>(m, "ArrowColumn", "A column that is passed on as it is.")
        .def_property_readonly("name", [](const arrow_column& c) { return c.name(); })
        .def("to_list", list_of, "The cells; None where null");
    py::class_<arrow_table>(m, "ArrowTable", "A table received through the Arrow C data interface.")
        .def(py::init(&read))
        .def_property_readonly("rows", &arrow_table::rows)
        .def_property_readonly("names", [](const arrow_table& t) {
            py::list out;
            for (std::size_t i = 0; i < t.column_count(); ++i) out.append(py::cast(t.column_name(i)));
            return out;
        })
        .def("answers", answers_of, "The named columns as answers")
        .def("column", [](const arrow_table& t, const py::args& args) {
            check_count(args, 1, "column");
            return value_or_raise(t.column(argument<std::string>(args, 0, "column")));
        }, "A column to pass on");
    py::class_<arrow_batches>(m, "ArrowBatches", "A stream read one batch at a time.")
        .def(py::init(&open))
        .def("next", [](arrow_batches& b) { return value_or_raise(b.next()); });
    m.def("score_stream", score_stream, "Scores as an Arrow stream");
}

}  // namespace peersupport::python
