// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/instrument.hpp"

#include <string>

namespace peersupport {

/// SHA-256 of every member of an instrument in a fixed order, as 64 lower-case hexadecimal digits: two
/// instruments have the same one exactly when they are equal. It is about content, so it does not depend on how the
/// file was written. Throws std::bad_alloc only.
[[nodiscard]] std::string instrument_digest(const instrument& of);

}  // namespace peersupport
