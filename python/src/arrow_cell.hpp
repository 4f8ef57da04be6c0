// SPDX-License-Identifier: Apache-2.0
// One cell of an Arrow array, as its format lays it out. `at` counts from the start of the buffers.
#pragma once

#include "peersupport/exchange/arrow.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace peersupport::python {

template <class T>
[[nodiscard]] T arrow_number(const void* of, std::int64_t at) noexcept {
    T out{};
    std::memcpy(&out, static_cast<const std::byte*>(of) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return out;
}

template <class Offset>
[[nodiscard]] std::string_view arrow_text(const ArrowArray& a, std::int64_t at) noexcept {
    const auto from = arrow_number<Offset>(a.buffers[1], at), to = arrow_number<Offset>(a.buffers[1], at + 1);
    return {static_cast<const char*>(a.buffers[2]) + from, static_cast<std::size_t>(to - from)};
}

/// The string view layout: 4 bytes of length, then the text, or a prefix, a buffer number and an offset.
[[nodiscard]] inline std::string_view arrow_text_view(const ArrowArray& a, std::int64_t at) noexcept {
    const auto* view = static_cast<const char*>(a.buffers[1]) + at * 16;
    const auto size = arrow_number<std::int32_t>(view, 0);
    if (size <= 12) return {view + 4, static_cast<std::size_t>(size)};
    const auto number = arrow_number<std::int32_t>(view, 2), offset = arrow_number<std::int32_t>(view, 3);
    return {static_cast<const char*>(a.buffers[2 + number]) + offset, static_cast<std::size_t>(size)};
}

[[nodiscard]] inline bool is_arrow_null(const ArrowArray& a, std::int64_t at) noexcept {
    const auto* bits = a.null_count == 0 || a.n_buffers == 0 ? nullptr : static_cast<const std::uint8_t*>(a.buffers[0]);
    return bits && !(bits[at / 8] >> (at % 8) & 1);
}

}  // namespace peersupport::python
