// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/problem_list.hpp"
#include "text/id.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// The ids of one list and the positions they stand for. Ordered, so that no input can flood a hash.
class id_table {
public:
    /// Takes the `id` of every row of an array; problems: id_malformed, id_duplicate. A row without a
    /// usable id still takes its position; that it lacks one is for the row's reader to say.
    void add_rows(problem_list& problems, json_value rows);
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;

private:
    void add(problem_list& problems, json_value id, std::size_t row);
    std::map<std::string_view, std::size_t> rows_by_id_;
    std::size_t rows_ = 0;
};

/// An id that was found in a table, and where the file says it.
struct reference {
    std::size_t row = 0;
    json_value at;
};

/// Finds one id; problems: field_type, reference_unknown.
[[nodiscard]] std::optional<reference> read_reference(problem_list& problems, json_value id, const id_table& in);
/// Finds each id of an array; problems: also id_duplicate. Ids that are not found are left out.
[[nodiscard]] std::vector<reference> read_references(problem_list& problems, json_value ids, const id_table& in);
[[nodiscard]] std::vector<std::size_t> rows_of(std::span<const reference> references);

}  // namespace peersupport::exchange
