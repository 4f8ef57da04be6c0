// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/cut_set.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// From which score which level is given. Nobody has adopted ours; an organization may add its own.
inline constexpr auto cut_sets = std::to_array<cut_set>({
    {.id = "cuts-proposed-2026"sv,
     .name = {.en = "Proposed in 2026"sv, .fr = "Proposés en 2026"sv},
     .sometimes_from = 50,
     .often_from = 70,
     .nearly_always_from = 85,
     .adopted_by = {.en = "nobody yet"sv, .fr = "personne pour l'instant"sv},
     .note = {.en = "We chose these numbers to have something to talk about. No study stands behind them, and no group of peers or people supported has agreed to them."sv,
               .fr = "Nous avons choisi ces chiffres pour avoir de quoi discuter. Aucune étude ne les appuie, et aucun groupe de pairs ou de personnes soutenues ne les a acceptés."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
