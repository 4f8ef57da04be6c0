// SPDX-License-Identifier: Apache-2.0
#include "evidence/key_text.hpp"

#include "text/utf8_check.hpp"

#include <cstddef>

namespace peersupport::evidence {
namespace {

constexpr std::size_t most_bytes = 256;

/// U+0000…U+001F and U+007F are one byte; U+0080…U+009F are C2 and then that byte.
bool has_control(std::string_view utf8) noexcept {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x20 || byte == 0x7F) return true;
        if (byte == 0xC2 && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) return true;
    }
    return false;
}

}  // namespace

bool is_key_text(std::string_view text) noexcept {
    return text.size() <= most_bytes && first_invalid_utf8(text) == std::string_view::npos &&
           !has_control(text);
}

}  // namespace peersupport::evidence
