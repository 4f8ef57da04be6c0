// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/instrument.hpp"

namespace peersupport::exchange {

/// The form an instrument has whose file names none: every item, scale and sample scale, in file order.
[[nodiscard]] form whole_form(const instrument& of);

}  // namespace peersupport::exchange
