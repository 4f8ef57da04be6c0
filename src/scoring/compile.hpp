// SPDX-License-Identifier: Apache-2.0
// The steps that turn a form of an instrument into a plan, in the order in which they run.
#pragma once

#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"
#include "scoring/compiled.hpp"

#include <string>

namespace peersupport::scoring {

/// The largest whole number up to which every double is exact.
inline constexpr std::int64_t largest_exact = std::int64_t{1} << 53;

/// Codes to meanings, with keys reversed; gates by position in the form. Adds rule_conflict where a gate is not
/// part of the form.
void compile_items(const instrument& from, const form& of, compiled& into, error& problems);
/// Scales and sample-level scales. Adds rule_conflict and score_too_large.
void compile_scales(const instrument& from, const form& of, compiled& into, error& problems);
/// Which scales can be scored by adding bytes, and how.
void compile_lanes(compiled& into);
/// The byte program for rows in memory, where the lanes allow one.
void compile_row(compiled& into);

/// JSON pointer to an element of a top-level list of the instrument file.
[[nodiscard]] std::string pointer_to(const char* list, std::size_t index);

}  // namespace peersupport::scoring
