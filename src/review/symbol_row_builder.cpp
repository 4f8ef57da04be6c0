// SPDX-License-Identifier: Apache-2.0
#include "review/symbol_row_builder.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

bool symbol_row_builder::is_people(symbol s) const noexcept { return std::find(people_.begin(), people_.end(), s) != people_.end(); }

/// `accented`: 0, or the symbol of the word with its accents.
symbol_row symbol_row_builder::add(std::uint32_t word, std::span<const symbol> classes, symbol accented) {
    symbol_row row;
    row.first = static_cast<std::uint32_t>(made_.symbols.size());
    const auto take = [&](symbol s) {
        made_.symbols.push_back(s);
        row.told |= signature::of(s);
        ++row.count;
    };
    take(word);
    if (accented) take(accented);
    const auto context_of = [&](symbol s) { return s - class_symbols < class_context_.size() ? class_context_[s - class_symbols] : 0; };
    for (const symbol s : classes) {
        row.context |= context_of(s);
        if (context_of(s) == 0 && !is_people(s)) take(s);
    }
    row.kept = row.count;
    row.without_people = row.told;
    for (const symbol s : classes)
        if (context_of(s) == 0 && is_people(s)) take(s);
    add_places(row);
    return row;
}

/// Where indexes list something under the row's symbols, in the order of the symbols.
void symbol_row_builder::add_places(symbol_row& row) {
    row.first_place = static_cast<std::uint32_t>(made_.places.size());
    for (std::size_t i = 0; i < indexes_.size(); ++i)
        for (std::uint32_t s = row.first; s < row.first + row.count; ++s) {
            const std::uint32_t place = indexes_[i]->of(made_.symbols[s]);
            if (place == symbol_places::none) continue;
            made_.places.push_back(place);
            ++row.places[i];
            if (s < row.first + row.kept) ++row.kept_places[i];
        }
}

symbol_rows symbol_row_builder::build(const element_sets& from) {
    static const std::vector<symbol> no_classes;
    made_.words = static_cast<std::uint32_t>(std::max<std::size_t>(from.word_count(), 1));
    made_.rows.emplace_back();
    const auto classes_of = [&](std::uint32_t word) -> const std::vector<symbol>& { return word < from.classes_of.size() ? from.classes_of[word] : no_classes; };
    for (std::uint32_t word = 1; word < made_.words; ++word) made_.rows.push_back(add(word, classes_of(word), 0));
    for (const auto& [key, number] : from.accented) {
        made_.rows[key.word].has_accented = true;
        made_.accented.push_back({key, static_cast<std::uint32_t>(made_.rows.size())});
        made_.rows.push_back(add(key.word, classes_of(key.word), accent_symbols + number));
    }
    return std::move(made_);
}

}  // namespace peersupport::review
