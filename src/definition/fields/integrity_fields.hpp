// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<showing_policy> {
    static constexpr table_summary table{"showing_policies"sv, "policy-"sv,
                                         {"When a figure may be shown"sv, "Quand un chiffre peut être montré"sv},
                                         {"When a figure may be shown. The smallest number of people is never below 5."sv,
                                          "Quand un chiffre peut être montré. Le plus petit nombre de personnes n'est jamais sous 5."sv},
                                         table_group::integrity,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&showing_policy::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&showing_policy::minimum_people>("minimum_people"sv, {"People, at least"sv, "Personnes, au moins"sv}, field_kind::number, presence::required, replacing::refused, ""sv, {5, 1000}),
            member<&showing_policy::minimum_workers>("minimum_workers"sv, {"Workers, at least"sv, "Pairs, au moins"sv}, field_kind::number, presence::required, replacing::refused, ""sv, {1, 1000}),
            member<&showing_policy::used_where>("used_where"sv, {"Used where"sv, "Où cela sert"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&showing_policy::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&showing_policy::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<integrity_level> {
    static constexpr table_summary table{"integrity_levels"sv, "experienced-"sv,
                                         {"Levels of service integrity"sv, "Niveaux d'intégrité du service"sv},
                                         {"How often people experience the values of peer support in a service. A level describes a service, never a person."sv,
                                          "À quelle fréquence les gens vivent les valeurs du soutien par les pairs dans un service. Un niveau décrit un service, jamais une personne."sv},
                                         table_group::integrity,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&integrity_level::order>("order"sv, {"Order"sv, "Ordre"sv}, field_kind::number, presence::required, replacing::refused),
            member<&integrity_level::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::refused),
            member<&integrity_level::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&integrity_level::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&integrity_level::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<cut_set> {
    static constexpr table_summary table{"cut_sets"sv, "cuts-"sv,
                                         {"Cut-offs of the levels"sv, "Seuils des niveaux"sv},
                                         {"From which score which level is given. Nobody has adopted ours; an organization may add its own."sv,
                                          "À partir de quel score quel niveau est donné. Personne n'a adopté les nôtres; un organisme peut ajouter les siens."sv},
                                         table_group::integrity,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&cut_set::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&cut_set::sometimes_from>("sometimes_from"sv, {"Sometimes, from"sv, "Parfois, à partir de"sv}, field_kind::number, presence::required, replacing::refused, ""sv, {1, 100}),
            member<&cut_set::often_from>("often_from"sv, {"Often, from"sv, "Souvent, à partir de"sv}, field_kind::number, presence::required, replacing::refused, ""sv, {1, 100}),
            member<&cut_set::nearly_always_from>("nearly_always_from"sv, {"Nearly always, from"sv, "Presque toujours, à partir de"sv}, field_kind::number, presence::required, replacing::refused, ""sv, {1, 100}),
            member<&cut_set::adopted_by>("adopted_by"sv, {"Adopted by"sv, "Adoptés par"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&cut_set::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::required, replacing::refused),
            member<&cut_set::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&cut_set::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<eroded_limit> {
    static constexpr table_summary table{"eroded_limits"sv, "limit-"sv,
                                         {"What holds a level down"sv, "Ce qui retient un niveau"sv},
                                         {"What should not happen in peer support holds the level down, whatever the averages say."sv,
                                          "Ce qui ne devrait pas arriver dans le soutien par les pairs retient le niveau, peu importe les moyennes."sv},
                                         table_group::integrity,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&eroded_limit::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&eroded_limit::facet>("facet"sv, {"What the question is about"sv, "Ce dont parle la question"sv}, field_kind::string, presence::required, replacing::refused),
            member<&eroded_limit::values>("values"sv, {"Values"sv, "Valeurs"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&eroded_limit::counted>("counted"sv, {"Counted when met"sv, "Comptée si cela arrive"sv}, field_kind::word, presence::required, replacing::refused),
            member<&eroded_limit::percent>("percent"sv, {"From this share of people (%)"sv, "À partir de cette part des gens (%)"sv}, field_kind::number, presence::required, replacing::allowed, ""sv, {1, 100}),
            member<&eroded_limit::at_most>("at_most"sv, {"Highest level then"sv, "Niveau le plus haut alors"sv}, field_kind::reference, presence::required, replacing::refused, "integrity_levels"sv),
            member<&eroded_limit::explanation>("explanation"sv, {"Why it matters"sv, "Pourquoi c'est important"sv}, field_kind::text, presence::required, replacing::refused),
            member<&eroded_limit::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&eroded_limit::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<impact_condition> {
    static constexpr table_summary table{"impact_conditions"sv, "impact-"sv,
                                         {"Conditions for speaking of impact"sv, "Conditions pour parler d'impact"sv},
                                         {"What must hold before anyone speaks of change alongside peer support."sv,
                                          "Ce qu'il faut avant de parler de changement en parallèle du soutien par les pairs."sv},
                                         table_group::integrity,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&impact_condition::order>("order"sv, {"Order"sv, "Ordre"sv}, field_kind::number, presence::required, replacing::refused),
            member<&impact_condition::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&impact_condition::explanation>("explanation"sv, {"Why it is asked for"sv, "Pourquoi on le demande"sv}, field_kind::text, presence::required, replacing::refused),
            member<&impact_condition::advice>("advice"sv, {"What a service can do"sv, "Ce qu'un service peut faire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&impact_condition::limit>("limit"sv, {"Limit"sv, "Seuil"sv}, field_kind::number, presence::optional, replacing::allowed, ""sv, {1, 1000}),
            member<&impact_condition::unit>("unit"sv, {"Unit"sv, "Unité"sv}, field_kind::word, presence::required, replacing::refused),
            member<&impact_condition::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&impact_condition::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<integrity_rule> {
    static constexpr table_summary table{"integrity_rules"sv, "integrity-"sv,
                                         {"Rules of the figures"sv, "Règles des chiffres"sv},
                                         {"How figures about service integrity are made."sv,
                                          "Comment se font les chiffres sur l'intégrité du service."sv},
                                         table_group::integrity,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&integrity_rule::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&integrity_rule::explanation>("explanation"sv, {"What it means"sv, "Ce que cela veut dire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&integrity_rule::number>("number"sv, {"Number"sv, "Nombre"sv}, field_kind::number, presence::optional, replacing::allowed, ""sv, {1, 99}),
            member<&integrity_rule::unit>("unit"sv, {"Unit"sv, "Unité"sv}, field_kind::word, presence::required, replacing::refused),
            member<&integrity_rule::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&integrity_rule::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<integrity_message> {
    static constexpr table_summary table{"integrity_messages"sv, "msg-"sv,
                                         {"What reports say"sv, "Ce que disent les rapports"sv},
                                         {"What reports about service integrity say, in plain words."sv,
                                          "Ce que disent les rapports sur l'intégrité du service, en mots simples."sv},
                                         table_group::integrity,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&integrity_message::text>("text"sv, {"Text"sv, "Texte"sv}, field_kind::text, presence::required, replacing::refused),
            member<&integrity_message::about>("about"sv, {"When it is said"sv, "Quand on le dit"sv}, field_kind::text, presence::required, replacing::refused),
            member<&integrity_message::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&integrity_message::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
