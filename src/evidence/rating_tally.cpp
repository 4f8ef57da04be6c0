// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/rating_tally.hpp"

#include "evidence/rating_check.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace peersupport {
namespace {

constexpr std::int64_t most_count = std::int64_t{1} << 62;
constexpr std::size_t most_patterns = 4096;

void add_to(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

constexpr std::uint32_t not_a_pattern = std::uint32_t{1} << 24;  // 64 of them, and a pattern, stay below 2^32

/// Counts rows by their numbers: the sum of what their bytes stand for. Columns is their count, or 0 for any.
template <std::size_t Columns>
bool count_patterns(const rating_bytes& r, const std::array<std::uint32_t, 256>* part, std::int64_t* times) noexcept {
    const std::size_t columns = Columns == 0 ? r.columns : Columns, rows = r.rows;
    const std::ptrdiff_t row_stride = r.row_stride, column_stride = r.column_stride;
    const std::uint8_t* at = r.data;
    for (std::size_t row = 0; row < rows; ++row, at += row_stride) {
        std::uint32_t number = 0;
        for (std::size_t j = 0; j < columns; ++j) number += part[j][at[static_cast<std::ptrdiff_t>(j) * column_stride]];
        if (number >= not_a_pattern) return false;
        ++times[number];
    }
    return true;
}

}  // namespace

status evidence::check_design(const rating_design& d) noexcept {
    if (d.categories.empty() || d.categories.size() > rating_tally::most_categories) return status::invalid_argument;
    if (d.columns > rating_tally::most_columns || (d.columns == 0 && d.pairs)) return status::invalid_argument;
    if (d.denominator < 1 || d.denominator > 1'000'000'000) return status::invalid_argument;
    for (std::size_t c = 0; c < d.categories.size(); ++c) {
        const std::int64_t value = d.categories[c];
        if (value < -rating_tally::largest_category || value > rating_tally::largest_category)
            return status::invalid_argument;
        if (c > 0 && d.categories[c - 1] >= value) return status::invalid_argument;
    }
    return joint_numbers(d) > rating_tally::most_joint_numbers ? status::too_large : status::ok;
}

result<rating_tally> rating_tally::make(rating_design design) {
    if (design.columns == 0) design.pairs = false;  // nobody to pair
    if (const status s = evidence::check_design(design); s != status::ok) return error(s);
    rating_tally to;
    to.complete_.resize(design.columns * design.categories.size());
    to.joint_.resize(evidence::joint_numbers(design));
    to.design_ = std::move(design);
    return to;
}

std::int64_t rating_tally::units() const noexcept {
    std::int64_t to = 0;
    for (const rating_block& b : blocks_) to += b.units;
    return to;
}

std::span<const std::int64_t> rating_tally::complete_counts(std::size_t column) const noexcept {
    return std::span(complete_).subspan(column * category_count(), category_count());
}

std::size_t rating_tally::joint_at(std::size_t a, std::size_t b) const noexcept {
    return (a * design_.columns - a * (a + 1) / 2 + (b - a - 1)) * category_count() * category_count();
}

std::span<const std::int64_t> rating_tally::joint(std::size_t a, std::size_t b) const noexcept {
    if (joint_.empty()) return {};
    return std::span(joint_).subspan(joint_at(a, b), category_count() * category_count());
}

/// Whether so many more units with at most so many ratings leave every count below 2^62: none is larger than the sum of
/// the squares of the units' ratings.
bool rating_tally::holds(std::int64_t units, std::int64_t ratings) const noexcept {
    std::int64_t room = most_count;
    const auto take = [&](std::int64_t count, std::int64_t m) {
        const std::int64_t each = std::max<std::int64_t>(m * m, 1);
        if (count < 0 || count > room / each) return false;
        room -= count * each;
        return true;
    };
    return std::ranges::all_of(blocks_, [&](const rating_block& b) { return take(b.units, b.ratings); }) &&
           take(units, ratings);
}

rating_block& rating_tally::block_of(std::int64_t ratings) {
    const auto at = std::ranges::lower_bound(blocks_, ratings, {}, &rating_block::ratings);
    if (at != blocks_.end() && at->ratings == ratings) return *at;
    const std::size_t q = category_count();
    return *blocks_.insert(at, {ratings, 0, std::vector<std::int64_t>(q), std::vector<std::int64_t>(q * (q + 1) / 2)});
}

/// Counts of units that are being added, by their number of ratings; joint tables and counts of raters go to the tally.
class rating_tally::counter {
public:
    explicit counter(rating_tally& to)
        : to_(to), q_(to.category_count()), columns_(to.design_.columns), blocks_(columns_ + 1), place_(q_ * q_) {
        for (std::size_t c = 0; c < q_; ++c)
            for (std::size_t k = 0; k < q_; ++k)
                place_[c * q_ + k] = static_cast<std::uint16_t>(to.place_of_pair(std::min(c, k), std::max(c, k)));
    }

    /// `times` units with these places, one a rater.
    void add(const std::uint8_t* places, std::int64_t times) {
        std::array<std::uint8_t, most_columns> who;
        std::size_t m = 0;
        for (std::size_t j = 0; j < columns_; ++j) {
            who[m] = static_cast<std::uint8_t>(j);
            m += places[j] != rating_bytes::missing;
        }
        rating_block& block = opened(m);
        block.units += times;
        std::int64_t *const counts = block.counts.data(), *const pairs = block.pairs.data();
        for (std::size_t a = 0; a < m; ++a) {
            const std::size_t c = places[who[a]];
            const std::uint16_t* const place = place_.data() + c * q_;
            counts[c] += times;
            for (std::size_t b = a + 1; b < m; ++b) pairs[place[places[who[b]]]] += times;
        }
        if (m == columns_)
            for (std::size_t j = 0; j < m; ++j) to_.complete_[j * q_ + places[j]] += times;
        if (to_.design_.pairs) add_joint(places, std::span(who).first(m), times);
    }

    /// The same of units that everybody rated, where no joint tables are kept: most units of most studies.
    template <std::size_t Columns>
    void add_complete(const std::uint8_t* places, std::int64_t times) {
        rating_block& block = opened(Columns);
        block.units += times;
        std::int64_t *const counts = block.counts.data(), *const pairs = block.pairs.data();
        for (std::size_t a = 0; a < Columns; ++a) {
            counts[places[a]] += times;
            to_.complete_[a * q_ + places[a]] += times;
            for (std::size_t b = a + 1; b < Columns; ++b) pairs[place_[places[a] * q_ + places[b]]] += times;
        }
    }

    void finish() {
        for (std::size_t m = 0; m <= columns_; ++m) {
            if (blocks_[m].units == 0) continue;
            rating_block& block = to_.block_of(static_cast<std::int64_t>(m));
            block.units += blocks_[m].units;
            add_to(block.counts, blocks_[m].counts);
            add_to(block.pairs, blocks_[m].pairs);
        }
    }

private:
    /// The block of units with so many ratings, with room for its counts.
    rating_block& opened(std::size_t ratings) {
        rating_block& block = blocks_[ratings];
        if (block.counts.empty()) {
            block.counts.resize(q_);
            block.pairs.resize(q_ * (q_ + 1) / 2);
        }
        return block;
    }

    void add_joint(const std::uint8_t* places, std::span<const std::uint8_t> who, std::int64_t times) noexcept {
        for (std::size_t a = 0; a < who.size(); ++a)
            for (std::size_t b = a + 1; b < who.size(); ++b)
                to_.joint_[to_.joint_at(who[a], who[b]) + places[who[a]] * q_ + places[who[b]]] += times;
    }

    rating_tally& to_;
    std::size_t q_, columns_;
    std::vector<rating_block> blocks_;
    std::vector<std::uint16_t> place_;
};

void rating_tally::add_each(const rating_bytes& r) {
    counter to(*this);
    std::array<std::uint8_t, most_columns> places;
    for (std::size_t row = 0; row < r.rows; ++row) {
        const std::uint8_t* at = r.data + static_cast<std::ptrdiff_t>(row) * r.row_stride;
        for (std::size_t j = 0; j < r.columns; ++j)
            places[j] = r.place[at[static_cast<std::ptrdiff_t>(j) * r.column_stride]];
        to.add(places.data(), 1);
    }
    to.finish();
}

/// Few raters and categories: counts how often each whole row occurs, then adds every kind of row once. False, with
/// nothing added, when a byte is no category.
bool rating_tally::add_patterns(const rating_bytes& r, std::size_t patterns) {
    const std::size_t q = category_count(), digits = q + 1;
    std::vector<std::int64_t> times(patterns);
    std::vector<std::array<std::uint32_t, 256>> part(r.columns);  // what a byte of a column adds to the row's number
    std::uint32_t power = 1;
    for (std::size_t j = r.columns; j-- > 0; power *= static_cast<std::uint32_t>(digits))
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint8_t place = r.place[byte];
            const auto digit = static_cast<std::uint32_t>(place == rating_bytes::missing ? q : place);
            part[j][byte] = place >= q && place != rating_bytes::missing ? not_a_pattern : power * digit;
        }
    const auto count = r.columns == 2   ? count_patterns<2>
                       : r.columns == 3 ? count_patterns<3>
                       : r.columns == 4 ? count_patterns<4>
                                        : count_patterns<0>;
    if (!count(r, part.data(), times.data())) return false;
    counter to(*this);
    const auto add_complete = r.columns == 2   ? &counter::add_complete<2>
                              : r.columns == 3 ? &counter::add_complete<3>
                              : r.columns == 4 ? &counter::add_complete<4>
                                               : nullptr;
    std::array<std::uint8_t, most_columns> places{};
    for (std::size_t number = 0; number < patterns; ++number) {
        if (times[number] == 0) continue;
        auto rest = static_cast<std::uint32_t>(number);
        bool complete = add_complete != nullptr && !design_.pairs;
        for (std::size_t j = r.columns; j-- > 0; rest /= static_cast<std::uint32_t>(digits)) {
            const std::uint32_t digit = rest % static_cast<std::uint32_t>(digits);
            complete = complete && digit != q;
            places[j] = digit == q ? rating_bytes::missing : static_cast<std::uint8_t>(digit);
        }
        if (complete) (to.*add_complete)(places.data(), times[number]);
        else to.add(places.data(), times[number]);
    }
    to.finish();
    return true;
}

/// Whether every byte is missing or a category.
bool rating_tally::all_known(const rating_bytes& r) const noexcept {
    for (std::size_t row = 0; row < r.rows; ++row) {
        const std::uint8_t* at = r.data + static_cast<std::ptrdiff_t>(row) * r.row_stride;
        for (std::size_t j = 0; j < r.columns; ++j) {
            const std::uint8_t place = r.place[at[static_cast<std::ptrdiff_t>(j) * r.column_stride]];
            if (place != rating_bytes::missing && place >= category_count()) return false;
        }
    }
    return true;
}

status rating_tally::add(const rating_bytes& r) {
    if (r.columns != design_.columns || r.columns == 0) return status::shape_mismatch;
    if (r.rows == 0) return status::ok;
    if (r.data == nullptr) return status::invalid_argument;
    if (r.rows > static_cast<std::size_t>(most_count) ||
        !holds(static_cast<std::int64_t>(r.rows), static_cast<std::int64_t>(r.columns)))
        return status::too_large;
    std::size_t patterns = 1;
    for (std::size_t j = 0; j < r.columns && patterns <= most_patterns; ++j) patterns *= category_count() + 1;
    if (patterns <= most_patterns && patterns / 4 <= r.rows)
        return add_patterns(r, patterns) ? status::ok : status::invalid_code;
    if (!all_known(r)) return status::invalid_code;
    add_each(r);
    return status::ok;
}

status rating_tally::add_counts(std::span<const std::int64_t> counts) {
    const std::size_t q = category_count();
    if (design_.columns != 0) return status::invalid_argument;
    if (counts.size() % q != 0) return status::shape_mismatch;
    std::int64_t most = 0;
    for (std::size_t at = 0; at < counts.size(); at += q) {
        std::int64_t ratings = 0;
        for (const std::int64_t n : counts.subspan(at, q)) {
            if (n < 0) return status::field_value;
            if (n > most_ratings_of_unit || (ratings += n) > most_ratings_of_unit) return status::too_large;
        }
        most = std::max(most, ratings);
    }
    if (!holds(static_cast<std::int64_t>(counts.size() / q), most)) return status::too_large;
    for (std::size_t at = 0; at < counts.size(); at += q) {
        const auto unit = counts.subspan(at, q);
        std::int64_t ratings = 0;
        for (const std::int64_t n : unit) ratings += n;
        rating_block& block = block_of(ratings);
        ++block.units;
        for (std::size_t c = 0; c < q; ++c) {
            block.counts[c] += unit[c];
            block.pairs[place_of_pair(c, c)] += unit[c] * (unit[c] - 1) / 2;
            for (std::size_t k = c + 1; k < q; ++k) block.pairs[place_of_pair(c, k)] += unit[c] * unit[k];
        }
    }
    return status::ok;
}

status rating_tally::mark(shard_id shard) {
    const auto at = std::ranges::lower_bound(shards_, shard);
    if (at != shards_.end() && *at == shard) return status::shard_repeated;
    if (shards_.size() == most_shards) return status::too_large;
    shards_.insert(at, shard);
    return status::ok;
}

status rating_tally::merge(const rating_tally& other) {
    if (design_ != other.design_) return status::tally_other;
    std::vector<shard_id> both;
    std::ranges::set_union(shards_, other.shards_, std::back_inserter(both));
    if (both.size() != shards_.size() + other.shards_.size()) return status::shard_repeated;
    if (both.size() > most_shards) return status::too_large;
    std::int64_t squares = 0;  // below 2^62, as in every tally
    for (const rating_block& b : other.blocks_) squares += b.units * std::max<std::int64_t>(b.ratings * b.ratings, 1);
    if (!holds(squares, 1)) return status::too_large;
    const std::vector<rating_block> theirs =
        other.blocks_;  // a copy: `other` may be this tally, when it holds no shard
    for (const rating_block& from : theirs) {
        rating_block& to = block_of(from.ratings);
        to.units += from.units;
        add_to(to.counts, from.counts);
        add_to(to.pairs, from.pairs);
    }
    add_to(complete_, other.complete_);
    add_to(joint_, other.joint_);
    shards_ = std::move(both);
    return status::ok;
}

}  // namespace peersupport
