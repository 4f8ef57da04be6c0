// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/release_ledger.hpp"
#include "peersupport/text/result.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// Reads a ledger of releases, `peersupport-ledger-1`. **Private**: it holds exact counts and keys of people.
/// Errors: every problem of the file at once, as read_collection(); ledger_malformed where it contradicts itself.
/// Throws std::bad_alloc only.
[[nodiscard]] result<release_ledger> read_ledger(std::string_view json);

/// The ledger as JSON: what read_ledger() reads; the same ledger gives the same bytes.
[[nodiscard]] std::string write_ledger(const release_ledger& of);

}  // namespace peersupport
