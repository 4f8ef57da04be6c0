// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/programme_report.hpp"
#include "review/calendar.hpp"
#include "review/finding_message.hpp"
#include "review/place.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// A finding while it is written: what it is about and what its message says.
class finding_draft {
public:
    explicit finding_draft(const place& where, std::string_view variant = {}) : where_(where), variant_(variant) {}

    /// An id that the message calls by this name.
    finding_draft& id(std::string_view name, std::string_view value);
    finding_draft& ids(std::string_view name, const std::vector<std::string>& values);
    /// A row of the definition: its id is what the finding is about, its name stands in the message.
    finding_draft& row(std::string_view name, std::string_view id, const localized_text& label);
    finding_draft& number(std::string_view name, std::int64_t value);
    /// Only in the message.
    finding_draft& span(std::string_view name, const time_span& value);
    finding_draft& intervals(std::string_view name, std::int64_t count, const time_span& each);
    finding_draft& days(std::vector<date> all);

private:
    friend class finding_list;
    place where_;
    std::string_view variant_;
    std::vector<std::string> about_;
    std::vector<finding_number> numbers_;
    std::vector<date> days_;
    std::vector<message_word> words_;
};

/// Collects findings of the rules a definition has.
class finding_list {
public:
    explicit finding_list(const definition& of);

    /// The rule's limit as a span of time; without a unit, days. Without a limit or the rule: none at all.
    [[nodiscard]] time_span limit_of(std::string_view rule) const noexcept;
    /// Nothing when the definition lacks the rule.
    void add(std::string_view rule, finding_draft&& draft);
    /// In the order of the rules, then of the file, then as they were added; counted by need.
    void finish(programme_report& report) &&;

private:
    struct entry {
        std::size_t rule;  ///< row
        place where;
        finding found;
    };
    std::span<const programme_rule> rules_;
    std::vector<entry> entries_;
};

}  // namespace peersupport::review
