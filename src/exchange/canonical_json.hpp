// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/json_document.hpp"

#include <string>

namespace peersupport::exchange {

/// A value in RFC 8785 form: no white space, members sorted by the UTF-16 units of their names.
/// Numbers stand as they are written, which is their canonical form for the whole numbers that our
/// formats hold.
[[nodiscard]] std::string canonical_json(json_value value);

}  // namespace peersupport::exchange
