// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/tally_key.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace peersupport {

/// The people of one tally cell behind the figures of one scale, at the time of a release.
struct release_population {
    tally_key key;
    std::string scale;  ///< empty: everybody heard
    std::int64_t people = 0;
    std::string digest;  ///< of their scores; another digest: somebody's answer changed. Empty where scale is
    std::vector<std::uint64_t> persons;  ///< person_key() of all of them, ascending; empty when not everybody has one
    friend bool operator==(const release_population&, const release_population&) = default;
};

/// One figure of a release: the people of all its populations together.
struct release_figure {
    std::vector<std::size_t> populations;  ///< places in release_record::populations, ascending, of one form and scale
    bool shown = false;
    bool guarded = false;   ///< hidden, and nobody may work it out
    bool by_units = false;  ///< shown with an interval by units, which says something about each of them
    friend bool operator==(const release_figure&, const release_figure&) = default;
};

/// What was released, exactly. **Private**: it holds every count, so it stays where the tally is.
struct release_record {
    std::string instrument_digest;
    std::int64_t minimum_people = 0;
    std::vector<release_population> populations;  ///< ascending by key, then scale
    std::vector<release_figure> figures;
    friend bool operator==(const release_record&, const release_record&) = default;
};

/// Earlier releases, and whether a further one may follow them. A reader who holds all of them may subtract and add:
/// the region and all units but one; a wave before and after one more answer; two groupings of the same people.
class release_ledger {
public:
    /// A ledger of these releases, in the order in which they were made. They are believed: only their form is
    /// checked. Errors: ledger_malformed with the path of the record.
    [[nodiscard]] static result<release_ledger> of(std::vector<release_record> earlier);
    release_ledger() = default;

    /// Whether the release may be made after all earlier ones. ok; ledger_malformed; too_large; ledger_difference when
    /// with the earlier ones it would let a reader bound more narrowly than before and than the policy allows
    ///  - the people who are in some figures and not in others, where they are 1 … minimum_people − 1 of the new
    ///    release (over all sums and differences of figures: the same audit as suppress());
    ///  - a guarded figure of any release, by that release's own minimum;
    /// when a figure with an interval by units and a guarded one, either of them new, share people of a scale; or when
    /// a population of 1 … minimum_people − 1 stands behind a new figure with such an interval;
    /// or when a new figure and an earlier one of the same populations differ by 1 … minimum_people − 1 people who
    /// came, left or were replaced. Where persons are not known, a larger count means that people came, a smaller one
    /// that they left, and the same count with another digest that one was replaced.
    /// Populations are told apart by their key: a wave, unit or stratum under another name is taken for other people,
    /// except that strata of two releases which add up to the same count of one unit, wave, form and language are one.
    [[nodiscard]] status check(const release_record& next) const;
    /// check(), and on ok the release is kept.
    [[nodiscard]] status add(release_record next);

    [[nodiscard]] std::span<const release_record> releases() const noexcept { return releases_; }
    friend bool operator==(const release_ledger&, const release_ledger&) = default;

private:
    std::vector<release_record> releases_;
};

}  // namespace peersupport
