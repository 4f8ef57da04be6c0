// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/pattern_compiler.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {
namespace {

bool is_bracket(const pattern_element& e) noexcept { return e.kind == element_kind::open || e.kind == element_kind::close; }

/// The first element, where a gap follows that would stand in front if it were left out.
element_row::const_iterator optional_before_gap(const element_row& row) {
    const auto said = std::find_if(row.begin(), row.end(), [](const pattern_element* e) { return !is_bracket(*e) && e->kind != element_kind::gap; });
    if (said == row.end() || !(*said)->optional) return row.end();
    const auto next = std::find_if(said, row.end(), [](const pattern_element* e) { return e->kind == element_kind::gap || (!e->optional && !is_bracket(*e)); });
    return next != row.end() && (*next)->kind == element_kind::gap ? said : row.end();
}

}  // namespace

bool pattern_compiler::draft(pattern_purpose of, const element_row& row, std::uint32_t number, std::uint32_t topic, bool begins_sentence) {
    if (!draft_.make(row)) return false;
    builders_[static_cast<std::size_t>(of)].add(draft_, number, topic, begins_sentence, sets.table);
    return true;
}

/// "very? *3 good" is two patterns, because a gap stands between words.
bool pattern_compiler::add_from(pattern_purpose of, const element_row& row, std::uint32_t number, std::uint32_t topic, bool begins_sentence) {
    const auto optional = optional_before_gap(row);
    if (optional == row.end()) return draft(of, row, number, topic, begins_sentence);
    const auto place = optional - row.begin();
    pattern_element said = **optional;
    said.optional = false;
    element_row with = row, without = row;
    with[static_cast<std::size_t>(place)] = &said;
    without.erase(without.begin() + place);
    return draft(of, with, number, topic, begins_sentence) && add_from(of, without, number, topic, begins_sentence);
}

/// "(^|and) met" is two patterns: one at the beginning of a sentence, one anywhere.
bool pattern_compiler::add(pattern_purpose of, element_row row, std::uint32_t number, std::uint32_t topic) {
    if (row.front()->kind == element_kind::begin) {
        row.erase(row.begin());
        return add_from(of, row, number, topic, true);
    }
    const auto begins = [](const pattern& way) { return way.size() == 1 && way[0].kind == element_kind::begin; };
    if (row.front()->kind != element_kind::group || std::none_of(row.front()->ways.begin(), row.front()->ways.end(), begins))
        return add_from(of, row, number, topic, false);
    pattern_element anywhere = *row.front();
    std::erase_if(anywhere.ways, begins);
    anywhere.written += " not at the beginning";
    if (!anywhere.ways.empty()) {
        element_row all = row;
        all.front() = &anywhere;
        if (!add_from(of, all, number, topic, false)) return false;
    }
    row.erase(row.begin());
    return row.empty() || add_from(of, row, number, topic, true);
}

bool pattern_compiler::add_member(std::uint32_t of, const pattern& member) {
    const symbol to = class_symbols + of;
    if (const auto forms = sets.plain_forms(member)) {
        for (const std::uint32_t form : *forms) sets.belongs(form, to);
        return true;
    }
    element_row row;
    bool begins_sentence = false;
    for (const pattern_element& e : member) {
        if (e.kind == element_kind::begin) begins_sentence = true;
        else row.push_back(&e);
    }
    return add_from(pattern_purpose::phrases, row, to, 0, begins_sentence);
}

pattern_compiler::compiled pattern_compiler::finish() && {
    const symbol_counts counts{static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(sets.class_count()), static_cast<std::uint32_t>(sets.accented.size())};
    const auto made = [&](pattern_purpose of) {
        pattern_index index = std::move(builders_[static_cast<std::size_t>(of)]).finish(sets.table, counts);
        index.purpose = of;
        return index;
    };
    return {made(pattern_purpose::phrases), made(pattern_purpose::finds), made(pattern_purpose::exceptions)};
}

}  // namespace peersupport::review
