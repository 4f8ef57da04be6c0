// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/text_finding.hpp"

#include <cstddef>
#include <string_view>

namespace peersupport::review {

/// Counts code points, UTF-16 units and lines up to places of one text. Where they are asked for in ascending order, the
/// text is gone through once.
class text_offsets {
public:
    explicit text_offsets(std::string_view text) noexcept : text_(text) {}
    [[nodiscard]] text_span span(std::size_t begin, std::size_t end) noexcept;

private:
    struct place {
        std::size_t byte = 0, point = 0, unit = 0, line = 1, line_point = 0;
    };
    void advance(place& from, std::size_t to) const noexcept;

    std::string_view text_;
    place at_;
};

}  // namespace peersupport::review
