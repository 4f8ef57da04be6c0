// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/instrument.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace peersupport::exchange {

/// A word of the format and what it means.
template <class T>
struct word {
    std::string_view text;
    T value;
};

inline constexpr std::string_view instrument_format = "peersupport-instrument-1";

inline constexpr std::array<word<instrument_subject>, 2> subject_words{{
    {"respondent", instrument_subject::respondent},
    {"service", instrument_subject::service},
}};
inline constexpr std::array<word<standing>, 3> standing_words{{
    {"published", standing::published},
    {"derived", standing::derived},
    {"proposed", standing::proposed},
}};
inline constexpr std::array<word<verification_state>, 3> verification_words{{
    {"verified", verification_state::verified},
    {"unverified", verification_state::unverified},
    {"incomplete", verification_state::incomplete},
}};
inline constexpr std::array<word<bool>, 2> wording_words{{
    {"included", true},
    {"not-included", false},
}};
inline constexpr std::array<word<std::string_view>, 6> facet_words{{
    {"value", "value"},
    {"principle", "principle"},
    {"level-of-influence", "level-of-influence"},
    {"component", "component"},
    {"module", "module"},
    {"topic", "topic"},
}};
inline constexpr std::array<word<option_kind>, 4> option_words{{
    {"answer", option_kind::answer},
    {"does-not-apply", option_kind::does_not_apply},
    {"declined", option_kind::declined},
    {"blank", option_kind::blank},
}};
inline constexpr std::array<word<score_direction>, 3> direction_words{{
    {"higher-is-better", score_direction::higher_is_better},
    {"higher-is-worse", score_direction::higher_is_worse},
    {"neither", score_direction::neither},
}};
inline constexpr std::array<word<score_rule>, 8> score_words{{
    {"mean", score_rule::mean},
    {"sum", score_rule::sum},
    {"percent_of_maximum", score_rule::percent_of_maximum},
    {"pomp", score_rule::pomp},
    {"gated_mean", score_rule::gated_mean},
    {"subset", score_rule::subset},
    {"table", score_rule::table},
    {"grm_eap", score_rule::grm_eap},
}};
/// The rules `subset` may name in `of`.
inline constexpr std::array<word<score_rule>, 4> subset_words{{
    {"sum", score_rule::sum},
    {"mean", score_rule::mean},
    {"percent_of_maximum", score_rule::percent_of_maximum},
    {"pomp", score_rule::pomp},
}};
/// `prorate_up_to` stands twice: the member it carries, count or share, decides; reading finds the first.
inline constexpr std::array<word<missing_rule>, 5> missing_words{{
    {"none_missing", missing_rule::none_missing},
    {"minimum_answered", missing_rule::minimum_answered},
    {"minimum_share", missing_rule::minimum_share},
    {"prorate_up_to", missing_rule::prorate_up_to_count},
    {"prorate_up_to", missing_rule::prorate_up_to_share},
}};
inline constexpr std::array<word<sample_rule>, 2> sample_words{{
    {"percent_positive", sample_rule::percent_positive},
    {"threshold_share", sample_rule::threshold_share},
}};
inline constexpr std::array<word<positive_combination>, 2> combination_words{{
    {"mean-of-items", positive_combination::mean_of_items},
    {"pooled", positive_combination::pooled},
}};
inline constexpr std::array<word<cut_side>, 2> side_words{{
    {"above", cut_side::above},
    {"below", cut_side::below},
}};
inline constexpr std::array<word<form_kind>, 3> form_words{{
    {"core", form_kind::core},
    {"short", form_kind::short_form},
    {"module", form_kind::module},
}};
inline constexpr std::array<word<perspective_kind>, 5> perspective_words{{
    {"person", perspective_kind::person},
    {"family", perspective_kind::family},
    {"peer-supporter", perspective_kind::peer_supporter},
    {"supervisor", perspective_kind::supervisor},
    {"assessor", perspective_kind::assessor},
}};
inline constexpr std::array<word<std::string_view>, 4> mode_words{{
    {"paper", "paper"},
    {"online", "online"},
    {"phone", "phone"},
    {"in-person", "in-person"},
}};

template <class T>
[[nodiscard]] constexpr std::optional<T> meaning_of(std::string_view text, std::span<const word<T>> words) noexcept {
    for (const word<T>& w : words)
        if (w.text == text) return w.value;
    return std::nullopt;
}

template <class T, std::size_t N>
[[nodiscard]] constexpr std::string_view word_for(T value, const std::array<word<T>, N>& words) noexcept {
    for (const word<T>& w : words)
        if (w.value == value) return w.text;
    return {};
}

}  // namespace peersupport::exchange
