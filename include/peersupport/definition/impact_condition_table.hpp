// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/impact_condition.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// What must hold before anyone speaks of change alongside peer support.
inline constexpr auto impact_conditions = std::to_array<impact_condition>({
    {.id = "impact-values-established"sv,
     .order = 1,
     .name = {.en = "All seven values can be shown"sv, .fr = "Les sept valeurs peuvent être montrées"sv},
     .explanation = {.en = "Integrity comes before impact. While one value is not known, nobody knows whether people really got peer support."sv,
                      .fr = "L'intégrité passe avant l'impact. Tant qu'une valeur n'est pas connue, on ne sait pas si les gens ont vraiment reçu du soutien par les pairs."sv},
     .advice = {.en = "Ask what would help more people to answer. It may be another time or place, help with reading, or an invitation from somebody they trust."sv,
                 .fr = "Demandez ce qui aiderait plus de gens à répondre. Ce peut être un autre moment ou un autre lieu, de l'aide pour lire, ou une invitation de quelqu'un à qui on fait confiance."sv},
     .unit = number_unit::none,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-lower-ends"sv,
     .order = 2,
     .name = {.en = "Every value is met often enough, and we can be quite sure of it"sv,
               .fr = "Chaque valeur est vécue assez souvent, et on peut en être assez sûr"sv},
     .explanation = {.en = "Even the lower end of each value's range has to reach the cut. Otherwise what changed may have come alongside something other than peer support."sv,
                      .fr = "Même le bas de l'intervalle de chaque valeur doit atteindre le seuil. Sinon, ce qui a changé a pu venir avec autre chose que du soutien par les pairs."sv},
     .advice = {.en = "Work on the lowest value first, starting with what the organization can change. More answers also make the range narrower."sv,
                 .fr = "Travaillez d'abord la valeur la plus basse, en commençant par ce que l'organisme peut changer. Plus de réponses resserrent aussi l'intervalle."sv},
     .limit = 70,
     .unit = number_unit::points,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-baseline"sv,
     .order = 3,
     .name = {.en = "There is a starting point"sv, .fr = "Il y a un point de départ"sv},
     .explanation = {.en = "Without figures from before, nobody can say what has changed."sv,
                      .fr = "Sans chiffres d'avant, personne ne peut dire que quelque chose a changé."sv},
     .advice = {.en = "Keep this round as the starting point, in a safe place, and ask again with the same version."sv,
                 .fr = "Gardez ce tour de sondage comme point de départ, en lieu sûr, et reposez les questions avec la même version."sv},
     .unit = number_unit::none,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-collection-described"sv,
     .order = 4,
     .name = {.en = "How answers were gathered is written down"sv,
               .fr = "La façon de recueillir les réponses est écrite"sv},
     .explanation = {.en = "Who was asked, by whom and how can change what people say. Those who read the figures need to know."sv,
                      .fr = "Qui a été invité, par qui et comment : tout cela peut changer ce que disent les gens. Les personnes qui lisent les chiffres doivent le savoir."sv},
     .advice = {.en = "Write down how people agreed to take part, how they could answer and who gathered the answers. Add how many people were invited, how many answered, and whether those who had left were asked."sv,
                 .fr = "Notez comment les gens ont consenti, comment on pouvait répondre et qui a recueilli les réponses. Ajoutez combien de gens ont reçu l'invitation, combien ont répondu et si on a aussi invité les gens qui étaient partis."sv},
     .unit = number_unit::none,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-reliability-people"sv,
     .order = 5,
     .name = {.en = "Enough people to know how steady the scores are"sv,
               .fr = "Assez de gens pour savoir si les scores sont stables"sv},
     .explanation = {.en = "It takes many answers to see how steady a score is. They must be to the same version and form, in the same language."sv,
                      .fr = "On ne voit si un score est stable qu'avec beaucoup de réponses à la même version, au même formulaire et dans la même langue."sv},
     .advice = {.en = "Join with other services and put counts together under an agreement. No single service needs so many people."sv,
                 .fr = "Unissez-vous à d'autres services et réunissez les comptes selon une entente. Aucun service n'a besoin d'autant de gens à lui seul."sv},
     .limit = 200,
     .unit = number_unit::people,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-reliability"sv,
     .order = 6,
     .name = {.en = "The scores are steady enough"sv, .fr = "Les scores sont assez stables"sv},
     .explanation = {.en = "When the questions of a value do not hang together, a change in its score may be chance. The lower bound of reliability has to reach the limit."sv,
                      .fr = "Quand les questions d'une valeur ne vont pas ensemble, un changement de score peut être le fruit du hasard. La borne inférieure de la fidélité doit atteindre le seuil."sv},
     .advice = {.en = "Gather more answers with other services. If the limit is still not reached, the questions need work, together with peers and people supported."sv,
                 .fr = "Recueillez plus de réponses avec d'autres services. Si le seuil n'est toujours pas atteint, il faut retravailler les questions avec des pairs et des personnes soutenues."sv},
     .limit = 70,
     .unit = number_unit::hundredths,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "impact-limits"sv,
     .order = 7,
     .name = {.en = "No declared limit is passed"sv, .fr = "Aucune limite déclarée n'est dépassée"sv},
     .explanation = {.en = "Where many people meet something that takes away choice, privacy or dignity, high figures elsewhere do not make it peer support."sv,
                     .fr = "Là où beaucoup de gens vivent une chose qui enlève le choix, la vie privée ou la dignité, de bons chiffres ailleurs n'en font pas du soutien par les pairs."sv},
     .advice = {.en = "Look first at what people met that should not happen. Ask them, and those who work there, what makes it happen, and change that."sv,
                .fr = "Regardez d'abord ce que les gens ont vécu et qui ne devrait pas arriver. Demandez-leur, ainsi qu'aux personnes qui y travaillent, ce qui en est la cause, et changez cela."sv},
     .unit = number_unit::none,
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
