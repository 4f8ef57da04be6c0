// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/shard_id.hpp"
#include "peersupport/text/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// What a rating study looks like; two tallies merge only when theirs are equal.
struct rating_design {
    std::vector<std::int64_t> categories;  ///< 1…64 values, ascending; a category's place here is its number
    std::int64_t denominator = 1;          ///< a category means categories[c] / denominator; 1…10⁹
    std::size_t columns = 0;               ///< raters, 0…64; 0: how many ratings, but not whose, is known of a unit
    bool pairs = true;                     ///< keep the joint table of every two raters (Cohen's kappa, Kendall's W)
    friend bool operator==(const rating_design&, const rating_design&) = default;
};

/// Ratings as bytes, row by row or column by column. Places are category numbers, `missing` or `outside`.
struct rating_bytes {
    static constexpr std::uint8_t missing = 255;
    static constexpr std::uint8_t outside = 254;

    const std::uint8_t* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::ptrdiff_t row_stride = 0;             ///< bytes between two units
    std::ptrdiff_t column_stride = 0;          ///< bytes between two raters
    std::span<const std::uint8_t, 256> place;  ///< the place of each byte value
};

/// Which byte values occur in a matrix of bytes; strides in bytes.
[[nodiscard]] std::array<bool, 256> bytes_in(const std::uint8_t* data, std::size_t rows, std::size_t columns,
                                             std::ptrdiff_t row_stride, std::ptrdiff_t column_stride) noexcept;

/// Everything about the units with the same number of ratings m.
struct rating_block {
    std::int64_t ratings = 0;          ///< m
    std::int64_t units = 0;            ///< units with m ratings
    std::vector<std::int64_t> counts;  ///< ratings in each category
    std::vector<std::int64_t> pairs;   ///< unordered pairs within units by their two categories: place_of_pair(c, k)
    friend bool operator==(const rating_block&, const rating_block&) = default;
};

/// What a rating study comes down to: whole numbers that add up. Rows are units, columns are raters.
///
/// All agreement statistics are computed from it. Its size depends on categories and raters, not on units. Merging is
/// associative and commutative, and the empty tally of the same design is its identity. All ratings of one unit must
/// stand in one shard. It is personal information, as the ratings are: with few units it gives them away.
class rating_tally {
public:
    static constexpr std::size_t most_categories = 64;
    static constexpr std::size_t most_columns = 64;
    static constexpr std::int64_t most_ratings_of_unit = 4096;
    static constexpr std::size_t most_joint_numbers = std::size_t{1} << 20;
    static constexpr std::size_t most_shards = std::size_t{1} << 20;
    static constexpr std::int64_t largest_category = std::int64_t{1} << 31;

    /// An empty tally. Errors: invalid_argument (categories, columns or denominator out of range), too_large (the joint
    /// tables would pass `most_joint_numbers`).
    [[nodiscard]] static result<rating_tally> make(rating_design design);

    /// Adds units. Errors, with nothing added: shape_mismatch, invalid_code (a byte whose place is `outside` or no
    /// category), too_large (a count could pass 2^62).
    [[nodiscard]] status add(const rating_bytes& ratings);
    /// Adds units of which only the number of ratings in each category is known: rows × categories, row by row; only
    /// where the design has no columns. Errors: invalid_argument, shape_mismatch, field_value (a negative count),
    /// too_large.
    [[nodiscard]] status add_counts(std::span<const std::int64_t> counts);
    /// Says that these numbers are those of one shard, so that a second copy is refused. Errors: shard_repeated,
    /// too_large.
    [[nodiscard]] status mark(shard_id shard);
    /// Adds another tally. Errors, with nothing added: tally_other (another design), shard_repeated (a shard both
    /// hold), too_large.
    [[nodiscard]] status merge(const rating_tally& other);

    [[nodiscard]] const rating_design& design() const noexcept { return design_; }
    [[nodiscard]] std::size_t category_count() const noexcept { return design_.categories.size(); }
    [[nodiscard]] std::span<const rating_block> blocks() const noexcept { return blocks_; }  ///< ascending by m
    [[nodiscard]] std::span<const shard_id> shards() const noexcept { return shards_; }      ///< ascending
    [[nodiscard]] std::int64_t units() const noexcept;
    /// Of the units rated by all: how often rater `column` used each category.
    [[nodiscard]] std::span<const std::int64_t> complete_counts(std::size_t column) const noexcept;
    /// The joint table of raters a < b, row by row by a's category; empty without `pairs`.
    [[nodiscard]] std::span<const std::int64_t> joint(std::size_t a, std::size_t b) const noexcept;
    /// The place of an unordered pair of categories c ≤ k in rating_block::pairs.
    [[nodiscard]] std::size_t place_of_pair(std::size_t c, std::size_t k) const noexcept {
        return c * category_count() - c * (c + 1) / 2 + k;
    }

    /// Versioned bytes, little endian, beginning with "PSRATING". Equal tallies give equal bytes.
    [[nodiscard]] std::string to_bytes() const;
    /// Errors with their byte offset: tally_malformed (no such bytes, cut, longer, or numbers that contradict each
    /// other), format_unsupported (another version), too_large.
    [[nodiscard]] static result<rating_tally> from_bytes(std::string_view bytes);

    friend bool operator==(const rating_tally&, const rating_tally&) = default;

private:
    class counter;
    rating_tally() = default;
    rating_block& block_of(std::int64_t ratings);
    void add_each(const rating_bytes& ratings);
    [[nodiscard]] bool all_known(const rating_bytes& ratings) const noexcept;
    [[nodiscard]] bool add_patterns(const rating_bytes& ratings, std::size_t patterns);
    [[nodiscard]] bool holds(std::int64_t units, std::int64_t ratings) const noexcept;
    [[nodiscard]] std::size_t joint_at(std::size_t a, std::size_t b) const noexcept;

    rating_design design_;
    std::vector<rating_block> blocks_;
    std::vector<std::int64_t> complete_;  // columns × categories
    std::vector<std::int64_t> joint_;     // pairs of columns (0,1) (0,2) … × categories × categories
    std::vector<shard_id> shards_;
};

}  // namespace peersupport
