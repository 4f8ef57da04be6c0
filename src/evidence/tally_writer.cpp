// SPDX-License-Identifier: Apache-2.0
#include "evidence/tally_bytes.hpp"
#include "peersupport/evidence/tally.hpp"

#include "evidence/byte_writer.hpp"
#include "text/sha256.hpp"

#include <algorithm>

namespace peersupport {
namespace {

using evidence::byte_writer;

void put_form(byte_writer& out, const tally_form& form) {
    out.put_text(form.id);
    out.put(static_cast<std::uint8_t>(form.perspective));
    out.put_count(form.items.size());
    for (const tally_item& item : form.items) {
        out.put_text(item.id);
        out.put_count(item.codes.size());
        out.put_numbers(std::span(item.codes));
        out.put_numbers(std::span(item.points));
    }
    out.put_count(form.scales.size());
    for (const tally_scale& scale : form.scales) {
        out.put_text(scale.id);
        out.put_count(scale.items.size());
        for (const std::size_t item : scale.items) out.put_count(item);
        for (const ratio& end : {scale.lowest, scale.highest}) {
            out.put_number(end.numerator);
            out.put_number(end.denominator);
        }
    }
}

void put_header(byte_writer& out, const tally_header& header) {
    for (const std::string* text : {&header.instrument_id, &header.instrument_version, &header.instrument_digest,
                                    &header.definition_version, &header.definition_digest})
        out.put_text(*text);
    out.put(static_cast<std::uint8_t>(header.counted_by));
    out.put(static_cast<std::uint8_t>(header.with_gram));
    out.put_count(header.forms.size());
    for (const tally_form& form : header.forms) put_form(out, form);
}

void put_scale(byte_writer& out, const scale_counts& scale) {
    out.put_numbers(std::span<const std::int64_t>(scale.reasons));
    out.put_count(scale.bins.size());
    for (const score_bin& bin : scale.bins) {
        out.put_number(bin.answered);
        for (const std::int64_t n : {bin.numerator, bin.denominator, bin.people}) out.put_number(n);
    }
}

void put_keys(byte_writer& out, const std::vector<std::uint64_t>& keys) {
    out.put_count(keys.size());
    out.put_all(std::span(keys));
}

void put_cell(byte_writer& out, const tally_cell& cell, const tally_header& header) {
    out.put_count(static_cast<std::size_t>(find_form(header, cell.key.form) - header.forms.data()));
    for (const std::string* text : {&cell.key.unit, &cell.key.wave, &cell.key.language, &cell.key.stratum})
        out.put_text(*text);
    out.put_number(cell.responses);
    put_keys(out, cell.people);
    out.put_number(cell.worker_responses);
    put_keys(out, cell.workers);
    out.put_number(cell.first_day);
    out.put_number(cell.last_day);
    for (const item_counts& item : cell.items) {
        out.put_numbers(std::span(item.answers));
        for (const std::int64_t n : {item.does_not_apply, item.declined, item.blank, item.invalid}) out.put_number(n);
    }
    for (const scale_counts& scale : cell.scales) put_scale(out, scale);
    if (header.with_gram) out.put_numbers(cell.points.numbers());
}

}  // namespace

std::string tally::to_bytes() const {
    byte_writer out;
    out.put_bytes(evidence::tally_mark);
    out.put(evidence::tally_version);
    put_header(out, header());
    out.put(static_cast<std::uint8_t>(simulated_));
    out.put_count(shards_.size());
    for (const shard_id& shard : shards_) {
        out.put(shard.high);
        out.put(shard.low);
    }
    out.put_count(cells_.size());
    for (const tally_cell& cell : cells_) put_cell(out, cell, header());
    out.put_count(series_.size());
    for (const series_count& point : series_) {
        for (const std::string* text : {&point.unit, &point.series, &point.period}) out.put_text(*text);
        out.put_number(point.events);
        out.put_number(point.of);
    }
    out.put_bytes(sha256(out.bytes()));
    return out.take();
}

}  // namespace peersupport
