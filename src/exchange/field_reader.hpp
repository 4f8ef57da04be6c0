// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/instrument_words.hpp"
#include "exchange/problem_list.hpp"
#include "peersupport/text/decimal.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// Whole numbers both ends of which are allowed.
struct bounds {
    std::int64_t low;
    std::int64_t high;
};

enum class presence : std::uint8_t { required, optional };

/// How many elements an array may have; more is too_large, fewer is field_value.
struct element_count {
    std::size_t least = 0;
    std::size_t most = json_limits::values;
};

// One value each. What is wrong is added to the problems, and nothing is returned.
[[nodiscard]] std::optional<std::int64_t> read_integer(problem_list& problems, json_value from, bounds within);
[[nodiscard]] std::optional<decimal> read_decimal(problem_list& problems, json_value from);
/// A string that is not empty.
[[nodiscard]] std::optional<std::string_view> read_string(problem_list& problems, json_value from);
/// {"en", "fr"}, both not empty.
[[nodiscard]] localized_string read_text(problem_list& problems, json_value from);
[[nodiscard]] std::vector<std::string> read_strings(problem_list& problems, json_value from, element_count count);
/// [whole number, whole number].
[[nodiscard]] std::optional<ratio> read_ratio(problem_list& problems, json_value from, bounds top, bounds bottom);
/// Whether it is an array of two elements.
[[nodiscard]] bool check_pair(problem_list& problems, json_value from);
/// Whether it is an array of a size that is allowed; only then may its elements be read.
[[nodiscard]] bool check_array(problem_list& problems, json_value from, element_count count);

template <class T, std::size_t N>
[[nodiscard]] std::optional<T> read_word(problem_list& problems, json_value from, const std::array<word<T>, N>& words) {
    if (from.kind() != json_kind::string) {
        problems.add(status::field_type, from);
        return std::nullopt;
    }
    const auto value = meaning_of(from.text(), std::span<const word<T>>(words));
    if (!value) problems.add(status::field_value, from);
    return value;
}

/// Whether problems may repeat the names of members nobody asked for.
enum class unknown_names : std::uint8_t { told, withheld };

/// Reads the members of one object by name. Members nobody asked for are problems, see finish().
class field_reader {
public:
    /// A value that is not an object is a problem; it then seems to have no members and to need none.
    field_reader(problem_list& problems, json_value object);

    [[nodiscard]] bool is_object() const noexcept { return is_object_; }
    [[nodiscard]] json_value object() const noexcept { return object_; }
    [[nodiscard]] problem_list& problems() const noexcept { return *problems_; }

    /// The member's value; field_missing when it is required and not there.
    [[nodiscard]] std::optional<json_value> find(std::string_view name, presence p);
    /// The member's value when it is an array of an allowed size.
    [[nodiscard]] std::optional<json_value> array(std::string_view name, presence p, element_count count = {});

    /// The row's `id`; that it is well-formed and unique is the id_table's to say.
    void id(std::string& out);
    void string(std::string_view name, presence p, std::string& out);
    void text(std::string_view name, presence p, localized_string& out);
    void boolean(std::string_view name, presence p, bool& out);
    void integer(std::string_view name, presence p, bounds within, std::int32_t& out);
    void decimal(std::string_view name, presence p, peersupport::decimal& out);
    void strings(std::string_view name, presence p, element_count count, std::vector<std::string>& out);

    template <class T, std::size_t N>
    std::optional<T> word(std::string_view name, presence p, const std::array<exchange::word<T>, N>& words) {
        const auto value = find(name, p);
        return value ? read_word(*problems_, *value, words) : std::nullopt;
    }

    /// Adds field_unknown for each member that was not asked for.
    void finish(unknown_names names = unknown_names::told);

private:
    problem_list* problems_;
    json_value object_;
    bool is_object_;
    std::vector<json_document::index> asked_;  ///< keys
};

}  // namespace peersupport::exchange
