// SPDX-License-Identifier: Apache-2.0
#include "exchange/programme_draft.hpp"
#include "exchange/programme_words.hpp"

namespace peersupport::exchange {

namespace {

/// A day that is not before another; an earlier one is a problem.
std::optional<date> read_later(programme_draft& draft, field_reader& fields, std::string_view name,
                               const std::optional<dated_member>& first) {
    const auto later = read_date(fields, name, presence::optional);
    if (!later) return std::nullopt;
    if (first && later->day < first->day) draft.problems.add(status::date_out_of_range, later->at);
    return later->day;
}

void read_baseline(programme_draft& draft, field_reader& top) {
    const auto from = top.find("baseline", presence::optional);
    if (!from) return;
    field_reader fields(draft.problems, *from);
    programme_baseline& out = draft.value.baseline.emplace();
    read_date(fields, "date", out.day);
    read_terms(draft, fields, "perspectives", "perspectives", out.perspectives);
    fields.finish();
}

void read_integrity(programme_draft& draft, field_reader& evaluation, std::vector<integrity_evaluation>& out) {
    const auto rows = evaluation.array("integrity", presence::required, {0, programme_limits::evaluations});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        integrity_evaluation& one = out.emplace_back();
        const auto from = read_date(fields, "from", presence::required);
        if (from) one.from = from->day;
        one.known = read_later(draft, fields, "known", from);
        read_terms(draft, fields, "perspectives", "perspectives", one.perspectives);
        fields.finish();
    }
}

void read_impact(programme_draft& draft, field_reader& evaluation, std::vector<impact_evaluation>& out) {
    const auto rows = evaluation.array("impact", presence::required, {0, programme_limits::evaluations});
    if (!rows) return;
    for (const json_value row : json_elements(*rows)) {
        field_reader fields(draft.problems, row);
        read_date(fields, "from", out.emplace_back().from);
        fields.finish();
    }
}

programme_improvement read_cycle(programme_draft& draft, json_value from) {
    field_reader fields(draft.problems, from);
    programme_improvement out;
    fields.id(out.id);
    const auto started = read_date(fields, "started", presence::required);
    if (started) out.started = started->day;
    read_term(draft, fields, "change_idea", presence::optional, "change_ideas", out.change_idea);
    read_term(draft, fields, "gap", presence::optional, "gaps", out.gap);
    // A decision has a day, and a day a decision.
    const bool has_day = fields.find("decided", presence::optional).has_value();
    const bool has_word = fields.find("decision", presence::optional).has_value();
    out.decided = read_later(draft, fields, "decided", started);
    out.decision = fields.word("decision", presence::optional, decision_words);
    if (has_day != has_word)
        draft.problems.add_missing(status::field_missing, fields.object(), has_day ? "decision" : "decided");
    fields.finish();
    return out;
}

}  // namespace

void read_evaluation(programme_draft& draft, field_reader& top) {
    read_baseline(draft, top);
    if (const auto from = top.find("evaluation", presence::optional)) {
        field_reader fields(draft.problems, *from);
        programme_evaluation& out = draft.value.evaluation.emplace();
        fields.boolean("evaluator", presence::required, out.evaluator);
        read_integrity(draft, fields, out.integrity);
        read_impact(draft, fields, out.impact);
        fields.finish();
    }
    if (const auto rows = top.array("improvement", presence::optional, {0, programme_limits::improvement}))
        for (const json_value row : json_elements(*rows)) draft.value.improvement.push_back(read_cycle(draft, row));
}

}  // namespace peersupport::exchange
