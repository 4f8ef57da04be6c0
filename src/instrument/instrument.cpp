// SPDX-License-Identifier: Apache-2.0
#include "peersupport/instrument/instrument.hpp"

#include <algorithm>

namespace peersupport {

const form* find_form(const instrument& from, std::string_view id) noexcept {
    const auto at = std::ranges::find(from.forms, id, &form::id);
    return at == from.forms.end() ? nullptr : &*at;
}

const form* default_form(const instrument& from) noexcept {
    if (from.forms.size() == 1) return &from.forms.front();
    const form* first = nullptr;
    for (const form& f : from.forms) {
        if (f.kind != form_kind::core) continue;
        if (!first) first = &f;
        if (f.items != first->items || f.scales != first->scales) return nullptr;
    }
    return first;
}

std::string_view item_text(const instrument& from, const form& in, std::size_t item, language l) noexcept {
    const auto own = std::ranges::find(in.wording, item, &item_wording::item);
    if (own != in.wording.end()) return own->text.in(l);
    const auto& row = from.items[item];
    return row.text.empty() ? row.topic.in(l) : row.text.in(l);
}

std::string_view id_of(perspective_kind k) noexcept {
    switch (k) {
        case perspective_kind::person: return "person";
        case perspective_kind::family: return "family";
        case perspective_kind::peer_supporter: return "peer-supporter";
        case perspective_kind::supervisor: return "supervisor";
        case perspective_kind::assessor: return "assessor";
    }
    return {};
}

std::string_view id_of(form_kind k) noexcept {
    switch (k) {
        case form_kind::core: return "core";
        case form_kind::short_form: return "short";
        case form_kind::module: return "module";
    }
    return {};
}

std::string_view id_of(instrument_subject s) noexcept {
    return s == instrument_subject::service ? "service" : "respondent";
}

std::string_view id_of(verification_state s) noexcept {
    switch (s) {
        case verification_state::verified: return "verified";
        case verification_state::unverified: return "unverified";
        case verification_state::incomplete: return "incomplete";
    }
    return {};
}

std::string_view id_of(score_rule r) noexcept {
    switch (r) {
        case score_rule::mean: return "mean";
        case score_rule::sum: return "sum";
        case score_rule::percent_of_maximum: return "percent_of_maximum";
        case score_rule::pomp: return "pomp";
        case score_rule::gated_mean: return "gated_mean";
        case score_rule::subset: return "subset";
        case score_rule::table: return "table";
        case score_rule::grm_eap: return "grm_eap";
    }
    return {};
}

std::string_view id_of(sample_rule r) noexcept {
    return r == sample_rule::percent_positive ? "percent_positive" : "threshold_share";
}

std::string_view id_of(standing s) noexcept {
    switch (s) {
        case standing::published: return "published";
        case standing::derived: return "derived";
        case standing::proposed: return "proposed";
    }
    return {};
}

}  // namespace peersupport
