// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/tally.hpp"

#include "evidence/batch_counts.hpp"
#include "evidence/cell_merge.hpp"
#include "evidence/key_text.hpp"
#include "evidence/people_check.hpp"

#include <algorithm>
#include <iterator>

namespace peersupport {
namespace {

/// What merging cells and series of the same header would do, without having done it.
struct merge_step {
    evidence::cell_merge cells;
    std::vector<series_count> series;
    status found = status::ok;
};

merge_step prepare(std::vector<tally_cell>& cells, const std::vector<series_count>& series,
                   std::span<const tally_cell> more_cells, std::span<const series_count> more_series,
                   const tally_header& header) {
    merge_step step{evidence::cell_merge(cells, more_cells, header), {}};
    if (!evidence::people_apart(cells, more_cells)) step.found = status::person_repeated;
    else if (step.cells.overflows()) step.found = status::count_overflow;
    else if (!more_series.empty() && !evidence::unite_series(series, more_series, step.series))
        step.found = status::count_overflow;
    return step;
}

}  // namespace

tally::tally(const tally_plan& of) : header_(of.state_, &of.header()) {}
tally::tally(const tally_plan& of, shard_id shard) : header_(of.state_, &of.header()), shards_{shard} {}

const tally_header& tally::header() const noexcept {
    static const tally_header none;
    return header_ ? *header_ : none;
}

bool tally::is_like(const tally_header& other) const noexcept { return &header() == &other || header() == other; }

bool operator==(const tally& a, const tally& b) noexcept {
    return a.is_like(b.header()) && a.simulated_ == b.simulated_ && a.shards_ == b.shards_ && a.cells_ == b.cells_ &&
           a.series_ == b.series_;
}

status tally::add(const tally_plan& by, std::size_t form, const answers& of, const tally_rows& rows,
                  invalid_policy policy, invalid_report* report) {
    if (report) report->total = 0;
    if (shards_.size() != 1 || !is_like(by.header())) return status::tally_other;
    if (form >= header().forms.size()) return status::invalid_argument;
    evidence::batch_counts counts(by.internals(form), rows,
                                  {header().counted_by == counted_by::person, header().with_gram});
    if (const status s = counts.count(of, policy, report); s != status::ok) return s;
    const std::vector<tally_cell> cells = counts.cells(header().forms[form].id);
    if (std::ranges::adjacent_find(cells, {}, &tally_cell::key) != cells.end()) return status::invalid_argument;
    if (!evidence::people_once(cells)) return status::person_repeated;
    merge_step step = prepare(cells_, series_, cells, {}, header());
    if (step.found == status::ok) step.cells.commit();
    return step.found;
}

status tally::add_series(const series_count& point) {
    if (shards_.size() != 1) return status::tally_other;
    const bool texts =
        evidence::is_key_text(point.unit) && evidence::is_key_text(point.series) && evidence::is_key_text(point.period);
    if (!texts || point.unit.empty() || point.series.empty() || point.period.empty() || point.events < 0 ||
        point.of < 0)
        return status::invalid_argument;
    std::vector<series_count> both;
    if (!evidence::unite_series(series_, {&point, 1}, both)) return status::count_overflow;
    series_.swap(both);
    return status::ok;
}

status tally::join(const tally& part) {
    if (shards_.size() != 1 || part.shards_ != shards_ || !is_like(part.header())) return status::tally_other;
    merge_step step = prepare(cells_, series_, part.cells_, part.series_, header());
    if (step.found != status::ok) return step.found;
    step.cells.commit();
    if (!part.series_.empty()) series_.swap(step.series);
    simulated_ = simulated_ || part.simulated_;
    return status::ok;
}

status tally::merge(const tally& other) {
    if (!other.header_) return status::ok;
    if (!header_) {
        *this = tally(other);
        return status::ok;
    }
    if (!is_like(other.header())) return status::tally_other;
    std::vector<shard_id> shards;
    shards.reserve(shards_.size() + other.shards_.size());
    std::ranges::merge(shards_, other.shards_, std::back_inserter(shards));
    if (std::ranges::adjacent_find(shards) != shards.end()) return status::shard_repeated;
    merge_step step = prepare(cells_, series_, other.cells_, other.series_, header());
    if (step.found != status::ok) return step.found;
    step.cells.commit();
    shards_.swap(shards);
    if (!other.series_.empty()) series_.swap(step.series);
    simulated_ = simulated_ || other.simulated_;
    return status::ok;
}

const tally_cell* tally::find(const tally_key& key) const noexcept {
    const auto at = std::ranges::lower_bound(cells_, key, {}, &tally_cell::key);
    return at != cells_.end() && at->key == key ? &*at : nullptr;
}

std::int64_t tally::responses() const noexcept {
    std::int64_t sum = 0;
    for (const tally_cell& cell : cells_) sum = sum > INT64_MAX - cell.responses ? INT64_MAX : sum + cell.responses;
    return sum;
}

}  // namespace peersupport
