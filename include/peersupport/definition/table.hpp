// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition_tables.hpp"
#include "peersupport/definition/field.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace peersupport {

/// Where a table belongs when all of them are shown.
enum class table_group : std::uint8_t {
    foundations,
    role,
    organization,
    governance,
    evaluation,
    improvement,
    words,
    codes,
    integrity,  ///< last here, since numbers of groups stay; shown after evaluation
};

/// What is the same for a table in every version and overlay.
struct table_description {
    std::string_view id;       ///< as in files and in Python: `service_forms`
    std::string_view prefix;   ///< with which the ids of its rows begin; may be empty
    localized_text title;
    localized_text purpose;    ///< one sentence
    table_group group{};
    bool may_add = false;         ///< whether an overlay may add rows
    bool may_switch_off = false;  ///< whether an overlay may switch rows off
    std::span<const definition_field> fields;  ///< without the id, in the order of the row

    // How to reach the rows; `definition_table` is the way to use them.
    struct memory {
        const void* first = nullptr;
        std::size_t size = 0;
        std::size_t stride = 0;
    };
    memory (*rows)(const definition_tables& of) = nullptr;
    std::string_view (*id_of)(const void* row) = nullptr;
    void (*set_id)(void* row, std::string_view id) = nullptr;
    /// Makes so many empty rows in the memory at `first`, which is large enough and aligned as
    /// `operator new` aligns. Rows need no destruction.
    void (*construct)(void* first, std::size_t count) = nullptr;
    std::size_t row_size = 0;
    void (*copy_row)(void* to, const void* from) = nullptr;
    void (*assign)(definition_tables& to, const void* first, std::size_t count) = nullptr;
};

/// Every table of a definition, in the order in which they are shown.
[[nodiscard]] std::span<const table_description> table_descriptions() noexcept;
/// The description of the table with this id, or nullptr.
[[nodiscard]] const table_description* find_table_description(std::string_view id) noexcept;
[[nodiscard]] localized_text title_of(table_group group) noexcept;

/// One row, read without knowing its type.
class definition_row {
public:
    definition_row(const table_description& table, const void* row) noexcept
        : table_(&table), row_(row) {}

    [[nodiscard]] const table_description& table() const noexcept { return *table_; }
    [[nodiscard]] std::string_view id() const noexcept { return table_->id_of(row_); }
    /// What the row holds in a field of its own table.
    [[nodiscard]] field_value value(const definition_field& field) const { return field.get(row_); }
    /// What it holds in the field with this id; nothing when the table has no such field.
    [[nodiscard]] field_value value(std::string_view field) const;
    /// The row's shortest text: its name, or what stands for one.
    [[nodiscard]] localized_text label() const;
    [[nodiscard]] const void* memory() const noexcept { return row_; }

private:
    const table_description* table_;
    const void* row_;
};

/// One table of one definition, read without knowing the type of its rows.
class definition_table {
public:
    definition_table(const table_description& table, const definition_tables& of) noexcept
        : table_(&table), memory_(table.rows(of)) {}

    [[nodiscard]] const table_description& description() const noexcept { return *table_; }
    [[nodiscard]] std::size_t size() const noexcept { return memory_.size; }
    /// The row at this place; the caller has checked that there is one.
    [[nodiscard]] definition_row operator[](std::size_t place) const noexcept {
        return {*table_, static_cast<const char*>(memory_.first) + place * memory_.stride};
    }
    /// The place of the row with this id, or size(). Within its table a row is also found by its id
    /// without the table's prefix: "peer-supporter" for "role-peer-supporter".
    [[nodiscard]] std::size_t place_of(std::string_view id) const noexcept;
    [[nodiscard]] std::optional<definition_row> find(std::string_view id) const noexcept;

private:
    const table_description* table_;
    table_description::memory memory_;
};

/// The field of this table with this id, or nullptr.
[[nodiscard]] const definition_field* find_field(const table_description& table,
                                                 std::string_view id) noexcept;

}  // namespace peersupport
