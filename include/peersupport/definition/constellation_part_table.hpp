// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/constellation_part.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// The parts of a governance in which information runs both ways.
inline constexpr auto constellation = std::to_array<constellation_part>({
    {.id = "part-hub"sv,
     .name = {.en = "Hub"sv,
              .fr = "Noyau"sv},
     .kind = constellation_kind::hub,
     .meaning = {.en = "A small team in the middle, with more than one person in the lead. It offers training, brings the networks together, and carries what it hears from one part to the others. In Mississauga Halton, in Ontario, two directors did this at the Centre for Innovation in Peer Support. The shape of the whole changed as their role grew."sv,
                 .fr = "Une petite équipe au centre, où la direction est partagée. Elle offre des formations, réunit les réseaux et fait suivre aux uns ce qu'elle entend chez les autres. Dans la région de Mississauga Halton, en Ontario, les deux personnes à la direction du Centre for Innovation in Peer Support s'en chargeaient. La forme de l'ensemble a changé à mesure que leur rôle grandissait."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-peer-network"sv,
     .name = {.en = "Peer network"sv,
              .fr = "Réseau des pairs"sv},
     .kind = constellation_kind::network,
     .meaning = {.en = "All peers who work in a region, meeting as a community of practice. What troubles them and what opens up for them is heard here first, then carried to the other parts."sv,
                 .fr = "L'ensemble des pairs d'une région, réunis en communauté de pratique. C'est ici qu'on entend d'abord ce qui les préoccupe et les occasions qui se présentent; le noyau le porte ensuite ailleurs."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-supervisor-network"sv,
     .name = {.en = "Supervisor network"sv,
              .fr = "Réseau des personnes qui supervisent"sv},
     .kind = constellation_kind::network,
     .meaning = {.en = "Everyone who supervises a peer in a region, meeting as a community of practice. They work out how to keep the ways of peer support alive where services are expected to deliver and show results."sv,
                 .fr = "Toutes les personnes qui supervisent des pairs dans une région, réunies en communauté de pratique. Ensemble, elles cherchent comment garder l'esprit du soutien par les pairs là où l'on attend des services et des résultats."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-planning-table"sv,
     .name = {.en = "Planning table"sv,
              .fr = "Table de planification"sv},
     .kind = constellation_kind::table,
     .meaning = {.en = "The table where leaders of the region's mental health and addiction agencies plan together with the funder. Peer support has a seat there. That way its work is talked about where money and services are decided. In Mississauga Halton this was the System Integration Group for Mental Health and Addiction. Executive directors, CEOs and clinical managers met there. People with lived experience, families and caregivers had sat at the region's planning table from the start. The funder also asked more than 70 people, peers among them, what peer support needs to work well."sv,
                 .fr = "La table où les responsables des organismes de santé mentale et de dépendances d'une région planifient avec le bailleur de fonds. Le soutien par les pairs y a sa place. On en parle ainsi là où se décident l'argent et les services. Dans la région de Mississauga Halton, c'était le System Integration Group for Mental Health and Addiction. Directions générales, PDG et gestionnaires cliniques s'y rencontraient. Des personnes ayant un vécu, des familles et des proches aidants et aidantes siégeaient à la table de planification de la région depuis le début. Le bailleur de fonds a aussi demandé à plus de 70 personnes, dont des pairs, ce qu'il faut au soutien par les pairs pour bien fonctionner."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-stewardship-group"sv,
     .name = {.en = "Stewardship group"sv,
              .fr = "Groupe d'intendance"sv},
     .kind = constellation_kind::group,
     .meaning = {.en = "Allies from outside the region's services who care about peer work and about the voice of people with lived experience, families and caregivers. They lend their expertise to groups that bring peer support into regional projects. In Mississauga Halton they came from the health ministry and from these bodies: Evidence Exchange Network, Ontario Peer Development Initiative, Addictions and Mental Health Ontario, the Local Health Integration Networks (LHINs), Trillium Health Partners, Self-help Services and Peer Support Canada."sv,
                 .fr = "Des personnes alliées, hors des services de la région, à qui le travail des pairs et la voix des personnes ayant un vécu, des familles et des proches aidants et aidantes tiennent à cœur. Elles prêtent leur expertise aux groupes qui font une place au soutien par les pairs dans des projets régionaux. Dans l'exemple de Mississauga Halton, elles venaient du ministère de la Santé, d'Evidence Exchange Network, d'Ontario Peer Development Initiative, d'Addictions and Mental Health Ontario, des responsables des réseaux locaux d'intégration des services de santé (RLISS), de Trillium Health Partners, de Self-help Services et de Peer Support Canada."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-outer-ring"sv,
     .name = {.en = "Outer ring"sv,
              .fr = "Cercle élargi"sv},
     .kind = constellation_kind::ring,
     .meaning = {.en = "The wider world around the hub: provincial, national and international initiatives it takes part in. Through them it learns from others and passes on what it has learned."sv,
                 .fr = "Le monde plus large autour du noyau : les initiatives provinciales, nationales et internationales auxquelles il prend part. Il y apprend des autres et y partage ce qu'il a appris."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-host"sv,
     .name = {.en = "Host organization"sv,
              .fr = "Organisme hôte"sv},
     .kind = constellation_kind::host,
     .meaning = {.en = "The agency that gives the hub a home and links it to the funder. In Mississauga Halton this was Support & Housing-Halton, now Support House. Its consumer/survivor initiative, TEACH (Teach, Empower, Advocate for Community Health), was paid to create two system lead positions. Their task was to make the new peer positions last. The work that grew from there took the name Centre for Innovation in Peer Support."sv,
                 .fr = "L'organisme qui héberge le noyau et le relie au bailleur de fonds. Dans la région de Mississauga Halton, c'était Support & Housing-Halton, aujourd'hui Support House. L'organisme géré par des personnes ayant un vécu (consumer/survivor initiative) qui s'y rattache, TEACH (Teach, Empower, Advocate for Community Health), a reçu des fonds pour deux postes de responsables à l'échelle du système, chargés d'assurer la durée des nouveaux postes de pair. Le travail qui en est né a pris le nom de Centre for Innovation in Peer Support."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips", "src-eenet-ups">},
    {.id = "part-peer-workers"sv,
     .name = {.en = "Peers of the region"sv,
              .fr = "Pairs de la région"sv},
     .kind = constellation_kind::members,
     .meaning = {.en = "Everyone who works as a peer in the region, whoever pays for the position. More than one in ten people in Canada live with challenges of mood, anxiety or substance use. Many of them look for someone who has been there, and that can matter a great deal when they want to live in a healthier way. There are more peers than there used to be, and still not enough. In Mississauga Halton, peer support for mental health and addiction became a lasting funding priority in 2014, ahead of many other parts of the province. From what people had said, the regional funder made a funding framework for agencies and hospitals and paid for 40 new peer positions."sv,
                 .fr = "Toutes les personnes qui travaillent comme pairs dans la région, peu importe qui finance le poste. Au Canada, plus d'une personne sur dix vit des difficultés liées à l'humeur, à l'anxiété ou à la consommation de substances. Beaucoup cherchent quelqu'un qui est passé par là, et cela peut compter énormément quand on veut vivre plus sainement. Il y a plus de pairs qu'avant, mais pas encore assez. Dans la région de Mississauga Halton, le soutien par les pairs en santé mentale et en dépendances est devenu en 2014 une priorité de financement durable, avant bien d'autres régions de la province. À partir de ce que les gens avaient dit, le bailleur de fonds régional a établi un cadre de financement pour des organismes et des hôpitaux et financé 40 nouveaux postes de pair."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
    {.id = "part-supervisors"sv,
     .name = {.en = "Supervisors of peers"sv,
              .fr = "Personnes qui supervisent des pairs"sv},
     .kind = constellation_kind::members,
     .meaning = {.en = "Everyone who supervises a peer in the region, whoever pays for the position. In Mississauga Halton, peers and supervisors began in the winter of 2014 to name the competencies and the parts of a job description that hiring would call for. The 11 funded agencies then worked together: they trained everyone who hires, spread the word about the new roles in step with each other, and held workshops and job fairs in the community."sv,
                 .fr = "Toutes les personnes qui supervisent des pairs dans la région, peu importe qui finance le poste. Dans la région de Mississauga Halton, pairs et personnes qui supervisent ont commencé à l'hiver 2014 à nommer les compétences et les parties d'une description de poste qu'il faudrait pour embaucher. Les 11 organismes financés ont ensuite travaillé ensemble : ils ont formé toutes les personnes chargées de l'embauche, fait connaître les nouveaux rôles d'une même voix et tenu des ateliers et des salons de l'emploi dans la communauté."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-cips">},
});

}  // namespace peersupport::tables
