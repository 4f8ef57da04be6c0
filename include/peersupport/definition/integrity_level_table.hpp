// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/integrity_level.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// How often people experience the values of peer support in a service. A level describes a service, never a person.
inline constexpr auto integrity_levels = std::to_array<integrity_level>({
    {.id = "experienced-rarely"sv,
     .order = 1,
     .name = {.en = "rarely experienced"sv, .fr = "rarement vécues"sv},
     .meaning = {.en = "People here meet at least one value of peer support only now and then. The service has much to work on, and people can say where to begin."sv,
                  .fr = "Il y a au moins une valeur du soutien par les pairs que les gens ne vivent ici que de temps en temps. Le service a beaucoup à faire, et les gens peuvent dire par où commencer."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "experienced-sometimes"sv,
     .order = 2,
     .name = {.en = "sometimes experienced"sv, .fr = "parfois vécues"sv},
     .meaning = {.en = "Every value is met here at times. At least one is missing too often."sv,
                  .fr = "Chaque valeur est vécue ici par moments. Il y en a au moins une qui manque trop souvent."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "experienced-often"sv,
     .order = 3,
     .name = {.en = "often experienced"sv, .fr = "souvent vécues"sv},
     .meaning = {.en = "Every value is met here most of the time. There is still something to learn from the times when one is not."sv,
                  .fr = "Chaque valeur est vécue ici la plupart du temps. Les fois où il en manque une ont encore quelque chose à apprendre au service."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "experienced-nearly-always"sv,
     .order = 4,
     .name = {.en = "nearly always experienced"sv, .fr = "presque toujours vécues"sv},
     .meaning = {.en = "Every value is met here nearly every time. The work now is to keep what makes that possible."sv,
                  .fr = "Chaque valeur est vécue ici presque chaque fois. Il s'agit maintenant de garder ce qui rend cela possible."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
