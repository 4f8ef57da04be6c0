// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"
#include "review/rule_names.hpp"

#include <array>
#include <string_view>

namespace peersupport::review {

/// What a finding says. {name} is an id, a list of ids, a count or a span of time; {count?one|many} is the word
/// that goes with a count. An id always follows a noun, or stands before a colon, so that French needs no elision.
struct message_text {
    std::string_view rule;
    std::string_view variant;
    localized_text text;
};

inline constexpr auto message_texts = std::to_array<message_text>({
    {rules::connection_missing,
     "no-hub",
     {"The connection \"{connection}\" is missing: no hub is named.",
      "Le lien « {connection} » manque : aucun noyau n'est nommé."}},
    {rules::connection_missing,
     "none",
     {"The connection \"{connection}\" is missing: the program has nothing of this kind.",
      "Le lien « {connection} » manque : le programme n'a rien de ce genre."}},
    {rules::connection_missing,
     "apart",
     {"The connection \"{connection}\" is missing: {parts} {count?is|are} there, but not joined to the hub.",
      "Le lien « {connection} » manque : {parts} {count?existe|existent}, mais sans lien avec le noyau."}},
    {rules::meetings_rare,
     "",
     {"{part}: no meeting in {missed} of {expected_span}.",
      "{part} : aucune rencontre pendant {missed_span} sur {expected}."}},
    {rules::meetings_rare,
     "limit",
     {"{part}: no meeting in {missed} of {expected_span} (limit: {limit}).",
      "{part} : aucune rencontre pendant {missed_span} sur {expected} (seuil : {limit})."}},
    {rules::meetings_rare,
     "never",
     {"{part}: no meeting in the whole period.", "{part} : aucune rencontre de toute la période."}},
    {rules::meetings_unrecorded,
     "",
     {"{part}: no meeting dates are given, so nothing can be said about how often people meet.",
      "{part} : aucune date de rencontre n'est donnée; on ne peut donc rien dire de la fréquence."}},
    {rules::peer_not_connected,
     "",
     {"Position {position} at agency {agency} is in no peer network.",
      "Le poste {position} de l'organisme {agency} n'est dans aucun réseau de pairs."}},
    {rules::supervisor_not_connected,
     "",
     {"No supervisor network includes {supervisor} at agency {agency}, with {count} {count?position|positions}.",
      "Aucun réseau de personnes qui supervisent ne comprend {supervisor}, de l'organisme {agency}, avec {count} "
      "{count?poste|postes}."}},
    {rules::agency_not_connected,
     "",
     {"Agency {agency} has {count} peer {count?position|positions} and no way to a planning table, directly or "
      "through the hub.",
      "L'organisme {agency} compte {count} {count?poste|postes} de pair et n'a accès à aucune table de "
      "planification, ni directement ni par le noyau."}},
    {rules::issue_path_missing,
     "",
     {"{table}: no way leads here from {not_reached} of {filled} filled {filled?position|positions}: {positions}.",
      "{table} : aucun chemin n'y mène depuis {not_reached} {not_reached?poste occupé|postes occupés} sur {filled} "
      ": {positions}."}},
    {rules::core_skills_missing,
     "",
     {"No core skills training is on record for position {position} at agency {agency}, {days} {days?day|days} "
      "after it was filled (limit: {limit_span}).",
      "Aucune formation de base n'est notée pour le poste {position} de l'organisme {agency}, {days} "
      "{days?jour|jours} après l'entrée en poste (seuil : {limit_span})."}},
    {rules::core_skills_late,
     "",
     {"Core skills training for position {position} at agency {agency} came {days} {days?day|days} after it was "
      "filled (limit: {limit_span}).",
      "La formation de base pour le poste {position} de l'organisme {agency} est venue {days} {days?jour|jours} "
      "après l'entrée en poste (seuil : {limit_span})."}},
    {rules::supervision_training_missing,
     "",
     {"No peer supervision training is on record for {supervisor} at agency {agency}, {days} {days?day|days} after "
      "supervision began (limit: {limit_span}).",
      "Aucune formation en supervision de pairs n'est notée pour {supervisor}, de l'organisme {agency}, {days} "
      "{days?jour|jours} après le début de la supervision (seuil : {limit_span})."}},
    {rules::supervision_training_late,
     "",
     {"Peer supervision training for {supervisor} at agency {agency} came {days} {days?day|days} after supervision "
      "began (limit: {limit_span}).",
      "La formation en supervision de pairs pour {supervisor}, de l'organisme {agency}, est venue {days} "
      "{days?jour|jours} après le début de la supervision (seuil : {limit_span})."}},
    {rules::no_supervisor,
     "",
     {"Nobody is named to supervise position {position} at agency {agency}.",
      "Personne n'est nommé pour superviser le poste {position} de l'organisme {agency}."}},
    {rules::lone_peer,
     "",
     {"Agency {agency} has one filled peer position only: {position}.",
      "L'organisme {agency} n'a qu'un poste de pair occupé : {position}."}},
    {rules::core_element_uncovered,
     "none",
     {"No agency in region {region} offers \"{element}\".",
      "Aucun organisme de la région {region} n'offre « {element} »."}},
    {rules::core_element_uncovered,
     "not-filled",
     {"In region {region}, {agencies} {count?names|name} \"{element}\", but {count?has|have} no filled position.",
      "Dans la région {region}, {agencies} {count?nomme|nomment} « {element} », mais sans aucun poste occupé."}},
    {rules::service_form_unlinked,
     "",
     {"Agency {agency} names \"{element}\", but none of the service forms that offer it.",
      "L'organisme {agency} nomme « {element} », mais aucune des formes de service qui l'offrent."}},
    {rules::positions_under,
     "",
     {"Agency {agency}: {positions} of {funded} funded {funded?position|positions} {positions?is|are} listed.",
      "Organisme {agency} : {positions} {positions?poste figure|postes figurent} à la liste, pour {funded} "
      "{funded?poste financé|postes financés}."}},
    {rules::positions_under,
     "system-leads",
     {"System leads: {positions} of {funded} funded {funded?position|positions} {positions?is|are} listed.",
      "Responsables à l'échelle du système : {positions} {positions?poste figure|postes figurent} à la liste, pour "
      "{funded} {funded?poste financé|postes financés}."}},
    {rules::positions_over,
     "",
     {"Agency {agency}: {positions} {positions?position is|positions are} listed, and {funded} {funded?is|are} "
      "funded.",
      "Organisme {agency} : {positions} {positions?poste figure|postes figurent} à la liste, pour {funded} "
      "{funded?poste financé|postes financés}."}},
    {rules::positions_over,
     "system-leads",
     {"System leads: {positions} {positions?position is|positions are} listed, and {funded} {funded?is|are} funded.",
      "Responsables à l'échelle du système : {positions} {positions?poste figure|postes figurent} à la liste, pour "
      "{funded} {funded?poste financé|postes financés}."}},
    {rules::position_vacant,
     "",
     {"Position {position} at agency {agency} has been vacant for {days} {days?day|days} (limit: {limit_span}).",
      "Le poste {position} de l'organisme {agency} est vacant depuis {days} {days?jour|jours} (seuil : "
      "{limit_span})."}},
    {rules::funder_unnamed, "", {"No funder is named.", "Aucun bailleur de fonds n'est nommé."}},
    {rules::no_baseline,
     "",
     {"There is no baseline to compare with later.", "Il n'y a pas de point de départ pour comparer plus tard."}},
    {rules::impact_before_integrity,
     "",
     {"An impact evaluation began {days} {days?day|days} before integrity was known.",
      "Une évaluation des effets a commencé {days} {days?jour|jours} avant que l'intégrité soit connue."}},
    {rules::impact_before_integrity,
     "not-known",
     {"An impact evaluation began, and integrity is not known yet.",
      "Une évaluation des effets a commencé, et l'intégrité n'est pas encore connue."}},
    {rules::baseline_after_change,
     "",
     {"The baseline was taken {days} {days?day|days} after improvement cycle {cycle} began.",
      "Le point de départ a été pris {days} {days?jour|jours} après le début du cycle d'amélioration {cycle}."}},
    {rules::evaluator_absent, "", {"No evaluator is named.", "Personne n'est nommé pour s'occuper de l'évaluation."}},
    {rules::evaluator_absent,
     "no-evaluation",
     {"No evaluation is described, and no evaluator is named.",
      "Aucune évaluation n'est décrite, et personne n'est nommé pour s'en occuper."}},
    {rules::perspective_missing,
     "baseline",
     {"For the baseline, the people the service is for were not asked.",
      "Pour le point de départ, on n'a pas interrogé les personnes pour qui le service existe."}},
    {rules::perspective_missing,
     "integrity",
     {"In this evaluation of integrity, the people the service is for were not asked.",
      "Dans cette évaluation de l'intégrité, on n'a pas interrogé les personnes pour qui le service existe."}},
    {rules::no_improvement_cycle,
     "",
     {"Integrity has been known for {days} {days?day|days}, and no improvement cycle has followed in the period.",
      "L'intégrité est connue depuis {days} {days?jour|jours}, et aucun cycle d'amélioration n'a suivi pendant la période."}},
    {rules::cycle_open,
     "",
     {"Improvement cycle {cycle} began {days} {days?day|days} ago and has no decision yet (limit: {limit_span}).",
      "Le cycle d'amélioration {cycle} a commencé il y a {days} {days?jour|jours} et n'a pas encore de décision "
      "(seuil : {limit_span})."}},
    {rules::definition_other,
     "none",
     {"The program names no version of the definition.", "Le programme ne nomme aucune version de la définition."}},
    {rules::definition_other,
     "version",
     {"The program names another version of the definition than the one it was checked against.",
      "Le programme nomme une autre version de la définition que celle de la vérification."}},
    {rules::definition_other,
     "digest",
     {"The program names this version of the definition, but with another digest.",
      "Le programme nomme cette version de la définition, mais avec une autre empreinte."}},
});

}  // namespace peersupport::review
