// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<level_of_influence> {
    static constexpr table_summary table{"levels_of_influence"sv, "level-"sv,
                                         {"Levels of influence"sv, "Niveaux d'influence"sv},
                                         {"Where something helps or hinders peer support, nearest to the person first."sv,
                                          "Où quelque chose aide ou nuit au soutien par les pairs, du plus près de la personne au plus loin."sv},
                                         table_group::evaluation,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&level_of_influence::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&level_of_influence::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&level_of_influence::look_at>("look_at"sv, {"What to look at"sv, "Quoi regarder"sv}, field_kind::text, presence::required, replacing::refused),
            member<&level_of_influence::indicators>("indicators"sv, {"Where it can be seen"sv, "Où on peut le voir"sv}, field_kind::text, presence::required, replacing::refused),
            member<&level_of_influence::reflection>("reflection"sv, {"A question to think about"sv, "Une question à se poser"sv}, field_kind::text, presence::required, replacing::refused),
            member<&level_of_influence::stands_in_for>("stands_in_for"sv, {"Stands in for"sv, "Tient lieu de"sv}, field_kind::text, presence::required, replacing::refused),
            member<&level_of_influence::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&level_of_influence::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<evaluation_element> {
    static constexpr table_summary table{"evaluation_elements"sv, "eval-"sv,
                                         {"Evaluation"sv, "Évaluation"sv},
                                         {"How peer support is evaluated: integrity before impact."sv,
                                          "Comment évaluer le soutien par les pairs : l'intégrité avant les effets."sv},
                                         table_group::evaluation,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&evaluation_element::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&evaluation_element::text>("text"sv, {"What it means"sv, "Ce que cela veut dire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&evaluation_element::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&evaluation_element::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<evaluation_challenge> {
    static constexpr table_summary table{"evaluation_challenges"sv, "challenge-"sv,
                                         {"Challenges of evaluation"sv, "Défis de l'évaluation"sv},
                                         {"What makes outcomes hard to evaluate."sv,
                                          "Ce qui rend les résultats difficiles à évaluer."sv},
                                         table_group::evaluation,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&evaluation_challenge::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&evaluation_challenge::text>("text"sv, {"Challenge"sv, "Défi"sv}, field_kind::text, presence::required, replacing::refused),
            member<&evaluation_challenge::response>("response"sv, {"What helps"sv, "Ce qui aide"sv}, field_kind::text, presence::required, replacing::refused),
            member<&evaluation_challenge::stands_in_for>("stands_in_for"sv, {"Stands in for"sv, "Tient lieu de"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&evaluation_challenge::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&evaluation_challenge::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<guiding_principle> {
    static constexpr table_summary table{"guiding_principles"sv, "guiding-"sv,
                                         {"Principles that guide the work"sv, "Principes qui guident le travail"sv},
                                         {"Four, as the source has four; its list is lost."sv,
                                          "Quatre, comme dans la source, dont la liste est perdue."sv},
                                         table_group::evaluation,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&guiding_principle::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&guiding_principle::text>("text"sv, {"What it means"sv, "Ce que cela veut dire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&guiding_principle::stands_in_for>("stands_in_for"sv, {"Stands in for"sv, "Tient lieu de"sv}, field_kind::text, presence::required, replacing::refused),
            member<&guiding_principle::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&guiding_principle::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<reflective_area> {
    static constexpr table_summary table{"reflective_areas"sv, "reflection-"sv,
                                         {"Areas of reflective practice"sv, "Domaines de pratique réflexive"sv},
                                         {"Seven, as the source has seven; its list is lost."sv,
                                          "Sept, comme dans la source, dont la liste est perdue."sv},
                                         table_group::evaluation,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&reflective_area::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&reflective_area::text>("text"sv, {"What it means"sv, "Ce que cela veut dire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&reflective_area::question>("question"sv, {"A question to think about"sv, "Une question à se poser"sv}, field_kind::text, presence::required, replacing::refused),
            member<&reflective_area::stands_in_for>("stands_in_for"sv, {"Stands in for"sv, "Tient lieu de"sv}, field_kind::text, presence::required, replacing::refused),
            member<&reflective_area::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&reflective_area::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
