// SPDX-License-Identifier: Apache-2.0
#include "evidence/tally_bytes.hpp"
#include "peersupport/evidence/tally.hpp"

#include "evidence/byte_reader.hpp"
#include "evidence/cell_merge.hpp"
#include "evidence/people_check.hpp"
#include "evidence/tally_check.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace peersupport {
namespace {

using evidence::byte_reader;

tally_form take_form(byte_reader& in) {
    tally_form form;
    form.id = in.take_text();
    form.perspective = static_cast<perspective_kind>(in.take<std::uint8_t>());
    const std::size_t items = in.take_count(8);
    for (std::size_t i = 0; i < items && in.ok(); ++i) {
        tally_item& item = form.items.emplace_back();
        item.id = in.take_text();
        const std::size_t codes = in.take_count(2);
        for (std::size_t c = 0; c < codes; ++c) item.codes.push_back(in.take_small_number());
        for (std::size_t c = 0; c < codes; ++c) item.points.push_back(in.take_small_number());
    }
    const std::size_t scales = in.take_count(8);
    for (std::size_t s = 0; s < scales && in.ok(); ++s) {
        tally_scale& scale = form.scales.emplace_back();
        scale.id = in.take_text();
        for (const std::uint32_t item : in.take_all<std::uint32_t>(in.take_count(4))) scale.items.push_back(item);
        for (ratio* end : {&scale.lowest, &scale.highest}) {
            end->numerator = in.take_number();
            end->denominator = in.take_number();
        }
    }
    return form;
}

/// A byte that says yes or no.
bool take_flag(byte_reader& in) noexcept {
    const auto flag = in.take<std::uint8_t>();
    if (flag > 1) in.fail();
    return flag == 1;
}

tally_header take_header(byte_reader& in) {
    tally_header header;
    for (std::string* text : {&header.instrument_id, &header.instrument_version, &header.instrument_digest,
                              &header.definition_version, &header.definition_digest})
        *text = in.take_text();
    header.counted_by = take_flag(in) ? counted_by::response : counted_by::person;
    header.with_gram = take_flag(in);
    const std::size_t forms = in.take_count(13);
    for (std::size_t f = 0; f < forms && in.ok(); ++f) header.forms.push_back(take_form(in));
    return header;
}

scale_counts take_scale(byte_reader& in, const tally_scale& of) {
    scale_counts scale;
    for (std::int64_t& n : scale.reasons) n = in.take_number();
    scale.bins.resize(in.take_count(4));
    for (score_bin& bin : scale.bins) {
        bin.answered = in.take_small_number();
        for (std::int64_t* n : {&bin.numerator, &bin.denominator, &bin.people}) *n = in.take_number();
        if (in.ok() && !evidence::is_sound(bin, of)) in.fail();
    }
    return scale;
}

gram take_gram(byte_reader& in, std::size_t columns) {
    const auto numbers = in.take_numbers(gram::size_of(columns));
    if (!in.ok()) return {};
    auto made = gram::from_numbers(columns, numbers);
    if (made) return std::move(made).value();
    in.fail();
    return {};
}

void take_counts(byte_reader& in, const tally_header& header, const tally_form& form, tally_cell& cell) {
    for (std::size_t i = 0; i < form.items.size() && in.ok(); ++i) {
        item_counts& item = cell.items.emplace_back();
        item.answers = in.take_numbers(form.items[i].codes.size());
        for (std::int64_t* n : {&item.does_not_apply, &item.declined, &item.blank, &item.invalid})
            *n = in.take_number();
    }
    for (std::size_t s = 0; s < form.scales.size() && in.ok(); ++s)
        cell.scales.push_back(take_scale(in, form.scales[s]));
    if (header.with_gram && in.ok()) cell.points = take_gram(in, form.items.size());
}

tally_cell take_cell(byte_reader& in, const tally_header& header) {
    tally_cell cell;
    const std::size_t place = in.take<std::uint32_t>();
    if (place >= header.forms.size()) {
        in.fail();
        return cell;
    }
    const tally_form& form = header.forms[place];
    cell.key.form = form.id;
    for (std::string* text : {&cell.key.unit, &cell.key.wave, &cell.key.language, &cell.key.stratum})
        *text = in.take_text();
    cell.responses = in.take_number();
    cell.people = in.take_all<std::uint64_t>(in.take_count(8));
    cell.worker_responses = in.take_number();
    cell.workers = in.take_all<std::uint64_t>(in.take_count(8));
    cell.first_day = in.take_small_number();
    cell.last_day = in.take_small_number();
    take_counts(in, header, form, cell);
    if (in.ok() && !evidence::is_sound(cell, form, header)) in.fail();
    return cell;
}

std::vector<tally_cell> take_cells(byte_reader& in, const tally_header& header) {
    std::vector<tally_cell> cells;
    const std::size_t count = in.take_count(32);
    for (std::size_t c = 0; c < count && in.ok(); ++c) {
        cells.push_back(take_cell(in, header));
        if (c > 0 && !(cells[c - 1].key < cells[c].key)) in.fail();
    }
    return cells;
}

std::vector<shard_id> take_shards(byte_reader& in) {
    std::vector<shard_id> shards(in.take_count(16));
    for (shard_id& shard : shards) {
        shard.high = in.take<std::uint64_t>();
        shard.low = in.take<std::uint64_t>();
    }
    if (std::ranges::adjacent_find(shards, std::ranges::greater_equal{}) != shards.end()) in.fail();
    return shards;
}

std::vector<series_count> take_series(byte_reader& in) {
    std::vector<series_count> series;
    const std::size_t count = in.take_count(14);
    for (std::size_t s = 0; s < count && in.ok(); ++s) {
        series_count& point = series.emplace_back();
        for (std::string* text : {&point.unit, &point.series, &point.period}) *text = in.take_text();
        point.events = in.take_number();
        point.of = in.take_number();
        if (!evidence::is_sound(point) || (s > 0 && !evidence::series_before(series[s - 1], point))) in.fail();
    }
    return series;
}

/// The mark, the version and the digest; nothing when they are as they should be.
std::optional<error> check_frame(std::string_view bytes, std::size_t limit) {
    constexpr std::size_t front = evidence::tally_mark.size() + sizeof evidence::tally_version;
    if (bytes.size() > limit) return error(status::too_large, {}, limit);
    if (!bytes.starts_with(evidence::tally_mark)) return error(status::tally_malformed, {}, 0);
    if (bytes.size() < front + evidence::digest_size) return error(status::tally_malformed, {}, bytes.size());
    byte_reader version(bytes.substr(evidence::tally_mark.size()));
    if (version.take<std::uint32_t>() != evidence::tally_version)
        return error(status::format_unsupported, {}, evidence::tally_mark.size());
    const std::size_t body = bytes.size() - evidence::digest_size;
    if (sha256(bytes.substr(0, body)) != bytes.substr(body)) return error(status::tally_malformed, {}, body);
    return std::nullopt;
}

}  // namespace

result<tally> tally::from_bytes(std::string_view bytes, std::size_t limit) {
    if (auto wrong = check_frame(bytes, limit)) return *std::move(wrong);
    byte_reader in(bytes.substr(0, bytes.size() - evidence::digest_size));
    static_cast<void>(in.take_bytes(evidence::tally_mark.size() + sizeof evidence::tally_version));
    auto header = std::make_shared<tally_header>(take_header(in));
    if (in.ok() && !evidence::is_sound(*header)) in.fail();
    tally made;
    made.simulated_ = take_flag(in);
    made.shards_ = take_shards(in);
    made.cells_ = take_cells(in, *header);
    made.series_ = take_series(in);
    const bool something = !made.cells_.empty() || !made.series_.empty();
    const bool of_nothing = header->forms.empty() && (something || made.simulated_ || !made.shards_.empty());
    if (!in.ok() || in.left() > 0 || of_nothing || (something && made.shards_.empty()) ||
        !evidence::people_once(made.cells_))
        return error(status::tally_malformed, {}, in.offset());
    if (!header->forms.empty()) made.header_ = std::move(header);
    return made;
}

}  // namespace peersupport
