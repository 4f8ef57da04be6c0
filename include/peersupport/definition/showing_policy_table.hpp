// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/showing_policy.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// When a figure may be shown. The smallest number of people is never below 5.
inline constexpr auto showing_policies = std::to_array<showing_policy>({
    {.id = "policy-k5"sv,
     .name = {.en = "At least 5 people"sv, .fr = "Au moins 5 personnes"sv},
     .minimum_people = 5,
     .minimum_workers = 3,
     .used_where = {.en = "The lowest number allowed. Meant for use inside a service. PEDSnet, a US data network, also uses 5; we read that but keep no address for it."sv,
                     .fr = "Le plus petit nombre permis. Pensé pour l'usage à l'intérieur d'un service. PEDSnet, un réseau de données des États-Unis, utilise aussi 5; nous l'avons lu, mais sans en garder l'adresse."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "policy-k6"sv,
     .name = {.en = "At least 6 people"sv, .fr = "Au moins 6 personnes"sv},
     .minimum_people = 6,
     .minimum_workers = 3,
     .used_where = {.en = "Hides groups of 1 to 5. Meant for partners who share data under an agreement that says so."sv,
                     .fr = "Cache les groupes de 1 à 5. Pensé pour des partenaires qui partagent des données selon une entente qui le prévoit."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "policy-k10"sv,
     .name = {.en = "At least 10 people"sv, .fr = "Au moins 10 personnes"sv},
     .minimum_people = 10,
     .minimum_workers = 3,
     .used_where = {.en = "A round number that is easy to explain. Meant for partners and funders."sv,
                     .fr = "Un chiffre rond, facile à expliquer. Pensé pour des partenaires et des bailleurs de fonds."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "policy-k11"sv,
     .name = {.en = "At least 11 people"sv, .fr = "Au moins 11 personnes"sv},
     .minimum_people = 11,
     .minimum_workers = 3,
     .used_where = {.en = "Hides groups of 1 to 10. Meant for the public. CMS, the US federal health insurance agency, and PCORnet, a US data network, also use 11; we read that but keep no address for it."sv,
                     .fr = "Cache les groupes de 1 à 10. Pensé pour le grand public. CMS, l'agence fédérale d'assurance maladie des États-Unis, et PCORnet, un réseau de données de ce pays, utilisent aussi 11; nous l'avons lu, mais sans en garder l'adresse."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "policy-k15"sv,
     .name = {.en = "At least 15 people"sv, .fr = "Au moins 15 personnes"sv},
     .minimum_people = 15,
     .minimum_workers = 3,
     .used_where = {.en = "More careful. Meant for small places, where people know each other."sv,
                     .fr = "Plus prudent. Pensé pour les petits milieux, où les gens se connaissent."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "policy-k20"sv,
     .name = {.en = "At least 20 people"sv, .fr = "Au moins 20 personnes"sv},
     .minimum_people = 20,
     .minimum_workers = 3,
     .used_where = {.en = "The most careful of these. Meant for figures about traits that could put people at risk if known."sv,
                     .fr = "Le plus prudent de la liste. Pensé pour des chiffres sur des traits qui pourraient mettre des gens en danger s'ils étaient connus."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
