// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

#include <utility>

namespace peersupport {

namespace exchange {

namespace {

template <class Row>
void write_key(json_writer& to, const Row& row) {
    to.key("unit").string(row.unit);
    to.key("perspective").string(row.perspective);
    to.key("form").string(row.form);
    to.key("language").string(row.language);
}

void write_cell(json_writer& to, const snapshot_cell& cell) {
    write_key(to, cell);
    to.key("value").string(cell.value);
    write(to, "people", cell.people);
    write(to, "workers", cell.workers);
    to.key("bins").begin_inline_array();
    for (const score_bin& bin : cell.bins) {
        to.begin_inline_array();
        to.integer(bin.answered);
        to.integer(bin.numerator);
        to.integer(bin.denominator);
        to.integer(bin.people);
        to.end_array();
    }
    to.end_array();
}

void write_eroded(json_writer& to, const snapshot_eroded& row) {
    write_key(to, row);
    to.key("item").string(row.item);
    write(to, "people", row.people);
    write(to, "ever", row.ever);
    write(to, "often", row.often);
}

}  // namespace

}  // namespace exchange

std::string write_snapshot(const snapshot& of) {
    using namespace exchange;
    json_writer to;
    to.begin_object();
    to.key("format").string(snapshot_format);
    to.key("instrument").begin_object();
    write_instrument_id(to, of.instrument);
    to.end_object();
    write_definition(to, of.definition);
    to.key("counted_by").string(id_of(of.counted_by));
    to.key("collection");
    if (of.collection.id.empty()) to.null();  // nobody wrote it down
    else write_collection(to, of.collection);
    write_label(to, "wave", of.wave);
    to.objects("cells", of.cells, [&](const snapshot_cell& cell) { write_cell(to, cell); });
    to.objects("eroded", of.eroded, [&](const snapshot_eroded& row) { write_eroded(to, row); });
    to.end_object();
    return std::move(to).finish();
}

}  // namespace peersupport
