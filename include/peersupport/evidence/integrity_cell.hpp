// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"
#include "peersupport/evidence/figure.hpp"
#include "peersupport/evidence/showing.hpp"
#include "peersupport/text/localized_text.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// Who was heard from one perspective in a unit and wave, with one form.
struct heard_people {
    std::string perspective;
    std::string form;
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> eligible;
    std::optional<std::int64_t> invited;
    std::optional<std::int64_t> responded;
    std::optional<std::int64_t> refused;
    std::optional<bool> leavers_invited;
    std::optional<std::int64_t> workers;
    std::optional<figure> response_rate;  ///< percent, Wilson
    friend bool operator==(const heard_people&, const heard_people&) = default;
};

/// The mean over those who answered every item.
struct complete_case {
    std::int64_t people = 0;
    double mean = 0;
    friend bool operator==(const complete_case&, const complete_case&) = default;
};

/// Where the mean would lie had all who did not respond scored 0 or 100.
struct response_bounds {
    double low = 0;
    double high = 0;
    friend bool operator==(const response_bounds&, const response_bounds&) = default;
};

/// One value from one perspective in a unit and wave.
struct integrity_cell {
    std::string perspective;
    std::string value;
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;                       ///< with a score
    std::optional<figure> mean;                               ///< plain mean; bounded-mean interval
    std::optional<peersupport::complete_case> complete_case;  ///< none also where the rest would be fewer than k
    std::optional<double> does_not_apply;                     ///< percent of the answers to the value's items
    std::optional<double> declined;
    std::optional<response_bounds> if_not_heard;
    std::vector<std::string> languages;  ///< in which k people or more answered; several: a caveat
    friend bool operator==(const integrity_cell&, const integrity_cell&) = default;
};

struct answer_count {
    std::int32_t code = 0;
    localized_string label;
    std::int64_t people = 0;
    friend bool operator==(const answer_count&, const answer_count&) = default;
};

/// The answers to one item. Answers are absent as soon as one count lies between 1 and k − 1.
struct item_result {
    std::string perspective;
    std::string item;
    std::string value;
    localized_string topic;
    bool eroded = false;  ///< reverse-keyed: describes what must not happen. The word is never shown
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;  ///< who answered it
    std::optional<std::vector<answer_count>> answers;
    std::optional<std::int64_t> does_not_apply;
    std::optional<std::int64_t> declined;
    std::optional<std::int64_t> blank;
    std::optional<double> gap;  ///< 100 minus the interval's upper end
    friend bool operator==(const item_result&, const item_result&) = default;
};

/// How many met it, in words, where the count itself would be too small to show.
enum class how_many : std::uint8_t {
    not_known,
    nobody,
    some,        ///< at least one person, fewer than k
    counted,     ///< k people or more, and all but k or more; the count is shown unless it gives away another
    nearly_all,  ///< all but at least one person and fewer than k
    everybody,
};

template <>
inline constexpr auto words_of<how_many> = std::to_array<std::string_view>({"not-known", "nobody", "some", "counted",
                                                                            "nearly-all", "everybody"});

/// One eroded item as the people who receive peer support met it: ever (any option above the lowest), often (the two
/// highest options).
struct eroded_result {
    std::string item;
    std::string facet;  ///< the facet of an `eroded_limits` row, or empty
    std::string value;
    localized_string topic;
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;  ///< who answered it
    std::optional<people_share> ever;
    std::optional<people_share> often;
    how_many ever_met = how_many::not_known;
    how_many often_met = how_many::not_known;
    friend bool operator==(const eroded_result&, const eroded_result&) = default;
};

/// A scale that is not a value: conditions, quality.
struct module_result {
    std::string perspective;
    std::string form;
    std::string scale;
    localized_string name;
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;
    std::optional<figure> mean;
    friend bool operator==(const module_result&, const module_result&) = default;
};

}  // namespace peersupport
