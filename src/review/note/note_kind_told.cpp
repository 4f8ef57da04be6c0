// SPDX-License-Identifier: Apache-2.0
#include "review/note/note_kind_told.hpp"

#include <algorithm>
#include <string_view>

namespace peersupport::review {
namespace {

bool holds(std::string_view text, std::string_view small) noexcept {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    return std::search(text.begin(), text.end(), small.begin(), small.end(), same) != text.end();
}

}  // namespace

note_kind kind_told(const note& what, std::uint8_t text_tells, bool late) noexcept {
    if (what.kind) return *what.kind;
    const auto tells = [&](note_kind kind) { return (text_tells >> static_cast<unsigned>(kind) & 1U) != 0; };
    // "group" is the beginning of « groupe ».
    const std::string_view form = what.field(note_field::service_type), mode = what.field(note_field::mode);
    if (holds(form, "group") || holds(mode, "group")) return note_kind::group;
    if (tells(note_kind::group) && form.empty()) return note_kind::group;
    if (tells(note_kind::crisis)) return note_kind::crisis;
    return late || tells(note_kind::late) ? note_kind::late : note_kind::individual;
}

}  // namespace peersupport::review
