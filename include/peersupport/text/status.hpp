// SPDX-License-Identifier: Apache-2.0
// Generated from capi/status.tsv by scripts/generate_status.py; edit the table, not this file.
#pragma once

#include "peersupport/text/language.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// Why a call could not do what was asked. Codes are never renumbered; an unknown one means failed.
enum class status : std::int32_t {
    ok = 0,  ///< Done.
    out_of_memory = 1,  ///< Not enough memory.
    internal = 2,  ///< An error inside the library.
    invalid_argument = 3,  ///< An argument is missing or out of its range.
    buffer_too_small = 4,  ///< The array given is too small.
    not_found = 5,  ///< There is nothing with this id.
    too_large = 6,  ///< The input is larger than the limit.
    bad_struct_size = 7,  ///< struct_size is not one this library knows.
    json_syntax = 100,  ///< This is not valid JSON.
    json_too_deep = 101,  ///< The JSON is nested too deeply.
    json_duplicate_key = 102,  ///< The same key stands twice in one object.
    json_not_utf8 = 103,  ///< The text is not valid UTF-8.
    json_number = 104,  ///< The number is too long or out of range.
    field_missing = 200,  ///< A required member is missing.
    field_unknown = 201,  ///< This member is not part of the format.
    field_type = 202,  ///< The value has the wrong type.
    field_value = 203,  ///< The value is not allowed here.
    id_malformed = 204,  ///< This is not a well-formed id.
    id_duplicate = 205,  ///< The id stands twice in this list.
    reference_unknown = 206,  ///< This id refers to nothing in the file or in the definition.
    translation_missing = 207,  ///< The text must exist in English and in French.
    format_unsupported = 208,  ///< This library does not read this format version.
    rule_conflict = 209,  ///< Two rules of the instrument contradict each other.
    instrument_incomplete = 300,  ///< The instrument’s structure is not complete, so nothing can be scored with it.
    instrument_unverified = 301,  ///< The instrument’s structure was not checked against its official manual.
    form_required = 302,  ///< The instrument has several forms.
    form_unknown = 303,  ///< The instrument has no form with this id.
    score_too_large = 304,  ///< A score of this scale could pass 2^53 and would no longer be exact.
    invalid_code = 400,  ///< The answer is not one of the item’s codes.
    not_integral = 401,  ///< The answer is not a whole number.
    column_missing = 402,  ///< A column that is needed is missing.
    column_type = 403,  ///< The column does not hold numbers.
    shape_mismatch = 404,  ///< The lengths or the number of columns do not fit.
    identifier_refused = 405,  ///< This instrument describes a service: no row may join a person to a score.
    column_duplicate = 406,  ///< Two columns have the same name.
    arrow_invalid = 407,  ///< The Arrow data does not follow the Arrow C data interface.
    text_not_number = 408,  ///< The cell holds text where a code is expected.
    file_unreadable = 409,  ///< The file cannot be read.
    row_malformed = 410,  ///< The row does not have the number of cells the header announces.
    file_unwritable = 411,  ///< The file cannot be written.
    date_malformed = 500,  ///< This is not a date of the form YYYY-MM-DD.
    date_out_of_range = 501,  ///< The date does not exist, is outside 1900 to 2200, or comes before one that it must follow.
    definition_other = 600,  ///< This is another version of the definition.
    table_fixed = 601,  ///< An overlay cannot add rows to this table.
    row_fixed = 602,  ///< An overlay cannot switch this row off.
    row_in_use = 603,  ///< Another row cannot do without this row.
    member_fixed = 604,  ///< An overlay cannot replace this member.
    id_foreign = 605,  ///< The id of an added row does not begin with its table’s prefix and the overlay’s id.
    claim_uncovered = 606,  ///< The row claims more than its sources carry.
    tally_other = 700,  ///< The tallies are not of the same instrument, rules, definition or forms.
    shard_repeated = 701,  ///< This part of the data has been counted already.
    person_repeated = 702,  ///< Somebody would count twice in the same form, unit and wave.
    count_overflow = 703,  ///< A count would be too large to stay exact.
    tally_malformed = 704,  ///< These bytes are not a tally, or were damaged.
    subject_refused = 720,  ///< This instrument is about the person who answers, so it says nothing about the integrity of a service.
    no_values = 721,  ///< The instrument has no form for people who receive peer support with a scale for each value.
    policy_missing = 722,  ///< No policy for what may be shown was given.
    policy_too_low = 723,  ///< The policy would show findings about too few people or workers.
    wave_unknown = 724,  ///< There are no answers from this wave.
    cut_set_unknown = 725,  ///< The definition has no set of cuts with this id.
    stratifier_unknown = 726,  ///< The answers are not divided by this or any other group.
    governance_missing = 727,  ///< Data about Indigenous people stay under the governance of their communities.
    unit_unknown = 728,  ///< There are no answers about this service.
    ledger_difference = 740,  ///< With an earlier release this one would show something about too few people.
    ledger_malformed = 741,  ///< This is not a ledger of releases, or it contradicts itself.
    grouping_unknown = 742,  ///< Figures cannot be grouped in this way.
    published_final = 743,  ///< Published figures cannot be added up or counted again.
};

/// The name of a code as C writes it without its prefix, e.g. "INVALID_CODE"; "UNKNOWN" for other numbers.
[[nodiscard]] std::string_view status_name(status code) noexcept;
/// One sentence for people: what happened.
[[nodiscard]] std::string_view status_text(status code, language l) noexcept;
/// One sentence for people: what to do about it; empty for ok.
[[nodiscard]] std::string_view status_advice(status code, language l) noexcept;
/// Every code, ascending.
[[nodiscard]] std::span<const status> statuses() noexcept;

}  // namespace peersupport
