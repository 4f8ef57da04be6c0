// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

enum class cell_kind : std::uint8_t { text, list, number, flag };

inline void set_bit(std::vector<std::uint8_t>& bits, std::size_t at, bool on) {
    if (at % 8 == 0) bits.push_back(0);
    if (on) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << (at % 8));
}

/// One column of a table, as Arrow lays it out.
struct definition_column {
    std::string name;
    cell_kind kind{};
    bool nullable = false;

    std::size_t rows = 0;
    std::size_t nulls = 0;
    std::vector<std::uint8_t> valid;        ///< a bit a row
    std::vector<std::int64_t> numbers;      ///< number
    std::vector<std::uint8_t> flags;        ///< flag: a bit a row
    std::vector<std::size_t> text_ends{0};  ///< text, and the elements of lists
    std::vector<std::size_t> list_ends{0};  ///< list
    std::string characters;
    std::vector<std::int32_t> text_offsets;  ///< the same, as Arrow wants them
    std::vector<std::int32_t> list_offsets;

    void add_text(std::string_view text) {
        characters += text;
        text_ends.push_back(characters.size());
    }
    void end_list() { list_ends.push_back(text_ends.size() - 1); }
    void end_row(bool given) {
        set_bit(valid, rows++, given);
        nulls += !given;
    }
    [[nodiscard]] std::size_t elements() const noexcept { return text_ends.size() - 1; }

    /// False when a column is larger than offsets of 32 bits can say.
    [[nodiscard]] bool finish() {
        constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
        if (characters.size() > most || elements() > most) return false;
        for (const std::size_t end : text_ends) text_offsets.push_back(static_cast<std::int32_t>(end));
        for (const std::size_t end : list_ends) list_offsets.push_back(static_cast<std::int32_t>(end));
        nullable = nullable || nulls > 0;
        return true;
    }
};

/// The columns of one table of one definition, and what every export carries.
struct definition_columns {
    std::size_t rows = 0;
    std::vector<definition_column> list;
    std::string metadata;
};

[[nodiscard]] definition_columns columns_of(const definition& of, const table_description& table);

}  // namespace peersupport::exchange
