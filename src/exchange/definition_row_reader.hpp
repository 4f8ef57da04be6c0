// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/definition_references.hpp"
#include "exchange/definition_storage.hpp"
#include "exchange/field_reader.hpp"

#include <optional>

namespace peersupport::exchange {

/// Reads rows of a definition, whatever their table, by the description of their fields.
class definition_row_reader {
public:
    definition_row_reader(problem_list& problems, definition_storage& storage,
                          definition_references& references) noexcept
        : problems_(&problems), storage_(&storage), references_(&references) {}

    /// Every row of a list; the first stands at what is returned, the others `row_size` apart. Their ids are added
    /// to the references.
    [[nodiscard]] std::byte* read_rows(json_value list, const table_description& table);
    /// One member; nothing when it is wrong.
    [[nodiscard]] std::optional<field_value> read_value(json_value from,
                                                        const definition_field& field);

private:
    void read_row(json_value from, const table_description& table, void* row);
    [[nodiscard]] std::optional<field_value> read_string_value(json_value from,
                                                               const definition_field& field);
    [[nodiscard]] std::optional<field_value> read_list(json_value from,
                                                       const definition_field& field);
    [[nodiscard]] std::optional<field_value> read_cues(json_value from);
    [[nodiscard]] localized_text keep(const localized_string& text);
    void read_id(field_reader& fields, const table_description& table, void* row);

    problem_list* problems_;
    definition_storage* storage_;
    definition_references* references_;
};

}  // namespace peersupport::exchange
