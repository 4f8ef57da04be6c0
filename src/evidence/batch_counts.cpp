// SPDX-License-Identifier: Apache-2.0
#include "evidence/batch_counts.hpp"

#include "peersupport/evidence/person_key.hpp"
#include "scoring/batch.hpp"

#include <algorithm>
#include <span>

namespace peersupport::evidence {
namespace {

template <class T>
bool fits(std::span<const T> column, std::size_t rows) noexcept {
    return column.empty() || column.size() == rows;
}

/// Adds how often each class stands in a stretch of bytes. Four tables, so that equal neighbours do not wait for each
/// other.
void count_bytes(const std::uint8_t* from, std::size_t n, std::size_t classes, std::int64_t* to) noexcept {
    std::uint32_t seen[4][256];
    for (auto& table : seen) std::fill_n(table, classes, 0U);
    std::size_t r = 0;
    for (; r + 4 <= n; r += 4) {
        ++seen[0][from[r]];
        ++seen[1][from[r + 1]];
        ++seen[2][from[r + 2]];
        ++seen[3][from[r + 3]];
    }
    for (; r < n; ++r) ++seen[0][from[r]];
    for (std::size_t c = 0; c < classes; ++c) to[c] += std::int64_t{seen[0][c]} + seen[1][c] + seen[2][c] + seen[3][c];
}

void widen(batch_group_counts& to, std::int32_t day) noexcept {
    if (day == no_day) return;
    to.first_day = to.first_day == no_day ? day : std::min(to.first_day, day);
    to.last_day = std::max(to.last_day, day);  // no_day is before all days
}

}  // namespace

batch_counts::batch_counts(const counted_form& by, const tally_rows& rows, batch_options options)
    : by_(by), rows_(rows), options_(options), groups_(rows.groups.size()) {}

status batch_counts::check(const answers& of) const noexcept {
    if (const status s = scoring::check_columns(by_.by.internals(), of); s != status::ok) return s;
    const bool sizes = fits(rows_.group, of.rows) && fits(rows_.person, of.rows) && fits(rows_.worker, of.rows) &&
                       fits(rows_.day, of.rows);
    if (!sizes) return status::shape_mismatch;
    const std::size_t groups = rows_.groups.size();
    const bool in_range =
        rows_.group.empty()
            ? groups > 0 || of.rows == 0
            : std::ranges::all_of(rows_.group, [groups](std::uint32_t g) { return g == no_group || g < groups; });
    const bool keys = std::ranges::all_of(rows_.groups, [this](const tally_key& key) {
        return is_well_formed(key) && (key.form.empty() || key.form == by_.by.form_id());
    });
    return in_range && keys && std::ranges::all_of(rows_.day, is_day_number) ? status::ok : status::invalid_argument;
}

batch_group_counts& batch_counts::group(std::uint32_t number) {
    std::unique_ptr<batch_group_counts>& at = groups_[number];
    if (!at) {
        at = std::make_unique<batch_group_counts>();
        at->classes.resize(by_.class_counts);
        at->dense.resize(by_.dense_counts);
        at->reasons.resize(by_.by.scale_count());
        if (options_.with_gram) at->points = gram(by_.items.size());
        if (by_.dense.empty()) at->bins.resize(by_.by.scale_count());
    }
    return *at;
}

status batch_counts::count(const answers& of, invalid_policy policy, invalid_report* report) {
    if (report) report->total = 0;
    if (const status s = check(of); s != status::ok) return s;
    batch_tile tile(by_, rows_.groups.size(), of.rows);
    for (std::size_t first = 0; first < of.rows; first += tile.capacity()) {
        tile.read(of, rows_, first, std::min(tile.capacity(), of.rows - first));
        if (tile.has_invalid()) report_invalid(of, tile, report);
        for (const tile_run& run : tile.runs()) {
            batch_group_counts& to = group(run.group);
            to.responses += static_cast<std::int64_t>(run.size);
            count_people(tile, run, to);
            count_classes(tile, run, to);
            if (!options_.with_gram) continue;
            if (count_points(tile, run, to.points) != status::ok) return status::count_overflow;
        }
        if (by_.dense.empty()) count_exact(of, tile);
        else count_scores(of, tile);
    }
    return policy == invalid_policy::raise && invalid_ > 0 ? status::invalid_code : status::ok;
}

void batch_counts::report_invalid(const answers& of, const batch_tile& in, invalid_report* report) {
    std::vector<std::int32_t> codes(by_.items.size());
    for (std::size_t r = 0; r < in.rows(); ++r) {
        if (!in.counts(r)) continue;
        bool bad = false;
        for (std::size_t i = 0; i < by_.items.size(); ++i)
            bad |= in.class_of(i, r) == by_.items[i].special(invalid_class);
        if (!bad) continue;
        for (std::size_t i = 0; i < by_.items.size(); ++i)
            scoring::read_codes(of.columns[i], in.first() + r, 1, &codes[i]);
        scoring::report_invalid(by_.by.internals(), codes.data(), 1, in.first() + r, report, invalid_);
    }
}

void batch_counts::count_people(const batch_tile& in, const tile_run& run, batch_group_counts& to) const {
    for (const std::uint32_t at : in.order().subspan(run.from, run.size)) {
        const std::size_t row = in.first() + at;
        if (!rows_.day.empty()) widen(to, rows_.day[row]);
        if (options_.by_person && !rows_.person.empty() && rows_.person[row] != no_person)
            to.people.push_back(rows_.person[row]);
        if (rows_.worker.empty() || rows_.worker[row] == no_person) continue;
        ++to.worker_responses;
        to.workers.push_back(rows_.worker[row]);
    }
}

void batch_counts::count_classes(const batch_tile& in, const tile_run& run, batch_group_counts& to) const {
    for (std::size_t i = 0; i < by_.items.size(); ++i)
        count_bytes(in.column(i) + run.from, run.size, by_.items[i].classes(), to.classes.data() + by_.class_at[i]);
}

status batch_counts::count_points(const batch_tile& in, const tile_run& run, gram& to) {
    if (by_.points.empty()) return count_wide_points(in, run, to);
    if (!block_) block_.emplace(by_.items.size(), by_.points);
    const byte_matrix cells{in.column(0) + run.from, run.size, 1, static_cast<std::ptrdiff_t>(in.capacity())};
    for (std::size_t first = 0; first < run.size; first += gram_block_rows) {
        const std::size_t n = std::min(gram_block_rows, run.size - first);
        block_->read(cells, first, n);
        block_->add_to(to, n);
    }
    return status::ok;
}

/// Points that do not fit in a byte table, as whole numbers.
status batch_counts::count_wide_points(const batch_tile& in, const tile_run& run, gram& to) const {
    const std::size_t items = by_.items.size();
    std::vector<std::int64_t> points(items * run.size);
    std::vector<std::uint8_t> present(items * run.size);
    std::vector<whole_column> columns;
    for (std::size_t i = 0; i < items; ++i) {
        const std::uint8_t* const classes = in.column(i) + run.from;
        for (std::size_t r = 0; r < run.size; ++r) {
            present[i * run.size + r] = classes[r] < by_.items[i].answers;
            if (classes[r] < by_.items[i].answers) points[i * run.size + r] = by_.items[i].points[classes[r]];
        }
        columns.push_back({points.data() + i * run.size, 1, present.data() + i * run.size});
    }
    return to.add(columns, run.size);
}

}  // namespace peersupport::evidence
