// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/core_element.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// What a region needs so that peer support can work, as people with lived experience and families named it in one region of Ontario.
inline constexpr auto core_elements = std::to_array<core_element>({
    {.id = "core-support-groups"sv,
     .name = {.en = "Support groups"sv,
              .fr = "Groupes de soutien"sv},
     .meaning = {.en = "Places where people with something in common meet regularly and support one another."sv,
                 .fr = "Des lieux où des personnes qui ont quelque chose en commun se réunissent régulièrement et se soutiennent."sv},
     .service_forms = ids<"service-form-peer-group", "service-form-self-help-mutual", "service-form-family-peer">,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "core-social-activities"sv,
     .name = {.en = "Social activities"sv,
              .fr = "Activités sociales"sv},
     .meaning = {.en = "Chances to enjoy time with others, make friends and feel part of a community."sv,
                 .fr = "Des occasions de passer du bon temps avec d'autres, de nouer des amitiés et de sentir qu'on fait partie d'une communauté."sv},
     .service_forms = ids<"service-form-social-recreation", "service-form-drop-in">,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "core-recovery-education"sv,
     .name = {.en = "Recovery education"sv,
              .fr = "Formation axée sur le rétablissement"sv},
     .meaning = {.en = "Learning with and from peers about living well and finding one's own way forward."sv,
                 .fr = "Apprendre, avec les pairs et grâce à eux, à vivre mieux et à trouver sa propre voie."sv},
     .service_forms = ids<"service-form-recovery-education">,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "core-infrastructure"sv,
     .name = {.en = "Infrastructure"sv,
              .fr = "Infrastructure"sv},
     .meaning = {.en = "What lets peer support last: steady funding, training, supervision, networks and people who look after the whole."sv,
                 .fr = "Ce qui permet au soutien par les pairs de durer : un financement stable, de la formation, de la supervision, des réseaux et des personnes qui veillent à l'ensemble."sv},
     .service_forms = ids<"service-form-peer-infrastructure">,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
    {.id = "core-advocacy-services"sv,
     .name = {.en = "Advocacy services"sv,
              .fr = "Services de défense des droits"sv},
     .meaning = {.en = "Help to know one's rights and be heard, for one person or for many."sv,
                 .fr = "De l'aide pour connaître ses droits et se faire entendre, que ce soit pour une seule personne ou pour plusieurs."sv},
     .service_forms = ids<"service-form-advocacy-individual", "service-form-advocacy-systemic">,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-design">},
});

}  // namespace peersupport::tables
