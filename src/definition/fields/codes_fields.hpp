// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<reporting_code> {
    static constexpr table_summary table{"reporting_codes"sv, "code-"sv,
                                         {"Ontario reporting codes"sv, "Codes de déclaration en Ontario"sv},
                                         {"Codes under which peer support appears in Ontario reports. Code and name only; the manuals decide."sv,
                                          "Codes sous lesquels le soutien par les pairs figure dans les rapports ontariens. Code et nom seulement; les guides font foi."sv},
                                         table_group::codes,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&reporting_code::system>("system"sv, {"System"sv, "Système"sv}, field_kind::word, presence::required, replacing::refused),
            member<&reporting_code::code>("code"sv, {"Code"sv, "Code"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&reporting_code::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&reporting_code::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&reporting_code::peer_specific>("peer_specific"sv, {"Peer support itself"sv, "Le soutien par les pairs même"sv}, field_kind::flag, presence::optional, replacing::refused),
            member<&reporting_code::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&reporting_code::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&reporting_code::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<external_code> {
    static constexpr table_summary table{"external_codes"sv, "xc-"sv,
                                         {"Codes of other systems"sv, "Codes d'autres systèmes"sv},
                                         {"Nearest codes elsewhere, with how sure that is."sv,
                                          "Codes les plus proches ailleurs, et à quel point c'est sûr."sv},
                                         table_group::codes,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&external_code::system>("system"sv, {"System"sv, "Système"sv}, field_kind::string, presence::required, replacing::refused),
            member<&external_code::system_url>("system_url"sv, {"Address of the system"sv, "Adresse du système"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&external_code::code>("code"sv, {"Code"sv, "Code"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&external_code::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&external_code::maps_to>("maps_to"sv, {"Stands for"sv, "Correspond à"sv}, field_kind::references, presence::optional, replacing::refused, "*"sv),
            member<&external_code::match>("match"sv, {"Match"sv, "Correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&external_code::confidence>("confidence"sv, {"Confidence"sv, "Confiance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&external_code::jurisdiction>("jurisdiction"sv, {"Where"sv, "Où"sv}, field_kind::string, presence::required, replacing::refused),
            member<&external_code::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&external_code::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&external_code::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<source> {
    static constexpr table_summary table{"sources"sv, "src-"sv,
                                         {"Sources"sv, "Sources"sv},
                                         {"Where rows come from, and how much of it was read."sv,
                                          "D'où viennent les lignes, et ce qui en a été lu."sv},
                                         table_group::codes,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&source::title>("title"sv, {"Title"sv, "Titre"sv}, field_kind::text, presence::required, replacing::refused),
            member<&source::who>("who"sv, {"Who"sv, "Qui"sv}, field_kind::string, presence::required, replacing::refused),
            member<&source::year>("year"sv, {"Year"sv, "Année"sv}, field_kind::number, presence::optional, replacing::refused),
            member<&source::url>("url"sv, {"Address"sv, "Adresse"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&source::reading>("reading"sv, {"Read"sv, "Lecture"sv}, field_kind::word, presence::required, replacing::refused),
            member<&source::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&source::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::optional, replacing::refused));
    }
};

}  // namespace peersupport
