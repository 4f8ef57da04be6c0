// SPDX-License-Identifier: Apache-2.0
#include "scoring/compile.hpp"

#include <algorithm>
#include <charconv>

namespace peersupport::scoring {
namespace {

void take_extremes(compiled_item& to, std::int32_t points, bool& first) {
    to.lowest = first ? points : std::min(to.lowest, points);
    to.highest = first ? points : std::max(to.highest, points);
    first = false;
}

code_meaning meaning_of(const answer_option& option, const compiled_item& item, bool reversed) {
    switch (option.kind) {
        case option_kind::answer:
            return {meaning_kind::answer, reversed ? item.lowest + item.highest - option.points : option.points};
        case option_kind::does_not_apply: return {meaning_kind::does_not_apply, 0};
        case option_kind::declined:
        case option_kind::blank: break;
    }
    return {meaning_kind::missing, 0};
}

compiled_item compile_item(const item& from, const response_scale& offers) {
    compiled_item to;
    to.id = from.id;
    to.weight = from.weight;
    to.divisor = from.code_divisor;
    bool first = true;
    for (const answer_option& o : offers.options) {
        if (o.kind == option_kind::answer) take_extremes(to, o.points, first);
        to.may_not_apply |= o.kind == option_kind::does_not_apply;
    }
    if (offers.range) {
        take_extremes(to, offers.range->from, first);
        take_extremes(to, offers.range->to, first);
        to.range = offers.range;
        to.range_reversed = from.reverse;
        to.range_flip = to.lowest + to.highest;
    }
    for (const answer_option& o : offers.options) to.far.emplace_back(o.code, meaning_of(o, to, from.reverse));
    std::ranges::sort(to.far, {}, &std::pair<std::int32_t, code_meaning>::first);
    for (std::size_t code = 0; code < near_codes; ++code) to.near[code] = to.far_meaning(static_cast<std::int32_t>(code));
    return to;
}

/// Whether a scale of the form looks at the item's gate.
bool gate_is_asked(const instrument& from, const form& of, std::size_t item) {
    return std::ranges::any_of(of.scales, [&](std::size_t s) {
        const scale& by = from.scales[s];
        return by.rule == score_rule::gated_mean && std::ranges::find(by.items, item) != by.items.end();
    });
}

}  // namespace

code_meaning compiled_item::far_meaning(std::int32_t code) const noexcept {
    if (code == no_answer) return {meaning_kind::missing, 0};
    const auto at = std::ranges::lower_bound(far, code, {}, &std::pair<std::int32_t, code_meaning>::first);
    if (at != far.end() && at->first == code) return at->second;
    if (range && code >= range->from && code <= range->to)
        return {meaning_kind::answer, range_reversed ? range_flip - code : code};
    return {};
}

std::string pointer_to(const char* list, std::size_t index) {
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), index).ptr;
    return std::string("/") + list + "/" + std::string(digits, end);
}

void compile_items(const instrument& from, const form& of, compiled& into, error& problems) {
    into.items.reserve(of.items.size());
    for (const std::size_t at : of.items) {
        const item& row = from.items[at];
        compiled_item made = compile_item(row, from.response_scales[row.response_scale]);
        if (row.gate) {
            const auto gate = std::ranges::find(of.items, row.gate->item);
            if (gate != of.items.end()) {
                made.gate = static_cast<std::size_t>(gate - of.items.begin());
                made.open = row.gate->open;
            } else if (gate_is_asked(from, of, at)) {
                problems.add(status::rule_conflict, pointer_to("items", at) + "/gate");
            }
        }
        into.items.push_back(std::move(made));
    }
}

}  // namespace peersupport::scoring
