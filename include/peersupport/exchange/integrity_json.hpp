// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"
#include "peersupport/evidence/tally.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads what is asked of assess_integrity(), `peersupport-integrity-request-1`, from UTF-8 bytes. A policy is named by
/// a row of `showing_policies`, or given in numbers; there is no default.
///
/// Errors: every problem of the file at once, each with code, byte offset and JSON pointer, in the order of the file.
/// Syntax errors, duplicate keys, bad UTF-8 and limits (as for instruments) end reading at the first. What depends on
/// the answers (waves, units, cut sets) is assess_integrity()'s to say. Throws std::bad_alloc only.
[[nodiscard]] result<integrity_request> read_integrity_request(std::string_view json, const definition& by);

/// A request and the answers it is about.
struct answered_request {
    integrity_request request;
    tally answers;
};

/// Reads a request with the member "answers": columns of equal length, one row a response (docs/c-api.md names them).
/// Ids of people and workers are hashed at once to count each person once and are not kept; response ids are not read.
///
/// Errors: as read_integrity_request(), with the place of each code that is not one of its item's (invalid_code), of a
/// column that is missing (column_missing) or has another length (shape_mismatch); and those of tally_plan::compile()
/// and tally::add(). Throws std::bad_alloc only.
[[nodiscard]] result<answered_request> read_answered_request(std::string_view json, const instrument& of,
                                                             const definition& by);

/// The profile as JSON (docs/schema/integrity-profile-1.schema.json): the same profile gives the same bytes.
/// Its `library` is the version of this library.
[[nodiscard]] std::string write_integrity_profile(const integrity_profile& profile);

/// JSON in, JSON out: assess_integrity() of a tally and a request, or of a request with its answers.
/// Errors: those of reading, else those of assess_integrity(), which have no byte offset.
[[nodiscard]] result<std::string> assess_integrity_json(const tally& from, const instrument& by,
                                                        const definition& against, std::string_view request);
[[nodiscard]] result<std::string> assess_integrity_json(const instrument& by, const definition& against,
                                                        std::string_view request);

/// The state of the request's wave and collection as `peersupport-snapshot-1`. **Private**, as the tally is. Of the
/// request only these two are used. Errors as assess_integrity_json().
[[nodiscard]] result<std::string> take_snapshot_json(const tally& from, const instrument& by, const definition& against,
                                                     std::string_view request);
[[nodiscard]] result<std::string> take_snapshot_json(const instrument& by, const definition& against,
                                                     std::string_view request);

}  // namespace peersupport
