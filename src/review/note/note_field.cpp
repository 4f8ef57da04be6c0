// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/note.hpp"

#include <algorithm>

namespace peersupport {
namespace {

constexpr std::array<std::string_view, note_fields> names{
    "service_date", "start",    "end",      "written_at", "mode",      "place",           "service_type",      "author_role", "signature",  "people_present", "persons_words",
    "goal",         "choices",  "shared",   "strengths",  "response",  "next_step",       "next_step_owner",   "reviewed_together", "consent", "follow_ups", "first_contact",
};

}  // namespace

std::string_view name_of(note_field field) noexcept { return names[static_cast<std::size_t>(field)]; }

std::optional<note_field> find_note_field(std::string_view name) noexcept {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return static_cast<note_field>(at - names.begin());
}

}  // namespace peersupport
