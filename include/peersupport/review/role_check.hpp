// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/role_report.hpp"
#include "peersupport/review/role_description.hpp"
#include "peersupport/review/rule_set.hpp"
#include "peersupport/text/result.hpp"

#include <memory>
#include <string>

namespace peersupport {

/// Holds job descriptions and activity logs against a role, one after the other, and keeps its memory between them, never
/// their text. Not for two threads at once; rules are shared. The definition has to outlive it.
class role_checker {
public:
    explicit role_checker(rule_set rules, const definition& by = canonical());
    role_checker(role_checker&&) noexcept;
    role_checker& operator=(role_checker&&) noexcept;
    ~role_checker();

    /// Errors, all at once: not_found (/role; /sections/NAME; /activities/3/code), json_not_utf8 with the byte offset,
    /// too_large (1 MiB a text, 10,000 rows), number_out_of_range (/activities/3/minutes). The same text gives the same
    /// report. Throws std::bad_alloc only.
    [[nodiscard]] result<role_report> check(const role_description& what);
    [[nodiscard]] const rule_set& rules() const noexcept;

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// A whole job description in Markdown, in the language of the report: what the text already shows of each component
/// stands as it was written; what it lacks is proposed (in brackets: what only the agency can fill in); work that is not
/// peer support gives way to what to do instead. The text is the one the report was made from.
[[nodiscard]] std::string suggested_description(const role_description& what, const role_report& report, const rule_set& rules, const definition& by, language in);

}  // namespace peersupport
