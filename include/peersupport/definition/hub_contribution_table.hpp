// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/hub_contribution.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// How a hub shows the value of lived experience.
inline constexpr auto hub_contributions = std::to_array<hub_contribution>({
    {.id = "contribution-programme-implementation"sv,
     .name = {.en = "Program implementation"sv,
              .fr = "Mise en œuvre de programmes"sv},
     .text = {.en = "A hub helps organizations start peer support and keep it going, with toolkits, models and advice, so that it finds its place in mental health and addiction services without losing its values. Peer support adds to that system and helps it serve communities better. In 2020 Ontario's Roadmap to Wellness named it as a proposed core service, and the Ontario Centre has begun to prepare the ground for it to last."sv,
              .fr = "Le noyau aide les organismes à démarrer le soutien par les pairs et à le maintenir, avec des trousses, des modèles et des conseils, pour qu'il trouve sa place dans les services de santé mentale et de dépendances sans perdre ses valeurs. Le soutien par les pairs apporte quelque chose de plus au système et l'aide à mieux servir les communautés. En 2020, la Feuille de route vers le mieux-être de l'Ontario l'a nommé parmi les services de base proposés, et le centre ontarien a commencé à préparer le terrain pour qu'il dure."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
    {.id = "contribution-capacity-building"sv,
     .name = {.en = "Capacity building"sv,
              .fr = "Renforcement des capacités"sv},
     .text = {.en = "A hub trains peers and the people who supervise them, gives consultations, and runs webinars and communities of practice. It helps people with lived experience and families take part in ways that matter. In its announcement, the Ontario Centre saw that supervisors needed more support and began to rework their training in the fall of 2021. That work showed how much about peer support still needed to be made clear."sv,
              .fr = "Le noyau forme les pairs et les personnes qui les supervisent, donne des consultations et offre des webinaires et des communautés de pratique. Il aide les personnes ayant un vécu et les familles à participer d'une façon qui compte. Dans son annonce, le centre ontarien dit avoir vu que les personnes qui supervisent avaient besoin de plus d'appui et avoir commencé à revoir leur formation à l'automne 2021. Ce travail a montré tout ce qui restait à clarifier au sujet du soutien par les pairs."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
    {.id = "contribution-evaluation"sv,
     .name = {.en = "Evaluation"sv,
              .fr = "Évaluation"sv},
     .text = {.en = "A hub helps services see whether the peer support people receive lives up to its values, and what difference it makes for them. It puts that question to the people themselves. In this way the health system can see what people with lived experience, families and caregivers bring, and why their work matters."sv,
              .fr = "Le noyau aide les services à voir si le soutien par les pairs que les gens reçoivent est fidèle à ses valeurs, et ce qu'il change pour eux. Il pose la question aux personnes mêmes. Ainsi, le système de santé peut voir ce qu'apportent les personnes ayant un vécu, les familles et les proches aidants et aidantes, et pourquoi leur travail compte."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
    {.id = "contribution-research"sv,
     .name = {.en = "Research"sv,
              .fr = "Recherche"sv},
     .text = {.en = "A hub gathers what research says about peer support and adds what people have learned by living it. Lived experience is then more than a story to be told: it is evidence that points the way to change. The Ontario Centre's resource of 2022 joins research with lessons from more than seven years of communities of practice, consultations and engagement."sv,
              .fr = "Le noyau rassemble ce que la recherche dit du soutien par les pairs et y ajoute ce que les gens ont appris en le vivant. Le vécu devient alors plus qu'un récit : une donnée probante qui montre le chemin du changement. La ressource de 2022 du centre ontarien réunit la recherche et les leçons de plus de sept ans de communautés de pratique, de consultations et de mobilisation."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
    {.id = "contribution-knowledge-brokerage"sv,
     .name = {.en = "Knowledge brokerage"sv,
              .fr = "Courtage de connaissances"sv},
     .text = {.en = "A hub brings different people together so that what one knows can be used by all: peers, families, agencies, funders, researchers. In Mississauga Halton, an exchange event in the fall of 2014, with a panel of peers, was followed by others: 125 people came to the second and about 200 to the third, in December 2017. A resource hub and a virtual learning centre later carried current, good practice across Ontario."sv,
              .fr = "Le noyau réunit des gens de tous horizons pour que le savoir des uns serve à tous : pairs, familles, organismes, bailleurs de fonds, milieu de la recherche. Dans la région de Mississauga Halton, une rencontre d'échange à l'automne 2014, avec une table ronde de pairs, a été suivie d'autres : 125 personnes sont venues à la deuxième et environ 200 à la troisième, en décembre 2017. Un carrefour de ressources et un centre d'apprentissage virtuel ont ensuite fait connaître dans tout l'Ontario les bonnes pratiques à jour."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
    {.id = "contribution-quality-improvement"sv,
     .name = {.en = "Quality improvement"sv,
              .fr = "Amélioration de la qualité"sv},
     .text = {.en = "A hub helps services notice what is missing, try something small, look at what happened, and spread what worked. The Ontario Centre listened to people across the province to find gaps and needs. Its work was recognized with the 2017 Lighthouse Award for innovators of the Ontario Peer Development Initiative."sv,
              .fr = "Le noyau aide les services à voir ce qui manque, à faire un petit essai, à regarder ce qui s'est passé et à diffuser ce qui a marché. Le centre ontarien a écouté des gens de toute la province pour repérer les lacunes et les besoins. Son travail lui a valu en 2017 le prix Lighthouse, catégorie innovation, d'Ontario Peer Development Initiative."sv},
     .stands_in_for = {.en = "Stands in for the list headed \"This is done by\" in the 2018 article on the Centre for Innovation in Peer Support, which is missing from the copy we read. The six areas are named in the Centre's announcement of 2022; the explanations are ours."sv,
                       .fr = "Tient lieu de la liste « This is done by » de l'article de 2018 sur le Centre for Innovation in Peer Support, qui manque dans la copie lue. Les six domaines sont nommés dans l'annonce du Centre de 2022; les explications sont les nôtres."sv},
     .standing = standing::derived,
     .sources = cites<"src-eenet-ups", "src-eenet-cips">},
});

}  // namespace peersupport::tables
