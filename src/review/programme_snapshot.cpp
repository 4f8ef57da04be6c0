// SPDX-License-Identifier: Apache-2.0
#include "review/programme_snapshot.hpp"

#include <algorithm>

namespace peersupport::review {

namespace {

position_state state_of(const programme_position& position, const date& day) noexcept {
    if (position.started) return *position.started <= day ? position_state::filled : position_state::not_yet;
    if (position.vacant_since && *position.vacant_since <= day) return position_state::vacant;
    return position_state::not_yet;
}

}  // namespace

programme_snapshot::programme_snapshot(const programme& of, const definition& against, const date& day)
    : what(of),
      by(against),
      as_of(day),
      end(std::min(of.period.to, day)),
      filled_at(of.agencies.size()),
      listed_at(of.agencies.size()),
      supervised(of.supervisors.size()) {
    positions.reserve(what.positions.size());
    for (const programme_position& position : what.positions) {
        const position_state state = positions.emplace_back(state_of(position, as_of));
        if (state == position_state::not_yet) continue;
        ++listed_at[position.agency];
        if (state == position_state::filled) {
            ++filled;
            ++filled_at[position.agency];
        } else {
            ++vacant;
        }
        if (position.supervisor && has_begun(*position.supervisor)) ++supervised[*position.supervisor];
    }
}

std::optional<std::size_t> programme_snapshot::supervisor_of(std::size_t position) const noexcept {
    const auto& supervisor = what.positions[position].supervisor;
    return supervisor && has_begun(*supervisor) ? supervisor : std::nullopt;
}

std::optional<constellation_kind> programme_snapshot::kind_of(std::string_view id) const noexcept {
    const connection* found = by.find<connection>(id);
    if (found == nullptr) return std::nullopt;
    const constellation_part* part = by.find<constellation_part>(found->from);
    return part == nullptr ? std::nullopt : std::optional(part->kind);
}

}  // namespace peersupport::review
