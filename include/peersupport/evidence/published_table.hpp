// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/integrity_policy.hpp"
#include "peersupport/evidence/release_ledger.hpp"
#include "peersupport/evidence/tally.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace peersupport {

/// By what figures are divided, beside form and wave, which always divide: perspectives are never pooled, and waves
/// are compared where a baseline is known.
struct release_grouping {
    bool unit = false;
    bool language = false;
    bool stratum = false;
    friend bool operator==(const release_grouping&, const release_grouping&) = default;
};

/// At least so many units stand behind a figure that names none, and all but the largest hold minimum_people people:
/// a unit that takes its own answers away must not be left with a few people of another.
inline constexpr std::int64_t least_pooled_units = 3;

struct publish_request {
    integrity_policy policy;
    std::vector<release_grouping> groupings;  ///< one or more, each once
    std::vector<collection_heard> heard;      ///< where the tally does not know the workers: their number
};

/// One figure of a release. What is hidden has no numbers and no reason: see cell_state.
struct published_figure {
    std::size_t grouping = 0;  ///< place in published_table::groupings()
    std::string form;
    perspective_kind perspective = perspective_kind::person;
    std::string wave;
    std::string unit;      ///< empty where the grouping does not divide by it
    std::string language;
    std::string stratum;
    std::string scale;     ///< empty: how many people were heard
    bool shown = false;
    std::int64_t people = 0;     ///< 0 where hidden; over units: a person counts in each of them
    std::optional<double> mean;  ///< one decimal, half away from zero, of the scores as the scale's rule writes them
    std::optional<double> low;   ///< 95 % interval, one decimal; scales of 0 … 100 only, else none
    std::optional<double> high;
    friend bool operator==(const published_figure&, const published_figure&) = default;
};

struct publication;

/// Figures that may leave the trust boundary under the policy they name. Made by publish() only; cannot be merged,
/// added to or turned back into counts. Holds no histogram, no smallest or largest score, no item, no date.
class published_table {
public:
    [[nodiscard]] const tally_header& header() const noexcept { return header_; }
    [[nodiscard]] const integrity_policy& policy() const noexcept { return policy_; }
    [[nodiscard]] std::span<const release_grouping> groupings() const noexcept { return groupings_; }
    [[nodiscard]] bool simulated() const noexcept { return simulated_; }  ///< as tally::simulated()
    /// By grouping, form, wave, unit, language, stratum, then everybody heard and the scales in form order.
    [[nodiscard]] std::span<const published_figure> figures() const noexcept { return figures_; }

private:
    published_table() = default;
    friend result<publication> publish(const tally& of, const instrument& from, const publish_request& request);

    tally_header header_;  // without items: what it was a tally of
    integrity_policy policy_;
    std::vector<release_grouping> groupings_;
    std::vector<published_figure> figures_;
    bool simulated_ = false;
};

/// What may be given away, and what the private ledger keeps of it.
struct publication {
    published_table table;
    release_record record;
};

/// Figures of every grouping, all hidden by one common suppression. A figure is hidden where
///  - it stands on 1 … minimum_people − 1 people, distinct over units where persons are known;
///  - it is about fewer than minimum_workers workers, or nobody knows (perspectives that receive peer support; not for
///    a team whose workers agreed). Known are the workers named in the tally, `heard` for whole units, and at least one
///    a unit. For other perspectives the people who answer are the workers;
///  - it names no unit and fewer than three units stand behind it, or all but the largest hold too few people;
///  - it protects another one (suppress()), or its people heard are hidden;
///  - a unit that is hidden beside a pooled figure, and knows its own answers, would be left with 1 … minimum_people − 1
///    people of other hidden units: then the smallest shown unit that mends it is hidden too. The pooled figure is
///    hidden instead where units of minimum_people or more that would be hidden for it hold more than half of its
///    people: then the units say more to readers than their sum;
///  - the same group is hidden in another form of the perspective, which nearly as many answered (fewer than
///    minimum_people more or less): mostly the same people, so one count would be the other.
/// Means over units have an interval by units (a ratio, G − 1 degrees of freedom) where every unit behind them could be
/// shown by the first two rules, every cell of the tally of these units holds nobody or minimum_people, and this
/// release hides none of them. What is asked for does not matter, so that a later release does not undo it.
/// Errors: tally_other (not of this instrument), policy_missing, policy_too_low, grouping_unknown (none, one twice),
/// too_large. Throws std::bad_alloc only.
[[nodiscard]] result<publication> publish(const tally& of, const instrument& from, const publish_request& request);

}  // namespace peersupport
