// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/field_reader.hpp"
#include "exchange/id_table.hpp"
#include "peersupport/instrument/instrument.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::exchange {

/// What an instrument may hold. They keep every check that crosses two lists in bounded time.
struct instrument_limits {
    static constexpr std::size_t sources = 500;
    static constexpr std::size_t facets = 500;
    static constexpr std::size_t response_scales = 500;
    static constexpr std::size_t options = 200;
    static constexpr std::size_t items = 2'000;
    static constexpr std::size_t scales = 500;  ///< and sample scales
    static constexpr std::size_t table_rows = 10'000;
    static constexpr std::size_t forms = 100;
    static constexpr std::int64_t code = 1'000'000;      ///< also points, divisors, ratios
    static constexpr std::int64_t weight = 1'000;
    static constexpr std::int64_t quadrature_points = 1'001;
    static constexpr std::int64_t recall_days = 3'660;
    static constexpr std::int64_t contacts = 10'000;
    static constexpr std::int64_t sum = std::int64_t{1} << 53;
};

/// An instrument while it is read: the value so far, the ids its lists hold and what is wrong with it.
struct instrument_draft {
    explicit instrument_draft(problem_list& to) noexcept : problems(to) {}

    problem_list& problems;
    instrument value;
    bool incomplete = false;
    id_table facets;
    id_table response_scales;
    id_table items;
    id_table scales;
    id_table sample_scales;
    std::vector<std::vector<std::int32_t>> answer_codes;  ///< of a response scale's options, ascending
    std::vector<std::uint8_t> has_response_scale;         ///< of each item: whether its reference was found

    /// Lists an incomplete instrument may leave out or shorten.
    [[nodiscard]] presence needed() const noexcept { return incomplete ? presence::optional : presence::required; }
    [[nodiscard]] std::size_t least() const noexcept { return incomplete ? 0 : 1; }

    [[nodiscard]] bool is_answer(std::size_t response_scale, std::int32_t code) const noexcept;
    [[nodiscard]] std::size_t answer_count(std::size_t response_scale) const noexcept;
};

// Each reads one list of the file into the draft, in this order: a list refers to those before it.
void read_facets(instrument_draft& draft, field_reader& top);
void read_response_scales(instrument_draft& draft, field_reader& top);
void read_items(instrument_draft& draft, field_reader& top);
void read_scales(instrument_draft& draft, field_reader& top);
void read_sample_scales(instrument_draft& draft, field_reader& top);
void read_forms(instrument_draft& draft, field_reader& top);

}  // namespace peersupport::exchange
