// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/value.hpp"
#include "peersupport/definition/value_cue_table.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// The doubt that goes with the whole list, carried by each of its rows.
inline constexpr localized_text value_list_note{
    .en = "The Centre for Innovation in Peer Support draws its values from the Mental Health Commission of Canada; the list it printed in 2018 is missing from the copy we read and may differ from these seven. The English names are Peer Support Canada's; the official French names have not been read."sv,
    .fr = "Le Centre for Innovation in Peer Support tire ses valeurs de la Commission de la santé mentale du Canada; la liste qu'il a publiée en 2018 manque dans la copie lue et pourrait différer de ces sept valeurs. Les noms anglais sont ceux de Peer Support Canada; les noms français officiels n'ont pas été lus."sv};

/// In Peer Support Canada's order.
inline constexpr auto values = std::to_array<value>({
    {.id = "hope-and-recovery"sv,
     .code = "HR"sv,
     .name = {.en = "Hope and recovery"sv, .fr = "Espoir et rétablissement"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Things can get better, and each person says what that means for them. The peer supporter has been through hard times too, and keeps hope in view."sv,
                 .fr = "Les choses peuvent aller mieux, et chaque personne dit ce que cela veut dire pour elle. Le pair aidant ou la paire aidante a aussi traversé des moments difficiles et garde l'espoir vivant."sv},
     .present_cues = value_cues::hope_and_recovery_present,
     .eroded_cues = value_cues::hope_and_recovery_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "empathetic-equal-relationships"sv,
     .code = "EE"sv,
     .name = {.en = "Empathetic and equal relationships"sv,
              .fr = "Relations empathiques et égalitaires"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Two people who know something hard from the inside meet as equals. Understanding goes both ways, and both learn."sv,
                 .fr = "Deux personnes qui connaissent une épreuve de l'intérieur se rencontrent sur un pied d'égalité. La compréhension va dans les deux sens, et chacune apprend."sv},
     .present_cues = value_cues::empathetic_equal_relationships_present,
     .eroded_cues = value_cues::empathetic_equal_relationships_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "self-determination"sv,
     .code = "SD"sv,
     .name = {.en = "Self-determination"sv, .fr = "Autodétermination"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "The person knows what suits them and decides. The peer supporter opens up options and never decides for them."sv,
                 .fr = "La personne sait ce qui lui convient, et c'est elle qui décide. Le pair aidant ou la paire aidante fait voir des options et ne décide jamais à sa place."sv},
     .present_cues = value_cues::self_determination_present,
     .eroded_cues = value_cues::self_determination_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "dignity-respect-inclusion"sv,
     .code = "DR"sv,
     .name = {.en = "Dignity, respect and social inclusion"sv,
              .fr = "Dignité, respect et inclusion sociale"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Everyone counts fully, wherever they come from and whatever they have lived. Differences are welcome, and everyone has a place in the community."sv,
                 .fr = "Chaque personne compte pleinement, d'où qu'elle vienne et quoi qu'elle ait vécu. Les différences sont bienvenues, et chaque personne a sa place dans la communauté."sv},
     .present_cues = value_cues::dignity_respect_inclusion_present,
     .eroded_cues = value_cues::dignity_respect_inclusion_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "integrity-authenticity-trust"sv,
     .code = "IA"sv,
     .name = {.en = "Integrity, authenticity and trust"sv,
              .fr = "Intégrité, authenticité et confiance"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Peer supporters are honest and real, and they keep their word. They say what they can keep private before it matters, and they protect what they are told."sv,
                 .fr = "Les pairs aidants et paires aidantes agissent avec franchise et authenticité et tiennent parole. On sait d'avance ce qui restera confidentiel, et ce qui est confié est protégé."sv},
     .present_cues = value_cues::integrity_authenticity_trust_present,
     .eroded_cues = value_cues::integrity_authenticity_trust_eroded,
     .standing = standing::published,
     .meaning_standing = standing::proposed,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "health-and-wellness"sv,
     .code = "HW"sv,
     .name = {.en = "Health and wellness"sv, .fr = "Santé et mieux-être"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Every side of a healthy life counts, for both people: body, mind, spirit, relationships, money, home."sv,
                 .fr = "Toutes les dimensions d'une vie saine comptent, pour les deux personnes : le corps, l'esprit, la spiritualité, les relations, l'argent, le chez-soi."sv},
     .present_cues = value_cues::health_and_wellness_present,
     .eroded_cues = value_cues::health_and_wellness_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
    {.id = "lifelong-learning-growth"sv,
     .code = "LL"sv,
     .name = {.en = "Lifelong learning and personal growth"sv,
              .fr = "Apprentissage continu et croissance personnelle"sv},
     .french_status = wording_status::working,
     .meaning = {.en = "Both people go on learning, from life and from each other, and let their views change."sv,
                 .fr = "Les deux personnes continuent d'apprendre, de la vie et l'une de l'autre, et laissent leurs idées évoluer."sv},
     .present_cues = value_cues::lifelong_learning_growth_present,
     .eroded_cues = value_cues::lifelong_learning_growth_eroded,
     .standing = standing::published,
     .meaning_standing = standing::derived,
     .cues_standing = standing::proposed,
     .note = value_list_note,
     .sources = cites<"src-cmha-tv", "src-oco", "src-design">},
});

}  // namespace peersupport::tables
