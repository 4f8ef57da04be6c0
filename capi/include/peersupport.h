/* SPDX-License-Identifier: Apache-2.0 */
/**
 * peersupport: the stable C interface. C99 and C++; a 1.x library replaces an older 1.x one.
 *
 * Rules that hold for every function (docs/conventions-c.md says why):
 *
 * Status    Functions that can fail return int32_t, PEERSUPPORT_OK = 0. Treat a code you do not know as failed.
 * Outputs   come after inputs and are written only on PEERSUPPORT_OK, unless a function says otherwise.
 * Error     the last argument, yours, may be NULL; set up by PEERSUPPORT_ERROR_INIT. Every call that takes one
 *           overwrites it, also with success. It never holds text of an answer or a note.
 * NULL      a pointer that must not be NULL and is gives PEERSUPPORT_INVALID_ARGUMENT, or 0 from a function that
 *           returns a count. Free functions take NULL and do nothing.
 * Text in   pointer and size in bytes, UTF-8; no terminating NUL is needed.
 * Text out  a peersupport_text, not NUL-terminated, which lives as long as the handle it came from; or a
 *           const char*, NUL-terminated, which lives as long as the library is loaded.
 * Handles   immutable once made: any number of threads may use one at a time, without locks. Free each exactly
 *           once, when no thread uses it, with the free function of its type. A plan does not need its
 *           instrument any more, nor a definition the one it was laid over.
 * Threads   no function keeps state between calls; all may run at the same time on different outputs.
 * Process   nothing here reads files, the clock, the environment or the locale, logs, starts threads, or
 *           registers anything; the library can be unloaded. No exception leaves it: lack of memory is
 *           PEERSUPPORT_OUT_OF_MEMORY, what was made until then is freed, and the next call works.
 * Structs   with struct_size may grow in later versions: begin with their INIT macro. All others are frozen.
 */
#ifndef PEERSUPPORT_H
#define PEERSUPPORT_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#if defined(PEERSUPPORT_BUILDING)
#define PEERSUPPORT_API __declspec(dllexport)
#else
#define PEERSUPPORT_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define PEERSUPPORT_API __attribute__((visibility("default")))
#else
#define PEERSUPPORT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------------- constants -- */

/* Status codes. Never renumbered, never reused. */
/* --- generated from capi/status.tsv: begin --- */
/** Done. */
#define PEERSUPPORT_OK 0
/** Not enough memory. Free memory and call again; nothing was changed. */
#define PEERSUPPORT_OUT_OF_MEMORY 1
/** An error inside the library. Please report it with the library version; no data is needed. */
#define PEERSUPPORT_INTERNAL 2
/** An argument is missing or out of its range. Compare the call with its documentation. */
#define PEERSUPPORT_INVALID_ARGUMENT 3
/** The array given is too small. Call again with at least the size that was written to the count. */
#define PEERSUPPORT_BUFFER_TOO_SMALL 4
/** There is nothing with this id. List the ids and choose one of them. */
#define PEERSUPPORT_NOT_FOUND 5
/** The input is larger than the limit. Split the input; the limits are in the documentation. */
#define PEERSUPPORT_TOO_LARGE 6
/** struct_size is not one this library knows. Initialise the struct with its INIT macro. */
#define PEERSUPPORT_BAD_STRUCT_SIZE 7
/** This is not valid JSON. Correct the text at the byte offset given. */
#define PEERSUPPORT_JSON_SYNTAX 100
/** The JSON is nested too deeply. Keep to 32 levels. */
#define PEERSUPPORT_JSON_TOO_DEEP 101
/** The same key stands twice in one object. Remove one of the two. */
#define PEERSUPPORT_JSON_DUPLICATE_KEY 102
/** The text is not valid UTF-8. Save the file as UTF-8. */
#define PEERSUPPORT_JSON_NOT_UTF8 103
/** The number is too long or out of range. Use at most 15 digits and a power of ten within 22. */
#define PEERSUPPORT_JSON_NUMBER 104
/** A required member is missing. Add the member named by the path. */
#define PEERSUPPORT_FIELD_MISSING 200
/** This member is not part of the format. Remove it or correct its name. */
#define PEERSUPPORT_FIELD_UNKNOWN 201
/** The value has the wrong type. See the schema for the type of this member. */
#define PEERSUPPORT_FIELD_TYPE 202
/** The value is not allowed here. See the documentation of the format for the values allowed. */
#define PEERSUPPORT_FIELD_VALUE 203
/** This is not a well-formed id. Use lower-case letters, digits and single hyphens, 64 at most. */
#define PEERSUPPORT_ID_MALFORMED 204
/** The id stands twice in this list. Give each row an id of its own. */
#define PEERSUPPORT_ID_DUPLICATE 205
/** This id refers to nothing in the file or in the definition. Correct the id or add the row it refers to. */
#define PEERSUPPORT_REFERENCE_UNKNOWN 206
/** The text must exist in English and in French. Add the missing language. */
#define PEERSUPPORT_TRANSLATION_MISSING 207
/** This library does not read this format version. Use a file whose format the documentation names. */
#define PEERSUPPORT_FORMAT_UNSUPPORTED 208
/** Two rules of the instrument contradict each other. Change one of the two; the path names the second. */
#define PEERSUPPORT_RULE_CONFLICT 209
/** The instrument’s structure is not complete, so nothing can be scored with it. See what is missing in the instrument’s verification. */
#define PEERSUPPORT_INSTRUMENT_INCOMPLETE 300
/** The instrument’s structure was not checked against its official manual. Check it yourself, then allow unverified instruments. */
#define PEERSUPPORT_INSTRUMENT_UNVERIFIED 301
/** The instrument has several forms. Name one of them. */
#define PEERSUPPORT_FORM_REQUIRED 302
/** The instrument has no form with this id. List the forms and choose one of them. */
#define PEERSUPPORT_FORM_UNKNOWN 303
/** A score of this scale could pass 2^53 and would no longer be exact. Use smaller weights, points or multipliers. */
#define PEERSUPPORT_SCORE_TOO_LARGE 304
/** The answer is not one of the item’s codes. Correct the cell, or mark invalid answers instead of refusing them. */
#define PEERSUPPORT_INVALID_CODE 400
/** The answer is not a whole number. Answers are whole-number codes; blanks are null or NaN. */
#define PEERSUPPORT_NOT_INTEGRAL 401
/** A column that is needed is missing. Add the column, or say which column holds it. */
#define PEERSUPPORT_COLUMN_MISSING 402
/** The column does not hold numbers. Use an integer, boolean or floating-point column. */
#define PEERSUPPORT_COLUMN_TYPE 403
/** The lengths or the number of columns do not fit. Give one column for each item of the form, all of the same length. */
#define PEERSUPPORT_SHAPE_MISMATCH 404
/** This instrument describes a service: no row may join a person to a score. Leave out the id; people are counted, never listed. */
#define PEERSUPPORT_IDENTIFIER_REFUSED 405
/** Two columns have the same name. Rename or remove one of them. */
#define PEERSUPPORT_COLUMN_DUPLICATE 406
/** The Arrow data does not follow the Arrow C data interface. Export the data again with the library that made it. */
#define PEERSUPPORT_ARROW_INVALID 407
/** The cell holds text where a code is expected. Correct the cell, or leave it empty. */
#define PEERSUPPORT_TEXT_NOT_NUMBER 408
/** The file cannot be read. Check its name, its format and the right to read it. */
#define PEERSUPPORT_FILE_UNREADABLE 409
/** The row does not have the number of cells the header announces. Correct the row: look for a missing quote or separator. */
#define PEERSUPPORT_ROW_MALFORMED 410
/** The file cannot be written. Choose another folder, or free some space. */
#define PEERSUPPORT_FILE_UNWRITABLE 411
/** This is not a date of the form YYYY-MM-DD. Write the date as YYYY-MM-DD. */
#define PEERSUPPORT_DATE_MALFORMED 500
/** The date does not exist, is outside 1900 to 2200, or comes before one that it must follow. Correct the date. */
#define PEERSUPPORT_DATE_OUT_OF_RANGE 501
/** This is another version of the definition. Use the version that is named, or load its export. */
#define PEERSUPPORT_DEFINITION_OTHER 600
/** An overlay cannot add rows to this table. Leave it out: these rows are what everybody shares. */
#define PEERSUPPORT_TABLE_FIXED 601
/** An overlay cannot switch this row off. Keep it: the row protects people or is part of what everybody shares. */
#define PEERSUPPORT_ROW_FIXED 602
/** Another row cannot do without this row. Switch that row off too, or keep this one. */
#define PEERSUPPORT_ROW_IN_USE 603
/** An overlay cannot replace this member. Add a row of your own instead: an id keeps its meaning everywhere. */
#define PEERSUPPORT_MEMBER_FIXED 604
/** The id of an added row does not begin with its table’s prefix and the overlay’s id. Put both in front, so that it can never meet an id of the definition. */
#define PEERSUPPORT_ID_FOREIGN 605
/** The row claims more than its sources carry. Lower its standing, or cite a source that says it. */
#define PEERSUPPORT_CLAIM_UNCOVERED 606
/** The tallies are not of the same instrument, rules, definition or forms. Count again with the same version of everything; only like can be added to like. */
#define PEERSUPPORT_TALLY_OTHER 700
/** This part of the data has been counted already. Leave it out, or give another part an id of its own. */
#define PEERSUPPORT_SHARD_REPEATED 701
/** Somebody would count twice in the same form, unit and wave. Put each person’s responses of a wave into one table, so that the latest can be chosen. */
#define PEERSUPPORT_PERSON_REPEATED 702
/** A count would be too large to stay exact. Divide the data by unit or wave. */
#define PEERSUPPORT_COUNT_OVERFLOW 703
/** These bytes are not a tally, or were damaged. Make the tally again from the answers. */
#define PEERSUPPORT_TALLY_MALFORMED 704
/** This instrument is about the person who answers, so it says nothing about the integrity of a service. Use an instrument whose subject is the service. */
#define PEERSUPPORT_SUBJECT_REFUSED 720
/** The instrument has no form for people who receive peer support with a scale for each value. Use the Integrity Survey, or an instrument built on the same values. */
#define PEERSUPPORT_NO_VALUES 721
/** No policy for what may be shown was given. Name one, such as k11, and who will read the output. */
#define PEERSUPPORT_POLICY_MISSING 722
/** The policy would show findings about too few people or workers. Ask for at least 5 people and 1 worker. */
#define PEERSUPPORT_POLICY_TOO_LOW 723
/** There are no answers from this wave. Name a wave that stands in the answers, or none for the latest. */
#define PEERSUPPORT_WAVE_UNKNOWN 724
/** The definition has no set of cuts with this id. Name a row of cut_sets, or none: then no level is given. */
#define PEERSUPPORT_CUT_SET_UNKNOWN 725
/** The answers are not divided by this or any other group. Count the answers with a stratifier, or ask for none. */
#define PEERSUPPORT_STRATIFIER_UNKNOWN 726
/** Data about Indigenous people stay under the governance of their communities. Leave this group out, or say which community’s governance covers it. */
#define PEERSUPPORT_GOVERNANCE_MISSING 727
/** There are no answers about this service. Name a unit that stands in the answers. */
#define PEERSUPPORT_UNIT_UNKNOWN 728
/** With an earlier release this one would show something about too few people. Release the same figures as before, or wait until enough more people have answered. */
#define PEERSUPPORT_LEDGER_DIFFERENCE 740
/** This is not a ledger of releases, or it contradicts itself. Use the ledger as it was kept. */
#define PEERSUPPORT_LEDGER_MALFORMED 741
/** Figures cannot be grouped in this way. Group by unit, language or stratum, each grouping once. */
#define PEERSUPPORT_GROUPING_UNKNOWN 742
/** Published figures cannot be added up or counted again. Merge the private tallies first, then publish. */
#define PEERSUPPORT_PUBLISHED_FINAL 743
/* --- generated from capi/status.tsv: end --- */

/** The interface this header describes; peersupport_abi_version() tells what the loaded library has. */
#define PEERSUPPORT_ABI_VERSION 1

/** Languages of texts for people. */
#define PEERSUPPORT_ENGLISH 0
#define PEERSUPPORT_FRENCH 1

/** No byte offset, row or column: the value of these members of peersupport_error when there is none. */
#define PEERSUPPORT_NO_PLACE UINT64_MAX

/** Blank in the codes of peersupport_score_one(). */
#define PEERSUPPORT_BLANK INT32_MIN

/* Why a score was not given. The numbers stand in files too. */
/** The score was given. */
#define PEERSUPPORT_REASON_SCORED 0
/** Fewer items were answered than the scale's missing rule asks for. */
#define PEERSUPPORT_REASON_TOO_FEW_ANSWERED 1
/** No item of the scale applied. */
#define PEERSUPPORT_REASON_NOT_APPLICABLE 2
/** No item of the scale was marked important. */
#define PEERSUPPORT_REASON_GATE_CLOSED 3
/** An item of the scale held a code that is not one of its options. */
#define PEERSUPPORT_REASON_INVALID_CODE 4
/** The sum has no row in the scale's table. */
#define PEERSUPPORT_REASON_NOT_IN_TABLE 5

/* What a score of an instrument describes. */
/** The person who answered: scores may be kept for a person. */
#define PEERSUPPORT_SUBJECT_RESPONDENT 0
/** A service: store no row that joins a person to a score. */
#define PEERSUPPORT_SUBJECT_SERVICE 1

/* What stands behind an instrument. */
/** A source that was read says it. */
#define PEERSUPPORT_STANDING_PUBLISHED 0
/** It follows from a source's prose or from a partly read source. */
#define PEERSUPPORT_STANDING_DERIVED 1
/** Ours; no publication states it. */
#define PEERSUPPORT_STANDING_PROPOSED 2

/* How far an instrument's structure was checked against its official manual. */
/** Checked. */
#define PEERSUPPORT_VERIFIED 0
/** Not checked: planned only with peersupport_plan_options.allow_unverified. */
#define PEERSUPPORT_UNVERIFIED 1
/** Parts are missing (peersupport_instrument_missing()): it cannot be planned. */
#define PEERSUPPORT_INCOMPLETE 2

/* Who answers a form. */
/** The person who receives peer support. */
#define PEERSUPPORT_PERSPECTIVE_PERSON 0
/** A family member who receives family peer support. */
#define PEERSUPPORT_PERSPECTIVE_FAMILY 1
/** A peer supporter. */
#define PEERSUPPORT_PERSPECTIVE_PEER_SUPPORTER 2
/** A supervisor. */
#define PEERSUPPORT_PERSPECTIVE_SUPERVISOR 3
/** An outside assessor. */
#define PEERSUPPORT_PERSPECTIVE_ASSESSOR 4

/* How the cells of a column are stored. */
/** int8_t */
#define PEERSUPPORT_I8 0
/** uint8_t */
#define PEERSUPPORT_U8 1
/** int16_t */
#define PEERSUPPORT_I16 2
/** uint16_t */
#define PEERSUPPORT_U16 3
/** int32_t */
#define PEERSUPPORT_I32 4
/** uint32_t */
#define PEERSUPPORT_U32 5
/** int64_t */
#define PEERSUPPORT_I64 6
/** uint64_t */
#define PEERSUPPORT_U64 7
/** float; whole numbers, NaN is blank */
#define PEERSUPPORT_F32 8
/** double; whole numbers, NaN is blank */
#define PEERSUPPORT_F64 9
/** one byte, 0 or not 0 */
#define PEERSUPPORT_BOOL_BYTE 10
/** an Arrow bitmap, least significant bit first; stride is not read */
#define PEERSUPPORT_BOOL_BIT 11

/* What a batch does with invalid cells. */
/** Refuse the batch: PEERSUPPORT_INVALID_CODE. */
#define PEERSUPPORT_INVALID_RAISE 0
/** Score the rest: the scales an invalid cell touches get PEERSUPPORT_REASON_INVALID_CODE. */
#define PEERSUPPORT_INVALID_MARK 1

/** Both languages; only peersupport_definition_search() takes it. */
#define PEERSUPPORT_ANY_LANGUAGE (-1)

/** What peersupport_definition_number() gives where a row holds no number. */
#define PEERSUPPORT_NO_NUMBER INT64_MIN

/** The field of a peersupport_search_hit that was found by the row's id. */
#define PEERSUPPORT_NO_FIELD ((size_t)-1)

/* What the rows of a definition hold in a field. */
/** a text in English and French: peersupport_definition_text() */
#define PEERSUPPORT_KIND_TEXT 0
/** a text that is the same in every language: peersupport_definition_text() */
#define PEERSUPPORT_KIND_STRING 1
/** the id of a row: peersupport_definition_text() */
#define PEERSUPPORT_KIND_REFERENCE 2
/** ids of rows: peersupport_definition_list_at() */
#define PEERSUPPORT_KIND_REFERENCES 3
/** words to look for in a text, in one language: peersupport_definition_list_at() */
#define PEERSUPPORT_KIND_WORDS 4
/** phrases with ids: peersupport_definition_list_at(), peersupport_definition_cue_text() */
#define PEERSUPPORT_KIND_CUES 5
/** a whole number: peersupport_definition_number() */
#define PEERSUPPORT_KIND_NUMBER 6
/** yes or no: peersupport_definition_flag() */
#define PEERSUPPORT_KIND_FLAG 7
/** one of the words peersupport_definition_field_word() lists: peersupport_definition_text() */
#define PEERSUPPORT_KIND_WORD 8

/* Where a table of a definition belongs when all of them are shown. */
/** What peer support is. */
#define PEERSUPPORT_GROUP_FOUNDATIONS 0
/** The role and its work. */
#define PEERSUPPORT_GROUP_ROLE 1
/** The organization around the role. */
#define PEERSUPPORT_GROUP_ORGANIZATION 2
/** Networks, tables and their connections. */
#define PEERSUPPORT_GROUP_GOVERNANCE 3
/** How it is evaluated. */
#define PEERSUPPORT_GROUP_EVALUATION 4
/** How it gets better. */
#define PEERSUPPORT_GROUP_IMPROVEMENT 5
/** Words for people. */
#define PEERSUPPORT_GROUP_WORDS 6
/** Codes of other systems. */
#define PEERSUPPORT_GROUP_CODES 7
/** service integrity: when figures are shown, levels, rules, what reports say */
#define PEERSUPPORT_GROUP_INTEGRITY 8

/* What an overlay did to a row. */
/** It was added. */
#define PEERSUPPORT_CHANGE_ADDED 0
/** Something in it was replaced. */
#define PEERSUPPORT_CHANGE_REPLACED 1
/** It was switched off and is no longer there. */
#define PEERSUPPORT_CHANGE_OFF 2

/* How a definition is written. */
/** For people: two spaces of indent, tables and members in their own order. */
#define PEERSUPPORT_INDENTED 0
/** RFC 8785, of which the digest is taken. */
#define PEERSUPPORT_CANONICAL 1

/* --------------------------------------------------------------------------------------- plain structs -- */

/** A view of UTF-8 text that belongs to a handle. Not NUL-terminated. Frozen. */
typedef struct peersupport_text {
    const char *data; /**< never NULL after PEERSUPPORT_OK */
    size_t size;      /**< bytes */
} peersupport_text;

/** What went wrong in one call, and where. Yours: on the stack or wherever you like. */
typedef struct peersupport_error {
    uint32_t struct_size; /**< set by PEERSUPPORT_ERROR_INIT; another value gives PEERSUPPORT_BAD_STRUCT_SIZE */
    int32_t code;         /**< the status the call returned */
    uint64_t offset;      /**< byte in the input, or PEERSUPPORT_NO_PLACE */
    uint64_t row;         /**< row of the batch, from 0, or PEERSUPPORT_NO_PLACE */
    uint64_t column;      /**< item of the plan, from 0, or PEERSUPPORT_NO_PLACE */
    uint64_t total;       /**< problems found in all; this struct describes the first */
    char path[256];       /**< JSON pointer (RFC 6901), NUL-terminated, cut between characters when longer */
} peersupport_error;

/** Start value of a peersupport_error. */
#define PEERSUPPORT_ERROR_INIT                                                                     \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_error), 0, UINT64_MAX, UINT64_MAX, UINT64_MAX, 0, { 0 }       \
    }

/** Text that is yours until peersupport_string_free(). */
typedef struct peersupport_string peersupport_string;
/** All the problems of one call that failed. */
typedef struct peersupport_problems peersupport_problems;
/** A versioned set of items, scales, forms and rules. */
typedef struct peersupport_instrument peersupport_instrument;
/** One form of an instrument, compiled for scoring. */
typedef struct peersupport_plan peersupport_plan;
/** One version of what peer support is, or one with an organization's overlay over it. */
typedef struct peersupport_definition peersupport_definition;

/** Rules of the note check or of the role check, compiled. */
typedef struct peersupport_rules peersupport_rules;
/** What the check of one note found. Holds no text of the note. */
typedef struct peersupport_note_report peersupport_note_report;
/** What the check of a job description or an activity log found. Holds no text of it. */
typedef struct peersupport_role_report peersupport_role_report;

/* --------------------------------------------------------------------------------------------- version -- */

/**
 * The library's release, "major.minor.patch".
 * @return NUL-terminated, never NULL, never freed. Any thread.
 */
PEERSUPPORT_API const char *peersupport_version(void);

/**
 * The library's release as a number to compare.
 * @return major * 10000 + minor * 100 + patch. Any thread.
 */
PEERSUPPORT_API uint32_t peersupport_version_number(void);

/**
 * The version of this interface in the loaded library; it moves only when an older program would break.
 * @return PEERSUPPORT_ABI_VERSION of the header the library was built with. Any thread.
 */
PEERSUPPORT_API uint32_t peersupport_abi_version(void);

/**
 * The version of the peer support definition inside the library; it moves apart from the release.
 * @return NUL-terminated, never NULL, never freed. Any thread.
 */
PEERSUPPORT_API const char *peersupport_definition_version(void);

/**
 * Checks that this thread's floating-point arithmetic gives the documented bits: rounding to nearest, no
 * fused multiply-add, no excess precision, correctly rounded division. Worth one call at start where other
 * code may have changed the rounding mode.
 * @param error  detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INTERNAL: scores made in this thread would differ from those elsewhere.
 */
PEERSUPPORT_API int32_t peersupport_self_test(peersupport_error *error);

/* --------------------------------------------------------------------------------- statuses and reasons -- */

/**
 * How many status codes this library knows.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_status_count(void);

/**
 * The codes one by one, ascending, for bindings that list them.
 * @param index  0 … peersupport_status_count() − 1.
 * @param code   receives the code; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: index too large or code NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_status_at(size_t index, int32_t *code);

/**
 * The name of a code as it stands in this header, without PEERSUPPORT_.
 * @param code  any number.
 * @return NUL-terminated, never NULL, never freed; "UNKNOWN" for a code this library does not know. Any thread.
 */
PEERSUPPORT_API const char *peersupport_status_name(int32_t code);

/**
 * One sentence for people: what happened.
 * @param code      any number; an unknown one has a sentence too.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH; another number counts as English.
 * @return NUL-terminated UTF-8, never NULL, never freed. Any thread.
 */
PEERSUPPORT_API const char *peersupport_status_text(int32_t code, int32_t language);

/**
 * One sentence for people: what to do about it.
 * @param code      any number.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH; another number counts as English.
 * @return NUL-terminated UTF-8, never NULL, never freed; "" for PEERSUPPORT_OK and unknown codes. Any thread.
 */
PEERSUPPORT_API const char *peersupport_status_advice(int32_t code, int32_t language);

/**
 * The id of a reason, for example "too-few-answered".
 * @param reason  a PEERSUPPORT_REASON_ number.
 * @return NUL-terminated, never NULL, never freed; "" for another number. Any thread.
 */
PEERSUPPORT_API const char *peersupport_reason_id(int32_t reason);

/**
 * A few plain words for people: why a score was not given.
 * @param reason    a PEERSUPPORT_REASON_ number.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH; another number counts as English.
 * @return NUL-terminated UTF-8, never NULL, never freed; "" for another reason. Any thread.
 */
PEERSUPPORT_API const char *peersupport_reason_text(int32_t reason, int32_t language);

/* ----------------------------------------------------------------------------------- strings, problems -- */

/**
 * The bytes of an owned string.
 * @param string  may be NULL.
 * @return UTF-8, also NUL-terminated; lives until the string is freed; NULL for NULL. Any thread.
 */
PEERSUPPORT_API const char *peersupport_string_data(const peersupport_string *string);

/**
 * The size of an owned string.
 * @param string  may be NULL.
 * @return bytes without the terminating NUL; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_string_size(const peersupport_string *string);

/**
 * Frees an owned string and with it the bytes peersupport_string_data() gave.
 * @param string  may be NULL; must not be in use by another thread.
 */
PEERSUPPORT_API void peersupport_string_free(peersupport_string *string);

/**
 * How many problems the handle holds, at most 100.
 * @param problems  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_problems_count(const peersupport_problems *problems);

/**
 * How many problems were found in all, also those that were not kept.
 * @param problems  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API uint64_t peersupport_problems_total(const peersupport_problems *problems);

/**
 * One problem, in the order of the input.
 * @param problems  must not be NULL.
 * @param index     0 … peersupport_problems_count() − 1.
 * @param problem   receives code, offset, path and total; set up by PEERSUPPORT_ERROR_INIT; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_problems_at(const peersupport_problems *problems, size_t index,
                                                peersupport_error *problem);

/**
 * The whole JSON pointer of one problem, however long.
 * @param problems  must not be NULL.
 * @param index     0 … peersupport_problems_count() − 1.
 * @param path      receives a view that lives as long as problems; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_problems_path(const peersupport_problems *problems, size_t index,
                                                  peersupport_text *path);

/**
 * Frees problems and with them every path taken from them.
 * @param problems  may be NULL; must not be in use by another thread.
 */
PEERSUPPORT_API void peersupport_problems_free(peersupport_problems *problems);

/* ----------------------------------------------------------------------------------------- instruments -- */

/**
 * How many instruments are part of the library.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_bundled_count(void);

/**
 * The id of a bundled instrument; ids ascend.
 * @param index  0 … peersupport_bundled_count() − 1.
 * @param id     receives a view that lives as long as the library is loaded; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: index too large or id NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_bundled_id(size_t index, peersupport_text *id);

/**
 * Opens a bundled instrument.
 * @param id          its id; must not be NULL.
 * @param id_size     bytes of id.
 * @param instrument  receives the handle, yours until peersupport_instrument_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_NOT_FOUND; PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_open(const char *id, size_t id_size,
                                                    peersupport_instrument **instrument,
                                                    peersupport_error *error);

/**
 * Reads an instrument file of the format peersupport-instrument-1 (docs/instrument-format.md). The bytes may
 * come from anyone: at most 16 MiB, 32 levels, strict UTF-8; nothing of them is kept but the instrument.
 * @param data        the file's bytes; may be NULL only with size 0.
 * @param size        how many.
 * @param instrument  receives the handle, yours until peersupport_instrument_free(); must not be NULL.
 * @param problems    may be NULL; else receives NULL, or, when the file has problems, a handle that lists all
 *                    of them, yours until peersupport_problems_free(). Written on every return but
 *                    PEERSUPPORT_INVALID_ARGUMENT and PEERSUPPORT_BAD_STRUCT_SIZE.
 * @param error       the first problem and the total, may be NULL.
 * @return PEERSUPPORT_OK; the first problem's code (100 … 299, PEERSUPPORT_TOO_LARGE);
 *         PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_from_json(const char *data, size_t size,
                                                         peersupport_instrument **instrument,
                                                         peersupport_problems **problems,
                                                         peersupport_error *error);

/**
 * The instrument as a JSON file again; reading it gives an equal instrument.
 * @param instrument  must not be NULL.
 * @param json        receives the text, yours until peersupport_string_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_to_json(const peersupport_instrument *instrument,
                                                       peersupport_string **json, peersupport_error *error);

/**
 * Frees an instrument and with it every text taken from it. Plans made from it stay valid.
 * @param instrument  may be NULL; must not be in use by another thread.
 */
PEERSUPPORT_API void peersupport_instrument_free(peersupport_instrument *instrument);

/**
 * The instrument's id.
 * @param instrument  must not be NULL.
 * @param id          receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_id(const peersupport_instrument *instrument,
                                                  peersupport_text *id);

/**
 * The instrument's version, "major.minor.patch".
 * @param instrument  must not be NULL.
 * @param version     receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_version(const peersupport_instrument *instrument,
                                                       peersupport_text *version);

/**
 * The instrument's name.
 * @param instrument  must not be NULL.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param name        receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or another language. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_name(const peersupport_instrument *instrument, int32_t language,
                                                    peersupport_text *name);

/**
 * What the instrument is for, in a sentence or two.
 * @param instrument  must not be NULL.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param about       receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or another language. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_about(const peersupport_instrument *instrument, int32_t language,
                                                     peersupport_text *about);

/**
 * What a score of the instrument describes.
 * @param instrument  must not be NULL.
 * @param subject     receives PEERSUPPORT_SUBJECT_RESPONDENT or _SERVICE; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_subject(const peersupport_instrument *instrument,
                                                       int32_t *subject);

/**
 * What stands behind the instrument.
 * @param instrument  must not be NULL.
 * @param standing    receives a PEERSUPPORT_STANDING_ number; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_standing(const peersupport_instrument *instrument,
                                                        int32_t *standing);

/**
 * How far the structure was checked against the official manual.
 * @param instrument  must not be NULL.
 * @param state       receives PEERSUPPORT_VERIFIED, _UNVERIFIED or _INCOMPLETE; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_verification(const peersupport_instrument *instrument,
                                                            int32_t *state);

/**
 * How many things an incomplete instrument lacks.
 * @param instrument  may be NULL.
 * @return the count; 0 for a complete instrument and for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_instrument_missing_count(const peersupport_instrument *instrument);

/**
 * One thing an incomplete instrument lacks, in plain English words.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_missing_count() − 1.
 * @param missing     receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_missing(const peersupport_instrument *instrument, size_t index,
                                                       peersupport_text *missing);

/**
 * Who holds the rights.
 * @param instrument  must not be NULL.
 * @param holder      receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_rights_holder(const peersupport_instrument *instrument,
                                                             peersupport_text *holder);

/**
 * Under which terms the instrument may be used.
 * @param instrument  must not be NULL.
 * @param licence     receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_licence(const peersupport_instrument *instrument,
                                                       peersupport_text *licence);

/**
 * How to cite the instrument, in one line.
 * @param instrument  must not be NULL.
 * @param citation    receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_citation(const peersupport_instrument *instrument,
                                                        peersupport_text *citation);

/**
 * How many items the instrument has over all its forms.
 * @param instrument  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_instrument_item_count(const peersupport_instrument *instrument);

/**
 * The id of an item of the instrument.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_item_count() − 1, in the order of the file.
 * @param id          receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_item_id(const peersupport_instrument *instrument, size_t index,
                                                       peersupport_text *id);

/**
 * How many scales the instrument has over all its forms.
 * @param instrument  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_instrument_scale_count(const peersupport_instrument *instrument);

/**
 * The id of a scale of the instrument.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_scale_count() − 1, in the order of the file.
 * @param id          receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_scale_id(const peersupport_instrument *instrument, size_t index,
                                                        peersupport_text *id);

/**
 * The name of a scale of the instrument.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_scale_count() − 1, in the order of the file.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param name        receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_scale_name(const peersupport_instrument *instrument, size_t index,
                                                          int32_t language, peersupport_text *name);

/**
 * How many forms the instrument has.
 * @param instrument  may be NULL.
 * @return the count; 0 for NULL, and possibly for an incomplete instrument. Any thread.
 */
PEERSUPPORT_API size_t peersupport_instrument_form_count(const peersupport_instrument *instrument);

/**
 * The id of a form, as peersupport_plan_create() takes it.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_form_count() − 1.
 * @param id          receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_form_id(const peersupport_instrument *instrument, size_t index,
                                                       peersupport_text *id);

/**
 * The name of a form.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_form_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param name        receives a view that lives as long as instrument; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_form_name(const peersupport_instrument *instrument, size_t index,
                                                         int32_t language, peersupport_text *name);

/**
 * Who answers a form.
 * @param instrument   must not be NULL.
 * @param index        0 … peersupport_instrument_form_count() − 1.
 * @param perspective  receives a PEERSUPPORT_PERSPECTIVE_ number; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_form_perspective(const peersupport_instrument *instrument,
                                                                size_t index, int32_t *perspective);

/**
 * How many items a form has.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_form_count() − 1.
 * @param count       receives the count; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_form_item_count(const peersupport_instrument *instrument,
                                                               size_t index, size_t *count);

/**
 * The words an item has in a form: the form's own, else the item's text, else its topic.
 * @param instrument  must not be NULL.
 * @param index       0 … peersupport_instrument_form_count() − 1.
 * @param position    0 … peersupport_instrument_form_item_count() − 1, in form order.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param text        receives a view that lives as long as instrument, empty where the wording may not be
 *                    shipped; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_instrument_form_item_text(const peersupport_instrument *instrument,
                                                              size_t index, size_t position, int32_t language,
                                                              peersupport_text *text);

/* ------------------------------------------------------------------------------------------------ plan -- */

/** Choices for peersupport_plan_create(). */
typedef struct peersupport_plan_options {
    uint32_t struct_size;     /**< set by PEERSUPPORT_PLAN_OPTIONS_INIT */
    int32_t allow_unverified; /**< 1: plan a structure that was not checked against its manual; else 0 */
} peersupport_plan_options;

/** Start value of peersupport_plan_options: nothing unverified. */
#define PEERSUPPORT_PLAN_OPTIONS_INIT                                                              \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_plan_options), 0                                              \
    }

/**
 * Compiles one form of an instrument for scoring.
 * @param instrument  must not be NULL; may be freed afterwards.
 * @param form        the form's id; NULL: the only form, or what all aligned core forms share.
 * @param form_size   bytes of form; 0 with NULL.
 * @param options     may be NULL: the values of PEERSUPPORT_PLAN_OPTIONS_INIT.
 * @param plan        receives the handle, yours until peersupport_plan_free(); must not be NULL.
 * @param error       detail, may be NULL; path names the scale where a rule cannot be planned.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INSTRUMENT_INCOMPLETE; _INSTRUMENT_UNVERIFIED; _FORM_REQUIRED;
 *         _FORM_UNKNOWN; _SCORE_TOO_LARGE; _RULE_CONFLICT; PEERSUPPORT_INVALID_ARGUMENT;
 *         PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_create(const peersupport_instrument *instrument, const char *form,
                                                size_t form_size, const peersupport_plan_options *options,
                                                peersupport_plan **plan, peersupport_error *error);

/**
 * Frees a plan and with it every text taken from it.
 * @param plan  may be NULL; must not be in use by another thread.
 */
PEERSUPPORT_API void peersupport_plan_free(peersupport_plan *plan);

/**
 * The id of the form that was planned.
 * @param plan  must not be NULL.
 * @param id    receives a view that lives as long as plan; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_form_id(const peersupport_plan *plan, peersupport_text *id);

/**
 * Which definition of peer support the plan's scores are made with; keep both beside the scores.
 * @param plan     must not be NULL.
 * @param version  receives a view of its version, which is never freed; must not be NULL.
 * @param digest   receives a view of its SHA-256, 64 hexadecimal digits, never freed; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_definition(const peersupport_plan *plan,
                                                    peersupport_text *version,
                                                    peersupport_text *digest);

/**
 * What a score of the plan describes.
 * @param plan     must not be NULL.
 * @param subject  receives PEERSUPPORT_SUBJECT_RESPONDENT or _SERVICE; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_subject(const peersupport_plan *plan, int32_t *subject);

/**
 * How many codes a response has, and how many columns a batch.
 * @param plan  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_plan_item_count(const peersupport_plan *plan);

/**
 * The id of the item at a place of the codes or columns.
 * @param plan   must not be NULL.
 * @param index  0 … peersupport_plan_item_count() − 1, in form order.
 * @param id     receives a view that lives as long as plan; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_item_id(const peersupport_plan *plan, size_t index,
                                                 peersupport_text *id);

/**
 * How many scores a response gets.
 * @param plan  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_plan_scale_count(const peersupport_plan *plan);

/**
 * The id of the scale at a place of the scores.
 * @param plan   must not be NULL.
 * @param index  0 … peersupport_plan_scale_count() − 1, in form order.
 * @param id     receives a view that lives as long as plan; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_scale_id(const peersupport_plan *plan, size_t index,
                                                  peersupport_text *id);

/**
 * How many results a group of responses gets.
 * @param plan  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_plan_sample_scale_count(const peersupport_plan *plan);

/**
 * The id of the sample scale at a place of a group's results.
 * @param plan   must not be NULL.
 * @param index  0 … peersupport_plan_sample_scale_count() − 1, in form order.
 * @param id     receives a view that lives as long as plan; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_sample_scale_id(const peersupport_plan *plan, size_t index,
                                                         peersupport_text *id);

/**
 * Whether a batch may ask for sums and counts. It may not where those of a scale could pass a byte, nor where
 * a scale's rule is not a plain sum of points.
 * @param plan  may be NULL.
 * @return 1 or 0; 0 for NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_plan_byte_sums(const peersupport_plan *plan);

/* ----------------------------------------------------------------------------------------- one response -- */

/**
 * One score and what it stands on. Frozen: arrays of it never change their layout.
 * Where reason is not PEERSUPPORT_REASON_SCORED, value is NaN and numerator and denominator are 0.
 */
typedef struct peersupport_score {
    double value;        /**< numerator ÷ denominator, rounded once */
    int64_t numerator;   /**< exact */
    int64_t denominator; /**< exact, greater than 0 where scored */
    int32_t answered;    /**< items answered */
    int32_t applicable;  /**< items that applied: answered and missing */
    int32_t needed;      /**< answers the missing rule asks for, given applicable */
    int32_t reason;      /**< a PEERSUPPORT_REASON_ number */
} peersupport_score;

/**
 * Scores one response. Does not allocate.
 * @param plan      must not be NULL.
 * @param codes     the answers' codes in form order, PEERSUPPORT_BLANK for blank; may be NULL only with count 0.
 * @param count     how many codes; must be peersupport_plan_item_count().
 * @param scores    receives a score for each scale, in form order; may be NULL only with capacity 0.
 *                  Written on PEERSUPPORT_OK and PEERSUPPORT_INVALID_CODE.
 * @param capacity  places in scores.
 * @param needed    may be NULL; else receives peersupport_plan_scale_count(), also on
 *                  PEERSUPPORT_BUFFER_TOO_SMALL.
 * @param error     detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_CODE: the scales that hold an invalid code have that reason, the
 *         others are scored; PEERSUPPORT_SHAPE_MISMATCH: count; PEERSUPPORT_BUFFER_TOO_SMALL;
 *         PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_score_one(const peersupport_plan *plan, const int32_t *codes, size_t count,
                                              peersupport_score *scores, size_t capacity, size_t *needed,
                                              peersupport_error *error);

/* ----------------------------------------------------------------------------------------- many responses -- */

/**
 * One item's answers in your memory; nothing is copied or kept. Blank is a cell whose validity bit is clear, NaN,
 * or a code the item has for blank; PEERSUPPORT_BLANK is not. Frozen: arrays of it keep their layout.
 */
typedef struct peersupport_column {
    const void *data;        /**< the first row's cell, aligned or not; NULL only in a batch without rows */
    const uint8_t *validity; /**< Arrow bitmap, bit set = present, least significant first; NULL: all present */
    uint64_t offset;         /**< rows to skip in validity and in PEERSUPPORT_BOOL_BIT data */
    int64_t stride;          /**< bytes from one row's cell to the next; may be negative */
    int32_t type;            /**< PEERSUPPORT_I8 … PEERSUPPORT_BOOL_BIT */
    int32_t reserved;        /**< 0 */
} peersupport_column;

/*
 * Blocks of your memory that a batch fills: element [row * row_stride + scale * scale_stride], strides in
 * elements. Both strides 0: row after row without gaps. data NULL: not wanted. A block whose size is smaller
 * than the last element gives PEERSUPPORT_BUFFER_TOO_SMALL before anything is written. Frozen.
 */

/** A block of double. */
typedef struct peersupport_f64_block {
    double *data;          /**< NULL: not wanted */
    uint64_t size;         /**< elements data has room for */
    uint64_t row_stride;   /**< elements from one row to the next */
    uint64_t scale_stride; /**< elements from one scale to the next */
} peersupport_f64_block;

/** A block of float. */
typedef struct peersupport_f32_block {
    float *data;           /**< NULL: not wanted */
    uint64_t size;         /**< elements data has room for */
    uint64_t row_stride;   /**< elements from one row to the next */
    uint64_t scale_stride; /**< elements from one scale to the next */
} peersupport_f32_block;

/** A block of int64_t. */
typedef struct peersupport_i64_block {
    int64_t *data;         /**< NULL: not wanted */
    uint64_t size;         /**< elements data has room for */
    uint64_t row_stride;   /**< elements from one row to the next */
    uint64_t scale_stride; /**< elements from one scale to the next */
} peersupport_i64_block;

/** A block of int32_t. */
typedef struct peersupport_i32_block {
    int32_t *data;         /**< NULL: not wanted */
    uint64_t size;         /**< elements data has room for */
    uint64_t row_stride;   /**< elements from one row to the next */
    uint64_t scale_stride; /**< elements from one scale to the next */
} peersupport_i32_block;

/** A block of uint8_t. */
typedef struct peersupport_u8_block {
    uint8_t *data;         /**< NULL: not wanted */
    uint64_t size;         /**< elements data has room for */
    uint64_t row_stride;   /**< elements from one row to the next */
    uint64_t scale_stride; /**< elements from one scale to the next */
} peersupport_u8_block;

/**
 * What a batch writes. Values of scores that were not given are the quiet NaN 0x7ff8000000000000 (f32:
 * 0x7fc00000); ask for reasons to tell why.
 */
typedef struct peersupport_outputs {
    uint32_t struct_size;                /**< set by PEERSUPPORT_OUTPUTS_INIT */
    uint32_t reserved;                   /**< 0 */
    peersupport_f64_block f64;           /**< the values */
    peersupport_f32_block f32;           /**< the values, rounded once more, to float */
    peersupport_i64_block numerators;    /**< exact */
    peersupport_i64_block denominators;  /**< exact */
    peersupport_i32_block answered;      /**< items answered */
    peersupport_u8_block reasons;        /**< PEERSUPPORT_REASON_ numbers */
    peersupport_u8_block sums;           /**< sum of points, scored or not; needs peersupport_plan_byte_sums() */
    peersupport_u8_block counts;         /**< items answered, as a byte; needs peersupport_plan_byte_sums() */
} peersupport_outputs;

/** Start value of peersupport_outputs: nothing wanted. */
#define PEERSUPPORT_OUTPUTS_INIT                                                                   \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_outputs), 0, {NULL, 0, 0, 0}, {NULL, 0, 0, 0},                \
            {NULL, 0, 0, 0}, {NULL, 0, 0, 0}, {NULL, 0, 0, 0}, {NULL, 0, 0, 0}, {NULL, 0, 0, 0},   \
            {NULL, 0, 0, 0}                                                                        \
    }

/** A cell that holds no code of its item. Never the value. Frozen. */
typedef struct peersupport_invalid_cell {
    uint64_t row;     /**< from 0 */
    uint64_t item;    /**< from 0, in form order */
    int32_t code;     /**< PEERSUPPORT_INVALID_CODE or PEERSUPPORT_NOT_INTEGRAL */
    int32_t reserved; /**< 0 */
} peersupport_invalid_cell;

/** Where a batch tells which cells were invalid. */
typedef struct peersupport_invalid_report {
    uint32_t struct_size;             /**< set by PEERSUPPORT_INVALID_REPORT_INIT */
    uint32_t reserved;                /**< 0 */
    peersupport_invalid_cell *places; /**< yours; receives the first cells in row order; NULL with capacity 0 */
    uint64_t capacity;                /**< places there are */
    uint64_t count;                   /**< out: places written */
    uint64_t total;                   /**< out: invalid cells in the batch */
} peersupport_invalid_report;

/** Start value of peersupport_invalid_report: only the total is wanted. */
#define PEERSUPPORT_INVALID_REPORT_INIT                                                            \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_invalid_report), 0, NULL, 0, 0, 0                             \
    }

/**
 * Scores many responses into your arrays. Rows are independent: threads of yours may score ranges of rows
 * with the same plan, and the bytes are the same.
 * @param plan          must not be NULL.
 * @param columns       one column for each item, in form order; may be NULL only with column_count 0.
 * @param column_count  must be peersupport_plan_item_count().
 * @param rows          responses in the batch; may be 0.
 * @param policy        PEERSUPPORT_INVALID_RAISE or PEERSUPPORT_INVALID_MARK.
 * @param outputs       where to write; must not be NULL. Unspecified after PEERSUPPORT_INVALID_CODE, untouched
 *                      after every other failure.
 * @param report        may be NULL; else its count, total and places are written on PEERSUPPORT_OK and when
 *                      the batch was refused for invalid cells.
 * @param error         may be NULL; row and column of the first invalid cell, and how many there are.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_CODE: refused for invalid cells, whether they hold another code or
 *         no whole number (report tells which); PEERSUPPORT_SHAPE_MISMATCH: column_count;
 *         PEERSUPPORT_COLUMN_TYPE: an unknown type; PEERSUPPORT_BUFFER_TOO_SMALL; PEERSUPPORT_INVALID_ARGUMENT: a
 *         NULL, an unknown policy, sums or counts of a plan without byte sums; PEERSUPPORT_TOO_LARGE: rows;
 *         PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_score_batch(const peersupport_plan *plan, const peersupport_column *columns,
                                                size_t column_count, size_t rows, int32_t policy,
                                                const peersupport_outputs *outputs,
                                                peersupport_invalid_report *report, peersupport_error *error);

/* ----------------------------------------------------------------------------------- groups of responses -- */

/** A result of one group. Frozen: arrays of it keep their layout. */
typedef struct peersupport_sample_score {
    double value;      /**< percent; NaN where nothing was answered */
    int64_t positive;  /**< positive answers, or responses past the cut */
    int64_t answered;  /**< answers, or scored responses */
    int64_t responses; /**< rows in the group */
    int32_t reason;    /**< a PEERSUPPORT_REASON_ number */
    int32_t reserved;  /**< 0 */
} peersupport_sample_score;

/**
 * How many int64_t places a tally takes.
 * @param plan    must not be NULL.
 * @param groups  number of groups, at most 4294967295.
 * @param size    receives the count; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_TOO_LARGE: groups. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_sample_tally_size(const peersupport_plan *plan, size_t groups, size_t *size);

/**
 * Adds a batch to a tally. Tallies are whole numbers that add up place by place, so shards may be tallied
 * apart. A tally is personal information: of one response it is a record.
 * @param plan          must not be NULL.
 * @param columns       one column for each item, in form order; may be NULL only with column_count 0.
 * @param column_count  must be peersupport_plan_item_count().
 * @param rows          responses in the batch; may be 0.
 * @param group         each row's group, 0 … groups − 1; NULL: all rows are group 0.
 * @param groups        number of groups, at most 4294967295.
 * @param policy        PEERSUPPORT_INVALID_RAISE, or PEERSUPPORT_INVALID_MARK: invalid cells are left out.
 * @param tally         zeroed by you before the first batch; must not be NULL. Written on PEERSUPPORT_OK;
 *                      unspecified after PEERSUPPORT_INVALID_CODE.
 * @param tally_size    places in tally; must be what peersupport_sample_tally_size() gives.
 * @param report        as in peersupport_score_batch(); may be NULL.
 * @param error         as in peersupport_score_batch(); may be NULL.
 * @return as peersupport_score_batch(); PEERSUPPORT_INVALID_ARGUMENT also for a group out of range or a tally
 *         of another size. Any thread; two threads must not share a tally.
 */
PEERSUPPORT_API int32_t peersupport_sample_tally(const peersupport_plan *plan, const peersupport_column *columns,
                                                 size_t column_count, size_t rows, const uint32_t *group,
                                                 size_t groups, int32_t policy, int64_t *tally,
                                                 size_t tally_size, peersupport_invalid_report *report,
                                                 peersupport_error *error);

/**
 * The results of a tally.
 * @param plan        must not be NULL.
 * @param tally       as peersupport_sample_tally() left it; must not be NULL.
 * @param tally_size  places in tally; must be what peersupport_sample_tally_size() gives.
 * @param groups      number of groups.
 * @param scores      receives groups × peersupport_plan_sample_scale_count() results, group by group; may be
 *                    NULL only with capacity 0.
 * @param capacity    places in scores.
 * @param needed      may be NULL; else receives how many there are, also on PEERSUPPORT_BUFFER_TOO_SMALL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_BUFFER_TOO_SMALL; PEERSUPPORT_INVALID_ARGUMENT: a NULL or a tally of
 *         another size; PEERSUPPORT_TOO_LARGE: groups; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_sample_finish(const peersupport_plan *plan, const int64_t *tally,
                                                  size_t tally_size, size_t groups,
                                                  peersupport_sample_score *scores, size_t capacity,
                                                  size_t *needed, peersupport_error *error);

/* --------------------------------------------------------------------------------------------- tallies -- */

/* A tally counts responses cell by cell (form, unit, wave, language, stratum) so that counts of files, agencies and
 * threads add up exactly, in any order. It is personal information: a cell of one response is that response. */

/** A group number that leaves its row out. */
#define PEERSUPPORT_NO_GROUP UINT32_MAX
/** A day that nobody stated. */
#define PEERSUPPORT_NO_DAY INT32_MIN

/* Who counts as one. */
/** Distinct people: each once in a wave of a unit. */
#define PEERSUPPORT_COUNTED_BY_PERSON 0
/** Every response. */
#define PEERSUPPORT_COUNTED_BY_RESPONSE 1

/** Forms of one instrument made ready for counting. */
typedef struct peersupport_tally_plan peersupport_tally_plan;
/** Counts of responses. */
typedef struct peersupport_tally peersupport_tally;

/** How responses are counted. */
typedef struct peersupport_tally_options {
    uint32_t struct_size;     /**< set by PEERSUPPORT_TALLY_OPTIONS_INIT */
    int32_t counted_by;       /**< a PEERSUPPORT_COUNTED_BY_ number */
    int32_t without_gram;     /**< not 0: leave out cross-products, which reliability needs */
    int32_t allow_unverified; /**< not 0: also structures that were not checked against their manual */
} peersupport_tally_options;

/** Start value of a peersupport_tally_options: by person, with cross-products, verified only. */
#define PEERSUPPORT_TALLY_OPTIONS_INIT { (uint32_t)sizeof(peersupport_tally_options), 0, 0, 0 }

/** What the rows of a group have in common; texts of at most 256 bytes. Frozen. */
typedef struct peersupport_tally_group {
    peersupport_text unit;     /**< not empty */
    peersupport_text wave;     /**< empty: not divided by wave */
    peersupport_text language; /**< "en", "fr" or empty: not known */
    peersupport_text stratum;  /**< a group people put themselves in; empty: not asked */
} peersupport_tally_group;

/** What is known of the rows of a batch beside their answers. Arrays have one element a row, or are NULL. */
typedef struct peersupport_tally_rows {
    uint32_t struct_size;                  /**< set by PEERSUPPORT_TALLY_ROWS_INIT */
    int32_t skip_blank;                    /**< not 0: leave out rows in which every item is blank */
    const peersupport_tally_group *groups; /**< each once */
    size_t group_count;                    /**< how many */
    const uint32_t *group;                 /**< index into groups, or PEERSUPPORT_NO_GROUP; NULL: all are groups[0] */
    const uint64_t *person;                /**< peersupport_person_key(); 0: not known; not read when counted by response */
    const uint64_t *worker;                /**< the worker it is about: peersupport_worker_key(); 0: not named */
    const int32_t *day;                    /**< days since 1970-01-01, or PEERSUPPORT_NO_DAY */
} peersupport_tally_rows;

/** Start value of a peersupport_tally_rows. */
#define PEERSUPPORT_TALLY_ROWS_INIT { (uint32_t)sizeof(peersupport_tally_rows), 0, 0, 0, 0, 0, 0, 0 }

/** The counts of one cell. Texts live as long as the tally. Frozen. */
typedef struct peersupport_tally_cell {
    peersupport_text form;
    peersupport_text unit;
    peersupport_text wave;
    peersupport_text language;
    peersupport_text stratum;
    int64_t responses;        /**< as each person counts once, also people heard */
    int64_t people;           /**< of them with a person's key */
    int64_t worker_responses; /**< of them with a worker's key */
    int64_t workers;          /**< distinct workers */
    int32_t first_day;        /**< days since 1970-01-01, or PEERSUPPORT_NO_DAY */
    int32_t last_day;
} peersupport_tally_cell;

/**
 * Makes forms ready for counting. It does not need the instrument any more.
 * @param instrument  must not be NULL.
 * @param forms       ids of the forms, in any order; may be NULL only with form_count 0.
 * @param form_count  how many; at least 1.
 * @param options     may be NULL for those of PEERSUPPORT_TALLY_OPTIONS_INIT.
 * @param plan        receives the plan, yours until peersupport_tally_plan_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; as peersupport_plan_create(); PEERSUPPORT_FORM_REQUIRED: no form; PEERSUPPORT_ID_DUPLICATE;
 *         PEERSUPPORT_TOO_LARGE: an item with more than 240 codes; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an unknown
 *         counted_by. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_plan_create(const peersupport_instrument *instrument,
                                                      const peersupport_text *forms, size_t form_count,
                                                      const peersupport_tally_options *options,
                                                      peersupport_tally_plan **plan, peersupport_error *error);

/**
 * Frees a plan. Tallies made with it stay.
 * @param plan  may be NULL.
 */
PEERSUPPORT_API void peersupport_tally_plan_free(peersupport_tally_plan *plan);

/**
 * A number that stands for the id of a person who answers: the first 64 bits (big-endian) of HMAC-SHA-256 under the
 * secret, of "person", a zero byte and the id. The id is not kept. Whoever knows the secret, or anybody where there is
 * none, can try ids: the number is personal information.
 * @param secret       what all who merge share; may be NULL only with secret_size 0.
 * @param secret_size  bytes.
 * @param id           may be NULL only with id_size 0, which gives 0: not known.
 * @param id_size      bytes.
 * @param key          receives the number; must not be NULL.
 * @param error        detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_person_key(const char *secret, size_t secret_size, const char *id, size_t id_size,
                                               uint64_t *key, peersupport_error *error);

/**
 * The same for the worker a response is about, with "worker" for "person": the same id gives another number, so numbers
 * do not show that a worker also answers as a person.
 * @param secret       as peersupport_person_key().
 * @param secret_size  bytes.
 * @param id           may be NULL only with id_size 0, which gives 0: not named.
 * @param id_size      bytes.
 * @param key          receives the number; must not be NULL.
 * @param error        detail, may be NULL.
 * @return as peersupport_person_key(). Any thread.
 */
PEERSUPPORT_API int32_t peersupport_worker_key(const char *secret, size_t secret_size, const char *id, size_t id_size,
                                               uint64_t *key, peersupport_error *error);

/**
 * An empty tally of one shard: a part of the data that is counted once.
 * @param plan        must not be NULL.
 * @param shard_high  with shard_low the name of the shard, for example a UUID. The same data have the same name.
 * @param shard_low   see shard_high.
 * @param made        receives the tally, yours until peersupport_tally_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_create(const peersupport_tally_plan *plan, uint64_t shard_high,
                                                 uint64_t shard_low, peersupport_tally **made,
                                                 peersupport_error *error);

/**
 * Counts a batch: a new tally with what `to` holds and the batch. `to` stays as it is.
 * @param to            a tally of one shard; must not be NULL.
 * @param plan          the plan it was created with, or an equal one; must not be NULL.
 * @param form          id of the form the batch answers; must not be NULL.
 * @param form_size     bytes.
 * @param columns       as in peersupport_score_batch().
 * @param column_count  as in peersupport_score_batch().
 * @param rows          responses in the batch; may be 0.
 * @param by            what is known of the rows; must not be NULL.
 * @param policy        PEERSUPPORT_INVALID_RAISE, or PEERSUPPORT_INVALID_MARK: invalid cells are counted as such.
 * @param made          receives the new tally; must not be NULL.
 * @param report        as in peersupport_score_batch(); may be NULL.
 * @param error         as in peersupport_score_batch(); may be NULL.
 * @return as peersupport_score_batch(); PEERSUPPORT_TALLY_OTHER: another plan, or not one shard;
 *         PEERSUPPORT_PERSON_REPEATED: somebody twice in the same form, unit and wave; PEERSUPPORT_COUNT_OVERFLOW;
 *         PEERSUPPORT_FORM_UNKNOWN; PEERSUPPORT_INVALID_ARGUMENT also for a group out of range or twice, a malformed text, or
 *         a day outside 1900 to 2200. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_add(const peersupport_tally *to, const peersupport_tally_plan *plan,
                                              const char *form, size_t form_size, const peersupport_column *columns,
                                              size_t column_count, size_t rows, const peersupport_tally_rows *by,
                                              int32_t policy, peersupport_tally **made,
                                              peersupport_invalid_report *report, peersupport_error *error);

/**
 * The same tally, which now says that answers in it are simulated: nobody gave them. Tallies merged with it say so too,
 * and so do profiles, snapshots and published figures made of them.
 * @param of     must not be NULL.
 * @param made   receives the new tally; must not be NULL.
 * @param error  detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_mark_simulated(const peersupport_tally *of, peersupport_tally **made,
                                                         peersupport_error *error);

/**
 * Whether a tally says that answers in it are simulated.
 * @param of  may be NULL: 0.
 * @return 1 or 0. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_is_simulated(const peersupport_tally *of);

/**
 * Two tallies together, as a new one.
 * @param a      must not be NULL.
 * @param b      must not be NULL.
 * @param made   receives the new tally; must not be NULL.
 * @param error  detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_TALLY_OTHER: not of the same instrument, rules, definition and forms;
 *         PEERSUPPORT_SHARD_REPEATED; PEERSUPPORT_PERSON_REPEATED; PEERSUPPORT_COUNT_OVERFLOW;
 *         PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_merge(const peersupport_tally *a, const peersupport_tally *b,
                                                peersupport_tally **made, peersupport_error *error);

/**
 * A tally as bytes, which are no text: the same counts give the same bytes everywhere.
 * @param of     must not be NULL.
 * @param bytes  receives them, yours until peersupport_string_free(); must not be NULL.
 * @param error  detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_write(const peersupport_tally *of, peersupport_string **bytes,
                                                peersupport_error *error);

/**
 * The tally such bytes hold.
 * @param bytes  must not be NULL.
 * @param size   how many.
 * @param limit  the most to be read; 0: 64 MiB.
 * @param made   receives the tally; must not be NULL.
 * @param error  detail with the byte offset, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_TALLY_MALFORMED: not a tally, damaged, or counts that contradict each other;
 *         PEERSUPPORT_FORMAT_UNSUPPORTED: of another version; PEERSUPPORT_TOO_LARGE; PEERSUPPORT_INVALID_ARGUMENT:
 *         a NULL; PEERSUPPORT_OUT_OF_MEMORY. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_read(const void *bytes, size_t size, size_t limit, peersupport_tally **made,
                                               peersupport_error *error);

/**
 * Frees a tally.
 * @param of  may be NULL.
 */
PEERSUPPORT_API void peersupport_tally_free(peersupport_tally *of);

/**
 * How many cells a tally has.
 * @param of  may be NULL: 0.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_tally_cell_count(const peersupport_tally *of);

/**
 * How many shards were counted.
 * @param of  may be NULL: 0.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_tally_shard_count(const peersupport_tally *of);

/**
 * A cell, by its place in the order of form, unit, wave, language and stratum.
 * @param of     must not be NULL.
 * @param index  0 … peersupport_tally_cell_count() − 1.
 * @param cell   receives the counts; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_cell_at(const peersupport_tally *of, size_t index,
                                                  peersupport_tally_cell *cell);

/* ---------------------------------------------------------------------------------------- definitions -- */

/*
 * A definition is tables of rows; a table has fields, and a row holds something, or nothing, in each of them.
 * Tables, rows and fields are numbered from 0, in the order in which they are shown. The numbers hold within one
 * handle: what is kept, or compared with another definition or release, are ids.
 */

/**
 * The definition that is part of the library.
 * @param definition  receives a handle, yours until peersupport_definition_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_canonical(peersupport_definition **definition,
                                                         peersupport_error *error);

/**
 * Reads an exported definition of the format peersupport-definition-1: an older version, or another library's.
 * Tables it does not have are empty. Its digest is computed, not believed. An export with an overlay in it is
 * refused with PEERSUPPORT_RULE_CONFLICT: lay the overlay over its base again. The bytes may come from anyone: at
 * most 16 MiB, 32 levels, strict UTF-8; nothing of them is kept but the definition.
 * @param data        the file's bytes; may be NULL only with size 0.
 * @param size        how many.
 * @param definition  receives the handle, yours until peersupport_definition_free(); must not be NULL.
 * @param problems    may be NULL; else receives NULL, or, when the file has problems, a handle that lists them,
 *                    yours until peersupport_problems_free(). Written on every return but
 *                    PEERSUPPORT_INVALID_ARGUMENT and PEERSUPPORT_BAD_STRUCT_SIZE.
 * @param error       the first problem and the total, may be NULL.
 * @return PEERSUPPORT_OK; the first problem's code (100 … 299, PEERSUPPORT_CLAIM_UNCOVERED,
 *         PEERSUPPORT_TOO_LARGE); PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_from_json(const char *data, size_t size,
                                                    peersupport_definition **definition,
                                                    peersupport_problems **problems, peersupport_error *error);

/**
 * Lays an organization's overlay (format peersupport-overlay-1) over a definition that has none.
 * @param base        stays as it is, and may be freed afterwards; must not be NULL.
 * @param data        the overlay's bytes, which may come from anyone; may be NULL only with size 0.
 * @param size        how many.
 * @param definition  receives a new handle, yours until peersupport_definition_free(); must not be NULL.
 * @param problems    as in peersupport_definition_from_json(); may be NULL.
 * @param error       the first problem and the total, may be NULL.
 * @return PEERSUPPORT_OK; the first problem's code (100 … 299, 600 … 699, PEERSUPPORT_TOO_LARGE;
 *         PEERSUPPORT_RULE_CONFLICT also when base has an overlay already); PEERSUPPORT_INVALID_ARGUMENT;
 *         PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_lay_over(const peersupport_definition *base, const char *data,
                                                        size_t size, peersupport_definition **definition,
                                                        peersupport_problems **problems,
                                                        peersupport_error *error);

/**
 * The whole definition as JSON, with what an overlay changed.
 * @param definition  must not be NULL.
 * @param layout      PEERSUPPORT_INDENTED, or PEERSUPPORT_CANONICAL: the bytes the digest is taken of.
 * @param json        receives the text, yours until peersupport_string_free(); must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or another layout; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_to_json(const peersupport_definition *definition,
                                                           int32_t layout, peersupport_string **json,
                                                           peersupport_error *error);

/**
 * Frees a definition, the canonical one like any other, and with it every text taken from it.
 * @param definition  may be NULL; must not be in use by another thread.
 */
PEERSUPPORT_API void peersupport_definition_free(peersupport_definition *definition);

/**
 * The version of this definition, "major.minor.patch"; with an overlay, that of its base.
 * @param definition  must not be NULL.
 * @param version     receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_version_of(const peersupport_definition *definition,
                                                          peersupport_text *version);

/**
 * The SHA-256 of the definition's canonical JSON; with an overlay, that of its base.
 * @param definition  must not be NULL.
 * @param digest      receives a view of 64 hexadecimal digits that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_digest(const peersupport_definition *definition,
                                                      peersupport_text *digest);

/**
 * The id of the overlay.
 * @param definition  must not be NULL.
 * @param id          receives a view that lives as long as definition, empty without an overlay; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_overlay_id(const peersupport_definition *definition,
                                                          peersupport_text *id);

/**
 * The version of the overlay.
 * @param definition  must not be NULL.
 * @param version     receives a view that lives as long as definition, empty without an overlay; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_overlay_version(const peersupport_definition *definition,
                                                               peersupport_text *version);

/**
 * The SHA-256 of the overlay's canonical JSON.
 * @param definition  must not be NULL.
 * @param digest      receives a view of 64 hexadecimal digits that lives as long as definition, empty without an
 *                    overlay; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_overlay_digest(const peersupport_definition *definition,
                                                              peersupport_text *digest);

/**
 * How many rows the overlay changed in one way.
 * @param definition  must not be NULL.
 * @param change      PEERSUPPORT_CHANGE_ADDED, _REPLACED or _OFF.
 * @param count       receives the count, 0 without an overlay; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or another change. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_change_count(const peersupport_definition *definition,
                                                            int32_t change, size_t *count);

/**
 * A row the overlay changed; ids ascend.
 * @param definition  must not be NULL.
 * @param change      PEERSUPPORT_CHANGE_ADDED, _REPLACED or _OFF.
 * @param index       0 … peersupport_definition_change_count() − 1.
 * @param id          receives a view of the row's id that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another change. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_change_id(const peersupport_definition *definition, int32_t change,
                                                         size_t index, peersupport_text *id);

/**
 * How many tables the definition has.
 * @param definition  may be NULL.
 * @return the count; 0 for NULL. Any thread.
 */
PEERSUPPORT_API size_t peersupport_definition_table_count(const peersupport_definition *definition);

/**
 * The id of a table, for example "service_forms".
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param id          receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_id(const peersupport_definition *definition, size_t table,
                                                        peersupport_text *id);

/**
 * The title of a table.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param title       receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_title(const peersupport_definition *definition, size_t table,
                                                           int32_t language, peersupport_text *title);

/**
 * What a table is for, in one sentence.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param purpose     receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_purpose(const peersupport_definition *definition,
                                                             size_t table, int32_t language,
                                                             peersupport_text *purpose);

/**
 * With what the ids of a table's rows begin, for example "role-".
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param prefix      receives a view that lives as long as definition and may be empty; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_prefix(const peersupport_definition *definition,
                                                            size_t table, peersupport_text *prefix);

/**
 * Where a table belongs when all of them are shown.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param group       receives a PEERSUPPORT_GROUP_ number; later libraries may know more; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_group(const peersupport_definition *definition, size_t table,
                                                           int32_t *group);

/**
 * The title of a group of tables.
 * @param group     a PEERSUPPORT_GROUP_ number.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param title     receives a view that lives as long as the library is loaded; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, another group or another language. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_group_title(int32_t group, int32_t language,
                                                           peersupport_text *title);

/**
 * Whether an overlay may add rows to a table.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param allowed     receives 1 or 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_may_add(const peersupport_definition *definition,
                                                             size_t table, int32_t *allowed);

/**
 * Whether an overlay may switch rows of a table off. Where it may, rows that protect people stay nevertheless.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param allowed     receives 1 or 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_may_switch_off(const peersupport_definition *definition,
                                                                    size_t table, int32_t *allowed);

/**
 * The table with an id.
 * @param definition  must not be NULL.
 * @param id          its id; must not be NULL.
 * @param id_size     bytes of id.
 * @param table       receives its number; must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_NOT_FOUND; PEERSUPPORT_INVALID_ARGUMENT: a NULL;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_table_find(const peersupport_definition *definition,
                                                          const char *id, size_t id_size, size_t *table,
                                                          peersupport_error *error);

/**
 * How many fields the rows of a table have, without the id.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param count       receives the count; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_count(const peersupport_definition *definition, size_t table,
                                                           size_t *count);

/**
 * The id of a field, as it stands in files.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param id          receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_id(const peersupport_definition *definition, size_t table,
                                                        size_t field, peersupport_text *id);

/**
 * What a field is called.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param label       receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_label(const peersupport_definition *definition, size_t table,
                                                           size_t field, int32_t language,
                                                           peersupport_text *label);

/**
 * What a field holds, and so with which function it is read.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param kind        receives a PEERSUPPORT_KIND_ number; later libraries may know more; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_kind(const peersupport_definition *definition, size_t table,
                                                          size_t field, int32_t *kind);

/**
 * Whether every row holds something in a field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param required    receives 1 or 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_required(const peersupport_definition *definition,
                                                              size_t table, size_t field, int32_t *required);

/**
 * Whether an overlay may replace what rows hold in a field.
 * @param definition   must not be NULL.
 * @param table        0 … peersupport_definition_table_count() − 1.
 * @param field        0 … peersupport_definition_field_count() − 1.
 * @param replaceable  receives 1 or 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_replaceable(const peersupport_definition *definition,
                                                                 size_t table, size_t field,
                                                                 int32_t *replaceable);

/**
 * The table a reference refers to.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param refers_to   receives a view of the table's id that lives as long as definition: "*" for any table,
 *                    empty for a field that is no reference; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_refers_to(const peersupport_definition *definition,
                                                               size_t table, size_t field,
                                                               peersupport_text *refers_to);

/**
 * How many words a field chooses from.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param count       receives the count, 0 unless the field is a PEERSUPPORT_KIND_WORD; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_word_count(const peersupport_definition *definition,
                                                                size_t table, size_t field, size_t *count);

/**
 * A word a field chooses from.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param index       0 … peersupport_definition_field_word_count() − 1.
 * @param word        receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_word(const peersupport_definition *definition, size_t table,
                                                          size_t field, size_t index, peersupport_text *word);

/**
 * The field of a table with an id.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param id          the field's id; must not be NULL.
 * @param id_size     bytes of id.
 * @param field       receives its number; must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_NOT_FOUND; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_field_find(const peersupport_definition *definition, size_t table,
                                                          const char *id, size_t id_size, size_t *field,
                                                          peersupport_error *error);

/**
 * How many rows a table has.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param count       receives the count, possibly 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_row_count(const peersupport_definition *definition, size_t table,
                                                         size_t *count);

/**
 * The id of a row; no other row of the definition has it.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param id          receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_row_id(const peersupport_definition *definition, size_t table,
                                                      size_t row, peersupport_text *id);

/**
 * The shortest text of a row: its name, or what stands for one, at last its id.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param label       receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or another language.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_row_label(const peersupport_definition *definition, size_t table,
                                                         size_t row, int32_t language, peersupport_text *label);

/**
 * The row of a table with an id.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param id          its id, with or without the table's prefix; must not be NULL.
 * @param id_size     bytes of id.
 * @param row         receives its number; must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_NOT_FOUND; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_row_find(const peersupport_definition *definition, size_t table,
                                                        const char *id, size_t id_size, size_t *row,
                                                        peersupport_error *error);

/**
 * The row with an id, whatever its table.
 * @param definition  must not be NULL.
 * @param id          its whole id; must not be NULL.
 * @param id_size     bytes of id.
 * @param table       receives the number of its table; must not be NULL.
 * @param row         receives its number in that table; must not be NULL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_NOT_FOUND; PEERSUPPORT_INVALID_ARGUMENT: a NULL;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_find(const peersupport_definition *definition, const char *id,
                                                    size_t id_size, size_t *table, size_t *row,
                                                    peersupport_error *error);

/**
 * Whether a row holds anything in a field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param given       receives 1 or 0; always 1 for a flag; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL or an index too large. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_given(const peersupport_definition *definition, size_t table,
                                                     size_t row, size_t field, int32_t *given);

/**
 * What a row holds in a PEERSUPPORT_KIND_TEXT, _STRING, _REFERENCE or _WORD field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH; strings, references and words are the same in
 *                    both.
 * @param text        receives a view that lives as long as definition, empty where the row holds nothing; must
 *                    not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large, another language or a field
 *         of another kind. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_text(const peersupport_definition *definition, size_t table,
                                                    size_t row, size_t field, int32_t language,
                                                    peersupport_text *text);

/**
 * What a row holds in a PEERSUPPORT_KIND_NUMBER field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param number      receives the number, or PEERSUPPORT_NO_NUMBER where the row holds none; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or a field of another kind.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_number(const peersupport_definition *definition, size_t table,
                                                      size_t row, size_t field, int64_t *number);

/**
 * What a row holds in a PEERSUPPORT_KIND_FLAG field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param flag        receives 1 or 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or a field of another kind.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_flag(const peersupport_definition *definition, size_t table,
                                                    size_t row, size_t field, int32_t *flag);

/**
 * How many entries a row holds in a PEERSUPPORT_KIND_REFERENCES, _WORDS or _CUES field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param size        receives the count, possibly 0; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or a field of another kind.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_list_size(const peersupport_definition *definition, size_t table,
                                                         size_t row, size_t field, size_t *size);

/**
 * One entry of a PEERSUPPORT_KIND_REFERENCES, _WORDS or _CUES field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param index       0 … peersupport_definition_list_size() − 1.
 * @param entry       receives a view of the row's id, the word or the cue's id that lives as long as definition;
 *                    must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large or a field of another kind.
 *         Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_list_at(const peersupport_definition *definition, size_t table,
                                                       size_t row, size_t field, size_t index,
                                                       peersupport_text *entry);

/**
 * The phrase of a cue in a PEERSUPPORT_KIND_CUES field.
 * @param definition  must not be NULL.
 * @param table       0 … peersupport_definition_table_count() − 1.
 * @param row         0 … peersupport_definition_row_count() − 1.
 * @param field       0 … peersupport_definition_field_count() − 1.
 * @param index       0 … peersupport_definition_list_size() − 1.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH.
 * @param text        receives a view that lives as long as definition; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large, another language or a field
 *         of another kind. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_cue_text(const peersupport_definition *definition, size_t table,
                                                        size_t row, size_t field, size_t index, int32_t language,
                                                        peersupport_text *text);

/** A row that was found, and where the first word of the query stands. Frozen: arrays keep their layout. */
typedef struct peersupport_search_hit {
    size_t table;     /**< number of the table */
    size_t row;       /**< number of the row in it */
    size_t field;     /**< number of the field whose text holds the words, or PEERSUPPORT_NO_FIELD: the row's id */
    size_t begin;     /**< first byte in that text */
    size_t end;       /**< byte after the last */
    int32_t language; /**< in which language that text is; PEERSUPPORT_ENGLISH for an id */
    int32_t reserved; /**< 0 */
} peersupport_search_hit;

/**
 * Rows in which each word of the query begins a word of one text; case and accents do not matter, and endings
 * matter little. The best first: found in an id, in a name, in another text. Each row comes once.
 * @param definition  must not be NULL.
 * @param query       UTF-8, may be empty, which finds nothing; may be NULL only with query_size 0.
 * @param query_size  bytes of query.
 * @param language    PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH: look at these texts; PEERSUPPORT_ANY_LANGUAGE.
 * @param hits        receives the hits; may be NULL only with capacity 0.
 * @param capacity    places in hits.
 * @param needed      may be NULL; else receives how many there are, also on PEERSUPPORT_BUFFER_TOO_SMALL.
 * @param error       detail, may be NULL.
 * @return PEERSUPPORT_OK, also when nothing was found; PEERSUPPORT_BUFFER_TOO_SMALL; PEERSUPPORT_INVALID_ARGUMENT:
 *         a NULL or another language; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_definition_search(const peersupport_definition *definition, const char *query,
                                                      size_t query_size, int32_t language,
                                                      peersupport_search_hit *hits, size_t capacity,
                                                      size_t *needed, peersupport_error *error);

/* ----------------------------------------------------------------------------------------- programmes -- */

/**
 * Holds a programme against the programme rules of a definition, as it was on one day. What it finds is about a
 * programme, never about a person.
 * @param definition   whose rules; must not be NULL.
 * @param data         a file of the format peersupport-programme-1; the bytes may come from anyone: at most 16 MiB,
 *                     32 levels, strict UTF-8; may be NULL only with size 0.
 * @param size         how many.
 * @param as_of        the day, YYYY-MM-DD; what came later is left out; must not be NULL.
 * @param as_of_size   bytes of as_of.
 * @param report       receives JSON of the format peersupport-programme-report-1, yours until
 *                     peersupport_string_free(): the same input gives the same bytes; must not be NULL.
 * @param problems     may be NULL; else receives NULL, or, when the file has problems, a handle that lists them,
 *                     yours until peersupport_problems_free(). Written on every return but
 *                     PEERSUPPORT_INVALID_ARGUMENT and PEERSUPPORT_BAD_STRUCT_SIZE.
 * @param error        the first problem and the total, may be NULL. An empty path with PEERSUPPORT_DATE_MALFORMED
 *                     or PEERSUPPORT_DATE_OUT_OF_RANGE: the problem is as_of.
 * @return PEERSUPPORT_OK, whatever was found; the file's first problem's code (100 … 299, PEERSUPPORT_TOO_LARGE,
 *         PEERSUPPORT_DATE_MALFORMED, PEERSUPPORT_DATE_OUT_OF_RANGE); PEERSUPPORT_DATE_MALFORMED: as_of;
 *         PEERSUPPORT_DATE_OUT_OF_RANGE: as_of is no day or before the programme's period;
 *         PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_programme_check(const peersupport_definition *definition, const char *data,
                                                    size_t size, const char *as_of, size_t as_of_size,
                                                    peersupport_string **report, peersupport_problems **problems,
                                                    peersupport_error *error);

/* ----------------------------------------------------------------------------------- service integrity -- */

/* What the people who receive peer support report of a service, value by value. JSON in, JSON out: a request of the
 * format peersupport-integrity-request-1 names the policy (what may be shown to whom; there is no default), how answers
 * were collected, the wave, the cuts and the baseline. docs/c-api.md shows one. All bytes may come from anyone: at most
 * 16 MiB, 32 levels, strict UTF-8. Errors hold no answer and no id. A path names members of the request; inside
 * "answers" it holds only names that the library or the instrument has, and ends before any other. */

/**
 * Assesses the services of a tally. Findings are about services, never about a person.
 * @param definition    whose values, policies, cuts and texts; must not be NULL.
 * @param instrument    the one the tally was counted with; must not be NULL.
 * @param tally         must not be NULL.
 * @param request       a request without the member "answers"; may be NULL only with request_size 0.
 * @param request_size  bytes.
 * @param profile       receives JSON of the format peersupport-integrity-profile-1, yours until
 *                      peersupport_string_free(): the same input gives the same bytes; must not be NULL.
 * @param problems      may be NULL; else receives NULL, or a handle that lists what is wrong with the request, yours
 *                      until peersupport_problems_free(). Written on every return but PEERSUPPORT_INVALID_ARGUMENT and
 *                      PEERSUPPORT_BAD_STRUCT_SIZE.
 * @param error         the first problem and the total, may be NULL. Without an offset: the request can be read, but does
 *                      not fit the tally or the definition.
 * @return PEERSUPPORT_OK, whatever is shown or not; the first problem's code (100 … 299, 500 … 599, 720 … 739,
 *         PEERSUPPORT_TOO_LARGE: also more than 2,000 units in a wave); PEERSUPPORT_TALLY_OTHER: counted with another
 *         instrument, or with forms that are not its;
 *         PEERSUPPORT_INVALID_ARGUMENT: a NULL; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_integrity_assess(const peersupport_definition *definition,
                                                     const peersupport_instrument *instrument,
                                                     const peersupport_tally *tally, const char *request,
                                                     size_t request_size, peersupport_string **profile,
                                                     peersupport_problems **problems, peersupport_error *error);

/**
 * The same for answers that stand in the request, as its member "answers": columns of equal length, one row a response.
 * Ids of people and workers are hashed at once, to count each person once, and are not kept.
 * @param definition    as peersupport_integrity_assess().
 * @param instrument    whose forms were answered; must not be NULL.
 * @param request       a request with the member "answers"; may be NULL only with request_size 0.
 * @param request_size  bytes.
 * @param profile       as peersupport_integrity_assess().
 * @param problems      as peersupport_integrity_assess().
 * @param error         as peersupport_integrity_assess().
 * @return as peersupport_integrity_assess(); PEERSUPPORT_INVALID_CODE: an answer is none of its item's codes;
 *         PEERSUPPORT_COLUMN_MISSING; PEERSUPPORT_SHAPE_MISMATCH: columns of another length; as
 *         peersupport_tally_plan_create(). Any thread.
 */
PEERSUPPORT_API int32_t peersupport_integrity_assess_answers(const peersupport_definition *definition,
                                                             const peersupport_instrument *instrument,
                                                             const char *request, size_t request_size,
                                                             peersupport_string **profile,
                                                             peersupport_problems **problems,
                                                             peersupport_error *error);

/**
 * The state of the request's wave, to be the baseline of a later request. Private: it holds exact counts, so it stays
 * where the tally is.
 * @param definition    as peersupport_integrity_assess().
 * @param instrument    as peersupport_integrity_assess().
 * @param tally         must not be NULL.
 * @param request       as peersupport_integrity_assess(); its wave and collection are used.
 * @param request_size  bytes.
 * @param snapshot      receives JSON of the format peersupport-snapshot-1, yours until peersupport_string_free();
 *                      must not be NULL.
 * @param problems      as peersupport_integrity_assess().
 * @param error         as peersupport_integrity_assess().
 * @return as peersupport_integrity_assess(). Any thread.
 */
PEERSUPPORT_API int32_t peersupport_integrity_snapshot(const peersupport_definition *definition,
                                                       const peersupport_instrument *instrument,
                                                       const peersupport_tally *tally, const char *request,
                                                       size_t request_size, peersupport_string **snapshot,
                                                       peersupport_problems **problems, peersupport_error *error);

/**
 * The same for answers that stand in the request.
 * @param definition    as peersupport_integrity_assess().
 * @param instrument    as peersupport_integrity_assess_answers().
 * @param request       as peersupport_integrity_assess_answers().
 * @param request_size  bytes.
 * @param snapshot      as peersupport_integrity_snapshot().
 * @param problems      as peersupport_integrity_assess().
 * @param error         as peersupport_integrity_assess().
 * @return as peersupport_integrity_assess_answers(). Any thread.
 */
PEERSUPPORT_API int32_t peersupport_integrity_snapshot_answers(const peersupport_definition *definition,
                                                               const peersupport_instrument *instrument,
                                                               const char *request, size_t request_size,
                                                               peersupport_string **snapshot,
                                                               peersupport_problems **problems,
                                                               peersupport_error *error);

/**
 * Figures of a tally that may leave the place where it is kept: by unit, language or stratum, under a policy, with what
 * must not be worked out hidden. They cannot be added up or counted again.
 * @param definition    whose policies; must not be NULL.
 * @param instrument    the one the tally was counted with; must not be NULL.
 * @param tally         must not be NULL.
 * @param request       JSON of the format peersupport-publish-request-1; may be NULL only with request_size 0.
 * @param request_size  bytes.
 * @param ledger        JSON of the format peersupport-ledger-1: what was released before, of which the new figures must not
 *                      give more away; a new one is {"format":"peersupport-ledger-1","releases":[]}. NULL with ledger_size
 *                      0: nothing is checked, and the figures say so.
 * @param ledger_size   bytes.
 * @param published     receives JSON of the format peersupport-published-1, yours until peersupport_string_free(); must
 *                      not be NULL.
 * @param kept          receives the ledger with this release, yours until peersupport_string_free(). Private: it holds
 *                      exact counts. Keep it before you give the figures away. NULL only without a ledger; not written
 *                      without one.
 * @param problems      as peersupport_integrity_assess(), of the request or else of the ledger.
 * @param error         as peersupport_integrity_assess().
 * @return PEERSUPPORT_OK; the first problem's code; PEERSUPPORT_LEDGER_DIFFERENCE: with an earlier release something about
 *         too few people would come out; PEERSUPPORT_LEDGER_MALFORMED; PEERSUPPORT_GROUPING_UNKNOWN;
 *         PEERSUPPORT_POLICY_TOO_LOW; PEERSUPPORT_TALLY_OTHER; PEERSUPPORT_TOO_LARGE; PEERSUPPORT_INVALID_ARGUMENT: a NULL;
 *         PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_tally_publish(const peersupport_definition *definition,
                                                  const peersupport_instrument *instrument,
                                                  const peersupport_tally *tally, const char *request,
                                                  size_t request_size, const char *ledger, size_t ledger_size,
                                                  peersupport_string **published, peersupport_string **kept,
                                                  peersupport_problems **problems, peersupport_error *error);

/* ------------------------------------------------------------------------------------------------ notes -- */

/* Notes of peer supporters, held against rules for language and for what protects choice and privacy: a help to the
 * writer, in English and French (docs/note-check.md). No handle keeps a text that was checked, no error holds a word of
 * it, and nothing is written anywhere. */

/** A finding carries weight: no context, profile or baseline takes it. */
#define PEERSUPPORT_WEIGHT_FULL 0
/** The words are quoted or reported: not the writer's. */
#define PEERSUPPORT_WEIGHT_QUOTATION 1
/** The sentence denies it. */
#define PEERSUPPORT_WEIGHT_NEGATION 2
/** The sentence only supposes it. */
#define PEERSUPPORT_WEIGHT_HYPOTHESIS 3
/** The word is talked about, not used. */
#define PEERSUPPORT_WEIGHT_MENTION 4
/** The profile switches the rule off. */
#define PEERSUPPORT_WEIGHT_PROFILE 5
/** Somebody decided to leave it, by fingerprint. */
#define PEERSUPPORT_WEIGHT_BASELINE 6
/** Role check: the peer does not do it, somebody else does, or the person does with the peer beside them. */
#define PEERSUPPORT_WEIGHT_POLARITY 7
/** Role check: the role is exempt from it. */
#define PEERSUPPORT_WEIGHT_EXEMPTION 8

/** Severities of a finding. */
#define PEERSUPPORT_SEVERITY_INFO 0
#define PEERSUPPORT_SEVERITY_WARNING 1
#define PEERSUPPORT_SEVERITY_ERROR 2

/** Start value of a peersupport_note_finding. */
#define PEERSUPPORT_NOTE_FINDING_INIT                                                              \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_note_finding), 0, 0, 0, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, \
            { NULL, 0 }, { NULL, 0 }, 0, 0, 0, 0, 0, 0, 0, 0                                       \
    }

/**
 * One place of a note, or one thing it lacks. Texts live as long as the report and its rules. A place that is not in the
 * text has line 0. Grows at its end only.
 */
typedef struct peersupport_note_finding {
    uint32_t struct_size;         /**< sizeof(peersupport_note_finding), set by you */
    int32_t severity;             /**< PEERSUPPORT_SEVERITY_ */
    int32_t sureness;             /**< 0 low, 1 medium, 2 high: how often this rule is right when it speaks up */
    int32_t weight;               /**< PEERSUPPORT_WEIGHT_ */
    peersupport_text rule;        /**< "STIG-001" */
    peersupport_text field;       /**< "text", or the field of the note that the places count in */
    peersupport_text message;     /**< what was noticed, in the language asked for */
    peersupport_text explanation; /**< why it matters, in the language asked for */
    peersupport_text fingerprint; /**< 16 hexadecimal digits, for baselines */
    size_t byte_start;            /**< UTF-8 bytes */
    size_t byte_end;
    size_t start; /**< code points */
    size_t end;
    size_t utf16_start; /**< UTF-16 code units */
    size_t utf16_end;
    size_t line;   /**< from 1; 0: no place in the text */
    size_t column; /**< from 1, code points */
} peersupport_note_finding;

/**
 * The library's own rules, and those of organizations behind them, ready to check notes by. Takes tens of milliseconds;
 * make it once and share it.
 * @param packs     files of the format peersupport-review-rules-1 (docs/rule-format.md); may be NULL only with count 0.
 * @param count     how many.
 * @param rules     receives the rules, yours until peersupport_rules_free(); must not be NULL.
 * @param problems  may be NULL; else receives NULL, or, when a pack has problems, a handle that lists those of the first
 *                  such pack, yours until peersupport_problems_free(). Written on every return but
 *                  PEERSUPPORT_INVALID_ARGUMENT and PEERSUPPORT_BAD_STRUCT_SIZE.
 * @param error     the first problem and the total, may be NULL.
 * @return PEERSUPPORT_OK; the first problem's code (100 … 299, PEERSUPPORT_TOO_LARGE); PEERSUPPORT_INVALID_ARGUMENT: a
 *         NULL; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_rules_create(const peersupport_text *packs, size_t count, peersupport_rules **rules,
                                                 peersupport_problems **problems, peersupport_error *error);

/**
 * Lets go of rules. Reports made by them stay valid.
 * @param rules  may be NULL. Any thread.
 */
PEERSUPPORT_API void peersupport_rules_free(peersupport_rules *rules);

/**
 * Checks a text under the profile "person-led".
 * @param rules     must not be NULL.
 * @param text      strict UTF-8, at most 1 MiB; may be NULL only with size 0.
 * @param size      bytes.
 * @param language  PEERSUPPORT_ENGLISH, PEERSUPPORT_FRENCH, or PEERSUPPORT_ANY_LANGUAGE: told from the text.
 * @param report    receives the report, yours until peersupport_note_report_free(); must not be NULL.
 * @param error     detail, may be NULL: never a word of the text.
 * @return PEERSUPPORT_OK, whatever was found; PEERSUPPORT_JSON_NOT_UTF8 with the byte; PEERSUPPORT_TOO_LARGE;
 *         PEERSUPPORT_INVALID_ARGUMENT: a NULL or another language; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_note_check_text(const peersupport_rules *rules, const char *text, size_t size,
                                                    int32_t language, peersupport_note_report **report,
                                                    peersupport_error *error);

/**
 * Checks a note with its fields, under a profile, against a day and a baseline.
 * @param rules     must not be NULL.
 * @param note      JSON of the format peersupport-note-1 (docs/schema/note-1.schema.json), at most 4 MiB; may be NULL only
 *                  with size 0.
 * @param size      bytes.
 * @param report    as peersupport_note_check_text().
 * @param problems  as peersupport_rules_create(), of the note.
 * @param error     the first problem and the total, may be NULL: never a word of the note.
 * @return as peersupport_note_check_text(); the first problem's code; PEERSUPPORT_NOT_FOUND: no such profile;
 *         PEERSUPPORT_DATE_MALFORMED, PEERSUPPORT_DATE_OUT_OF_RANGE: `now`. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_note_check(const peersupport_rules *rules, const char *note, size_t size,
                                               peersupport_note_report **report, peersupport_problems **problems,
                                               peersupport_error *error);

/**
 * How many findings a report has, with weight and without.
 * @param report  may be NULL: none.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_note_report_count(const peersupport_note_report *report);

/**
 * One finding.
 * @param report    must not be NULL.
 * @param index     0 … peersupport_note_report_count() − 1.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH: of message and explanation.
 * @param finding   receives it; begins as PEERSUPPORT_NOTE_FINDING_INIT; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large, another language;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_note_report_at(const peersupport_note_report *report, size_t index, int32_t language,
                                                   peersupport_note_finding *finding);

/**
 * The whole report: findings with suggestions and context, what the note holds of what it is asked for.
 * @param report    must not be NULL.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH, or PEERSUPPORT_ANY_LANGUAGE: that of the note.
 * @param json      receives JSON of the format peersupport-note-report-1, yours until peersupport_string_free(): the same
 *                  report gives the same bytes; must not be NULL.
 * @param error     may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_note_report_json(const peersupport_note_report *report, int32_t language,
                                                     peersupport_string **json, peersupport_error *error);

/**
 * The findings as SARIF 2.1.0.
 * @param report    must not be NULL.
 * @param language  as peersupport_note_report_json().
 * @param uri       what was checked, may be NULL with uri_size 0: "note".
 * @param uri_size  bytes of uri.
 * @param sarif     receives JSON, yours until peersupport_string_free(); must not be NULL.
 * @param error     may be NULL.
 * @return as peersupport_note_report_json(); PEERSUPPORT_JSON_NOT_UTF8: uri. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_note_report_sarif(const peersupport_note_report *report, int32_t language,
                                                      const char *uri, size_t uri_size, peersupport_string **sarif,
                                                      peersupport_error *error);

/**
 * Lets go of a report.
 * @param report  may be NULL. Any thread.
 */
PEERSUPPORT_API void peersupport_note_report_free(peersupport_note_report *report);

/* ------------------------------------------------------------------------------------------------ roles -- */

/* Job descriptions and activity logs of peer supporters, held against the role (docs/role-check.md): about the work that is
 * asked for, never about who does it. No handle keeps a text that was checked, and no error holds a word of it. */

/** Parts of a role report. */
#define PEERSUPPORT_ROLE_DRIFT 0
#define PEERSUPPORT_ROLE_CONDITIONAL 1
#define PEERSUPPORT_ROLE_DUTY 2
#define PEERSUPPORT_ROLE_COMPONENT 3

/** Who does what a statement speaks of. */
#define PEERSUPPORT_POLARITY_DOES 0
#define PEERSUPPORT_POLARITY_DOES_NOT 1
#define PEERSUPPORT_POLARITY_OTHERS 2
#define PEERSUPPORT_POLARITY_HELPS 3

/** What a job description shows of a component. */
#define PEERSUPPORT_COMPONENT_PRESENT 0
#define PEERSUPPORT_COMPONENT_NEAR 1
#define PEERSUPPORT_COMPONENT_MISSING 2

/** Kinds of time in an activity log. */
#define PEERSUPPORT_ACTIVITY_DIRECT 0
#define PEERSUPPORT_ACTIVITY_INDIRECT 1
#define PEERSUPPORT_ACTIVITY_LEGITIMIZING 2
#define PEERSUPPORT_ACTIVITY_OUTSIDE 3
/** Nothing was recognized. */
#define PEERSUPPORT_ACTIVITY_REVIEW 4

/** Start value of a peersupport_role_finding. */
#define PEERSUPPORT_ROLE_FINDING_INIT                                                              \
    {                                                                                              \
        (uint32_t)sizeof(peersupport_role_finding), 0, 0, 0, 0, 0, 0, 0, { NULL, 0 }, { NULL, 0 }, \
            { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0          \
    }

/**
 * Drift, a duty to ask about first, a duty, or a component of the description. Texts live as long as the report and its
 * rules. A place that is not in the text has line 0. Grows at its end only.
 */
typedef struct peersupport_role_finding {
    uint32_t struct_size;         /**< sizeof(peersupport_role_finding), set by you */
    int32_t part;                 /**< PEERSUPPORT_ROLE_ */
    int32_t severity;             /**< PEERSUPPORT_SEVERITY_; of a component that is missing: of its level */
    int32_t sureness;             /**< 0 low, 1 medium, 2 high */
    int32_t weight;               /**< PEERSUPPORT_WEIGHT_ */
    int32_t polarity;             /**< PEERSUPPORT_POLARITY_ */
    int32_t conditional;          /**< 1: the statement says when, or who agrees */
    int32_t state;                /**< of a component: PEERSUPPORT_COMPONENT_ */
    peersupport_text rule;        /**< "DRIFT-001" */
    peersupport_text row;         /**< id of the definition: "drift-medication-handling"; may be empty */
    peersupport_text field;       /**< "text", the name of a section, or "activity" */
    peersupport_text message;     /**< what was noticed; of a conditional duty: the question to ask */
    peersupport_text instead;     /**< what to do instead; of a component that is missing: a sentence proposed */
    peersupport_text fingerprint; /**< 16 hexadecimal digits; of components empty */
    size_t entry;                 /**< row of the activity log, from 1; 0: the job description */
    size_t byte_start;            /**< UTF-8 bytes */
    size_t byte_end;
    size_t start; /**< code points */
    size_t end;
    size_t utf16_start; /**< UTF-16 code units */
    size_t utf16_end;
    size_t line;   /**< from 1; 0: no place */
    size_t column; /**< from 1, code points */
} peersupport_role_finding;

/**
 * The library's own rules of the role check, and those of organizations behind them. Make them once and share them.
 * @param packs     as peersupport_rules_create().
 * @param count     how many.
 * @param rules     receives the rules, yours until peersupport_rules_free(); must not be NULL.
 * @param problems  as peersupport_rules_create().
 * @param error     the first problem and the total, may be NULL.
 * @return as peersupport_rules_create(). Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_rules_create(const peersupport_text *packs, size_t count,
                                                      peersupport_rules **rules, peersupport_problems **problems,
                                                      peersupport_error *error);

/**
 * Checks a job description against the role of a peer supporter.
 * @param rules     from peersupport_role_rules_create(); must not be NULL.
 * @param text      strict UTF-8, at most 1 MiB; may be NULL only with size 0.
 * @param size      bytes.
 * @param language  PEERSUPPORT_ENGLISH, PEERSUPPORT_FRENCH, or PEERSUPPORT_ANY_LANGUAGE: told from the text.
 * @param report    receives the report, yours until peersupport_role_report_free(); must not be NULL.
 * @param error     detail, may be NULL: never a word of the text.
 * @return PEERSUPPORT_OK, whatever was found; PEERSUPPORT_JSON_NOT_UTF8 with the byte; PEERSUPPORT_TOO_LARGE;
 *         PEERSUPPORT_INVALID_ARGUMENT: a NULL, another language, rules of the note check; PEERSUPPORT_OUT_OF_MEMORY;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_check_text(const peersupport_rules *rules, const char *text, size_t size,
                                                    int32_t language, peersupport_role_report **report,
                                                    peersupport_error *error);

/**
 * Checks a job description in sections, or an activity log, against a role.
 * @param rules        as peersupport_role_check_text().
 * @param description  JSON of the format peersupport-role-description-1 (docs/schema/role-description-1.schema.json), at
 *                     most 16 MiB; may be NULL only with size 0.
 * @param size         bytes.
 * @param report       as peersupport_role_check_text().
 * @param problems     as peersupport_rules_create(), of the description.
 * @param error        the first problem and the total, may be NULL: never a word of the text.
 * @return as peersupport_role_check_text(); the first problem's code; PEERSUPPORT_NOT_FOUND: no such role or activity
 *         code. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_check(const peersupport_rules *rules, const char *description, size_t size,
                                               peersupport_role_report **report, peersupport_problems **problems,
                                               peersupport_error *error);

/**
 * How many findings and components a report has.
 * @param report  may be NULL: none.
 * @return the count. Any thread.
 */
PEERSUPPORT_API size_t peersupport_role_report_count(const peersupport_role_report *report);

/**
 * One finding, in the order of the text; behind them the components, musts first.
 * @param report    must not be NULL.
 * @param index     0 … peersupport_role_report_count() − 1.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH: of message and instead.
 * @param finding   receives it; begins as PEERSUPPORT_ROLE_FINDING_INIT; must not be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT: a NULL, an index too large, another language;
 *         PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_report_at(const peersupport_role_report *report, size_t index, int32_t language,
                                                   peersupport_role_finding *finding);

/**
 * Minutes of the activity log that count as one kind of time.
 * @param report  may be NULL: none.
 * @param kind    PEERSUPPORT_ACTIVITY_.
 * @return minutes; 0 for another kind. Any thread.
 */
PEERSUPPORT_API int64_t peersupport_role_report_minutes(const peersupport_role_report *report, int32_t kind);

/**
 * The whole report.
 * @param report    must not be NULL.
 * @param language  PEERSUPPORT_ENGLISH or PEERSUPPORT_FRENCH, or PEERSUPPORT_ANY_LANGUAGE: that of the text.
 * @param json      receives JSON of the format peersupport-role-report-1, yours until peersupport_string_free(): the same
 *                  report gives the same bytes; must not be NULL.
 * @param error     may be NULL.
 * @return PEERSUPPORT_OK; PEERSUPPORT_INVALID_ARGUMENT; PEERSUPPORT_OUT_OF_MEMORY; PEERSUPPORT_BAD_STRUCT_SIZE. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_report_json(const peersupport_role_report *report, int32_t language,
                                                     peersupport_string **json, peersupport_error *error);

/**
 * Drift and components that are missing, as SARIF 2.1.0.
 * @param report    must not be NULL.
 * @param language  as peersupport_role_report_json().
 * @param uri       what was checked, may be NULL with uri_size 0: "role".
 * @param uri_size  bytes of uri.
 * @param sarif     receives JSON, yours until peersupport_string_free(); must not be NULL.
 * @param error     may be NULL.
 * @return as peersupport_role_report_json(); PEERSUPPORT_JSON_NOT_UTF8: uri. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_report_sarif(const peersupport_role_report *report, int32_t language,
                                                      const char *uri, size_t uri_size, peersupport_string **sarif,
                                                      peersupport_error *error);

/**
 * A whole job description in Markdown: what the text shows in its own words, and what it lacks, proposed.
 * @param report       must not be NULL.
 * @param description  the JSON the report was made from, as peersupport_role_check(); the report keeps no text.
 * @param size         bytes.
 * @param language     as peersupport_role_report_json().
 * @param markdown     receives the text, yours until peersupport_string_free(); must not be NULL.
 * @param problems     as peersupport_role_check().
 * @param error        may be NULL.
 * @return as peersupport_role_check(); PEERSUPPORT_SHAPE_MISMATCH: the report is of another text. Any thread.
 */
PEERSUPPORT_API int32_t peersupport_role_report_suggest(const peersupport_role_report *report, const char *description,
                                                        size_t size, int32_t language, peersupport_string **markdown,
                                                        peersupport_problems **problems, peersupport_error *error);

/**
 * Lets go of a report.
 * @param report  may be NULL. Any thread.
 */
PEERSUPPORT_API void peersupport_role_report_free(peersupport_role_report *report);

#ifdef __cplusplus
}
#endif

#endif
