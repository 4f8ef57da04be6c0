// SPDX-License-Identifier: Apache-2.0
#include "scoring/compile.hpp"

#include "text/decimal_value.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace peersupport::scoring {
namespace {

__extension__ typedef __int128 wide;

std::uint16_t position_in(const form& of, std::size_t item) {
    return static_cast<std::uint16_t>(std::ranges::find(of.items, item) - of.items.begin());
}

wide magnitude(std::int64_t x) { return x < 0 ? -wide{x} : wide{x}; }

/// The largest numerator and denominator this scale could ever have.
std::pair<wide, wide> largest_parts(const compiled& in, const compiled_scale& s) {
    wide points = 0, weight = 0, highest = 0, spread = 0;
    for (const std::uint16_t at : s.items) {
        const compiled_item& i = in.items[at];
        const wide most = std::max(magnitude(i.lowest), magnitude(i.highest));
        points += i.weight * most;
        weight += i.weight;
        highest += i.weight * magnitude(i.highest);
        spread += i.weight * (wide{i.highest} - i.lowest);
    }
    const wide up = magnitude(s.multiplier.numerator), down = s.multiplier.denominator;
    switch (s.rule) {
        case score_rule::mean:
        case score_rule::gated_mean: return {up * points, down * weight * s.divisor};
        case score_rule::sum:
        case score_rule::table: return {up * points * weight, down * s.divisor * weight};
        case score_rule::percent_of_maximum: return {up * points * 100, down * highest};
        case score_rule::pomp: return {up * spread * 100, down * spread};
        case score_rule::grm_eap: return {up * graded_response::resolution * 1000, down * graded_response::resolution};
        case score_rule::subset: break;
    }
    return {0, 1};
}

void check_rule(const compiled& in, const compiled_scale& s, const std::string& path, error& problems) {
    const compiled_item& first = in.items[s.items.front()];
    for (const std::uint16_t at : s.items) {
        const compiled_item& i = in.items[at];
        if (i.divisor != first.divisor) return problems.add(status::rule_conflict, path + "/items");
        const bool positive = s.rule != score_rule::percent_of_maximum || i.highest > 0;
        const bool spread = s.rule != score_rule::pomp || i.highest > i.lowest;
        if (!positive || !spread) return problems.add(status::rule_conflict, path + "/score");
    }
    const auto [numerator, denominator] = largest_parts(in, s);
    if (numerator > largest_exact || denominator > largest_exact) problems.add(status::score_too_large, path);
}

/// A decimal as a fraction of whole numbers up to 2^53, or nothing.
std::optional<ratio> exact_fraction(decimal d) {
    wide up = d.mantissa, down = 1;
    for (std::int32_t e = std::abs(d.exponent); e > 0; --e) (d.exponent < 0 ? down : up) *= 10;
    if (magnitude(d.mantissa) > largest_exact || (up < 0 ? -up : up) > largest_exact || down > largest_exact) return std::nullopt;
    return ratio{static_cast<std::int64_t>(up), static_cast<std::int64_t>(down)};
}

/// Values with the multiplier must stay fractions of whole numbers up to 2^53; false when one does not.
bool add_table(compiled_scale& to, const std::vector<table_row>& rows) {
    for (const table_row& row : rows) {
        const auto value = exact_fraction(row.value);
        if (!value || magnitude(to.multiplier.numerator) * magnitude(value->numerator) > largest_exact ||
            wide{to.multiplier.denominator} * value->denominator > largest_exact)
            return false;
        to.table.push_back({row.sum, *value});
    }
    return true;
}

/// Parameters of a size that people estimate, and a score that stays within ±1000: nothing can overflow.
bool model_is_bounded(const graded_response_model& model) {
    const auto within = [](decimal d, double most) { return std::abs(to_double(d)) <= most; };
    const double furthest = std::max(std::abs(to_double(model.from)), std::abs(to_double(model.to)));
    const bool items = std::ranges::all_of(model.items, [&](const graded_item& i) {
        return within(i.discrimination, 100) && std::ranges::all_of(i.thresholds, [&](decimal b) { return within(b, 100); });
    });
    return items && furthest <= 100 && to_double(model.from) < to_double(model.to) && within(model.intercept, 1000) &&
           within(model.slope, 1000) && std::abs(to_double(model.intercept)) + std::abs(to_double(model.slope)) * furthest <= 1000;
}

/// The points an item's answers can have, ascending; more than 127 are cut off.
std::vector<std::int32_t> points_of(const compiled_item& i) {
    std::vector<std::int32_t> points;
    for (const auto& [code, meaning] : i.far)
        if (meaning.kind == meaning_kind::answer) points.push_back(meaning.points);
    for (std::int32_t c = i.range ? i.range->from : 0; i.range && c <= i.range->to && points.size() < 128; ++c)
        points.push_back(i.meaning(c).points);
    std::ranges::sort(points);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

/// A graded model's categories are an item's points in ascending order, one more than it has thresholds.
bool model_fits(const compiled& in, compiled_scale& s, const graded_response_model& model) {
    if (s.items.size() > 127 || model.items.size() != s.items.size() || model.points < 2 || model.points > 10001) return false;
    if (!model_is_bounded(model)) return false;
    for (std::size_t q = 0; q < s.items.size(); ++q) {
        s.categories.push_back(points_of(in.items[s.items[q]]));
        const std::size_t categories = s.categories.back().size();
        if (categories != model.items[q].thresholds.size() + 1 || categories > 127) return false;
    }
    return true;
}

/// Probabilities of all graded models of a plan together: 32 MiB.
constexpr std::size_t most_probabilities = std::size_t{1} << 22;

void add_model(const compiled& in, compiled_scale& to, const graded_response_model& model, const std::string& path, error& problems) {
    if (!model_fits(in, to, model)) return problems.add(status::rule_conflict, path + "/score/items");
    std::size_t cells = 0;
    for (const compiled_scale& s : in.scales) cells += s.model.size();
    for (const auto& points : to.categories) cells += points.size() * static_cast<std::size_t>(model.points);
    if (cells > most_probabilities) return problems.add(status::too_large, path + "/score");
    to.model = graded_response(model);
    if (!to.model.has_prior()) problems.add(status::rule_conflict, path + "/score/quadrature");
}

compiled_scale compile_scale(const instrument& from, const form& of, const compiled& in, const scale& row) {
    compiled_scale to;
    to.id = row.id;
    to.rule = row.rule == score_rule::subset ? row.subset_of : row.rule;
    to.multiplier = row.multiplier;
    to.missing = row.missing;
    for (const std::size_t item : row.rule == score_rule::subset ? row.scored_items : row.items)
        to.items.push_back(position_in(of, item));
    to.divisor = from.items[row.items.front()].code_divisor;
    for (const std::uint16_t at : to.items) to.may_not_apply |= in.items[at].may_not_apply;
    return to;
}

void compile_samples(const instrument& from, const form& of, compiled& into, error& problems) {
    for (const std::size_t at : of.sample_scales) {
        const sample_scale& row = from.sample_scales[at];
        compiled_sample to;
        to.id = row.id;
        to.rule = row.rule;
        for (const std::size_t item : row.items) to.items.push_back(position_in(of, item));
        to.positive = row.positive;
        to.combine = row.combine;
        const auto scale = std::ranges::find(of.scales, row.scale);
        if (row.rule == sample_rule::threshold_share && scale == of.scales.end())
            problems.add(status::rule_conflict, pointer_to("sample_scales", at) + "/scale");
        to.scale = static_cast<std::uint16_t>(scale - of.scales.begin());
        if (const auto cut = exact_fraction(row.cut)) to.cut = *cut;
        else problems.add(status::score_too_large, pointer_to("sample_scales", at) + "/cut");
        to.side = row.side;
        to.inclusive = row.inclusive;
        to.tally_at = into.tally_size;
        into.tally_size += row.rule == sample_rule::percent_positive ? 2 * to.items.size() : 2;
        into.samples.push_back(std::move(to));
    }
}

}  // namespace

std::int32_t answers_needed(const missing_policy& by, std::int32_t applicable) noexcept {
    const auto up = [](std::int64_t a, std::int64_t b) { return static_cast<std::int32_t>((a + b - 1) / b); };
    std::int32_t need = applicable;
    switch (by.rule) {
        case missing_rule::none_missing: break;
        case missing_rule::minimum_answered: need = by.count; break;
        case missing_rule::minimum_share: need = up(by.share.numerator * applicable, by.share.denominator); break;
        case missing_rule::prorate_up_to_count: need = applicable - by.count; break;
        case missing_rule::prorate_up_to_share:
            need = applicable - static_cast<std::int32_t>(by.share.numerator * applicable / by.share.denominator);
            break;
    }
    return std::max(need, 1);
}

void compile_scales(const instrument& from, const form& of, compiled& into, error& problems) {
    into.scales.reserve(of.scales.size());
    for (const std::size_t at : of.scales) {
        compiled_scale made = compile_scale(from, of, into, from.scales[at]);
        const std::string path = pointer_to("scales", at);
        check_rule(into, made, path, problems);
        if (made.rule == score_rule::table && !add_table(made, from.scales[at].table)) problems.add(status::score_too_large, path + "/score/rows");
        if (made.rule == score_rule::grm_eap) {
            add_model(into, made, from.scales[at].model, path, problems);
        }
        into.scales.push_back(std::move(made));
    }
    compile_samples(from, of, into, problems);
}

}  // namespace peersupport::scoring
