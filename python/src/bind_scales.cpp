// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

namespace peersupport::python {
namespace {

std::string_view id_of(score_direction d) noexcept {
    switch (d) {
        case score_direction::higher_is_better: return "higher-is-better";
        case score_direction::higher_is_worse: return "higher-is-worse";
        case score_direction::neither: return "neither";
    }
    return {};
}

std::string_view id_of(missing_rule r) noexcept {
    switch (r) {
        case missing_rule::none_missing: return "none_missing";
        case missing_rule::minimum_answered: return "minimum_answered";
        case missing_rule::minimum_share: return "minimum_share";
        case missing_rule::prorate_up_to_count:
        case missing_rule::prorate_up_to_share: return "prorate_up_to";
    }
    return {};
}

py::tuple pair(const ratio& r) { return py::make_tuple(r.numerator, r.denominator); }
py::tuple pair(const decimal& d) { return py::make_tuple(d.mantissa, d.exponent); }

/// (rule, count or (numerator, denominator) or None)
py::tuple missing(const missing_policy& p) {
    const bool share = p.rule == missing_rule::minimum_share || p.rule == missing_rule::prorate_up_to_share;
    if (share) return py::make_tuple(id_of(p.rule), pair(p.share));
    if (p.rule == missing_rule::none_missing) return py::make_tuple(id_of(p.rule), py::none());
    return py::make_tuple(id_of(p.rule), p.count);
}

void bind_sample_scale(py::module_& m) {
    using self = view<sample_scale>;
    py::class_<self>(m, "SampleScale", "Computed over a group of responses, never for one.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("name", [](const self& v) { return v->name; })
        .def_property_readonly("rule", [](const self& v) { return peersupport::id_of(v->rule); })
        .def_property_readonly("items", [](const self& v) { return ids(v->items, v.of->items); })
        .def_property_readonly("positive", [](const self& v) { return tuple_of(v->positive); })
        .def_property_readonly("combine", [](const self& v) {
            return v->combine == positive_combination::pooled ? "pooled" : "mean-of-items";
        })
        .def_property_readonly("scale", [](const self& v) -> py::object {
            if (v->rule != sample_rule::threshold_share) return py::none();
            return py::str(v.of->scales[v->scale].id);
        })
        .def_property_readonly("cut", [](const self& v) { return pair(v->cut); }, "(mantissa, power of ten)")
        .def_property_readonly("side", [](const self& v) { return v->side == cut_side::above ? "above" : "below"; })
        .def_property_readonly("inclusive", [](const self& v) { return v->inclusive; })
        .def("__repr__", [](const self& v) { return py::str("<SampleScale {}>").format(v->id); });
}

}  // namespace

void bind_scales(py::module_& m) {
    bind_sample_scale(m);
    using self = view<scale>;
    py::class_<self>(m, "Scale", "Items and the rule that makes a score of them.")
        .def_property_readonly("id", [](const self& v) { return v->id; })
        .def_property_readonly("name", [](const self& v) { return v->name; })
        .def_property_readonly("items", [](const self& v) { return ids(v->items, v.of->items); })
        .def_property_readonly("scored_items", [](const self& v) { return ids(v->scored_items, v.of->items); })
        .def_property_readonly("facets", [](const self& v) { return ids(v->facets, v.of->facets); })
        .def_property_readonly("direction", [](const self& v) { return id_of(v->direction); })
        .def_property_readonly("rule", [](const self& v) { return peersupport::id_of(v->rule); })
        .def_property_readonly("multiplier", [](const self& v) { return pair(v->multiplier); })
        .def_property_readonly("missing", [](const self& v) { return missing(v->missing); },
                               "(rule, count or (numerator, denominator) or None)")
        .def("__repr__", [](const self& v) { return py::str("<Scale {} {}>").format(v->id, peersupport::id_of(v->rule)); });
}

}  // namespace peersupport::python
