// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"
#include "exchange/integrity_writer.hpp"

#include <utility>

namespace peersupport::exchange {

namespace {

void write_heard(json_writer& to, const heard_people& of) {
    to.key("perspective").string(of.perspective);
    write_label(to, "form", of.form);
    write_word(to, "showing", of.showing);
    write(to, "people", of.people);
    write(to, "eligible", of.eligible);
    write(to, "invited", of.invited);
    write(to, "responded", of.responded);
    write(to, "refused", of.refused);
    write(to, "leavers_invited", of.leavers_invited);
    write(to, "workers", of.workers);
    write(to, "response_rate", of.response_rate);
}

void write_complete_case(json_writer& to, const std::optional<complete_case>& of) {
    to.key("complete_case");
    if (!of) return to.null();
    to.begin_inline_object();
    write(to, "people", of->people);
    write(to, "mean", of->mean);
    to.end_object();
}

void write_bounds(json_writer& to, const std::optional<response_bounds>& of) {
    to.key("if_not_heard");
    if (!of) return to.null();
    to.begin_inline_object();
    write(to, "low", of->low);
    write(to, "high", of->high);
    to.end_object();
}

void write_cell(json_writer& to, const integrity_cell& of) {
    to.key("perspective").string(of.perspective);
    to.key("value").string(of.value);
    write_word(to, "showing", of.showing);
    write(to, "people", of.people);
    write(to, "mean", of.mean);
    write_complete_case(to, of.complete_case);
    write(to, "does_not_apply", of.does_not_apply);
    write(to, "declined", of.declined);
    write_bounds(to, of.if_not_heard);
    write_labels(to, "languages", of.languages);
}

void write_answers(json_writer& to, const std::optional<std::vector<answer_count>>& of) {
    to.key("answers");
    if (!of) return to.null();
    to.begin_array();
    for (const answer_count& one : *of) {
        to.begin_inline_object();
        write(to, "code", one.code);
        to.key("label").begin_inline_object();
        to.key("en").string(one.label.en);
        to.key("fr").string(one.label.fr);
        to.end_object();
        write(to, "people", one.people);
        to.end_object();
    }
    to.end_array();
}

void write_item(json_writer& to, const item_result& of) {
    to.key("perspective").string(of.perspective);
    to.key("item").string(of.item);
    write_label(to, "value", of.value);
    write_text(to, "topic", of.topic);
    write(to, "eroded", of.eroded);
    write_word(to, "showing", of.showing);
    write(to, "people", of.people);
    write_answers(to, of.answers);
    write(to, "does_not_apply", of.does_not_apply);
    write(to, "declined", of.declined);
    write(to, "blank", of.blank);
    write(to, "gap", of.gap);
}

void write_eroded(json_writer& to, const eroded_result& of) {
    to.key("item").string(of.item);
    write_label(to, "facet", of.facet);
    write_label(to, "value", of.value);
    write_text(to, "topic", of.topic);
    write_word(to, "showing", of.showing);
    write(to, "people", of.people);
    write(to, "ever", of.ever);
    write(to, "often", of.often);
    write_word(to, "ever_met", of.ever_met);
    write_word(to, "often_met", of.often_met);
}

void write_level(json_writer& to, const std::optional<unit_level>& of) {
    to.key("level");
    if (!of) return to.null();
    to.begin_object();
    write_label(to, "id", of->id);
    write_word(to, "verdict", of->verdict);
    write_label(to, "from_means", of->from_means);
    to.objects("held_by", of->held_by, [&](const level_limit& limit) {
        to.key("limit").string(limit.limit);
        to.key("item").string(limit.item);
        write(to, "share", limit.share);
    });
    to.end_object();
}

void write_view(json_writer& to, const integrity_view& of) {
    to.key("perspective").string(of.perspective);
    to.key("value").string(of.value);
    write_word(to, "showing", of.showing);
    write(to, "difference", of.difference);
    write(to, "p", of.p);
    write(to, "adjusted", of.adjusted);
    write_word(to, "verdict", of.verdict);
    write_label(to, "higher", word_of(of.higher));
}

void write_gap(json_writer& to, const practice_gap& of) {
    write_word(to, "kind", of.kind);
    to.key("id").string(of.id);
    write_label(to, "value", of.value);
    write(to, "size", of.size);
}

void write_done(json_writer& to, const std::optional<std::vector<feedback_entry>>& of) {
    if (!of) return to.key("done").null();
    to.objects("done", *of, [&](const feedback_entry& entry) {
        write_text(to, "said", entry.said);
        write_text(to, "did", entry.did);
        write_text(to, "not_yet", entry.not_yet);
        write_text(to, "why", entry.why);
    });
}

}  // namespace

namespace {

/// Of a unit or of a region: the members are the same.
template <class Integrity>
void write_members(json_writer& to, const Integrity& of) {
    to.key("integrity").begin_object();
    write(to, "established", of.established);
    write_label(to, "reason", of.reason);
    write(to, "values_established", of.values_established);
    to.key("lowest");
    if (of.lowest) {
        to.begin_object();
        to.key("value").string(of.lowest->value);
        write(to, "mean", of.lowest->mean);
        to.end_object();
    } else {
        to.null();
    }
    write(to, "overall", of.overall);
    to.end_object();
}

}  // namespace

void write_integrity(json_writer& to, const unit_integrity& of) { write_members(to, of); }
void write_integrity(json_writer& to, const region_integrity& of) { write_members(to, of); }

void write_module(json_writer& to, const module_result& of) {
    to.key("perspective").string(of.perspective);
    to.key("form").string(of.form);
    to.key("scale").string(of.scale);
    write_text(to, "name", of.name);
    write_word(to, "showing", of.showing);
    write(to, "people", of.people);
    write(to, "mean", of.mean);
}

void write_unit(json_writer& to, const unit_profile& of) {
    to.key("unit").string(of.unit);
    write_label(to, "wave", of.wave);
    to.objects("heard", of.heard, [&](const auto& row) { write_heard(to, row); });
    to.objects("cells", of.cells, [&](const auto& row) { write_cell(to, row); });
    to.objects("items", of.items, [&](const auto& row) { write_item(to, row); });
    to.objects("eroded", of.eroded, [&](const auto& row) { write_eroded(to, row); });
    to.objects("modules", of.modules, [&](const auto& row) { write_module(to, row); });
    write_integrity(to, of.integrity);
    write_level(to, of.level);
    to.objects("views", of.views, [&](const auto& row) { write_view(to, row); });
    to.objects("gaps", of.gaps, [&](const auto& row) { write_gap(to, row); });
    write_change(to, of.change);
    write_series(to, of);
    write_outcomes(to, of.outcomes);
    write_gate(to, of.gate);
    write_improvement(to, of.improvement);
    write_done(to, of.done);
}

}  // namespace peersupport::exchange
