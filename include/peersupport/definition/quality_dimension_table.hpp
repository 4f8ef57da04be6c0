// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/quality_dimension.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// The six dimensions used in Ontario.
inline constexpr auto quality_dimensions = std::to_array<quality_dimension>({
    {.id = "quality-safe"sv,
     .name = {.en = "Safe"sv,
              .fr = "Sécuritaire"sv},
     .meaning = {.en = "Nobody comes to harm through the service: no force, no broken confidence, no old hurt stirred up without care. This counts for people who use peer support and for peers alike."sv,
                 .fr = "Le service ne fait de tort à personne : pas de contrainte, pas de confidence trahie, pas de vieille blessure ravivée sans précaution. Cela vaut pour les personnes qui utilisent le soutien par les pairs comme pour les pairs."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
    {.id = "quality-effective"sv,
     .name = {.en = "Effective"sv,
              .fr = "Efficace"sv},
     .meaning = {.en = "Peer support is done in the way that is known, or believed on good grounds, to help. It stays true to its values while people build the life they want."sv,
                 .fr = "Le soutien par les pairs se fait de la façon qu'on sait, ou qu'on a de bonnes raisons de croire, utile. Il reste fidèle à ses valeurs pendant que les gens bâtissent la vie qu'ils veulent."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
    {.id = "quality-person-centred"sv,
     .name = {.en = "Person-centred"sv,
              .fr = "Centré sur la personne"sv},
     .meaning = {.en = "The person decides where it goes, in their own words and at their own pace. The source for this list says patient-centred; in peer support people are not patients."sv,
                 .fr = "La personne décide où cela mène, dans ses mots et à son rythme. La source de cette liste parle du patient; dans le soutien par les pairs, personne n'est un patient."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
    {.id = "quality-timely"sv,
     .name = {.en = "Timely"sv,
              .fr = "Au bon moment"sv},
     .meaning = {.en = "A peer is there when it can help, not weeks later. Answers, results and changes also come in good time."sv,
                 .fr = "Les pairs sont là quand cela peut aider, pas des semaines plus tard. Les réponses, les résultats et les changements arrivent aussi à temps."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
    {.id = "quality-efficient"sv,
     .name = {.en = "Efficient"sv,
              .fr = "Efficient"sv},
     .meaning = {.en = "Time and money go to peer support itself. Peers' hours are not lost to tasks that belong elsewhere or to forms nobody uses."sv,
                 .fr = "Le temps et l'argent vont au soutien par les pairs lui-même. Les heures des pairs ne se perdent pas dans des tâches qui reviennent à d'autres ni dans des formulaires que personne n'utilise."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
    {.id = "quality-equitable"sv,
     .name = {.en = "Equitable"sv,
              .fr = "Équitable"sv},
     .meaning = {.en = "Everyone can find peer support that fits them, whatever their language, culture, income, identity or place. Peers themselves are treated and paid fairly."sv,
                 .fr = "Tout le monde peut trouver un soutien par les pairs qui lui convient, peu importe la langue, la culture, le revenu, l'identité ou le lieu. Les pairs aussi sont traités et payés équitablement."sv},
     .standing = standing::derived,
     .sources = cites<"src-hqo", "src-design">},
});

}  // namespace peersupport::tables
