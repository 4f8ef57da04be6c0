// SPDX-License-Identifier: Apache-2.0
// For each rule, changes that break it: where it is found, and what is said.
#pragma once

#include "programme_case.hpp"

#include <string>
#include <vector>

namespace peersupport::unit {

/// Connections, meetings, networks, paths.
inline std::vector<rule_case> governance_cases() {
    return {
        {"no hub",
         "rule-connection-missing",
         [](programme& p) { p.hub.reset(); },
         {"/hub", "/hub", "/hub", "/hub"},
         "The connection \"Peer network and hub\" is missing: no hub is named.",
         "Le lien « Réseau des pairs et noyau » manque : aucun noyau n'est nommé."},
        {"a network apart",
         "rule-connection-missing",
         [](programme& p) { p.networks[0].joins_hub = false; },
         {"/networks"},
         "The connection \"Peer network and hub\" is missing: valley-peers is there, but not joined to the hub.",
         "Le lien « Réseau des pairs et noyau » manque : valley-peers existe, mais sans lien avec le noyau."},
        {"two networks apart",
         "rule-connection-missing",
         [](programme& p) {
             p.networks[0].joins_hub = false;
             p.networks.push_back(p.networks[0]);
             p.networks.back().id = "more-peers";
         },
         {"/networks"},
         "The connection \"Peer network and hub\" is missing: valley-peers and more-peers are there, but not joined to "
         "the hub.",
         "Le lien « Réseau des pairs et noyau » manque : valley-peers et more-peers existent, mais sans lien avec le "
         "noyau."},
        {"no stewardship group",
         "rule-connection-missing",
         [](programme& p) { p.tables.pop_back(); },
         {"/tables"},
         "The connection \"Stewardship group and hub\" is missing: the program has nothing of this kind.",
         "Le lien « Groupe d'intendance et noyau » manque : le programme n'a rien de ce genre."},
        {"one month without",
         "rule-meetings-rare",
         [](programme& p) { p.networks[0].meetings->erase(p.networks[0].meetings->begin()); },
         {"/networks/0"},
         "valley-peers: no meeting in 1 of 6 months.",
         "valley-peers : aucune rencontre pendant 1 mois sur 6."},
        {"one month in all",
         "rule-meetings-rare",
         [](programme& p) { p.tables[0].meetings->clear(), p.period.to = day(2026, 1, 31); },
         {"/tables/0", "/tables/1"},
         "valley-planning: no meeting in 1 of 1 month.",
         "valley-planning : aucune rencontre pendant 1 mois sur 1."},
        {"never, without a frequency",
         "rule-meetings-rare",
         [](programme& p) { p.tables[1].meetings->clear(); },
         {"/tables/1"},
         "valley-stewards: no meeting in the whole period.",
         "valley-stewards : aucune rencontre de toute la période."},
        {"only before the period",
         "rule-meetings-rare",
         [](programme& p) { p.tables[1].meetings = {day(2025, 12, 31)}; },
         {"/tables/1"}},
        {"later than as of", "rule-meetings-rare", nothing, {"/tables/1"}, nullptr, nullptr, day(2026, 3, 4)},
        {"not recorded",
         "rule-meetings-unrecorded",
         [](programme& p) { p.networks[1].meetings.reset(), p.tables[1].meetings.reset(); },
         {"/networks/1", "/tables/1"},
         "valley-supervisors: no meeting dates are given, so nothing can be said about how often people meet.",
         "valley-supervisors : aucune date de rencontre n'est donnée; on ne peut donc rien dire de la fréquence."},
        {"in a supervisor network only",
         "rule-peer-not-connected",
         [](programme& p) { p.positions[3].networks = {1}; },
         {"/positions/3"},
         "Position mill-1 at agency mill-street is in no peer network.",
         "Le poste mill-1 de l'organisme mill-street n'est dans aucun réseau de pairs."},
        {"in no supervisor network",
         "rule-supervisor-not-connected",
         [](programme& p) { p.supervisors[0].networks = {0}; },
         {"/supervisors/0"},
         "No supervisor network includes sup-valley at agency valley-centre, with 3 positions.",
         "Aucun réseau de personnes qui supervisent ne comprend sup-valley, de l'organisme valley-centre, avec 3 "
         "postes."},
        {"one position",
         "rule-supervisor-not-connected",
         [](programme& p) {
             p.supervisors[1].networks.clear();
             p.positions[4].supervisor = 0;
         },
         {"/supervisors/1"},
         "No supervisor network includes sup-mill at agency mill-street, with 1 position.",
         "Aucun réseau de personnes qui supervisent ne comprend sup-mill, de l'organisme mill-street, avec 1 poste."},
        {"nobody sits or meets there",
         "rule-agency-not-connected",
         [](programme& p) {
             p.tables[0].agencies = {0};
             for (programme_network& n : p.networks) n.joins_hub = false;
         },
         {"/agencies/1"},
         "Agency mill-street has 2 peer positions and no way to a planning table, directly or through the hub.",
         "L'organisme mill-street compte 2 postes de pair et n'a accès à aucune table de planification, ni directement "
         "ni par le noyau."},
        {"the hub is not at the table",
         "rule-agency-not-connected",
         [](programme& p) {
             p.tables[0].agencies = {0};
             p.tables[0].hub_takes_part = false;
         },
         {"/agencies/1"}},
        {"a position in no network",
         "rule-issue-path-missing",
         [](programme& p) { p.positions[2].networks.clear(); },
         {"/tables/0", "/tables/1"},
         "valley-planning: no way leads here from 1 of 6 filled positions: valley-3.",
         "valley-planning : aucun chemin n'y mène depuis 1 poste occupé sur 6 : valley-3."},
        {"many positions",
         "rule-issue-path-missing",
         [](programme& p) {
             p.positions.push_back(p.positions[0]);
             p.positions.back().id = "valley-4";
             for (programme_position& each : p.positions) each.networks.clear();
         },
         {"/tables/0", "/tables/1"},
         "valley-planning: no way leads here from 7 of 7 filled positions: valley-1, valley-2, valley-3, mill-1, "
         "mill-2 "
         "and 2 more.",
         "valley-planning : aucun chemin n'y mène depuis 7 postes occupés sur 7 : valley-1, valley-2, valley-3, "
         "mill-1, "
         "mill-2 et 2 autres."},
    };
}

/// Training, supervision, coverage, funding.
inline std::vector<rule_case> service_cases() {
    return {
        {"no record",
         "rule-core-skills-missing",
         [](programme& p) { p.positions[0].training.clear(); },
         {"/positions/0"},
         "No core skills training is on record for position valley-1 at agency valley-centre, 295 days after it was "
         "filled (limit: 180 days).",
         "Aucune formation de base n'est notée pour le poste valley-1 de l'organisme valley-centre, 295 jours après "
         "l'entrée en poste (seuil : 180 jours)."},
        {"a practicum is not the core skills",
         "rule-core-skills-missing",
         [](programme& p) { p.positions[0].training[0].component = "train-practicum"; },
         {"/positions/0"}},
        {"a day over the limit",
         "rule-core-skills-missing",
         [](programme& p) { p.positions[0].training.clear(); },
         {"/positions/0"},
         nullptr,
         nullptr,
         day(2026, 3, 8)},
        {"a day late",
         "rule-core-skills-late",
         [](programme& p) { p.positions[0].training[0].day = day(2026, 3, 8); },
         {"/positions/0"},
         "Core skills training for position valley-1 at agency valley-centre came 181 days after it was filled (limit: "
         "180 days).",
         "La formation de base pour le poste valley-1 de l'organisme valley-centre est venue 181 jours après l'entrée "
         "en poste (seuil : 180 jours)."},
        {"no record of a supervisor",
         "rule-supervision-training-missing",
         [](programme& p) { p.supervisors[1].training.clear(); },
         {"/supervisors/1"},
         "No peer supervision training is on record for sup-mill at agency mill-street, 323 days after supervision "
         "began (limit: 180 days).",
         "Aucune formation en supervision de pairs n'est notée pour sup-mill, de l'organisme mill-street, 323 jours "
         "après le début de la supervision (seuil : 180 jours)."},
        {"a supervisor's training late",
         "rule-supervision-training-late",
         [](programme& p) { p.supervisors[1].training[0].day = day(2026, 2, 8); },
         {"/supervisors/1"},
         "Peer supervision training for sup-mill at agency mill-street came 181 days after supervision began (limit: "
         "180 days).",
         "La formation en supervision de pairs pour sup-mill, de l'organisme mill-street, est venue 181 jours après le "
         "début de la supervision (seuil : 180 jours)."},
        {"nobody named",
         "rule-no-supervisor",
         [](programme& p) { p.positions[4].supervisor.reset(); },
         {"/positions/4"},
         "Nobody is named to supervise position mill-2 at agency mill-street.",
         "Personne n'est nommé pour superviser le poste mill-2 de l'organisme mill-street."},
        {"a supervisor who begins later",
         "rule-no-supervisor",
         [](programme& p) { p.supervisors[1].started = day(2026, 7, 1); },
         {"/positions/3", "/positions/4"}},
        {"one left",
         "rule-lone-peer",
         [](programme& p) { p.positions[3].started.reset(), p.positions[3].vacant_since = day(2026, 6, 1); },
         {"/agencies/1"},
         "Agency mill-street has one filled peer position only: mill-2.",
         "L'organisme mill-street n'a qu'un poste de pair occupé : mill-2."},
        {"named by nobody",
         "rule-core-element-uncovered",
         [](programme& p) { p.agencies[1].core_elements.pop_back(); },
         {"/regions/0"},
         "No agency in region valley offers \"Advocacy services\".",
         "Aucun organisme de la région valley n'offre « Services de défense des droits »."},
        {"named, but nobody works there",
         "rule-core-element-uncovered",
         [](programme& p) { p.positions[3].agency = 0, p.positions[4].agency = 0; },
         {"/regions/0"},
         "In region valley, mill-street names \"Social activities\", but has no filled position.",
         "Dans la région valley, mill-street nomme « Activités sociales », mais sans aucun poste occupé."},
        {"no form offers it",
         "rule-service-form-unlinked",
         [](programme& p) {
             p.agencies[1].service_forms = {"service-form-drop-in", "service-form-one-to-one"};
         },
         {"/agencies/1/core_elements/1"},
         "Agency mill-street names \"Advocacy services\", but none of the service forms that offer it.",
         "L'organisme mill-street nomme « Services de défense des droits », mais aucune des formes de service qui "
         "l'offrent."},
        {"one not listed",
         "rule-positions-under",
         [](programme& p) { p.positions[1].funded = false; },
         {"/funding_framework/positions/0"},
         "Agency valley-centre: 2 of 3 funded positions are listed.",
         "Organisme valley-centre : 2 postes figurent à la liste, pour 3 postes financés."},
        {"a lead not listed",
         "rule-positions-under",
         [](programme& p) { p.funding_framework->system_leads = 2; },
         {"/funding_framework/system_leads"},
         "System leads: 1 of 2 funded positions is listed.",
         "Responsables à l'échelle du système : 1 poste figure à la liste, pour 2 postes financés."},
        {"lines of one agency are one",
         "rule-positions-over",
         [](programme& p) {
             p.funding_framework->positions = {{1, 2, ""}, {0, 1, "service-form-drop-in"}, {0, 1, ""}};
         },
         {"/funding_framework/positions/1"},
         "Agency valley-centre: 3 positions are listed, and 2 are funded.",
         "Organisme valley-centre : 3 postes figurent à la liste, pour 2 postes financés."},
        {"a lead too many",
         "rule-positions-over",
         [](programme& p) { p.funding_framework->system_leads = 0; },
         {"/funding_framework/system_leads"},
         "System leads: 1 position is listed, and 0 are funded.",
         "Responsables à l'échelle du système : 1 poste figure à la liste, pour 0 poste financé."},
        {"91 days",
         "rule-position-vacant",
         [](programme& p) { p.positions[0].started.reset(), p.positions[0].vacant_since = day(2026, 3, 31); },
         {"/positions/0"},
         "Position valley-1 at agency valley-centre has been vacant for 91 days (limit: 90 days).",
         "Le poste valley-1 de l'organisme valley-centre est vacant depuis 91 jours (seuil : 90 jours)."},
        {"no funder",
         "rule-funder-unnamed",
         [](programme& p) { p.funder.reset(); },
         {"/funder"},
         "No funder is named.",
         "Aucun bailleur de fonds n'est nommé."},
    };
}

inline std::vector<rule_case> evaluation_cases() {
    return {
        {"none",
         "rule-no-baseline",
         [](programme& p) { p.baseline.reset(); },
         {"/baseline"},
         "There is no baseline to compare with later.",
         "Il n'y a pas de point de départ pour comparer plus tard."},
        {"not yet", "rule-no-baseline", nothing, {"/baseline"}, nullptr, nullptr, day(2026, 1, 18)},
        {"a day too early",
         "rule-impact-before-integrity",
         [](programme& p) {
             p.evaluation->impact = {{day(2026, 3, 30)}, {day(2026, 3, 29)}};
         },
         {"/evaluation/impact/1"},
         "An impact evaluation began 1 day before integrity was known.",
         "Une évaluation des effets a commencé 1 jour avant que l'intégrité soit connue."},
        {"not known",
         "rule-impact-before-integrity",
         [](programme& p) {
             p.evaluation->impact = {{day(2026, 5, 1)}};
             p.evaluation->integrity[0].known.reset();
         },
         {"/evaluation/impact/0"},
         "An impact evaluation began, and integrity is not known yet.",
         "Une évaluation des effets a commencé, et l'intégrité n'est pas encore connue."},
        {"a day after",
         "rule-baseline-after-change",
         [](programme& p) { p.baseline->day = day(2026, 4, 14); },
         {"/baseline"},
         "The baseline was taken 1 day after improvement cycle cycle-notes began.",
         "Le point de départ a été pris 1 jour après le début du cycle d'amélioration cycle-notes."},
        {"nobody",
         "rule-evaluator-absent",
         [](programme& p) { p.evaluation->evaluator = false; },
         {"/evaluation"},
         "No evaluator is named.",
         "Personne n'est nommé pour s'occuper de l'évaluation."},
        {"no evaluation",
         "rule-evaluator-absent",
         [](programme& p) { p.evaluation.reset(); },
         {"/evaluation"},
         "No evaluation is described, and no evaluator is named.",
         "Aucune évaluation n'est décrite, et personne n'est nommé pour s'en occuper."},
        {"only those who work there",
         "rule-perspective-missing",
         [](programme& p) {
             p.baseline->perspectives = {"supervisor"};
             p.evaluation->integrity[0].perspectives.clear();
         },
         {"/baseline", "/evaluation/integrity/0"},
         "For the baseline, the people the service is for were not asked.",
         "Pour le point de départ, on n'a pas interrogé les personnes pour qui le service existe."},
        {"nothing follows",
         "rule-no-improvement-cycle",
         [](programme& p) { p.improvement[0].started = day(2026, 3, 29); },
         {"/evaluation/integrity/0"},
         "Integrity has been known for 92 days, and no improvement cycle has followed in the period.",
         "L'intégrité est connue depuis 92 jours, et aucun cycle d'amélioration n'a suivi pendant la période."},
        {"open for 181 days",
         "rule-cycle-open",
         [](programme& p) { p.improvement[0].decided.reset(); },
         {"/improvement/0"},
         "Improvement cycle cycle-notes began 181 days ago and has no decision yet (limit: 180 days).",
         "Le cycle d'amélioration cycle-notes a commencé il y a 181 jours et n'a pas encore de décision (seuil : 180 "
         "jours).",
         day(2026, 10, 11)},
        {"none named",
         "rule-definition-other",
         [](programme& p) { p.definition.reset(); },
         {"/definition"},
         "The program names no version of the definition.",
         "Le programme ne nomme aucune version de la définition."},
        {"another version",
         "rule-definition-other",
         [](programme& p) { p.definition->version = "0.9.0"; },
         {"/definition"},
         "The program names another version of the definition than the one it was checked against.",
         "Le programme nomme une autre version de la définition que celle de la vérification."},
        {"another digest",
         "rule-definition-other",
         [](programme& p) { p.definition->digest = std::string(64, 'a'); },
         {"/definition"},
         "The program names this version of the definition, but with another digest.",
         "Le programme nomme cette version de la définition, mais avec une autre empreinte."},
    };
}

inline std::vector<rule_case> all_cases() {
    std::vector<rule_case> all = governance_cases();
    for (const rule_case& each : service_cases()) all.push_back(each);
    for (const rule_case& each : evaluation_cases()) all.push_back(each);
    return all;
}

}  // namespace peersupport::unit
