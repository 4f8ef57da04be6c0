// SPDX-License-Identifier: Apache-2.0
#include "peersupport/scoring/reason.hpp"

#include "peersupport/text/localized_text.hpp"

namespace peersupport {
namespace {

using namespace std::string_view_literals;

struct reason_row {
    std::string_view id;
    localized_text text;
};

constexpr reason_row rows[reason_count] = {
    {"scored"sv, {"scored"sv, "score donné"sv}},
    {"too-few-answered"sv, {"too few questions answered"sv, "trop peu de réponses"sv}},
    {"not-applicable"sv, {"none of the questions applied"sv, "aucune question ne s’appliquait"sv}},
    {"gate-closed"sv, {"no question was marked important"sv, "aucune question n’a été jugée importante"sv}},
    {"invalid-code"sv, {"an answer is not one of the options"sv, "une réponse ne fait pas partie des choix"sv}},
    {"not-in-table"sv, {"the sum has no row in the score table"sv, "la somme n’a pas de ligne dans la table"sv}},
};

const reason_row& row_of(reason r) noexcept {
    const auto at = static_cast<std::size_t>(r);
    static constexpr reason_row unknown{"unknown"sv, {"no score, for a reason this version does not know"sv, "score non donné, pour une raison inconnue de cette version"sv}};
    return at < reason_count ? rows[at] : unknown;
}

}  // namespace

std::string_view id_of(reason r) noexcept { return row_of(r).id; }
std::string_view text_of(reason r, language l) noexcept { return row_of(r).text.in(l); }

}  // namespace peersupport
