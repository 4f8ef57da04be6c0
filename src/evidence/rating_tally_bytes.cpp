// SPDX-License-Identifier: Apache-2.0
// A rating tally as bytes, and bytes as a rating tally only when its numbers can all be true at once.
#include "peersupport/evidence/rating_tally.hpp"

#include "evidence/byte_reader.hpp"
#include "evidence/byte_writer.hpp"
#include "evidence/rating_check.hpp"

#include <algorithm>
#include <numeric>

namespace peersupport {
namespace {

__extension__ typedef __int128 wide;

constexpr std::string_view mark_of_format = "PSRATING";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 8 + 4 + 4 + 8 + 4 + 4 + 4 + 4;
constexpr std::size_t most_blocks = static_cast<std::size_t>(rating_tally::most_ratings_of_unit) + 1;

bool any_negative(std::span<const std::int64_t> values) noexcept {
    return std::ranges::any_of(values, [](std::int64_t v) { return v < 0; });
}

wide sum_of(std::span<const std::int64_t> values) noexcept {
    return std::accumulate(values.begin(), values.end(), wide{0}, [](wide s, std::int64_t v) { return s + v; });
}

/// Every rating of a unit with m ratings stands in m − 1 pairs.
bool block_is_true(const rating_tally& of, const rating_block& b) noexcept {
    if (b.units < 1 || b.ratings < 0 || any_negative(b.counts) || any_negative(b.pairs)) return false;
    if (sum_of(b.counts) != wide{b.units} * b.ratings) return false;
    const std::size_t q = of.category_count();
    for (std::size_t c = 0; c < q; ++c) {
        wide in_pairs = b.pairs[of.place_of_pair(c, c)];
        for (std::size_t k = 0; k < q; ++k) in_pairs += b.pairs[of.place_of_pair(std::min(c, k), std::max(c, k))];
        if (in_pairs != wide{b.counts[c]} * std::max<std::int64_t>(b.ratings - 1, 0)) return false;
    }
    return true;
}

/// The tables of raters against the blocks: the same ratings, counted another way.
bool raters_are_true(const rating_tally& of) noexcept {
    const std::size_t q = of.category_count(), columns = of.design().columns;
    if (columns == 0) return true;
    const auto blocks = of.blocks();
    const auto complete = std::ranges::find(blocks, static_cast<std::int64_t>(columns), &rating_block::ratings);
    std::vector<wide> by_category(q);
    for (std::size_t j = 0; j < columns; ++j) {
        const auto counts = of.complete_counts(j);
        if (any_negative(counts) || sum_of(counts) != (complete == blocks.end() ? 0 : complete->units)) return false;
        for (std::size_t c = 0; c < q; ++c) by_category[c] += counts[c];
    }
    for (std::size_t c = 0; c < q; ++c)
        if (by_category[c] != (complete == blocks.end() ? 0 : complete->counts[c])) return false;
    if (!of.design().pairs) return true;
    std::vector<wide> pairs(q * (q + 1) / 2);
    for (std::size_t a = 0; a < columns; ++a)
        for (std::size_t b = a + 1; b < columns; ++b) {
            const auto joint = of.joint(a, b);
            if (any_negative(joint)) return false;
            for (std::size_t c = 0; c < q; ++c)
                for (std::size_t k = 0; k < q; ++k)
                    pairs[of.place_of_pair(std::min(c, k), std::max(c, k))] += joint[c * q + k];
        }
    for (const rating_block& b : blocks)
        for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] -= b.pairs[i];
    return std::ranges::all_of(pairs, [](wide rest) { return rest == 0; });
}

struct header {
    rating_design design;
    std::size_t shards = 0;
    std::size_t blocks = 0;
};

/// Bytes of everything behind the header and the categories.
std::size_t body_size(const header& h) noexcept {
    const std::size_t q = h.design.categories.size();
    const std::size_t numbers =
        h.blocks * (2 + q + q * (q + 1) / 2) + h.design.columns * q + evidence::joint_numbers(h.design);
    return 16 * h.shards + 8 * numbers;
}

result<header> read_header(evidence::byte_reader& from) {
    if (from.left() < header_size || from.take_bytes(mark_of_format.size()) != mark_of_format)
        return error(status::tally_malformed, {}, 0);
    if (from.take<std::uint32_t>() != version) return error(status::format_unsupported, {}, mark_of_format.size());
    const auto flags = from.take<std::uint32_t>();
    if (flags > 1) return error(status::tally_malformed, {}, from.offset() - 4);
    header to;
    to.design.pairs = flags == 1;
    to.design.denominator = from.take<std::int64_t>();
    const auto categories = from.take<std::uint32_t>();
    if (categories < 1 || categories > rating_tally::most_categories)
        return error(status::tally_malformed, {}, from.offset() - 4);
    to.design.columns = from.take<std::uint32_t>();
    to.shards = from.take<std::uint32_t>();
    if (to.shards > rating_tally::most_shards) return error(status::too_large, {}, from.offset() - 4);
    to.blocks = from.take<std::uint32_t>();
    if (to.blocks > most_blocks) return error(status::too_large, {}, from.offset() - 4);
    to.design.categories = from.take_all<std::int64_t>(categories);
    if (!from.ok()) return error(status::tally_malformed, {}, from.offset());
    if (const status s = evidence::check_design(to.design); s != status::ok)
        return error(s == status::too_large ? s : status::tally_malformed, {}, mark_of_format.size() + 8);
    if (from.left() != body_size(to))
        return error(status::tally_malformed, {}, from.offset() + std::min(from.left(), body_size(to)));
    return to;
}

}  // namespace

std::string rating_tally::to_bytes() const {
    evidence::byte_writer to;
    const auto put = [&](const std::vector<std::int64_t>& numbers) {
        to.put_all(std::span<const std::int64_t>(numbers));
    };
    to.put_bytes(mark_of_format);
    to.put(version);
    to.put(static_cast<std::uint32_t>(design_.pairs));
    to.put(design_.denominator);
    for (const std::size_t n : {category_count(), design_.columns, shards_.size(), blocks_.size()}) to.put_count(n);
    put(design_.categories);
    for (const shard_id& s : shards_) {
        to.put(s.high);
        to.put(s.low);
    }
    for (const rating_block& b : blocks_) {
        to.put(b.ratings);
        to.put(b.units);
        put(b.counts);
        put(b.pairs);
    }
    put(complete_);
    put(joint_);
    return to.take();
}

result<rating_tally> rating_tally::from_bytes(std::string_view bytes) {
    evidence::byte_reader from(bytes);
    auto head = read_header(from);
    if (!head) return head.problems();
    rating_tally to;
    to.design_ = std::move(head->design);
    for (std::size_t i = 0; i < head->shards; ++i) {
        const shard_id s{from.take<std::uint64_t>(), from.take<std::uint64_t>()};
        if (!to.shards_.empty() && !(to.shards_.back() < s))
            return error(status::tally_malformed, {}, from.offset() - 16);
        to.shards_.push_back(s);
    }
    const std::size_t q = to.category_count();
    const auto most = to.design_.columns > 0 ? static_cast<std::int64_t>(to.design_.columns) : most_ratings_of_unit;
    for (std::size_t i = 0; i < head->blocks; ++i) {
        const std::size_t start = from.offset();
        rating_block b{from.take<std::int64_t>(), from.take<std::int64_t>(), {}, {}};
        b.counts = from.take_all<std::int64_t>(q);
        b.pairs = from.take_all<std::int64_t>(q * (q + 1) / 2);
        const bool ascends = to.blocks_.empty() || to.blocks_.back().ratings < b.ratings;
        if (!ascends || b.ratings > most || !block_is_true(to, b)) return error(status::tally_malformed, {}, start);
        if (!to.holds(b.units, b.ratings)) return error(status::too_large, {}, start);
        to.blocks_.push_back(std::move(b));
    }
    const std::size_t start = from.offset();
    to.complete_ = from.take_all<std::int64_t>(to.design_.columns * q);
    to.joint_ = from.take_all<std::int64_t>(evidence::joint_numbers(to.design_));
    if (!raters_are_true(to)) return error(status::tally_malformed, {}, start);
    return to;
}

}  // namespace peersupport
