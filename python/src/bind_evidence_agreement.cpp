// SPDX-License-Identifier: Apache-2.0
// Rating tallies and the statistics of agreement. A statistic is the tuple
// (value, low, high, reason id, estimator, n, min_pairs); what else a function gives follows it in a dict.
#include "evidence_arrays.hpp"

#include "peersupport/evidence/agreement.hpp"
#include "peersupport/evidence/concordance.hpp"
#include "peersupport/evidence/decimal_scale.hpp"
#include "peersupport/evidence/intraclass.hpp"
#include "peersupport/evidence/kappa.hpp"
#include "peersupport/evidence/krippendorff.hpp"
#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/within_group.hpp"

#include <pybind11/stl.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::python {
namespace {

using numbers = std::vector<std::int64_t>;

void check(status s) {
    if (s != status::ok) raise(error(s));
}

/// A two-dimensional buffer of one kind of number.
const buffer& checked(const buffer& b, std::string_view letters, std::size_t size) {
    if (b->ndim != 2 || letters.find(b.letter()) == std::string_view::npos ||
        b->itemsize != static_cast<Py_ssize_t>(size))
        raise(error(status::invalid_argument));
    return b;
}

rating_values values_of(const buffer& b) {
    checked(b, "lq", 8);
    return {static_cast<const std::int64_t*>(b->buf), static_cast<std::size_t>(b->shape[0]),
            static_cast<std::size_t>(b->shape[1]), b->strides[0] / 8, b->strides[1] / 8};
}

/// Sums of a matrix of whole numbers of 64 bits, or of bytes.
intraclass_sums sums_of(const buffer& b) {
    const bool bytes = b->ndim == 2 && b->itemsize == 1 && b.letter() != 0;
    const rating_values values = bytes ? rating_values{} : values_of(b);
    const auto rows = static_cast<std::size_t>(bytes ? b->shape[0] : 0);
    intraclass_sums sums(bytes ? static_cast<std::size_t>(b->shape[1]) : values.columns);
    const byte_values cells{static_cast<const std::uint8_t*>(b->buf),
                            b.letter() == 'b',
                            rows,
                            sums.columns(),
                            bytes ? b->strides[0] : 0,
                            bytes ? b->strides[1] : 0};
    const std::size_t size = (bytes ? rows : values.rows) * sums.columns();
    check(run_freely(size, [&] { return bytes ? sums.add(cells) : sums.add(values); }));
    return sums;
}

/// scale_decimals(numbers, whole numbers to write to, row by row) -> the power of ten, or None
py::object scale(const py::args& args) {
    constexpr const char* entry = "scale_decimals";
    check_count(args, 2, entry);
    const buffer from(args[0], PyBUF_FULL_RO, entry), to(args[1], PyBUF_C_CONTIGUOUS | PyBUF_WRITABLE, entry);
    checked(from, "d", 8);
    const std::size_t cells = static_cast<std::size_t>(to->len) / 8;
    const real_values cells_of{static_cast<const double*>(from->buf), static_cast<std::size_t>(from->shape[0]),
                               static_cast<std::size_t>(from->shape[1]), from->strides[0] / 8, from->strides[1] / 8};
    const auto unit = run_freely(cells, [&] {
        return scale_decimals(cells_of, {static_cast<std::int64_t*>(to->buf), cells}, rating_values::missing);
    });
    return unit ? py::object(py::int_(*unit)) : py::none();
}

std::span<const std::uint32_t> groups_of(const buffer& b) {
    if (b->ndim != 1 || b->itemsize != 4) raise(error(status::invalid_argument));
    return {static_cast<const std::uint32_t*>(b->buf), static_cast<std::size_t>(b->shape[0])};
}

template <class Enum>
Enum one_of(const py::args& args, std::size_t at, int count, const char* entry) {
    const int number = argument<int>(args, at, entry);
    if (number < 0 || number >= count) raise(error(status::invalid_argument));
    return static_cast<Enum>(number);
}

std::span<const std::uint8_t> span_of(const std::string& s) {
    return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}

// ---- the tally

rating_tally make_tally(numbers categories, std::int64_t denominator, std::size_t columns, bool pairs) {
    return value_or_raise(rating_tally::make({std::move(categories), denominator, columns, pairs}));
}

/// add(bytes matrix, places of the 256 byte values)
void add_rows(rating_tally& to, const py::args& args) {
    constexpr const char* entry = "RatingTally.add";
    check_count(args, 2, entry);
    const buffer b(args[0], PyBUF_FULL_RO, entry);
    checked(b, "Bb?", 1);
    const auto place = argument<std::string>(args, 1, entry);
    if (place.size() != 256) raise(error(status::invalid_argument));
    const rating_bytes rows{static_cast<const std::uint8_t*>(b->buf),
                            static_cast<std::size_t>(b->shape[0]),
                            static_cast<std::size_t>(b->shape[1]),
                            b->strides[0],
                            b->strides[1],
                            std::span<const std::uint8_t, 256>(span_of(place).data(), 256)};
    check(run_freely(rows.rows * rows.columns, [&] { return to.add(rows); }));
}

void add_counts(rating_tally& to, const py::args& args) {
    constexpr const char* entry = "RatingTally.add_counts";
    check_count(args, 1, entry);
    const buffer b(args[0], PyBUF_ND | PyBUF_FORMAT, entry);
    checked(b, "lq", 8);
    if (b->shape[1] != static_cast<Py_ssize_t>(to.category_count())) raise(error(status::shape_mismatch));
    check(
        to.add_counts({static_cast<const std::int64_t*>(b->buf), static_cast<std::size_t>(b->shape[0] * b->shape[1])}));
}

void mark_shard(rating_tally& to, std::uint64_t high, std::uint64_t low) { check(to.mark({high, low})); }

/// observed_bytes(bytes matrix) -> 256 bytes, 1 where the value occurs
py::bytes observed_bytes(const py::args& args) {
    constexpr const char* entry = "observed_bytes";
    check_count(args, 1, entry);
    const buffer b(args[0], PyBUF_FULL_RO, entry);
    checked(b, "Bb?", 1);
    const auto seen = bytes_in(static_cast<const std::uint8_t*>(b->buf), static_cast<std::size_t>(b->shape[0]),
                               static_cast<std::size_t>(b->shape[1]), b->strides[0], b->strides[1]);
    return {reinterpret_cast<const char*>(seen.data()), seen.size()};
}

py::list blocks_of(const rating_tally& of) {
    py::list to;
    for (const rating_block& b : of.blocks()) to.append(py::make_tuple(b.ratings, b.units, b.counts));
    return to;
}

numbers table_of(const rating_tally& of, std::size_t a, std::size_t b) {
    if (a >= b || b >= of.design().columns || !of.design().pairs) raise(error(status::invalid_argument));
    const auto joint = of.joint(a, b);
    return {joint.begin(), joint.end()};
}

void bind_rating_tally(py::module_& m) {
    py::class_<rating_tally>(m, "RatingTally")
        .def_static("make", &make_tally, py::arg("categories"), py::arg("denominator"), py::arg("columns"),
                    py::arg("pairs"))
        .def("add", &add_rows)
        .def("add_counts", &add_counts)
        .def("mark", &mark_shard, py::arg("high"), py::arg("low"))
        .def(
            "merge", [](rating_tally& to, const rating_tally& other) { check(to.merge(other)); }, py::arg("other"))
        .def("copy", [](const rating_tally& of) { return rating_tally(of); })
        .def("to_bytes", [](const rating_tally& of) { return py::bytes(of.to_bytes()); })
        .def_static("from_bytes",
                    [](const py::args& args) {
                        check_count(args, 1, "RatingTally.from_bytes");
                        return value_or_raise(
                            rating_tally::from_bytes(argument<std::string>(args, 0, "RatingTally.from_bytes")));
                    })
        .def(
            "__eq__", [](const rating_tally& a, const rating_tally& b) { return a == b; }, py::is_operator(),
            py::arg("other"))
        .def_property_readonly("categories", [](const rating_tally& of) { return of.design().categories; })
        .def_property_readonly("denominator", [](const rating_tally& of) { return of.design().denominator; })
        .def_property_readonly("columns", [](const rating_tally& of) { return of.design().columns; })
        .def_property_readonly("pairs", [](const rating_tally& of) { return of.design().pairs; })
        .def_property_readonly("units", &rating_tally::units)
        .def_property_readonly("shards", [](const rating_tally& of) { return of.shards().size(); })
        .def_property_readonly("blocks", &blocks_of)
        .def("table", &table_of, py::arg("a"), py::arg("b"))
        .attr("__hash__") = py::none();
    m.def("scale_decimals", &scale, "Numbers as whole numbers over the least power of ten, where there is one");
    m.def("observed_bytes", &observed_bytes, "Which byte values occur");
}

// ---- statistics of a tally

/// cohen_kappa(tally, a, b, weights, confidence)
py::tuple cohen(const py::args& args) {
    constexpr const char* entry = "cohen_kappa";
    check_count(args, 5, entry);
    const auto weights = argument<numbers>(args, 3, entry);
    const cohen_result r =
        value_or_raise(cohen_kappa(argument<const rating_tally&>(args, 0, entry), argument<std::size_t>(args, 1, entry),
                                   argument<std::size_t>(args, 2, entry), weights, argument<double>(args, 4, entry)));
    py::dict more;
    more["observed"] = r.observed;
    more["expected"] = r.expected;
    more["standard_error"] = r.standard_error;
    more["standard_error_zero"] = r.standard_error_zero;
    more["z"] = r.z;
    return py::make_tuple(statistic_tuple(r.kappa), more);
}

py::tuple fleiss(const py::args& args) {
    check_count(args, 1, "fleiss_kappa");
    const fleiss_result r = fleiss_kappa(argument<const rating_tally&>(args, 0, "fleiss_kappa"));
    py::dict more;
    more["observed"] = r.observed;
    more["expected"] = r.expected;
    more["standard_error_zero"] = r.standard_error_zero;
    more["z"] = r.z;
    more["by_category"] = r.by_category;
    return py::make_tuple(statistic_tuple(r.kappa), more);
}

/// chance_corrected(tally, model, weights, confidence)
py::tuple corrected(const py::args& args) {
    constexpr const char* entry = "chance_corrected";
    check_count(args, 4, entry);
    const auto weights = argument<numbers>(args, 2, entry);
    const agreement_result r = value_or_raise(chance_corrected(argument<const rating_tally&>(args, 0, entry),
                                                               one_of<chance_model>(args, 1, 4, entry), weights,
                                                               argument<double>(args, 3, entry)));
    py::dict more;
    more["observed"] = r.observed;
    more["expected"] = r.expected;
    more["standard_error"] = r.standard_error;
    return py::make_tuple(statistic_tuple(r.coefficient), more);
}

py::tuple krippendorff_tuple(const krippendorff_result& r) {
    py::dict more;
    more["observed_disagreement"] = r.observed_disagreement;
    more["expected_disagreement"] = r.expected_disagreement;
    more["pairable"] = r.pairable;
    return py::make_tuple(statistic_tuple(r.alpha), more);
}

/// krippendorff_alpha(tally, level)
py::tuple krippendorff(const py::args& args) {
    constexpr const char* entry = "krippendorff_alpha";
    check_count(args, 2, entry);
    return krippendorff_tuple(krippendorff_alpha(argument<const rating_tally&>(args, 0, entry),
                                                 one_of<measurement_level>(args, 1, 4, entry)));
}

/// krippendorff_interval(whole numbers): any number of categories
py::tuple krippendorff_interval(const py::args& args) {
    constexpr const char* entry = "krippendorff_interval";
    check_count(args, 1, entry);
    return krippendorff_tuple(krippendorff_alpha(sums_of(buffer(args[0], PyBUF_FULL_RO, entry))));
}

// ---- analysis of variance

py::tuple icc_tuple(const intraclass_sums& sums, const py::args& args, std::size_t at, const char* entry) {
    const intraclass_result r = intraclass_correlation(
        sums, one_of<intraclass_form>(args, at, 6, entry), argument<double>(args, at + 1, entry),
        one_of<incomplete_units>(args, at + 2, 2, entry), one_of<group_size>(args, at + 3, 2, entry));
    py::dict more;
    more["mean_square_units"] = r.mean_square_units;
    more["mean_square_raters"] = r.mean_square_raters;
    more["mean_square_error"] = r.mean_square_error;
    more["raters"] = r.raters;
    more["f"] = r.f;
    more["df1"] = r.degrees_of_freedom[0];
    more["df2"] = r.degrees_of_freedom[1];
    more["p"] = r.p;
    return py::make_tuple(statistic_tuple(r.icc), more);
}

/// icc_of_tally(tally, form, confidence, incomplete, group size)
py::tuple icc_of_tally(const py::args& args) {
    constexpr const char* entry = "icc_of_tally";
    check_count(args, 5, entry);
    return icc_tuple(value_or_raise(intraclass_sums::of(argument<const rating_tally&>(args, 0, entry))), args, 1,
                     entry);
}

/// icc_of_values(whole numbers or bytes, form, …)
py::tuple icc_of_values(const py::args& args) {
    constexpr const char* entry = "icc_of_values";
    check_count(args, 5, entry);
    return icc_tuple(sums_of(buffer(args[0], PyBUF_FULL_RO, entry)), args, 1, entry);
}

/// icc_of_groups(whole numbers, n × 1, group of each, groups, form, …)
py::tuple icc_of_groups(const py::args& args) {
    constexpr const char* entry = "icc_of_groups";
    check_count(args, 7, entry);
    const buffer b(args[0], PyBUF_ND | PyBUF_FORMAT, entry), g(args[1], PyBUF_ND, entry);
    checked(b, "lq", 8);
    if (b->shape[1] != 1) raise(error(status::shape_mismatch));
    intraclass_sums sums(0);
    check(sums.add_groups({static_cast<const std::int64_t*>(b->buf), static_cast<std::size_t>(b->shape[0])},
                          groups_of(g), argument<std::size_t>(args, 2, entry)));
    return icc_tuple(sums, args, 3, entry);
}

// ---- ranks and groups

py::tuple concordance_tuple(const concordance_result& r) {
    py::dict more;
    more["chi_square"] = r.chi_square;
    more["df"] = r.degrees_of_freedom;
    more["p"] = r.p;
    return py::make_tuple(statistic_tuple(r.w), more);
}

/// kendall_w_of_values(whole numbers, correct ties, leave out incomplete units)
py::tuple kendall_of_values(const py::args& args) {
    constexpr const char* entry = "kendall_w_of_values";
    check_count(args, 3, entry);
    const buffer b(args[0], PyBUF_FULL_RO, entry);
    return concordance_tuple(kendall_w(values_of(b),
                                       argument<bool>(args, 1, entry) ? tied_ranks::corrected : tied_ranks::uncorrected,
                                       argument<bool>(args, 2, entry)));
}

py::tuple kendall_of_tally(const py::args& args) {
    constexpr const char* entry = "kendall_w_of_tally";
    check_count(args, 2, entry);
    return concordance_tuple(kendall_w(argument<const rating_tally&>(args, 0, entry), argument<bool>(args, 1, entry)
                                                                                          ? tied_ranks::corrected
                                                                                          : tied_ranks::uncorrected));
}

/// within_group(whole numbers, group of each row, groups, options, unit) -> one (statistic, figures) a group
py::list within_group(const py::args& args) {
    constexpr const char* entry = "within_group";
    check_count(args, 5, entry);
    const buffer b(args[0], PyBUF_FULL_RO, entry), g(args[1], PyBUF_ND, entry);
    py::list to;
    const auto options = argument<std::int64_t>(args, 3, entry), unit = argument<std::int64_t>(args, 4, entry);
    const auto groups = argument<std::size_t>(args, 2, entry);
    for (const within_group_result& r :
         value_or_raise(within_group_agreement(values_of(b), groups_of(g), groups, options, unit))) {
        py::dict more;
        more["agreement_star"] = r.agreement_star;
        more["variance_share"] = r.variance_share;
        more["below_zero"] = r.below_zero;
        more["left_out"] = r.left_out;
        to.append(py::make_tuple(statistic_tuple(r.agreement), more));
    }
    return to;
}

}  // namespace

void bind_evidence_agreement(py::module_& m) {
    bind_rating_tally(m);
    m.def("cohen_kappa", &cohen);
    m.def("fleiss_kappa", &fleiss);
    m.def("chance_corrected", &corrected);
    m.def("krippendorff_alpha", &krippendorff);
    m.def("krippendorff_interval", &krippendorff_interval);
    m.def("icc_of_tally", &icc_of_tally);
    m.def("icc_of_values", &icc_of_values);
    m.def("icc_of_groups", &icc_of_groups);
    m.def("kendall_w_of_values", &kendall_of_values);
    m.def("kendall_w_of_tally", &kendall_of_tally);
    m.def("within_group", &within_group);
}

}  // namespace peersupport::python
