// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/guiding_principle.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// Four, as the source has four; its list is lost.
inline constexpr auto guiding_principles = std::to_array<guiding_principle>({
    {.id = "guiding-system-in-motion"sv,
     .name = {.en = "The system is complex and in motion"sv,
              .fr = "Le système est complexe et en mouvement"sv},
     .text = {.en = "Changing a health system is complex work, and the system never stands still. Expect surprises, look often, and be ready to change course."sv,
              .fr = "Transformer un système de santé est complexe, et le système ne reste jamais en place. Attendez-vous à des surprises, regardez souvent où vous en êtes et gardez la liberté de changer de cap."sv},
     .stands_in_for = {.en = "Stands in for one of the four principles of the 2018 article on the Centre for Innovation in Peer Support; the list is missing from the copy we read. This one is rebuilt from a garbled description of the figure beside it. The name and the words are ours, not the Centre's."sv,
                       .fr = "Tient lieu de l'un des quatre principes de l'article de 2018 sur le Centre for Innovation in Peer Support, dont la liste manque dans la copie lue. Celui-ci est reconstitué à partir d'une description abîmée de la figure voisine. Le nom et les mots sont les nôtres, pas ceux du Centre."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "guiding-innovation-and-emergence"sv,
     .name = {.en = "New ways, and room for what emerges"sv,
              .fr = "Des façons nouvelles, et de la place pour ce qui émerge"sv},
     .text = {.en = "Try new ways of working, and let the next step grow out of what people learn. Not everything has to be planned before it begins."sv,
              .fr = "Essayez de nouvelles façons de faire, et laissez la prochaine étape naître de ce que les gens apprennent. Tout n'a pas besoin d'être prévu d'avance."sv},
     .stands_in_for = {.en = "Stands in for one of the four principles of the 2018 article on the Centre for Innovation in Peer Support; the list is missing from the copy we read. This one is rebuilt from a garbled description of the figure beside it. The name and the words are ours, not the Centre's."sv,
                       .fr = "Tient lieu de l'un des quatre principes de l'article de 2018 sur le Centre for Innovation in Peer Support, dont la liste manque dans la copie lue. Celui-ci est reconstitué à partir d'une description abîmée de la figure voisine. Le nom et les mots sont les nôtres, pas ceux du Centre."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "guiding-person-directed-recovery"sv,
     .name = {.en = "The person leads, recovery is the focus"sv,
              .fr = "La personne guide, le rétablissement est au centre"sv},
     .text = {.en = "Respect people, follow their lead, and keep recovery in view. What carries the work is relationships, resilience, empowerment, mentoring, and meeting each other without judging."sv,
              .fr = "Respectez les personnes, laissez-les vous guider et gardez le rétablissement en vue. Ce qui porte le travail, ce sont les liens, la résilience, le pouvoir d'agir, le mentorat et des rencontres sans jugement."sv},
     .stands_in_for = {.en = "Stands in for one of the four principles of the 2018 article on the Centre for Innovation in Peer Support; the list is missing from the copy we read. This one is rebuilt from a garbled description of the figure beside it. The name and the words are ours, not the Centre's."sv,
                       .fr = "Tient lieu de l'un des quatre principes de l'article de 2018 sur le Centre for Innovation in Peer Support, dont la liste manque dans la copie lue. Celui-ci est reconstitué à partir d'une description abîmée de la figure voisine. Le nom et les mots sont les nôtres, pas ceux du Centre."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "guiding-values-hold-the-work"sv,
     .name = {.en = "The values hold the work together"sv,
              .fr = "Les valeurs donnent au travail sa cohésion"sv},
     .text = {.en = "Whatever changes, the values of peer support stay. When a new task, place or partner comes along, ask first whether the values can be lived there."sv,
              .fr = "Peu importe ce qui change, les valeurs du soutien par les pairs restent. Quand se présente une nouvelle tâche, un nouveau milieu ou un nouveau partenaire, demandez d'abord si on peut y vivre ces valeurs."sv},
     .stands_in_for = {.en = "Stands in for the fourth of the four principles of the 2018 article on the Centre for Innovation in Peer Support; the list is missing from the copy we read, and nothing of this one was found. It is ours, drawn from the rest of the article."sv,
                       .fr = "Tient lieu du quatrième des quatre principes de l'article de 2018 sur le Centre for Innovation in Peer Support, dont la liste manque dans la copie lue; de celui-ci, rien n'a été retrouvé. Il vient de nous, inspiré du reste de l'article."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
});

}  // namespace peersupport::tables
