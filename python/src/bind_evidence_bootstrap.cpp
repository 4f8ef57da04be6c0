// SPDX-License-Identifier: Apache-2.0
#include "evidence_arrays.hpp"

#include "peersupport/evidence/bootstrap.hpp"
#include "peersupport/evidence/bootstrap_replicates.hpp"

#include <pybind11/stl.h>

#include <optional>

namespace peersupport::python {
namespace {

void check(status s) {
    if (s != status::ok) raise(error(s));
}

bootstrap_statistic what_of(const py::args& args, std::size_t at, const char* entry) {
    const int number = argument<int>(args, at, entry);
    if (number < 0 || number >= bootstrap_statistic_count) raise(error(status::invalid_argument));
    return static_cast<bootstrap_statistic>(number);
}

/// Resampling.of_whole(statistic, whole numbers, scale, unit of each row or None, units)
resampling of_whole(const py::args& args) {
    constexpr const char* entry = "Resampling.of_whole";
    check_count(args, 5, entry);
    const whole_array from(args[1], entry);
    std::optional<flat_array<const std::uint32_t>> unit;
    if (!args[3].is_none()) unit.emplace(args[3], entry);
    const auto units = unit ? unit->cells() : std::span<const std::uint32_t>{};
    return value_or_raise(resampling::of(what_of(args, 0, entry), from.columns(), from.rows(),
                                         argument<double>(args, 2, entry), units,
                                         argument<std::size_t>(args, 4, entry)));
}

/// Resampling.of_bytes(statistic, bytes, tables)
resampling of_bytes(const py::args& args) {
    constexpr const char* entry = "Resampling.of_bytes";
    check_count(args, 3, entry);
    const byte_array from(args[1], args[2], entry);
    return value_or_raise(resampling::of(what_of(args, 0, entry), from.cells(), from.columns(), from.points()));
}

/// replicate(exhaustive, seed, first, last, values)
void replicate(const resampling& of, const py::args& args) {
    constexpr const char* entry = "Resampling.replicate";
    check_count(args, 5, entry);
    const auto how = argument<bool>(args, 0, entry) ? bootstrap_weights::exhaustive : bootstrap_weights::multinomial;
    const auto seed = argument<std::uint64_t>(args, 1, entry);
    const auto first = argument<std::size_t>(args, 2, entry), last = argument<std::size_t>(args, 3, entry);
    const flat_array<double> values(args[4], entry);
    if (first > last || last > values.cells().size()) raise(error(status::shape_mismatch));
    run_freely((last - first) * of.units(),
               [&] { of.replicate(how, seed, first, values.cells().subspan(first, last - first)); });
}

void leave_out(const resampling& of, const py::args& args) {
    constexpr const char* entry = "Resampling.leave_out";
    check_count(args, 3, entry);
    const auto first = argument<std::size_t>(args, 0, entry), last = argument<std::size_t>(args, 1, entry);
    const flat_array<double> values(args[2], entry);
    if (first > last || last > values.cells().size()) raise(error(status::shape_mismatch));
    run_freely(values.cells().size() * 100, [&] { of.leave_out(first, values.cells().subspan(first, last - first)); });
}

/// (statistic, bias, acceleration, low level, high level, se, undefined)
py::tuple result_tuple(const bootstrap_result& r) {
    return py::make_tuple(statistic_tuple(r.estimate), r.bias, r.acceleration, r.low_level, r.high_level, r.se,
                          r.undefined);
}

/// percentile_interval(value, replicates, units, confidence)
py::tuple percentile(const py::args& args) {
    constexpr const char* entry = "percentile_interval";
    check_count(args, 4, entry);
    const flat_array<const double> values(args[1], entry);
    return result_tuple(percentile_interval(argument<double>(args, 0, entry), values.cells(),
                                            argument<std::int64_t>(args, 2, entry), argument<double>(args, 3, entry)));
}

/// bca_interval(value, replicates, jackknife, confidence, half the ties)
py::tuple bca(const py::args& args) {
    constexpr const char* entry = "bca_interval";
    check_count(args, 5, entry);
    const flat_array<const double> values(args[1], entry), left_out(args[2], entry);
    const auto ties = argument<bool>(args, 4, entry) ? bootstrap_ties::half : bootstrap_ties::strict;
    return result_tuple(bca_interval(argument<double>(args, 0, entry), values.cells(), left_out.cells(),
                                     argument<double>(args, 3, entry), ties));
}

/// bootstrap_draws(seed, replicate, places)
void draws(const py::args& args) {
    constexpr const char* entry = "bootstrap_draws";
    check_count(args, 3, entry);
    const flat_array<std::uint32_t> to(args[2], entry);
    bootstrap_draws(argument<std::uint64_t>(args, 0, entry), argument<std::uint32_t>(args, 1, entry), to.cells());
}

/// poisson_weights(seed, replicate, hashes of the units, weights)
void weights(const py::args& args) {
    constexpr const char* entry = "poisson_weights";
    check_count(args, 4, entry);
    const flat_array<const std::uint64_t> unit(args[2], entry);
    const flat_array<std::uint32_t> to(args[3], entry);
    if (to.cells().size() != unit.cells().size()) raise(error(status::shape_mismatch));
    const auto seed = argument<std::uint64_t>(args, 0, entry);
    const auto number = argument<std::uint32_t>(args, 1, entry);
    for (std::size_t u = 0; u < to.cells().size(); ++u) to.cells()[u] = poisson_weight(seed, number, unit.cells()[u]);
}

// ---- mergeable replicates

/// Replicates.make(statistic, columns, replicates, seed, scale)
bootstrap_replicates make(const py::args& args) {
    constexpr const char* entry = "Replicates.make";
    check_count(args, 5, entry);
    return value_or_raise(bootstrap_replicates::make(
        {what_of(args, 0, entry), argument<std::uint32_t>(args, 1, entry), argument<std::uint32_t>(args, 2, entry),
         argument<std::uint64_t>(args, 3, entry), argument<std::int64_t>(args, 4, entry)}));
}

/// add(whole numbers, hash of each row's unit)
void add(bootstrap_replicates& to, const py::args& args) {
    constexpr const char* entry = "Replicates.add";
    check_count(args, 2, entry);
    const whole_array from(args[0], entry);
    const flat_array<const std::uint64_t> unit(args[1], entry);
    check(run_freely(from.rows() * 1000, [&] { return to.add(from.columns(), from.rows(), unit.cells()); }));
}

}  // namespace

void bind_evidence_bootstrap(py::module_& m) {
    py::class_<resampling>(m, "Resampling", "Rows ready to be resampled")
        .def_static("of_whole", of_whole)
        .def_static("of_bytes", of_bytes)
        .def_property_readonly("units", &resampling::units)
        .def_property_readonly("exhaustive_count", &resampling::exhaustive_count)
        .def_property_readonly("value", &resampling::value)
        .def("replicate", replicate)
        .def("leave_out", leave_out);
    m.def("percentile_interval", percentile);
    m.def("bca_interval", bca);
    m.def("bootstrap_draws", draws);
    m.def("poisson_weights", weights);
    py::class_<bootstrap_replicates>(m, "BootstrapReplicates", "Sums of Poisson replicates; they merge")
        .def_static("make", make)
        .def_static("from_bytes",
                    [](const py::bytes& b) {
                        return value_or_raise(bootstrap_replicates::from_bytes(py::cast<std::string_view>(b)));
                    })
        .def("add", add)
        .def("merge", [](bootstrap_replicates& to, const bootstrap_replicates& other) { check(to.merge(other)); })
        .def("copy", [](const bootstrap_replicates& of) { return bootstrap_replicates(of); })
        .def("to_bytes", [](const bootstrap_replicates& of) { return py::bytes(of.to_bytes()); })
        .def("interval",
             [](const bootstrap_replicates& of, double confidence) { return result_tuple(of.interval(confidence)); })
        .def("values", &bootstrap_replicates::values)
        .def_property_readonly("rows", &bootstrap_replicates::rows)
        .def_property_readonly("design",
                               [](const bootstrap_replicates& of) {
                                   const replicates_design& d = of.design();
                                   return py::make_tuple(static_cast<int>(d.what), d.columns, d.replicates, d.seed,
                                                         d.scale);
                               })
        .def(
            "__eq__", [](const bootstrap_replicates& a, const bootstrap_replicates& b) { return a == b; },
            py::is_operator());
}

}  // namespace peersupport::python
