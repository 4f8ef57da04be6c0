// SPDX-License-Identifier: Apache-2.0
#include "exchange/id_table.hpp"

#include <algorithm>

namespace peersupport::exchange {

void id_table::add_rows(problem_list& problems, json_value rows) {
    for (const json_value row : json_elements(rows)) {
        const std::size_t here = rows_++;
        if (row.kind() != json_kind::object) continue;
        for (const json_member member : json_members(row))
            if (member.key.text() == "id") add(problems, member.value, here);
    }
}

void id_table::add(problem_list& problems, json_value id, std::size_t row) {
    if (id.kind() != json_kind::string) return;
    if (!is_id(id.text())) problems.add(status::id_malformed, id);
    // A malformed id is still known, so that each reference to it is not one more problem.
    if (!rows_by_id_.try_emplace(id.text(), row).second) problems.add(status::id_duplicate, id);
}

std::optional<std::size_t> id_table::find(std::string_view id) const {
    const auto at = rows_by_id_.find(id);
    return at == rows_by_id_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<reference> read_reference(problem_list& problems, json_value id, const id_table& in) {
    if (id.kind() != json_kind::string) {
        problems.add(status::field_type, id);
        return std::nullopt;
    }
    const auto row = in.find(id.text());
    if (!row) {
        problems.add(status::reference_unknown, id);
        return std::nullopt;
    }
    return reference{*row, id};
}

std::vector<reference> read_references(problem_list& problems, json_value ids, const id_table& in) {
    std::vector<reference> found;
    for (const json_value id : json_elements(ids))
        if (const auto one = read_reference(problems, id, in)) found.push_back(*one);
    std::vector<std::pair<std::size_t, std::size_t>> sorted;
    for (std::size_t i = 0; i < found.size(); ++i) sorted.emplace_back(found[i].row, i);
    std::ranges::sort(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].first == sorted[i - 1].first) problems.add(status::id_duplicate, found[sorted[i].second].at);
    return found;
}

std::vector<std::size_t> rows_of(std::span<const reference> references) {
    std::vector<std::size_t> rows;
    rows.reserve(references.size());
    for (const reference& r : references) rows.push_back(r.row);
    return rows;
}

}  // namespace peersupport::exchange
