// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handles.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/rule_set.hpp"
#include "peersupport/review/text_finding.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Which check rules are for.
enum class peersupport_rules_kind { notes, roles };

struct peersupport_rules {
    peersupport::rule_set value;
    peersupport_rules_kind kind;
};

namespace peersupport::capi {

/// Tells what was wrong, in full where that was asked for.
inline int32_t refuse(const peersupport::error& found, peersupport_problems** problems, peersupport_error* error) {
    if (problems) *problems = new peersupport_problems{found};
    return report(found, error);
}

/// Packs as they came; the first that cannot be read ends it.
inline result<std::vector<rule_pack>> read_packs(const peersupport_text* packs, std::size_t count) {
    std::vector<rule_pack> read;
    for (std::size_t i = 0; i < count; ++i) {
        auto pack = read_rule_pack(view_of(packs[i].data, packs[i].size));
        if (!pack) return pack.problems();
        read.push_back(*std::move(pack));
    }
    return read;
}

inline bool sized_packs(const peersupport_text* packs, std::size_t count) noexcept {
    if (!sized(packs, count)) return false;
    for (std::size_t i = 0; i < count; ++i)
        if (!sized(packs[i].data, packs[i].size)) return false;
    return true;
}

/// The language a report is shown in: the one asked for, or that of what was read.
inline language shown_in(language read, int32_t asked) noexcept { return asked == PEERSUPPORT_ANY_LANGUAGE ? read : language_of(asked); }

/// A place in every unit, as findings of both checks have it.
template <class Finding>
void place(const text_span& at, Finding& into) noexcept {
    into.byte_start = at.byte_begin;
    into.byte_end = at.byte_end;
    into.start = at.begin;
    into.end = at.end;
    into.utf16_start = at.utf16_begin;
    into.utf16_end = at.utf16_end;
    into.line = at.line;
    into.column = at.column;
}

inline bool known_or_any(int32_t language) noexcept { return known_language(language) || language == PEERSUPPORT_ANY_LANGUAGE; }

}  // namespace peersupport::capi
