// SPDX-License-Identifier: Apache-2.0
#include "scoring/cells.hpp"

#include <cstring>
#include <type_traits>

namespace peersupport::scoring {
namespace {

bool present(const answer_column& c, std::size_t row) noexcept {
    return !c.validity || (c.validity[(c.offset + row) >> 3] >> ((c.offset + row) & 7) & 1);
}

template <class T>
T cell(const answer_column& c, std::size_t row) noexcept {
    T value;
    std::memcpy(&value, static_cast<const char*>(c.data) + static_cast<std::ptrdiff_t>(row) * c.stride, sizeof value);
    return value;
}

template <class T>
std::int32_t code_of(T value) noexcept {
    constexpr std::int32_t most = 1'000'000;
    if constexpr (std::is_floating_point_v<T>) {
        if (value != value) return no_answer;
        if (!(value >= -T{most} && value <= T{most})) return out_of_range;
        const auto whole = static_cast<std::int32_t>(value);
        return static_cast<T>(whole) == value ? whole : not_whole;
    } else if constexpr (std::is_signed_v<T>) {
        return static_cast<std::int64_t>(value) < -most || static_cast<std::int64_t>(value) > most ? out_of_range
                                                                                                  : static_cast<std::int32_t>(value);
    } else {
        return static_cast<std::uint64_t>(value) > std::uint64_t{most} ? out_of_range : static_cast<std::int32_t>(value);
    }
}

template <class T>
void codes_of(const answer_column& c, std::size_t first, std::size_t n, std::int32_t* to) noexcept {
    for (std::size_t r = 0; r < n; ++r) to[r] = present(c, first + r) ? code_of(cell<T>(c, first + r)) : no_answer;
}

std::uint8_t bit(const answer_column& c, std::size_t row) noexcept {
    return static_cast<const std::uint8_t*>(c.data)[(c.offset + row) >> 3] >> ((c.offset + row) & 7) & 1;
}

/// 0…15 as they are, everything else invalid_class.
template <class T>
void small_of(const answer_column& c, std::size_t first, std::size_t n, std::uint8_t* to) noexcept {
    using U = std::make_unsigned_t<T>;
    const auto small = [](T value) { return static_cast<U>(value) <= 15 ? static_cast<std::uint8_t>(value) : invalid_class; };
    if (c.stride != sizeof(T)) {
        for (std::size_t r = 0; r < n; ++r) to[r] = small(cell<T>(c, first + r));
        return;
    }
    const char* from = static_cast<const char*>(c.data) + first * sizeof(T);
    for (std::size_t r = 0; r < n; ++r) {
        T value;
        std::memcpy(&value, from + r * sizeof(T), sizeof value);
        to[r] = small(value);
    }
}

/// The same for floating cells; NaN is blank_class.
template <class T>
void small_of_floating(const kernels& with, const answer_column& c, std::size_t first, std::size_t n, std::uint8_t* to) noexcept {
    if (std::is_same_v<T, double> && c.stride == sizeof(double) && reinterpret_cast<std::uintptr_t>(c.data) % alignof(double) == 0)
        return with.classes_f64(static_cast<const double*>(c.data) + first, n, to);
    double copy[block_rows];
    for (std::size_t r = 0; r < n; ++r) copy[r] = static_cast<double>(cell<T>(c, first + r));
    with.classes_f64(copy, n, to);
}

/// Classes of a table that is not direct, through the codes.
void classes_by_code(const answer_column& from, const lane_table& table, std::size_t first, std::size_t n,
                     std::uint8_t* to) noexcept {
    std::int32_t codes[block_rows];
    read_codes(from, first, n, codes);
    for (std::size_t r = 0; r < n; ++r) {
        const std::int32_t code = codes[r];
        if (code == no_answer) to[r] = blank_class;
        else to[r] = code >= 0 && code <= 255 ? table.classes[static_cast<std::size_t>(code)] : invalid_class;
    }
}

}  // namespace

void read_codes(const answer_column& from, std::size_t first, std::size_t n, std::int32_t* to) noexcept {
    switch (from.type) {
        case cell_type::i8: return codes_of<std::int8_t>(from, first, n, to);
        case cell_type::u8: return codes_of<std::uint8_t>(from, first, n, to);
        case cell_type::bool_byte: return codes_of<std::uint8_t>(from, first, n, to);
        case cell_type::i16: return codes_of<std::int16_t>(from, first, n, to);
        case cell_type::u16: return codes_of<std::uint16_t>(from, first, n, to);
        case cell_type::i32: return codes_of<std::int32_t>(from, first, n, to);
        case cell_type::u32: return codes_of<std::uint32_t>(from, first, n, to);
        case cell_type::i64: return codes_of<std::int64_t>(from, first, n, to);
        case cell_type::u64: return codes_of<std::uint64_t>(from, first, n, to);
        case cell_type::f32: return codes_of<float>(from, first, n, to);
        case cell_type::f64: return codes_of<double>(from, first, n, to);
        case cell_type::bool_bit: break;
    }
    for (std::size_t r = 0; r < n; ++r) to[r] = present(from, first + r) ? bit(from, first + r) : no_answer;
}

void read_classes(const kernels& with, const answer_column& from, const lane_table& table, std::size_t first, std::size_t n,
                  std::uint8_t* to) noexcept {
    if (!table.direct) return classes_by_code(from, table, first, n, to);
    switch (from.type) {
        case cell_type::i8: small_of<std::int8_t>(from, first, n, to); break;
        case cell_type::u8:
        case cell_type::bool_byte: small_of<std::uint8_t>(from, first, n, to); break;
        case cell_type::i16: small_of<std::int16_t>(from, first, n, to); break;
        case cell_type::u16: small_of<std::uint16_t>(from, first, n, to); break;
        case cell_type::i32: small_of<std::int32_t>(from, first, n, to); break;
        case cell_type::u32: small_of<std::uint32_t>(from, first, n, to); break;
        case cell_type::i64: small_of<std::int64_t>(from, first, n, to); break;
        case cell_type::u64: small_of<std::uint64_t>(from, first, n, to); break;
        case cell_type::f32: small_of_floating<float>(with, from, first, n, to); break;
        case cell_type::f64: small_of_floating<double>(with, from, first, n, to); break;
        case cell_type::bool_bit:
            for (std::size_t r = 0; r < n; ++r) to[r] = bit(from, first + r);
            break;
    }
    if (from.validity) with.mask(from.validity, from.offset + first, n, to);
}

const std::uint8_t* own_classes(const answer_column& from, const lane_table& table, std::size_t first) noexcept {
    const bool byte = from.type == cell_type::u8 || from.type == cell_type::i8 || from.type == cell_type::bool_byte;
    return byte && table.direct && from.stride == 1 && !from.validity ? static_cast<const std::uint8_t*>(from.data) + first : nullptr;
}

}  // namespace peersupport::scoring
