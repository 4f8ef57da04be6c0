// SPDX-License-Identifier: Apache-2.0
#include "peersupport/scoring/sample_score.hpp"

#include "scoring/batch.hpp"

#include <algorithm>
#include <limits>

namespace peersupport {
namespace scoring {
namespace {

__extension__ typedef __int128 wide;

/// −1, 0, 1: the score against the cut, on the exact fractions.
int compare(const score& s, ratio cut) noexcept {
    const wide left = wide{s.numerator} * cut.denominator, right = wide{cut.numerator} * s.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
}

bool past(const score& s, const compiled_sample& rule) noexcept {
    const int order = compare(s, rule.cut);
    return order == 0 ? rule.inclusive : rule.side == cut_side::above ? order > 0 : order < 0;
}

void tally_positive(const compiled& by, const compiled_sample& rule, const std::int32_t* codes, std::size_t step,
                    std::int64_t* tally) noexcept {
    for (std::size_t q = 0; q < rule.items.size(); ++q) {
        const std::int32_t code = codes[rule.items[q] * step];
        if (by.items[rule.items[q]].meaning(code).kind != meaning_kind::answer) continue;
        tally[2 * q] += std::ranges::find(rule.positive, code) != rule.positive.end();
        ++tally[2 * q + 1];
    }
}

void tally_row(const compiled& by, const slot_words& slots, const std::int32_t* codes, std::size_t step,
               std::int64_t* tally) noexcept {
    ++tally[0];
    for (const compiled_sample& rule : by.samples) {
        std::int64_t* at = tally + rule.tally_at;
        if (rule.rule == sample_rule::percent_positive) {
            tally_positive(by, rule, codes, step, at);
        } else {
            const score s = score_scale(by, by.scales[rule.scale], slots, codes, step);
            if (s.why != reason::scored) continue;
            at[0] += past(s, rule);
            ++at[1];
        }
    }
}

double percent(std::int64_t part, std::int64_t of) noexcept {
    return static_cast<double>(100 * part) / static_cast<double>(of);
}

sample_score finish(const compiled_sample& rule, const std::int64_t* tally) noexcept {
    sample_score to;
    to.responses = tally[0];
    const std::int64_t* at = tally + rule.tally_at;
    const std::size_t pairs = rule.rule == sample_rule::percent_positive ? rule.items.size() : 1;
    double sum = 0;
    std::int64_t heard = 0;
    for (std::size_t q = 0; q < pairs; ++q) {
        to.positive += at[2 * q];
        to.answered += at[2 * q + 1];
        if (at[2 * q + 1] == 0) continue;
        sum = sum + percent(at[2 * q], at[2 * q + 1]);
        ++heard;
    }
    const bool mean = rule.rule == sample_rule::percent_positive && rule.combine == positive_combination::mean_of_items;
    // A mean over items needs every item answered by somebody: leaving one out would change what the mean is of.
    const bool enough = mean ? heard == static_cast<std::int64_t>(pairs) : to.answered > 0;
    to.why = enough ? reason::scored : reason::too_few_answered;
    if (!enough) to.value = std::numeric_limits<double>::quiet_NaN();
    else to.value = mean ? sum / static_cast<double>(heard) : percent(to.positive, to.answered);
    return to;
}

}  // namespace
}  // namespace scoring

std::size_t sample_tally_size(const plan& by, std::size_t groups) noexcept { return by.internals().tally_size * groups; }

status tally_samples(const plan& by, const answers& of, std::span<const std::uint32_t> group, std::size_t groups,
                     std::span<std::int64_t> tally, invalid_policy policy, invalid_report* report) noexcept {
    const scoring::compiled& compiled = by.internals();
    if (const status s = scoring::check_columns(compiled, of); s != status::ok) return s;
    if (groups == 0 || groups > tally.size() || tally.size() != sample_tally_size(by, groups)) return status::invalid_argument;
    if (!group.empty() && group.size() != of.rows) return status::shape_mismatch;
    if (std::ranges::any_of(group, [&](std::uint32_t g) { return g >= groups; })) return status::invalid_argument;
    std::size_t invalid = 0;
    if (report) report->total = 0;
    scoring::for_each_row(compiled, of, 0, of.rows, [&](std::size_t row, const std::int32_t* codes, std::size_t step, const scoring::slot_words& slots) {
        if (slots.invalid) scoring::report_invalid(compiled, codes, step, row, report, invalid);
        const std::size_t g = group.empty() ? 0 : group[row];
        scoring::tally_row(compiled, slots, codes, step, tally.data() + g * compiled.tally_size);
    });
    return policy == invalid_policy::raise && invalid > 0 ? status::invalid_code : status::ok;
}

status finish_samples(const plan& by, std::span<const std::int64_t> tally, std::size_t groups,
                      std::span<sample_score> into) noexcept {
    const scoring::compiled& compiled = by.internals();
    if (groups > tally.size() || tally.size() != sample_tally_size(by, groups) || into.size() < groups * compiled.samples.size())
        return status::invalid_argument;
    constexpr std::int64_t most = std::int64_t{1} << 40;  // more people than there are, and far from any overflow
    if (std::ranges::any_of(tally, [](std::int64_t count) { return count < 0 || count > most; })) return status::invalid_argument;
    for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t s = 0; s < compiled.samples.size(); ++s)
            into[g * compiled.samples.size() + s] = scoring::finish(compiled.samples[s], tally.data() + g * compiled.tally_size);
    return status::ok;
}

}  // namespace peersupport
