// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<constellation_part> {
    static constexpr table_summary table{"constellation"sv, "part-"sv,
                                         {"Constellation"sv, "Constellation"sv},
                                         {"The parts of a governance in which information runs both ways."sv,
                                          "Les parties d'une gouvernance où l'information circule dans les deux sens."sv},
                                         table_group::governance,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&constellation_part::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&constellation_part::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&constellation_part::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&constellation_part::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&constellation_part::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<connection> {
    static constexpr table_summary table{"connections"sv, "connection-"sv,
                                         {"Connections"sv, "Liens"sv},
                                         {"The four connections of the hub and the ring around it: how often, and what flows along each."sv,
                                          "Les quatre liens du noyau et le cercle élargi : à quelle fréquence, et ce qui y circule."sv},
                                         table_group::governance,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&connection::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&connection::from>("from"sv, {"From"sv, "De"sv}, field_kind::reference, presence::required, replacing::refused, "constellation"sv),
            member<&connection::to>("to"sv, {"To"sv, "À"sv}, field_kind::reference, presence::required, replacing::refused, "constellation"sv),
            member<&connection::frequency>("frequency"sv, {"How often"sv, "Fréquence"sv}, field_kind::reference, presence::optional, replacing::refused, "frequencies"sv),
            member<&connection::brings>("brings"sv, {"Brings to the hub"sv, "Apporte au noyau"sv}, field_kind::text, presence::required, replacing::refused),
            member<&connection::carries>("carries"sv, {"Carries from the hub"sv, "Porte depuis le noyau"sv}, field_kind::text, presence::required, replacing::refused),
            member<&connection::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&connection::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<network> {
    static constexpr table_summary table{"networks"sv, "net-"sv,
                                         {"Networks"sv, "Réseaux"sv},
                                         {"Communities of practice: who meets, how often, what they do and make."sv,
                                          "Communautés de pratique : qui se rencontre, à quelle fréquence, ce qu'elles font et produisent."sv},
                                         table_group::governance,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&network::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&network::members>("members"sv, {"Who"sv, "Qui"sv}, field_kind::text, presence::required, replacing::refused),
            member<&network::does>("does"sv, {"What it does"sv, "Ce qu'on y fait"sv}, field_kind::text, presence::required, replacing::refused),
            member<&network::makes>("makes"sv, {"What it makes"sv, "Ce qu'on y produit"sv}, field_kind::text, presence::required, replacing::refused),
            member<&network::newcomers>("newcomers"sv, {"When somebody joins"sv, "À l'arrivée de quelqu'un"sv}, field_kind::text, presence::required, replacing::refused),
            member<&network::connection>("connection"sv, {"Connection"sv, "Lien"sv}, field_kind::reference, presence::optional, replacing::refused, "connections"sv),
            member<&network::frequency>("frequency"sv, {"How often"sv, "Fréquence"sv}, field_kind::reference, presence::optional, replacing::refused, "frequencies"sv),
            member<&network::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&network::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<hub_contribution> {
    static constexpr table_summary table{"hub_contributions"sv, "contribution-"sv,
                                         {"What a hub does"sv, "Ce que fait le noyau"sv},
                                         {"How a hub shows the value of lived experience."sv,
                                          "Comment le noyau montre la valeur du vécu."sv},
                                         table_group::governance,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&hub_contribution::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&hub_contribution::text>("text"sv, {"What it means"sv, "Ce que cela veut dire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&hub_contribution::stands_in_for>("stands_in_for"sv, {"Stands in for"sv, "Tient lieu de"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&hub_contribution::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&hub_contribution::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
