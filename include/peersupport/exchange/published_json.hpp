// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/published_table.hpp"
#include "peersupport/evidence/release_ledger.hpp"
#include "peersupport/text/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace peersupport {

/// Reads what is asked of publish(), `peersupport-publish-request-1`: {"format", "policy" as in an integrity request,
/// "by": groupings, each a list out of "unit", "language" and "stratum", "collection": a collection or null}.
/// Errors: every problem at once, as read_integrity_request(). Throws std::bad_alloc only.
[[nodiscard]] result<publish_request> read_publish_request(std::string_view json, const definition& by);

/// Published figures as JSON, `peersupport-published-1`; the same figures give the same bytes. `checked`: a ledger of
/// earlier releases was asked. There is nothing that reads it into a tally.
[[nodiscard]] std::string write_published(const published_table& table, bool checked);

/// JSON in, JSON out.
struct published_documents {
    std::string published;
    std::string
        ledger;  ///< the ledger that keeps this release too; empty without one. **Private**: it holds exact counts
};

/// publish() by a request; with the text of a ledger only what may follow its releases.
/// Errors: those of reading, the ledger's with ledger_malformed or its own; those of publish(); ledger_difference.
[[nodiscard]] result<published_documents> publish_json(const tally& of, const instrument& from,
                                                       const definition& against, std::string_view request,
                                                       std::optional<std::string_view> ledger);

}  // namespace peersupport
