// SPDX-License-Identifier: Apache-2.0
// A form made ready for counting: every code of an item is a class, a small number that says where it is counted.
#pragma once

#include "peersupport/evidence/gram.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/scoring/answers.hpp"
#include "peersupport/scoring/plan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace peersupport::evidence {

/// Answer codes of one item at most: with the four classes below they fit in a byte.
inline constexpr std::size_t most_codes = 240;

/// Classes of an item with K answer codes: 0 … K−1 those codes, ascending, then these from K on.
enum special_class : std::uint8_t { does_not_apply_class, declined_class, blank_class, invalid_class };
inline constexpr std::size_t special_classes = 4;

/// One item's codes as classes.
struct counted_item {
    std::uint8_t answers = 0;                        ///< K
    std::array<std::uint8_t, 256> of_byte{};         ///< class of an unsigned byte
    std::array<std::uint8_t, 256> of_signed_byte{};  ///< class of the same bits as a signed one
    std::vector<std::pair<std::int32_t, std::uint8_t>>
        codes;                         ///< every code that has a class other than invalid, ascending
    std::vector<std::int32_t> points;  ///< of each answer class

    [[nodiscard]] std::uint8_t special(special_class c) const noexcept {
        return static_cast<std::uint8_t>(answers + c);
    }
    [[nodiscard]] std::size_t classes() const noexcept { return answers + special_classes; }
    [[nodiscard]] std::uint8_t class_of(std::int32_t code) const noexcept;
};

/// Where a scale's scores are counted as (answers, sum of points) until they become bins.
struct dense_scale {
    std::size_t at = 0;  ///< first place in a group's dense counts
    std::int32_t items = 0;
    std::int32_t most_sum = 0;
    [[nodiscard]] std::size_t size() const noexcept {
        return (static_cast<std::size_t>(items) + 1) * (static_cast<std::size_t>(most_sum) + 1);
    }
    [[nodiscard]] std::size_t place(std::size_t answered, std::size_t sum) const noexcept {
        return at + answered * (static_cast<std::size_t>(most_sum) + 1) + sum;
    }
};

struct counted_form {
    explicit counted_form(plan p) : by(std::move(p)) {}

    plan by;
    std::vector<counted_item> items;
    std::vector<std::size_t> class_at;  ///< first place of each item's classes in a group's counts
    std::size_t class_counts = 0;       ///< places in all
    std::vector<dense_scale> dense;     ///< one a scale; empty: scores are counted one by one
    std::size_t dense_counts = 0;
    std::vector<byte_points> points;  ///< of each item's classes; empty where points do not fit in such a table
};

/// The form of an instrument; the plan is of the same form. False: an item has more than most_codes.
[[nodiscard]] bool make_counted_form(const instrument& from, const form& of, counted_form& into);
/// Its part of a header.
[[nodiscard]] tally_form header_of(const instrument& from, const form& of, const counted_form& counted);

/// Classes of the rows first … first+n−1. True when one of them is invalid.
bool read_classes(const counted_item& by, const answer_column& from, std::size_t first, std::size_t n,
                  std::uint8_t* to) noexcept;

}  // namespace peersupport::evidence
