// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"

namespace peersupport::exchange {

void write_value(json_writer& to, const figure& value) {
    to.begin_inline_object();
    write(to, "value", value.value);
    write(to, "low", value.low);
    write(to, "high", value.high);
    to.end_object();
}

void write_value(json_writer& to, const pooled_figure& value) {
    to.begin_inline_object();
    write(to, "value", value.value);
    write(to, "low", value.low);
    write(to, "high", value.high);
    to.end_object();
}

void write_value(json_writer& to, const people_share& value) {
    to.begin_inline_object();
    write(to, "value", value.share.value);
    write(to, "low", value.share.low);
    write(to, "high", value.share.high);
    write(to, "people", value.people);
    to.end_object();
}

void write_label(json_writer& to, std::string_view key, std::string_view label) {
    to.key(key);
    if (label.empty()) to.null();
    else to.string(label);
}

void write_labels(json_writer& to, std::string_view key, const std::vector<std::string>& labels) {
    to.key(key).begin_inline_array();
    for (const std::string& label : labels) to.string(label);
    to.end_array();
}

void write_text(json_writer& to, std::string_view key, const localized_string& text) {
    to.key(key);
    if (text.empty()) to.null();
    else to.text(text);
}

void write_instrument_id(json_writer& to, const used_instrument& of) {
    to.key("id").string(of.id);
    to.key("version").string(of.version);
    to.key("digest").string(of.digest);
}

void write_definition(json_writer& to, const used_definition& of) {
    to.key("definition").begin_object();
    to.key("version").string(of.version);
    to.key("digest").string(of.digest);
    to.key("overlay");
    if (of.overlay_id.empty()) {
        to.null();
    } else {
        to.begin_object();
        to.key("id").string(of.overlay_id);
        to.key("version").string(of.overlay_version);
        to.key("digest").string(of.overlay_digest);
        to.end_object();
    }
    to.end_object();
}

void write_policy(json_writer& to, const integrity_policy& of) {
    to.key("policy").begin_object();
    write_label(to, "id", of.id);
    write(to, "minimum_people", of.minimum_people);
    write(to, "minimum_workers", of.minimum_workers);
    write_word(to, "audience", of.audience);
    write(to, "workers_agreed", of.workers_agreed);
    to.end_object();
}

}  // namespace peersupport::exchange
