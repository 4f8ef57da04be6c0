// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport {

/// The two languages everything people read exists in.
enum class language : std::uint8_t { en, fr };

/// What stands behind a row of the definition or an instrument.
enum class standing : std::uint8_t {
    published,  ///< a source that was read says it
    derived,    ///< follows from a source's prose or from a partly read source
    proposed,   ///< ours; no publication states it
};

}  // namespace peersupport
