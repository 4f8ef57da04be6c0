// SPDX-License-Identifier: Apache-2.0
#include "evidence/counted_form.hpp"

#include "evidence/score_range.hpp"
#include "scoring/cells.hpp"
#include "scoring/compiled.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace peersupport::evidence {
namespace {

/// Answer codes, ascending.
std::vector<std::int32_t> answer_codes(const response_scale& of) {
    std::vector<std::int32_t> codes;
    for (const answer_option& o : of.options)
        if (o.kind == option_kind::answer) codes.push_back(o.code);
    if (of.range) {
        if (static_cast<std::int64_t>(of.range->to) - of.range->from > static_cast<std::int64_t>(most_codes))
            return std::vector<std::int32_t>(most_codes + 1);
        for (std::int32_t code = of.range->from; code <= of.range->to; ++code)
            if (std::ranges::none_of(of.options, [code](const answer_option& o) { return o.code == code; }))
                codes.push_back(code);
    }
    std::ranges::sort(codes);
    return codes;
}

special_class class_of_kind(option_kind kind) noexcept {
    switch (kind) {
        case option_kind::does_not_apply: return does_not_apply_class;
        case option_kind::declined: return declined_class;
        case option_kind::blank: return blank_class;
        case option_kind::answer: break;
    }
    return invalid_class;
}

bool make_item(const response_scale& offers, const scoring::compiled_item& meant, counted_item& to) {
    const std::vector<std::int32_t> codes = answer_codes(offers);
    if (codes.size() > most_codes) return false;
    to.answers = static_cast<std::uint8_t>(codes.size());
    for (std::size_t c = 0; c < codes.size(); ++c) {
        to.codes.emplace_back(codes[c], static_cast<std::uint8_t>(c));
        to.points.push_back(meant.meaning(codes[c]).points);
    }
    for (const answer_option& o : offers.options)
        if (o.kind != option_kind::answer) to.codes.emplace_back(o.code, to.special(class_of_kind(o.kind)));
    std::ranges::sort(to.codes);
    for (std::size_t byte = 0; byte < 256; ++byte) {
        to.of_byte[byte] = to.class_of(static_cast<std::int32_t>(byte));
        to.of_signed_byte[byte] = to.class_of(static_cast<std::int8_t>(static_cast<std::uint8_t>(byte)));
    }
    return true;
}

/// The byte sums of a scale say its whole score when nothing is prorated by what applied.
bool is_dense(const scoring::compiled& by, const scoring::compiled_scale& s) noexcept {
    return s.lane >= 0 && !by.lanes.scales[static_cast<std::size_t>(s.lane)].fraction.prorated;
}

void place_dense(counted_form& to) {
    const scoring::compiled& by = to.by.internals();
    if (!by.byte_sums || !std::ranges::all_of(by.scales, [&](const auto& s) { return is_dense(by, s); })) return;
    for (const scoring::compiled_scale& s : by.scales) {
        const auto& lane = by.lanes.scales[static_cast<std::size_t>(s.lane)];
        to.dense.push_back({to.dense_counts, lane.items, lane.most_sum});
        to.dense_counts += to.dense.back().size();
    }
}

void place_points(counted_form& to) {
    const auto fits = [](std::int32_t points) { return points >= 0 && points <= byte_points::most; };
    for (const counted_item& item : to.items) {
        if (!std::ranges::all_of(item.points, fits)) {
            to.points.clear();
            return;
        }
        byte_points& table = to.points.emplace_back();
        table.points.fill(byte_points::missing);
        std::ranges::transform(item.points, table.points.begin(),
                               [](std::int32_t p) { return static_cast<std::uint8_t>(p); });
    }
}

/// One byte-wide look-up for a whole column.
bool map_bytes(const std::array<std::uint8_t, 256>& classes, const answer_column& from, std::size_t first,
               std::size_t n, std::uint8_t invalid, std::uint8_t* to) noexcept {
    const auto* at = static_cast<const std::uint8_t*>(from.data) + static_cast<std::ptrdiff_t>(first) * from.stride;
    bool bad = false;
    for (std::size_t r = 0; r < n; ++r, at += from.stride) {
        to[r] = classes[*at];
        bad |= to[r] == invalid;
    }
    return bad;
}

}  // namespace

std::uint8_t counted_item::class_of(std::int32_t code) const noexcept {
    if (code == scoring::no_answer) return special(blank_class);
    const auto at = std::ranges::lower_bound(codes, code, {}, &std::pair<std::int32_t, std::uint8_t>::first);
    return at != codes.end() && at->first == code ? at->second : special(invalid_class);
}

bool make_counted_form(const instrument& from, const form& of, counted_form& into) {
    const scoring::compiled& meant = into.by.internals();
    for (std::size_t i = 0; i < of.items.size(); ++i) {
        counted_item made;
        if (!make_item(from.response_scales[from.items[of.items[i]].response_scale], meant.items[i], made))
            return false;
        into.class_at.push_back(into.class_counts);
        into.class_counts += made.classes();
        into.items.push_back(std::move(made));
    }
    place_points(into);
    place_dense(into);
    return true;
}

tally_form header_of(const instrument& from, const form& of, const counted_form& counted) {
    tally_form to{of.id, of.perspective, {}, {}};
    for (std::size_t i = 0; i < counted.items.size(); ++i) {
        tally_item& made = to.items.emplace_back();
        made.id = from.items[of.items[i]].id;
        made.points = counted.items[i].points;
        for (const auto& [code, at] : counted.items[i].codes)
            if (at < counted.items[i].answers) made.codes.push_back(code);
    }
    for (const std::size_t s : of.scales) {
        tally_scale& made = to.scales.emplace_back();
        made.id = from.scales[s].id;
        std::tie(made.lowest, made.highest) = score_range(counted.by.internals(), to.scales.size() - 1);
        for (const std::size_t item : from.scales[s].items)
            made.items.push_back(static_cast<std::size_t>(std::ranges::find(of.items, item) - of.items.begin()));
    }
    return to;
}

bool read_classes(const counted_item& by, const answer_column& from, std::size_t first, std::size_t n,
                  std::uint8_t* to) noexcept {
    const std::uint8_t invalid = by.special(invalid_class);
    if (!from.validity && (from.type == cell_type::u8 || from.type == cell_type::bool_byte))
        return map_bytes(by.of_byte, from, first, n, invalid, to);
    if (!from.validity && from.type == cell_type::i8) return map_bytes(by.of_signed_byte, from, first, n, invalid, to);
    constexpr std::size_t most = 512;
    std::int32_t codes[most];
    bool bad = false;
    for (std::size_t done = 0; done < n; done += most) {
        const std::size_t m = std::min(most, n - done);
        scoring::read_codes(from, first + done, m, codes);
        for (std::size_t r = 0; r < m; ++r) {
            const std::int32_t code = codes[r];
            to[done + r] =
                static_cast<std::uint32_t>(code) < 256 ? by.of_byte[static_cast<std::size_t>(code)] : by.class_of(code);
            bad |= to[done + r] == invalid;
        }
    }
    return bad;
}

}  // namespace peersupport::evidence
