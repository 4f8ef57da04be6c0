// SPDX-License-Identifier: Apache-2.0
// Several releases as one table: its parts are the people who were in the same figures all along.
#pragma once

#include "evidence/suppression_system.hpp"
#include "peersupport/evidence/release_ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace peersupport::evidence {

/// The people of one key and scale through all releases.
struct followed_people {
    std::vector<const release_population*> versions;  ///< different ones, in the order in which they came
    std::vector<std::vector<std::size_t>> parts;      ///< of each version: places of its parts in the table
};

class release_audit {
public:
    /// Of one instrument, in the order of release; at least one. They outlive the audit.
    explicit release_audit(std::span<const release_record* const> releases);

    /// Whether the last one may follow the others: ok, ledger_difference or too_large.
    [[nodiscard]] status check_last() const;

private:
    struct people_less {
        bool operator()(const release_population* a, const release_population* b) const {
            return std::tie(a->key, a->scale) < std::tie(b->key, b->scale);
        }
    };
    struct followed_figure {
        std::size_t cell = 0;      ///< its place in the table
        std::int64_t minimum = 0;  ///< of its release
        bool shown = false;
        bool guarded = false;
        bool earlier = false;
    };

    void follow();
    void divide(followed_people& people);
    void divide_by_person(followed_people& people);
    void divide_by_count(followed_people& people);
    void add_figures(std::size_t release);
    void add_bases();
    [[nodiscard]] std::vector<std::size_t> parts_of(std::size_t release, const release_figure& figure) const;
    [[nodiscard]] const std::vector<std::size_t>& parts_of(const release_population& population) const;
    [[nodiscard]] bool nearly_repeats() const;
    [[nodiscard]] bool differ_by_few(const release_record& a, const release_figure& x, const release_record& b,
                                     const release_figure& y) const;
    [[nodiscard]] bool spreads() const;
    [[nodiscard]] bool says_nothing_new() const;
    [[nodiscard]] bool narrows() const;

    std::vector<const release_record*> releases_;
    std::map<const release_population*, followed_people, people_less> people_;
    suppression_table table_;
    std::size_t part_count_ = 0;            // the first cells of the table
    std::vector<followed_figure> figures_;  // each with the sum of the same place
};

}  // namespace peersupport::evidence
