// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<value> {
    static constexpr table_summary table{"values"sv, ""sv,
                                         {"Values"sv, "Valeurs"sv},
                                         {"What peer support lives by."sv,
                                          "Ce qui anime le soutien par les pairs."sv},
                                         table_group::foundations,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&value::code>("code"sv, {"Code"sv, "Code"sv}, field_kind::string, presence::required, replacing::refused),
            member<&value::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::refused),
            member<&value::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&value::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&value::present_cues>("present_cues"sv, {"How it shows"sv, "Comment on la voit"sv}, field_kind::cues, presence::required, replacing::refused),
            member<&value::eroded_cues>("eroded_cues"sv, {"How it is being lost"sv, "Comment elle se perd"sv}, field_kind::cues, presence::required, replacing::refused),
            member<&value::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&value::meaning_standing>("meaning_standing"sv, {"Standing of the meaning"sv, "Fondement du sens"sv}, field_kind::word, presence::required, replacing::refused),
            member<&value::cues_standing>("cues_standing"sv, {"Standing of the cues"sv, "Fondement des repères"sv}, field_kind::word, presence::required, replacing::refused),
            member<&value::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&value::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<principle> {
    static constexpr table_summary table{"principles"sv, ""sv,
                                         {"Principles"sv, "Principes"sv},
                                         {"What other frameworks name apart and the seven values hold together."sv,
                                          "Ce que d'autres cadres nomment à part et que les sept valeurs réunissent."sv},
                                         table_group::foundations,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&principle::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::refused),
            member<&principle::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&principle::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&principle::primary_value>("primary_value"sv, {"First value"sv, "Première valeur"sv}, field_kind::reference, presence::required, replacing::refused, "values"sv),
            member<&principle::secondary_value>("secondary_value"sv, {"Also expresses"sv, "Exprime aussi"sv}, field_kind::reference, presence::required, replacing::refused, "values"sv),
            member<&principle::present_cues>("present_cues"sv, {"How it shows"sv, "Comment on le voit"sv}, field_kind::cues, presence::required, replacing::refused),
            member<&principle::eroded_cues>("eroded_cues"sv, {"How it is being lost"sv, "Comment il se perd"sv}, field_kind::cues, presence::required, replacing::refused),
            member<&principle::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&principle::meaning_standing>("meaning_standing"sv, {"Standing of the meaning"sv, "Fondement du sens"sv}, field_kind::word, presence::required, replacing::refused),
            member<&principle::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&principle::cues_standing>("cues_standing"sv, {"Standing of the cues"sv, "Fondement des repères"sv}, field_kind::word, presence::required, replacing::refused),
            member<&principle::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<perspective> {
    static constexpr table_summary table{"perspectives"sv, ""sv,
                                         {"Perspectives"sv, "Points de vue"sv},
                                         {"From where somebody sees a service."sv,
                                          "D'où une personne voit un service."sv},
                                         table_group::foundations,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&perspective::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&perspective::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&perspective::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&perspective::group>("group"sv, {"As a group"sv, "En groupe"sv}, field_kind::text, presence::optional, replacing::allowed),
            member<&perspective::receives_support>("receives_support"sv, {"Receives support"sv, "Reçoit du soutien"sv}, field_kind::flag, presence::optional, replacing::refused),
            member<&perspective::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&perspective::meaning_standing>("meaning_standing"sv, {"Standing of the meaning"sv, "Fondement du sens"sv}, field_kind::word, presence::required, replacing::refused),
            member<&perspective::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<statement> {
    static constexpr table_summary table{"statements"sv, "is-"sv,
                                         {"What peer support is and is not"sv, "Ce que le soutien par les pairs est et n'est pas"sv},
                                         {"Short sentences that say what peer support is, and what it must not be taken for."sv,
                                          "De courtes phrases qui disent ce qu'est le soutien par les pairs, et avec quoi il ne faut pas le confondre."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&statement::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&statement::text>("text"sv, {"Statement"sv, "Énoncé"sv}, field_kind::text, presence::required, replacing::refused),
            member<&statement::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&statement::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<formality> {
    static constexpr table_summary table{"formalities"sv, "formality-"sv,
                                         {"Spectrum of formality"sv, "Du plus informel au plus formel"sv},
                                         {"Peer support goes from friendship to a formal role; what can be scored depends on where on it a service stands."sv,
                                          "Le soutien par les pairs va de l'amitié au rôle formel; ce qu'on peut évaluer dépend de sa place sur cette ligne."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&formality::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&formality::marks>("marks"sv, {"How to know it"sv, "À quoi on le reconnaît"sv}, field_kind::text, presence::required, replacing::refused),
            member<&formality::scoring>("scoring"sv, {"What may be scored"sv, "Ce qu'on peut évaluer"sv}, field_kind::text, presence::required, replacing::refused),
            member<&formality::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&formality::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<service_form> {
    static constexpr table_summary table{"service_forms"sv, "service-form-"sv,
                                         {"Service forms"sv, "Formes de service"sv},
                                         {"The ways in which peer support is offered."sv,
                                          "Les façons d'offrir le soutien par les pairs."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&service_form::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&service_form::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&service_form::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&service_form::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&service_form::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<core_element> {
    static constexpr table_summary table{"core_elements"sv, "core-"sv,
                                         {"Core elements"sv, "Éléments essentiels"sv},
                                         {"What a region needs so that peer support can work, as people with lived experience and families named it in one region of Ontario."sv,
                                          "Ce dont une région a besoin pour que le soutien par les pairs fonctionne, comme l'ont nommé des personnes ayant un vécu et des familles d'une région de l'Ontario."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&core_element::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&core_element::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&core_element::service_forms>("service_forms"sv, {"Service forms"sv, "Formes de service"sv}, field_kind::references, presence::required, replacing::refused, "service_forms"sv),
            member<&core_element::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&core_element::meaning_standing>("meaning_standing"sv, {"Standing of the meaning"sv, "Fondement du sens"sv}, field_kind::word, presence::required, replacing::refused),
            member<&core_element::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<setting> {
    static constexpr table_summary table{"settings"sv, "setting-"sv,
                                         {"Settings"sv, "Milieux"sv},
                                         {"Where peer support takes place, what presses on the role there, and what helps."sv,
                                          "Où se fait le soutien par les pairs, ce qui y pèse sur le rôle, et ce qui aide."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&setting::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&setting::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&setting::pressures>("pressures"sv, {"Pressure on the role"sv, "Ce qui pèse sur le rôle"sv}, field_kind::text, presence::required, replacing::refused),
            member<&setting::drift>("drift"sv, {"Drift to watch for"sv, "Dérives à surveiller"sv}, field_kind::references, presence::required, replacing::refused, "drift"sv),
            member<&setting::adaptation>("adaptation"sv, {"What helps"sv, "Ce qui aide"sv}, field_kind::text, presence::required, replacing::refused),
            member<&setting::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&setting::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<framework> {
    static constexpr table_summary table{"frameworks"sv, "framework-"sv,
                                         {"Frameworks"sv, "Cadres de référence"sv},
                                         {"Other frameworks that describe peer support, in our words."sv,
                                          "D'autres cadres qui décrivent le soutien par les pairs, dans nos mots."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&framework::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&framework::jurisdiction>("jurisdiction"sv, {"Where"sv, "Où"sv}, field_kind::string, presence::required, replacing::refused),
            member<&framework::facts>("facts"sv, {"What it says"sv, "Ce qu'il dit"sv}, field_kind::text, presence::required, replacing::refused),
            member<&framework::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&framework::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<crosswalk_element> {
    static constexpr table_summary table{"crosswalk"sv, "xw-"sv,
                                         {"Crosswalk to the seven values"sv, "Correspondance avec les sept valeurs"sv},
                                         {"Each element of sixteen frameworks, and the value it belongs to first."sv,
                                          "Chaque élément de seize cadres, et la valeur dont il relève d'abord."sv},
                                         table_group::foundations,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&crosswalk_element::framework>("framework"sv, {"Framework"sv, "Cadre"sv}, field_kind::reference, presence::required, replacing::refused, "frameworks"sv),
            member<&crosswalk_element::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&crosswalk_element::primary_value>("primary_value"sv, {"First value"sv, "Première valeur"sv}, field_kind::reference, presence::required, replacing::refused, "values"sv),
            member<&crosswalk_element::secondary_values>("secondary_values"sv, {"Also expresses"sv, "Exprime aussi"sv}, field_kind::references, presence::optional, replacing::refused, "values"sv),
            member<&crosswalk_element::principle>("principle"sv, {"Principle"sv, "Principe"sv}, field_kind::reference, presence::optional, replacing::refused, "principles"sv),
            member<&crosswalk_element::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&crosswalk_element::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&crosswalk_element::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
