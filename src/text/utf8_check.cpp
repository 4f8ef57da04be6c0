// SPDX-License-Identifier: Apache-2.0
#include "text/utf8_check.hpp"

namespace peersupport {

namespace {

/// How a sequence goes on after its first byte: the length, and the range of the second byte.
struct lead_byte {
    std::size_t length;
    unsigned char low;
    unsigned char high;
};

lead_byte lead_of(unsigned char c) noexcept {
    if (c < 0x80) return {1, 0, 0};
    if (c < 0xC2) return {0, 0, 0};
    if (c < 0xE0) return {2, 0x80, 0xBF};
    if (c == 0xE0) return {3, 0xA0, 0xBF};
    if (c == 0xED) return {3, 0x80, 0x9F};
    if (c < 0xF0) return {3, 0x80, 0xBF};
    if (c == 0xF0) return {4, 0x90, 0xBF};
    if (c < 0xF4) return {4, 0x80, 0xBF};
    if (c == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        const lead_byte lead = lead_of(byte(at));
        if (lead.length == 0 || lead.length > text.size() - at) return at;
        if (lead.length > 1 && (byte(at + 1) < lead.low || byte(at + 1) > lead.high)) return at;
        for (std::size_t i = 2; i < lead.length; ++i)
            if ((byte(at + i) & 0xC0) != 0x80) return at;
        at += lead.length;
    }
    return std::string_view::npos;
}

}  // namespace peersupport
