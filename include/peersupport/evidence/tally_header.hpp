// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// Who counts as one: distinct people (the latest response of each in a wave of a unit), or every response.
enum class counted_by : std::uint8_t { person, response };

/// "person" or "response".
[[nodiscard]] std::string_view id_of(counted_by) noexcept;

/// One item of a form as it is counted.
struct tally_item {
    std::string id;
    std::vector<std::int32_t> codes;   ///< its answers, ascending: the order of item_counts::answers
    std::vector<std::int32_t> points;  ///< what each code is worth, reversed where the item is
    friend bool operator==(const tally_item&, const tally_item&) = default;
};

struct tally_scale {
    std::string id;
    std::vector<std::size_t> items;  ///< places in tally_form::items
    ratio lowest;                    ///< no score of the scale is below it,
    ratio highest;                   ///< none above
    friend bool operator==(const tally_scale&, const tally_scale&) = default;
};

struct tally_form {
    std::string id;
    perspective_kind perspective = perspective_kind::person;
    std::vector<tally_item> items;    ///< in form order
    std::vector<tally_scale> scales;  ///< in form order
    friend bool operator==(const tally_form&, const tally_form&) = default;
};

/// What a tally is a tally of. Tallies add up only when all of this is equal.
struct tally_header {
    std::string instrument_id;
    std::string instrument_version;
    std::string instrument_digest;  ///< instrument_digest() of the instrument, its rules included
    std::string definition_version;
    std::string definition_digest;
    peersupport::counted_by counted_by = peersupport::counted_by::person;
    bool with_gram = true;          ///< cells hold cross-products of points
    std::vector<tally_form> forms;  ///< ascending by id
    friend bool operator==(const tally_header&, const tally_header&) = default;
};

/// The form with this id, or nullptr.
[[nodiscard]] const tally_form* find_form(const tally_header& in, std::string_view id) noexcept;

}  // namespace peersupport
