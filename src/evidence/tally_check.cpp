// SPDX-License-Identifier: Apache-2.0
#include "evidence/tally_check.hpp"

#include "evidence/cell_merge.hpp"
#include "evidence/counted_form.hpp"
#include "evidence/key_text.hpp"
#include "peersupport/evidence/tally_plan.hpp"
#include "scoring/compile.hpp"

#include <algorithm>
#include <functional>
#include <ranges>
#include <string_view>
#include <vector>

namespace peersupport::evidence {
namespace {

bool is_name(std::string_view text) noexcept { return !text.empty() && is_key_text(text); }

template <class Range>
bool strictly_ascending(const Range& list) noexcept {
    return std::ranges::adjacent_find(list, std::ranges::greater_equal{}) == list.end();
}

bool is_sound(const tally_item& item) noexcept {
    return is_name(item.id) && item.codes.size() <= most_codes && item.points.size() == item.codes.size() &&
           strictly_ascending(item.codes);
}

__extension__ typedef __int128 wide;

/// Scores are fractions of whole numbers this large; so no product of two of them overflows.
bool is_exact(std::int64_t numerator, std::int64_t denominator) noexcept {
    return numerator >= -scoring::largest_exact && numerator <= scoring::largest_exact && denominator >= 1 &&
           denominator <= scoring::largest_exact;
}

bool is_exact(const ratio& r) noexcept { return is_exact(r.numerator, r.denominator); }

bool at_most(const ratio& a, const ratio& b) noexcept {
    return wide{a.numerator} * b.denominator <= wide{b.numerator} * a.denominator;
}

bool is_sound(const tally_form& form) noexcept {
    const auto scale_is_sound = [&form](const tally_scale& s) {
        const bool range = is_exact(s.lowest) && is_exact(s.highest) && at_most(s.lowest, s.highest);
        return range && is_name(s.id) &&
               std::ranges::all_of(s.items, [&form](std::size_t i) { return i < form.items.size(); });
    };
    return is_name(form.id) && form.perspective <= perspective_kind::assessor && !form.items.empty() &&
           std::ranges::all_of(form.items, [](const tally_item& i) { return is_sound(i); }) &&
           std::ranges::all_of(form.scales, scale_is_sound);
}

/// Adds counts up as long as they are counts and stay within `most`; −1 where they do not.
class running_sum {
public:
    explicit running_sum(std::int64_t most) noexcept : most_(most) {}
    void add(std::int64_t count) noexcept {
        if (sum_ < 0 || count < 0 || count > most_ - sum_) sum_ = -1;
        else sum_ += count;
    }
    [[nodiscard]] std::int64_t sum() const noexcept { return sum_; }

private:
    std::int64_t most_;
    std::int64_t sum_ = 0;
};

bool adds_up(const item_counts& item, std::int64_t responses) noexcept {
    running_sum sum(responses);
    for (const std::int64_t n : item.answers) sum.add(n);
    for (const std::int64_t n : {item.does_not_apply, item.declined, item.blank, item.invalid}) sum.add(n);
    return sum.sum() == responses;
}

bool adds_up(const scale_counts& scale, std::int64_t responses) noexcept {
    running_sum sum(responses);
    for (const std::int64_t n : scale.reasons) sum.add(n);
    if (sum.sum() != responses) return false;
    running_sum scored(responses);
    for (const score_bin& bin : scale.bins) scored.add(bin.people);
    const auto order = [](const score_bin& a, const score_bin& b) { return score_bin::order(a, b) >= 0; };
    return std::ranges::adjacent_find(scale.bins, order) == scale.bins.end() &&
           scored.sum() == scale.reasons[static_cast<std::size_t>(reason::scored)];
}

bool people_are_sound(const tally_cell& cell, const tally_header& header) noexcept {
    const auto of_people = static_cast<std::int64_t>(cell.people.size()),
               of_workers = static_cast<std::int64_t>(cell.workers.size());
    const bool keys = strictly_ascending(cell.people) && strictly_ascending(cell.workers) &&
                      (cell.people.empty() || cell.people.front() != 0) &&
                      (cell.workers.empty() || cell.workers.front() != 0);
    return keys && of_people <= cell.responses && (header.counted_by == counted_by::person || of_people == 0) &&
           of_workers <= cell.worker_responses && cell.worker_responses <= cell.responses &&
           (of_workers > 0) == (cell.worker_responses > 0);
}

bool days_are_sound(const tally_cell& cell) noexcept {
    return is_day_number(cell.first_day) && is_day_number(cell.last_day) && cell.first_day <= cell.last_day &&
           (cell.first_day == no_day) == (cell.last_day == no_day);
}

/// What the histogram says about an item's own sums.
bool own_sums_agree(const gram& points, std::size_t i, const item_counts& counts, const tally_item& item) noexcept {
    std::int64_t n = 0, sum = 0, squares = 0;
    for (std::size_t c = 0; c < item.codes.size(); ++c) {
        const std::int64_t p = item.points[c];
        n += counts.answers[c];
        sum += counts.answers[c] * p;
        squares += counts.answers[c] * p * p;
    }
    return points.pairs(i, i) == n && points.sum(i, i) == sum && points.product(i, i) == squares;
}

/// No sum passes what so many pairs of so many points can give.
bool points_are_bounded(const gram& points, std::int64_t most) noexcept {
    const auto within = [](std::int64_t value, std::int64_t limit) { return value <= limit && value >= -limit; };
    const std::size_t k = points.columns();
    for (std::size_t i = 0; i < k; ++i) {
        if (!within(points.complete_sum(i), points.complete_rows() * most)) return false;
        for (std::size_t j = 0; j < k; ++j) {
            const std::int64_t n = points.pairs(i, j);
            if (n < points.complete_rows() || n > points.pairs(i, i)) return false;
            if (!within(points.sum(i, j), n * most) || !within(points.product(i, j), n * most * most)) return false;
            if (!within(points.complete_product(i, j), points.complete_rows() * most * most)) return false;
        }
    }
    return true;
}

bool points_are_sound(const tally_cell& cell, const tally_form& form, const tally_header& header) noexcept {
    const gram& points = cell.points;
    if (!header.with_gram) return points.columns() == 0;
    if (points.columns() != form.items.size() || points.rows() != cell.responses) return false;
    for (std::size_t i = 0; i < form.items.size(); ++i)
        if (!own_sums_agree(points, i, cell.items[i], form.items[i])) return false;
    return points.complete_rows() >= 0 && points_are_bounded(points, most_points(form));
}

}  // namespace

bool is_sound(const tally_header& header) noexcept {
    if (header == tally_header{}) return true;
    const bool texts = is_name(header.instrument_id) && is_name(header.instrument_version) &&
                       is_name(header.instrument_digest) && is_name(header.definition_version) &&
                       is_name(header.definition_digest);
    return texts && header.counted_by <= counted_by::response && !header.forms.empty() &&
           std::ranges::adjacent_find(header.forms, std::ranges::greater_equal{}, &tally_form::id) ==
               header.forms.end() &&
           std::ranges::all_of(header.forms, [](const tally_form& f) { return is_sound(f); });
}

bool is_sound(const tally_cell& cell, const tally_form& form, const tally_header& header) {
    if (!is_well_formed(cell.key) || cell.responses < 1 || cell.responses > response_limit(form)) return false;
    if (!people_are_sound(cell, header) || !days_are_sound(cell)) return false;
    if (!std::ranges::all_of(cell.items, [&cell](const item_counts& i) { return adds_up(i, cell.responses); }))
        return false;
    for (std::size_t s = 0; s < cell.scales.size(); ++s)
        if (!adds_up(cell.scales[s], cell.responses)) return false;
    return points_are_sound(cell, form, header);
}

bool is_sound(const score_bin& bin, const tally_scale& of) noexcept {
    if (bin.answered < 1 || static_cast<std::size_t>(bin.answered) > of.items.size() || bin.people < 1) return false;
    const ratio score{bin.numerator, bin.denominator};
    return is_exact(score) && at_most(of.lowest, score) && at_most(score, of.highest);
}

bool is_sound(const series_count& point) noexcept {
    return is_name(point.unit) && is_name(point.series) && is_name(point.period) && point.events >= 0 && point.of >= 0;
}

bool is_tally_of(const tally_header& header, const instrument& from) {
    if (header.instrument_id != from.id || header.instrument_version != from.version) return false;
    std::vector<std::string_view> ids;
    for (const tally_form& form : header.forms) ids.push_back(form.id);
    tally_options any;
    any.allow_unverified = true;  // asked for when it was counted
    const auto plan = tally_plan::compile(from, ids, any);
    return plan && plan->header().instrument_digest == header.instrument_digest && plan->header().forms == header.forms;
}

}  // namespace peersupport::evidence
