// SPDX-License-Identifier: Apache-2.0
#include "review/text_offsets.hpp"

namespace peersupport::review {

void text_offsets::advance(place& from, std::size_t to) const noexcept {
    for (; from.byte < to; ++from.byte) {
        const auto byte = static_cast<unsigned char>(text_[from.byte]);
        const bool begins = (byte & 0xC0U) != 0x80U;
        from.point += begins;
        from.unit += std::size_t{begins} + std::size_t{byte >= 0xF0U};
        if (byte == '\n') {
            ++from.line;
            from.line_point = from.point;
        }
    }
}

text_span text_offsets::span(std::size_t begin, std::size_t end) noexcept {
    advance(at_, begin);
    text_span made{begin, end, at_.point, 0, at_.unit, 0, at_.line, at_.point - at_.line_point + 1, 0, 0};
    place last = at_;
    advance(last, end);
    made.end = last.point;
    made.utf16_end = last.unit;
    made.end_line = last.line;
    made.end_column = last.point - last.line_point + 1;
    return made;
}

}  // namespace peersupport::review
