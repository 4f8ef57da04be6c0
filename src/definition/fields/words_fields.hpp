// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/member.hpp"
#include "peersupport/definition/definition_tables.hpp"

namespace peersupport {

using namespace std::string_view_literals;

template <>
struct description_of<staff_question> {
    static constexpr table_summary table{"staff_questions"sv, "faq-"sv,
                                         {"Questions from staff teams"sv, "Questions des équipes"sv},
                                         {"What colleagues ask, and short answers."sv,
                                          "Ce que les collègues demandent, et de courtes réponses."sv},
                                         table_group::words,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&staff_question::question>("question"sv, {"Question"sv, "Question"sv}, field_kind::text, presence::required, replacing::refused),
            member<&staff_question::answer>("answer"sv, {"Answer"sv, "Réponse"sv}, field_kind::text, presence::required, replacing::refused),
            member<&staff_question::see>("see"sv, {"See"sv, "Voir"sv}, field_kind::references, presence::optional, replacing::refused, "*"sv),
            member<&staff_question::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&staff_question::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<role_text> {
    static constexpr table_summary table{"role_texts"sv, "promo-"sv,
                                         {"Texts about the role"sv, "Textes sur le rôle"sv},
                                         {"Ready to use in a posting, a newsletter or on a wall."sv,
                                          "Prêts à utiliser dans une offre d'emploi, une infolettre ou sur une affiche."sv},
                                         table_group::words,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&role_text::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&role_text::audience>("audience"sv, {"For"sv, "Pour"sv}, field_kind::word, presence::required, replacing::refused),
            member<&role_text::text>("text"sv, {"Text"sv, "Texte"sv}, field_kind::text, presence::required, replacing::refused),
            member<&role_text::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&role_text::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<peersupport::person_guidance> {
    static constexpr table_summary table{"person_guidance"sv, "guide-"sv,
                                         {"For people who use peer support"sv, "Pour les personnes qui utilisent le soutien par les pairs"sv},
                                         {"What to expect, what you may refuse or ask for, whom to tell."sv,
                                          "À quoi s'attendre, ce qu'on peut refuser ou demander, à qui en parler."sv},
                                         table_group::words,
                                         adding::allowed, switching_off::refused};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&person_guidance::kind>("kind"sv, {"Kind"sv, "Type"sv}, field_kind::word, presence::required, replacing::refused),
            member<&person_guidance::text>("text"sv, {"Text"sv, "Texte"sv}, field_kind::text, presence::required, replacing::refused),
            member<&person_guidance::values>("values"sv, {"Values"sv, "Valeurs"sv}, field_kind::references, presence::required, replacing::refused, "values"sv),
            member<&person_guidance::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&person_guidance::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<resource> {
    static constexpr table_summary table{"resources"sv, "res-"sv,
                                         {"Resources"sv, "Ressources"sv},
                                         {"Where to learn more. Listed, not endorsed."sv,
                                          "Où en apprendre plus. La liste ne vaut pas recommandation."sv},
                                         table_group::words,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&resource::name>("name"sv, {"Name"sv, "Nom"sv}, field_kind::text, presence::required, replacing::allowed),
            member<&resource::meaning>("meaning"sv, {"What it is"sv, "Ce que c'est"sv}, field_kind::text, presence::required, replacing::refused),
            member<&resource::url>("url"sv, {"Address"sv, "Adresse"sv}, field_kind::string, presence::required, replacing::refused),
            member<&resource::languages>("languages"sv, {"Languages"sv, "Langues"sv}, field_kind::string, presence::required, replacing::refused),
            member<&resource::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&resource::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

template <>
struct description_of<french_term> {
    static constexpr table_summary table{"french_terms"sv, "term-"sv,
                                         {"French terms"sv, "Termes français"sv},
                                         {"How peer support is spoken of in French in Ontario."sv,
                                          "Comment on parle du soutien par les pairs en français en Ontario."sv},
                                         table_group::words,
                                         adding::allowed, switching_off::allowed};
    static constexpr auto members(auto&& visit) {
        return visit(
            member<&french_term::term>("term"sv, {"Term"sv, "Terme"sv}, field_kind::text, presence::required, replacing::refused),
            member<&french_term::french_status>("french_status"sv, {"French wording"sv, "Libellé français"sv}, field_kind::word, presence::required, replacing::refused),
            member<&french_term::note>("note"sv, {"Note"sv, "Note"sv}, field_kind::text, presence::optional, replacing::refused),
            member<&french_term::standing>("standing"sv, {"Standing"sv, "Fondement"sv}, field_kind::word, presence::required, replacing::refused),
            member<&french_term::sources>("sources"sv, {"Sources"sv, "Sources"sv}, field_kind::references, presence::required, replacing::refused, "sources"sv));
    }
};

}  // namespace peersupport
