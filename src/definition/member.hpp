// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/optional_number.hpp"
#include "peersupport/definition/table.hpp"
#include "peersupport/definition/words_of.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace peersupport {

enum class presence : std::uint8_t { required, optional };
enum class replacing : std::uint8_t { refused, allowed };
enum class adding : std::uint8_t { refused, allowed };
enum class switching_off : std::uint8_t { refused, allowed };

/// The smallest and the largest number a member may hold.
struct number_range {
    std::int64_t least = 0;
    std::int64_t most = 1'000'000;
};

/// What is written down of a table beside its rows.
struct table_summary {
    std::string_view id;
    std::string_view prefix;
    localized_text title;
    localized_text purpose;
    table_group group;
    adding rows;
    switching_off off;
};

/// Specialised for each row type: `table`, and `members(visit)`, which calls `visit` with every
/// `member`. A call and not a tuple, which would take the compiler three times as long.
template <class Row>
struct description_of;

/// One member of a row: the pointer to it is part of the type, so that it can be reached without
/// knowing the row, and while compiling.
template <auto Pointer>
struct member {
    std::string_view id;
    localized_text label;
    field_kind kind;
    presence needed;
    replacing change;
    std::string_view refers_to{};
    number_range range{};

    static constexpr auto pointer = Pointer;

    constexpr member(std::string_view its_id, localized_text its_label, field_kind its_kind,
                     presence its_presence, replacing its_change, std::string_view to = {},
                     number_range its_range = {}) noexcept
        : id(its_id),
          label(its_label),
          kind(its_kind),
          needed(its_presence),
          change(its_change),
          refers_to(to),
          range(its_range) {}
};

// What a member holds, as a field_value.
constexpr field_value held(const localized_text& text) {
    return {.text = text, .given = !text.empty()};
}
constexpr field_value held(std::string_view string) {
    return {.string = string, .given = !string.empty()};
}
constexpr field_value held(std::span<const std::string_view> list) {
    return {.list = list, .given = !list.empty()};
}
constexpr field_value held(std::span<const cue> cues) {
    return {.cues = cues, .given = !cues.empty()};
}
constexpr field_value held(bool flag) { return {.number = flag ? 1 : 0, .given = true}; }
constexpr field_value held(std::int32_t number) { return {.number = number, .given = true}; }
/// A year: 0 says that none is known.
constexpr field_value held(std::uint16_t number) {
    return {.number = number, .given = number != 0};
}
constexpr field_value held(optional_number number) {
    return {.number = number.value, .given = number.given};
}
template <class Enum>
    requires std::is_enum_v<Enum>
constexpr field_value held(Enum word) {
    return {.string = words_of<Enum>[static_cast<std::size_t>(word)], .given = true};
}

// The other way round.
inline void hold(localized_text& text, const field_value& value) { text = value.text; }
inline void hold(std::string_view& string, const field_value& value) { string = value.string; }
inline void hold(std::span<const std::string_view>& list, const field_value& value) {
    list = value.list;
}
inline void hold(std::span<const cue>& cues, const field_value& value) { cues = value.cues; }
inline void hold(bool& flag, const field_value& value) { flag = value.number != 0; }
inline void hold(std::int32_t& number, const field_value& value) {
    number = static_cast<std::int32_t>(value.number);
}
inline void hold(std::uint16_t& number, const field_value& value) {
    number = value.given ? static_cast<std::uint16_t>(value.number) : std::uint16_t{0};
}
inline void hold(optional_number& number, const field_value& value) {
    number = value.given ? optional_number(static_cast<std::int32_t>(value.number))
                         : optional_number();
}
template <class Enum>
    requires std::is_enum_v<Enum>
void hold(Enum& word, const field_value& value) {
    constexpr auto& words = words_of<Enum>;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == value.string) word = static_cast<Enum>(i);
    }
}

template <class Type>
constexpr std::span<const std::string_view> words_a_member_may_be() {
    if constexpr (std::is_enum_v<Type>) return words_of<Type>;
    else return {};
}

template <class Row, auto Pointer>
struct member_access {
    using type = std::remove_cvref_t<decltype(std::declval<Row>().*Pointer)>;

    static field_value get(const void* row) { return held(static_cast<const Row*>(row)->*Pointer); }
    static void set(void* row, const field_value& value) {
        hold(static_cast<Row*>(row)->*Pointer, value);
    }
};

template <class Row, auto Pointer>
constexpr definition_field field_from(const member<Pointer>& m) {
    using access = member_access<Row, Pointer>;
    return {.id = m.id,
            .label = m.label,
            .kind = m.kind,
            .required = m.needed == presence::required,
            .replaceable = m.change == replacing::allowed,
            .refers_to = m.refers_to,
            .words = words_a_member_may_be<typename access::type>(),
            .least = m.range.least,
            .most = std::is_same_v<typename access::type, std::uint16_t> ? 9999 : m.range.most,
            .get = &access::get,
            .set = &access::set};
}

}  // namespace peersupport
