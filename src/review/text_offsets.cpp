// SPDX-License-Identifier: Apache-2.0
#include "review/text_offsets.hpp"

#include <cstdint>
#include <cstring>

namespace peersupport::review {

namespace {

/// Whether the eight characters from here on are one byte each and end no line.
bool are_plain(const char* from) noexcept {
    std::uint64_t eight;
    std::memcpy(&eight, from, 8);
    const std::uint64_t line = eight ^ 0x0A0A0A0A0A0A0A0AULL;
    return ((eight | ((line - 0x0101010101010101ULL) & ~line)) & 0x8080808080808080ULL) == 0;
}

}  // namespace

void text_offsets::advance(place& from, std::size_t to) const noexcept {
    while (from.byte < to) {
        if (to - from.byte >= 8 && are_plain(text_.data() + from.byte)) {
            from.byte += 8;
            from.point += 8;
            from.unit += 8;
            continue;
        }
        const auto byte = static_cast<unsigned char>(text_[from.byte]);
        const bool begins = (byte & 0xC0U) != 0x80U;
        from.point += begins;
        from.unit += std::size_t{begins} + std::size_t{byte >= 0xF0U};
        ++from.byte;
        if (byte == '\n') {
            ++from.line;
            from.line_point = from.point;
        }
    }
}

text_span text_offsets::span(std::size_t begin, std::size_t end) noexcept {
    if (begin < at_.byte) at_ = {};
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
