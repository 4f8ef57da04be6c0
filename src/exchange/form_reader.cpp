// SPDX-License-Identifier: Apache-2.0
#include "exchange/instrument_draft.hpp"
#include "exchange/whole_form.hpp"

#include <algorithm>

namespace peersupport::exchange {

namespace {

using rows = std::vector<std::size_t>;

/// Which rows of a list a form holds: one byte a row, so that asking costs nothing.
class row_set {
public:
    row_set(const rows& members, std::size_t list_size) : held_(list_size, 0) {
        for (const std::size_t row : members) held_[row] = 1;
    }
    [[nodiscard]] bool holds(std::size_t row) const noexcept {
        return row < held_.size() && held_[row] != 0;  // a reference that was not found stands for row 0 of any list
    }
    [[nodiscard]] bool holds_all(const rows& wanted) const noexcept {
        return std::ranges::all_of(wanted, [this](std::size_t row) { return holds(row); });
    }

private:
    std::vector<std::uint8_t> held_;
};

/// A scale can be computed in a form that asks all its items, and the gates its rule looks at.
bool is_covered(const instrument& in, const scale& what, const row_set& form_items) {
    if (!form_items.holds_all(what.items)) return false;
    if (what.rule != score_rule::gated_mean) return true;
    return std::ranges::all_of(what.items, [&](std::size_t item) {
        const auto& gate = in.items[item].gate;
        return !gate || form_items.holds(gate->item);
    });
}

void read_form_scales(instrument_draft& draft, field_reader& fields, form& out) {
    const row_set form_items(out.items, draft.value.items.size());
    if (const auto ids = fields.array("scales", presence::required)) {
        const auto scales = read_references(draft.problems, *ids, draft.scales);
        for (const reference& scale : scales)
            if (!is_covered(draft.value, draft.value.scales[scale.row], form_items))
                draft.problems.add(status::rule_conflict, scale.at);
        out.scales = rows_of(scales);
    }
    if (const auto ids = fields.array("sample_scales", presence::optional)) {
        const row_set form_scales(out.scales, draft.value.scales.size());
        const auto scales = read_references(draft.problems, *ids, draft.sample_scales);
        for (const reference& scale : scales) {
            const sample_scale& what = draft.value.sample_scales[scale.row];
            const bool covered = what.rule == sample_rule::percent_positive ? form_items.holds_all(what.items)
                                                                            : form_scales.holds(what.scale);
            if (!covered) draft.problems.add(status::rule_conflict, scale.at);
        }
        out.sample_scales = rows_of(scales);
    }
}

void read_wording(instrument_draft& draft, json_value from, form& out) {
    if (from.kind() != json_kind::object) return draft.problems.add(status::field_type, from);
    if (!draft.value.rights.wording_included) draft.problems.add(status::rule_conflict, from);
    const row_set form_items(out.items, draft.value.items.size());
    for (const json_member member : json_members(from)) {
        const auto item = draft.items.find(member.key.text());
        if (!item) draft.problems.add(status::reference_unknown, member.key);
        else if (!form_items.holds(*item)) draft.problems.add(status::rule_conflict, member.key);
        out.wording.push_back({item.value_or(0), read_text(draft.problems, member.value)});
    }
}

void read_modes(problem_list& problems, json_value from, form& out) {
    for (const json_value element : json_elements(from)) {
        const auto mode = read_word(problems, element, mode_words);
        if (!mode) continue;
        if (std::ranges::find(out.modes, *mode) != out.modes.end()) problems.add(status::field_value, element);
        else out.modes.emplace_back(*mode);
    }
}

form read_form(instrument_draft& draft, json_value from) {
    field_reader fields(draft.problems, from);
    form out;
    fields.id(out.id);
    out.kind = fields.word("kind", presence::required, form_words).value_or(form_kind::core);
    fields.text("name", presence::required, out.name);
    out.perspective =
        fields.word("perspective", presence::required, perspective_words).value_or(perspective_kind::person);
    if (const auto ids = fields.array("items", presence::required, {draft.least(), instrument_limits::items}))
        out.items = rows_of(read_references(draft.problems, *ids, draft.items));
    read_form_scales(draft, fields, out);
    if (const auto wording = fields.find("wording", presence::optional)) read_wording(draft, *wording, out);
    fields.text("intro", presence::optional, out.intro);
    fields.integer("recall_days", presence::optional, {1, instrument_limits::recall_days}, out.recall_days);
    fields.integer("minimum_contacts", presence::optional, {1, instrument_limits::contacts}, out.minimum_contacts);
    if (const auto modes = fields.array("modes", presence::optional, {1, json_limits::values}))
        read_modes(draft.problems, *modes, out);
    fields.finish();
    return out;
}

}  // namespace

void read_forms(instrument_draft& draft, field_reader& top) {
    const auto list = top.find("forms", presence::optional);
    if (!list) {
        if (!draft.value.items.empty()) draft.value.forms.push_back(whole_form(draft.value));
        return;
    }
    if (!check_array(draft.problems, *list, {1, instrument_limits::forms})) return;
    id_table ids;
    ids.add_rows(draft.problems, *list);
    for (const json_value row : json_elements(*list)) draft.value.forms.push_back(read_form(draft, row));
}

}  // namespace peersupport::exchange
