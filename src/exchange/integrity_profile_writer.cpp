// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"
#include "exchange/integrity_writer.hpp"
#include "peersupport/exchange/integrity_json.hpp"

#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void write_instrument(json_writer& to, const profile_instrument& of) {
    to.key("instrument").begin_object();
    write_instrument_id(to, of.used);
    write_text(to, "name", of.name);
    write_word(to, "standing", of.standing);
    write(to, "co_produced", of.co_produced);
    write_label(to, "citation", of.citation);
    to.end_object();
}

void write_cut_set(json_writer& to, const std::optional<profile_cut_set>& of) {
    to.key("cut_set");
    if (!of) return to.null();
    to.begin_object();
    to.key("id").string(of->id);
    write_text(to, "name", of->name);
    write(to, "sometimes_from", of->sometimes_from);
    write(to, "often_from", of->often_from);
    write(to, "nearly_always_from", of->nearly_always_from);
    write_text(to, "adopted_by", of->adopted_by);
    write_word(to, "standing", of->standing);
    to.end_object();
}

void write_how(json_writer& to, const profile_collection& of) {
    to.key("collection").begin_object();
    write_label(to, "id", of.id);
    write_text(to, "consent", of.consent);
    if (of.modes.empty()) to.key("mode").null();
    else write_labels(to, "mode", of.modes);
    write_text(to, "collector", of.collector);
    write(to, "simulated", of.simulated);
    write(to, "described", of.described);
    to.end_object();
}

void write_named(json_writer& to, std::string_view key, const std::vector<named_text>& rows, std::string_view text) {
    to.objects(key, rows, [&](const named_text& row) {
        to.key("id").string(row.id);
        write_text(to, text, row.text);
    });
}

void write_region_cells(json_writer& to, const std::vector<region_cell>& cells) {
    to.objects("cells", cells, [&](const region_cell& cell) {
        to.key("perspective").string(cell.perspective);
        to.key("value").string(cell.value);
        write_word(to, "showing", cell.showing);
        write(to, "units", cell.units);
        write(to, "people", cell.people);
        write(to, "mean", cell.mean);
    });
}

void write_region(json_writer& to, const std::optional<region_profile>& of) {
    to.key("region");
    if (!of) return to.null();
    to.begin_object();
    write(to, "units", of->units);
    write_region_cells(to, of->cells);
    write_integrity(to, of->integrity);
    write(to, "units_unnamed", of->units_unnamed);
    to.end_object();
}

void write_equity(json_writer& to, const std::optional<equity_profile>& of) {
    to.key("equity");
    if (!of) return to.null();
    to.begin_object();
    to.key("stratifier").string(of->stratifier);
    write_label(to, "showing", of->shown ? word_of(showing::shown) : std::string_view());
    write_label(to, "reason", of->reason);
    to.objects("strata", of->strata, [&](const equity_stratum& stratum) {
        to.key("stratum").string(stratum.stratum);
        write_region_cells(to, stratum.cells);
    });
    to.end_object();
}

}  // namespace

}  // namespace exchange

std::string write_integrity_profile(const integrity_profile& profile) {
    using namespace exchange;
    json_writer to;
    to.begin_object();
    to.key("format").string(integrity_profile_format);
    to.key("library").string(PEERSUPPORT_VERSION);
    write_instrument(to, profile.instrument);
    write_definition(to, profile.definition);
    write_policy(to, profile.policy);
    write_cut_set(to, profile.cut_set);
    write_how(to, profile.collection);
    write_label(to, "wave", profile.wave);
    write_labels(to, "waves", profile.waves);
    to.key("counted_by").string(id_of(profile.counted_by));
    write_named(to, "values", profile.values, "name");
    write_named(to, "messages", profile.messages, "text");
    to.objects("units", profile.units, [&](const auto& row) { write_unit(to, row); });
    write_region(to, profile.region);
    write_equity(to, profile.equity);
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
