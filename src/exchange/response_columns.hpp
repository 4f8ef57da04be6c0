// SPDX-License-Identifier: Apache-2.0
// The member "answers" of a request: one row a response, one array a column.
#pragma once

#include "exchange/field_reader.hpp"
#include "peersupport/evidence/collection.hpp"
#include "peersupport/instrument/instrument.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// One item's codes; a blank is a row whose bit is not set.
struct item_column {
    json_value at;
    std::vector<std::int32_t> codes;
    std::vector<std::uint8_t> given;  ///< Arrow bitmap
};

/// What is read of a table of answers. Texts live as long as the document. Ids are hashed and not kept.
struct response_columns {
    std::size_t rows = 0;
    std::vector<std::string_view> unit;
    std::vector<std::string_view> wave;  ///< empty: no such column, as in all that follow
    std::vector<std::string_view> language;
    std::vector<std::string_view> stratum;
    std::vector<perspective_kind> perspective;
    std::vector<std::int32_t> day;
    std::vector<std::uint64_t> person;
    std::vector<std::uint64_t> worker;
    std::map<std::string_view, item_column> items;
    std::vector<const form*> forms;  ///< of the tally
    bool every_form = true;          ///< nobody chose them
    std::vector<const form*> whole;  ///< whose columns are all there: those that are counted
    bool waves_by_day = false;       ///< a row without a wave then belongs to no round
};

/// Reads the columns. With waves of a collection and a column of days, the day decides, and a column of waves is not
/// used. Problems: also shape_mismatch, column_missing, form_unknown (a perspective none of whose forms is there).
[[nodiscard]] response_columns read_responses(problem_list& problems, json_value from, const instrument& of,
                                              const std::optional<collection>& how);
/// Where the answer of a row stands.
[[nodiscard]] json_value place_of(const item_column& column, std::size_t row);

}  // namespace peersupport::exchange
