// SPDX-License-Identifier: Apache-2.0
// Intervals of shares and means, change of persons in consenting research, latent scores.
#include "evidence_arrays.hpp"

#include "peersupport/evidence/change.hpp"
#include "peersupport/evidence/interval.hpp"
#include "peersupport/evidence/latent_score.hpp"

#include <pybind11/stl.h>

namespace peersupport::python {
namespace {

constexpr const char* no_names = "evidence";

/// (low, high, ends, confidence)
mean_rule rule_of(const py::args& args, std::size_t at) {
    return {argument<double>(args, at, no_names), argument<double>(args, at + 1, no_names),
            argument<double>(args, at + 2, no_names), argument<double>(args, at + 3, no_names)};
}

/// mean_interval(whole, scale, low, high, ends, confidence)
py::tuple mean_of(const py::args& args) {
    check_count(args, 6, "mean_interval");
    const flat_array<const std::int64_t> scores(args[0], "mean_interval");
    return statistic_tuple(mean_interval({scores.cells(), argument<double>(args, 1, no_names)}, rule_of(args, 2)));
}

/// welch_gap(whole, scale, whole, scale, low, high, ends, confidence) -> (statistic, t, df, p)
py::tuple gap_of(const py::args& args) {
    check_count(args, 8, "welch_gap");
    const flat_array<const std::int64_t> first(args[0], "welch_gap"), second(args[2], "welch_gap");
    const mean_gap g = welch_gap({first.cells(), argument<double>(args, 1, no_names)},
                                 {second.cells(), argument<double>(args, 3, no_names)}, rule_of(args, 4));
    return py::make_tuple(statistic_tuple(g.gap), g.t, g.df, g.p);
}

/// reliable_change(before, after, sd, reliability, multiplier, higher is better, cut or None, index out, kind out)
/// -> (sem, difference, threshold, reason id)
py::tuple change_of(const py::args& args) {
    constexpr const char* entry = "reliable_change";
    check_count(args, 9, entry);
    const flat_array<const double> before(args[0], entry), after(args[1], entry);
    const flat_array<double> index(args[7], entry);
    const flat_array<std::uint8_t> kind(args[8], entry);
    change_rule by{argument<double>(args, 2, entry),
                   argument<double>(args, 3, entry),
                   argument<double>(args, 4, entry),
                   argument<bool>(args, 5, entry),
                   !args[6].is_none(),
                   0};
    if (by.has_cut) by.cut = argument<double>(args, 6, entry);
    const std::size_t n = before.cells().size();
    if (after.cells().size() != n || index.cells().size() != n || kind.cells().size() != n)
        raise(error(status::shape_mismatch));
    const auto rows = reliable_change(before.cells(), after.cells(), by);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        index.cells()[r] = rows[r].index;
        kind.cells()[r] = static_cast<std::uint8_t>(rows[r].kind);
    }
    const change_error e = error_of(by);
    return py::make_tuple(e.sem, e.difference, e.threshold, text_of_view(id_of(e.why)));
}

/// limits_of_agreement(whole differences, scale, multiplier, confidence) -> (bias, sd, low, high)
py::tuple agreement_of(const py::args& args) {
    constexpr const char* entry = "limits_of_agreement";
    check_count(args, 4, entry);
    const flat_array<const std::int64_t> differences(args[0], entry);
    const bland_altman b = limits_of_agreement({differences.cells(), argument<double>(args, 1, entry)},
                                               argument<double>(args, 2, entry), argument<double>(args, 3, entry));
    return py::make_tuple(statistic_tuple(b.bias), b.sd, b.low, b.high);
}

latent_score_model model_of(const std::vector<double>& discrimination,
                            const std::vector<std::vector<double>>& thresholds, int points, double from, double to,
                            double mean, double sd) {
    if (discrimination.size() != thresholds.size()) raise(error(status::shape_mismatch));
    std::vector<graded_parameters> items;
    for (std::size_t i = 0; i < thresholds.size(); ++i) items.push_back({discrimination[i], thresholds[i]});
    return value_or_raise(latent_score_model::make(items, {points, from, to, mean, sd}));
}

/// scores(categories rows × items as int16, −1 missing; first, last; theta, se)
void latent_scores(const latent_score_model& by, const py::args& args) {
    constexpr const char* entry = "LatentScoreModel.scores";
    check_count(args, 5, entry);
    const flat_array<const std::int16_t> cells(args[0], entry);
    const auto first = argument<std::size_t>(args, 1, entry), last = argument<std::size_t>(args, 2, entry);
    const flat_array<double> theta(args[3], entry), se(args[4], entry);
    const std::size_t k = by.items();
    if (first > last || last * k > cells.cells().size() || last > theta.cells().size() || last > se.cells().size())
        raise(error(status::shape_mismatch));
    run_freely((last - first) * 1000, [&] {
        for (std::size_t r = first; r < last; ++r) {
            const latent_score s = by.score(cells.cells().subspan(r * k, k));
            theta.cells()[r] = s.theta;
            se.cells()[r] = s.se;
        }
    });
}

py::list latent_sums(const latent_score_model& by) {
    py::list to;
    for (const sum_latent_score& s : by.sum_scores())
        to.append(py::make_tuple(s.sum, s.score.theta, s.score.se, s.probability));
    return to;
}

}  // namespace

void bind_evidence_intervals(py::module_& m) {
    m.def("wilson_interval", [](std::int64_t x, std::int64_t n, double confidence, bool corrected) {
        return statistic_tuple(wilson_interval(x, n, confidence, corrected));
    });
    m.def("clopper_pearson_interval", [](std::int64_t x, std::int64_t n, double confidence) {
        return statistic_tuple(clopper_pearson_interval(x, n, confidence));
    });
    m.def("mean_interval", mean_of);
    m.def("welch_gap", gap_of);
    m.def("reliable_change", change_of);
    m.def("change_kinds", [] {
        py::list to;
        for (std::uint8_t n = 0; n < change_kind_count; ++n)
            to.append(text_of_view(id_of(static_cast<change_kind>(n))));
        return py::tuple(to);
    });
    m.def("change_cuts", [](double mean1, double sd1, double mean2, double sd2) {
        return change_cuts({mean1, sd1}, {mean2, sd2});
    });
    m.def("limits_of_agreement", agreement_of);
    py::class_<latent_score_model>(m, "LatentScoreModel", "Graded response model with fixed parameters")
        .def(py::init(&model_of))
        .def_property_readonly("items", &latent_score_model::items)
        .def("categories", &latent_score_model::categories)
        .def("scores", latent_scores)
        .def("sums", latent_sums);
}

}  // namespace peersupport::python
