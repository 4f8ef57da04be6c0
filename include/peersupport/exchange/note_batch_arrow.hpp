// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow_abi.h"
#include "peersupport/review/note_batch.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport {

/// What a batch was made with, as the Arrow schema carries it.
using batch_metadata = std::vector<std::pair<std::string, std::string>>;

/// Findings as an Arrow stream of one batch, a row a finding: note, rule, category, kind, severity, sureness, field, start,
/// end, byte_start, byte_end, utf16_start, utf16_end, context (a list), suppressed_by (null: it carries weight),
/// message_en, message_fr, fingerprint. Words that repeat are dictionaries. Columns that can be are not copied; every
/// struct of the consumer keeps the batch. Holds no text of a note. Throws std::bad_alloc only.
void write_note_findings(std::shared_ptr<const note_batch> from, const rule_set& rules, const batch_metadata& metadata, ArrowArrayStream* into);

/// A row a note: note, checked, language, kind, errors, warnings, infos; all but the first two are null where there is none.
void write_note_rows(std::shared_ptr<const note_batch> from, const batch_metadata& metadata, ArrowArrayStream* into);

/// The words that the numbers of a column stand for, from 0: severity, sureness, field, context (a word a bit),
/// suppressed_by (from 1), language, note_kind; the six names of `offset`. Empty for other names. They live as long as the
/// program.
[[nodiscard]] std::vector<std::string_view> batch_words(std::string_view column);
/// What each rule says, in the order of the rules: rule, category, kind, message_en, message_fr. They live as long as the
/// rules.
[[nodiscard]] std::vector<std::string_view> batch_words(std::string_view column, const rule_set& rules);

}  // namespace peersupport
