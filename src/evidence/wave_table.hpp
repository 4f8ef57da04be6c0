// SPDX-License-Identifier: Apache-2.0
// What a wave counts and what of it may be shown, decided for all units at once and before anything is derived.
#pragma once

#include "evidence/group_counts.hpp"
#include "evidence/integrity_rules.hpp"
#include "evidence/integrity_structure.hpp"
#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/integrity_policy.hpp"
#include "peersupport/evidence/showing.hpp"
#include "peersupport/evidence/snapshot.hpp"
#include "peersupport/evidence/tally.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

/// What every step of an assessment reads.
struct assessment {
    const tally& from;
    const instrument& by;
    const definition& against;
    const integrity_policy& policy;
    const collection* how = nullptr;  ///< may be null
    integrity_structure structure;
    integrity_rules rules;
};

/// One core form in one unit.
struct unit_counts {
    group_counts group;
    showing heard = showing::nobody;
    std::vector<showing> values;  ///< by place in integrity_structure::values
};

struct wave_table {
    std::string_view wave;
    std::vector<std::string_view> units;           ///< ascending
    std::vector<std::vector<unit_counts>> counts;  ///< [core form][unit]
    std::vector<group_counts> pooled;              ///< [core form], over units
    std::vector<std::vector<showing>> region;      ///< [core form][value]; nobody where there is no region
};

[[nodiscard]] wave_table table_of(const assessment& at, std::string_view wave);
/// A stored wave, of the receivers only, under the same policy. Points into the snapshot.
[[nodiscard]] wave_table table_of(const assessment& at, const snapshot& stored);

/// People with a score of a value (its place in integrity_structure::values); 0 where the form lacks it.
[[nodiscard]] std::int64_t scored(const read_form& form, const group_counts& group, std::size_t value) noexcept;
/// Their bins.
[[nodiscard]] std::span<const score_bin> bins_of(const read_form& form, const group_counts& group,
                                                 std::size_t value) noexcept;
/// The value's scale and items in a form, or nullptr.
[[nodiscard]] const value_place* find_value(const read_form& form, std::size_t value) noexcept;

/// Distinct workers a group's answers are about: those it names or, where it does not name all, at least as many as
/// were stated.
[[nodiscard]] std::optional<std::int64_t> workers_of(const group_counts& group,
                                                     const collection_heard* stated) noexcept;
/// Whether a group may be shown by its workers: shown, too_few_workers or no_worker_count.
[[nodiscard]] showing worker_rule(const integrity_policy& policy, bool receives,
                                  std::optional<std::int64_t> workers) noexcept;
/// What was stated of a unit, wave and perspective, or nullptr.
[[nodiscard]] const collection_heard* stated_of(const assessment& at, std::string_view unit, std::string_view wave,
                                                std::string_view perspective) noexcept;

}  // namespace peersupport::evidence
