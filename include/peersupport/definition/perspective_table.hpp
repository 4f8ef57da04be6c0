// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/perspective.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

inline constexpr auto perspectives = std::to_array<perspective>({
    {.id = "person"sv,
     .name = {.en = "Person receiving peer support"sv,
              .fr = "Personne qui reçoit du soutien par les pairs"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Speaks of the peer support they received themselves. What people say here is what a service is judged by; nobody else answers for them."sv,
                 .fr = "Parle du soutien par les pairs qu'elle a reçu elle-même. C'est d'après ces réponses que l'on juge un service; personne ne répond à sa place."sv},
     .group = {.en = "People supported"sv, .fr = "Personnes soutenues"sv},
     .receives_support = true,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-eenet-cips", "src-gillard21", "src-upsides", "src-design">},
    {.id = "family"sv,
     .name = {.en = "Family member or friend receiving family peer support"sv,
              .fr = "Membre de la famille ou proche qui reçoit du soutien par les pairs"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Speaks of the family peer support they received themselves, never in place of the person they care about."sv,
                 .fr = "Parle du soutien par les pairs reçu à titre de proche, jamais au nom de la personne qui lui est chère."sv},
     .group = {.en = "Family and friends"sv, .fr = "Familles et proches"sv},
     .receives_support = true,
     .standing = standing::proposed,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "peer-supporter"sv,
     .name = {.en = "Peer supporter"sv, .fr = "Pair aidant ou paire aidante"sv},
     .french_status = wording_status::official,
     .meaning = {.en = "Offers peer support, paid or not. Speaks of the support offered and of the conditions of the work."sv,
                 .fr = "Offre du soutien par les pairs, avec ou sans rémunération. Parle du soutien offert et des conditions de travail."sv},
     .group = {.en = "Peer supporters"sv, .fr = "Paires et pairs aidants"sv},
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-gillard21", "src-upsides", "src-chinman", "src-csmc-2013",
                      "src-aqrp-adult", "src-design">},
    {.id = "supervisor"sv,
     .name = {.en = "Supervisor"sv, .fr = "Superviseure ou superviseur"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Supervises peer supporters, with or without lived experience. Speaks of what the service makes easy or hard."sv,
                 .fr = "Supervise des pairs aidants et paires aidantes, avec ou sans expérience vécue. Parle de ce que le service facilite ou complique."sv},
     .group = {.en = "Supervisors"sv, .fr = "Personnes qui supervisent"sv},
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-gillard21", "src-chinman", "src-design">},
    {.id = "assessor"sv,
     .name = {.en = "Assessor"sv, .fr = "Personne chargée de l'évaluation"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Looks at a service from outside, through its documents and conversations. Says what was seen, not what people felt."sv,
                 .fr = "Regarde un service de l'extérieur, au moyen de ses documents et d'entretiens. Dit ce qui a été observé, non ce que les gens ont ressenti."sv},
     .group = {.en = "Assessors"sv, .fr = "Personnes qui évaluent"sv},
     .standing = standing::proposed,
     .meaning_standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
