// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/wiped_string.hpp"

#include <cstring>

namespace peersupport {

namespace {

/// Which function this is can change, as far as a compiler knows; so it cannot know that nobody reads what it writes.
void* (*const volatile overwrite)(void*, int, std::size_t) = std::memset;

}  // namespace

void wipe(void* at, std::size_t bytes) noexcept {
    if (bytes) overwrite(at, 0, bytes);
}

}  // namespace peersupport
