// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<job_description_component> {
    static constexpr table_summary table{"job_description_components"sv, "jd-"sv,
                                         {"Parts of a job description"sv, "Parties d'une description de poste"sv},
                                         {"What a job description for a peer role says."sv,
                                          "Ce que dit une description de poste de pair."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&job_description_component::level>("level"sv, {"Level"sv, "Niveau"sv}, field_kind::word, presence::required, replacing::refused),
            member<&job_description_component::text>("text"sv, {"Part"sv, "Partie"sv}, field_kind::text, presence::required, replacing::refused),
            member<&job_description_component::cues_en>("cues_en"sv, {"English cue words"sv, "Mots repères en anglais"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&job_description_component::cues_fr>("cues_fr"sv, {"French cue words"sv, "Mots repères en français"sv}, field_kind::words, presence::required, replacing::allowed),
            member<&job_description_component::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&job_description_component::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<training_component> {
    static constexpr table_summary table{"training_components"sv, "train-"sv,
                                         {"Training"sv, "Formation"sv},
                                         {"What peers, supervisors and teams learn."sv,
                                          "Ce que les pairs, les personnes qui supervisent et les équipes apprennent."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&training_component::level>("level"sv, {"Level"sv, "Niveau"sv}, field_kind::word, presence::required, replacing::refused),
            member<&training_component::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&training_component::roles>("roles"sv, {"For"sv, "Pour"sv}, field_kind::references, presence::optional, replacing::refused, "roles"sv),
            member<&training_component::hours>("hours"sv, {"Hours"sv, "Heures"sv}, field_kind::number, presence::optional, replacing::allowed),
            member<&training_component::within_days>("within_days"sv, {"Within days of starting"sv, "Jours après le début"sv}, field_kind::number, presence::optional, replacing::allowed),
            member<&training_component::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&training_component::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<training_benchmark> {
    static constexpr table_summary table{"training_benchmarks"sv, "bench-"sv,
                                         {"Published training hours"sv, "Heures de formation publiées"sv},
                                         {"What programmes have published. They count different things: benchmarks, not norms."sv,
                                          "Ce que des programmes ont publié. Ils ne comptent pas les mêmes choses : des repères, pas des normes."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&training_benchmark::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&training_benchmark::jurisdiction>("jurisdiction"sv, {"Where"sv, "Où"sv}, field_kind::string, presence::required, replacing::refused),
            member<&training_benchmark::course>("course"sv, {"Course"sv, "Cours"sv}, field_kind::text, presence::required, replacing::refused),
            member<&training_benchmark::practice>("practice"sv, {"Practice"sv, "Pratique"sv}, field_kind::text, presence::required, replacing::refused),
            member<&training_benchmark::course_hours_min>("course_hours_min"sv, {"Course hours, least"sv, "Heures de cours, minimum"sv}, field_kind::number, presence::optional, replacing::refused),
            member<&training_benchmark::course_hours_max>("course_hours_max"sv, {"Course hours, most"sv, "Heures de cours, maximum"sv}, field_kind::number, presence::optional, replacing::refused),
            member<&training_benchmark::practice_hours_min>("practice_hours_min"sv, {"Practice hours, least"sv, "Heures de pratique, minimum"sv}, field_kind::number, presence::optional, replacing::refused),
            member<&training_benchmark::practice_hours_max>("practice_hours_max"sv, {"Practice hours, most"sv, "Heures de pratique, maximum"sv}, field_kind::number, presence::optional, replacing::refused),
            member<&training_benchmark::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&training_benchmark::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<supervision_requirement> {
    static constexpr table_summary table{"supervision_requirements"sv, "sup-"sv,
                                         {"Supervision"sv, "Supervision"sv},
                                         {"What a peer may count on from supervision."sv,
                                          "Ce sur quoi une personne paire aidante peut compter en supervision."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&supervision_requirement::level>("level"sv, {"Level"sv, "Niveau"sv}, field_kind::word, presence::required, replacing::refused),
            member<&supervision_requirement::text>("text"sv, {"Requirement"sv, "Exigence"sv}, field_kind::text, presence::required, replacing::refused),
            member<&supervision_requirement::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&supervision_requirement::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<supervision_model> {
    static constexpr table_summary table{"supervision_models"sv, "sup-model-"sv,
                                         {"Models of supervision"sv, "Modèles de supervision"sv},
                                         {"Who supervises, and how."sv,
                                          "Qui supervise, et comment."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&supervision_model::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&supervision_model::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&supervision_model::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&supervision_model::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<frequency> {
    static constexpr table_summary table{"frequencies"sv, "freq-"sv,
                                         {"How often"sv, "À quelle fréquence"sv},
                                         {"How often people meet. An organization may set its own."sv,
                                          "À quelle fréquence on se rencontre. Un organisme peut fixer la sienne."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&frequency::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&frequency::how_often>("how_often"sv, {"How often"sv, "Fréquence"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&frequency::every>("every"sv, {"Every"sv, "Tous les"sv}, field_kind::number, presence::optional, replacing::allowed),
            member<&frequency::unit>("unit"sv, {"Unit"sv, "Unité"sv}, field_kind::word, presence::required, replacing::allowed),
            member<&frequency::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&frequency::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<organizational_factor> {
    static constexpr table_summary table{"organizational_factors"sv, "org-"sv,
                                         {"What helps and hinders in organizations"sv, "Ce qui aide et ce qui nuit dans les organismes"sv},
                                         {"What research and practice name."sv,
                                          "Ce que nomment la recherche et la pratique."sv},
                                         table_group::organization,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&organizational_factor::direction>("direction"sv, {"Direction"sv, "Effet"sv}, field_kind::word, presence::required, replacing::refused),
            member<&organizational_factor::reach>("reach"sv, {"Reach"sv, "Portée"sv}, field_kind::word, presence::required, replacing::refused),
            member<&organizational_factor::text>("text"sv, {"Factor"sv, "Facteur"sv}, field_kind::text, presence::required, replacing::refused),
            member<&organizational_factor::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&organizational_factor::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
