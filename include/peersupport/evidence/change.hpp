// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/interval.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport {

/// What a change between two times is worth, in words that judge nobody. N. S. Jacobson and P. Truax 1991 call the
/// first "recovered" and the last "deteriorated".
enum class change_kind : std::uint8_t {
    better_past_cut = 0,  ///< more than error, in the wished direction, and past the cut
    better = 1,           ///< more than error, in the wished direction
    no_reliable_change = 2,
    worse = 3,      ///< more than error, against the wished direction
    not_known = 4,  ///< one of the two scores is missing
};
inline constexpr std::uint8_t change_kind_count = 5;
/// "better-past-cut", "better", "no-reliable-change", "worse", "not-known".
[[nodiscard]] std::string_view id_of(change_kind) noexcept;

/// What a reliable change is measured with.
struct change_rule {
    double sd = 0;  ///< standard deviation of the scores before
    double reliability = 0;
    double multiplier = 1.96;  ///< of the difference's error; 1.96 is the custom for 95 %
    bool higher_is_better = true;
    bool has_cut = false;
    double cut = 0;  ///< a score on it is not past it
};

/// The error behind a change. Its difference is √2·SE (Jacobson and Truax 1991; the paper of 1984 lacked the root).
struct change_error {
    double sem = 0;         ///< SD·√(1 − reliability)
    double difference = 0;  ///< √2·SEM
    double threshold = 0;   ///< multiplier·difference: the smallest change that is more than error
    statistic_reason why =
        statistic_reason::computed;  ///< no_variance: SD or error is 0; not_identified: reliability not in [0, 1]
};
[[nodiscard]] change_error error_of(const change_rule& by) noexcept;

/// Reliable change index (after − before)/difference, or NaN, and its kind.
struct reliable_change_row {
    double index = 0;
    change_kind kind = change_kind::not_known;
};
/// A row for each pair. NaN stands for a missing score. Empty when error_of has a reason or the sizes differ.
[[nodiscard]] std::vector<reliable_change_row> reliable_change(std::span<const double> before,
                                                               std::span<const double> after, const change_rule& by);

/// Mean and standard deviation of a group.
struct group_norm {
    double mean = 0;
    double sd = 0;
};
/// Cuts a, b and c of Jacobson and Truax: two standard deviations from the first group's mean towards the other, two
/// from the second group's mean back, and the place between them where both are equally far in standard deviations.
[[nodiscard]] std::array<double, 3> change_cuts(const group_norm& clinical, const group_norm& functional) noexcept;

/// Agreement of two ways to measure the same: J. M. Bland and D. G. Altman 1986.
struct bland_altman {
    statistic bias;   ///< mean of first − second, Student's interval
    double sd = 0;    ///< of the differences
    double low = 0;   ///< bias − multiplier·SD
    double high = 0;  ///< bias + multiplier·SD
};
/// `differences` first − second. too_few_rows: fewer than two.
[[nodiscard]] bland_altman limits_of_agreement(const scaled_numbers& differences, double multiplier = 1.96,
                                               double confidence = 0.95);

}  // namespace peersupport
