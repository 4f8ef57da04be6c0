// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/level_of_influence.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

inline constexpr localized_text lost_levels{
    .en = "Stands in for Figure 2 of the 2018 article on the Centre for Innovation in Peer Support: six levels are mentioned there, but the figure is missing from the copy we read. These names are ours, not the Centre's."sv,
    .fr = "Remplace, faute de mieux, la figure 2 de l'article de 2018 sur le Centre for Innovation in Peer Support : on y mentionne six niveaux, mais la figure manque dans la copie lue. Ces noms sont les nôtres, pas ceux du Centre."sv};

inline constexpr auto levels_of_influence = std::to_array<level_of_influence>({
    {.id = "level-person"sv,
     .name = {.en = "Person supported"sv, .fr = "Personne soutenue"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Hope, choice, connection; how the values are lived"sv,
                 .fr = "Espoir, choix, liens; les valeurs telles que la personne les vit"sv},
     .indicators = {.en = "What people report about the values; a recovery measure chosen locally"sv,
                    .fr = "Ce que les personnes disent des valeurs; une mesure du rétablissement choisie localement"sv},
     .reflection = {.en = "What have people told us, and what did we change because of it?"sv,
                    .fr = "Que nous ont dit les personnes, et qu'avons-nous changé par la suite?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "level-relationship"sv,
     .name = {.en = "Relationship and group"sv, .fr = "Relation et groupe"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Give and take, trust, power"sv, .fr = "Réciprocité, confiance, pouvoir"sv},
     .indicators = {.en = "Answers of both people side by side; notes written together"sv,
                    .fr = "Les réponses des deux personnes côte à côte; les notes rédigées ensemble"sv},
     .reflection = {.en = "Where does power get in the way, and who can name it?"sv,
                    .fr = "Où le pouvoir fait-il obstacle, et qui peut le nommer?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "level-peer-worker"sv,
     .name = {.en = "Peer supporter"sv, .fr = "Pair aidant ou paire aidante"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Fit of the role, wellness, growth, staying in the job"sv,
                 .fr = "Adéquation du rôle, mieux-être, croissance, maintien en poste"sv},
     .indicators = {.en = "What peer supporters report about the values, their role and strain"sv,
                    .fr = "Ce que les pairs aidants et paires aidantes disent des valeurs, de leur rôle et de leur charge"sv},
     .reflection = {.en = "What do we ask of peer supporters that pulls them away from peer support?"sv,
                    .fr = "Que demandons-nous aux pairs aidants et paires aidantes qui les éloigne du soutien par les pairs?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "level-organization"sv,
     .name = {.en = "Team and organization"sv, .fr = "Équipe et organisme"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Supervision, culture, what staff understand, policies"sv,
                 .fr = "Supervision, culture, compréhension du personnel, politiques"sv},
     .indicators = {.en = "A readiness checklist, a look at job descriptions, a staff survey"sv,
                    .fr = "Une liste de vérification de l'état de préparation, un examen des descriptions de poste, un sondage du personnel"sv},
     .reflection = {.en = "Which of our own rules and habits make the values harder to live?"sv,
                    .fr = "Lesquelles de nos règles et habitudes rendent les valeurs plus difficiles à vivre?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "level-community"sv,
     .name = {.en = "Community and partners"sv, .fr = "Communauté et partenaires"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Belonging, networks, access"sv, .fr = "Appartenance, réseaux, accès"sv},
     .indicators = {.en = "A map of partners, links made by choice, who is reached"sv,
                    .fr = "Une carte des partenaires, les liens établis par choix, les personnes rejointes"sv},
     .reflection = {.en = "Who are we not reaching, and whom could we ask about it?"sv,
                    .fr = "Qui ne rejoignons-nous pas, et à qui pourrions-nous en parler?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "level-system"sv,
     .name = {.en = "System and policy"sv, .fr = "Système et politiques"sv},
     .french_status = wording_status::working,
     .look_at = {.en = "Standards, funding, pay, data"sv,
                 .fr = "Normes, financement, rémunération, données"sv},
     .indicators = {.en = "Standards adopted, lasting posts, shared definitions in use"sv,
                    .fr = "Normes adoptées, postes durables, définitions communes en usage"sv},
     .reflection = {.en = "What should be taken further up, and who will carry it?"sv,
                    .fr = "Qu'est-ce qui doit être porté plus haut, et par qui?"sv},
     .stands_in_for = lost_levels,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
