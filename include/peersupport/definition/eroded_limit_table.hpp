// SPDX-License-Identifier: CC-BY-4.0
#pragma once

#include "peersupport/definition/cites.hpp"
#include "peersupport/definition/eroded_limit.hpp"

#include <array>
#include <string_view>

namespace peersupport::tables {

using namespace std::string_view_literals;

/// What should not happen in peer support holds the level down, whatever the averages say.
inline constexpr auto eroded_limits = std::to_array<eroded_limit>({
    {.id = "limit-voluntariness-often"sv,
     .name = {.en = "Having to take part, often"sv, .fr = "Devoir participer, souvent"sv},
     .facet = "voluntariness"sv,
     .values = ids<"self-determination">,
     .counted = eroded_count::often,
     .percent = 10,
     .at_most = "experienced-sometimes"sv,
     .explanation = {.en = "Peer support is a choice. Where people feel they have to take part, it is no longer peer support for them."sv,
                      .fr = "Le soutien par les pairs est un choix. Quand les gens sentent qu'ils doivent participer, ce n'est plus pour eux du soutien par les pairs."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "limit-voluntariness-ever"sv,
     .name = {.en = "Having to take part, at all"sv, .fr = "Devoir participer, ne serait-ce que rarement"sv},
     .facet = "voluntariness"sv,
     .values = ids<"self-determination">,
     .counted = eroded_count::ever,
     .percent = 25,
     .at_most = "experienced-often"sv,
     .explanation = {.en = "Peer support is a choice. Where people feel they have to take part, it is no longer peer support for them."sv,
                      .fr = "Le soutien par les pairs est un choix. Quand les gens sentent qu'ils doivent participer, ce n'est plus pour eux du soutien par les pairs."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "limit-confidentiality-often"sv,
     .name = {.en = "Words passed on, often"sv, .fr = "Paroles répétées, souvent"sv},
     .facet = "confidentiality"sv,
     .values = ids<"integrity-authenticity-trust">,
     .counted = eroded_count::often,
     .percent = 10,
     .at_most = "experienced-sometimes"sv,
     .explanation = {.en = "Trust needs to know what stays private. Words passed on without asking can harm people for a long time."sv,
                      .fr = "Pour faire confiance, il faut savoir ce qui reste privé. Des paroles répétées sans demander peuvent nuire longtemps."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "limit-confidentiality-ever"sv,
     .name = {.en = "Words passed on, at all"sv, .fr = "Paroles répétées, ne serait-ce que rarement"sv},
     .facet = "confidentiality"sv,
     .values = ids<"integrity-authenticity-trust">,
     .counted = eroded_count::ever,
     .percent = 25,
     .at_most = "experienced-often"sv,
     .explanation = {.en = "Trust needs to know what stays private. Words passed on without asking can harm people for a long time."sv,
                      .fr = "Pour faire confiance, il faut savoir ce qui reste privé. Des paroles répétées sans demander peuvent nuire longtemps."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "limit-dignity-often"sv,
     .name = {.en = "Being looked down on, often"sv, .fr = "Se faire prendre de haut, souvent"sv},
     .facet = "dignity"sv,
     .values = ids<"dignity-respect-inclusion">,
     .counted = eroded_count::often,
     .percent = 10,
     .at_most = "experienced-sometimes"sv,
     .explanation = {.en = "Nobody should be looked down on where they come for support. An average can hide that it happens."sv,
                      .fr = "Personne ne devrait se faire prendre de haut là où on vient chercher du soutien. Une moyenne peut cacher que cela arrive."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
    {.id = "limit-dignity-ever"sv,
     .name = {.en = "Being looked down on, at all"sv,
               .fr = "Se faire prendre de haut, ne serait-ce que rarement"sv},
     .facet = "dignity"sv,
     .values = ids<"dignity-respect-inclusion">,
     .counted = eroded_count::ever,
     .percent = 25,
     .at_most = "experienced-often"sv,
     .explanation = {.en = "Nobody should be looked down on where they come for support. An average can hide that it happens."sv,
                      .fr = "Personne ne devrait se faire prendre de haut là où on vient chercher du soutien. Une moyenne peut cacher que cela arrive."sv},
     .standing = standing::proposed,
     .sources = cites<"src-design">},
});

}  // namespace peersupport::tables
