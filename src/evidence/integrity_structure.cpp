// SPDX-License-Identifier: Apache-2.0
#include "evidence/integrity_structure.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

bool receives_support(const definition& against, std::string_view perspective) noexcept {
    const peersupport::perspective* row = against.find<peersupport::perspective>(perspective);
    return row != nullptr && row->receives_support;
}

std::vector<std::size_t> places_of(const form& in, const std::vector<std::size_t>& items) {
    std::vector<std::size_t> places;
    for (const std::size_t item : items) {
        const auto at = std::ranges::find(in.items, item);
        if (at != in.items.end()) places.push_back(static_cast<std::size_t>(at - in.items.begin()));
    }
    return places;
}

read_form read(const instrument& by, const form& f, const tally_header& counted, const definition& against) {
    read_form to;
    to.asked = &f;
    to.counted = find_form(counted, f.id);
    to.perspective = id_of(f.perspective);
    to.receives = receives_support(against, to.perspective);
    for (std::size_t s = 0; s < f.scales.size(); ++s) {
        const scale& of = by.scales[f.scales[s]];
        if (against.find<peersupport::value>(of.id) != nullptr && is_0_to_100(of))
            to.values.push_back({no_place, s, places_of(f, of.items)});
    }
    return to;
}

/// Numbers the values of a form as the receivers' form has them; others are dropped.
void align(read_form& of, const instrument& by, const std::vector<read_value>& values) {
    for (value_place& v : of.values) {
        const auto at =
            std::ranges::find(values, std::string_view(by.scales[of.asked->scales[v.scale]].id), &read_value::id);
        if (at != values.end()) v.value = static_cast<std::size_t>(at - values.begin());
    }
    std::erase_if(of.values, [](const value_place& v) { return v.value == no_place; });
    std::ranges::sort(of.values, {}, &value_place::value);
}

}  // namespace

bool is_0_to_100(const scale& s) noexcept {
    const score_rule rule = s.rule == score_rule::subset ? s.subset_of : s.rule;
    return (rule == score_rule::pomp || rule == score_rule::percent_of_maximum) && s.multiplier == ratio{1, 1};
}

integrity_structure structure_of(const instrument& by, const tally_header& counted, const definition& against) {
    integrity_structure to;
    to.by = &by;
    for (const form& f : by.forms) {
        read_form r = read(by, f, counted, against);
        const bool first =
            std::ranges::none_of(to.core, [&](const read_form& c) { return c.perspective == r.perspective; });
        (f.kind == form_kind::core && !r.values.empty() && first ? to.core : to.modules).push_back(std::move(r));
    }
    const auto at = std::ranges::find_if(to.core, [](const read_form& r) { return r.receives; });
    if (at == to.core.end()) {
        to.core.clear();
        return to;
    }
    std::rotate(to.core.begin(), at, at + 1);
    for (const value_place& v : to.core.front().values) {
        const scale& s = by.scales[to.core.front().asked->scales[v.scale]];
        to.values.push_back({s.id, s.name});
    }
    for (read_form& r : to.core) align(r, by, to.values);
    return to;
}

}  // namespace peersupport::evidence
