// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cue.hpp"

#include <array>
#include <string_view>

/// Cues of the seven values. Ours (`src-design`): no publication states them.
namespace peersupport::tables::value_cues {

using namespace std::string_view_literals;

inline constexpr auto hope_and_recovery_present = std::to_array<cue>({
    {.id = "cue-possibility-talked-about"sv,
     .text = {.en = "Talk turns to what could be possible"sv,
              .fr = "On parle de ce qui pourrait devenir possible"sv}},
    {.id = "cue-story-shows-a-way"sv,
     .text = {.en = "The peer supporter shares their own story, when it helps, to show there is a way through"sv,
              .fr = "Le pair aidant ou la paire aidante parle de son vécu, quand cela aide, pour montrer qu'il y a un chemin"sv}},
    {.id = "cue-effort-noticed"sv,
     .text = {.en = "Effort and small steps are noticed"sv,
              .fr = "Les efforts et les petits pas sont remarqués"sv}},
    {.id = "cue-setback-part-of-road"sv,
     .text = {.en = "A setback is part of the road, not a failure"sv,
              .fr = "Un recul fait partie du chemin; ce n'est pas un échec"sv}},
    {.id = "cue-recovery-in-own-words"sv,
     .text = {.en = "The person says what a good life means to them"sv,
              .fr = "La personne dit ce qu'est une bonne vie pour elle"sv}},
});
inline constexpr auto hope_and_recovery_eroded = std::to_array<cue>({
    {.id = "cue-limits-foretold"sv,
     .text = {.en = "The person is told what they will never be able to do"sv,
              .fr = "On dit à la personne ce qu'elle ne pourra jamais faire"sv}},
    {.id = "cue-mostly-what-is-wrong"sv,
     .text = {.en = "Talk is mostly about what is wrong"sv,
              .fr = "On parle surtout de ce qui ne va pas"sv}},
    {.id = "cue-symptoms-only-goal"sv,
     .text = {.en = "The only goal is fewer symptoms or less substance use"sv,
              .fr = "Le seul but est d'avoir moins de symptômes ou de consommer moins"sv}},
    {.id = "cue-life-plans-discouraged"sv,
     .text = {.en = "The person is talked out of work, school or love"sv,
              .fr = "On décourage la personne de travailler, d'étudier ou d'aimer"sv}},
});

inline constexpr auto empathetic_equal_relationships_present = std::to_array<cue>({
    {.id = "cue-both-share-and-learn"sv,
     .text = {.en = "Both people share something of themselves and learn from each other"sv,
              .fr = "Les deux personnes partagent un peu de leur vie et apprennent l'une de l'autre"sv}},
    {.id = "cue-power-talked-about"sv,
     .text = {.en = "Differences in power are talked about openly"sv,
              .fr = "On parle ouvertement des différences de pouvoir"sv}},
    {.id = "cue-being-with"sv,
     .text = {.en = "The peer supporter is there with the person and does not take over"sv,
              .fr = "Le pair aidant ou la paire aidante est là avec la personne, sans prendre les commandes"sv}},
    {.id = "cue-heard-without-judgement"sv,
     .text = {.en = "The person feels heard and not judged"sv,
              .fr = "La personne se sent écoutée, sans jugement"sv}},
});
inline constexpr auto empathetic_equal_relationships_eroded = std::to_array<cue>({
    {.id = "cue-expert-on-my-life"sv,
     .text = {.en = "The peer supporter acts as the expert on the person's life"sv,
              .fr = "Le pair aidant ou la paire aidante agit comme si sa lecture de la vie de la personne était la bonne"sv}},
    {.id = "cue-one-way-questions"sv,
     .text = {.en = "One asks all the questions and the other answers"sv,
              .fr = "L'une des deux personnes pose toutes les questions, l'autre répond"sv}},
    {.id = "cue-keys-and-charts"sv,
     .text = {.en = "Keys, charts or rules stand between the two people"sv,
              .fr = "Les clés, les dossiers ou les règlements se dressent entre les deux personnes"sv}},
    {.id = "cue-junior-clinician"sv,
     .text = {.en = "The peer supporter fills in as a junior clinician"sv,
              .fr = "Le pair aidant ou la paire aidante sert de renfort clinique"sv}},
});

inline constexpr auto self_determination_present = std::to_array<cue>({
    {.id = "cue-own-choice"sv,
     .text = {.en = "Taking part is the person's own choice"sv,
              .fr = "C'est la personne qui choisit de participer"sv}},
    {.id = "cue-goals-in-own-words"sv,
     .text = {.en = "Goals are in the person's own words"sv,
              .fr = "Les buts sont dits dans les mots de la personne"sv}},
    {.id = "cue-several-options"sv,
     .text = {.en = "Several options are laid out, and none is pushed"sv,
              .fr = "Plusieurs options sont présentées, sans insister sur aucune"sv}},
    {.id = "cue-free-to-stop"sv,
     .text = {.en = "The person can pause or stop at any time"sv,
              .fr = "La personne peut faire une pause ou arrêter en tout temps"sv}},
    {.id = "cue-right-to-risk"sv,
     .text = {.en = "The right to try things and take risks is respected"sv,
              .fr = "Le droit d'essayer et de prendre des risques est respecté"sv}},
});
inline constexpr auto self_determination_eroded = std::to_array<cue>({
    {.id = "cue-attendance-required"sv,
     .text = {.en = "The person has to come"sv,
              .fr = "La personne est obligée de venir"sv}},
    {.id = "cue-told-what-to-do"sv,
     .text = {.en = "The person is told what to do"sv,
              .fr = "On dit à la personne quoi faire"sv}},
    {.id = "cue-program-sets-goals"sv,
     .text = {.en = "The program sets the goals"sv,
              .fr = "C'est le programme qui fixe les buts"sv}},
    {.id = "cue-pressed-into-treatment"sv,
     .text = {.en = "The person is pressed to accept a treatment"sv,
              .fr = "On fait pression sur la personne pour qu'elle accepte un traitement"sv}},
});

inline constexpr auto dignity_respect_inclusion_present = std::to_array<cue>({
    {.id = "cue-identity-welcome"sv,
     .text = {.en = "The person's culture, identity and language are welcome"sv,
              .fr = "La culture, l'identité et la langue de la personne ont leur place"sv}},
    {.id = "cue-own-name-used"sv,
     .text = {.en = "People are called by the name and pronouns they use"sv,
              .fr = "On appelle chaque personne par le nom et les pronoms qu'elle utilise"sv}},
    {.id = "cue-rights-raised"sv,
     .text = {.en = "Rights are talked about and stood up for"sv,
              .fr = "On parle des droits et on les défend"sv}},
    {.id = "cue-ordinary-places"sv,
     .text = {.en = "Support leads to ordinary places in the community, when the person wants it"sv,
              .fr = "Le soutien mène à des lieux ordinaires de la communauté, si la personne le veut"sv}},
});
inline constexpr auto dignity_respect_inclusion_eroded = std::to_array<cue>({
    {.id = "cue-label-for-a-name"sv,
     .text = {.en = "A label or a diagnosis takes the place of a name"sv,
              .fr = "Une étiquette ou un diagnostic prend la place du nom"sv}},
    {.id = "cue-same-for-everyone"sv,
     .text = {.en = "Everyone gets the same program, whatever they need"sv,
              .fr = "Tout le monde reçoit le même programme, peu importe ses besoins"sv}},
    {.id = "cue-set-apart"sv,
     .text = {.en = "All that is offered is set apart from the community"sv,
              .fr = "Tout ce qui est offert se passe à l'écart de la communauté"sv}},
    {.id = "cue-put-downs-unanswered"sv,
     .text = {.en = "Put-downs by staff go unanswered"sv,
              .fr = "Les propos rabaissants du personnel restent sans réponse"sv}},
});

inline constexpr auto integrity_authenticity_trust_present = std::to_array<cue>({
    {.id = "cue-role-explained"sv,
     .text = {.en = "The role is explained at the start, in plain words"sv,
              .fr = "Le rôle est expliqué dès le début, en mots simples"sv}},
    {.id = "cue-confidentiality-limits-early"sv,
     .text = {.en = "What may have to be told to others is said early"sv,
              .fr = "On dit d'emblée ce qui pourrait devoir être répété à d'autres"sv}},
    {.id = "cue-notes-open"sv,
     .text = {.en = "The person can see what is written about them"sv,
              .fr = "La personne peut voir ce qui est écrit à son sujet"sv}},
    {.id = "cue-word-kept"sv,
     .text = {.en = "People keep their word and own their mistakes"sv,
              .fr = "On tient parole et on reconnaît ses erreurs"sv}},
    {.id = "cue-peer-speaks-up"sv,
     .text = {.en = "The peer supporter can tell the team what they think"sv,
              .fr = "Le pair aidant ou la paire aidante peut dire à l'équipe le fond de sa pensée"sv}},
});
inline constexpr auto integrity_authenticity_trust_eroded = std::to_array<cue>({
    {.id = "cue-told-behind-back"sv,
     .text = {.en = "Things are passed on behind the person's back"sv,
              .fr = "Des choses sont rapportées à l'insu de la personne"sv}},
    {.id = "cue-story-on-demand"sv,
     .text = {.en = "The peer supporter's story is scripted or demanded"sv,
              .fr = "Le récit du pair aidant ou de la paire aidante est dicté ou exigé"sv}},
    {.id = "cue-role-unclear"sv,
     .text = {.en = "Nobody can say what the role is"sv,
              .fr = "Personne ne peut dire en quoi consiste le rôle"sv}},
    {.id = "cue-promises-broken"sv,
     .text = {.en = "Promises are not kept"sv,
              .fr = "Les promesses ne sont pas tenues"sv}},
});

inline constexpr auto health_and_wellness_present = std::to_array<cue>({
    {.id = "cue-whole-life"sv,
     .text = {.en = "Talk covers the person's whole life, not only care"sv,
              .fr = "On parle de toute la vie de la personne, pas seulement des soins"sv}},
    {.id = "cue-safety-agreed"sv,
     .text = {.en = "Both people agree on what feels safe"sv,
              .fr = "Les deux personnes s'entendent sur ce qui est rassurant pour elles"sv}},
    {.id = "cue-self-care-time"sv,
     .text = {.en = "Time for self-care is protected"sv,
              .fr = "Le temps pour prendre soin de soi est protégé"sv}},
    {.id = "cue-workload-livable"sv,
     .text = {.en = "The peer supporter's workload leaves room to stay well"sv,
              .fr = "La charge de travail du pair aidant ou de la paire aidante lui permet de préserver son mieux-être"sv}},
});
inline constexpr auto health_and_wellness_eroded = std::to_array<cue>({
    {.id = "cue-illness-only"sv,
     .text = {.en = "Only illness and medication are talked about"sv,
              .fr = "On ne parle que de maladie et de médicaments"sv}},
    {.id = "cue-burnout-unanswered"sv,
     .text = {.en = "Peer supporters burn out and nothing changes"sv,
              .fr = "Des pairs aidants et paires aidantes s'épuisent et rien ne change"sv}},
    {.id = "cue-accommodation-refused"sv,
     .text = {.en = "A request for accommodation is ignored"sv,
              .fr = "Une demande d'adaptation reste sans suite"sv}},
    {.id = "cue-duties-reopen-wounds"sv,
     .text = {.en = "Duties bring old trauma back, and there is no way to refuse them"sv,
              .fr = "Des tâches ravivent d'anciens traumatismes et on ne peut pas les refuser"sv}},
});

inline constexpr auto lifelong_learning_growth_present = std::to_array<cue>({
    {.id = "cue-look-back-together"sv,
     .text = {.en = "The two people look back together on how the support is going"sv,
              .fr = "Les deux personnes font ensemble le point sur le soutien"sv}},
    {.id = "cue-curiosity"sv,
     .text = {.en = "Curiosity comes before answers"sv,
              .fr = "La curiosité passe avant les réponses"sv}},
    {.id = "cue-training-planned"sv,
     .text = {.en = "Training is planned, with time and money for it"sv,
              .fr = "La formation est planifiée, avec du temps et de l'argent"sv}},
    {.id = "cue-room-to-grow"sv,
     .text = {.en = "There are next steps in the job for those who want them"sv,
              .fr = "Le poste offre des possibilités d'avancement à qui en veut"sv}},
});
inline constexpr auto lifelong_learning_growth_eroded = std::to_array<cue>({
    {.id = "cue-no-supervision"sv,
     .text = {.en = "There is no supervision, or it is only about tasks"sv,
              .fr = "Il n'y a pas de supervision, ou elle ne porte que sur les tâches"sv}},
    {.id = "cue-no-training-money"sv,
     .text = {.en = "There is no time or money for training"sv,
              .fr = "Il n'y a ni temps ni argent pour la formation"sv}},
    {.id = "cue-dead-end-post"sv,
     .text = {.en = "The job leads nowhere"sv,
              .fr = "Le poste ne mène nulle part"sv}},
    {.id = "cue-fixed-answers"sv,
     .text = {.en = "The answers are fixed in advance"sv,
              .fr = "Les réponses sont arrêtées d'avance"sv}},
});

}  // namespace peersupport::tables::value_cues
