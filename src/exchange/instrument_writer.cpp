// SPDX-License-Identifier: Apache-2.0
#include "exchange/instrument_words.hpp"
#include "exchange/json_writer.hpp"
#include "exchange/whole_form.hpp"
#include "peersupport/exchange/instrument_json.hpp"

#include <string>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

using rows = std::vector<std::size_t>;

template <class Rows>
void write_ids(json_writer& to, std::string_view key, const rows& references, const Rows& in) {
    to.key(key).begin_inline_array();
    for (const std::size_t row : references) to.string(in[row].id);
    to.end_array();
}

void write_strings(json_writer& to, std::string_view key, const std::vector<std::string>& strings) {
    to.key(key).begin_inline_array();
    for (const std::string& s : strings) to.string(s);
    to.end_array();
}

void write_codes(json_writer& to, std::string_view key, const std::vector<std::int32_t>& codes) {
    to.key(key).begin_inline_array();
    for (const std::int32_t code : codes) to.integer(code);
    to.end_array();
}

void write_text_unless_empty(json_writer& to, std::string_view key, const localized_string& text) {
    if (!text.empty()) to.key(key).text(text);
}

void write_string_unless_empty(json_writer& to, std::string_view key, std::string_view text) {
    if (!text.empty()) to.key(key).string(text);
}

/// One list of objects as a member; an empty list is left out.
template <class Row, class Write>
void write_list(json_writer& to, std::string_view key, const std::vector<Row>& list, Write write) {
    if (!list.empty()) to.objects(key, list, write);
}

void write_head(json_writer& to, const instrument& what) {
    to.key("format").string(instrument_format);
    to.key("id").string(what.id);
    to.key("version").string(what.version);
    to.key("name").text(what.name);
    to.key("about").text(what.about);
    write_string_unless_empty(to, "released", what.released);
    to.key("subject").string(word_for(what.subject, subject_words));
    to.key("standing").string(word_for(what.standing, standing_words));
    to.key("verification").begin_object();
    to.key("state").string(word_for(what.verification.state, verification_words));
    if (!what.verification.missing.empty()) write_strings(to, "missing", what.verification.missing);
    write_text_unless_empty(to, "note", what.verification.note);
    to.end_object();
    to.key("rights").begin_object();
    to.key("holder").string(what.rights.holder);
    to.key("licence").string(what.rights.licence);
    to.key("wording").string(word_for(what.rights.wording_included, wording_words));
    write_text_unless_empty(to, "note", what.rights.note);
    to.end_object();
    to.key("citation").string(what.citation);
}

void write_source(json_writer& to, const instrument_source& source) {
    to.key("id").string(source.id);
    to.key("title").string(source.title);
    write_string_unless_empty(to, "url", source.url);
    to.key("standing").string(word_for(source.standing, standing_words));
    write_string_unless_empty(to, "note", source.note);
}

void write_option(json_writer& to, const answer_option& option) {
    to.key("code").integer(option.code);
    if (option.kind != option_kind::answer) to.key("kind").string(word_for(option.kind, option_words));
    else if (option.points != option.code) to.key("points").integer(option.points);
    write_text_unless_empty(to, "label", option.label);
}

void write_response_scale(json_writer& to, const response_scale& scale) {
    to.key("id").string(scale.id);
    write_list(to, "options", scale.options, [&](const answer_option& option) { write_option(to, option); });
    if (!scale.range) return;
    to.key("range").begin_object();
    to.key("from").integer(scale.range->from);
    to.key("to").integer(scale.range->to);
    to.end_object();
}

void write_item(json_writer& to, const instrument& in, const item& what) {
    to.key("id").string(what.id);
    to.key("response_scale").string(in.response_scales[what.response_scale].id);
    if (what.reverse) to.key("reverse").boolean(true);
    if (what.weight != 1) to.key("weight").integer(what.weight);
    if (what.code_divisor != 1) to.key("code_divisor").integer(what.code_divisor);
    if (!what.facets.empty()) write_ids(to, "facets", what.facets, in.facets);
    write_text_unless_empty(to, "topic", what.topic);
    write_text_unless_empty(to, "text", what.text);
    if (!what.gate) return;
    to.key("gate").begin_object();
    to.key("item").string(in.items[what.gate->item].id);
    write_codes(to, "open", what.gate->open);
    to.end_object();
}

void write_model(json_writer& to, const graded_response_model& model) {
    write_list(to, "items", model.items, [&](const graded_item& item) {
        to.key("a").decimal(item.discrimination);
        to.key("b").begin_inline_array();
        for (const decimal& threshold : item.thresholds) to.decimal(threshold);
        to.end_array();
    });
    to.key("quadrature").begin_object();
    to.key("points").integer(model.points);
    to.key("from").decimal(model.from);
    to.key("to").decimal(model.to);
    to.end_object();
    const graded_response_model without;
    if (model.intercept == without.intercept && model.slope == without.slope) return;
    to.key("norm").begin_object();
    to.key("intercept").decimal(model.intercept);
    to.key("slope").decimal(model.slope);
    to.end_object();
}

void write_score(json_writer& to, const instrument& in, const scale& what) {
    to.key("score").begin_object();
    to.key("rule").string(word_for(what.rule, score_words));
    if (what.rule == score_rule::subset) {
        to.key("of").string(word_for(what.subset_of, subset_words));
        write_ids(to, "scored", what.scored_items, in.items);
    }
    if (what.rule == score_rule::table) {
        to.key("rows").begin_array();
        for (const table_row& row : what.table) {
            to.begin_inline_array();
            to.integer(row.sum);
            to.decimal(row.value);
            to.end_array();
        }
        to.end_array();
    }
    if (what.rule == score_rule::grm_eap) write_model(to, what.model);
    if (what.multiplier != ratio{1, 1}) to.key("multiplier").ratio(what.multiplier);
    to.end_object();
}

void write_missing(json_writer& to, const missing_policy& policy) {
    to.key("missing").begin_object();
    to.key("rule").string(word_for(policy.rule, missing_words));
    if (policy.rule == missing_rule::minimum_answered || policy.rule == missing_rule::prorate_up_to_count)
        to.key("count").integer(policy.count);
    if (policy.rule == missing_rule::minimum_share || policy.rule == missing_rule::prorate_up_to_share)
        to.key("share").ratio(policy.share);
    to.end_object();
}

void write_scale(json_writer& to, const instrument& in, const scale& what) {
    to.key("id").string(what.id);
    to.key("name").text(what.name);
    write_ids(to, "items", what.items, in.items);
    if (!what.facets.empty()) write_ids(to, "facets", what.facets, in.facets);
    to.key("direction").string(word_for(what.direction, direction_words));
    write_score(to, in, what);
    write_missing(to, what.missing);
}

void write_sample_scale(json_writer& to, const instrument& in, const sample_scale& what) {
    to.key("id").string(what.id);
    to.key("name").text(what.name);
    to.key("rule").string(word_for(what.rule, sample_words));
    if (what.rule == sample_rule::percent_positive) {
        write_ids(to, "items", what.items, in.items);
        write_codes(to, "positive", what.positive);
        to.key("combine").string(word_for(what.combine, combination_words));
        return;
    }
    to.key("scale").string(in.scales[what.scale].id);
    to.key("cut").decimal(what.cut);
    to.key("side").string(word_for(what.side, side_words));
    to.key("inclusive").boolean(what.inclusive);
}

void write_form(json_writer& to, const instrument& in, const form& what) {
    to.key("id").string(what.id);
    to.key("kind").string(word_for(what.kind, form_words));
    to.key("name").text(what.name);
    to.key("perspective").string(word_for(what.perspective, perspective_words));
    write_ids(to, "items", what.items, in.items);
    write_ids(to, "scales", what.scales, in.scales);
    if (!what.sample_scales.empty()) write_ids(to, "sample_scales", what.sample_scales, in.sample_scales);
    if (!what.wording.empty()) {
        to.key("wording").begin_object();
        for (const item_wording& one : what.wording) to.key(in.items[one.item].id).text(one.text);
        to.end_object();
    }
    write_text_unless_empty(to, "intro", what.intro);
    if (what.recall_days != 0) to.key("recall_days").integer(what.recall_days);
    if (what.minimum_contacts != 0) to.key("minimum_contacts").integer(what.minimum_contacts);
    if (!what.modes.empty()) write_strings(to, "modes", what.modes);
}

void write_lists(json_writer& to, const instrument& what) {
    write_list(to, "facets", what.facets, [&](const facet& one) {
        to.key("id").string(one.id);
        to.key("kind").string(one.kind);
        to.key("name").text(one.name);
    });
    write_list(to, "response_scales", what.response_scales, [&](const auto& one) { write_response_scale(to, one); });
    write_list(to, "items", what.items, [&](const auto& one) { write_item(to, what, one); });
    write_list(to, "scales", what.scales, [&](const auto& one) { write_scale(to, what, one); });
    write_list(to, "sample_scales", what.sample_scales, [&](const auto& one) { write_sample_scale(to, what, one); });
    const bool only_whole_form =
        !what.items.empty() && what.forms.size() == 1 && what.forms.front() == whole_form(what);
    if (!only_whole_form)
        write_list(to, "forms", what.forms, [&](const auto& one) { write_form(to, what, one); });
}

void write_practice(json_writer& to, const instrument& what) {
    const auto write_named_text = [&](const named_text& one) {
        to.key("id").string(one.id);
        to.key("text").text(one.text);
    };
    write_list(to, "open_questions", what.open_questions, write_named_text);
    if (!what.collection_rules.empty()) {
        to.key("collection").begin_object();
        write_list(to, "rules", what.collection_rules, write_named_text);
        to.end_object();
    }
    if (what.co_production == co_production{}) return;
    to.key("co_production").begin_object();
    write_strings(to, "co_written_by", what.co_production.co_written_by);
    write_strings(to, "tested_by", what.co_production.tested_by);
    write_strings(to, "adopted_by", what.co_production.adopted_by);
    to.end_object();
}

}  // namespace

}  // namespace exchange

std::string write_instrument(const instrument& what) {
    using namespace exchange;
    json_writer to;
    to.begin_object();
    write_head(to, what);
    to.key("sources").begin_array();
    for (const instrument_source& source : what.sources) {
        to.begin_object();
        write_source(to, source);
        to.end_object();
    }
    to.end_array();
    write_lists(to, what);
    write_practice(to, what);
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
