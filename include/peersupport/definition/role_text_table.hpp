// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/role_text.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// Ready to use in a posting, a newsletter or on a wall.
inline constexpr auto role_texts = std::to_array<role_text>({
    {.id = "promo-two-sentences"sv,
     .name = {.en = "Peer support in two sentences"sv,
              .fr = "Le soutien par les pairs en deux phrases"sv},
     .audience = audience::everyone,
     .text = {.en = "In peer support, people who have lived through mental health or substance use challenges, their own or those of somebody close to them, support others as equals. They bring company, hope and practical know-how, and each person decides what to make of it."sv,
              .fr = "Dans le soutien par les pairs, des personnes qui ont vécu des difficultés liées à la santé mentale ou à la consommation de substances, les leurs ou celles d'une personne proche, en soutiennent d'autres sur un pied d'égalité. Elles apportent une présence, de l'espoir et des savoirs pratiques, et chaque personne décide de ce qu'elle en fait."sv},
     .standing = standing::proposed,
     .sources = cites<"src-mhcc-page", "src-psc", "src-design">},
    {.id = "promo-everyone"sv,
     .name = {.en = "Peer support in one paragraph, for everyone"sv,
              .fr = "Le soutien par les pairs en un paragraphe, pour tout le monde"sv},
     .audience = audience::everyone,
     .text = {.en = "When life gets hard, it can help to talk with somebody who has been there. Peer supporters have lived through mental health or substance use challenges, or have stood by a family member or friend who did. They listen without judging, share what helped them if you want to hear it, and go at your pace. They do not diagnose, prescribe or tell you what to do. You can meet one-to-one or in a group, because you want to, and you can stop whenever you like."sv,
              .fr = "Quand la vie devient difficile, parler à quelqu'un qui est passé par là peut faire du bien. Les pairs aidants et paires aidantes ont vécu des difficultés liées à la santé mentale ou à la consommation de substances, ou ont été aux côtés d'une personne proche qui en vivait. Ces personnes écoutent sans juger, racontent ce qui les a aidées si vous voulez l'entendre, et vont à votre rythme. Elles ne posent pas de diagnostic, ne prescrivent rien et ne vous disent pas quoi faire. Vous pouvez les rencontrer individuellement ou en groupe, parce que vous le voulez, et arrêter quand bon vous semble."sv},
     .standing = standing::proposed,
     .sources = cites<"src-samhsa-cc", "src-samhsa-isnot", "src-design">},
    {.id = "promo-job-posting"sv,
     .name = {.en = "For a job posting"sv,
              .fr = "Pour une offre d'emploi"sv},
     .audience = audience::applicants,
     .text = {.en = "We are looking for a peer supporter: somebody who has lived through mental health or substance use challenges, or stood by a family member or friend who did, and who wants to put that experience to use. You will meet people one-to-one and in groups, as an equal, at their pace and by their choice. You will share parts of your story when it may help, look for resources together, and stand beside people when they speak up for themselves. You will not assess, treat, monitor or report on anyone. You can count on training, a supervisor who knows peer support, time with other peers and fair pay. You do not have to tell us a diagnosis. If you need something changed in the hiring process or in the work, ask us."sv,
              .fr = "Nous cherchons un pair aidant ou une paire aidante : une personne qui a vécu des difficultés liées à la santé mentale ou à la consommation de substances, ou qui a été aux côtés d'une personne proche qui en vivait, et qui veut mettre ce vécu à profit. Vous rencontrerez des gens individuellement et en groupe, sur un pied d'égalité, à leur rythme et selon leur choix. Vous raconterez des parties de votre histoire quand cela peut aider, chercherez des ressources avec eux et serez à leurs côtés quand ils font valoir leur point de vue. Vous n'aurez pas à évaluer, à traiter ou à surveiller qui que ce soit, ni à rapporter ce que font les gens. Vous pourrez compter sur une formation, sur la supervision d'une personne qui connaît le soutien par les pairs, sur du temps avec d'autres pairs et sur un salaire équitable. Vous n'avez pas à nous révéler de diagnostic. Si vous avez besoin d'une adaptation pendant l'embauche ou dans le travail, demandez-la-nous."sv},
     .standing = standing::proposed,
     .sources = cites<"src-qld-roles", "src-samhsa-isnot", "src-ohrc", "src-design">},
    {.id = "promo-staff-teams"sv,
     .name = {.en = "For staff teams"sv,
              .fr = "Pour les équipes"sv},
     .audience = audience::staff,
     .text = {.en = "Peer supporters are colleagues with a role of their own. They work from lived experience and from the values of peer support, not from a treatment plan. Let people know they are here, make room for their view in meetings, and before you give them a task, ask yourself: does it keep the relationship equal and freely chosen? They do not give medication, assess, keep watch, enforce rules or fill in for other staff. When something is unclear, ask them or their supervisor."sv,
              .fr = "Les pairs aidants et paires aidantes sont des collègues qui ont un rôle bien à eux. Leur travail part du vécu et des valeurs du soutien par les pairs, non d'un plan de traitement. Faites savoir aux gens qu'ils sont là, donnez de la place à leur point de vue en réunion et, avant de leur confier une tâche, posez-vous la question : est-ce que la relation reste égalitaire et librement choisie? Ils ne donnent pas de médicaments, n'évaluent pas, ne surveillent pas, ne font pas appliquer les règlements et ne remplacent pas d'autres membres du personnel. Si quelque chose n'est pas clair, demandez-leur, ou demandez à la personne qui les supervise."sv},
     .standing = standing::proposed,
     .sources = cites<"src-jacobson", "src-peertac", "src-design">},
    {.id = "promo-funder"sv,
     .name = {.en = "For a funder"sv,
              .fr = "Pour un bailleur de fonds"sv},
     .audience = audience::funders,
     .text = {.en = "Peer support brings into services what no other role can bring: the knowledge of people who have been there. It needs stable funding, fair pay, training, supervision by people who know the role, and time for peers to meet. Ask first whether people really receive peer support as its values describe it; only then can anyone tell what difference it makes. A good report says whether people were met as equals and could choose, and not only how many contacts took place."sv,
              .fr = "Le soutien par les pairs apporte aux services ce qu'aucun autre rôle ne peut apporter : le savoir de personnes qui sont passées par là. Il lui faut un financement stable, des salaires équitables, de la formation, une supervision par des personnes qui connaissent le rôle et du temps pour que les pairs se rencontrent. Demandez d'abord si les gens reçoivent vraiment un soutien par les pairs conforme à ses valeurs; c'est seulement après qu'on peut voir ce qu'il change. Un bon rapport dit si les gens ont vécu une relation égalitaire et ont pu choisir, et pas seulement combien de contacts ont eu lieu."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-ibrahim", "src-mirb", "src-design">},
    {.id = "promo-people-who-use-services"sv,
     .name = {.en = "For people who use services"sv,
              .fr = "Pour les personnes qui utilisent des services"sv},
     .audience = audience::people_supported,
     .text = {.en = "You can talk with a peer supporter here. Peer supporters have been through hard times with their own mental health or substance use, or have stood by somebody close who has. You decide whether to meet, what to talk about and when to stop. Saying no changes nothing about your other services. If you would like to meet one, ask any of us."sv,
              .fr = "Ici, vous pouvez parler à un pair aidant ou à une paire aidante : une personne qui a traversé des moments difficiles liés à sa santé mentale ou à sa consommation, ou qui a été aux côtés d'une personne proche. C'est vous qui décidez de la rencontrer ou non, de quoi parler et quand arrêter. Dire non ne change rien à vos autres services. Si cela vous intéresse, parlez-en à n'importe quel membre de l'équipe."sv},
     .standing = standing::proposed,
     .sources = cites<"src-samhsa-cc", "src-design">},
});

}  // namespace peersupport::tables
