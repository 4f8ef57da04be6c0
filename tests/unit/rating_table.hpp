// SPDX-License-Identifier: Apache-2.0
// Rating tables written as text: rows by '/', cells by blanks, '*' for a gap; and numbers as they were printed.
#pragma once

#include "peersupport/evidence/intraclass_sums.hpp"
#include "peersupport/evidence/rating_tally.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::testing {

/// Whole numbers, row by row; rating_values::missing for a gap.
struct rating_table {
    std::vector<std::int64_t> cells;
    std::size_t rows = 0;
    std::size_t columns = 0;

    rating_table() = default;
    explicit rating_table(const std::string& text) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line, '/');) {
            std::istringstream row(line);
            const std::size_t before = cells.size();
            for (std::string cell; row >> cell;)
                cells.push_back(cell == "*" ? rating_values::missing : std::stoll(cell));
            columns = cells.size() - before;
            ++rows;
        }
    }
    [[nodiscard]] rating_table turned() const {
        rating_table to;
        to.rows = columns;
        to.columns = rows;
        for (std::size_t j = 0; j < columns; ++j)
            for (std::size_t i = 0; i < rows; ++i) to.cells.push_back(cells[i * columns + j]);
        return to;
    }
    [[nodiscard]] rating_values values() const {
        return {cells.data(), rows, columns, static_cast<std::ptrdiff_t>(columns), 1};
    }
    [[nodiscard]] std::vector<std::int64_t> categories() const {
        std::set<std::int64_t> seen(cells.begin(), cells.end());
        seen.erase(rating_values::missing);
        return {seen.begin(), seen.end()};
    }
    [[nodiscard]] std::vector<std::int64_t> column(std::size_t j) const {
        std::vector<std::int64_t> to;
        for (std::size_t i = 0; i < rows; ++i) to.push_back(cells[i * columns + j]);
        return to;
    }
};

/// Adds rows of a table whose numbers are 0…200.
inline status add(rating_tally& to, const rating_table& t) {
    std::array<std::uint8_t, 256> place;
    place.fill(rating_bytes::outside);
    place[255] = rating_bytes::missing;
    const auto& categories = to.design().categories;
    for (std::size_t c = 0; c < categories.size(); ++c)
        place[static_cast<std::size_t>(categories[c])] = static_cast<std::uint8_t>(c);
    std::vector<std::uint8_t> bytes;
    for (const std::int64_t v : t.cells)
        bytes.push_back(v == rating_values::missing ? 255 : static_cast<std::uint8_t>(v));
    return to.add({bytes.data(), t.rows, t.columns, static_cast<std::ptrdiff_t>(t.columns), 1, place});
}

/// A tally of a table; its categories are those that occur, unless they are given.
inline rating_tally tally_of(const rating_table& t, std::vector<std::int64_t> categories = {}, bool pairs = true) {
    auto to = rating_tally::make({categories.empty() ? t.categories() : categories, 1, t.columns, pairs});
    EXPECT_TRUE(to);
    EXPECT_EQ(add(to.value(), t), status::ok);
    return to.value();
}

inline rating_tally tally_of_counts(const rating_table& t) {
    std::vector<std::int64_t> categories(t.columns);
    for (std::size_t c = 0; c < t.columns; ++c) categories[c] = static_cast<std::int64_t>(c);
    auto to = rating_tally::make({categories, 1, 0, false});
    EXPECT_EQ(to->add_counts(t.cells), status::ok);
    return to.value();
}

inline intraclass_sums sums_of(const rating_table& t) {
    intraclass_sums to(t.columns);
    EXPECT_EQ(to.add(t.values()), status::ok);
    return to;
}

/// Equal to half a unit of the last digit printed.
inline void expect_printed(double value, std::string_view printed) {
    const std::size_t dot = printed.find('.');
    const std::size_t places = dot == std::string_view::npos ? 0 : printed.size() - dot - 1;
    const double unit = std::pow(10.0, -static_cast<double>(places));
    double number = 0;
    ASSERT_EQ(std::from_chars(printed.data(), printed.data() + printed.size(), number).ec, std::errc());
    EXPECT_LE(std::fabs(value - number), 0.5 * unit * (1 + 1e-9)) << printed << " but " << value;
}

}  // namespace peersupport::testing
