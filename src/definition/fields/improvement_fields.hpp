// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<quality_dimension> {
    static constexpr table_summary table{"quality_dimensions"sv, "quality-"sv,
                                         {"Dimensions of quality"sv, "Dimensions de la qualité"sv},
                                         {"The six dimensions used in Ontario."sv,
                                          "Les six dimensions utilisées en Ontario."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&quality_dimension::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&quality_dimension::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&quality_dimension::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&quality_dimension::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<gap> {
    static constexpr table_summary table{"gaps"sv, "gap-"sv,
                                         {"Gaps"sv, "Écarts"sv},
                                         {"Differences between the definition and what is there. A gap says something about a service, never about a person."sv,
                                          "Différences entre la définition et ce qui existe. Un écart parle d'un service, jamais d'une personne."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&gap::text>("text"sv, {"Gap"sv, "Écart"sv}, field_kind::text, presence::required, replacing::refused),
            member<&gap::detected_by>("detected_by"sv, {"How it is noticed"sv, "Comment on le voit"sv}, field_kind::text, presence::required, replacing::refused),
            member<&gap::values>("values"sv, {"Values"sv, "Valeurs"sv}, field_kind::references, presence::optional, replacing::refused, "values"sv),
            member<&gap::facet>("facet"sv, {"What survey questions about it are about"sv, "Ce dont parlent les questions du sondage à ce sujet"sv}, field_kind::string, presence::optional, replacing::refused),
            member<&gap::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&gap::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<driver> {
    static constexpr table_summary table{"drivers"sv, "drv-"sv,
                                         {"Drivers"sv, "Leviers"sv},
                                         {"What a service can work on."sv,
                                          "Ce sur quoi un service peut travailler."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&driver::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&driver::meaning>("meaning"sv, {"Meaning"sv, "Sens"sv}, field_kind::text, presence::required, replacing::refused),
            member<&driver::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&driver::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<change_idea> {
    static constexpr table_summary table{"change_ideas"sv, "ci-"sv,
                                         {"Change ideas"sv, "Idées de changement"sv},
                                         {"What to try, and how to see whether it helped."sv,
                                          "Quoi essayer, et comment voir si cela a aidé."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&change_idea::text>("text"sv, {"Idea"sv, "Idée"sv}, field_kind::text, presence::required, replacing::refused),
            member<&change_idea::driver>("driver"sv, {"Driver"sv, "Levier"sv}, field_kind::reference, presence::required, replacing::refused, "drivers"sv),
            member<&change_idea::gaps>("gaps"sv, {"Gaps it may close"sv, "Écarts qu'elle peut combler"sv}, field_kind::references, presence::required, replacing::refused, "gaps"sv),
            member<&change_idea::values>("values"sv, {"Values"sv, "Valeurs"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&change_idea::level>("level"sv, {"Level"sv, "Niveau"sv}, field_kind::reference, presence::required, replacing::refused, "levels_of_influence"sv),
            member<&change_idea::quality_dimension>("quality_dimension"sv, {"Quality"sv, "Qualité"sv}, field_kind::reference, presence::required, replacing::refused, "quality_dimensions"sv),
            member<&change_idea::process_measure>("process_measure"sv, {"Is it being done?"sv, "Est-ce que cela se fait?"sv}, field_kind::text, presence::required, replacing::refused),
            member<&change_idea::outcome_measure>("outcome_measure"sv, {"Does it help?"sv, "Est-ce que cela aide?"sv}, field_kind::text, presence::required, replacing::refused),
            member<&change_idea::evidence_class>("evidence_class"sv, {"Evidence"sv, "Données probantes"sv}, field_kind::word, presence::required, replacing::refused),
            member<&change_idea::evidence>("evidence"sv, {"What is known"sv, "Ce qu'on sait"sv}, field_kind::text, presence::required, replacing::refused),
            member<&change_idea::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&change_idea::mapping_standing>("mapping_standing"sv, {"Standing of the mapping"sv, "Fondement de la correspondance"sv}, field_kind::word, presence::required, replacing::refused),
            member<&change_idea::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<improvement_step> {
    static constexpr table_summary table{"improvement_steps"sv, "step-"sv,
                                         {"Steps of improvement"sv, "Étapes d'amélioration"sv},
                                         {"Small tests first; spread what worked."sv,
                                          "De petits essais d'abord; diffuser ce qui a marché."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&improvement_step::cycle>("cycle"sv, {"Cycle"sv, "Cycle"sv}, field_kind::word, presence::required, replacing::refused),
            member<&improvement_step::order>("order"sv, {"Order"sv, "Ordre"sv}, field_kind::number, presence::required, replacing::refused),
            member<&improvement_step::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&improvement_step::text>("text"sv, {"What to do"sv, "Quoi faire"sv}, field_kind::text, presence::required, replacing::refused),
            member<&improvement_step::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&improvement_step::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<balancing_measure> {
    static constexpr table_summary table{"balancing_measures"sv, "balance-"sv,
                                         {"Balancing measures"sv, "Mesures d'équilibre"sv},
                                         {"What to watch, so that a change does no harm."sv,
                                          "Quoi surveiller, pour qu'un changement ne nuise pas."sv},
                                         table_group::improvement,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&balancing_measure::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&balancing_measure::text>("text"sv, {"What to watch"sv, "Quoi surveiller"sv}, field_kind::text, presence::required, replacing::refused),
            member<&balancing_measure::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&balancing_measure::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<programme_rule> {
    static constexpr table_summary table{"programme_rules"sv, "rule-"sv,
                                         {"Rules of the programme check"sv, "Règles de la vérification d'un programme"sv},
                                         {"What a programme or network is held against. A finding is about a programme, never about a person."sv,
                                          "Ce à quoi on compare un programme ou un réseau. Un constat parle d'un programme, jamais d'une personne."sv},
                                         table_group::improvement,
                                         adding::refused, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&programme_rule::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&programme_rule::need>("need"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&programme_rule::explanation>("explanation"sv, {"Why it matters"sv, "Pourquoi c'est important"sv}, field_kind::text, presence::required, replacing::refused),
            member<&programme_rule::level>("level"sv, {"Level"sv, "Niveau"sv}, field_kind::reference, presence::required, replacing::refused, "levels_of_influence"sv),
            member<&programme_rule::gap>("gap"sv, {"Gap"sv, "Écart"sv}, field_kind::reference, presence::optional, replacing::refused, "gaps"sv),
            member<&programme_rule::change_ideas>("change_ideas"sv, {"What to try"sv, "Quoi essayer"sv}, field_kind::references, presence::required, replacing::refused, "change_ideas"sv),
            member<&programme_rule::frequency>("frequency"sv, {"How often"sv, "Fréquence"sv}, field_kind::reference, presence::optional, replacing::refused, "frequencies"sv),
            member<&programme_rule::limit>("limit"sv, {"Limit"sv, "Seuil"sv}, field_kind::number, presence::optional, replacing::allowed),
            member<&programme_rule::unit>("unit"sv, {"Unit"sv, "Unité"sv}, field_kind::word, presence::required, replacing::allowed),
            member<&programme_rule::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&programme_rule::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
