// SPDX-License-Identifier: Apache-2.0
// Scores of a batch, counted. Where a score is known by the number of answers and their sum, these two are counted and
// become fractions at the end; otherwise every fraction is counted as it comes.
#include "evidence/batch_counts.hpp"

#include "scoring/compiled.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::evidence {
namespace {

/// The columns from a row on.
std::vector<answer_column> columns_from(const answers& of, std::size_t row) {
    std::vector<answer_column> out(of.columns.begin(), of.columns.end());
    for (answer_column& c : out) {
        if (c.type != cell_type::bool_bit)
            c.data = static_cast<const std::byte*>(c.data) + static_cast<std::ptrdiff_t>(row) * c.stride;
        c.offset += row;
    }
    return out;
}

template <class T>
score_block<T> scale_by_scale(T* data, std::size_t rows) noexcept {
    return {data, 1, static_cast<std::ptrdiff_t>(rows)};
}

/// The bins of a scale from its dense counts.
std::vector<score_bin> bins_of(const scoring::compiled& by, const scoring::compiled_scale& s, const dense_scale& places,
                               const std::vector<std::int64_t>& counts) {
    const scoring::lane_fraction& f = by.lanes.scales[static_cast<std::size_t>(s.lane)].fraction;
    bin_counter out;
    for (std::int32_t answered = 1; answered <= places.items; ++answered) {
        for (std::int32_t sum = 0; sum <= places.most_sum; ++sum) {
            const std::int64_t people =
                counts[places.place(static_cast<std::size_t>(answered), static_cast<std::size_t>(sum))];
            if (people > 0) out.add(answered, f.s * sum + f.c * answered + f.one, f.d * answered + f.all, people);
        }
    }
    return out.take();
}

void sort_once(std::vector<std::uint64_t>& keys) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

item_counts counts_of(const counted_item& item, const std::int64_t* at) {
    const std::int64_t* const special = at + item.answers;
    return {{at, special},
            special[does_not_apply_class],
            special[declined_class],
            special[blank_class],
            special[invalid_class]};
}

void add_reasons(const std::uint8_t* reasons, std::span<const std::uint32_t> rows,
                 std::array<std::int64_t, reason_count>& to) noexcept {
    for (const std::uint32_t r : rows) ++to[reasons[r]];
}

}  // namespace

void batch_counts::count_scores(const answers& of, const batch_tile& in) {
    const std::size_t scales = by_.by.scale_count(), block = in.capacity() * scales;
    bytes_.resize(3 * block);
    score_outputs into;
    into.sums = scale_by_scale(bytes_.data(), in.capacity());
    into.counts = scale_by_scale(bytes_.data() + block, in.capacity());
    into.reasons = scale_by_scale(bytes_.data() + 2 * block, in.capacity());
    const auto columns = columns_from(of, in.first());
    score_batch(by_.by, {columns, in.rows()}, into, invalid_policy::mark);
    for (const tile_run& run : in.runs()) {
        batch_group_counts& to = group(run.group);
        const auto rows = in.order().subspan(run.from, run.size);
        for (std::size_t s = 0; s < scales; ++s) {
            const std::uint8_t* const sums = bytes_.data() + s * in.capacity();
            const std::uint8_t *const counts = sums + block, *const reasons = counts + block;
            const dense_scale places = by_.dense[s];
            std::int64_t* const dense = to.dense.data();
            for (const std::uint32_t r : rows)
                if (reasons[r] == 0) ++dense[places.place(counts[r], sums[r])];
            add_reasons(reasons, rows, to.reasons[s]);
        }
    }
}

void batch_counts::count_exact(const answers& of, const batch_tile& in) {
    const std::size_t scales = by_.by.scale_count(), block = in.capacity() * scales;
    bytes_.resize(block);
    answered_.resize(block);
    fractions_.resize(2 * block);
    score_outputs into;
    into.reasons = scale_by_scale(bytes_.data(), in.capacity());
    into.answered = scale_by_scale(answered_.data(), in.capacity());
    into.numerators = scale_by_scale(fractions_.data(), in.capacity());
    into.denominators = scale_by_scale(fractions_.data() + block, in.capacity());
    const auto columns = columns_from(of, in.first());
    score_batch(by_.by, {columns, in.rows()}, into, invalid_policy::mark);
    for (const tile_run& run : in.runs()) {
        batch_group_counts& to = group(run.group);
        const auto rows = in.order().subspan(run.from, run.size);
        for (std::size_t s = 0; s < scales; ++s) {
            const std::size_t at = s * in.capacity();
            add_reasons(bytes_.data() + at, rows, to.reasons[s]);
            for (const std::uint32_t r : rows)
                if (bytes_[at + r] == 0)
                    to.bins[s].add(answered_[at + r], fractions_[at + r], fractions_[block + at + r]);
        }
    }
}

std::vector<tally_cell> batch_counts::cells(std::string_view form) {
    const scoring::compiled& by = by_.by.internals();
    std::vector<tally_cell> out;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (!groups_[g]) continue;
        batch_group_counts& from = *groups_[g];
        tally_cell& to = out.emplace_back();
        to.key = rows_.groups[g];
        to.key.form = form;
        to.responses = from.responses;
        to.worker_responses = from.worker_responses;
        to.first_day = from.first_day;
        to.last_day = from.last_day;
        std::ranges::sort(from.people);
        sort_once(from.workers);
        to.people = std::move(from.people);
        to.workers = std::move(from.workers);
        to.points = std::move(from.points);
        for (std::size_t i = 0; i < by_.items.size(); ++i)
            to.items.push_back(counts_of(by_.items[i], from.classes.data() + by_.class_at[i]));
        for (std::size_t s = 0; s < by.scales.size(); ++s)
            to.scales.push_back({from.reasons[s], by_.dense.empty()
                                                      ? from.bins[s].take()
                                                      : bins_of(by, by.scales[s], by_.dense[s], from.dense)});
        groups_[g].reset();
    }
    std::ranges::sort(out, {}, &tally_cell::key);
    return out;
}

}  // namespace peersupport::evidence
