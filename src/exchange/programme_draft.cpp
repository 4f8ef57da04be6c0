// SPDX-License-Identifier: Apache-2.0
#include "exchange/programme_draft.hpp"

#include "exchange/id_table.hpp"
#include "exchange/programme_words.hpp"
#include "peersupport/definition/table.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::exchange {

programme_ids::programme_ids(problem_list& problems, json_value root) {
    if (root.kind() != json_kind::object) return;
    for (const json_member member : json_members(root)) {
        if (member.key.text() == "id") add(problems, member.value, {programme_list::programme, 0});
        const auto list = meaning_of(member.key.text(), std::span<const word<programme_list>>(programme_list_words));
        if (!list) continue;
        if (member.value.kind() == json_kind::object) add_id_of(problems, member.value, {*list, 0});
        if (member.value.kind() != json_kind::array) continue;
        std::size_t row = 0;
        for (const json_value element : json_elements(member.value)) add_id_of(problems, element, {*list, row++});
    }
}

void programme_ids::add_id_of(problem_list& problems, json_value object, const entry& what) {
    if (object.kind() != json_kind::object) return;
    for (const json_member member : json_members(object))
        if (member.key.text() == "id") add(problems, member.value, what);
}

void programme_ids::add(problem_list& problems, json_value id, const entry& what) {
    if (id.kind() != json_kind::string) return;
    if (!is_id(id.text())) problems.add(status::id_malformed, id);
    // A malformed id is still known, so that each reference to it is not one more problem.
    if (!entries_.try_emplace(id.text(), what).second) problems.add(status::id_duplicate, id);
}

std::optional<programme_ids::entry> programme_ids::find(std::string_view id) const {
    const auto at = entries_.find(id);
    return at == entries_.end() ? std::nullopt : std::optional(at->second);
}

namespace {

/// The id of a row of the definition, in full.
std::optional<std::string_view> find_term(programme_draft& draft, json_value id, std::string_view table) {
    if (id.kind() != json_kind::string) {
        draft.problems.add(status::field_type, id);
        return std::nullopt;
    }
    const auto rows = draft.by.table(table);
    const auto row = rows ? rows->find(id.text()) : std::nullopt;
    if (!row) {
        draft.problems.add(status::reference_unknown, id);
        return std::nullopt;
    }
    return row->id();
}

/// Says of all but the first of equal values that they stand twice.
template <class Value>
void refuse_repeats(problem_list& problems, const std::vector<std::pair<Value, json_value>>& found) {
    std::vector<std::pair<Value, std::size_t>> sorted;
    for (std::size_t i = 0; i < found.size(); ++i) sorted.emplace_back(found[i].first, i);
    std::ranges::sort(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].first == sorted[i - 1].first) problems.add(status::id_duplicate, found[sorted[i].second].second);
}

}  // namespace

std::optional<std::size_t> read_row(programme_draft& draft, json_value id, programme_list list) {
    if (id.kind() != json_kind::string) {
        draft.problems.add(status::field_type, id);
        return std::nullopt;
    }
    const auto found = draft.ids.find(id.text());
    if (found && found->list == list) return found->row;
    draft.problems.add(status::reference_unknown, id);
    return std::nullopt;
}

void read_row(programme_draft& draft, field_reader& fields, std::string_view name, programme_list list,
              std::size_t& out) {
    if (const auto id = fields.find(name, presence::required))
        if (const auto row = read_row(draft, *id, list)) out = *row;
}

void read_rows(programme_draft& draft, field_reader& fields, std::string_view name, presence p, programme_list list,
               std::vector<std::size_t>& out) {
    const auto ids = fields.array(name, p);
    if (!ids) return;
    std::vector<std::pair<std::size_t, json_value>> found;
    for (const json_value id : json_elements(*ids))
        if (const auto row = read_row(draft, id, list)) {
            out.push_back(*row);
            found.emplace_back(*row, id);
        }
    refuse_repeats(draft.problems, found);
}

void read_term(programme_draft& draft, field_reader& fields, std::string_view name, presence p, std::string_view table,
               std::string& out) {
    if (const auto id = fields.find(name, p))
        if (const auto term = find_term(draft, *id, table)) out = *term;
}

void read_terms(programme_draft& draft, field_reader& fields, std::string_view name, std::string_view table,
                std::vector<std::string>& out) {
    const auto ids = fields.array(name, presence::required);
    if (!ids) return;
    std::vector<std::pair<std::string_view, json_value>> found;
    for (const json_value id : json_elements(*ids))
        if (const auto term = find_term(draft, id, table)) {
            out.emplace_back(*term);
            found.emplace_back(*term, id);
        }
    refuse_repeats(draft.problems, found);
}

std::optional<date> read_date(problem_list& problems, json_value from) {
    if (from.kind() != json_kind::string) {
        problems.add(status::field_type, from);
        return std::nullopt;
    }
    const auto day = parse_date(from.text());
    if (day) return *day;
    problems.add(day.problems().code(), from);
    return std::nullopt;
}

std::optional<dated_member> read_date(field_reader& fields, std::string_view name, presence p) {
    const auto value = fields.find(name, p);
    if (!value) return std::nullopt;
    const auto day = read_date(fields.problems(), *value);
    return day ? std::optional(dated_member{*day, *value}) : std::nullopt;
}

void read_date(field_reader& fields, std::string_view name, date& out) {
    if (const auto member = read_date(fields, name, presence::required)) out = member->day;
}

}  // namespace peersupport::exchange
