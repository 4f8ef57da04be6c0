// SPDX-License-Identifier: Apache-2.0
#include "exchange/response_columns.hpp"

#include "exchange/instrument_words.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/programme_draft.hpp"
#include "peersupport/evidence/person_key.hpp"
#include "peersupport/text/day_number.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace peersupport::exchange {

namespace {

constexpr std::array<word<std::string_view>, 2> language_words{{{"en", "en"}, {"fr", "fr"}}};
constexpr bounds code_bounds{INT32_MIN + 1, INT32_MAX};

/// A column and how many rows all columns have; the first one, "unit", says so.
class column_reader {
public:
    column_reader(field_reader& fields, std::size_t rows) noexcept : fields_(&fields), rows_(rows) {}

    /// The cells of a column, each read by `read` or left as `blank` where it is null and may be.
    template <class Cell, class Read>
    void take(std::string_view name, presence p, std::optional<Cell> blank, std::vector<Cell>& out, Read read) const {
        const auto column = p == presence::required ? fields_->find(name, p) : find_given(*fields_, name);
        if (!column || !fits(*column)) return;
        out.reserve(column->size());
        for (const json_value cell : json_elements(*column)) {
            if (blank && cell.kind() == json_kind::null) out.push_back(*blank);
            else if (const auto value = read(cell)) out.push_back(static_cast<Cell>(*value));
            else out.push_back(blank.value_or(Cell{}));
        }
    }
    [[nodiscard]] bool fits(json_value column) const {
        if (!check_array(fields_->problems(), column, {})) return false;
        if (column.size() != rows_) fields_->problems().add(status::shape_mismatch, column);
        return column.size() == rows_;
    }

private:
    field_reader* fields_;
    std::size_t rows_;
};

std::optional<std::int32_t> read_day(problem_list& problems, json_value from) {
    const auto day = read_date(problems, from);
    return day ? std::optional(day_number(*day)) : std::nullopt;
}

std::optional<std::uint64_t> read_key(problem_list& problems, json_value from, const keyed_hash& key) {
    const auto id = read_string(problems, from);
    return id ? std::optional(key(*id)) : std::nullopt;
}

void read_texts(field_reader& fields, const column_reader& columns, response_columns& out) {
    problem_list& problems = fields.problems();
    const auto label = [&](json_value from) { return read_label(problems, from); };
    columns.take<std::string_view>("unit", presence::required, std::nullopt, out.unit, label);
    columns.take<std::string_view>("wave", presence::optional, std::nullopt, out.wave, label);
    columns.take<std::string_view>("stratum", presence::optional, "", out.stratum, label);
    columns.take<std::string_view>("language", presence::optional, "", out.language,
                                   [&](json_value from) { return read_word(problems, from, language_words); });
    columns.take<perspective_kind>("perspective", presence::required, std::nullopt, out.perspective,
                                   [&](json_value from) { return read_word(problems, from, perspective_words); });
    columns.take<std::int32_t>("date", presence::optional, no_day, out.day,
                               [&](json_value from) { return read_day(problems, from); });
}

void read_keys(field_reader& fields, const column_reader& columns, response_columns& out) {
    std::string_view secret;
    if (const auto key = find_given(fields, "key"))
        if (const auto text = read_string(fields.problems(), *key)) secret = *text;
    const keyed_hash of_person(secret, key_role::person), of_worker(secret, key_role::worker);
    columns.take<std::uint64_t>("person_id", presence::optional, no_person, out.person,
                                [&](json_value from) { return read_key(fields.problems(), from, of_person); });
    columns.take<std::uint64_t>("worker", presence::optional, no_person, out.worker,
                                [&](json_value from) { return read_key(fields.problems(), from, of_worker); });
    (void)fields.find("response_id", presence::optional);  // may stand in the table; nobody needs it
}

item_column read_item(problem_list& problems, json_value from) {
    item_column out{from, {}, std::vector<std::uint8_t>((from.size() + 7) / 8)};
    out.codes.reserve(from.size());
    for (const json_value cell : json_elements(from)) {
        const std::size_t row = out.codes.size();
        const auto code = cell.kind() == json_kind::null ? std::nullopt : read_integer(problems, cell, code_bounds);
        out.codes.push_back(static_cast<std::int32_t>(code.value_or(0)));
        if (code) out.given[row / 8] = static_cast<std::uint8_t>(out.given[row / 8] | 1U << row % 8);
    }
    return out;
}

void read_items(field_reader& fields, const column_reader& columns, const instrument& of, response_columns& out) {
    const auto from = fields.find("items", presence::required);
    if (!from) return;
    if (from->kind() != json_kind::object) return fields.problems().add(status::field_type, *from);
    std::set<std::string_view> known;
    for (const item& i : of.items) known.insert(i.id);
    for (const json_member member : json_members(*from)) {
        if (!known.contains(member.key.text())) fields.problems().add_unnamed(status::field_unknown, *from, member.key);
        else if (columns.fits(member.value))
            out.items.emplace(member.key.text(), read_item(fields.problems(), member.value));
    }
}

void read_forms(field_reader& fields, const instrument& of, response_columns& out) {
    const auto ids = find_given(fields, "forms");
    out.every_form = !ids;
    if (!ids)
        for (const form& one : of.forms) out.forms.push_back(&one);
    if (!ids || !check_array(fields.problems(), *ids, {1, of.forms.size()})) return;
    for (const json_value id : json_elements(*ids)) {
        const auto text = read_string(fields.problems(), id);
        if (!text) continue;
        const form* one = find_form(of, *text);
        if (!one) fields.problems().add(status::form_unknown, id);
        else if (std::ranges::find(out.forms, one) != out.forms.end()) fields.problems().add(status::id_duplicate, id);
        else out.forms.push_back(one);
    }
}

/// Whether one form, of the same perspective, is a part of another, as a short form is.
bool is_inside(const form& part, const form& whole) {
    return &part != &whole && part.perspective == whole.perspective && part.items.size() < whole.items.size() &&
           std::ranges::all_of(part.items, [&](std::size_t i) { return std::ranges::count(whole.items, i) > 0; });
}

/// The forms whose columns are all there. One that is begun, with columns that belong to no whole form, is an error; so
/// is a table without any form.
void choose_forms(problem_list& problems, json_value items, const instrument& of, response_columns& out) {
    const auto is_there = [&](std::size_t item) { return out.items.contains(of.items[item].id); };
    std::vector<const form*> whole;
    for (const form* one : out.forms)
        if (std::ranges::all_of(one->items, is_there)) whole.push_back(one);
    std::set<std::size_t> covered;
    for (const form* one : whole) {
        if (std::ranges::any_of(whole, [&](const form* other) { return is_inside(*one, *other); })) continue;
        out.whole.push_back(one);
        covered.insert(one->items.begin(), one->items.end());
    }
    const form* nearest = nullptr;
    std::ptrdiff_t most = 0;
    for (const form* one : out.forms) {
        const auto begun =
            std::ranges::count_if(one->items, [&](std::size_t i) { return is_there(i) && !covered.contains(i); });
        if (!nearest || begun > most) nearest = one;
        most = std::max(most, begun);
    }
    if (!nearest || (most == 0 && !whole.empty())) return;
    for (const std::size_t i : nearest->items)
        if (!is_there(i)) problems.add_missing(status::column_missing, items, of.items[i].id);
}

/// Every perspective of the table needs a form, unless the caller chose the forms.
void check_perspectives(problem_list& problems, json_value column, const response_columns& of) {
    if (!of.every_form) return;
    std::set<perspective_kind> asked;
    for (const form* one : of.whole) asked.insert(one->perspective);
    json_value cell = column.first();
    for (const perspective_kind kind : of.perspective) {
        if (asked.insert(kind).second) problems.add(status::form_unknown, cell);
        cell = cell.next();
    }
}

/// A day decides in which wave a response lies; without one it would be lost.
void check_days(problem_list& problems, json_value column) {
    for (const json_value cell : json_elements(column))
        if (cell.kind() == json_kind::null) problems.add(status::field_missing, cell);
}

/// The wave in which each row's day lies, empty where in none.
void set_waves(response_columns& of, const collection& how) {
    of.wave.assign(of.rows, {});
    for (std::size_t row = 0; row < of.rows; ++row)
        for (const collection_wave& wave : how.waves)
            if (day_number(wave.from) <= of.day[row] && of.day[row] < day_number(wave.to)) of.wave[row] = wave.id;
}

}  // namespace

response_columns read_responses(problem_list& problems, json_value from, const instrument& of,
                                const std::optional<collection>& how) {
    field_reader fields(problems, from);
    response_columns out;
    if (const auto units = fields.find("unit", presence::optional)) out.rows = units->size();
    const column_reader columns(fields, out.rows);
    const bool was_sound = problems.empty();
    read_texts(fields, columns, out);
    read_keys(fields, columns, out);
    read_items(fields, columns, of, out);
    read_forms(fields, of, out);
    fields.finish(unknown_names::withheld);  // a table's columns may be named after people
    if (!was_sound || !problems.empty()) return out;
    choose_forms(problems, *fields.find("items", presence::optional), of, out);
    if (problems.empty()) check_perspectives(problems, *fields.find("perspective", presence::optional), out);
    out.waves_by_day = how && !how->waves.empty() && !out.day.empty();
    if (out.waves_by_day) check_days(problems, *fields.find("date", presence::optional));
    if (out.waves_by_day && problems.empty()) set_waves(out, *how);
    return out;
}

json_value place_of(const item_column& column, std::size_t row) {
    // Every cell is one node: a null or a number.
    const auto first = column.at.first().position();
    return {column.at.document(), first + static_cast<json_document::index>(row)};
}

}  // namespace peersupport::exchange
