// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/definition/definition.hpp"

#include <optional>

namespace peersupport::capi {

// What stands at a place of a definition; nothing for NULL and past an end.
inline const table_description* table_at(const peersupport_definition* of, std::size_t table) noexcept {
    const auto all = table_descriptions();
    return of && table < all.size() ? &all[table] : nullptr;
}

inline const definition_field* field_at(const peersupport_definition* of, std::size_t table,
                                        std::size_t field) noexcept {
    const auto* at = table_at(of, table);
    return at && field < at->fields.size() ? &at->fields[field] : nullptr;
}

inline std::optional<definition_table> rows_of(const peersupport_definition* of, std::size_t table) noexcept {
    const auto* at = table_at(of, table);
    return at ? std::optional(definition_table(*at, of->value->tables())) : std::nullopt;
}

inline std::optional<definition_row> row_at(const peersupport_definition* of, std::size_t table,
                                            std::size_t row) noexcept {
    const auto rows = rows_of(of, table);
    return rows && row < rows->size() ? std::optional((*rows)[row]) : std::nullopt;
}

// The other way round.
inline std::size_t number_of(const table_description& table) noexcept {
    return static_cast<std::size_t>(&table - table_descriptions().data());
}

inline std::size_t number_of(const definition_field* field, const table_description& in) noexcept {
    return field ? static_cast<std::size_t>(field - in.fields.data()) : PEERSUPPORT_NO_FIELD;
}

}  // namespace peersupport::capi
