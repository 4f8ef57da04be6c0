// SPDX-License-Identifier: Apache-2.0
#include "evidence/eroded_share.hpp"
#include "evidence/integrity_check.hpp"
#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_assessment.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport {
namespace evidence {
namespace {

using language_cells = std::vector<const tally_cell*>;

void write_language(const assessment& at, const read_form& form, std::string_view unit, std::string_view language,
                    const language_cells& cells, snapshot& to) {
    const group_counts group = counts_of(std::span<const tally_cell* const>(cells));
    const snapshot_cell head{
        std::string(unit), std::string(form.perspective), form.asked->id, std::string(language), {}, 0, {}, {}};
    for (const value_place& v : form.values) {
        snapshot_cell cell = head;
        cell.value = at.structure.values[v.value].id;
        cell.people = scored(form, group, v.value);
        if (group.worker_responses > 0) cell.workers = static_cast<std::int64_t>(group.workers.size());
        const auto bins = bins_of(form, group, v.value);
        cell.bins.assign(bins.begin(), bins.end());
        to.cells.push_back(std::move(cell));
        for (const std::size_t i : v.items) {
            const item& asked = at.by.items[form.asked->items[i]];
            if (!asked.reverse) continue;
            const eroded_counts c = eroded_of(form.counted->items[i], group.items[i], at.rules.often_options);
            to.eroded.push_back(
                {head.unit, head.perspective, head.form, head.language, asked.id, c.people, c.ever, c.often});
        }
    }
}

void write_unit(const assessment& at, const read_form& form, std::string_view unit, std::string_view wave,
                snapshot& to) {
    const auto cells = cells_of(at.from, form.asked->id, unit, wave);
    for (std::size_t first = 0; first < cells.size();) {  // ascending by language, then stratum
        const std::string_view language = cells[first].key.language;
        language_cells each;
        for (; first < cells.size() && cells[first].key.language == language; ++first) each.push_back(&cells[first]);
        write_language(at, form, unit, language, each, to);
    }
}

template <class Row>
auto place_of(const Row& r, std::string_view last) {
    return std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>(
        r.unit, r.perspective, r.form, r.language, last);
}

}  // namespace
}  // namespace evidence

result<snapshot> take_snapshot(const tally& from, const instrument& by, const definition& against,
                               const collection& how, std::string_view wave) {
    using namespace evidence;
    error problems;
    check_instrument(from, by, problems);
    check_collection(how, "/collection", problems);
    if (problems.total > 0) return problems;
    const auto waves = waves_of(from, &how, nullptr);
    if (waves.empty() || (!wave.empty() && std::ranges::find(waves, wave) == waves.end()))
        return error(status::wave_unknown, "/wave");
    const integrity_policy none;
    const assessment at{from, by, against, none, &how, structure_of(by, from.header(), against), rules_of(against)};
    if (at.structure.core.empty()) return error(status::no_values, "/instrument");
    snapshot to;
    to.instrument = {by.id, by.version, from.header().instrument_digest};
    to.definition = used(against.identity());
    to.counted_by = from.header().counted_by;
    to.collection = how;
    if (from.simulated()) {
        to.collection.simulated = true;
        if (to.collection.id.empty()) to.collection.id = "simulated";  // one without an id is not written
    }
    to.wave = wave.empty() ? waves.back() : wave;
    std::vector<std::string_view> units;
    for (const tally_cell& c : from.cells())
        if (c.key.wave == to.wave) units.push_back(c.key.unit);
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    for (const std::string_view unit : units)
        for (const read_form& form : at.structure.core)
            if (form.counted != nullptr) write_unit(at, form, unit, to.wave, to);
    std::ranges::sort(to.cells, {}, [](const snapshot_cell& c) { return place_of(c, c.value); });
    std::ranges::sort(to.eroded, {}, [](const snapshot_eroded& e) { return place_of(e, e.item); });
    return to;
}

}  // namespace peersupport
