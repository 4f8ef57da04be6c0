// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/instrument_words.hpp"
#include "peersupport/review/note_profile.hpp"

#include <array>
#include <string_view>

namespace peersupport::exchange {

inline constexpr std::string_view rule_format = "peersupport-review-rules-1";

inline constexpr std::array<word<review_category>, review_categories> category_words{{
    {"CLIN", review_category::clin},
    {"STIG", review_category::stig},
    {"JUDG", review_category::judg},
    {"POWR", review_category::powr},
    {"REQ", review_category::req},
    {"PRIV", review_category::priv},
    {"SAFE", review_category::safe},
    {"ACC", review_category::acc},
    {"DRIFT", review_category::drift},
    {"DUTY", review_category::duty},
    {"COND", review_category::cond},
    {"PART", review_category::part},
}};
inline constexpr std::array<word<review_severity>, 3> severity_words{{
    {"info", review_severity::info},
    {"warning", review_severity::warning},
    {"error", review_severity::error},
}};
inline constexpr std::array<word<review_sureness>, 3> sureness_words{{
    {"low", review_sureness::low},
    {"medium", review_sureness::medium},
    {"high", review_sureness::high},
}};
inline constexpr std::array<word<review_kind>, 4> review_kind_words{{
    {"term", review_kind::term},
    {"absent", review_kind::absent},
    {"cue", review_kind::cue},
    {"engine", review_kind::engine},
}};
inline constexpr std::array<word<review_finder>, 3> finder_words{{
    {"scare-quotes", review_finder::scare_quotes},
    {"impossible-times", review_finder::impossible_times},
    {"repeated-text", review_finder::repeated_text},
}};
inline constexpr std::array<word<request_level>, 3> request_words{{
    {"required", request_level::required},
    {"recommended", request_level::recommended},
    {"not_asked", request_level::not_asked},
}};
inline constexpr std::array<word<review_quotation>, 3> quotation_words{{
    {"person", review_quotation::person},
    {"any", review_quotation::any},
    {"keep", review_quotation::keep},
}};
inline constexpr std::array<word<review_context>, 2> context_words{{
    {"suppress", review_context::suppress},
    {"keep", review_context::keep},
}};
inline constexpr std::array<word<note_kind>, note_kinds> note_kind_words{{
    {"individual", note_kind::individual},
    {"group", note_kind::group},
    {"crisis", note_kind::crisis},
    {"late", note_kind::late},
    {"minimal", note_kind::minimal},
}};

}  // namespace peersupport::exchange
