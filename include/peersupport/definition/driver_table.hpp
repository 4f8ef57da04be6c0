// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/driver.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// What a service can work on.
inline constexpr auto drivers = std::to_array<driver>({
    {.id = "drv-role-clarity"sv,
     .name = {.en = "Role clarity"sv,
              .fr = "Clarté du rôle"sv},
     .meaning = {.en = "Everyone knows what peers do, what they do not do, and why: peers, colleagues, leaders and the people who use the service. What is written and what happens match."sv,
                 .fr = "Tout le monde sait ce que font les pairs, ce qu'ils ne font pas, et pourquoi : les pairs, les collègues, la direction et les personnes qui utilisent le service. Ce qui est écrit et ce qui se fait vont ensemble."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-ibrahim", "src-design">},
    {.id = "drv-people-skills"sv,
     .name = {.en = "Peer preparation and growth"sv,
              .fr = "Préparation et évolution des pairs"sv},
     .meaning = {.en = "Peers get the training, practice and time they need to do peer work well, and room to keep growing in it. What they know from experience stays at the centre."sv,
                 .fr = "Les pairs reçoivent la formation, la pratique et le temps qu'il faut pour bien faire ce travail, et peuvent continuer d'y évoluer. Le savoir expérientiel reste au centre."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-ibrahim", "src-design">},
    {.id = "drv-supervision"sv,
     .name = {.en = "Supervision and reflection"sv,
              .fr = "Supervision et réflexion"sv},
     .meaning = {.en = "Peers have somebody who knows peer work and makes time to think it through with them, and they have other peers to learn with. Supervision looks at practice through the values."sv,
                 .fr = "Les pairs peuvent compter sur une personne qui connaît ce travail et prend le temps d'y réfléchir avec eux, et sur d'autres pairs avec qui apprendre. La supervision regarde la pratique à partir des valeurs."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-imroc-sup", "src-design">},
    {.id = "drv-culture-leadership"sv,
     .name = {.en = "Culture and leadership"sv,
              .fr = "Culture et leadership"sv},
     .meaning = {.en = "Leaders back peer support in deeds and in the budget, and colleagues welcome what peers bring. The team changes with the peers; peers are not left to change it alone."sv,
                 .fr = "La direction appuie le soutien par les pairs dans ses gestes et dans le budget, et les collègues accueillent ce que les pairs apportent. L'équipe change avec les pairs; on ne leur laisse pas tout ce travail."sv},
     .standing = standing::proposed,
     .sources = cites<"src-ibrahim", "src-byrne", "src-design">},
    {.id = "drv-conditions"sv,
     .name = {.en = "Working conditions"sv,
              .fr = "Conditions de travail"sv},
     .meaning = {.en = "Fair pay, steady jobs, a load that can be carried, accommodation as ordinary practice, and other peers close by. Good conditions keep peers well and keep the role what it is."sv,
                 .fr = "Un salaire équitable, des emplois stables, une charge raisonnable, des mesures d'adaptation offertes comme une chose ordinaire, et d'autres pairs autour de soi. De bonnes conditions protègent les pairs et le rôle."sv},
     .standing = standing::proposed,
     .sources = cites<"src-mirb", "src-ibrahim", "src-design">},
    {.id = "drv-voice-data"sv,
     .name = {.en = "Voice, co-production and data"sv,
              .fr = "Voix, coproduction et données"sv},
     .meaning = {.en = "People who use peer support, families and peers decide together with the service what to look at, what it means and what to try. Results come back to those who gave them."sv,
                 .fr = "Les personnes qui utilisent le soutien par les pairs, les familles et les pairs décident avec le service quoi regarder, ce que cela veut dire et quoi essayer. Les résultats reviennent à celles et ceux qui les ont donnés."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-nmhc", "src-design">},
});

}  // namespace peersupport::tables
