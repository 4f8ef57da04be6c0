// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport::review {

/// What a word says about the words around it.
namespace word_context {
inline constexpr std::uint32_t negation = 1U << 0U;
inline constexpr std::uint32_t negation_back = 1U << 1U;
inline constexpr std::uint32_t pseudo_negation = 1U << 2U;
inline constexpr std::uint32_t terminator = 1U << 3U;
inline constexpr std::uint32_t terminator_speech = 1U << 4U;
inline constexpr std::uint32_t speech_verb = 1U << 5U;
inline constexpr std::uint32_t speech_source = 1U << 6U;
inline constexpr std::uint32_t hypothesis = 1U << 7U;
inline constexpr std::uint32_t mention = 1U << 8U;
inline constexpr std::uint32_t family = 1U << 9U;
inline constexpr std::uint32_t author = 1U << 10U;
inline constexpr std::uint32_t person = 1U << 11U;
inline constexpr std::uint32_t third = 1U << 12U;
inline constexpr std::uint32_t common = 1U << 13U;    ///< begins with a capital and is no name
inline constexpr std::uint32_t stopword = 1U << 14U;  ///< tells the language of a text
inline constexpr std::uint32_t doubt = 1U << 15U;     ///< puts what is said in doubt: "claims", "so-called"
inline constexpr std::uint32_t object = 1U << 16U;    ///< no subject where it stands before a verb: "m'", "lui"
inline constexpr std::uint32_t unspoken = 1U << 17U;  ///< a speech verb that is none here: "will write", « répond au »
inline constexpr std::uint32_t speech_by = 1U << 18U; ///< the words of whoever is named behind it: "according to"
inline constexpr std::uint32_t given_name = 1U << 19U;  ///< a first name, wherever a capital stands
// Of job descriptions and activity logs.
inline constexpr std::uint32_t exclusion = 1U << 20U;          ///< what follows is not done: "is not responsible for"
inline constexpr std::uint32_t exclusion_behind = 1U << 21U;   ///< what stands before is not done: "is done by the nurses"
inline constexpr std::uint32_t exclusion_heading = 1U << 22U;  ///< a list of what is not done begins: "out of scope"
inline constexpr std::uint32_t helping = 1U << 23U;            ///< the person is the one who acts: "while they"
inline constexpr std::uint32_t condition = 1U << 24U;          ///< "if the person asks"
inline constexpr std::uint32_t before_object = 1U << 25U;      ///< whoever is named behind it does not act: "with", "for"
inline constexpr std::uint32_t negation_of_noun = 1U << 26U;   ///< a denial that ends with its noun: "no", "without"
inline constexpr std::uint32_t agent = 1U << 27U;              ///< who does what stands right before: "by the nurses"

struct list {
    std::string_view name;  ///< in a pack
    std::uint32_t bit;
};
inline constexpr std::array lists{
    list{"negation", negation},
    list{"negation_back", negation_back},
    list{"pseudo_negation", pseudo_negation},
    list{"terminator", terminator},
    list{"terminator_speech", terminator_speech},
    list{"speech_verb", speech_verb},
    list{"speech_source", speech_source},
    list{"hypothesis", hypothesis},
    list{"mention", mention},
    list{"family", family},
    list{"author", author},
    list{"person", person},
    list{"third", third},
    list{"common_words", common},
    list{"stopwords", stopword},
    list{"doubt", doubt},
    list{"object", object},
    list{"unspoken", unspoken},
    list{"speech_by", speech_by},
    list{"given_names", given_name},
    list{"exclusion", exclusion},
    list{"exclusion_behind", exclusion_behind},
    list{"exclusion_heading", exclusion_heading},
    list{"helping", helping},
    list{"condition", condition},
    list{"before_object", before_object},
    list{"negation_of_noun", negation_of_noun},
    list{"agent", agent},
};
}  // namespace word_context

}  // namespace peersupport::review
