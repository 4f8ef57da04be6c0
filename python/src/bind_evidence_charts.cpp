// SPDX-License-Identifier: Apache-2.0
// Control charts and funnels; a chart is a dict of lists, one entry a period or unit.
#include "evidence_arrays.hpp"

#include "peersupport/evidence/control_chart.hpp"
#include "peersupport/evidence/funnel.hpp"

#include <pybind11/stl.h>

#include <cmath>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace peersupport::python {
namespace {

using numbers = std::vector<std::int64_t>;
using decimals = std::vector<double>;

/// None where it is not a number.
py::object or_none(double v) { return std::isfinite(v) ? py::object(py::float_(v)) : py::object(py::none()); }

/// (beyond, run, trend, two of three, four of five, alternating, near the centre, away from it, zones inside limits)
chart_rules rules_of(const py::args& args, std::size_t at, const char* entry) {
    const auto row = argument<py::tuple>(args, at, entry);
    if (row.size() != 9) throw py::type_error(std::string(entry) + ": nine rules are expected");
    const auto number = [&](std::size_t i) { return py::cast<int>(row[i]); };
    return {number(0) != 0, number(1), number(2), number(3) != 0, number(4) != 0,
            number(5),      number(6), number(7), number(8) != 0};
}

chart_baseline baseline_of(const py::args& args, std::size_t at, const char* entry) {
    const auto row = argument<std::pair<std::size_t, std::size_t>>(args, at, entry);
    return {row.first, row.second};
}

py::tuple signals_of(std::uint16_t bits) {
    py::list to;
    for (std::uint8_t r = 0; r < chart_rule_count; ++r)
        if ((bits >> r & 1U) != 0) to.append(text_of_view(id_of(static_cast<chart_rule>(r))));
    return py::tuple(to);
}

py::dict dict_of(const control_chart& c) {
    py::list value, lower, upper, sigma, why, baseline, signals, ranges;
    for (const chart_point& p : c.points) {
        value.append(or_none(p.value));
        lower.append(or_none(p.lower));
        upper.append(or_none(p.upper));
        sigma.append(or_none(p.sigma));
        why.append(text_of_view(id_of(p.why)));
        baseline.append(p.baseline);
        signals.append(signals_of(p.signals));
    }
    for (const double r : c.moving_ranges) ranges.append(or_none(r));
    py::dict to;
    to["centre"] = or_none(c.centre);
    to["mean_moving_range"] = or_none(c.mean_moving_range);
    to["moving_range_upper"] = or_none(c.moving_range_upper);
    to["sigma_z"] = or_none(c.sigma_z);
    to["baseline_points"] = c.baseline_points;
    to["reason"] = text_of_view(id_of(c.why));
    to["value"] = value;
    to["lower"] = lower;
    to["upper"] = upper;
    to["sigma"] = sigma;
    to["why"] = why;
    to["baseline"] = baseline;
    to["signals"] = signals;
    to["moving_range"] = ranges;
    return to;
}

/// xmr_chart(values, factor, range factor, (lowest, highest), (first, last), rules)
py::dict xmr(const py::args& args) {
    constexpr const char* entry = "xmr_chart";
    check_count(args, 6, entry);
    const auto values = argument<decimals>(args, 0, entry);
    xmr_options options;
    options.limit_factor = argument<double>(args, 1, entry);
    options.range_factor = argument<double>(args, 2, entry);
    std::tie(options.lowest, options.highest) = argument<std::pair<double, double>>(args, 3, entry);
    options.baseline = baseline_of(args, 4, entry);
    return dict_of(value_or_raise(xmr_chart(values, options, rules_of(args, 5, entry))));
}

chart_dispersion dispersion_of(const py::args& args, std::size_t at, const char* entry) {
    return argument<bool>(args, at, entry) ? chart_dispersion::laney : chart_dispersion::binomial_or_poisson;
}

/// p_chart(events, n, overdispersed, (first, last), rules)
py::dict shares(const py::args& args) {
    constexpr const char* entry = "p_chart";
    check_count(args, 5, entry);
    const auto events = argument<numbers>(args, 0, entry), n = argument<numbers>(args, 1, entry);
    return dict_of(value_or_raise(
        p_chart(events, n, dispersion_of(args, 2, entry), baseline_of(args, 3, entry), rules_of(args, 4, entry))));
}

/// u_chart(events, exposure, overdispersed, (first, last), rules)
py::dict rates(const py::args& args) {
    constexpr const char* entry = "u_chart";
    check_count(args, 5, entry);
    const auto events = argument<numbers>(args, 0, entry);
    const auto exposure = argument<decimals>(args, 1, entry);
    return dict_of(value_or_raise(u_chart(events, exposure, dispersion_of(args, 2, entry), baseline_of(args, 3, entry),
                                          rules_of(args, 4, entry))));
}

/// ewma_chart(values, weight, start, sigma, factor, widening, (first, last))
py::dict moving_average(const py::args& args) {
    constexpr const char* entry = "ewma_chart";
    check_count(args, 7, entry);
    const auto values = argument<decimals>(args, 0, entry);
    ewma_options options;
    options.weight = argument<double>(args, 1, entry);
    options.start = argument<double>(args, 2, entry);
    options.sigma = argument<double>(args, 3, entry);
    options.factor = argument<double>(args, 4, entry);
    options.widening_limits = argument<bool>(args, 5, entry);
    options.baseline = baseline_of(args, 6, entry);
    return dict_of(value_or_raise(ewma_chart(values, options)));
}

funnel_options options_of(const py::args& args, std::size_t at, const char* entry) {
    const int kind = argument<int>(args, at + 1, entry);
    if (kind < 0 || kind > 2) raise(error(status::invalid_argument));
    return {argument<double>(args, at, entry), static_cast<funnel_dispersion>(kind),
            argument<double>(args, at + 2, entry)};
}

/// The limits at each of the standard errors: a list of (lower, upper) for every share.
py::list limits_of(const funnel& f, const decimals& errors, const decimals& inside, double lowest, double highest) {
    py::list to;
    for (const double error : errors) {
        py::list row;
        for (const double share : inside) {
            const funnel_limit limit = limit_of(f, error, share, lowest, highest);
            row.append(py::make_tuple(or_none(limit.lower), or_none(limit.upper)));
        }
        to.append(row);
    }
    return to;
}

py::dict dict_of(const funnel& f, const decimals& inside, const decimals& grid, double lowest, double highest) {
    py::list value, z, why, position;
    decimals errors;
    for (const funnel_point& p : f.points) {
        value.append(or_none(p.value));
        z.append(or_none(p.z));
        why.append(text_of_view(id_of(p.why)));
        errors.push_back(p.standard_error);
        py::list row;
        for (const double share : inside)
            row.append(p.z == p.z ? py::object(py::int_(position_of(f, p, share))) : py::object(py::none()));
        position.append(row);
    }
    py::dict to;
    to["target"] = or_none(f.target);
    to["phi"] = or_none(f.phi);
    to["mean_square"] = or_none(f.mean_square);
    to["reason"] = text_of_view(id_of(f.why));
    to["value"] = value;
    to["z"] = z;
    to["why"] = why;
    to["position"] = position;
    to["limits"] = limits_of(f, errors, inside, lowest, highest);
    to["grid"] = limits_of(f, grid, inside, lowest, highest);
    return to;
}

/// funnel_of_shares(events, n, target, dispersion, winsorized share, inside, sizes to draw)
py::dict funnel_shares(const py::args& args) {
    constexpr const char* entry = "funnel_of_shares";
    check_count(args, 7, entry);
    const auto events = argument<numbers>(args, 0, entry), n = argument<numbers>(args, 1, entry);
    const funnel f = value_or_raise(funnel_of_shares(events, n, options_of(args, 2, entry)));
    decimals grid = argument<decimals>(args, 6, entry);
    for (double& size : grid) size = std::sqrt(f.target * (1 - f.target) / size);
    return dict_of(f, argument<decimals>(args, 5, entry), grid, 0, 1);
}

/// funnel_of_means(means, n, deviation, target, dispersion, winsorized share, inside, sizes to draw, (lowest, highest))
py::dict funnel_means(const py::args& args) {
    constexpr const char* entry = "funnel_of_means";
    check_count(args, 9, entry);
    const auto means = argument<decimals>(args, 0, entry);
    const auto n = argument<numbers>(args, 1, entry);
    const double deviation = argument<double>(args, 2, entry);
    const auto [lowest, highest] = argument<std::pair<double, double>>(args, 8, entry);
    const funnel f = value_or_raise(funnel_of_means(means, n, deviation, options_of(args, 3, entry)));
    decimals grid = argument<decimals>(args, 7, entry);
    for (double& size : grid) size = deviation / std::sqrt(size);
    return dict_of(f, argument<decimals>(args, 6, entry), grid, lowest, highest);
}

}  // namespace

void bind_evidence_charts(py::module_& m) {
    m.def("xmr_chart", &xmr);
    m.def("p_chart", &shares);
    m.def("u_chart", &rates);
    m.def("ewma_chart", &moving_average);
    m.def("funnel_of_shares", &funnel_shares);
    m.def("funnel_of_means", &funnel_means);
    m.def(
        "chart_rule_text",
        [](std::uint8_t number, const std::string& l) {
            if (number >= chart_rule_count) throw py::index_error("there is no such rule");
            return text_of_view(text_of(static_cast<chart_rule>(number), l == "fr" ? language::fr : language::en));
        },
        py::arg("number"), py::arg("language"));
    m.def("chart_rules", [] {
        py::tuple to(chart_rule_count);
        for (std::uint8_t r = 0; r < chart_rule_count; ++r) to[r] = text_of_view(id_of(static_cast<chart_rule>(r)));
        return to;
    });
}

}  // namespace peersupport::python
