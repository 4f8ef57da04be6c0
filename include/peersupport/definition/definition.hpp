// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/level_of_influence.hpp"
#include "peersupport/definition/perspective.hpp"
#include "peersupport/definition/principle.hpp"
#include "peersupport/definition/source.hpp"
#include "peersupport/definition/value.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// The tables a definition is made of. Whoever fills one keeps the rows alive and unchanged
/// for as long as any definition made from it.
struct definition_tables {
    std::string_view version;  ///< the definition's own `major.minor.patch`, not the library's
    std::span<const value> values;
    std::span<const principle> principles;
    std::span<const perspective> perspectives;
    std::span<const level_of_influence> levels_of_influence;
    std::span<const source> sources;
};

/// The row with this id, or nullptr.
template <class Row>
[[nodiscard]] constexpr const Row* find_row(std::span<const Row> rows, std::string_view id) noexcept {
    for (const Row& row : rows) {
        if (row.id == id) return &row;
    }
    return nullptr;
}

/// One version of what peer support is. Immutable; a copy is a handful of pointers and looks at
/// the same rows. The canonical one is compiled in; an overlay or an exported older version
/// makes another. Everything that reads a definition takes a `const definition&`.
class definition {
public:
    constexpr explicit definition(const definition_tables& tables) noexcept : tables_(tables) {}

    [[nodiscard]] constexpr std::string_view version() const noexcept { return tables_.version; }

    /// Rows in the order in which they are shown.
    [[nodiscard]] constexpr std::span<const value> values() const noexcept {
        return tables_.values;
    }
    [[nodiscard]] constexpr std::span<const principle> principles() const noexcept {
        return tables_.principles;
    }
    [[nodiscard]] constexpr std::span<const perspective> perspectives() const noexcept {
        return tables_.perspectives;
    }
    [[nodiscard]] constexpr std::span<const level_of_influence> levels_of_influence()
        const noexcept {
        return tables_.levels_of_influence;
    }
    [[nodiscard]] constexpr std::span<const source> sources() const noexcept {
        return tables_.sources;
    }

    /// The row with this id, or nullptr when the table has none. Ids are compared byte for byte;
    /// the row lives as long as the tables, not as this object.
    [[nodiscard]] constexpr const value* find_value(std::string_view id) const noexcept {
        return find_row(tables_.values, id);
    }
    [[nodiscard]] constexpr const principle* find_principle(std::string_view id) const noexcept {
        return find_row(tables_.principles, id);
    }
    [[nodiscard]] constexpr const perspective* find_perspective(
        std::string_view id) const noexcept {
        return find_row(tables_.perspectives, id);
    }
    [[nodiscard]] constexpr const level_of_influence* find_level_of_influence(
        std::string_view id) const noexcept {
        return find_row(tables_.levels_of_influence, id);
    }
    [[nodiscard]] constexpr const source* find_source(std::string_view id) const noexcept {
        return find_row(tables_.sources, id);
    }

private:
    definition_tables tables_;
};

/// The definition this library was built with. Constant-initialised: usable at any time, also
/// before main and from any thread, and never destroyed.
[[nodiscard]] const definition& canonical() noexcept;

}  // namespace peersupport
