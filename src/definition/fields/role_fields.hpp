// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<role> {
    static constexpr table_summary table{"roles"sv, "role-"sv,
                                         {"Roles"sv, "Rôles"sv},
                                         {"The roles a peer may hold."sv,
                                          "Les rôles qu'une personne paire aidante peut tenir."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&role::code>("code"sv, {"Code"sv, "Code"sv}, field_kind::string, presence::required, replacing::refused),
            member<&role::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&role::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&role::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&role::lived_experience>("lived_experience"sv, {"Lived experience"sv, "Vécu"sv}, field_kind::text, presence::required, replacing::refused),
            member<&role::preparation>("preparation"sv, {"Preparation"sv, "Préparation"sv}, field_kind::text, presence::required, replacing::refused),
            member<&role::exclusions>("exclusions"sv, {"Not part of it"sv, "N'en fait pas partie"sv}, field_kind::text, presence::required, replacing::refused),
            member<&role::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&role::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<competency_category> {
    static constexpr table_summary table{"competency_categories"sv, "category-"sv,
                                         {"Competency categories"sv, "Catégories de compétences"sv},
                                         {"What peers are able to do, in groups."sv,
                                          "Ce que les pairs savent faire, par groupes."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&competency_category::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&competency_category::kind>("kind"sv, {"For"sv, "Pour"sv}, field_kind::word, presence::required, replacing::refused),
            member<&competency_category::samhsa>("samhsa"sv, {"SAMHSA 2015"sv, "SAMHSA 2015"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&competency_category::hee>("hee"sv, {"HEE/NHS 2020"sv, "HEE/NHS 2020"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&competency_category::psc>("psc"sv, {"Peer Support Canada"sv, "Peer Support Canada"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&competency_category::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&competency_category::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<competency> {
    static constexpr table_summary table{"competencies"sv, "competency-"sv,
                                         {"Competencies"sv, "Compétences"sv},
                                         {"What peers are able to do."sv,
                                          "Ce que les pairs savent faire."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&competency::category>("category"sv, {"Category"sv, "Catégorie"sv}, field_kind::reference, presence::required, replacing::refused, "competency_categories"sv),
            member<&competency::text>("text"sv, {"Competency"sv, "Compétence"sv}, field_kind::text, presence::required, replacing::refused),
            member<&competency::samhsa_item>("samhsa_item"sv, {"SAMHSA item"sv, "Point SAMHSA"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&competency::values>("values"sv, {"Values"sv, "Valeurs"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&competency::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&competency::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&competency::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<activity_code> {
    static constexpr table_summary table{"activity_codes"sv, "activity-"sv,
                                         {"Activity codes"sv, "Codes d'activité"sv},
                                         {"Kinds of work for an activity log."sv,
                                          "Types de travail pour un journal d'activités."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&activity_code::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&activity_code::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&activity_code::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&activity_code::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<duty> {
    static constexpr table_summary table{"duties"sv, "duty-"sv,
                                         {"Duties"sv, "Tâches du rôle"sv},
                                         {"What belongs to peer roles."sv,
                                          "Ce qui fait partie des rôles de pair."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&duty::text>("text"sv, {"Duty"sv, "Tâche"sv}, field_kind::text, presence::required, replacing::refused),
            member<&duty::activity>("activity"sv, {"Activity code"sv, "Code d'activité"sv}, field_kind::reference, presence::required, replacing::refused, "activity_codes"sv),
            member<&duty::core_roles>("core_roles"sv, {"At the core of"sv, "Au cœur de"sv}, field_kind::references, presence::optional, replacing::refused, "roles"sv),
            member<&duty::optional_roles>("optional_roles"sv, {"May be part of"sv, "Peut faire partie de"sv}, field_kind::references, presence::optional, replacing::refused, "roles"sv),
            member<&duty::competencies>("competencies"sv, {"Competencies"sv, "Compétences"sv}, field_kind::references, presence::optional, replacing::refused, "competencies"sv),
            member<&duty::cues_en>("cues_en"sv, {"English cue words"sv, "Mots repères en anglais"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&duty::cues_fr>("cues_fr"sv, {"French cue words"sv, "Mots repères en français"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&duty::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&duty::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&duty::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<drift_class> {
    static constexpr table_summary table{"drift_classes"sv, "drift-class-"sv,
                                         {"Kinds of drift"sv, "Types de dérive"sv},
                                         {"Ways in which work leaves the role."sv,
                                          "Façons dont le travail sort du rôle."sv},
                                         table_group::role,
                                         adding::refused, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&drift_class::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&drift_class::severity>("severity"sv, {"Severity"sv, "Gravité"sv}, field_kind::number, presence::required, replacing::refused),
            member<&drift_class::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&drift_class::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&drift_class::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<peersupport::drift> {
    static constexpr table_summary table{"drift"sv, "drift-"sv,
                                         {"Drift"sv, "Dérives"sv},
                                         {"Work that is not peer support, the values it wears away, and what to do instead."sv,
                                          "Le travail qui n'est pas du soutien par les pairs, les valeurs qu'il érode, et quoi faire à la place."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&drift::drift_class>("drift_class"sv, {"Kind"sv, "Type"sv}, field_kind::reference, presence::required, replacing::refused, "drift_classes"sv),
            member<&drift::severity>("severity"sv, {"Severity"sv, "Gravité"sv}, field_kind::number, presence::required, replacing::refused),
            member<&drift::text>("text"sv, {"Work outside the role"sv, "Travail hors du rôle"sv}, field_kind::text, presence::required, replacing::refused),
            member<&drift::values_eroded>("values_eroded"sv, {"Values worn away"sv, "Valeurs érodées"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&drift::usually_from>("usually_from"sv, {"Usually"sv, "D'habitude"sv}, field_kind::word, presence::required, replacing::refused),
            member<&drift::cues_en>("cues_en"sv, {"English cue words"sv, "Mots repères en anglais"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&drift::cues_fr>("cues_fr"sv, {"French cue words"sv, "Mots repères en français"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&drift::instead>("instead"sv, {"Instead"sv, "À la place"sv}, field_kind::text, presence::required, replacing::refused),
            member<&drift::instead_rows>("instead_rows"sv, {"See"sv, "Voir"sv}, field_kind::references, presence::optional, replacing::refused, "*"sv),
            member<&drift::roles_exempt>("roles_exempt"sv, {"Does not concern"sv, "Ne concerne pas"sv}, field_kind::references, presence::optional, replacing::refused, "roles"sv),
            member<&drift::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&drift::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&drift::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<conditional_duty> {
    static constexpr table_summary table{"conditional_duties"sv, "cond-"sv,
                                         {"Work that depends"sv, "Tâches qui dépendent des conditions"sv},
                                         {"Work that is peer support under conditions, and not without them."sv,
                                          "Ce qui est du soutien par les pairs à certaines conditions, et ne l'est pas sans elles."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&conditional_duty::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&conditional_duty::conditions>("conditions"sv, {"Only if"sv, "Seulement si"sv}, field_kind::text, presence::required, replacing::refused),
            member<&conditional_duty::question>("question"sv, {"Ask"sv, "À demander"sv}, field_kind::text, presence::required, replacing::refused),
            member<&conditional_duty::basis>("basis"sv, {"Why"sv, "Pourquoi"sv}, field_kind::text, presence::required, replacing::refused),
            member<&conditional_duty::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&conditional_duty::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<documentation_guideline> {
    static constexpr table_summary table{"documentation_guidelines"sv, "doc-"sv,
                                         {"Notes: what belongs in them"sv, "Notes : ce qui y a sa place"sv},
                                         {"What a peer support note holds, and what stays out of it."sv,
                                          "Ce qu'une note de soutien par les pairs contient, et ce qui n'y entre pas."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&documentation_guideline::code>("code"sv, {"Code"sv, "Code"sv}, field_kind::string, presence::required, replacing::refused),
            member<&documentation_guideline::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&documentation_guideline::text>("text"sv, {"Guideline"sv, "Ligne directrice"sv}, field_kind::text, presence::required, replacing::refused),
            member<&documentation_guideline::values>("values"sv, {"Values it protects"sv, "Valeurs protégées"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&documentation_guideline::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&documentation_guideline::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&documentation_guideline::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<conduct_rule> {
    static constexpr table_summary table{"conduct_rules"sv, "conduct-"sv,
                                         {"Boundaries and conduct"sv, "Limites et conduite"sv},
                                         {"Conduct is fixed for everyone; boundaries are made together by the two people."sv,
                                          "La conduite est la même pour tout le monde; on convient des limites à deux."sv},
                                         table_group::role,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&conduct_rule::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&conduct_rule::text>("text"sv, {"Rule"sv, "Règle"sv}, field_kind::text, presence::required, replacing::refused),
            member<&conduct_rule::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&conduct_rule::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
