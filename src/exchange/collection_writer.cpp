// SPDX-License-Identifier: Apache-2.0
#include "exchange/integrity_members.hpp"
#include "peersupport/exchange/collection_json.hpp"

#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void write_heard(json_writer& to, const collection_heard& one) {
    to.key("unit").string(one.unit);
    to.key("wave").string(one.wave);
    to.key("perspective").string(one.perspective);
    write(to, "eligible", one.eligible);
    write(to, "invited", one.invited);
    write(to, "responded", one.responded);
    write(to, "refused", one.refused);
    write(to, "leavers_invited", one.leavers_invited);
    write(to, "workers", one.workers);
}

}  // namespace

void write_collection(json_writer& to, const collection& of) {
    to.begin_object();
    to.key("format").string(collection_format);
    to.key("id").string(of.id);
    write_text(to, "consent", of.consent);
    if (of.modes.empty()) to.key("mode").null();
    else write_labels(to, "mode", of.modes);
    write_text(to, "collector", of.collector);
    write(to, "simulated", of.simulated);
    to.objects("waves", of.waves, [&](const collection_wave& wave) {
        to.key("id").string(wave.id);
        to.key("from").string(to_text(wave.from));
        to.key("to").string(to_text(wave.to));
    });
    to.objects("heard", of.heard, [&](const collection_heard& one) { write_heard(to, one); });
    to.end_object();
}

}  // namespace exchange

std::string write_collection(const collection& of) {
    exchange::json_writer to;
    exchange::write_collection(to, of);
    return std::move(to).finish();
}

}  // namespace peersupport
