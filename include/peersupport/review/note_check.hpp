// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/baseline.hpp"
#include "peersupport/review/note.hpp"
#include "peersupport/review/note_report.hpp"
#include "peersupport/review/rule_set.hpp"
#include "peersupport/text/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace peersupport {

struct note_check_options {
    std::string profile = "person-led";   ///< empty: every rule as it stands
    std::string_view now{};               ///< the caller's date and time, YYYY-MM-DDTHH:MM; empty: nothing is held against it
    const baseline* left_alone = nullptr; ///< findings somebody decided to leave; they stay in the report
};

/// Checks notes one after the other and keeps its memory between them, never their text. Not for two threads at once;
/// rules are shared.
class note_checker {
public:
    explicit note_checker(rule_set rules);
    note_checker(note_checker&&) noexcept;
    note_checker& operator=(note_checker&&) noexcept;
    ~note_checker();

    /// Errors: not_found (no such profile; rules that bring no profile take any name), date_malformed and date_out_of_range (`now`), json_not_utf8 with the byte offset (path: the field, empty for the text), too_large (1 MiB a text).
    /// The same note gives the same report. Throws std::bad_alloc only.
    [[nodiscard]] result<note_report> check(const note& what, const note_check_options& options = {});
    [[nodiscard]] const rule_set& rules() const noexcept;

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace peersupport
