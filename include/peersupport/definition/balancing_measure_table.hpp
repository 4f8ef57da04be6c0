// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/balancing_measure.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// What to watch, so that a change does no harm.
inline constexpr auto balancing_measures = std::to_array<balancing_measure>({
    {.id = "balance-worker-strain"sv,
     .name = {.en = "Strain on peers"sv,
              .fr = "Tension chez les pairs"sv},
     .text = {.en = "Count how many peers say that the change makes their work heavier, and watch overtime, sick days and departures for the whole team, never person by person."sv,
              .fr = "Compter combien de pairs disent que le changement alourdit leur travail, et suivre les heures supplémentaires, les jours de maladie et les départs pour toute l'équipe, jamais personne par personne."sv},
     .standing = standing::proposed,
     .sources = cites<"src-mirb", "src-design">},
    {.id = "balance-form-time"sv,
     .name = {.en = "Time lost to forms"sv,
              .fr = "Temps perdu en formulaires"sv},
     .text = {.en = "Count the hours a week that go to forms, logs and reports. If they go up, see what can be dropped."sv,
              .fr = "Compter les heures par semaine qui vont aux formulaires, aux journaux et aux rapports. Si elles augmentent, voir ce qu'on peut laisser tomber."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "balance-fewer-contacts"sv,
     .name = {.en = "Fewer contacts"sv,
              .fr = "Moins de rencontres"sv},
     .text = {.en = "Count how many people meet a peer and how much time they have together. A change should not leave people with less support."sv,
              .fr = "Compter combien de gens rencontrent les pairs et combien de temps ils passent ensemble. Un changement ne devrait pas laisser les gens avec moins de soutien."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "balance-surveyed"sv,
     .name = {.en = "People feel watched or over-surveyed"sv,
              .fr = "Se sentir sous la loupe"sv},
     .text = {.en = "Ask people and peers whether they are asked too often, or feel watched. Count how many leave questions out or stop answering."sv,
              .fr = "Demander aux personnes et aux pairs si on les questionne trop souvent ou si on les observe trop. Compter combien sautent des questions ou cessent de répondre."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "balance-equity-gap"sv,
     .name = {.en = "A wider equity gap"sv,
              .fr = "Un écart d'équité qui grandit"sv},
     .text = {.en = "Look at who gains from the change and who does not, by language, culture, gender, age or place, where groups are large enough to protect privacy."sv,
              .fr = "Regarder à qui le changement profite et à qui il ne profite pas, selon la langue, la culture, le genre, l'âge ou le lieu, quand les groupes sont assez grands pour protéger la vie privée."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "balance-story-burden"sv,
     .name = {.en = "Burden of telling one's story"sv,
              .fr = "Le poids de raconter son histoire"sv},
     .text = {.en = "Count how often peers and people who use peer support are asked to tell their story for the change. Ask whether they felt free to say no, and whether they were paid."sv,
              .fr = "Compter combien de fois on demande aux pairs et aux personnes qui utilisent le soutien par les pairs de raconter leur histoire pour le changement. Demander s'ils se sentaient libres de refuser et si on les a payés."sv},
     .standing = standing::proposed,
     .sources = cites<"src-bccdc", "src-design">},
    {.id = "balance-shifted-work"sv,
     .name = {.en = "Work moved to someone else"sv,
              .fr = "Travail déplacé vers d'autres"sv},
     .text = {.en = "When a task leaves the peer role, see who does it now and how they are managing. The task should land in the right job, not on the next peer or a tired colleague."sv,
              .fr = "Quand une tâche sort du rôle de pair, voir qui la fait maintenant et comment cela se passe. Elle devrait aller au bon poste, pas à d'autres pairs ni à des collègues à bout de souffle."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "balance-less-human"sv,
     .name = {.en = "Rules crowd out the relationship"sv,
              .fr = "Les règles prennent la place de la relation"sv},
     .text = {.en = "Ask people and peers whether meetings have become stiffer or more scripted since the change. Research warns that heavy standardization can wear away what makes peer support work."sv,
              .fr = "Demander aux personnes et aux pairs si les rencontres sont devenues plus rigides ou plus dictées depuis le changement. La recherche met en garde : trop de règles uniformes peuvent user ce qui fait la force du soutien par les pairs."sv},
     .standing = standing::proposed,
     .sources = cites<"src-gillard17", "src-gillard21", "src-design">},
    {.id = "balance-less-choice"sv,
     .name = {.en = "Less choice for people"sv,
              .fr = "Moins de choix pour les gens"sv},
     .text = {.en = "Count how many people say that meeting a peer was their own choice, before and after. A change that reaches more people should not press anyone."sv,
              .fr = "Compter combien de personnes disent que la rencontre avec les pairs était leur choix, avant et après. Un changement qui rejoint plus de gens ne devrait faire pression sur personne."sv},
     .standing = standing::proposed,
     .sources = cites<"src-naps", "src-design">},
    {.id = "balance-peer-time-together"sv,
     .name = {.en = "Less time among peers"sv,
              .fr = "Moins de temps entre pairs"sv},
     .text = {.en = "Count how often peers get to their network, co-reflection or supervision. When things get busy, this time is easily lost."sv,
              .fr = "Compter combien de fois les pairs peuvent aller à leur réseau, à la coréflexion ou à la supervision. Quand tout presse, ce temps se perd vite."sv},
     .standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
});

}  // namespace peersupport::tables
