// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/formality.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// Peer support goes from friendship to a formal role; what can be scored depends on where on it a service stands.
inline constexpr auto formalities = std::to_array<formality>({
    {.id = "formality-informal"sv,
     .name = {.en = "Friendship and naturally occurring support"sv,
              .fr = "Amitié et soutien naturel"sv},
     .marks = {.en = "People who have been through something alike help each other in everyday life. There is no role, no pay and no record."sv,
               .fr = "Des personnes qui ont vécu quelque chose de semblable s'aident au quotidien. Il n'y a ni rôle, ni salaire, ni notes."sv},
     .scoring = {.en = "Nothing is scored. Service integrity looks at services, and this is not one."sv,
                 .fr = "On n'évalue rien. L'intégrité du service porte sur des services, et l'amitié n'en est pas un."sv},
     .standing = standing::proposed,
     .sources = cites<"src-mhcc-2013", "src-design">},
    {.id = "formality-self-help"sv,
     .name = {.en = "Self-help, mutual aid and drop-in"sv,
              .fr = "Entraide, aide mutuelle et halte-accueil"sv},
     .marks = {.en = "Members run it themselves and agree on how they want to be together. Everyone may give support and receive it."sv,
               .fr = "Ce sont les membres qui mènent, et ils s'entendent sur leur façon d'être ensemble. Tout le monde peut donner et recevoir du soutien."sv},
     .scoring = {.en = "Only the seven values are scored. There is no role to look at."sv,
                 .fr = "On évalue seulement les sept valeurs. Il n'y a pas de rôle à regarder."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "formality-intentional"sv,
     .name = {.en = "Intentional peer support"sv,
              .fr = "Soutien par les pairs intentionnel"sv},
     .marks = {.en = "Peer supporters have training, act with a purpose and follow a code of conduct. They may be paid or volunteer."sv,
               .fr = "Les pairs ont une formation, agissent avec intention et suivent un code de conduite. Leur travail peut être rémunéré ou bénévole."sv},
     .scoring = {.en = "The seven values are scored, and the role: whether it is clear and whether it is kept."sv,
                 .fr = "On évalue les sept valeurs, et aussi le rôle : s'il est clair et s'il est respecté."sv},
     .standing = standing::proposed,
     .sources = cites<"src-mhcc-2013", "src-csmc-2013", "src-design">},
    {.id = "formality-formalized-peer-run"sv,
     .name = {.en = "Formal role in a peer-run organization"sv,
              .fr = "Rôle formel dans un organisme géré par les pairs"sv},
     .marks = {.en = "Peer support is a job, with supervision and standards, inside a culture that peers shape."sv,
               .fr = "Le soutien par les pairs est un emploi, avec une supervision et des normes, dans une culture façonnée par les pairs."sv},
     .scoring = {.en = "Everything is scored: the values, the role and the working conditions."sv,
                 .fr = "On évalue tout : les valeurs, le rôle et les conditions de travail."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "formality-formalized-embedded"sv,
     .name = {.en = "Formal role in a clinical, hospital or housing organization"sv,
              .fr = "Rôle formel dans un organisme clinique, un hôpital ou un service de logement"sv},
     .marks = {.en = "Peer support is a job inside a culture that is not its own. This is where the pull away from the role is strongest."sv,
               .fr = "Le soutien par les pairs est un emploi au sein d'une culture qui n'est pas la sienne. C'est là que le rôle risque le plus de dériver."sv},
     .scoring = {.en = "Everything is scored, with a closer look at drift."sv,
                 .fr = "On évalue tout, en portant une attention particulière aux dérives."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "formality-system-role"sv,
     .name = {.en = "System, policy, research or leadership role"sv,
              .fr = "Rôle à l'échelle du système, en politiques, en recherche ou en leadership"sv},
     .marks = {.en = "The person works for many people at once and speaks with a collective peer voice. Supporting people one by one is not part of the job."sv,
               .fr = "La personne travaille pour beaucoup de gens à la fois et porte la voix collective des pairs. Le soutien individuel ne fait pas partie de son travail."sv},
     .scoring = {.en = "What is scored is the role itself, its independence and its influence."sv,
                 .fr = "On évalue le rôle lui-même, son indépendance et son influence."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
