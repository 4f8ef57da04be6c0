// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/connection.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// The four connections of the hub and the ring around it: how often, and what flows along each.
inline constexpr auto connections = std::to_array<connection>({
    {.id = "connection-peer-network"sv,
     .name = {.en = "Peer network and hub"sv,
              .fr = "Réseau des pairs et noyau"sv},
     .from = "part-peer-network"sv,
     .to = "part-hub"sv,
     .frequency = "freq-peer-network"sv,
     .brings = {.en = "Real situations to talk through, problems that keep coming back, and openings that peers see. The hub hears these first and passes them on."sv,
                .fr = "Des situations vécues à discuter, des problèmes qui reviennent, des occasions que les pairs voient venir. Le noyau les entend en premier et les fait suivre."sv},
     .carries = {.en = "Training, help with solving problems, resources, and news from the other parts. Peers who are new to the network are offered core skills training."sv,
                 .fr = "De la formation, de l'aide pour résoudre des problèmes, des ressources et des nouvelles des autres parties. Les pairs qui arrivent dans le réseau ont accès à la formation de base."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "connection-supervisor-network"sv,
     .name = {.en = "Supervisor network and hub"sv,
              .fr = "Réseau des personnes qui supervisent et noyau"sv},
     .from = "part-supervisor-network"sv,
     .to = "part-hub"sv,
     .frequency = "freq-supervisor-network"sv,
     .brings = {.en = "Practical questions from inside the agencies, above all how to hold on to peer values when the employer expects services and outcomes. Shared documents come out of it."sv,
                .fr = "Des questions concrètes venues des organismes, surtout celle-ci : comment garder les valeurs du soutien par les pairs quand l'employeur attend des services et des résultats. Il en sort des documents communs."sv},
     .carries = {.en = "Training in supervising peers, and news of what the peer network has raised. Help with writing guidelines, material to promote the role, and answers for staff teams."sv,
                 .fr = "Une formation à la supervision des pairs, et des nouvelles de ce que le réseau des pairs a soulevé. De l'aide pour rédiger des lignes directrices, du matériel pour faire connaître le rôle et des réponses pour les équipes."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "connection-planning-table"sv,
     .name = {.en = "Planning table and hub"sv,
              .fr = "Table de planification et noyau"sv},
     .from = "part-planning-table"sv,
     .to = "part-hub"sv,
     .frequency = "freq-planning-table"sv,
     .brings = {.en = "Plans and priorities of the region's agencies and of the funder. The host organization makes this connection."sv,
                .fr = "Les plans et les priorités des organismes de la région et du bailleur de fonds. C'est l'organisme hôte qui assure ce lien."sv},
     .carries = {.en = "What the hub does and learns, so that it is part of the talk among those who lead and fund services."sv,
                 .fr = "Ce que le noyau fait et apprend, pour que les personnes qui dirigent et financent les services en parlent aussi."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "connection-stewardship-group"sv,
     .name = {.en = "Stewardship group and hub"sv,
              .fr = "Groupe d'intendance et noyau"sv},
     .from = "part-stewardship-group"sv,
     .to = "part-hub"sv,
     .frequency = "freq-stewardship"sv,
     .brings = {.en = "Expertise, support from allies, and a view from the province and beyond. How often the group meets is not stated in the source."sv,
                .fr = "De l'expertise, l'appui de personnes alliées et un regard qui va de la province à plus loin. La source ne dit pas à quelle fréquence le groupe se réunit."sv},
     .carries = {.en = "What is happening in peer work on the ground, and where people with lived experience, families and caregivers should be at the table."sv,
                 .fr = "Ce qui se passe sur le terrain dans le travail des pairs, et les tables où les personnes ayant un vécu, les familles et les proches aidants et aidantes devraient avoir leur place."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "connection-outer-ring"sv,
     .name = {.en = "Outer ring and hub"sv,
              .fr = "Cercle élargi et noyau"sv},
     .from = "part-outer-ring"sv,
     .to = "part-hub"sv,
     .brings = {.en = "What others have tried, learned and made, from across the province, the country and the world."sv,
                .fr = "Ce que d'autres ont essayé, appris et créé, ailleurs dans la province, au pays et dans le monde."sv},
     .carries = {.en = "What the region has learned, its tools and its stories, so that others can use them."sv,
                 .fr = "Ce que la région a appris, ses outils et ses récits, pour que d'autres puissent s'en servir."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
});

}  // namespace peersupport::tables
