// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cue.hpp"

#include <array>
#include <string_view>

/// Cues of the nine principles. Ours (`src-design`): no publication states them.
namespace peersupport::tables::principle_cues {

using namespace std::string_view_literals;

inline constexpr auto voluntariness_present = std::to_array<cue>({
    {.id = "cue-may-say-no"sv,
     .text = {.en = "People hear early on, and again later, that they may say no"sv,
              .fr = "On dit dès le début, et on répète par la suite, qu'il est possible de refuser"sv}},
    {.id = "cue-no-reason-asked"sv,
     .text = {.en = "No reason is asked of anyone who stops"sv,
              .fr = "On ne demande pas de raison à qui veut arrêter"sv}},
    {.id = "cue-supporter-may-decline"sv,
     .text = {.en = "The peer supporter may decline too"sv,
              .fr = "Le pair aidant ou la paire aidante peut aussi dire non"sv}},
});
inline constexpr auto voluntariness_eroded = std::to_array<cue>({
    {.id = "cue-sent-by-others"sv,
     .text = {.en = "Someone else orders the person to come"sv,
              .fr = "Quelqu'un d'autre ordonne à la personne de venir"sv}},
    {.id = "cue-no-has-a-price"sv,
     .text = {.en = "Saying no costs the person another service, housing or income"sv,
              .fr = "Dire non fait perdre à la personne un autre service, un logement ou un revenu"sv}},
});

inline constexpr auto mutuality_reciprocity_present = std::to_array<cue>({
    {.id = "cue-both-gain"sv,
     .text = {.en = "Both people get something out of it, and say so"sv,
              .fr = "Les deux personnes y trouvent quelque chose et le disent"sv}},
    {.id = "cue-both-look-after-it"sv,
     .text = {.en = "Both look after the relationship"sv,
              .fr = "Les deux personnes prennent soin de la relation"sv}},
    {.id = "cue-limits-set-together"sv,
     .text = {.en = "Limits are worked out together"sv,
              .fr = "Les limites sont fixées ensemble"sv}},
});
inline constexpr auto mutuality_reciprocity_eroded = std::to_array<cue>({
    {.id = "cue-always-the-helper"sv,
     .text = {.en = "One is always the helper and the other always the helped"sv,
              .fr = "L'une des personnes aide toujours, l'autre reçoit toujours"sv}},
    {.id = "cue-sharing-forbidden"sv,
     .text = {.en = "The rules forbid the peer supporter to share anything personal"sv,
              .fr = "Les règles interdisent au pair aidant ou à la paire aidante de parler de soi"sv}},
});

inline constexpr auto experiential_knowledge_present = std::to_array<cue>({
    {.id = "cue-lived-knowledge-asked-for"sv,
     .text = {.en = "The team asks for what people know from having lived it"sv,
              .fr = "L'équipe demande ce que l'on sait pour l'avoir vécu"sv}},
    {.id = "cue-person-knows-own-life"sv,
     .text = {.en = "The person is believed about their own life"sv,
              .fr = "On croit la personne quand elle parle de sa propre vie"sv}},
});
inline constexpr auto experiential_knowledge_eroded = std::to_array<cue>({
    {.id = "cue-just-a-story"sv,
     .text = {.en = "Lived experience is treated as just a story"sv,
              .fr = "L'expérience vécue passe pour une simple anecdote"sv}},
    {.id = "cue-credentials-only"sv,
     .text = {.en = "Only diplomas count when decisions are made"sv,
              .fr = "Seuls les diplômes comptent au moment de décider"sv}},
});

inline constexpr auto safety_trauma_informed_present = std::to_array<cue>({
    {.id = "cue-place-and-pace-chosen"sv,
     .text = {.en = "Place and pace are chosen so that both people feel at ease"sv,
              .fr = "Le lieu et le rythme sont choisis pour que les deux personnes soient à l'aise"sv}},
    {.id = "cue-what-happened"sv,
     .text = {.en = "The question is what happened, and only if the person wants to tell"sv,
              .fr = "On s'intéresse à ce qui est arrivé, seulement si la personne veut le raconter"sv}},
    {.id = "cue-next-step-said-first"sv,
     .text = {.en = "What will happen next is said before it happens"sv,
              .fr = "On annonce ce qui va se passer avant que cela se passe"sv}},
});
inline constexpr auto safety_trauma_informed_eroded = std::to_array<cue>({
    {.id = "cue-safety-means-watching"sv,
     .text = {.en = "Safety means watching the person"sv,
              .fr = "La sécurité consiste à surveiller la personne"sv}},
    {.id = "cue-story-pulled-out"sv,
     .text = {.en = "The person has to tell painful things to get support"sv,
              .fr = "La personne doit raconter des choses douloureuses pour recevoir du soutien"sv}},
});

inline constexpr auto non_directive_present = std::to_array<cue>({
    {.id = "cue-open-questions"sv,
     .text = {.en = "Open questions are asked, and silence is allowed"sv,
              .fr = "On pose des questions ouvertes et on laisse place au silence"sv}},
    {.id = "cue-listening-before-ideas"sv,
     .text = {.en = "Ideas are offered after listening, as one way among others"sv,
              .fr = "On offre des idées après avoir écouté, comme une possibilité parmi d'autres"sv}},
});
inline constexpr auto non_directive_eroded = std::to_array<cue>({
    {.id = "cue-rush-to-fix"sv,
     .text = {.en = "There is a rush to fix things"sv,
              .fr = "On se presse de tout régler"sv}},
    {.id = "cue-my-way-worked"sv,
     .text = {.en = "What worked for the peer supporter is held up as the way"sv,
              .fr = "Ce qui a marché pour le pair aidant ou la paire aidante devient la voie à suivre"sv}},
});

inline constexpr auto strengths_focus_present = std::to_array<cue>({
    {.id = "cue-starts-from-what-works"sv,
     .text = {.en = "Talk starts from what already works"sv,
              .fr = "On part de ce qui marche déjà"sv}},
    {.id = "cue-skills-named"sv,
     .text = {.en = "The person's skills are named and used"sv,
              .fr = "Les talents de la personne sont nommés et mis à profit"sv}},
});
inline constexpr auto strengths_focus_eroded = std::to_array<cue>({
    {.id = "cue-list-of-deficits"sv,
     .text = {.en = "The person is summed up by a list of problems"sv,
              .fr = "On résume la personne à une liste de problèmes"sv}},
    {.id = "cue-done-for-the-person"sv,
     .text = {.en = "Things the person can do are done for them"sv,
              .fr = "On fait à la place de la personne ce qu'elle sait faire"sv}},
});

inline constexpr auto rights_systems_change_present = std::to_array<cue>({
    {.id = "cue-barriers-reported-up"sv,
     .text = {.en = "Barriers people meet are carried to those who can remove them"sv,
              .fr = "Les obstacles rencontrés sont portés à l'attention de qui peut les lever"sv}},
    {.id = "cue-coercion-questioned"sv,
     .text = {.en = "Coercion is questioned, also by the team"sv,
              .fr = "La contrainte est remise en question, y compris par l'équipe"sv}},
    {.id = "cue-peers-at-decisions"sv,
     .text = {.en = "People with lived experience take part in decisions"sv,
              .fr = "Des personnes ayant une expérience vécue participent aux décisions"sv}},
});
inline constexpr auto rights_systems_change_eroded = std::to_array<cue>({
    {.id = "cue-peer-part-of-coercion"sv,
     .text = {.en = "The peer supporter is asked to take part in coercion"sv,
              .fr = "On demande au pair aidant ou à la paire aidante de participer à la contrainte"sv}},
    {.id = "cue-advocacy-unwelcome"sv,
     .text = {.en = "Standing up for someone brings trouble"sv,
              .fr = "Prendre la défense de quelqu'un attire des ennuis"sv}},
});

inline constexpr auto cultural_safety_equity_present = std::to_array<cue>({
    {.id = "cue-person-judges-safety"sv,
     .text = {.en = "The person is the one who says whether the support is safe for them"sv,
              .fr = "C'est la personne qui dit si le soutien est sécuritaire pour elle"sv}},
    {.id = "cue-racism-and-poverty-named"sv,
     .text = {.en = "Racism, colonialism and poverty can be talked about"sv,
              .fr = "On peut parler du racisme, du colonialisme et de la pauvreté"sv}},
    {.id = "cue-support-in-own-language"sv,
     .text = {.en = "Support can be had in the person's own language, French included"sv,
              .fr = "Le soutien est offert dans la langue de la personne, y compris en français"sv}},
});
inline constexpr auto cultural_safety_equity_eroded = std::to_array<cue>({
    {.id = "cue-person-must-adapt"sv,
     .text = {.en = "The person has to fit in to be helped"sv,
              .fr = "La personne doit se conformer pour recevoir de l'aide"sv}},
    {.id = "cue-same-people-left-out"sv,
     .text = {.en = "The same people are left out every time"sv,
              .fr = "Ce sont toujours les mêmes personnes qui restent à l'écart"sv}},
});

inline constexpr auto independence_peer_voice_present = std::to_array<cue>({
    {.id = "cue-peers-lead"sv,
     .text = {.en = "Peer supporters lead what concerns peer support"sv,
              .fr = "Les pairs aidants et paires aidantes dirigent ce qui touche au soutien par les pairs"sv}},
    {.id = "cue-time-among-peers"sv,
     .text = {.en = "Peer supporters have time with other peer supporters"sv,
              .fr = "Les pairs aidants et paires aidantes ont du temps entre pairs"sv}},
});
inline constexpr auto independence_peer_voice_eroded = std::to_array<cue>({
    {.id = "cue-spoken-for"sv,
     .text = {.en = "Others speak for peer supporters"sv,
              .fr = "D'autres parlent au nom des pairs aidants et paires aidantes"sv}},
    {.id = "cue-lone-peer"sv,
     .text = {.en = "A peer supporter works alone, far from other peers"sv,
              .fr = "Un pair aidant ou une paire aidante travaille sans contact avec d'autres pairs"sv}},
});

}  // namespace peersupport::tables::principle_cues
