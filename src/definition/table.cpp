// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition/table.hpp"

#include <algorithm>
#include <array>

namespace peersupport {

const definition_field* find_field(const table_description& table, std::string_view id) noexcept {
    const auto found = std::ranges::find(table.fields, id, &definition_field::id);
    return found == table.fields.end() ? nullptr : &*found;
}

field_value definition_row::value(std::string_view field) const {
    const definition_field* found = find_field(*table_, field);
    return found == nullptr ? field_value{} : found->get(row_);
}

localized_text definition_row::label() const {
    constexpr std::array<std::string_view, 5> in_order{"name", "title", "term", "question", "text"};
    for (const std::string_view field : in_order) {
        if (const field_value held = value(field); held.given) return held.text;
    }
    return {id(), id()};
}

std::size_t definition_table::place_of(std::string_view id) const noexcept {
    const std::string_view prefix = table_->prefix;
    std::size_t by_short_id = size();
    for (std::size_t i = 0; i < size(); ++i) {
        const std::string_view row = (*this)[i].id();
        if (row == id) return i;
        if (!prefix.empty() && row.starts_with(prefix) && row.substr(prefix.size()) == id)
            by_short_id = i;
    }
    return by_short_id;
}

std::optional<definition_row> definition_table::find(std::string_view id) const noexcept {
    const std::size_t place = place_of(id);
    if (place == size()) return std::nullopt;
    return (*this)[place];
}

}  // namespace peersupport
