// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/network.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// Communities of practice: who meets, how often, what they do and make.
inline constexpr auto networks = std::to_array<network>({
    {.id = "net-peer-regional"sv,
     .name = {.en = "Regional peer network"sv,
              .fr = "Réseau régional des pairs"sv},
     .members = {.en = "All peers who work in a region: those paid by the regional funder and, more and more, those paid from elsewhere."sv,
                 .fr = "Tous les pairs d'une région : ceux que paie le bailleur de fonds régional et, de plus en plus, ceux dont le poste est financé autrement."sv},
     .does = {.en = "Peers talk through situations they have met, learn together, solve problems and share resources. The main challenges and openings are carried on to the other parts."sv,
              .fr = "Les pairs reviennent sur des situations vécues, se forment ensemble, règlent des problèmes et s'échangent des ressources. Les défis et les occasions qui comptent le plus sont portés aux autres parties."sv},
     .makes = {.en = "A common voice about what helps and what gets in the way, and resources that members share with each other."sv,
               .fr = "Une voix commune sur ce qui aide et ce qui nuit, et des ressources que les membres se partagent."sv},
     .newcomers = {.en = "A new peer takes part in core skills training, offered by the hub. In Mississauga Halton this training began in the fall of 2014."sv,
                   .fr = "Une personne qui arrive suit la formation de base offerte par le noyau. Dans la région de Mississauga Halton, cette formation a commencé à l'automne 2014."sv},
     .connection = "connection-peer-network"sv,
     .frequency = "freq-peer-network"sv,
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "net-supervisor-regional"sv,
     .name = {.en = "Regional supervisor network"sv,
              .fr = "Réseau régional des personnes qui supervisent"sv},
     .members = {.en = "Everyone who supervises a peer in a region, whoever pays for the position."sv,
                 .fr = "Toutes les personnes qui supervisent des pairs dans une région, peu importe qui finance le poste."sv},
     .does = {.en = "Supervisors work on practical questions together: for example, how to balance the ways of peer support with what a health service provider must deliver and show."sv,
              .fr = "On y travaille ensemble sur des questions concrètes : par exemple, comment concilier l'esprit du soutien par les pairs et ce qu'un fournisseur de services de santé doit offrir et démontrer."sv},
     .makes = {.en = "Guidelines on writing about peer work, material to promote and explain it, and answers to questions that staff teams often ask."sv,
               .fr = "Des lignes directrices sur la façon de documenter le travail des pairs, du matériel pour le faire connaître et l'expliquer, et des réponses aux questions fréquentes des équipes."sv},
     .newcomers = {.en = "Everyone in the network is trained in supervising peers; the hub offers the training."sv,
                   .fr = "Toutes les personnes du réseau sont formées à la supervision des pairs; c'est le noyau qui donne la formation."sv},
     .connection = "connection-supervisor-network"sv,
     .frequency = "freq-supervisor-network"sv,
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "net-peer-provincial"sv,
     .name = {.en = "Provincial Peer Network (PPN)"sv,
              .fr = "Réseau provincial des pairs (Provincial Peer Network, PPN)"sv},
     .members = {.en = "Peers who work for an agency anywhere in Ontario. Support House brings them together."sv,
                 .fr = "Les pairs qui travaillent pour un organisme, partout en Ontario. Support House les réunit."sv},
     .does = {.en = "Peers keep growing in their work: they reflect together, look for solutions, learn from each other and make room for different ways of working that stay true to the values. They speak up for peer support and work for change by example."sv,
              .fr = "Les pairs continuent d'évoluer dans leur travail : on y réfléchit ensemble, on cherche des solutions, on apprend les uns des autres et on fait place à différentes façons de travailler qui restent fidèles aux valeurs. On y défend le soutien par les pairs et on fait avancer les choses par l'exemple."sv},
     .makes = {.en = "Resources that support the practice of peers, which members help to create."sv,
               .fr = "Des ressources qui appuient la pratique des pairs, que les membres aident à créer."sv},
     .newcomers = {.en = "Members work from two documents of the Centre: one on core values and what they ask of people in action, the other a code of conduct. What else is offered to newcomers is not stated on the page we read, nor how often the network meets."sv,
                   .fr = "Les membres s'appuient sur deux documents du Centre : l'un sur les valeurs et ce qu'elles demandent dans l'action, l'autre, un code de conduite. La page lue ne dit pas ce qu'on offre d'autre à l'arrivée, ni à quelle fréquence le réseau se réunit."sv},
     .standing = standing::derived,
     .sources = cites<"src-supporthouse-cop">},
    {.id = "net-supervisor-provincial"sv,
     .name = {.en = "Provincial Peer Supervisory Network (PPSN)"sv,
              .fr = "Réseau provincial de supervision des pairs (Provincial Peer Supervisory Network, PPSN)"sv},
     .members = {.en = "Those who supervise, lead or manage peers in mental health and substance use services in Ontario. Support House brings them together."sv,
                 .fr = "Les personnes qui supervisent, dirigent ou gèrent des postes de pair dans les services ontariens en santé mentale et en consommation de substances. Support House les réunit."sv},
     .does = {.en = "Members help one another directly and keep practice close to the values. They help agencies put peer positions in place and keep them."sv,
              .fr = "Les membres s'entraident directement, gardent la pratique proche des valeurs et aident les organismes à mettre en place des postes de pair et à les conserver."sv},
     .makes = {.en = "Resources that members share so that good practice spreads. The page we read does not list them."sv,
               .fr = "Des ressources que les membres se partagent pour faire circuler les bonnes pratiques. La page lue n'en donne pas la liste."sv},
     .newcomers = {.en = "Members work from the same two documents as the peer network: core values in action, and a code of conduct. What else is offered to newcomers is not stated on the page we read, nor how often the network meets."sv,
                   .fr = "Les membres s'appuient sur les deux mêmes documents que le réseau des pairs : les valeurs dans l'action et un code de conduite. La page lue ne dit pas ce qu'on offre d'autre à l'arrivée, ni à quelle fréquence le réseau se réunit."sv},
     .standing = standing::derived,
     .sources = cites<"src-supporthouse-cop">},
});

}  // namespace peersupport::tables
