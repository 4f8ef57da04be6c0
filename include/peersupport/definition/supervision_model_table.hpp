// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/supervision_model.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// Who supervises, and how.
inline constexpr auto supervision_models = std::to_array<supervision_model>({
    {.id = "sup-model-peer"sv,
     .name = {.en = "Peer as supervisor"sv,
              .fr = "Supervision par une personne paire aidante"sv},
     .meaning = {.en = "The supervisor is an experienced peer. Most of the guidance we read prefers this."sv,
                 .fr = "La supervision est confiée à une personne paire aidante d'expérience. La plupart des lignes directrices que nous avons lues vont dans ce sens."sv},
     .standing = standing::derived,
     .sources = cites<"src-samhsa-nms", "src-naps-pan", "src-cms">},
    {.id = "sup-model-dual"sv,
     .name = {.en = "Manager and peer mentor together"sv,
              .fr = "Gestion et mentorat par les pairs, ensemble"sv},
     .meaning = {.en = "A manager looks after employment, and a peer mentor looks after practice. It can be a bridge where the manager is not a peer, as is often so in a hospital."sv,
                 .fr = "Une personne gestionnaire s'occupe de l'emploi, et un mentor ou une mentore de soutien par les pairs s'occupe de la pratique. C'est un pont possible quand la personne gestionnaire ne fait pas partie des pairs, ce qui est fréquent à l'hôpital."sv},
     .standing = standing::proposed,
     .sources = cites<"src-naps-pan", "src-cms", "src-samhsa-nms", "src-design">},
    {.id = "sup-model-ally"sv,
     .name = {.en = "Trained ally with peer advice from outside"sv,
              .fr = "Personne alliée formée, conseillée par des pairs de l'extérieur"sv},
     .meaning = {.en = "A colleague who is not a peer is trained to supervise and calls on an experienced peer from elsewhere. It fits for a set time, where no senior peer is there yet."sv,
                 .fr = "Une personne qui ne fait pas partie des pairs reçoit une formation pour superviser et fait appel à une personne paire aidante d'expérience d'un autre milieu. La formule convient pour un temps limité, là où il n'y a pas encore de pairs d'expérience."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "sup-model-hosted"sv,
     .name = {.en = "Peer-run organization employs, partner hosts"sv,
              .fr = "Un organisme géré par des pairs emploie, un partenaire accueille"sv},
     .meaning = {.en = "A peer-run organization employs and supervises the peer, who works at a partner's site. It protects peer culture, and it needs a service agreement."sv,
                 .fr = "Un organisme géré par des pairs emploie et supervise la personne, qui travaille chez un partenaire. Cette formule protège la culture des pairs et demande une entente de service."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "sup-model-coreflection"sv,
     .name = {.en = "Co-reflection group"sv,
              .fr = "Groupe de coréflexion"sv},
     .meaning = {.en = "Peers look at their practice together and support one another. It adds to supervision and does not replace it."sv,
                 .fr = "Les pairs réfléchissent ensemble à leur pratique et se soutiennent. La coréflexion s'ajoute à la supervision et ne la remplace pas."sv},
     .standing = standing::derived,
     .sources = cites<"src-ips-coref", "src-design">},
    {.id = "sup-model-cop"sv,
     .name = {.en = "Community of practice"sv,
              .fr = "Communauté de pratique"sv},
     .meaning = {.en = "Peers, or supervisors, from several employers learn together and shape good practice. It adds to supervision and does not replace it."sv,
                 .fr = "Des pairs, ou des personnes qui supervisent, de plusieurs employeurs apprennent ensemble et font évoluer les bonnes pratiques. Cette communauté s'ajoute à la supervision et ne la remplace pas."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips", "src-supporthouse-cop", "src-design">},
});

}  // namespace peersupport::tables
