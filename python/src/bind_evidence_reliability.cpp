// SPDX-License-Identifier: Apache-2.0
// Grams, covariances and the reliability statistics of them.
#include "evidence_arrays.hpp"

#include "peersupport/evidence/reliability.hpp"

#include <pybind11/stl.h>

namespace peersupport::python {

void bind_evidence_bootstrap(py::module_& m);
void bind_evidence_intervals(py::module_& m);

namespace {

void check(status s) {
    if (s != status::ok) raise(error(s));
}

missing_rows rows_of(bool listwise) { return listwise ? missing_rows::listwise : missing_rows::pairwise; }

/// add(bytes, tables, first row, last row)
void add_bytes(gram& to, const py::args& args) {
    constexpr const char* entry = "Gram.add";
    check_count(args, 4, entry);
    const byte_array from(args[0], args[1], entry);
    byte_matrix cells = from.cells();
    const auto first = argument<std::size_t>(args, 2, entry), last = argument<std::size_t>(args, 3, entry);
    if (from.columns() != to.columns() || first > last || last > cells.rows) raise(error(status::shape_mismatch));
    cells.data += static_cast<std::ptrdiff_t>(first) * cells.row_stride;
    cells.rows = last - first;
    check(run_freely(cells.rows * from.columns(), [&] { return to.add(cells, from.points()); }));
}

/// Covariances.of_whole(whole numbers, listwise)
covariance_matrix of_whole(const py::args& args) {
    constexpr const char* entry = "Covariances.of_whole";
    check_count(args, 2, entry);
    const whole_array from(args[0], entry);
    const auto missing = rows_of(argument<bool>(args, 1, entry));
    return value_or_raise(run_freely(from.rows() * from.columns().size(),
                                     [&] { return covariance_matrix::of(from.columns(), from.rows(), missing); }));
}

/// Covariances.of_matrix(k² floats, k, n)
covariance_matrix of_matrix(const py::args& args) {
    constexpr const char* entry = "Covariances.of_matrix";
    check_count(args, 3, entry);
    const flat_array<double> from(args[0], entry);
    return value_or_raise(covariance_matrix::of(from.cells(), argument<std::size_t>(args, 1, entry),
                                                argument<std::int64_t>(args, 2, entry)));
}

py::tuple omega_of(const covariance_matrix& of, bool standardized, std::int64_t min_pairs) {
    const omega_result found = run_freely(of.columns() * 1000, [&] {
        return mcdonald_omega(of, standardized, {0.95, min_pairs});
    });
    return py::make_tuple(statistic_tuple(found.omega), found.loadings);
}

py::tuple halves_of(const covariance_matrix& of, const std::string& second, std::int64_t min_pairs) {
    const std::vector<std::uint8_t> side(second.begin(), second.end());
    if (side.size() != of.columns()) raise(error(status::shape_mismatch));
    const split_half_result found = split_half(of, side, {0.95, min_pairs});
    return py::make_tuple(statistic_tuple(found.spearman_brown), statistic_tuple(found.lambda4), found.correlation);
}

/// (n, mean, sd, difficulty, item–rest correlation, alpha if deleted, reason id) of each column
py::list items_of(const covariance_matrix& of, const std::vector<std::pair<double, double>>& ranges,
                  std::int64_t min_pairs) {
    std::vector<possible_range> possible;
    for (const auto& [low, high] : ranges) possible.push_back({low, high});
    py::list to;
    for (const item_analysis_row& row : item_analysis(of, possible, {0.95, min_pairs}))
        to.append(py::make_tuple(row.n, row.mean, row.sd, row.difficulty, row.item_rest, row.alpha_if_deleted,
                                 text_of_view(id_of(row.why))));
    return to;
}

py::tuple error_tuple(const measurement_error& e) {
    return py::make_tuple(statistic_tuple(e.sem), statistic_tuple(e.mdc));
}

std::vector<double> matrix_of(const covariance_matrix& of) {
    std::vector<double> to;
    for (std::size_t i = 0; i < of.columns(); ++i)
        for (std::size_t j = 0; j < of.columns(); ++j) to.push_back(of(i, j));
    return to;
}

std::string reason_text(const std::string& id, const std::string& lang) {
    for (std::uint8_t n = 0; n < statistic_reason_count; ++n)
        if (const auto why = static_cast<statistic_reason>(n); id_of(why) == id)
            return std::string(text_of(why, lang == "fr" ? language::fr : language::en));
    return id;
}

void bind_covariances(py::module_& m) {
    py::class_<covariance_matrix>(m, "Covariances", "Means, variances and covariances of columns")
        .def_static("of_whole", of_whole)
        .def_static("of_matrix", of_matrix)
        .def_property_readonly("columns", &covariance_matrix::columns)
        .def_property_readonly("rows", &covariance_matrix::rows)
        .def_property_readonly("min_pairs", &covariance_matrix::min_pairs)
        .def_property_readonly("values", matrix_of)
        .def("alpha",
             [](const covariance_matrix& of, double confidence, std::int64_t pairs) {
                 return statistic_tuple(cronbach_alpha(of, {confidence, pairs}));
             })
        .def("standardized_alpha",
             [](const covariance_matrix& of, std::int64_t pairs) {
                 return statistic_tuple(standardized_alpha(of, {0.95, pairs}));
             })
        .def("lambda6",
             [](const covariance_matrix& of, std::int64_t pairs) {
                 return statistic_tuple(guttman_lambda6(of, {0.95, pairs}));
             })
        .def("omega", omega_of)
        .def("split_half", halves_of)
        .def("items", items_of)
        .def("sem", [](const covariance_matrix& of, double confidence, std::int64_t pairs, double multiplier) {
            return error_tuple(sem_of_residuals(of, {confidence, pairs}, multiplier));
        });
}

}  // namespace

void bind_evidence_reliability(py::module_& m) {
    m.def("statistic_reasons", [] {
        py::list to;
        for (std::uint8_t n = 0; n < statistic_reason_count; ++n)
            to.append(text_of_view(id_of(static_cast<statistic_reason>(n))));
        return py::tuple(to);
    });
    m.def("statistic_reason_text", reason_text, py::arg("id"), py::arg("language"));
    py::class_<gram>(m, "Gram", "Sums and cross-products of columns")
        .def(py::init<std::size_t>())
        .def("add", add_bytes)
        .def("merge", [](gram& to, const gram& other) { check(to.merge(other)); })
        .def("covariances", [](const gram& of, bool listwise) { return covariance_matrix::of(of, rows_of(listwise)); })
        .def_property_readonly("rows", &gram::rows)
        .def_property_readonly("numbers", [](const gram& of) {
            return std::vector<std::int64_t>(of.numbers().begin(), of.numbers().end());
        });
    bind_covariances(m);
    m.def("sem_of_reliability",
          [](double sd, double r, double multiplier) { return error_tuple(sem_of_reliability(sd, r, multiplier)); });
    bind_evidence_bootstrap(m);
    bind_evidence_intervals(m);
}

}  // namespace peersupport::python
