// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/statistic.hpp"

#include "peersupport/text/localized_text.hpp"

namespace peersupport {
namespace {

using namespace std::string_view_literals;

struct reason_row {
    std::string_view id;
    localized_text text;
};

constexpr reason_row rows[statistic_reason_count] = {
    {"computed"sv, {"computed"sv, "calculé"sv}},
    {"too-few-rows"sv, {"too few people or units"sv, "trop peu de personnes ou d’unités"sv}},
    {"too-few-columns"sv, {"too few questions or raters"sv, "trop peu de questions ou de personnes qui évaluent"sv}},
    {"no-variance"sv, {"everybody answered the same"sv, "tout le monde a répondu la même chose"sv}},
    {"no-expected-disagreement"sv,
     {"all ratings fall in one category, so chance cannot be told apart"sv,
      "toutes les évaluations tombent dans une seule catégorie : on ne peut pas distinguer le hasard"sv}},
    {"never-together"sv,
     {"two columns were never, or hardly ever, answered by the same people"sv,
      "deux colonnes n’ont jamais, ou presque jamais, reçu de réponse des mêmes personnes"sv}},
    {"not-positive"sv,
     {"missing answers make the columns contradict each other"sv,
      "à cause des réponses manquantes, les colonnes se contredisent"sv}},
    {"not-identified"sv,
     {"the model has no single solution for these answers"sv,
      "le modèle n’a pas de solution unique pour ces réponses"sv}},
    {"no-bound"sv, {"the value is known, its interval is not"sv, "la valeur est connue, mais pas son intervalle"sv}},
    {"code-outside"sv,
     {"a code is outside the categories that were named"sv, "un code ne fait pas partie des catégories nommées"sv}},
    {"unbalanced"sv,
     {"this form of the statistic needs every cell"sv,
      "cette forme de la statistique a besoin de toutes les cellules"sv}},
    {"too-large"sv,
     {"the sums would be too large to be exact"sv, "les sommes seraient trop grandes pour rester exactes"sv}},
    {"empty-subgroup"sv, {"a subgroup has no observations"sv, "un sous-groupe n’a aucune observation"sv}},
    {"mixed-signs"sv,
     {"some questions point the other way: reverse them first"sv,
      "certaines questions vont dans l’autre sens : inversez-les d’abord"sv}},
};

const reason_row& row_of(statistic_reason r) noexcept {
    const auto at = static_cast<std::size_t>(r);
    static constexpr reason_row unknown{"unknown"sv,
                                        {"not given, for a reason this version does not know"sv,
                                         "non donné, pour une raison inconnue de cette version"sv}};
    return at < statistic_reason_count ? rows[at] : unknown;
}

}  // namespace

std::string_view id_of(statistic_reason r) noexcept { return row_of(r).id; }
std::string_view text_of(statistic_reason r, language l) noexcept { return row_of(r).text.in(l); }

}  // namespace peersupport
